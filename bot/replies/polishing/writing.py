"""Asks for a draft's words, holds them against what was decided, asks once more at most, and else says why not."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, Field

from bot.model.asker import Asked, Asker
from bot.reading.language import NAMES
from bot.replies.polishing.guard import Decided, findings, named
from bot.replies.polishing.masks import Masks
from bot.workspace_settings import ModelPolicy
from prompts.asking import DEADLINE_S, Purpose, Request, Trouble
from prompts.prompt import Prompt, fenced, prompts

BY_MODEL = "Your model chose the words; what it says was decided and checked here."
NOT_KEPT = "Your model's words did not say just what was decided, so these are my own words."
LEAST_S = 2.0
"""A second try with less time than this would end in nothing."""
MOST_LETTERS, MOST_TURNS = 6000, 12
"""Of a thread; older turns and the rest of a long one stay at home."""
STYLES = {
    "": "warm, natural and to the point",
    "warmer": "warmer than usual: more of the person, no more of the words",
    "shorter": "as short as it can be without losing anything",
    "formal": "formal: no contractions, no first names beyond the plan's own",
    "cooler": "calm and sober, since the customer is upset: no cheer, no gushing, no exclamation mark",
}
Check = Callable[[str], Sequence[str]]
"""What else must hold for a reply, such as the standard: findings, one sentence each. It may take a while."""


class Words(BaseModel):
    """What a model may answer with: words and nothing else. Other fields are dropped."""

    reply: str = Field(max_length=8000)


@dataclass(frozen=True, slots=True)
class Case:
    """One draft to be put into words. `turns` are (customer or agent, words), the oldest first."""

    asked: Asked
    decided: Decided
    turns: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    """Everybody's names, which leave masked."""
    policy: ModelPolicy = "masked"
    style: str = ""
    habits: tuple[str, ...] = ()
    """How the agent writes, in plain words."""
    examples: tuple[str, ...] = ()
    """Replies that this workspace saved as good ones, for their sound."""
    check: Check = lambda _: ()


@dataclass(frozen=True, slots=True)
class Written:
    """`text` is empty where the decided reply stays; `line` is for the card."""

    text: str = ""
    line: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    asker: Asker

    async def write(self, case: Case) -> Written:
        """Within the purpose's deadline, both tries together."""
        loop = asyncio.get_running_loop()
        ends_at = loop.time() + DEADLINE_S[Purpose.DRAFT]
        masks = Masks(case.people, case.policy)
        request = await asyncio.to_thread(request_for, case, masks)
        asked = []
        for is_second in (False, True):
            asked.append(request)
            reply = await self.asker.ask(case.asked, request, ends_at - loop.time())
            if reply.value is None:
                return Written(line=(reply.trouble or Trouble.GARBAGE).sentence, trouble=reply.trouble)
            text = masks.shown(reply.value.reply).strip()
            found = await asyncio.to_thread(_findings, text, case)
            if not found:
                return Written(text, BY_MODEL)
            if is_second or ends_at - loop.time() < LEAST_S:
                break
            request = repair_of(request, reply.value.reply, found, masks)
        for one in asked:
            self.asker.forget(case.asked, one)
        return Written(line=NOT_KEPT, trouble=Trouble.GARBAGE)


def _findings(text: str, case: Case) -> list[str]:
    return findings(text, case.decided) or list(case.check(text))


def request_for(case: Case, masks: Masks) -> Request[Words]:
    """Word for word what leaves, for a call and for an admin who wants to see it."""
    prompt = prompts()["draft"]
    thread = [fenced(by, masks.hidden(words)) for by, words in _newest(case.turns)]
    plan = masks.hidden(case.decided.text)
    facts = [masks.hidden(one) for one in case.decided.told]
    examples = [fenced("example", masks.hidden(one)) for one in case.examples]
    about = {case.decided.customer: "the customer's name", case.decided.agent: "the agent's name"}
    filled = prompt.filled(
        {
            "language": NAMES.get(case.decided.language, case.decided.language),
            "plan": "\n\n".join([plan, *(f"(What the source of an answer says: {one})" for one in facts)]),
            "thread": "\n\n".join(thread),
            "style": masks.hidden("; ".join((STYLES.get(case.style, STYLES[""]), *case.habits))),
            "names": masks.legend(about),
            "examples": "\n\n".join(examples) or "none",
        }
    )
    return _request(prompt, prompt.instructions, (filled,))


def repair_of(request: Request[Words], said: str, found: Sequence[str], masks: Masks) -> Request[Words]:
    """The same talk with the findings. What the model said goes back as it was said."""
    prompt = prompts()["repair"]
    again = prompt.filled({"findings": masks.hidden(named(found))})
    answer = Words(reply=said).model_dump_json()
    return _request(prompt, request.instructions, (*request.said, answer, again))


def _request(prompt: Prompt, instructions: str, said: tuple[str, ...]) -> Request[Words]:
    return Request(Purpose.DRAFT, prompt.name, prompt.version, instructions, said, Words)


def _newest(turns: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The newest that fit; a single one that is too long is cut and says so."""
    kept: list[tuple[str, str]] = []
    left = MOST_LETTERS
    for by, words in reversed(turns[-MOST_TURNS:]):
        if left <= 0:
            break
        kept.append((by, words if len(words) <= left else words[:left] + " … (cut here, it is longer)"))
        left -= len(words)
    return kept[::-1]
