"""What a submitted form is taken for: a yes counts for the question that was put, and old words are never sent for
new."""

from dataclasses import replace
from typing import Any

from bot.actions import OpenForm
from bot.buttons import Buttons
from bot.cards import ChecksInput, Form, TextInput
from bot.events import FormSubmitted
from bot.replies.cards import MOST_SEEN, Filled, draft_form
from bot.replies.findings import Remark, is_news
from storage.replies import Draft
from tests.office import NOW, buttons, only, words
from tests.replies.desk import ReplyDesk

FRIEDA = "U0FRIEDA"
ARRIVES = "Hi Frieda, will my parcel arrive by Saturday? Order MB-44120."
OWN = "Hello Annelie, it comes at [time?]. Frieda"


async def opened(desk: ReplyDesk, text: str = ARRIVES) -> tuple[Form, str]:
    """The draft's form, and the draft's id."""
    await desk.says("U0ANNELIE", text)
    mine = [one for one in await desk.settled() if getattr(one.place, "person_id", "") == FRIEDA]
    draft_id = buttons(mine[-1].card.parts)["Use"]
    return only(await desk.office.press(FRIEDA, Buttons.OPEN_DRAFT, draft_id), OpenForm).form, draft_id


async def shown(desk: ReplyDesk, form: Form, **values: Any) -> Form:
    """The form that comes back when this one is submitted."""
    return only(await desk.office.submit(FRIEDA, form, **values), OpenForm).form


def ticked(form: Form) -> list[str]:
    return [one for part in form.parts if isinstance(part, ChecksInput) and part.id == "anyway" for one in part.initial]


def written(form: Form) -> str:
    return next(part.initial for part in form.parts if isinstance(part, TextInput))


async def test_a_yes_to_one_question_is_none_to_another_that_arises_later(desk: ReplyDesk) -> None:
    form, _ = await opened(desk)
    asked = await shown(desk, form, text=OWN)
    assert "“[time?]” is still empty" in words(asked)
    await desk.says("U0JONAS", "It leaves today, Annelie!", thread="m1")

    again = await shown(desk, asked, text=OWN, anyway=["yes"])
    assert "Jonas Weber answered meanwhile" in words(again) and ticked(again) == []
    await desk.office.deliver()
    assert desk.sent == []

    assert await desk.office.submit(FRIEDA, again, text=OWN, anyway=["yes"]) == []
    await desk.office.deliver()
    assert desk.sent == [OWN]


async def test_a_yes_before_any_question_was_put_counts_for_none(desk: ReplyDesk) -> None:
    form, _ = await opened(desk)
    assert "still empty" in words(await shown(desk, form, text=OWN, anyway=["yes"]))


async def test_a_repeated_submit_with_facts_shows_the_new_words_and_sends_nothing(desk: ReplyDesk) -> None:
    form, draft_id = await opened(desk)
    was = (await desk.draft(draft_id)).text
    await desk.office.submit(FRIEDA, form, text=was, fact0="Yes", asks=["0"])  # Its answer is lost on the way.

    again = await shown(desk, form, text=was, fact0="Yes", asks=["0"])
    now = (await desk.draft(draft_id)).text
    assert written(again) == now != was and "I would write" not in words(again)
    await desk.office.deliver()
    assert desk.sent == []

    await desk.office.submit(FRIEDA, again, text=now, fact0="Yes", asks=["0"])
    await desk.office.deliver()
    assert desk.sent == [now]


async def test_own_words_stay_beside_what_was_told_on_the_card_meanwhile(desk: ReplyDesk) -> None:
    form, draft_id = await opened(desk)
    await desk.office.press(FRIEDA, Buttons.GIVE_FACT, f"{draft_id}|0|yes")
    own = "Hello Annelie, I am looking into your parcel. Frieda"

    again = await shown(desk, form, text=own, fact0="Yes")
    assert written(again) == own and (await desk.draft(draft_id)).text in words(again)
    await desk.office.deliver()
    assert desk.sent == []


def test_what_was_seen_is_kept_for_the_newest_words_alone() -> None:
    draft = Draft(
        workspace_id="T",
        draft_id="d",
        channel_id="C",
        thread_id="m",
        basis_id="m",
        basis_hash="h",
        text="Hi",
        created_at=NOW,
    )
    filled, seen = Filled("d"), [Remark("S8", f"Calm down {number}", "Rude.", "") for number in range(MOST_SEEN)]
    for remark in seen:
        filled = replace(filled, text=f"{remark.quote}!")
        form = draft_form(draft, filled, [remark])
        filled = Filled.of(FormSubmitted(workspace_id="T", at=NOW, person_id="U", form=form.id, subject=form.subject))
        assert len(form.subject) < 1000
    assert len(filled.seen) == MOST_SEEN
    assert not is_news("Calm down!", seen[-1:], filled.seen)
    assert is_news("Calm down!", seen[:1], filled.seen)
