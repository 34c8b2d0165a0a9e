"""What happened to a promise so far, in words: for the colleague who takes it over, and for whoever asks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.calendar.words import in_few_words
from bot.promises.life import Step
from bot.promises.wording import short
from storage import people, promises
from storage.database import Transaction
from storage.people import machine
from storage.promises import Promise, PromiseChange

MOST_LINES = 8
Told = Callable[[PromiseChange, "Words"], str]


class Words:
    """Names and dates as the reader of the story knows them."""

    def __init__(self, names: Mapping[str, str], zone: str, now: datetime) -> None:
        self._names, self._zone, self._now = names, zone, now

    def name(self, person_id: str) -> str:
        return self._names.get(person_id) or "A colleague"

    def day(self, iso: str) -> str:
        try:
            return in_few_words(datetime.fromisoformat(iso), self._zone, self._now)
        except ValueError:
            return "no date"

    def when(self, at: datetime) -> str:
        return in_few_words(at, self._zone, self._now)


def _moved(change: PromiseChange, words: Words) -> str:
    reason = f": {short(str(change.about.get('reason')), 160).rstrip('.')}" if change.about.get("reason") else ""
    span = f"from {words.day(str(change.about.get('from')))} to {words.day(str(change.about.get('to')))}"
    return f"{words.name(change.by)} moved it {span}{reason}"


def _by(what: str) -> Told:
    return lambda change, words: f"{words.name(change.by)} {what}"


def _handed(change: PromiseChange, words: Words) -> str:
    return f"{words.name(str(change.about.get('to')))} took it over from {words.name(str(change.about.get('from')))}"


def _reminded(change: PromiseChange, words: Words) -> str:
    return "A lead was told" if change.about.get("stage") == "lead" else ""


_TOLD: Mapping[str, Told] = {
    "noticed": _by("said it"),
    "noted by hand": _by("noted it"),
    "dated": lambda change, words: f"{words.name(change.by)} set it for {words.day(str(change.about.get('to')))}",
    Step.MOVE: _moved,
    Step.TELL_CUSTOMER: _by("told the customer of the new date"),
    "customer updated": _by("wrote to the customer"),
    "notice drafted": lambda change, words: "A note to the customer was drafted",
    Step.RUN_LATE: lambda change, words: "It became overdue",
    "not done yet": _by("said that it is not done yet"),
    Step.KEEP: _by("marked it as kept"),
    Step.BREAK: _by("closed it as not kept"),
    Step.WITHDRAW: _by("took it off the list"),
    Step.REOPEN: _by("took it up again"),
    "still stands": _by("said that it stands"),
    "message edited": _by("changed the words"),
    "message gone": lambda change, words: "The message was deleted",
    "handed over": _handed,
    "hand over declined": _by("could not take it over"),
    "undelivered": lambda change, words: "A reminder could not be delivered",
    "reminded": _reminded,
}


def lines(changes: Sequence[PromiseChange], words: Words) -> list[str]:
    """One line for each thing that a person would tell, the oldest first; of a long story the first and the newest."""
    told = [(words.when(one.at), say(one, words)) for one in changes if (say := _TOLD.get(one.what)) is not None]
    found = [f"{what}, {when}." for when, what in told if what]
    return found if len(found) <= MOST_LINES else [found[0], *found[1 - MOST_LINES :]]


async def story_of(tx: Transaction, promise: Promise, zone: str) -> list[str]:
    """The story for somebody in this zone who may see the promise."""
    changes = await promises.history(tx, machine(promise.workspace_id), promise.promise_id)
    names: dict[str, str] = {}
    for person_id in {one.by for one in changes} | {str(one.about.get(key, "")) for one in changes for key in _PEOPLE}:
        person = await people.person(tx, promise.workspace_id, person_id) if person_id else None
        names[person_id] = person.name if person is not None else ""
    return lines(changes, Words(names, zone, tx.now))


_PEOPLE = ("from", "to")
