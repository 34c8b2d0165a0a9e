"""Keeps each agent's voice: learned again whenever they send something, with what they set themselves above it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.replies.learning.typed import Typed, typed
from bot.replies.writing.own_voice import Length, OwnVoice, learned_from
from storage import learning
from storage.database import Transaction, add_new
from storage.learning import Voice
from storage.people import machine

T = TypeVar("T")
LATEST = 40
SMILE = "🙂"
"""For somebody who asks for emoji and never used one."""
_VOICE = TypeAdapter(OwnVoice)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person set for themselves; None is "as I write"."""

    greeting: str | None = None
    mark: str | None = None
    sign_off: str | None = None
    contracts: bool | None = None
    length: Length | None = None
    uses_emoji: bool | None = None

    @property
    def is_empty(self) -> bool:
        return self == Chosen()


_CHOSEN = TypeAdapter(Chosen)


def learned_of(row: Voice | None) -> OwnVoice:
    return _read(_VOICE, row.learned if row else {}, OwnVoice())


def chosen_of(row: Voice | None) -> Chosen:
    return _read(_CHOSEN, row.chosen if row else {}, Chosen())


def voice_of(row: Voice | None) -> OwnVoice:
    """What a draft for this person wears: what they set, and for the rest what was learned."""
    own, chosen = learned_of(row), chosen_of(row)
    if chosen.greeting is not None:
        own = replace(own, greeting=chosen.greeting, mark=chosen.mark or ",")
    if chosen.sign_off is not None:
        own = replace(own, sign_off=chosen.sign_off)
    if chosen.contracts is not None:
        own = replace(own, contracts=chosen.contracts)
    if chosen.length is not None:
        own = replace(own, length=chosen.length)
    if chosen.uses_emoji is not None:
        own = replace(own, emoji=(own.emoji or SMILE) if chosen.uses_emoji else "")
    return own


async def own_voice(tx: Transaction, workspace_id: str, person_id: str) -> OwnVoice:
    """For the composer; plain for nobody in particular."""
    return voice_of(await learning.voice(tx, machine(workspace_id), person_id)) if person_id else OwnVoice()


async def relearn(tx: Transaction, workspace_id: str, person_id: str) -> None:
    """After they sent, changed or deleted something; nothing while they do not want it."""
    row = await learning.voice(tx, machine(workspace_id), person_id)
    if row is not None and not row.is_on:
        return
    replies = await _replies(tx, workspace_id, person_id, row)
    written, found = await asyncio.to_thread(_learned, replies)  # Nobody waits for the event loop meanwhile.
    if row is None and not written:
        return
    since = row.since if row else None
    row = await _row(tx, workspace_id, person_id)
    if not row.is_on or row.since != since:
        return  # They had it forgotten meanwhile.
    row.replies = len(written)
    if learned_of(row) != found:
        row.learned = asdict(found)
        _changed(row, tx)


async def choose(tx: Transaction, workspace_id: str, person_id: str, chosen: Chosen) -> None:
    row = await _row(tx, workspace_id, person_id)
    row.chosen = {name: value for name, value in asdict(chosen).items() if value is not None}
    _changed(row, tx)


async def forget(tx: Transaction, workspace_id: str, person_id: str) -> None:
    """Nothing is left of it, and nothing is learned until they want it again."""
    row = await _row(tx, workspace_id, person_id)
    row.learned, row.chosen, row.replies, row.is_on, row.since = {}, {}, 0, False, tx.now
    _changed(row, tx)


async def switch_on(tx: Transaction, workspace_id: str, person_id: str) -> None:
    """From now on; what they sent before stays forgotten."""
    row = await _row(tx, workspace_id, person_id)
    if not row.is_on:
        row.is_on, row.since = True, tx.now
        _changed(row, tx)


async def _row(tx: Transaction, workspace_id: str, person_id: str) -> Voice:
    await add_new(tx, Voice(workspace_id=workspace_id, person_id=person_id, changed_at=tx.now))
    return await tx.session.get_one(Voice, (workspace_id, person_id), with_for_update=True, populate_existing=True)


def _changed(row: Voice, tx: Transaction) -> None:
    row.version, row.changed_at = row.version + 1, tx.now


async def _replies(
    tx: Transaction, workspace_id: str, person_id: str, row: Voice | None
) -> Sequence[tuple[str, Sequence[str]]]:
    """Their newest replies, the oldest first, each with the drafts that they may have begun as."""
    since = row.since if row else None
    said = await learning.replies_of(tx, workspace_id, person_id, since, LATEST)
    beside = await learning.drafts_beside(tx, said)
    found = [(one.sent_at, one.text, beside.get((one.channel_id, one.thread_id), [])) for one in said]
    for draft in await learning.handed_over(tx, workspace_id, person_id, since, LATEST):
        found.append((draft.created_at, draft.sent_text, [draft.text]))
    return [(text, drafts) for _, text, drafts in sorted(found, key=lambda one: one[0])][-LATEST:]


def _learned(replies: Sequence[tuple[str, Sequence[str]]]) -> tuple[list[Typed], OwnVoice]:
    written = [part for text, drafts in replies if (part := typed(text, drafts)) is not None]
    return written, learned_from(written)


def _read(kind: TypeAdapter[T], stored: Mapping[str, Any], otherwise: T) -> T:
    """A row of a newer version, or one that makes no sense, is as good as none."""
    try:
        return kind.validate_python(stored)
    except ValidationError:
        return otherwise
