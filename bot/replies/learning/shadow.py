"""Shadow mode: drafts are made and kept, nobody sees one, and each is held beside what the team answered itself."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.reading.meaning import Meaning
from bot.replies.learning.comparing import compared
from storage import learning, replies, threads, workspaces
from storage.database import Transaction, add_new
from storage.learning import ShadowTurn
from storage.replies import Draft
from storage.rows import instant, milliseconds
from storage.threads import Message, Thread
from storage.workspaces import Workspace

SETTING, STATE = "shadow", "shadow"
ASK_A_LEAD = "I draft in silence here, and show nobody a draft yet. A lead can change that: /kindline shadow off"
EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Shadow:
    """Since when, by channel id; the empty id is everywhere."""

    since: dict[str, datetime]

    def is_on(self, channel_id: str) -> bool:
        return EVERYWHERE in self.since or channel_id in self.since

    def stored(self) -> dict[str, int]:
        return {channel_id: milliseconds(at) for channel_id, at in self.since.items()}


def shadow_of(home: Workspace | None) -> Shadow:
    """Off where nothing is stored, or what is stored makes no sense."""
    stored: Any = home.settings.get(SETTING) if home is not None else None
    if not isinstance(stored, dict):
        return Shadow({})
    good = {key: at for key, at in stored.items() if isinstance(at, int) and not isinstance(at, bool)}
    return Shadow({str(key): instant(at) for key, at in good.items()})


async def is_in_shadow(tx: Transaction, thread: Thread) -> bool:
    return shadow_of(await workspaces.workspace(tx, thread.workspace_id)).is_on(thread.channel_id)


def switch(home: Workspace, channel_id: str, *, is_on: bool, now: datetime) -> bool:
    """True when that changed something."""
    since = dict(shadow_of(home).since)
    if (channel_id in since) is is_on:
        return False
    if is_on:
        since[channel_id] = now
    else:
        del since[channel_id]
    home.settings = {**home.settings, SETTING: Shadow(since).stored()}
    return True


async def keep(tx: Transaction, thread: Thread, draft: Draft) -> None:
    """Nobody sees it. An older one for the same turn, which the customer added to, counts no more."""
    if draft.state in ("offered", "silent"):
        draft.state = STATE
    messages = await threads.messages_of(tx, thread)
    for other in await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id):
        if other.state == STATE and other.draft_id != draft.draft_id and not answers_to(other, messages):
            other.state = "stale"


async def compare(tx: Transaction, thread: Thread, meaning: Meaning | None = None) -> None:
    """After a colleague wrote, edited or deleted something in the thread."""
    drafts = await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id)
    silent = [draft for draft in drafts if draft.state == STATE]
    if not silent:
        return
    messages = await threads.messages_of(tx, thread)
    for draft in silent:
        await _compare(tx, draft, answers_to(draft, messages), meaning)


def texts_of(draft: Draft) -> list[str]:
    """What of it is compared by meaning."""
    return [draft.text, *(str(ask["answer"]) for ask in draft.asks if ask.get("answer"))]


def answers_to(draft: Draft, messages: Sequence[Message]) -> list[Message]:
    """What the team said after the turn that the draft answers, up to the customer's next words."""
    after: list[Message] = []
    has_passed = False
    for message in messages:
        if has_passed and message.is_by_customer:
            if after:
                break
        elif has_passed:
            after.append(message)
        has_passed = has_passed or message.message_id == draft.basis_id
    return after


async def _compare(tx: Transaction, draft: Draft, said: Sequence[Message], meaning: Meaning | None) -> None:
    row = await learning.shadow_turn(tx, draft.workspace_id, draft.draft_id)
    if not said:
        if row is not None:
            await tx.session.delete(row)
        return
    if row is None:
        new = ShadowTurn(
            workspace_id=draft.workspace_id,
            draft_id=draft.draft_id,
            channel_id=draft.channel_id,
            message_id=said[0].message_id,
            person_id=said[0].author_id,
            at=said[0].sent_at,
            verdict="other",
        )
        await add_new(tx, new)
        row = await tx.session.get_one(ShadowTurn, (draft.workspace_id, draft.draft_id))
    found = await asyncio.to_thread(compared, draft.text, draft.asks, "\n".join(one.text for one in said), meaning)
    row.message_id, row.person_id, row.at = said[0].message_id, said[0].author_id, said[0].sent_at
    row.verdict, row.asks, row.covered, row.agreeing = found.verdict, found.asks, found.covered, found.agreeing
    row.likeness = round(found.likeness * 100)
    row.differing = [{"draft": ours, "answer": theirs} for ours, theirs in found.differing]
