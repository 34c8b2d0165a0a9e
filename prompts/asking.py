"""What the bot sees of a model: it asks for a purpose, and gets a checked answer or one plain reason for none."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


class Purpose(StrEnum):
    DRAFT = "draft"
    TRANSLATE = "translate"
    """A customer's words in English, so that the rules can read them."""


DEADLINE_S = {Purpose.DRAFT: 12.0, Purpose.TRANSLATE: 8.0}
"""For all that one purpose takes: waiting for a turn, the call, a second try, a repair."""


class Trouble(StrEnum):
    """Why there is no answer."""

    NO_KEY = "no_key"
    WRONG_KEY = "wrong_key"
    QUOTA_GONE = "quota_gone"
    TOO_SLOW = "too_slow"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    """The endpoint knows no such address, model or request."""
    GARBAGE = "garbage"
    TOO_LONG = "too_long"
    BUSY = "busy"
    BUDGET_SPENT = "budget_spent"
    SHARE_SPENT = "share_spent"
    RESTING = "resting"

    @property
    def sentence(self) -> str:
        """For the agent, who only wants to know whether to trust the draft; what to mend is the admin's."""
        return f"{_SENTENCES[self]}, so these are my own words."


_SENTENCES = {
    Trouble.NO_KEY: "Your model wants a key and has none",
    Trouble.WRONG_KEY: "Your model did not accept its key",
    Trouble.QUOTA_GONE: "Your model's account is used up",
    Trouble.TOO_SLOW: "Your model took too long",
    Trouble.UNREACHABLE: "Your model could not be reached",
    Trouble.REFUSED: "Your model refused the request",
    Trouble.GARBAGE: "Your model's answer could not be used",
    Trouble.TOO_LONG: "This was too long for your model",
    Trouble.BUSY: "Your model is busy",
    Trouble.BUDGET_SPENT: "Today's budget for the model is spent",
    Trouble.SHARE_SPENT: "This channel has had its share of today's budget for the model",
    Trouble.RESTING: "Your model failed several times and rests for a minute",
}


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """`instructions` are ours alone; `said` holds the case, with people's words as fenced data."""

    purpose: Purpose
    prompt: str
    """The name of the text it came from, for the log."""
    version: int
    instructions: str
    said: tuple[str, ...]
    """The conversation, ours and the model's in turn; the first and the last are ours."""
    schema: type[T]
    most_tokens: int = 1500


@dataclass(frozen=True, slots=True)
class Reply(Generic[T]):
    """Either `value` or `trouble`; the tokens were used in both cases."""

    value: T | None = None
    trouble: Trouble | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    tries: int = 1
    """How many requests it took; each may have cost something."""


class Model(Protocol):
    """An endpoint that may be asked; it never raises for what an endpoint does."""

    async def ask(self, request: Request[T], deadline_s: float) -> Reply[T]:
        """Within the deadline, whatever the endpoint does."""

    async def close(self) -> None:
        """Let go of the connections."""
