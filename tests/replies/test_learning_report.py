"""What a team's drafts taught is told to its leads in plain words; they can start over and go back."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.actions import OpenForm
from bot.buttons import Buttons
from bot.events import DraftUsed, MessageDeleted
from bot.replies.learning import lessons
from storage import learning, replies
from storage.learning import Lesson
from storage.replies import Draft
from tests.office import HERE, NOW, THERE, buttons, only, said
from tests.replies.desk import ReplyDesk
from tests.replies.learned import learning_desk

ANSWER = "The small service costs 69 euros."
TEXT = f"Hi Annelie,\n\n{ANSWER}\n\nFrieda"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[ReplyDesk]:
    async with learning_desk(tmp_path) as made:
        yield made


def a_draft(draft_id: str, *, source: str = "Prices", state: str = "used", sent: str = TEXT) -> Draft:
    return Draft(
        workspace_id=HERE,
        draft_id=draft_id,
        channel_id="C0HELP",
        thread_id="m1",
        basis_id="m1",
        basis_hash="h",
        text=TEXT,
        created_at=NOW,
        person_id="U0FRIEDA",
        state=state,
        asks=[{"ask": "What does it cost?", "state": "answered", "answer": ANSWER, "source": source}],
        sent_text=sent,
        sources=[source],
        message_id=f"message-{draft_id}",
    )


async def used(desk: ReplyDesk, *drafts: Draft) -> None:
    async with desk.office.rows() as tx:
        tx.session.add_all(drafts)
    for draft in drafts:
        about = {"channel_id": "C0HELP", "thread_id": "m1", "message_id": draft.message_id, "text": draft.sent_text}
        told = DraftUsed(workspace_id=HERE, at=NOW, draft_id=draft.draft_id, person_id="U0FRIEDA", **about)
        await desk.office.hear(told)


async def report(desk: ReplyDesk, who: str = "U0NADINE") -> str:
    return said(await desk.office.command(who, "learning"))


async def test_before_anything_was_used_there_is_nothing_to_tell(desk: ReplyDesk) -> None:
    told = await report(desk)
    assert "Nothing yet. I learn from drafts that are used, edited or put away." in told and "[Start over]" not in told


async def test_what_was_used_edited_and_put_away_is_counted_with_its_reasons(desk: ReplyDesk) -> None:
    await used(desk, a_draft("a"), a_draft("b"), a_draft("c", sent=TEXT.replace("69", "75")))
    async with desk.office.rows() as tx:
        tx.session.add_all([a_draft("d", state="dismissed"), a_draft("e", state="dismissed")])
    for draft_id in "de":
        answer = await desk.office.press("U0FRIEDA", Buttons.DISMISS_REASON, f"{draft_id}|long")
        assert "Noted: too long. Thank you." in said(answer)

    assert "5 drafts: 2 sent unchanged, 1 edited, 2 put away (too long: 2)." in await report(desk)


async def test_sources_that_go_out_or_are_changed_again_and_again_are_named(desk: ReplyDesk) -> None:
    await used(desk, *(a_draft(f"a{n}") for n in range(4)))
    await used(desk, *(a_draft(f"b{n}", source="Delivery abroad", sent="It takes a week.") for n in range(4)))

    told = await report(desk)
    assert "comes first where two answers fit: “Prices”." in told
    assert "others come first, and the page may need a look: “Delivery abroad”." in told
    assert "Your team shortens drafts" in told


async def test_a_lead_starts_over_and_brings_it_back(desk: ReplyDesk) -> None:
    await used(desk, *(a_draft(f"a{n}") for n in range(4)))
    (shown,) = await desk.office.command("U0NADINE", "learning")
    assert "Start over" in buttons(shown.card.parts)  # type: ignore[attr-defined]

    after = said(await desk.office.press("U0NADINE", Buttons.RESET_LEARNING))
    assert "I start over" in after and "Nadine Okafor started over" in after and "Nothing yet." in after
    again = said(await desk.office.press("U0LARS", Buttons.UNDO_RESET))
    assert "What I had learned counts again." in again and "4 drafts" in again
    assert said(await desk.office.press("U0LARS", Buttons.UNDO_RESET)).startswith("There is nothing to bring back.")
    assert {"learning started over", "learning brought back"} <= set(await desk.office.audited())


async def test_it_is_for_leads_and_of_one_workspace(desk: ReplyDesk) -> None:
    await used(desk, a_draft("a"))
    assert "Only a lead or an admin" in await report(desk, "U0FRIEDA")
    for button in (Buttons.RESET_LEARNING, Buttons.UNDO_RESET):
        assert "Only a lead" in said(await desk.office.press("U0FRIEDA", button))
    assert "Nothing yet." in said(await desk.office.command("U0NADINE", "learning", team=THERE))
    assert "Type /kindline learning alone" in said(await desk.office.command("U0NADINE", "learning now"))


async def test_a_reply_that_was_taken_back_teaches_nothing(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", "What does it cost?")
    draft = a_draft("a")
    draft.message_id = await desk.says("U0FRIEDA", TEXT, thread=root)
    await used(desk, draft)
    gone = MessageDeleted(workspace_id=HERE, at=NOW, channel_id="C0HELP", message_id=draft.message_id)
    await desk.office.hear(gone)

    assert "Nothing yet." in await report(desk)


async def test_an_edit_of_the_sent_message_counts_as_an_edit_of_the_draft(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", "What does it cost?")
    draft = a_draft("a")
    draft.message_id = await desk.says("U0FRIEDA", TEXT, thread=root)
    await used(desk, draft)
    await desk.edits(draft.message_id, TEXT.replace("69", "75"))

    assert "1 draft: 0 sent unchanged, 1 edited" in await report(desk)


async def test_a_reason_is_for_the_one_who_put_the_draft_away(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        tx.session.add_all([a_draft("d", state="dismissed"), a_draft("e", state="offered")])
    for who, subject in (("U0JONAS", "d|facts"), ("U0FRIEDA", "e|facts"), ("U0FRIEDA", "d|nonsense")):
        assert "nothing changes" in said(await desk.office.press(who, Buttons.DISMISS_REASON, subject))
    assert "Drafts are for agents." in said(await desk.office.press("U0MILO", Buttons.DISMISS_REASON, "d|facts"))
    async with desk.office.rows() as tx:
        assert await learning.lessons(tx, HERE) == []


def test_every_reason_is_a_short_label() -> None:
    assert all(0 < len(label) <= 20 for label in lessons.REASONS.values()) and len(lessons.REASONS) == 5


# What an agent does at the draft itself


async def lesson_of(desk: ReplyDesk, draft_id: str) -> Lesson | None:
    async with desk.office.rows() as tx:
        return await learning.lesson(tx, HERE, draft_id)


async def test_not_now_is_noted_and_asks_for_a_reason_in_one_line(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    (away,) = await desk.office.press("U0FRIEDA", Buttons.DISMISS_DRAFT, carried["Not now"])
    assert said([away]).endswith("[Facts wrong]\n[Tone wrong]\n[Too long]\n[Already answered]\n[Not needed]")

    reason = buttons(away.card.parts)["Tone wrong"]  # type: ignore[attr-defined]
    await desk.office.press("U0FRIEDA", Buttons.DISMISS_REASON, reason)
    await desk.office.press("U0FRIEDA", Buttons.DISMISS_DRAFT, carried["Not now"])
    noted, draft = await lesson_of(desk, carried["Not now"]), await desk.draft(carried["Not now"])
    assert noted is not None and (noted.kind, noted.reason, noted.person_id) == ("dismissed", "tone", "U0FRIEDA")
    assert draft.dismiss_reason == "tone"


async def test_a_sent_reply_is_noted_with_what_was_changed(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    form = only(await desk.office.press("U0FRIEDA", Buttons.OPEN_DRAFT, carried["Open"]), OpenForm).form
    text = "Hello Annelie, the seat comes on Friday by noon. Frieda"
    for _ in range(2):  # Once to hear what the standard says, and once more to use it all the same.
        await desk.office.submit("U0FRIEDA", form, text=text, anyway=["yes"], asks=["0"])
    await desk.office.deliver()

    noted = await lesson_of(desk, carried["Open"])
    assert desk.sent == [text] and noted is not None and noted.kind == "edited"
    assert any(change["now"] and change["was"] for change in noted.changes)


async def test_words_that_go_to_a_help_desk_count_when_they_are_handed_over(desk: ReplyDesk) -> None:
    root = await desk.says(
        "U0DESKBOT", "From: Tom <tom@a.example>\n\nWhere is my seat?", channel="C0DESK", is_by_app=True
    )
    await desk.settled()
    async with desk.office.rows() as tx:
        (draft,) = await replies.drafts_of_thread(tx, HERE, "C0DESK", root)
    await desk.office.press("U0FRIEDA", Buttons.USE_DRAFT_ANYWAY, draft.draft_id)

    noted = await lesson_of(desk, draft.draft_id)
    assert noted is not None and (noted.kind, noted.changes) == ("used", [])


async def test_a_copied_draft_counts_as_what_the_agent_then_wrote(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0JONAS")
    await desk.office.press("U0JONAS", Buttons.USE_DRAFT_ANYWAY, carried["Use"])
    assert await lesson_of(desk, carried["Use"]) is None
    await desk.says("U0JONAS", "Hello Annelie, it left on Friday. Jonas", thread="m1")

    noted = await lesson_of(desk, carried["Use"])
    assert noted is not None and noted.kind == "edited" and noted.person_id == "U0JONAS"
