"""Finds the thread that a customer means who answers in the channel instead of in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.calendar.hours import ONE_DAY, TeamCalendar
from bot.calendar.local import zone_named
from bot.conversation import Turn
from bot.events import MessagePosted
from bot.reading.facts import facts_in
from bot.reading.read import read
from bot.workspace_settings import calendar_of
from storage import threads, workspaces
from storage.database import Transaction

if TYPE_CHECKING:
    from storage.threads import Message

LONGEST_ASIDE = 60
"""Words; whoever writes more than these begins anew."""
MOST_DAYS_BACK = 10
_I = re.IGNORECASE
_ASKED = re.compile(
    r"\?|\b(?:please|could you|can you|kindly) (?:\w+ )?(?:send|share|tell|give|let|confirm|check|try)\b|"
    r"\blet (?:me|us) know\b|\btell (?:me|us)\b",
    _I,
)
_ANSWER = re.compile(
    r"^\W*(?:(?:hi|hello|hey)\b[^,.!\n]{0,30}[,.!]\s*)?"
    r"(?:yes|yeah|yep|no|nope|not yet|sure|it'?s|it is|they'?re|here(?:'s| is| you)|the (?:number|order|serial|date)|"
    r"order)\b",
    _I,
)
_GREETING = re.compile(r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|dear|greetings)\b", _I)


async def placed(tx: Transaction, event: MessagePosted) -> MessagePosted:
    """The message in the thread that it belongs to: what a customer wrote beside their own open thread, and whatever is
    said beneath that."""
    root = await threads.message(tx, event.workspace_id, event.channel_id, event.thread_id)
    if not event.is_root:
        is_moved = root is not None and root.is_outside
        return replace(event, thread_id=root.thread_id) if root is not None and is_moved else event
    place = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    if root is not None or place is None or not place.is_enrolled or place.kind == "relay" or event.is_by_app:
        return event
    calendar = calendar_of(await workspaces.workspace(tx, event.workspace_id))
    since = a_working_day_before(event.at, calendar)
    begun = await threads.threads_of_customer(
        tx, event.workspace_id, event.author_id, channel_id=event.channel_id, since=since
    )
    meant = [one.thread_id for one in begun if belongs(await threads.messages_of(tx, one), event.text)]
    return replace(event, thread_id=meant[0], is_outside=True) if len(meant) == 1 else event


def belongs(messages: "Sequence[Message]", text: str) -> bool:
    """Whether these words of the same customer go on with this talk: they answer what an agent asked, or ask nothing
    new and tell of no new trouble."""
    words = text.split()
    if not messages or not words or len(words) > LONGEST_ASIDE:
        return False
    last = messages[-1]
    was_asked = not last.is_by_customer and bool(_ASKED.search(last.text))
    if was_asked and (_ANSWER.match(text) or _gives_what_was_asked(last.text, text)):
        return True
    reading = read((Turn("customer", last.author_name, text),))
    asks_nothing = not any(ask.kind == "question" and not ask.is_implied for ask in reading.asks)
    if was_asked:
        return asks_nothing and not _GREETING.match(text)
    return asks_nothing and not (reading.asks or reading.complaint or reading.risk or _GREETING.match(text))


def a_working_day_before(at: datetime, calendar: TeamCalendar) -> datetime:
    """The same time of day on the working day before."""
    day = at.astimezone(zone_named(calendar.zone)).date()
    for back in range(1, MOST_DAYS_BACK + 1):
        if calendar.is_working_day(day - back * ONE_DAY):
            return at - back * ONE_DAY
    return at - ONE_DAY


def _gives_what_was_asked(question: str, text: str) -> bool:
    """ "Which order is it?" is answered by words with an order number in them."""
    asked = question.casefold()
    return any(kind.rstrip("23") in asked for kind in facts_in(text))
