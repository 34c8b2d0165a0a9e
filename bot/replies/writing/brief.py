"""All that a draft may be made of, gathered once before it is planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.calendar.hours import TeamCalendar
from bot.conversation import Turn
from bot.reading.meaning import Meaning
from bot.reading.read import Reading
from bot.replies.learning.priors import Priors
from bot.replies.sources.customers import CustomerRecord
from bot.replies.sources.playbook import Section
from bot.replies.sources.stock import StockReply
from bot.replies.writing.own_voice import OwnVoice

Style = Literal["", "warmer", "shorter", "formal", "cooler"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBrief:
    """Zones are IANA names; `earlier_texts` are our texts that stand in the thread."""

    turns: Sequence[Turn]
    reading: Reading
    customer_name: str
    agent_name: str
    now: datetime
    customer_zone: str
    agent_zone: str
    calendar: TeamCalendar
    record: CustomerRecord | None = None
    sections: Sequence[Section] = ()
    stock: Sequence[StockReply] = ()
    earlier_texts: Sequence[str] = ()
    voice: OwnVoice = field(default_factory=OwnVoice)
    """How the agent writes."""
    priors: Priors = field(default_factory=Priors)
    """What this workspace's drafts taught about sources and variants."""
    meaning: Meaning | None = None
    """Knows the sections' texts already, so that asking it costs no more than the ask."""
    style: Style = ""
    """The variant that the agent chose on the card."""
    given: Mapping[str, str] = field(default_factory=dict)
    """The agent's quick answers, by the text of the ask."""
    chosen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The near answers that the agent chose, by the text of the ask: source and key of each."""
    role: str = "agent"
    """Whose limits hold for remedies, as the workspace's own page calls it."""
    chosen_remedy: str = ""
    """The key of an offer of the plan that the agent chose to make."""

    @property
    def written(self) -> str:
        """All that the customer wrote in the thread."""
        return "\n".join(turn.text for turn in self.turns if turn.by == "customer")
