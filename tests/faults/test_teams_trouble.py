"""Teams slows down, loses answers and refuses: what waits, what comes twice and says so, and who is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from handlers.playground.teams import activities
from tests.faults.bench import ON_TEAMS, Bench, Json
from tests.faults.conftest import Begin
from tests.faults.flows import ANNELIE, ASKS, DRAFT_ON_TEAMS, FRIEDA, READY, REMINDER_ON_TEAMS, REPLY_COPIED
from tests.faults.on_teams import CHAT, edits_and_uses, fault, posted, rows, shown, someone, told, writes
from tests.faults.oracles import CHANGE, MARK, SEND, judged
from tests.faults.person import Person, saying, with_button
from tests.faults.trials import each
from tests.loopback import serving

ACCEPTED = ("reset_after", "502_after", "garbled", "hang_after")
NOT_ACCEPTED = ("reset_before", "412", "500")
SLOWED = "429"


def marks(cards: list[Json]) -> list[bool]:
    """Which of them say that they may be a repeat."""
    return [MARK in json.dumps(card) for card in cards]


async def test_a_reminder_comes_whatever_happens_and_says_so_when_it_may_be_the_second(begin_on_teams: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        before = len(await posted(bench))
        await fault(bench, SEND, kind, retry_after=2)
        await bench.do("clock", to_next=True)
        assert await bench.settled(25) == [], kind
        expected = [False, True] if kind in ACCEPTED else [kind in NOT_ACCEPTED]
        assert marks((await posted(bench))[before:]) == expected, kind

    await each(begin_on_teams, REMINDER_ON_TEAMS, [*ACCEPTED, *NOT_ACCEPTED, SLOWED], trial)


async def test_a_reminder_of_which_nobody_ever_hears_is_sent_twice_at_most(begin_on_teams: Begin) -> None:
    async with begin_on_teams(REMINDER_ON_TEAMS) as bench:
        before = len(await posted(bench))
        await fault(bench, SEND, "502_after", times=2)
        await bench.do("clock", to_next=True)
        assert await bench.settled() == []
        assert marks((await posted(bench))[before:]) == [False, True]
        ended = [row["reason"] for row in rows(bench, "work WHERE kind = 'RemindAgent' AND state = 'dead'")]
        assert ended == ["sent twice without an answer"]
        assert await judged(bench) == []


async def test_a_draft_comes_whatever_happens_since_no_home_page_would_show_it(begin_on_teams: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        await fault(bench, SEND, kind, times=2)  # One for each agent.
        await writes(bench)
        assert await bench.settled(25) == [], kind
        for person_id in (FRIEDA, "U0JONAS"):
            expected = [False, True] if kind in ACCEPTED else [True]
            assert marks(await posted(bench, person_id)) == expected, (kind, person_id)

    await each(begin_on_teams, DRAFT_ON_TEAMS, ["502_after", "412"], trial)


async def test_a_card_is_brought_up_to_date_whatever_happens_to_the_answer(begin_on_teams: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        await fault(bench, CHANGE, kind, times=2, retry_after=2)
        await edits_and_uses(bench)
        await told(bench, READY)
        assert await bench.settled(25) == [], kind
        assert rows(bench, "work WHERE kind IN ('ReplacePressed', 'RedrawDraft') AND state != 'done'") == [], kind
        for person_id in (FRIEDA, "U0JONAS"):
            assert with_button(await someone(bench, person_id).sees(), "draft.use") is None, (kind, person_id)

    await each(begin_on_teams, REPLY_COPIED, ["412", "502_after", "reset_after", SLOWED], trial)


async def test_one_slowed_chat_waits_and_everybody_else_goes_on(teams: Bench) -> None:
    """Both agents' chats are slowed, which would keep every worker busy if one slept."""
    await fault(teams, SEND, SLOWED, times=2, retry_after=60)
    await writes(teams)
    slowed = "SELECT * FROM work WHERE kind = 'OfferDraft' AND reason LIKE '%slow down%'"
    assert await teams.until(lambda: len(teams.rows(slowed)) == 2)

    await someone(teams, "U0NADINE").tries("command", command="team")
    await told(teams, "Jonas Keller", "U0NADINE")
    await teams.say(ANNELIE, ASKS)
    assert await Person(teams, FRIEDA).shown("draft.use")
    assert await teams.is_ready()
    assert [*await posted(teams), *await posted(teams, "U0JONAS")] == [], "a slowed chat was written to too early"

    teams.rests_end()
    for person_id in (FRIEDA, "U0JONAS"):
        assert await shown(teams, "draft.use", person_id)
    assert await teams.settled() == []
    assert await judged(teams) == []


