"""Who may come in, and with what the bot goes out: the key service and the token endpoint are slow, down, or turn over
their keys; strangers knock; the process ends in the middle."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.faults.bench import Bench, Json, bench_in
from tests.faults.conftest import Begin
from tests.faults.flows import ANNELIE, ASKS, DRAFT_ON_TEAMS, FRIEDA, REMINDER_ON_TEAMS
from tests.faults.on_teams import deliveries, fault, posted, rows, shown, someone, told, writes
from tests.faults.oracles import MARK, SEND, judged
from tests.faults.person import Person

APP_ID = "00000000-0000-4000-8000-00006b696e64"
ISSUER = "https://api.botframework.com"
OPENID, KEYS, TOKEN = "GET openid", "GET keys", "POST token"
A_DAY_AND_MORE_S = 26 * 3600
AT_ONCE_S = 1.0
SLOW_S = 2.0
"""Less than the bot waits for keys, and far more than anybody else waits for the bot."""


@pytest.fixture
async def waiting(begin_on_teams: Begin) -> AsyncIterator[Bench]:
    """An open promise whose reminder comes next."""
    async with begin_on_teams(REMINDER_ON_TEAMS) as bench:
        yield bench


@asynccontextmanager
async def with_troubled_keys(folder: Path, begins_as: Path, kind: str, **more: Any) -> AsyncIterator[Bench]:
    """A bot whose first questions to the key service end like this."""
    async with bench_in(folder, begins_as=begins_as) as bench:
        bench.is_impatient = True
        await fault(bench, OPENID, kind, **more)
        await bench.start()
        yield bench


async def attempts(bench: Bench) -> list[Json]:
    """The tries of the newest message that Teams brought."""
    found = await deliveries(bench, "message")
    return list(found[-1]["attempts"]) if found else []


async def answered(bench: Bench) -> int:
    """The status of its first try."""
    made = await bench.until(lambda: attempts(bench))
    assert made, "it was not answered at all"
    return int(made[0]["status"])


async def slack_and_health_answer(bench: Bench, question: str) -> None:
    """At once, and a draft follows."""
    began = time.monotonic()
    assert await bench.is_ready()
    assert time.monotonic() - began < AT_ONCE_S
    await bench.say(ANNELIE, question)
    assert await Person(bench, FRIEDA).shown("draft.use")
    slack = [one for one in (await bench.ask("events", team="T0MARIGOLD"))["events"] if one["kind"] == "message"]
    assert [(one["status"], one["ms"] < AT_ONCE_S * 1000) for one in slack[0]["attempts"]] == [(200, True)]


async def test_a_slow_key_service_at_the_start_keeps_only_teams_waiting(learned_on_teams: Any, tmp_path: Path) -> None:
    begins_as = learned_on_teams[DRAFT_ON_TEAMS.name].begins_as
    async with with_troubled_keys(tmp_path / "slow", begins_as, "delay", delay_s=SLOW_S) as bench:
        await writes(bench)
        await slack_and_health_answer(bench, ASKS)
        assert await answered(bench) == 200
        await shown(bench, "draft.use")
        assert await bench.settled() == []
        assert await judged(bench) == []


async def test_while_the_key_service_is_down_at_the_start_nothing_is_taken_in_and_all_comes_later(
    learned_on_teams: Any, tmp_path: Path
) -> None:
    begins_as = learned_on_teams[DRAFT_ON_TEAMS.name].begins_as
    async with with_troubled_keys(tmp_path / "down", begins_as, "500", times=99) as bench:
        await writes(bench)
        assert await answered(bench) == 503, "nobody can say whether it is genuine, so it must come again"
        await slack_and_health_answer(bench, ASKS)
        assert rows(bench, "work WHERE kind = 'teams.event'") == []
        await bench.do("fault", clear=True)
        await comes_in_at_last(bench)
        await shown(bench, "draft.use")
        assert await bench.settled() == []
        assert await judged(bench) == []


async def comes_in_at_last(bench: Bench) -> None:
    """Teams tries every fifteen seconds; the bot's rest of real time passes meanwhile."""

    async def accepted() -> bool:
        if int((await attempts(bench))[-1]["status"]) == 200:
            return True
        rested = asyncio.get_running_loop().time() + 0.4
        await bench.until(lambda: asyncio.get_running_loop().time() > rested)
        await bench.do("clock", advance_s=15)
        return False

    assert await bench.until(accepted, 20)


async def test_known_keys_serve_while_the_key_service_is_down_and_new_ones_wait_for_it(
    learned_on_teams: Any, tmp_path: Path
) -> None:
    begins_as = learned_on_teams[DRAFT_ON_TEAMS.name].begins_as
    async with bench_in(tmp_path / "later", begins_as=begins_as) as bench:
        bench.is_impatient = True
        await bench.start()
        await writes(bench)
        assert await answered(bench) == 200
        await fault(bench, OPENID, "500", times=99)
        await writes(bench, "And when do you open on Saturday?")
        assert await answered(bench) == 200

        await bench.do("rotate_keys", platform="teams")
        await writes(bench, "And what does a bell cost?")
        assert await answered(bench) == 503
        assert len(rows(bench, "work WHERE kind = 'teams.event'")) == 2
        assert await bench.is_ready()
        await bench.do("fault", clear=True)
        await comes_in_at_last(bench)
        assert await bench.settled() == []
        assert await judged(bench) == []


