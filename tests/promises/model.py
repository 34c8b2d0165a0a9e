"""What a promise should be after anything that people do: a small model beside the real office."""

from dataclasses import dataclass, field
from datetime import datetime

FRIEDA, JONAS, NADINE = "U0FRIEDA", "U0JONAS", "U0NADINE"


@dataclass
class Expected:
    """One promise. `is_awaited` when its date was still ahead as the date, the owner or the state was last set: then
    the reminder at that date has to come."""

    message: str
    owner: str
    due: datetime
    known: datetime
    version: int = 1
    ending: str = ""
    is_awaited: bool = True
    asked: set[str] = field(default_factory=set)
    ever_asked: set[str] = field(default_factory=set)

    def ask(self, people: set[str]) -> None:
        self.asked |= people
        self.ever_asked |= people

    @property
    def is_live(self) -> bool:
        return not self.ending

    def close(self, ending: str) -> None:
        self.ending, self.asked = ending, set()

    def withdraw(self, now: datetime) -> None:
        self.close("broken" if now > self.known else "withdrawn")

    def again(self, now: datetime) -> None:
        """A new version: what is ahead is planned anew."""
        self.version, self.is_awaited = self.version + 1, self.due > now

    def reopen(self, now: datetime) -> None:
        self.ending = ""
        self.again(now)

    def move(self, due: datetime, now: datetime) -> None:
        self.due = due
        self.again(now)

    def take(self, by: str, now: datetime) -> None:
        self.owner, self.asked = by, set()
        self.again(now)


@dataclass
class Team:
    """Who is here, and who wrote in the customer's thread."""

    away: set[str] = field(default_factory=set)
    wrote: dict[str, str] = field(default_factory=dict)
    """Message by author, for messages that still stand."""

    def is_here(self, person: str) -> bool:
        return person not in self.away

    def acts_for(self, owner: str) -> str:
        """The lead looks after what somebody who is gone owes."""
        return owner if self.is_here(owner) else NADINE

    def near(self, owner: str) -> set[str]:
        """Whom the bot asks when this owner goes."""
        return {author for author in self.wrote.values() if author != owner and self.is_here(author)}
