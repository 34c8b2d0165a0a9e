"""What the playbook perhaps says is offered to the agent, and told to the customer only when the agent chooses it."""

from collections.abc import AsyncIterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.actions import OpenForm, Replace, Say
from bot.buttons import Buttons
from bot.cards import Words
from bot.places import OnlyVisibleTo
from bot.replies.draft_card import LONGEST_LABEL, LONGEST_NEAR, draft_card
from bot.replies.finding.grounding import candidates, ground
from bot.replies.finding.nearby import MOST_NEAR, near_answers
from bot.replies.learning.lessons import note_use
from bot.replies.repeats import OFTEN, repeats
from bot.replies.sources.playbook import Section, parse_page
from handlers.slack import blocks as slack
from handlers.teams import cards as teams
from storage import learning, playbook
from storage.playbook import PlaybookSection
from storage.replies import Draft
from tests.office import HERE, buttons, only, to, words
from tests.replies.companies import NOW, draft
from tests.replies.desk import ReplyDesk, reply_desk

ON = date(2026, 11, 18)
FRIEDA, JONAS = "U0FRIEDA", "U0JONAS"
TICKETS = parse_page("tickets.md", """# Tickets
## Companions
Companions pay half price. Except on Sundays, when everybody pays the full price.
## Lost tickets
A lost ticket is printed again at the desk for 3 euros.

> Internal: a companion of a regular visitor comes in cheaper, up to 20 euros off.
""").sections  # fmt: skip
ASKED = "is it cheaper for a companion"
HALF = "Companions pay half price. Except on Sundays, when everybody pays the full price."
SOURCE = "Tickets \u203a Companions"
CHOSEN = f"From {SOURCE}, chosen by Frieda"


def near(ask: str, sections: tuple[Section, ...] = TICKETS, on: date = ON) -> list[str]:
    found = candidates(ask, sections, on=on)
    return [one.words for one in near_answers(found)] if found else []


def test_what_is_not_likely_enough_to_be_told_is_near_with_all_that_limits_it() -> None:
    assert ground(ASKED, TICKETS, on=ON) is None
    assert near(ASKED) == [HALF]


def test_nothing_internal_and_nothing_out_of_date_is_near() -> None:
    past = tuple(replace(one, live_to=date(2026, 11, 17)) for one in TICKETS)
    inside = tuple(replace(one, is_internal=True) for one in TICKETS)
    assert near(ASKED, past) == near(ASKED, inside) == []
    assert "20 euros" not in " ".join(near("is it cheaper for a companion of a regular visitor"))


def test_other_sections_come_before_more_of_the_same_one_and_a_table_gives_one_row() -> None:
    page = parse_page("p.md", """# Visits
## Dogs
Dogs stay at the gate. Small dogs travel in a bag. Guide dogs go everywhere.
## Cats
Cats and dogs sleep in the shed.
## Birds
| animal | fee |
|---|---|
| Dogs of guests | 4 euros |
| Dogs of staff | 5 euros |
""").sections  # fmt: skip
    found = candidates("where do dogs", page, on=ON)
    assert found is not None
    offered = near_answers(replace(found, ranked=[(0.2, entry) for _, entry in found.ranked]))
    assert len(offered) == MOST_NEAR == len({one.source for one in offered})
    assert sum("of guests" in one.words or "of staff" in one.words for one in offered) <= 1


def test_a_draft_tells_no_near_answer_by_itself_and_carries_it_for_the_agent() -> None:
    made = draft("Is it cheaper for a companion?", TICKETS, now=NOW)
    (ask,) = made.asks
    assert ask.state == "owed" and [one.words for one in ask.near] == [HALF]
    assert "half price" not in made.text and made.sources == ()


@pytest.mark.parametrize("words", [
    "My lawyer will hear of this. Is it cheaper for a companion?",
    "I am a reporter of the Gazette. Is it cheaper for a companion?",
])  # fmt: skip
def test_nothing_is_near_where_no_draft_may_choose_the_words(words: str) -> None:
    assert all(ask.near == () for ask in draft(words, TICKETS, now=NOW).asks)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[ReplyDesk]:
    async with reply_desk(tmp_path) as made:
        await written(made, TICKETS)
        yield made


async def written(desk: ReplyDesk, sections: tuple[Section, ...]) -> None:
    """The workspace's playbook says this from now on."""
    async with desk.office.rows() as tx:
        rows = [
            PlaybookSection(
                workspace_id=HERE,
                section_id=f"s{place}",
                position=place,
                fields={field.name: getattr(one, field.name) for field in fields(Section)},
                imported_at=tx.raw_now,
            )
            for place, one in enumerate(sections)
        ]
        await playbook.replace_all(tx, PlaybookSection, rows, HERE)