async def test_slack_slowing_down_holds_nobody_on_teams(teams: Bench) -> None:
    await teams.fault("chat.postEphemeral", "429", times=2, retry_after=60)
    await teams.say(ANNELIE, ASKS)
    slowed = "SELECT * FROM work WHERE kind = 'OfferDraft' AND reason LIKE '%slow down%'"
    assert await teams.until(lambda: teams.rows(slowed))
    await writes(teams)
    await shown(teams, "draft.use")
    assert saying(await teams.state(FRIEDA), "Draft ready") == [], "Slack was not slowed at all"

    teams.rests_end()
    assert await teams.settled() == []
    assert saying(await teams.state(FRIEDA), "Draft ready")
    assert await judged(teams) == []


async def test_the_lead_hears_of_somebody_who_blocked_the_bot_and_nothing_is_lost(begin_on_teams: Begin) -> None:
    async with begin_on_teams(REMINDER_ON_TEAMS) as bench:
        await bench.do("block", team=ON_TEAMS, user=FRIEDA)
        before = len(await posted(bench))
        await bench.do("clock", to_next=True)
        await told(bench, "Frieda Maas", "U0NADINE")
        assert await bench.settled() == []
        assert len(await posted(bench)) == before
        assert [row["state"] for row in rows(bench, "promises")] == ["open"]

        await bench.do("unblock", team=ON_TEAMS, user=FRIEDA)
        await someone(bench).tries("command", command="promises")
        await told(bench, "tracking link")
        await bench.do("clock", to_next=True)
        await told(bench, "It is due now")
        assert await judged(bench) == []


@pytest.mark.parametrize("word", ["ConversationBlockedByUser", "BotNotInConversationRoster"])
async def test_a_draft_that_is_refused_is_tried_no_more_and_colleagues_have_theirs(teams: Bench, word: str) -> None:
    await fault(teams, SEND, word)
    await writes(teams)
    assert await teams.settled() == []
    ended = rows(teams, "work WHERE kind = 'OfferDraft' ORDER BY state")
    assert [(row["state"], row["attempts"]) for row in ended] == [("dead", 1), ("done", 1)]
    shown_to = [one for one in CHAT if with_button(await someone(teams, one).sees(), "draft.use")]
    assert len(shown_to) == 1
    assert await judged(teams) == []


async def test_what_waits_goes_where_teams_says_that_it_is_now(
    begin_on_teams: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with begin_on_teams(REMINDER_ON_TEAMS) as bench, another_connector() as (url, heard):
        monkeypatch.setattr(activities, "service_url", lambda _playground: url)
        await writes(bench, "One more thing: thank you.", user="U0HENDRIK")
        assert await bench.settled() == []
        monkeypatch.undo()
        heard.clear()
        await bench.do("clock", to_next=True)
        assert await bench.until(lambda: any("tracking link" in one for one in heard))
        assert [row["service_url"] for row in rows(bench, "workspaces WHERE platform = 'teams'")] == [url]


@asynccontextmanager
async def another_connector() -> AsyncIterator[tuple[str, list[str]]]:
    """It takes every message, and the test sees what it was given."""
    heard: list[str] = []

    async def take(request: web.Request) -> web.Response:
        heard.append((await request.read()).decode())
        return web.json_response({"id": str(1_795_000_000_000 + len(heard))}, status=201)

    app = web.Application()
    app.router.add_route("*", "/elsewhere/v3/{rest:.*}", take)
    async with serving(app) as address:
        yield f"{address}/elsewhere/", heard


async def test_every_kind_of_trouble_at_once_loses_and_doubles_nothing(teams: Bench) -> None:
    """The first calls of a whole day fail in turn, and people only notice that it takes a moment."""
    for method in ("GET conversations/members", "POST conversations", SEND, CHANGE):
        for kind in ("429", "502"):
            await fault(teams, method, kind, retry_after=1)
    await writes(teams)
    await asyncio.gather(*(shown(teams, "draft.use", one, 40) for one in (FRIEDA, "U0JONAS")))
    await edits_and_uses(teams)
    await told(teams, READY)
    assert await teams.settled(30) == []
    assert await judged(teams) == []
