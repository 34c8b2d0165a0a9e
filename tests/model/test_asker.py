"""What stands between the bot and its model: equal questions, the ledger, the log, and an admin's trial."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.model.asker import Asked, Asker
from bot.model.budget import Budget
from bot.model.setup import try_model
from prompts.asking import Purpose, Request, Trouble
from prompts.openai_model import Endpoint, OpenAIModel
from storage.database import Database
from storage.model_use import ModelUse, used_on
from storage.tables import METADATA
from tests.databases import sqlite_url
from tests.prompts.fake_model import Behaviour, FakeModel, fake_model, only_json_object, refusing, saying, slow
from tests.prompts.test_openai_model import Answer

REQUEST = Request(Purpose.DRAFT, "draft", 3, "Be kind.", ("Where is Annelie's trailer?",), Answer)


async def asker_on(fake: FakeModel, folder: Path, budget: Budget | None = None) -> Asker:
    database = Database(sqlite_url(folder))
    async with database.engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    return Asker(database, OpenAIModel(Endpoint(fake.url, "sk-secret", "m")), budget or Budget(), "m")


async def test_equal_questions_of_one_workspace_are_one_even_at_the_same_time(tmp_path: Path) -> None:
    async with fake_model(behaves=slow(0.2)) as fake:
        asker = await asker_on(fake, tmp_path)
        replies = await asyncio.gather(*(asker.ask(Asked("T1", "C1"), REQUEST, 5) for _ in range(3)))
        replies.append(await asker.ask(Asked("T1", "C2"), REQUEST, 5))
        assert {reply.trouble for reply in replies} == {None} and len(fake.asked) == 1
        await asker.ask(Asked("T2", "C1"), REQUEST, 5)
        assert len(fake.asked) == 2
        await closed(asker)


async def test_a_failure_is_not_remembered(tmp_path: Path) -> None:
    async with fake_model(behaviours=[saying("no")]) as fake:
        asker = await asker_on(fake, tmp_path)
        assert (await asker.ask(Asked("T1"), REQUEST, 5)).trouble == Trouble.GARBAGE
        assert (await asker.ask(Asked("T1"), REQUEST, 5)).trouble is None
        await closed(asker)


async def test_the_ledger_counts_and_the_log_holds_no_words(tmp_path: Path) -> None:
    async with fake_model() as fake:
        asker = await asker_on(fake, tmp_path, Budget(price_in=1.0, price_out=4.0))
        with capture_logs() as lines:
            await asker.ask(Asked("T1", "C1"), REQUEST, 5)
        assert asker.database is not None
        async with asker.database.reading() as tx:
            (row,) = await used_on(tx, "T1", tx.raw_now.date())
            assert await used_on(tx, "T2", tx.raw_now.date()) == []
        await closed(asker)
    assert (row.asked, row.answered, row.tokens, row.cost_micros) == (1, 1, 300, 600)
    (line,) = [one for one in lines if one["event"] == "model.asked"]
    assert (line["purpose"], line["prompt"], line["version"], line["outcome"]) == ("draft", "draft", 3, "answered")
    assert not [word for word in ("Annelie", "trailer", "kind", "Fine", "secret") if word in str(lines)]


async def spent(asker: Asker) -> int:
    assert asker.database is not None
    async with asker.database.reading() as tx:
        return sum(row.tokens for row in await used_on(tx, "T1", tx.raw_now.date()))


def question(number: int) -> Request[Answer]:
    return replace(REQUEST, said=(f"Where is trailer number {number}?",))


async def test_questions_at_the_same_time_do_not_overshoot_the_budget(tmp_path: Path) -> None:
    async with fake_model(behaves=slow(0.3)) as fake:
        asker = await asker_on(fake, tmp_path, Budget(tokens=3200, channel_percent=100))
        replies = await asyncio.gather(*(asker.ask(Asked("T1", f"C{n}"), question(n), 5) for n in range(6)))
        assert [reply.trouble for reply in replies].count(Trouble.BUDGET_SPENT) == 3 and len(fake.asked) == 3
        assert await spent(asker) == 3 * 300  # What was set aside and not used is there again.
        assert (await asker.ask(Asked("T1", "C7"), question(7), 5)).trouble is None
        await closed(asker)


async def test_a_question_that_took_too_long_counts_with_all_that_it_may_have_used(tmp_path: Path) -> None:
    async with fake_model(behaviours=[refusing(502), slow(30)]) as fake:
        asker = await asker_on(fake, tmp_path, Budget(tokens=100_000))
        assert (await asker.ask(Asked("T1", "C1"), REQUEST, 4)).trouble == Trouble.TOO_SLOW
        assert await spent(asker) == 2 * (len("Be kind.Where is Annelie's trailer?") // 4 + REQUEST.most_tokens)
        await closed(asker)


def used(channel: str, tokens: int, micros: int = 0) -> ModelUse:
    return ModelUse(workspace_id="T", day="d", channel_id=channel, purpose="draft", tokens=tokens, cost_micros=micros)


@pytest.mark.parametrize(
    ("budget", "rows", "trouble"),
    [
        (Budget(), [used("C1", 10**9)], None),
        (Budget(tokens=100), [used("C1", 40), used("C2", 50)], None),
        (Budget(tokens=100), [used("C1", 50)], Trouble.SHARE_SPENT),
        (Budget(tokens=100, channel_percent=100), [used("C1", 50)], None),
        (Budget(tokens=100), [used("C2", 100)], Trouble.BUDGET_SPENT),
        (Budget(money=1.0), [used("C2", 5, 1_000_000)], Trouble.BUDGET_SPENT),
        (Budget(money=1.0), [used("C2", 5, 999_999)], None),
    ],
)
def test_a_budget_stops_at_its_end_and_a_channel_at_its_share(
    budget: Budget, rows: list[ModelUse], trouble: Trouble | None
) -> None:
    assert budget.trouble(rows, "C1") == trouble


@pytest.mark.parametrize(
    ("behaves", "said"),
    [
        (None, "it keeps to a JSON schema"),
        (only_json_object, "it answers in JSON, though not to a schema"),
        (refusing(401), "it did not accept KINDLINE_MODEL_KEY"),
        (refusing(404), "look at KINDLINE_MODEL_URL and KINDLINE_MODEL_NAME"),
        (saying("Hello!"), "a larger model would help"),
    ],
)
async def test_a_trial_says_what_the_model_can_do(behaves: Behaviour | None, said: str) -> None:
    lines: list[str] = []
    async with fake_model(behaves=behaves, says=lambda _: '{"word": "Hello"}') as fake:
        asker = Asker(model=OpenAIModel(Endpoint(fake.url, "sk-secret", "m")))
        await try_model(asker, lines.append)
        await asker.close()
    assert len(lines) == 1 and said in lines[0] and "sk-secret" not in lines[0]


async def closed(asker: Asker) -> None:
    await asker.close()
    if asker.database is not None:
        await asker.database.close()
