"""What a draft is judged against: the thread, its reading, what is known, and what the workspace decided."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.conversation import Turn
from bot.reading.read import Reading, read
from bot.reading.words import content
from bot.standard.polarity import is_unknown
from bot.standard.semantic_fields import topics

_USER_NAME = re.compile(r"[\d_@]|^[a-z]+$|^(?:anonymous|guest|customer|user|unknown|visitor|member)\b", re.IGNORECASE)
_TITLES = frozenset("mr mrs ms miss dr prof sir madam herr frau the van von de da di del la el al bin".split())
_COLD = ("upset", "angry", "silent_angry")


@dataclass(frozen=True)
class KnownFact:
    key: str
    value: str

    @property
    def text(self) -> str:
        return f"{self.key.replace('_', ' ')}: {self.value}"

    @property
    def is_unknown(self) -> bool:
        return is_unknown(self.value)

    @cached_property
    def key_topics(self) -> frozenset[str]:
        return topics(self.key)

    @cached_property
    def topics(self) -> frozenset[str]:
        return topics(self.text)


@dataclass(frozen=True)
class Context:
    """`known` holds facts by name. `muted` are rules the workspace switched off, `phrases` its own by rule.

    `is_partial` says that there is more to know than `known` holds, as in every playbook: then what stands nowhere in
    it is no proof of anything. `given` is what the customer gave before this thread, which nobody should ask for.
    """

    turns: Sequence[Turn] = ()
    reading: Reading = field(default_factory=Reading)
    known: Mapping[str, str] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()
    phrases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    is_partial: bool = False
    given: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, turns: Sequence[Turn], known: Mapping[str, str] | None = None) -> "Context":
        """With the reading that belongs to the turns."""
        return cls(turns, read(turns), known or {})

    @cached_property
    def facts(self) -> tuple[KnownFact, ...]:
        return tuple(KnownFact(str(key), str(value)) for key, value in self.known.items())

    @cached_property
    def facts_in_hand(self) -> tuple[KnownFact, ...]:
        """With those that the customer gave before."""
        return (*self.facts, *(KnownFact(str(key), str(value)) for key, value in self.given.items()))

    def is_same_matter(self, text: str, fact: KnownFact) -> bool:
        """Where not all is known, a fact speaks only to words that share two content words with it."""
        return not self.is_partial or len(set(content(text)) & set(content(fact.text))) > 1

    @cached_property
    def customer_text(self) -> str:
        """Everything the customer wrote in this thread."""
        return "\n".join(turn.text.replace("’", "'") for turn in self.turns if turn.by == "customer")

    @cached_property
    def thread_text(self) -> str:
        return "\n".join(turn.text.replace("’", "'") for turn in self.turns)

    @cached_property
    def newest_text(self) -> str:
        return self.reading.text.replace("’", "'")

    @cached_property
    def evidence(self) -> str:
        """All that a draft may take its facts from."""
        return "\n".join([self.thread_text, *(fact.text for fact in self.facts)])

    @cached_property
    def evidence_topics(self) -> frozenset[str]:
        return topics(self.evidence)

    @cached_property
    def customer_name(self) -> str:
        return next((turn.name for turn in reversed(self.turns) if turn.by == "customer"), "")

    @cached_property
    def name_parts(self) -> tuple[str, ...]:
        """The parts of the customer's name one could be called by; none for a user name."""
        name = self.customer_name.strip()
        if not name or _USER_NAME.search(name):
            return ()
        return tuple(part for part in re.split(r"[\s.]+", name) if len(part) > 1 and part.lower() not in _TITLES)

    @property
    def is_complaint(self) -> bool:
        return self.reading.complaint or self.reading.temperature in _COLD or self.reading.repeat_contact

    def fact(self, *words: str) -> KnownFact | None:
        """The first fact whose name holds one of the words."""
        return next((fact for fact in self.facts if any(word in fact.key.lower() for word in words)), None)