async def test_a_slow_key_service_later_blocks_nobody_with_a_known_key(teams: Bench) -> None:
    await writes(teams)
    assert await answered(teams) == 200
    await fault(teams, OPENID, "delay", delay_s=SLOW_S)
    stranger = asyncio.create_task(knocks(teams))
    began = time.monotonic()
    await writes(teams, "And when do you open on Saturday?")
    assert await answered(teams) == 200
    await slack_and_health_answer(teams, ASKS)
    assert not stranger.done() or time.monotonic() - began > SLOW_S, "nobody waited for the key service"
    assert await stranger == 401
    assert await teams.settled() == []
    assert await judged(teams) == []


async def test_rotated_keys_are_fetched_at_their_first_use(teams: Bench) -> None:
    await writes(teams)
    assert await answered(teams) == 200
    await teams.do("rotate_keys", platform="teams")
    await writes(teams, "And when do you open on Saturday?")
    assert await answered(teams) == 200
    assert await teams.settled() == []
    assert await judged(teams) == []


STRANGER = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)


async def knocks(bench: Bench, *, kid: str = "unknown", **changes: Any) -> int:
    """Somebody with a key of their own brings a message; answers the status."""
    service = f"{bench.settings.address}/connector/"
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": APP_ID, "nbf": now - 10, "exp": now + 600, "serviceurl": service, **changes}
    token = jwt.encode(claims, STRANGER, algorithm="RS256", headers={"kid": kid})
    activity: Json = {"type": "message", "id": "1795000000000", "channelId": "msteams", "serviceUrl": service}
    activity["conversation"] = {"id": "19:c0help@thread.tacv2;messageid=1795000000000", "conversationType": "channel"}
    activity["from"] = {"id": "29:U0ANNELIE", "name": "Annelie Voss", "aadObjectId": "aad-u0annelie"}
    activity.update(text=ASKS, channelData={"tenant": {"id": "M0MARIGOLD"}})
    headers = {"Authorization": f"Bearer {token}"}
    async with bench.session.post(f"{bench.bot_url}/api/messages", json=activity, headers=headers) as answer:
        return answer.status


@pytest.mark.parametrize("kind", ["forged", "stale_token", "wrong_tenant"])
async def test_what_teams_did_not_send_for_us_is_refused_and_leaves_nothing(teams: Bench, kind: str) -> None:
    await fault(teams, "events", kind)
    await writes(teams)
    assert await answered(teams) == 401
    assert await teams.settled() == []
    assert await knocks(teams) == 401
    assert stored(teams) == []


async def test_another_bots_deliveries_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    another: Json = {"app": {"teams": {"id": "11111111-0000-4000-8000-00006b696e64"}}}
    async with bench_in(tmp_path / "bench", scene=another) as bench:
        await bench.start()
        await writes(bench)
        assert await answered(bench) == 401
        assert stored(bench) == []


def stored(bench: Bench) -> list[Any]:
    return [*rows(bench, "work WHERE lane = 'inbound'"), *rows(bench, "messages"), *rows(bench, "drafts")]


async def test_the_next_reminder_arrives_after_26_idle_hours(waiting: Bench) -> None:
    """The bot still holds a token when the hours pass, and it has run out when it is needed."""
    await someone(waiting).opens_home({})
    assert await waiting.until(lambda: posted(waiting))
    assert await waiting.settled() == []
    before = len(await posted(waiting))
    await waiting.do("clock", advance_s=A_DAY_AND_MORE_S)
    await told(waiting, "tracking link")
    assert await waiting.settled() == []
    assert len(await posted(waiting)) > before
    assert await judged(waiting) == []


async def test_without_a_token_reminders_wait_and_then_arrive_once(learned_on_teams: Any, tmp_path: Path) -> None:
    begins_as = learned_on_teams[REMINDER_ON_TEAMS.name].begins_as
    async with bench_in(tmp_path / "bench", begins_as=begins_as) as bench:
        bench.is_impatient = True
        await bench.start()
        before = len(await posted(bench))
        await fault(bench, TOKEN, "500", times=2)
        skipping = asyncio.create_task(bench.do("clock", to_next=True))
        assert await bench.until(lambda: rows(bench, "work WHERE kind = 'RemindAgent' AND reason LIKE '%no token%'"))
        await skipping
        assert await bench.settled() == []
        reminders = (await posted(bench))[before:]
        assert [MARK in str(one) for one in reminders] == [False]
        assert await judged(bench) == []


async def test_a_kill_while_a_reminder_is_being_sent_brings_it_twice_at_most_and_says_so(waiting: Bench) -> None:
    before = len(await posted(waiting))
    await fault(waiting, SEND, "delay", delay_s=1.0)
    skipping = asyncio.create_task(waiting.do("clock", to_next=True))
    assert await waiting.until(lambda: rows(waiting, "work WHERE kind = 'RemindAgent' AND sending_since IS NOT NULL"))
    waiting.kill()
    await asyncio.gather(skipping, return_exceptions=True)
    await waiting.until(lambda: waiting.deaths)
    await waiting.up()
    assert await waiting.settled() == []

    async def marked() -> list[bool]:
        return [MARK in str(one) for one in (await posted(waiting))[before:]]

    assert await waiting.until(marked)
    assert await marked() in ([True], [False, True])
    assert waiting.deaths == 1
    assert await judged(waiting) == []
