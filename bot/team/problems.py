"""What could not be delivered, in words that an admin can act on; never the words of a message."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions import Outcomes, Say
from bot.cards import Card, Part, Words, sentence
from bot.errors import UNREACHABLE
from bot.events import CommandGiven
from bot.workspace_settings import is_zone
from storage import lateness, people, work
from storage.database import Transaction
from storage.lateness import Delayed
from storage.work import Work

FOR_ADMINS = "Only an admin can see this. /kindline team shows who that is."
KINDS = {
    "OfferDraft": "A draft",
    "RedrawDraft": "A change of a draft's card",
    "SendReply": "An approved reply",
    "TakeBackReply": "Taking a reply back",
    "TellPromise": "A note about a promise",
    "RemindAgent": "A reminder",
    "SendDigest": "A daily reminder",
    "ShareInsight": "An insight for marketing",
    "TellContributor": "An answer to an insight",
    "TellPerson": "A private note",
    "TellHere": "A private note",
    "ReplacePressed": "A change of a card",
    "RefreshHome": "A home page",
}
REASONS = {
    "channel_not_found": "the channel is gone, or I am not in it. Add me there.",
    "not_in_channel": "I am not in the channel. Add me there.",
    "conversation_not_found": "the chat or channel is gone, or I was removed from it. Add me there.",
    "BotNotInConversationRoster": "I am not in that team. Add me there.",
    "not_a_member": "the person does not belong to that team.",
    "forbidden": "I am not allowed to write there.",
    "is_archived": "the channel is archived.",
    "user_not_found": "the person is gone.",
    "users_not_found": "the person is gone.",
    "account_inactive": "my access was switched off. Install Kindline again.",
    "invalid_auth": "my access is not valid any more. Install Kindline again.",
    "token_revoked": "my access was taken back. Install Kindline again.",
    "missing_scope": "I lack a permission. Install Kindline again to grant it.",
    "message_not_found": "the message it belonged to is gone.",
    UNREACHABLE: "the person blocked me, or removed me.",
    "cannot_dm_bot": "the person cannot get private messages from me.",
}
"""The codes come from a platform and are passed on as they are; those that a person can act on are put into words."""


async def on_problems(event: CommandGiven, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    person = await people.person(tx, event.workspace_id, event.person_id)
    if not viewer.is_admin or person is None:
        return [Say(sentence(FOR_ADMINS))]
    rows = await work.dead_letters(tx, event.workspace_id)
    waiting = waiting_line(await lateness.delayed_posts(tx, event.workspace_id), person.own_zone)
    if not rows:
        return [Say(sentence(waiting or "No problems: everything was delivered."))]
    parts = problem_parts(rows, person.own_zone)
    return [Say(Card("What could not be delivered", [*parts, Words(waiting)] if waiting else parts))]


def waiting_line(delayed: Delayed, zone: str) -> str:
    """What was tried, did not get through and is tried again; empty when there is no such thing."""
    if delayed.since is None:
        return ""
    what = "1 message waits and is" if delayed.count == 1 else f"{delayed.count} messages wait and are"
    return f"{what} tried again; the oldest is due since {_when(delayed.since, zone)}."


def problem_parts(rows: Sequence[Work], zone: str) -> list[Part]:
    return [Words(_line(row), strong=f"{_when(row.due_at, zone)} · {_kind(row)}") for row in rows]


def _kind(row: Work) -> str:
    if row.lane == work.INBOUND:
        return "Something that happened"
    return KINDS.get(row.kind, "A timer" if row.lane == work.TIMER else "A message")


def _line(row: Work) -> str:
    reason = row.reason.strip()
    if not reason:
        reason = "nobody knows why."
    elif reason in REASONS:
        reason = REASONS[reason]
    elif " " not in reason:
        reason = f"the platform refused it with “{reason[:80]}”."
    elif not reason.endswith((".", ")", "!", "?")):
        reason += "."
    state = "It may or may not have arrived" if row.state == work.UNCERTAIN else "It did not get through"
    return f"{state}: {reason} (reference {reference_of(row)})"


def reference_of(row: Work) -> str:
    """The end of the id: its beginning is the time, which rows of one quarter of an hour share."""
    return row.work_id[-8:]


def _when(at: datetime, zone: str) -> str:
    local = at.astimezone(ZoneInfo(zone if is_zone(zone) else "UTC"))
    return f"{local.day} {local:%b, %H:%M}"
