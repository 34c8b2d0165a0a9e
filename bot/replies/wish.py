"""What agents added to a draft, beside what the customer said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from storage.replies import Draft


@dataclass(frozen=True, slots=True)
class Wish:
    """What agents added to a draft: facts, the variant they like, the remedy they chose."""

    given: Sequence[Mapping[str, Any]] = ()
    style: str = ""
    remedy: str = ""
    record_id: str = ""
    """The customer's record, where it is about to be linked."""

    @classmethod
    def of(cls, draft: Draft) -> Self:
        return cls(tuple(draft.given), draft.style, draft.remedy)
