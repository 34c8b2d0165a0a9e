"""An agent tells a draft what only they know, or wants it said in another way: it is written anew and sent nowhere."""

from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Replace, Say
from bot.buttons import Buttons
from bot.cards import Actions, Choice
from bot.events import ButtonPressed
from bot.places import OnlyVisibleTo, PressedCard
from storage.replies import Draft
from tests.office import HERE, NOW, THERE, buttons, only, said, to, words
from tests.replies.desk import ReplyDesk

ARRIVES = "Hi Frieda, will my parcel arrive by Saturday? Order MB-44120."
FRIEDA, JONAS = "U0FRIEDA", "U0JONAS"


async def card_for(desk: ReplyDesk, who: str = FRIEDA, text: str = ARRIVES) -> Any:
    await desk.says("U0ANNELIE", text)
    mine = to(await desk.settled(), OnlyVisibleTo, person_id=who)
    return mine[-1].card


def menu(card: Any) -> dict[str, str]:
    rows = [part for part in card.parts if isinstance(part, Actions)]
    found = [item for row in rows for item in row.items if isinstance(item, Choice) and item.id == Buttons.MORE_DRAFT]
    return dict(found[0].options)


async def more(desk: ReplyDesk, card: Any, label: str, who: str = FRIEDA, **about: Any) -> Any:
    return await desk.office.press(who, Buttons.MORE_DRAFT, menu(card)[label], **about)