async def card_for(desk: ReplyDesk, text: str = "Hi Frieda, is it cheaper for a companion?") -> Any:
    await desk.says("U0ANNELIE", text)
    return to(await desk.settled(), OnlyVisibleTo, person_id=FRIEDA)[-1].card


def near_button(card: Any) -> str:
    return next(value for label, value in buttons(card.parts).items() if label.startswith("Companions pay half"))


async def press(desk: ReplyDesk, value: str, who: str = FRIEDA) -> Any:
    return only(await desk.office.press(who, Buttons.GIVE_FACT, value), Replace).card


async def test_the_card_offers_it_with_its_page_and_still_says_what_the_draft_promises(house: ReplyDesk) -> None:
    shown = words(await card_for(house))
    assert "Annelie asks: Is it cheaper for a companion?" in shown
    assert f"Perhaps in {SOURCE}: {HALF}" in shown
    assert "[Companions pay half price. Except on…]" in shown and "[Write it…]" in shown
    assert "You promise to find out: is it cheaper for a companion" in shown


async def test_one_press_tells_it_with_its_source_and_who_chose_it(house: ReplyDesk) -> None:
    card = await card_for(house)
    anew = await press(house, near_button(card))
    made = await house.draft(buttons(card.parts)["Use"])
    assert HALF in made.text and made.due_at is None and made.findings == []
    assert [(ask["state"], ask["source"], ask["near"]) for ask in made.asks] == [("answered", SOURCE, [])]
    assert CHOSEN in words(anew) and "Perhaps" not in words(anew) and "You told me" not in words(anew)
    await house.office.deliver()
    assert house.sent == []


async def test_a_second_press_of_the_same_answer_changes_nothing(house: ReplyDesk) -> None:
    card = await card_for(house)
    first = await press(house, near_button(card))
    was = await house.draft(buttons(card.parts)["Use"])
    assert words(await press(house, near_button(card))) == words(first)
    now = await house.draft(was.draft_id)
    assert (now.text, now.given) == (was.text, was.given)


async def test_it_is_left_out_again_with_one_press(house: ReplyDesk) -> None:
    card = await card_for(house)
    before = (await house.draft(buttons(card.parts)["Use"])).text
    anew = await press(house, near_button(card))
    back = await press(house, buttons(anew.parts)["Leave it out"])
    made = await house.draft(buttons(card.parts)["Use"])
    assert made.text == before and made.given == []
    assert words(back) == words(card)


async def test_a_statement_that_changed_meanwhile_is_not_told_and_the_card_says_so(house: ReplyDesk) -> None:
    card = await card_for(house)
    await written(house, tuple(replace(one, text=one.text.replace("half price", "a third")) for one in TICKETS))
    anew = await press(house, near_button(card))
    made = await house.draft(buttons(card.parts)["Use"])
    assert "The playbook no longer says what was chosen" in words(anew)
    assert "half price" not in made.text and "a third" not in made.text and made.given == []
    assert f"Perhaps in {SOURCE}: Companions pay a third." in words(anew)


async def test_a_page_that_became_internal_meanwhile_is_not_told(house: ReplyDesk) -> None:
    card = await card_for(house)
    await written(house, tuple(replace(one, is_internal=True) for one in TICKETS))
    anew = await press(house, near_button(card))
    assert "The playbook no longer says what was chosen" in words(anew) and "half price" not in words(anew)


async def test_a_choice_is_dropped_when_its_page_changes_before_the_next_wording(house: ReplyDesk) -> None:
    card = await card_for(house)
    await press(house, near_button(card))
    await written(house, ())
    draft_id = buttons(card.parts)["Use"]
    shorter = only(await house.office.press(FRIEDA, Buttons.MORE_DRAFT, f"{draft_id}|shorter"), Replace).card
    assert "The playbook no longer says what was chosen" in words(shorter)
    assert "half price" not in (await house.draft(draft_id)).text


async def test_a_variant_keeps_what_was_chosen(house: ReplyDesk) -> None:
    card = await card_for(house)
    await press(house, near_button(card))
    draft_id = buttons(card.parts)["Use"]
    warmer = only(await house.office.press(FRIEDA, Buttons.MORE_DRAFT, f"{draft_id}|warmer"), Replace).card
    assert "half price" in (await house.draft(draft_id)).text and CHOSEN in words(warmer)


async def test_a_draft_that_went_its_way_takes_no_near_answer(house: ReplyDesk) -> None:
    card = await card_for(house)
    await house.says("U0ANNELIE", "Sorry, I meant my helmet!", thread="m1")
    assert "no longer here" in words(await press(house, near_button(card)))
    assert (await house.draft(buttons(card.parts)["Use"])).given == []


@pytest.mark.parametrize("who", [JONAS, "U0ANNELIE", "U0OLGA"])
async def test_nobody_else_chooses_for_an_agent(house: ReplyDesk, who: str) -> None:
    card = await card_for(house)
    await house.office.press(who, Buttons.GIVE_FACT, near_button(card))
    assert (await house.draft(buttons(card.parts)["Use"])).given == []


