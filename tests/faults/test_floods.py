"""Much at once: a burst at a cold start, and one event many times over."""

import asyncio
import hashlib
import hmac
import json
import time
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tests.faults.bench import MARIGOLD, Bench, Json, bench_in
from tests.faults.flows import ANNELIE, ASKS, DRAFT
from tests.faults.oracles import judged
from tests.faults.sweep import Learned

SECRET = b"demo-signing-secret"
MANY, COPIES = 200, 20


async def said(bench: Bench, number: int, text: str, *, user: str = "U0JONAS", channel: str = "C0TEAM") -> Json:
    """A message of just now, as an event."""
    now_s = datetime.fromisoformat((await bench.state(user))["now"]).timestamp()
    ts = f"{now_s - number / 1000:.6f}"
    event = {"type": "message", "channel": channel, "user": user, "text": text, "ts": ts, "event_ts": ts}
    return {
        "type": "event_callback",
        "team_id": MARIGOLD,
        "api_app_id": "A0KINDLINE",
        "event_id": f"EvBURST{number}",
        "event_time": int(now_s),
        "event": event,
        "authorizations": [{"team_id": MARIGOLD, "enterprise_id": None, "user_id": "U0KINDLINE", "is_bot": True}],
    }


async def deliver(bench: Bench, body: Json) -> int:
    """As Slack does: signed, over HTTP; answers the status."""
    raw, at = json.dumps(body).encode(), str(int(time.time()))
    signature = "v0=" + hmac.new(SECRET, b"v0:" + at.encode() + b":" + raw, hashlib.sha256).hexdigest()
    headers = {
        "Connection": "close",  # A kept one may be hung up at rest, just as it is used again.
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": signature,
    }
    async with bench.session.post(f"{bench.bot_url}/slack/events", data=raw, headers=headers) as answer:
        return answer.status


async def test_a_burst_at_a_cold_start_is_stored_whole_and_asks_slack_once_at_most(
    learned: Mapping[str, Learned], tmp_path: Path
) -> None:
    async with bench_in(tmp_path / "bench", begins_as=learned[DRAFT.name].begins_as) as bench:
        await bench.start()
        bodies = [await said(bench, number, f"Note {number}") for number in range(MANY)]
        statuses = await asyncio.gather(*(deliver(bench, body) for body in bodies))
        stored = Counter(row["key"] for row in bench.rows("SELECT key FROM work WHERE key LIKE 'EvBURST%'"))
        assert Counter(statuses) == {200: MANY}
        assert (len(stored), set(stored.values())) == (MANY, {1})
        assert await bench.settled(40) == []
        assert len(await bench.calls("auth.test")) <= 1
        assert await judged(bench) == []


async def test_twenty_copies_of_one_event_at_once_have_one_effect(bench: Bench) -> None:
    body = await said(bench, 1, ASKS, user=ANNELIE, channel="C0HELP")
    statuses = await asyncio.gather(*(deliver(bench, body) for _ in range(COPIES)))
    assert set(statuses) == {200}
    assert await bench.settled() == []
    assert len(bench.rows("SELECT * FROM work WHERE key = 'EvBURST1'")) == 1
    assert len(bench.rows("SELECT * FROM messages")) == 1
    offered = [call["args"]["user"] for call in await bench.calls("chat.postEphemeral")]
    assert sorted(offered) == ["U0FRIEDA", "U0JONAS"]


async def test_copies_that_come_while_the_bot_dies_have_one_effect(
    learned: Mapping[str, Learned], tmp_path: Path
) -> None:
    async with bench_in(tmp_path / "bench", begins_as=learned[DRAFT.name].begins_as) as bench:
        await bench.start(die_at="committed Dispatcher._inbound slack.event message #1")
        body = await said(bench, 1, ASKS, user=ANNELIE, channel="C0HELP")
        await asyncio.gather(deliver(bench, body), return_exceptions=True)
        await bench.until(lambda: bench.deaths)
        await bench.up()
        assert set(await asyncio.gather(*(deliver(bench, body) for _ in range(COPIES)))) == {200}
        assert await bench.settled() == []
        assert bench.deaths == 1
        assert len(bench.rows("SELECT * FROM messages")) == 1
        assert len(bench.rows("SELECT * FROM drafts")) == 2