async def test_a_missing_fact_is_asked_in_one_short_question_with_answers_to_press(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    shown = words(card)
    assert "Annelie asks: Will my parcel arrive by Saturday?\n[Yes]\n[No]\n[Write it…]" in shown
    assert "If you don't know yet: Sent as it is" in shown
    assert "What is the answer to" not in shown and "Needs a fact:" not in shown


async def test_whether_the_lead_knows_is_asked_beside_a_missing_fact(desk: ReplyDesk) -> None:
    said = "I have spoken to my solicitor about suing you. Will my parcel arrive by Saturday?"
    shown = words(await card_for(desk, text=said))
    assert "Before you send it: Does your lead know?" in shown and "If you don't know yet" not in shown


async def test_one_press_writes_the_draft_anew_and_replaces_the_card(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    was = await desk.draft(buttons(card.parts)["Use"])
    answer = only(await desk.office.press(FRIEDA, Buttons.GIVE_FACT, buttons(card.parts)["Yes"]), Replace)
    draft = await desk.draft(was.draft_id)

    assert [(one["ask"], one["answer"], one["by"]) for one in draft.given] == [
        ("will my parcel arrive by Saturday", "yes", FRIEDA)
    ]
    assert [ask["state"] for ask in draft.asks] == ["answered"]
    assert draft.text != was.text and draft.text in words(answer.card)
    assert "You told me: Will my parcel arrive by Saturday? Yes" in words(answer.card)
    assert "Annelie asks" not in words(answer.card)
    await desk.office.deliver()
    assert desk.sent == []


async def test_a_question_about_a_day_offers_today_tomorrow_and_words(desk: ReplyDesk) -> None:
    card = await card_for(desk, text="Hi, when will my bike be ready? Order MB-44120.")
    assert {"Today", "Tomorrow", "Write it…"} <= set(buttons(card.parts))
    answer = only(await desk.office.press(FRIEDA, Buttons.GIVE_FACT, buttons(card.parts)["Tomorrow"]), Replace)
    assert "tomorrow" in words(answer.card)


async def test_words_of_ones_own_come_from_a_form_and_the_pressed_card_shows_the_draft(desk: ReplyDesk) -> None:
    card = await card_for(desk, text="Hi, where is my child seat? It should have come on Monday.")
    form = only(await desk.office.press(FRIEDA, Buttons.WRITE_FACTS, buttons(card.parts)["Write it…"]), OpenForm).form
    assert await desk.office.submit(FRIEDA, form, fact0="It left the warehouse in Bremen this morning.") == []
    (anew,) = to(await desk.office.deliver(), PressedCard)
    assert "You told me: Where is my child seat? It left the warehouse in Bremen this morning." in words(anew.card)
    assert desk.sent == []


async def test_an_answer_can_be_changed_and_taken_back(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    draft_id = buttons(card.parts)["Use"]
    await desk.office.press(FRIEDA, Buttons.GIVE_FACT, buttons(card.parts)["Yes"])
    form = only(await desk.office.press(FRIEDA, Buttons.WRITE_FACTS, draft_id), OpenForm).form
    assert [getattr(part, "initial", None) for part in form.parts][1:] == ["Yes"]
    await desk.office.submit(FRIEDA, form, fact0="no.")
    assert [one["answer"] for one in (await desk.draft(draft_id)).given] == ["no"]
    await desk.office.submit(FRIEDA, form, fact0="  ")
    draft = await desk.draft(draft_id)
    assert draft.given == [] and [ask["state"] for ask in draft.asks] == ["needs_fact"]


async def test_a_fact_in_the_drafts_form_brings_the_form_again_written_anew(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    draft_id = buttons(card.parts)["Use"]
    form = only(await desk.office.press(FRIEDA, Buttons.OPEN_DRAFT, draft_id), OpenForm).form
    was = await desk.draft(draft_id)
    answers = await desk.office.submit(FRIEDA, form, text=was.text, fact0="Yes", asks=[])
    again = only(answers, OpenForm).form
    draft = await desk.draft(draft_id)
    assert draft.text != was.text
    assert draft.text in [getattr(part, "initial", "") for part in again.parts]
    await desk.office.deliver()
    assert desk.sent == []


async def test_words_that_the_agent_changed_stay_when_a_fact_comes_with_them(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    draft_id = buttons(card.parts)["Use"]
    form = only(await desk.office.press(FRIEDA, Buttons.OPEN_DRAFT, draft_id), OpenForm).form
    own = "Hello Annelie, I am looking into your parcel. Frieda"
    again = only(await desk.office.submit(FRIEDA, form, text=own, fact0="yes"), OpenForm).form
    assert own in [getattr(part, "initial", "") for part in again.parts]
    assert "With what you told me, I would write:" in words(again)
    assert (await desk.draft(draft_id)).text in words(again)


async def test_what_was_told_is_known_when_the_customer_writes_more(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    await desk.office.press(FRIEDA, Buttons.GIVE_FACT, buttons(card.parts)["Yes"])
    await desk.says("U0ANNELIE", "And what are your hours on Saturday?", thread="m1")
    cards = to(await desk.settled(), OnlyVisibleTo, person_id=FRIEDA)
    assert "You told me: Will my parcel arrive by Saturday? Yes" in words(cards[-1].card)


@pytest.mark.parametrize("label", ["Warmer", "Shorter", "More formal", "Cool it down"])
async def test_each_variant_redraws_the_card_and_leads_back(desk: ReplyDesk, label: str) -> None:
    card = await card_for(desk)
    draft_id = buttons(card.parts)["Use"]
    first = (await desk.draft(draft_id)).text
    anew = only(await more(desk, card, label), Replace).card
    assert f"Written as you chose: {label.lower()}." in words(anew)
    assert label not in menu(anew)
    back = only(await more(desk, anew, "As it was first"), Replace).card
    assert (await desk.draft(draft_id)).text == first and "As it was first" not in menu(back)
    await desk.office.deliver()
    assert desk.sent == []


async def test_a_variant_keeps_what_was_told(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    told = only(await desk.office.press(FRIEDA, Buttons.GIVE_FACT, buttons(card.parts)["No"]), Replace).card
    anew = only(await more(desk, told, "Shorter"), Replace).card
    assert "You told me: Will my parcel arrive by Saturday? No" in words(anew)
    assert [ask["state"] for ask in (await desk.draft(buttons(card.parts)["Use"])).asks] == ["answered"]


async def test_why_is_told_to_whoever_asks_and_the_card_stays(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    why = only(await more(desk, card, "Why this draft"), Say).card
    assert "needs a fact from you" in words(why)
    await desk.office.press(FRIEDA, Buttons.GIVE_FACT, buttons(card.parts)["Yes"])
    assert "answered (you told me)" in words(only(await more(desk, card, "Why this draft"), Say).card)


async def test_a_draft_that_went_its_way_is_not_written_anew(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    draft_id, yes = buttons(card.parts)["Use"], buttons(card.parts)["Yes"]
    await desk.says("U0ANNELIE", "Sorry, I meant my helmet!", thread="m1")
    gone = [said(await desk.office.press(FRIEDA, Buttons.GIVE_FACT, yes)), said(await more(desk, card, "Warmer"))]
    assert all("no longer here" in one for one in gone)
    assert (await desk.draft(draft_id)).given == [] and (await desk.draft(draft_id)).style == ""


@pytest.mark.parametrize("who", [JONAS, "U0ANNELIE", "U0OLGA"])
async def test_nobody_else_adds_to_an_agents_draft(desk: ReplyDesk, who: str) -> None:
    card = await card_for(desk)
    await desk.office.press(who, Buttons.GIVE_FACT, buttons(card.parts)["Yes"])
    await desk.office.press(FRIEDA, Buttons.GIVE_FACT, buttons(card.parts)["Yes"], team=THERE)
    assert (await desk.draft(buttons(card.parts)["Use"])).given == []


@pytest.mark.parametrize("tail", ["", "|", "|0", "|0|perhaps", "|99|yes", "|-1|yes", "|x|yes", "|0|yes|no"])
async def test_a_malformed_press_changes_nothing(desk: ReplyDesk, tail: str) -> None:
    card = await card_for(desk)
    draft_id = buttons(card.parts)["Use"]
    was = await desk.draft(draft_id)
    for button in (Buttons.GIVE_FACT, Buttons.MORE_DRAFT):
        answer = await desk.office.press(FRIEDA, button, draft_id + tail)
        assert isinstance(answer[0], Say | Replace)
    now = await desk.draft(draft_id)
    assert (now.text, now.given, now.style) == (was.text, [], "")


async def test_the_forms_refusal_names_what_happened(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    form = only(await desk.office.press(FRIEDA, Buttons.WRITE_FACTS, buttons(card.parts)["Use"]), OpenForm).form
    await desk.says("U0ANNELIE", "Never mind the parcel, how about my helmet?", thread="m1")
    refused = only(await desk.office.submit(FRIEDA, form, fact0="yes"), RefuseForm)
    assert "no longer here" in refused.errors["fact0"]


async def test_pause_here_is_the_leads_command_given_from_the_card(desk: ReplyDesk) -> None:
    card = await card_for(desk)
    await desk.office.press(FRIEDA, Buttons.MORE_DRAFT, menu(card)["Pause drafts here"])
    event = ButtonPressed(workspace_id=HERE, at=NOW, person_id=FRIEDA, button=Buttons.MORE_DRAFT)
    assert event.channel_id == "" and (await desk.draft(buttons(card.parts)["Use"])).state == "offered"


async def test_the_same_words_to_the_same_customer_need_one_extra_yes(desk: ReplyDesk) -> None:
    text = "What are your opening hours?"
    first = buttons((await card_for(desk, text=text)).parts)["Use"]
    own = "Hello Annelie, we open at nine. Frieda"
    form = only(await desk.office.press(FRIEDA, Buttons.OPEN_DRAFT, first), OpenForm).form
    await desk.office.submit(FRIEDA, form, text=own, anyway=["yes"])
    await desk.office.deliver()
    second = buttons((await card_for(desk, text=text)).parts)["Use"]
    form = only(await desk.office.press(FRIEDA, Buttons.OPEN_DRAFT, second), OpenForm).form
    asked = only(await desk.office.submit(FRIEDA, form, text=own), OpenForm).form
    assert "Annelie got exactly these words before. Send them once more?" in words(asked)
    assert desk.sent == [own]


async def test_a_remedy_within_the_agents_limit_is_chosen_and_taken_back(desk: ReplyDesk) -> None:
    draft_id = buttons((await card_for(desk)).parts)["Use"]
    async with desk.office.rows() as tx:
        row = await tx.session.get_one(Draft, (HERE, draft_id))
        row.offers = [
            {"key": "own", "words": "5 % off", "needs_lead": False},
            {"key": "above", "words": "20 % off", "needs_lead": True},
        ]
    for key in ("above", "made up", ""):
        await desk.office.press(FRIEDA, Buttons.MAKE_RIGHT, f"{draft_id}|{key}")
        assert (await desk.draft(draft_id)).remedy == ""
    await desk.office.press(FRIEDA, Buttons.MAKE_RIGHT, f"{draft_id}|own")
    assert (await desk.draft(draft_id)).remedy == "own" and desk.sent == []
    await desk.office.press(FRIEDA, Buttons.MAKE_RIGHT, f"{draft_id}|nothing")
    assert (await desk.draft(draft_id)).remedy == ""
