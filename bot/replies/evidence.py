"""What was said in a thread and what is known around it, in the form in which reading and the standard want it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.conversation import Turn
from bot.replies.sources.customers import CustomerRecord
from storage.threads import Message

ZONES = ("customer_tz", "agent_tz")


def turn_of(message: Message) -> Turn:
    return Turn(
        by="customer" if message.is_by_customer else "agent",
        name=message.author_name,
        text=message.text,
        sent_at=message.sent_at,
        files=tuple(message.files),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """`answers` is what the playbook says to the customer's asks, with both zones; `given` what the customer told
    before."""

    answers: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


def known(record: CustomerRecord | None, told: Mapping[str, str], zones: tuple[str, str]) -> Known:
    """`zones` are the customer's and the agent's."""
    where = dict(zip(ZONES, zones, strict=True)) if all(zones) else {}
    return Known({**where, **told}, _given(record) if record is not None else {})


def answers(asks: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What the playbook says to each ask that it answers."""
    return {ask["ask"]: ask["answer"].rstrip(". ") for ask in asks if ask.get("answer")}


def _given(record: CustomerRecord) -> dict[str, str]:
    facts = {"email": record.email, "phone": record.phone}
    if len(record.orders) == 1:
        # Of several orders the customer has to say which one is meant.
        facts["order"] = f"{record.orders[0].number} {record.orders[0].what}"
    return {name: value for name, value in facts.items() if value.strip()}
