"""An insight as marketing may see it: personal data masked, no ids, no customer's name, no link to the conversation."""

from dataclasses import dataclass

from bot.insights.life import ASKED, REPLY, WORDS, last_answer
from bot.insights.parse import shortened
from bot.mentions import channel_words
from bot.reading.masking import mask
from storage import insights, people, threads, workspaces
from storage.database import Transaction
from storage.insights import Insight, InsightAnswer

LONGEST_CLAIM = 2400
LONGEST_QUOTE = 2400
LONGEST_WORDS = 1000
MOST_EXCHANGES = 6
SOMEBODY = "a colleague"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question, reply or answer: "Milo asked" and what."""

    lead_in: str
    words: str


@dataclass(frozen=True, slots=True)
class MaskedInsight:
    insight_id: str
    number: int
    state: str
    claim: str
    quote: str
    theme: str
    heard: str
    has_customer: bool
    author: str
    owner: str
    exchanges: tuple[Exchange, ...]


async def masked_view(tx: Transaction, found: Insight) -> MaskedInsight:
    """Everything a person wrote about a customer passes the mask here, on its way out."""
    names, known = await _names(tx, found)
    said = await insights.answers(tx, found)
    standing = last_answer(said)
    shown = [one for one in said if one.kind in (ASKED, REPLY, WORDS) or one is standing]
    exchanges = [
        Exchange(_lead_in(one, await said_by(tx, one)), _masked(one.words, names, known))
        for one in shown[-MOST_EXCHANGES:]
    ]
    return MaskedInsight(
        insight_id=found.insight_id,
        number=found.number,
        state=found.state,
        claim=shortened(mask(found.text, names=names, known=known), LONGEST_CLAIM),
        quote=shortened(mask(found.quote, names=names, known=known), LONGEST_QUOTE),
        theme=mask(found.theme, names=names, known=known),
        heard=found.heard,
        has_customer=bool(found.customer_name or found.message_id or found.is_from_customer),
        author=found.author_name or await name_of(tx, found.workspace_id, found.author_id),
        owner=await name_of(tx, found.workspace_id, found.owner_id) if found.owner_id else "",
        exchanges=tuple(exchanges),
    )


async def masked_words(tx: Transaction, found: Insight, words: str) -> str:
    names, known = await _names(tx, found)
    return _masked(words, names, known)


def _masked(words: str, names: list[str], known: list[str]) -> str:
    return shortened(mask(words, names=names, known=known), LONGEST_WORDS)


async def _names(tx: Transaction, found: Insight) -> tuple[list[str], list[str]]:
    """Names near the insight, of which every part is hidden, and all customers' whole names."""
    near = [found.customer_name]
    if found.channel_id:
        near += await insights.names_near(tx, found.workspace_id, found.channel_id)
    said = await threads.message(tx, found.workspace_id, found.channel_id, found.message_id)
    if said is not None and said.is_by_customer:
        near.append(said.author_name)
    return [name for name in near if name], list(await insights.names_known(tx, found.workspace_id))


def _lead_in(one: InsightAnswer, name: str) -> str:
    return {
        "asked": f"{name} asked:",
        "reply": f"{name} answered:",
        "words": f"{name} added:",
        "acting": f"{name} is acting on this.",
        "known": f"{name} knows about this.",
        "not_now": f"{name}: not now, because",
    }[one.kind]


async def name_of(tx: Transaction, workspace_id: str, person_id: str) -> str:
    person = await people.person(tx, workspace_id, person_id)
    return person.name if person is not None and person.name.strip() else SOMEBODY


async def said_by(tx: Transaction, one: InsightAnswer) -> str:
    """Who answered, in words, also when it was somebody of the company's other workspace."""
    return one.by_name or await name_of(tx, one.workspace_id, one.by)


async def route_channel_words(tx: Transaction, found: Insight) -> str:
    channel = await workspaces.channel(tx, found.workspace_id, found.route_channel_id)
    return channel_words(channel, "the marketing channel")
