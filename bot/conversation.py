"""The nouns of a conversation, in one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a thread, as understanding sees it: plain words, no ids of any platform."""

    by: Literal["customer", "agent"]
    name: str
    text: str
    sent_at: datetime | None = None
    files: Sequence[str] = ()
