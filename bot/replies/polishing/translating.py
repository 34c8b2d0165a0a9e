"""A customer who writes in another language: the rules read a translation, decide in English, and the model says it in
the customer's language."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, Field

from bot.conversation import Turn
from bot.model.asker import Asked, Asker
from bot.reading.language import NAMES
from bot.reading.read import read
from bot.replies.polishing.days import YEAR, days_in, days_lost
from bot.replies.polishing.guard import figures_in
from bot.replies.polishing.invented import given_names
from bot.replies.polishing.masks import Masks, placeholders
from bot.replies.polishing.remedy_words import remedies_in
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.compose import Draft, compose
from prompts.asking import DEADLINE_S, Purpose, Request, Trouble
from prompts.prompt import fenced, prompts

MOST_TURNS, MOST_LETTERS = 8, 5000
_NUMBER = re.compile(r"\d+")
_MONTHS = frozenset(YEAR)
"""They may be written as numbers."""
_LOOSE, _SURE = frozenset({"replacement"}), frozenset({"money back", "discount", "compensation"})
"""Remedies that other languages name in more ways than are known, and those that they name plainly."""


class Translated(BaseModel):
    """One English text for each message, in order."""

    messages: list[str] = Field(max_length=MOST_TURNS)


@dataclass(frozen=True, slots=True)
class InEnglish:
    """What the rules decided on the translation; `trouble` where there is none."""

    brief: DraftBrief | None = None
    composed: Draft | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Translating:
    asker: Asker

    async def decided(self, asked: Asked, brief: DraftBrief, masks: Masks) -> InEnglish:
        turns = list(brief.turns)[-MOST_TURNS:]
        request = await asyncio.to_thread(request_for, brief, masks)
        if request is None:
            return InEnglish(trouble=Trouble.TOO_LONG)
        reply = await self.asker.ask(asked, request, DEADLINE_S[Purpose.TRANSLATE])
        if reply.value is None:
            return InEnglish(trouble=reply.trouble)
        said = [masks.shown(one) for one in reply.value.messages]
        if not is_faithful(turns, said, brief.reading.language):
            self.asker.forget(asked, request)
            return InEnglish(trouble=Trouble.GARBAGE)
        english = [replace(turn, text=words) for turn, words in zip(turns, said, strict=True)]
        return await asyncio.to_thread(_decide, brief, english)


def _decide(brief: DraftBrief, turns: Sequence[Turn]) -> InEnglish:
    reading = read(turns, meaning=brief.meaning)
    if reading.language != "en":
        return InEnglish(trouble=Trouble.GARBAGE)
    ours = [turn.text for turn in turns if turn.by == "agent"]
    english = replace(brief, turns=turns, reading=reading, earlier_texts=ours, stock=())
    return InEnglish(english, compose(english))


def request_for(brief: DraftBrief, masks: Masks) -> Request[Translated] | None:
    """Word for word what leaves, for a call and for an admin who wants to see it; None for too long a talk."""
    turns, language = brief.turns[-MOST_TURNS:], brief.reading.language
    if sum(len(turn.text) for turn in turns) > MOST_LETTERS:
        return None
    prompt = prompts()["translate"]
    thread = "\n\n".join(fenced(turn.by, masks.hidden(turn.text)) for turn in turns)
    words = prompt.filled({"language": NAMES.get(language, language), "thread": thread})
    return Request(Purpose.TRANSLATE, prompt.name, prompt.version, prompt.instructions, (words,), Translated)


def is_faithful(turns: Sequence[Turn], said: Sequence[str], language: str) -> bool:
    """As many messages, none empty or many times as long, each with the figures, days, remedies and people that its
    writer named, and no other."""
    return len(turns) == len(said) and all(
        _is_whole(turn.text, words) and _keeps(turn, words, language) for turn, words in zip(turns, said, strict=True)
    )


def _is_whole(written: str, words: str) -> bool:
    is_bare = not re.search(r"\w", written)
    return bool(words.strip() or is_bare) and len(words) <= 4 * len(written) + 200 and not placeholders(words)


def _keeps(turn: Turn, words: str, language: str) -> bool:
    figures, told = set(_NUMBER.findall(turn.text)), set(_NUMBER.findall(words))
    if told - figures or figures - told - figures_in(words):
        return False
    offered, kept = remedies_in(turn.text), remedies_in(words)
    if kept - offered - _LOOSE or (offered & _SURE) - kept:
        return False
    planned = days_in(turn.text, language) - _MONTHS
    lost = days_lost(words, "en", planned) - ({"tomorrow"} if "morning" in words.lower() else set())
    is_latin = not re.search(r"[\u0370-\uffff]", turn.text.replace("’", ""))
    named = set(given_names(words)) - set(re.findall(r"\w+", f"{turn.name} {turn.text}"))
    return not (lost or days_in(words, "en") - planned - _MONTHS or (is_latin and named))
