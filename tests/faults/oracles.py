"""What must hold after every fault, judged from outside: the playground's ledger and state, and the database's rows."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import sha256
from html import unescape
from itertools import permutations
from typing import Any

from tests.faults.bench import MARIGOLD, NORTH, ON_TEAMS, Bench, Json
from tests.faults.person import by

MARK = "You may have had this already"
POST, EPHEMERAL = "chat.postMessage", "chat.postEphemeral"
SEND, CHANGE, OPEN = "POST conversations/activities", "PUT conversations/activities", "POST conversations"
RENAMED = ("messageUpdate", "messageDelete", "conversationUpdate", "installationUpdate")
"""Activities that may come more than once with the same id, and each time mean something new."""
WITH_CUSTOMERS = ("C0HELP",)
WITH_REASON = ("dead", "cancelled", "uncertain")


async def nothing_accepted_is_lost(bench: Bench) -> list[str]:
    """INV-1: each event we answered with 200 is a row that is done, or a dead letter with its reason."""
    found = []
    rows = {(row["workspace_id"], row["key"]): row for row in bench.rows("SELECT * FROM work WHERE lane = 'inbound'")}
    for event in (await bench.ask("events", full=1))["events"]:
        if not (key := _event_key(event)):
            continue
        if event["state"] != "done":
            found.append(f"event {event['kind']} was never accepted: {event['attempts']}")
            continue
        row = rows.get((event["team"], key))
        if row is None:
            found.append(f"event {event['kind']} was accepted and is nowhere")
        elif row["state"] != "done" and not (row["state"] == "dead" and row["reason"]):
            found.append(f"event {event['kind']} was accepted and is {row['state']}")
    return found


def _event_key(event: Json) -> str:
    """Names its row. Empty for what a person asks and waits for, and does again when nothing came of it."""
    if event["team"] != ON_TEAMS:
        return str(event["event_id"])
    activity = event["payload"]
    conversation_id = activity["conversation"]["id"]
    is_private = activity["conversation"]["conversationType"] == "personal"
    is_typed = activity["type"] == "message" and is_private and str(activity.get("text")).strip().lower() != "home"
    if activity["type"] == "invoke" or is_typed:
        return ""
    parts = [conversation_id, activity["type"], activity["id"]]
    return ":".join([*parts, activity["timestamp"]] if activity["type"] in RENAMED else parts)


async def all_work_ended(bench: Bench) -> list[str]:
    """INV-3: whatever was due was carried out, or says why not."""
    return [
        f"{row['lane']} {row['kind']} {row['key']} is {row['state']} ({row['reason']})"
        for row in bench.rows("SELECT * FROM work")
        if row["state"] in WITH_REASON and row["lane"] != "timer" and not row["reason"]
    ] + [f"still due: {one}" for one in bench.due()]


async def no_event_has_two_rows(bench: Bench) -> list[str]:
    """A repeated delivery has one effect."""
    keys = [row["key"] for row in bench.rows("SELECT key FROM work WHERE lane = 'inbound'")]
    ids = {key for event in (await bench.ask("events", full=1))["events"] if (key := _event_key(event))}
    rows = {event_id: sum(key.startswith(event_id) for key in keys) for event_id in ids}
    return [f"event {event_id} has {n} rows" for event_id, n in rows.items() if n > 1]


async def customers_hear_nothing_twice(bench: Bench) -> list[str]:
    """INV-2: one approved reply is at most one message in the customer's thread."""
    posts = [call["args"] for call in await bench.calls(POST) if _is_accepted(call) and _may_be_seen(call)]
    by_key = Counter(_key(post).rpartition(":")[0] or post["text"] for post in posts)
    by_words = Counter((post["channel"], post.get("thread_ts"), post["text"]) for post in posts)
    return [f"customers read {what!r} {n} times" for what, n in [*by_key.items(), *by_words.items()] if n > 1]


async def customers_read_only_what_was_approved(bench: Bench) -> list[str]:
    """INV-5: each message where customers are was posted as a person, in words that this person approved."""
    approved = {
        (row["channel_id"], row["thread_id"], row["text_hash"]) for row in bench.rows("SELECT * FROM approvals")
    }
    found = []
    for call in await bench.calls(POST):
        if not _is_accepted(call) or not _may_be_seen(call):
            continue
        post = call["args"]
        words = sha256(unescape(post["text"]).encode()).hexdigest()
        if not call["token"].startswith("xoxp-"):
            found.append(f"a card stands openly in {post['channel']}: {post['text']!r}")
        elif (post["channel"], post.get("thread_ts"), words) not in approved:
            found.append(f"nobody approved {post['text']!r}")
    return found


