"""The keys of promises, their timers and their buttons: made from what they stand for, so a repeat changes nothing."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.promises.remind import Stage


def promise_id(channel_id: str, message_id: str, index: int) -> str:
    """The `index`-th promise of a message always has the same id, so a repeated event is harmless."""
    return "p" + sha256(f"{channel_id}\x1f{message_id}\x1f{index}".encode()).hexdigest()[:20]


def timer_prefix(of: str) -> str:
    return f"promise:{of}:v"


def timer_key(of: str, version: int, stage: Stage) -> str:
    return f"{timer_prefix(of)}{version}:{stage}"


def digest_key(person_id: str, day: date) -> str:
    return f"digest:{person_id}:{day.isoformat()}"


@dataclass(frozen=True, slots=True)
class Ref:
    """What a button carries: a promise, the list it stands in ("" for a card of its own), and what the button adds."""

    promise_id: str
    origin: str = ""
    more: str = ""

    def __str__(self) -> str:
        return f"{self.promise_id}|{self.origin}|{self.more}"


def ref_of(value: str) -> Ref:
    """Reads a button's value; anything unreadable becomes a reference to no promise."""
    promise, _, rest = value.partition("|")
    origin, _, more = rest.partition("|")
    return Ref(promise, origin, more)
