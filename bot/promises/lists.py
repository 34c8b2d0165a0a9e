"""Lists of promises: the daily reminder, `/promises`, several late reminders in one, and the home page's part."""

from collections.abc import Mapping, Sequence

from bot.buttons import Buttons
from bot.calendar.words import in_few_words
from bot.cards import Actions, Button, Card, Heading, Part, Small, ThreadLink, Words
from bot.promises.cards import Reader, asking_buttons, live_buttons
from bot.promises.digest import Listed
from bot.promises.hand_cards import asked_line
from bot.promises.wording import customer_of, deed, due_line, first_name, unknown_to_customer
from storage.promises import Promise
from storage.threads import Thread

MOST_WAITING = 5


def listed_parts(listed: Listed, reader: Reader, origin: str, names: Mapping[str, str] | None = None) -> list[Part]:
    """Each promise with its words, its date and its buttons; with the owner's name where `names` are given."""
    parts: list[Part] = []
    for section in listed.sections:
        parts.append(Heading(section.title))
        for promise in section.promises:
            whose = f"{names.get(promise.owner_id, 'A colleague')} to " if names is not None else ""
            parts += [Words(line_of(promise, reader), strong=f"{whose}{customer_of(promise)}:")]
            parts.append(Actions([*live_buttons(promise, origin), *_to_thread(promise)]))
    if listed.more:
        parts.append(Small(f"And {listed.more} more in /promises."))
    return parts


def _to_thread(promise: Promise) -> list[ThreadLink]:
    """To the words themselves, or to their thread when they are gone; nowhere for a promise noted by hand."""
    place = promise.message_id if promise.quote else promise.thread_id
    return [ThreadLink("Show thread", promise.channel_id, place)] if place else []


def line_of(promise: Promise, reader: Reader) -> str:
    words = f"{deed(promise, 160)}. {due_line(promise, reader.zone, reader.now)}"
    asked = asked_line([one["name"] for one in promise.offers])
    return " ".join(filter(None, (words, unknown_to_customer(promise), asked)))


def digest_card(
    name: str,
    listed: Listed,
    waiting: Sequence[Thread],
    kept: int,
    reader: Reader,
    *,
    origin: str,
    beside: Sequence[Part] = (),
    line: str = "",
) -> Card:
    """The daily reminder. `beside` is what others owe, `line` says what was just pressed in it."""
    head = digest_headline(name, listed, waiting)
    parts: list[Part] = [Words(line)] if line else []
    parts += [Heading(head), *listed_parts(listed, reader, origin), *waiting_parts(waiting, reader), *beside]
    if kept:
        parts.append(Small(f"Good news: you have kept {_counted(kept, 'promise')} since the last working day began."))
    return Card(summary=head, parts=parts)


def digest_headline(name: str, listed: Listed, waiting: Sequence[Thread]) -> str:
    count = sum(len(section.promises) for section in listed.sections) + listed.more
    words = [_counted(count, "open promise")] if count else []
    words += [f"{_counted(len(waiting), 'customer')} waiting for your answer"] if waiting else []
    return f"Your day, {first_name(name)}: {' and '.join(words) or 'nothing is open'}"


def waiting_parts(waiting: Sequence[Thread], reader: Reader) -> list[Part]:
    """Customers whose last words have no answer in a thread of this person's."""
    if not waiting:
        return []
    parts: list[Part] = [Heading("Waiting for your answer")]
    for thread in waiting[:MOST_WAITING]:
        since = in_few_words(thread.last_customer_at, reader.zone, reader.now) if thread.last_customer_at else ""
        parts.append(Words(f"since {since}", strong=first_name(thread.customer_name) or "A customer"))
        target = f"{thread.channel_id}|{thread.thread_id}"
        parts.append(Actions([Button(Buttons.HELP_THREAD, "Help me reply", target)]))
    if len(waiting) > MOST_WAITING:
        parts.append(Small(f"And {len(waiting) - MOST_WAITING} more; /reply lists them."))
    return parts


def promises_card(
    listed: Listed, reader: Reader, *, line: str = "", origin: str = "list", beside: Sequence[Part] = ()
) -> Card:
    """The answer to `/promises`."""
    head = "Your open promises" if reader.is_owner else f"Open promises of {reader.owner_name}"
    top: list[Part] = [Words(line)] if line else []
    if listed.is_empty:
        text = "You have no open promises." if reader.is_owner else f"{reader.owner_name} has no open promises."
        return Card(summary=text, parts=[*top, Words(text), *beside])
    return Card(summary=head, parts=[*top, Heading(head), *listed_parts(listed, reader, origin), *beside])


def team_card(listed: Listed, reader: Reader, names: Mapping[str, str], counts: str, *, line: str = "") -> Card:
    """Everybody's open promises, for leads; `counts` says who has how many."""
    top: list[Part] = [Words(line)] if line else []
    if listed.is_empty:
        text = "Nobody here has an open promise."
        return Card(summary=text, parts=[*top, Words(text)])
    head = "Your team's open promises"
    return Card(head, [*top, Heading(head), Small(counts), *listed_parts(listed, reader, "team", names)])


def counts_line(counts: Mapping[str, int], overdue: int) -> str:
    """ "5 open, 2 overdue: Frieda Lang 3, Jonas Beck 2."."""
    each = ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))
    return f"{sum(counts.values())} open, {overdue} overdue: {each}."


def late_list_card(listed: Listed, reader: Reader, *, why: str) -> Card:
    """Several reminders in one, oldest first: for the owner after downtime, for a lead after the grace."""
    count = sum(len(section.promises) for section in listed.sections) + listed.more
    verb = "needs" if count == 1 else "need"
    whose = f"{count} of your promises" if reader.is_owner else f"{_counted(count, 'promise')} of {reader.owner_name}"
    head = f"{whose} {verb} a look"
    said_why = [Small(why)] if why else []
    return Card(summary=head, parts=[Heading(head), *said_why, *listed_parts(listed, reader, "list")])


def home_parts(proposed: Sequence[Promise], listed: Listed, reader: Reader) -> list[Part]:
    """The home page's part: what is open, and what still waits for Track or Not a promise."""
    parts: list[Part] = [Heading("Your promises")]
    for promise in proposed:
        parts.append(Words(f"{deed(promise, 160)}. Is this a promise?", strong=f"{customer_of(promise)}:"))
        parts.append(Actions(asking_buttons(promise, "home")))
    if listed.is_empty and not proposed:
        parts.append(Small("None right now. What you promise a customer appears here."))
    return [*parts, *listed_parts(listed, reader, "home")]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
