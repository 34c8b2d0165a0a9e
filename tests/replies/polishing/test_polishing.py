"""A draft in a model's words: what leaves, what comes back, and what agents see when it fails."""

import time
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.model.budget import Budget
from bot.places import DirectMessage
from bot.replies.polishing.writing import BY_MODEL, NOT_KEPT
from prompts.asking import DEADLINE_S, Purpose, Reply, Request, T, Trouble
from storage.workspaces import Workspace
from tests.office import HERE, words
from tests.prompts.fake_model import Behaviour, dripping, hanging_up, raw, refusing, saying, slow
from tests.replies.polishing.scripted import all_words, answer, saying_the_plan, scripted

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