async def private_repeats_are_rare_and_marked(bench: Bench) -> list[str]:
    """INV-2: a private post comes twice at most, and the second time says so; an ephemeral card comes once."""
    by_key: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for call in await bench.calls(POST):
        if _is_accepted(call) and not _may_be_seen(call) and _key(call["args"]):
            by_key[call["token"], _key(call["args"])].append(call["args"])
    found = [f"{key} was posted {len(posts)} times" for (_, key), posts in by_key.items() if len(posts) > 2]
    found += [
        f"the repeat of {key} does not say so"
        for (_, key), posts in by_key.items()
        if any(MARK not in json.dumps(post["blocks"]) for post in posts[1:])
    ]
    shown = Counter(
        json.dumps([call["args"].get(name) for name in ("user", "channel", "thread_ts", "text", "blocks")])
        for call in await bench.calls(EPHEMERAL)
        if _is_accepted(call)
    )
    return found + [f"shown {n} times: {card[:200]}" for card, n in shown.items() if n > 1]


async def customers_on_teams_read_nothing_of_the_bot(bench: Bench) -> list[str]:
    """INV-5 where no bot can post as a person: it writes nothing at all where customers are."""
    found = []
    for method in (SEND, CHANGE, OPEN):
        for call in await bench.calls(method):
            about = call["args"]
            is_targeted = (about.get("query") or {}).get("isTargetedActivity") == "true"
            channel = about.get("channel") or _channel_of_thread(about.get("activity") or {})
            if _is_accepted(call) and channel in WITH_CUSTOMERS and not is_targeted:
                found.append(f"{method} into {channel}: {json.dumps(about)[:300]}")
    seen = await bench.state("U0ANNELIE", team=ON_TEAMS)
    return found + [f"the customer sees {one['plain']!r}" for one in by(seen, "U0KINDLINE", "")]


def _channel_of_thread(asked: Json) -> str:
    """The scene's name of the channel in which a call begins a thread; empty for a private chat."""
    channel = ((asked.get("channelData") or {}).get("channel") or {}).get("id", "")
    return str(channel).removeprefix("19:").partition("@")[0].upper()


async def repeats_on_teams_are_rare_and_marked(bench: Bench) -> list[str]:
    """INV-2 where no message carries a key: the same card comes into a chat twice at most, and the second says so."""
    by_card: dict[tuple[str, str], list[str]] = defaultdict(list)
    for call in await bench.calls(SEND):
        if _is_accepted(call):
            card = json.dumps(call["args"].get("activity"), sort_keys=True)
            if '"h": 1' not in card:  # The home page comes as often as somebody asks for it.
                by_card[call["args"]["channel"], _unmarked(call["args"].get("activity"))].append(card)
    found = [f"{card[:300]} came {len(cards)} times" for (_, card), cards in by_card.items() if len(cards) > 2]
    return found + [
        f"the repeat does not say so: {card[:300]}"
        for (_, card), cards in by_card.items()
        if any(MARK not in one for one in cards[1:])
    ]


def _unmarked(part: Any) -> str:
    """The card as it was before it said that it is a repeat."""

    def without(one: Any) -> Any:
        if isinstance(one, dict):
            return {name: without(value) for name, value in one.items()}
        if isinstance(one, list):
            return [without(value) for value in one if MARK not in json.dumps(value) or _holds_more(value)]
        return one

    return json.dumps(without(part), sort_keys=True)


def _holds_more(part: Any) -> bool:
    """An element with others in it is not the mark itself."""
    return isinstance(part, dict) and any(isinstance(value, dict | list) for value in part.values())


async def nothing_crosses_workspaces(bench: Bench) -> list[str]:
    """INV-4: no word of one workspace's customers in a row or a call of another; canaries say whose they are."""
    found = []
    for owner, other in permutations((MARIGOLD, NORTH, ON_TEAMS), 2):
        canary = f"canary-{owner}"
        for table in ("work", "messages", "threads", "drafts", "promises", "insights"):
            rows = bench.rows(f"SELECT * FROM {table} WHERE workspace_id = ?", other)
            found += [f"{canary} in {table} of {other}" for row in rows if canary in str(tuple(row))]
        calls = [
            call for call in await bench.calls() if other in (call["token"][-len(other) :], call["args"].get("team"))
        ]
        found += [f"{canary} in {call['method']} of {other}" for call in calls if canary in json.dumps(call["args"])]
    return found


def _is_accepted(call: Json) -> bool:
    """Slack says so in its answer's body, Teams in its status."""
    answer = call["answer"]
    return bool(answer["ok"]) if "ok" in answer else 200 <= int(answer["status"]) < 300


def _may_be_seen(call: Json) -> bool:
    return call["args"].get("channel") in WITH_CUSTOMERS


def _key(post: Json) -> str:
    return str(((post.get("metadata") or {}).get("event_payload") or {}).get("key") or "")


ORACLES = (
    nothing_accepted_is_lost,
    all_work_ended,
    no_event_has_two_rows,
    customers_hear_nothing_twice,
    customers_read_only_what_was_approved,
    private_repeats_are_rare_and_marked,
    customers_on_teams_read_nothing_of_the_bot,
    repeats_on_teams_are_rare_and_marked,
    nothing_crosses_workspaces,
)


async def judged(bench: Bench) -> Sequence[str]:
    """Everything that is wrong, in plain sentences; empty when all is well."""
    found: list[str] = []
    for oracle in ORACLES:
        found += await oracle(bench)
    return found
