"""A draft in a model's words: what leaves, what comes back, and what agents see when it fails."""

import asyncio
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.buttons import Buttons
from bot.model.asker import Asked
from bot.model.budget import Budget
from bot.places import DirectMessage, PressedCard
from bot.replies.draft_card import AS_IT_WAS
from bot.replies.polishing.anew import UNDER_WAY
from bot.replies.polishing.desk import MOST_AT_ONCE
from bot.replies.polishing.later import NOT_ANEW
from bot.replies.polishing.model_desk import FOR_ADMINS, HOW, NONE_SET_UP, NOT_YET, ONCE_MORE
from bot.replies.polishing.writing import BY_MODEL, NOT_KEPT, Words
from bot.replies.when import is_open
from prompts.asking import DEADLINE_S, Purpose, Reply, Request, T, Trouble
from storage.learning import ExampleVersion
from storage.workspaces import Workspace
from tests.office import HERE, NOW, THERE, said, words
from tests.prompts.fake_model import Behaviour, dripping, hanging_up, raw, refusing, saying, slow
from tests.replies.desk import reply_desk
from tests.replies.polishing.scripted import ASKED, all_words, answer, plan_of, saying_the_plan, scripted

WARM = "I know how you have been counting on it. "


def warmer(plan: str) -> str:
    greeting, _, rest = plan.partition("\n\n")
    return f"{greeting}\n\n{WARM}{rest}"