@pytest.mark.parametrize("tail", ["|0|", "|0|000000000000", "|9|none", "|0|none"])
async def test_a_press_that_names_nothing_offered_changes_nothing(house: ReplyDesk, tail: str) -> None:
    card = await card_for(house)
    draft_id = buttons(card.parts)["Use"]
    answer = await house.office.press(FRIEDA, Buttons.GIVE_FACT, draft_id + tail)
    assert isinstance(answer[0], Say | Replace) and (await house.draft(draft_id)).given == []


async def test_ones_own_words_take_the_place_of_a_choice_and_an_empty_field_does_not(house: ReplyDesk) -> None:
    card = await card_for(house)
    draft_id = buttons(card.parts)["Use"]
    form = only(await house.office.press(FRIEDA, Buttons.WRITE_FACTS, draft_id), OpenForm).form
    await press(house, near_button(card))
    await house.office.submit(FRIEDA, form, fact0="")
    assert CHOSEN in words(draft_card(await house.draft(draft_id), await house.thread(), is_open_to_all=False))
    await house.office.submit(FRIEDA, form, fact0="Companions come in free this week.")
    made = await house.draft(draft_id)
    assert "Companions come in free this week." in made.text and "half price" not in made.text
    assert [one.get("near") for one in made.given] == [None] and SOURCE not in made.sources


async def test_why_says_who_chose_it(house: ReplyDesk) -> None:
    card = await card_for(house)
    why = only(await house.office.press(FRIEDA, Buttons.WHY_DRAFT, buttons(card.parts)["Use"]), OpenForm).form
    assert "the playbook does not answer this for sure" in words(why)
    await press(house, near_button(card))
    why = only(await house.office.press(FRIEDA, Buttons.WHY_DRAFT, buttons(card.parts)["Use"]), OpenForm).form
    assert f"answered ({SOURCE}, chosen by Frieda)" in words(why)


async def test_what_was_chosen_counts_for_its_page_as_any_answer(house: ReplyDesk) -> None:
    card = await card_for(house)
    await press(house, near_button(card))
    made = await house.draft(buttons(card.parts)["Use"])
    async with house.office.rows() as tx:
        await note_use(tx, made, made.text)
        lesson = await learning.lesson(tx, HERE, made.draft_id)
    assert lesson is not None and lesson.kept == [SOURCE]
    often = [Draft(**_again(made, place)) for place in range(OFTEN)]
    assert [one.source for one in repeats(often)] == [SOURCE]


def _again(made: Draft, place: int) -> dict[str, Any]:
    same = {name: getattr(made, name) for name in ("workspace_id", "channel_id", "basis_id", "basis_hash", "text")}
    return {**same, "draft_id": f"d{place}", "thread_id": f"t{place}", "created_at": made.created_at,
            "asks": made.asks, "given": made.given}  # fmt: skip


async def test_long_statements_are_cut_visibly_and_fit_on_both_platforms(house: ReplyDesk) -> None:
    card = await card_for(house)
    made, thread = await house.draft(buttons(card.parts)["Use"]), await house.thread()
    long = {"words": "Who comes along pays <half> & less " * 60, "source": "A page with a name " * 20, "key": "0" * 12}
    made.asks = [{"ask": f"ask {place}", "state": "owed", "near": [long] * 3} for place in range(9)]
    shown = draft_card(made, thread, is_open_to_all=True)
    offered = [part for part in shown.parts if isinstance(part, Words) and part.strong.startswith("Perhaps in")]
    lines = [part.text for part in offered]
    assert len(lines) == 9 and all(len(line) <= LONGEST_NEAR and line.endswith("…") for line in lines)
    assert max(len(label) for label in buttons(shown.parts)) <= LONGEST_LABEL
    blocks = slack.message(shown)["blocks"]
    on_slack = [block["text"]["text"] for block in blocks if block["type"] == "section"]
    assert len(blocks) <= 50 and sum("Perhaps in" in one and one.endswith("…") for one in on_slack) == 9
    assert len(orjson.dumps(teams.message(shown))) < 28_000


async def test_what_only_the_agent_can_know_is_asked_before_what_the_playbook_perhaps_says(house: ReplyDesk) -> None:
    card = await card_for(house)
    made = await house.draft(buttons(card.parts)["Use"])
    (perhaps,) = made.asks
    made.asks = [perhaps, *({"ask": f"where is my seat {place}", "state": "needs_fact"} for place in range(3))]
    shown = words(draft_card(made, await house.thread(), is_open_to_all=True))
    assert shown.count("Annelie asks: Where is my seat") == 3 and "Perhaps" not in shown
    assert "You promise to find out: is it cheaper for a companion" in shown