async def test_the_model_puts_the_decided_reply_into_words_and_the_card_says_so(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        draft, posted = await house.drafted()
    assert WARM in draft.text and "Annelie" in draft.text and draft.text.endswith("Frieda")
    assert draft.by_model == BY_MODEL
    mine = [one for one in posted if WARM in words(one.card) and BY_MODEL in words(one.card)]
    assert mine


async def test_no_name_number_or_secret_leaves_and_all_of_them_come_back(tmp_path: Path) -> None:
    text = (
        "Hi, this is Annelie Voss. My order MB-44120 should have come on Monday, where is it? Write to "
        "annelie@voss.example or call +49 30 1234567. My password is hunter2! and my card 4111 1111 1111 1111."
    )
    async with scripted(tmp_path, says=saying_the_plan()) as house:
        draft, _ = await house.drafted(text)
        left = all_words(house.fake.asked)
    for kept in ("Annelie", "Voss", "44120", "annelie@", "1234567", "hunter2", "4111", "Frieda", "Jonas"):
        assert kept not in left
    assert draft.by_model == BY_MODEL and "Hi Annelie" in draft.text


async def test_the_same_words_for_two_agents_are_asked_for_once_for_each_name(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        frieda, _ = await house.drafted()
        jonas = await house.mine(who="U0JONAS")
        assert frieda.text.endswith("Frieda") and jonas.text.endswith("Jonas")
        assert len(house.fake.asked) == 1


@pytest.mark.parametrize(
    ("behaves", "trouble"),
    [
        (refusing(401), Trouble.WRONG_KEY),
        (refusing(429, "quota", "insufficient_quota"), Trouble.QUOTA_GONE),
        (refusing(500), Trouble.BUSY),
        (hanging_up, Trouble.UNREACHABLE),
        (saying("I'm sorry, I can't help with that."), Trouble.GARBAGE),
        (raw("<html>"), Trouble.GARBAGE),
        (saying('{"reply": "Hi', "length"), Trouble.TOO_LONG),
        (raw("x" * 1_000_000), Trouble.TOO_LONG),
    ],
    ids=lambda one: str(one) if isinstance(one, Trouble) else "",
)
async def test_whatever_fails_the_agent_has_our_draft_and_a_plain_sentence(
    tmp_path: Path, behaves: Behaviour, trouble: Trouble
) -> None:
    async with scripted(tmp_path, behaves=behaves) as house:
        started = time.monotonic()
        draft, posted = await house.drafted()
        assert time.monotonic() - started < DEADLINE_S[Purpose.DRAFT] + 3
    assert draft.text.startswith("Hi Annelie") and draft.text.endswith("Frieda")
    assert draft.by_model == trouble.sentence
    assert [one for one in posted if trouble.sentence in words(one.card)]


class Broken:
    """A model that fails in a way that nobody has seen yet."""

    async def ask(self, _request: Request[T], _deadline_s: float) -> Reply[T]:
        raise ZeroDivisionError("Annelie said something")

    async def close(self) -> None:
        pass


async def test_a_model_that_breaks_in_a_new_way_costs_no_card_and_no_word_in_the_log(tmp_path: Path) -> None:
    async with scripted(tmp_path) as house:
        await house.asker.close()
        house.asker.model = Broken()
        with capture_logs() as lines:
            draft, posted = await house.drafted()
    assert draft.text.startswith("Hi Annelie") and draft.by_model == Trouble.GARBAGE.sentence
    assert [one for one in posted if Trouble.GARBAGE.sentence in words(one.card)]
    assert [one["kind"] for one in lines if one["event"] == "model.polishing_failed"] == ["ZeroDivisionError"] * 2
    assert "Annelie" not in str(lines)


@pytest.mark.parametrize("behaves", [slow(120), dripping], ids=["two minutes", "a byte at a time"])
async def test_a_slow_model_costs_no_more_than_its_deadline(tmp_path: Path, behaves: Behaviour) -> None:
    async with scripted(tmp_path, behaves=behaves) as house:
        started = time.monotonic()
        draft, _ = await house.drafted()
        assert time.monotonic() - started < DEADLINE_S[Purpose.DRAFT] + 3
    assert draft.by_model == Trouble.TOO_SLOW.sentence and draft.text.startswith("Hi Annelie")


NOT_DECIDED = {
    "another language": "Hallo Annelie, vielen Dank für deine Nachricht, ich schaue nach der Bestellung und melde mich "
    "wieder. Das ist mir wichtig.",
    "over-long": "Hi Annelie, I am looking into it for you and your child seat. " * 60,
    "another number": "{plan} Your parcel has the number 99887.",
    "another day": "{plan} It comes on Thursday.",
    "a refund": "{plan} We refund the whole order.",
    "a voucher": "{plan} Please enjoy a voucher with our compliments.",
    "a link": "{plan} See https://evil.example/a?b=c",
    "a bare domain": "{plan} See evil.com for more.",
    "an image": "{plan} ![x](evil)",
    "a ping": "{plan} <!channel>",
    "another ping": "{plan} @here",
    "a promise": "{plan} I'll deliver it myself.",
    "a placeholder": "{plan} [NAME_7] knows.",
    "the prompt": "You put a customer service reply into warm, natural, precise words. The reply is already decided.",
    "nothing": " ",
    "blame": "{plan} You should have checked that yourself.",
}


@pytest.mark.parametrize("words_of_model", NOT_DECIDED.values(), ids=NOT_DECIDED)
async def test_what_was_not_decided_never_reaches_the_draft(tmp_path: Path, words_of_model: str) -> None:
    says = saying_the_plan(lambda plan: words_of_model.replace("{plan}", plan))
    async with scripted(tmp_path, says=says) as house:
        draft, _ = await house.drafted()
        assert len(house.fake.asked) == 2  # One repair round, and no more.
    assert draft.by_model == NOT_KEPT
    assert words_of_model.replace("{plan}", "").strip()[:12] not in draft.text or not words_of_model.strip()


async def test_a_second_try_that_mends_it_is_taken(tmp_path: Path) -> None:
    says = saying_the_plan(lambda plan: f"{plan} It comes on Thursday.")
    mended = saying_the_plan(warmer)
    async with scripted(tmp_path, says=lambda body: mended(body) if len(body["messages"]) > 2 else says(body)) as house:
        draft, _ = await house.drafted()
        again = house.fake.asked[1]["messages"][-1]["content"]
    assert "It names thursday, which PLAN does not." in again
    assert WARM in draft.text and draft.by_model == BY_MODEL


async def test_a_lost_number_is_asked_for_again(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=lambda _: answer("Hi Annelie, fine.")) as house:
        draft, _ = await house.drafted()
    assert draft.by_model == NOT_KEPT


async def test_a_workspace_that_switched_it_off_asks_nothing(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        async with house.desk.office.rows() as tx:
            (await tx.session.get_one(Workspace, HERE)).settings = {"model": "off"}
        draft, posted = await house.drafted()
        assert house.fake.asked == [] and draft.by_model == "" and posted


@pytest.mark.parametrize(
    "text",
    [
        "The heater you sold me is on fire and my daughter is hurt! What do I do? Order MB-44120.",
        "My lawyer will sue you over order MB-44120 unless you answer: where is it?",
        "Thanks, that's all!",
    ],
)
async def test_rules_keep_grave_and_simple_matters_to_themselves(tmp_path: Path, text: str) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        await house.drafted(text)
        assert house.fake.asked == []


async def test_a_spent_budget_stops_the_work_and_tells_the_admin_once(tmp_path: Path) -> None:
    async with scripted(tmp_path, Budget(tokens=300, channel_percent=100), says=saying_the_plan(warmer)) as house:
        first, _ = await house.drafted()
        second, posted = await house.drafted("When does my blue bicycle come back from its repair at your workshop?")
        third, later = await house.drafted("Where can I collect the trailer that I ordered last week from you?")
        assert len(house.fake.asked) == 1
    assert first.by_model == BY_MODEL
    assert second.by_model == third.by_model == Trouble.BUDGET_SPENT.sentence
    told = [one.place for one in (*posted, *later) if "no more is asked" in words(one.card)]
    assert told == [DirectMessage("U0NADINE")]


async def test_a_busy_channel_leaves_something_to_the_others(tmp_path: Path) -> None:
    async with scripted(tmp_path, Budget(tokens=500, channel_percent=50), says=saying_the_plan(warmer)) as house:
        await house.drafted()
        second, _ = await house.drafted("When does my blue bicycle come back from its repair at your workshop?")
    assert second.by_model == Trouble.SHARE_SPENT.sentence


async def test_a_card_that_stands_changes_by_itself_once_the_words_are_there(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        draft, _ = await house.drafted()
        pressed = await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|shorter")
        assert UNDER_WAY in said(pressed) and WARM not in said(pressed)
        posted = await house.desk.polished()
        now = await house.desk.draft(draft.draft_id)
    assert now.style == "shorter" and now.by_model == BY_MODEL and WARM in now.text
    (card,) = [one.card for one in posted if isinstance(one.place, PressedCard)]
    assert WARM in words(card) and UNDER_WAY not in words(card)


@pytest.mark.parametrize(
    "text",
    [
        "The heater you sold me is on fire and my daughter is hurt! What do I do? Order MB-44120.",
        "My lawyer will sue you over order MB-44120 unless you answer: where is it?",
    ],
)
async def test_no_better_words_are_announced_where_nobody_is_asked(tmp_path: Path, text: str) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        draft, _ = await house.drafted(text)
        pressed = said(await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|shorter"))
        assert UNDER_WAY not in pressed and await house.desk.timers() == []


async def test_a_wish_that_is_fulfilled_already_is_not_asked_for_again(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        draft, _ = await house.drafted()
        press = f"{draft.draft_id}|{AS_IT_WAS}"
        assert UNDER_WAY not in said(await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, press))
        assert await house.desk.timers() == []


async def test_who_presses_again_after_trouble_gets_the_models_words(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer), behaviours=[raw("<html>")]) as house:
        draft, _ = await house.drafted()
        assert draft.by_model == Trouble.GARBAGE.sentence
        press = f"{draft.draft_id}|{AS_IT_WAS}"
        assert UNDER_WAY in said(await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, press))
        await house.desk.polished()
        now = await house.desk.draft(draft.draft_id)
    assert now.by_model == BY_MODEL and WARM in now.text


async def test_words_that_did_not_pass_are_not_kept_for_the_next_try(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(lambda plan: f"{plan} We refund the whole order.")) as house:
        draft, _ = await house.drafted()
        assert draft.by_model == NOT_KEPT
        house.fake.says = saying_the_plan(warmer)
        await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|{AS_IT_WAS}")
        await house.desk.polished()
        now = await house.desk.draft(draft.draft_id)
    assert now.by_model == BY_MODEL and WARM in now.text


async def test_what_the_customer_added_meanwhile_leaves_the_older_draft_alone(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        thread = await house.desk.says("U0ANNELIE", "Where is my bicycle trailer? It should have come on Monday.")
        await house.desk.settled()
        await house.desk.says("U0ANNELIE", "And can I still change the colour?", thread=thread)
        await house.desk.polished()
        assert house.fake.asked == []
        assert (await house.mine()).by_model == ""


async def test_a_restart_between_the_answer_and_the_card_costs_the_words_and_not_the_draft(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        await house.desk.says("U0ANNELIE", ASKED)
        await house.desk.settled()
        (fired,) = await house.desk.timers()
        async with house.desk.office.rows() as tx:
            await house.desk.office.desk.hear(tx, fired)  # Nothing was thought ahead in this process.
        posted = await house.desk.office.deliver()
    assert [one for one in posted if "Draft ready" in one.card.summary and WARM not in words(one.card)]


async def test_in_a_rush_the_cards_that_find_no_room_come_at_once(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer), behaves=slow(3)) as house:
        for number in range(MOST_AT_ONCE + 2):
            text = f"Hi, where is my bicycle trailer number {number}? It should have come on Monday, you told me so."
            await house.desk.says("U0ANNELIE", text, thread=f"t{number}", message_id=f"t{number}")
        await house.desk.settled()
        started = time.monotonic()
        waiting = [asyncio.create_task(house.desk.office.hear(one)) for one in await house.desk.timers()]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        assert time.monotonic() - started < 2.5
        await asyncio.gather(*waiting)
        lines = [(await house.mine(f"t{number}")).by_model for number in range(MOST_AT_ONCE + 2)]
    assert lines.count(Trouble.BUSY.sentence) >= 2


async def test_replies_that_the_team_saved_lend_their_sound_and_no_fact(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        async with house.desk.office.rows() as tx:
            for number, text in enumerate(("Trailers are tested on 31 hills.", "Soup is served daily.")):
                who: dict[str, Any] = {"saved_by": "U0JONAS", "saved_at": NOW, "by": "U0JONAS", "at": NOW}
                asks = [] if number else ["Where is my trailer made?"]
                saved = ExampleVersion(
                    workspace_id=HERE, example_id=f"x{number}", version=1, text=text, asks=asks, **who
                )
                tx.session.add(saved)
        draft, _ = await house.drafted()
        case = house.fake.asked[0]["messages"][1]["content"]
    assert '<data kind="example">\nTrailers are tested on 31 hills.' in case and "Soup" not in case
    assert draft.by_model == BY_MODEL


GERMAN = "Hallo, wo ist mein Fahrradanhänger? Er sollte am Montag kommen. Meine Bestellung ist MB-44120."
ENGLISH = "Hello, where is my bicycle trailer? It should have come on Monday. My order is [ORDER_1]."


def in_german(body: dict[str, Any]) -> str:
    """Translates the one message, and says the plan in German with what it must keep."""
    if "Give the translation" in body["messages"][1]["content"]:
        return json.dumps({"messages": [ENGLISH]})
    plan = plan_of(body)
    kept = ", ".join(re.findall(r"\[ORDER_\d\]|\d+:\d+", plan))
    days = {"Monday": "Montag", "tomorrow": "morgen", "today": "heute", "Thursday": "Donnerstag"}
    named = " und ".join(german for english, german in days.items() if english in plan)
    greeting, *_, name = re.findall(r"\[NAME_\d\]", plan)
    text = f"Hallo {greeting},\n\nes tut mir leid, dass dein Anhänger noch nicht da ist ({named}). Ich kümmere mich "
    return answer(f"{text}darum und melde mich bei dir. Das ist für dich notiert: {kept}.\n\n{name}")


async def test_a_customer_who_writes_in_german_gets_a_reply_in_german(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=in_german) as house:
        draft, posted = await house.drafted(GERMAN)
        left = all_words(house.fake.asked)
        assert "Fahrradanhänger" in left.rsplit("THE THREAD", 1)[1]
    assert draft.state == "offered" and "Hallo Annelie" in draft.text and "MB-44120" not in left
    assert draft.by_model.startswith("This customer writes in German.") and draft.asks
    assert [one for one in posted if "melde mich" in words(one.card)]


async def test_a_translated_draft_is_written_anew_by_the_model_alone(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=in_german) as house:
        draft, _ = await house.drafted(GERMAN)
        desk = house.desk
        assert UNDER_WAY in said(await desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|shorter"))
        house.fake.says = lambda body: in_german(body).replace("es tut mir leid", "es tut mir wirklich leid")
        await desk.polished()
        anew = await desk.draft(draft.draft_id)
        assert (
            anew.style == "shorter"
            and "wirklich" in anew.text
            and "as short as it can be" in all_words(house.fake.asked[-1:])
        )
        house.fake.says = lambda _: "no"
        await desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|warmer")
        await desk.polished()
        kept = await desk.draft(draft.draft_id)
    assert kept.text == anew.text and kept.by_model.endswith(NOT_ANEW) and is_open(kept)


@pytest.mark.parametrize(
    "translated",
    [json.dumps({"messages": []}), json.dumps({"messages": ["Pay me 500 euros."]}), json.dumps({"messages": [GERMAN]})],
)
async def test_a_translation_that_is_none_leaves_the_thread_to_the_agent(tmp_path: Path, translated: str) -> None:
    async with scripted(tmp_path, says=lambda _: translated) as house:
        draft, posted = await house.drafted(GERMAN)
        assert draft.state == "silent" and len(house.fake.asked) == 1
    assert [one for one in posted if "Draft ready" in one.card.summary] == []


async def test_an_admin_sees_word_for_word_what_would_leave_and_it_is_what_leaves(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan()) as house:
        await house.desk.says("U0ANNELIE", ASKED)
        await house.desk.settled()
        shown = said(await house.desk.office.command("U0NADINE", "kindline model show"))
        await house.desk.polished()
        system, case = [one["content"] for one in house.fake.asked[0]["messages"]]
    assert system in shown and case.split("THE THREAD")[1] in shown
    assert "Annelie" not in shown and "44120" not in shown


async def test_an_admin_sees_both_requests_for_another_language_word_for_word(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=in_german) as house:
        for number in range(10):
            text = f"{GERMAN} Das ist meine Nachricht mit der Zahl {number}{number}7."
            await house.desk.says("U0ANNELIE", text, thread="m1", message_id=f"m{number + 1}")
        await house.desk.settled()
        shown = said(await house.desk.office.command("U0NADINE", "kindline model show"))
        await house.desk.polished()
        first = house.fake.asked[0]["messages"]
    assert len(first) == 2 and all(one["content"] in shown for one in first)
    assert shown.count("mit der Zahl 117") == 1  # The translation takes eight turns, the reply twelve.
    assert NOT_YET in shown and ONCE_MORE in shown and "Instructions after the translation" in shown


async def test_the_command_says_how_it_stands_and_only_admins_change_it(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan()) as house:
        house.asker.name = "m"
        await house.drafted()
        office = house.desk.office
        assert "m, masked:" in said(await office.command("U0FRIEDA", "kindline model"))
        assert said(await office.command("U0FRIEDA", "kindline model off")) == FOR_ADMINS
        assert "Today, draft: asked 1, answered 1" in said(await office.command("U0NADINE", "kindline model"))
        assert "m, off:" in said(await office.command("U0NADINE", "kindline model off"))
        assert said(await office.command("U0NADINE", "kindline model loud")) == HOW
        assert "model policy set" in await office.audited()


async def test_without_a_model_the_command_says_so(tmp_path: Path) -> None:
    async with reply_desk(tmp_path) as desk:
        assert said(await desk.office.command("U0NADINE", "kindline model")) == NONE_SET_UP


async def test_another_workspace_spends_its_own_budget_and_reads_no_answer_of_ours(tmp_path: Path) -> None:
    async with scripted(tmp_path, Budget(tokens=300), says=saying_the_plan()) as house:
        await house.drafted()
        house.fake.says = lambda _: "Hello."
        request = Request(Purpose.DRAFT, "draft", 1, "Be kind.", ("Hello",), Words)
        here = await house.asker.ask(Asked(HERE), request, 5)
        there = await house.asker.ask(Asked(THERE), request, 5)
        assert here.trouble == Trouble.BUDGET_SPENT and there.trouble == Trouble.GARBAGE
