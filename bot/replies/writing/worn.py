"""Lets a draft wear its agent's own voice: their greeting, their sign-off, and whether they say "I'll" or "I will"."""

import re

from bot.replies.writing.own_voice import OwnVoice, opened_up

_BASE = re.compile(r"^(?P<hello>Hi|Hello|Dear)(?: (?P<name>.+?))?,$")
_TITLED = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Miss|Rev|Sir|Professor)\b")
_LIGHT = re.compile(r"\b(?:hey|hiya|cheers|bye|best|have a|speak soon|take care|warmly|all the best)\b", re.IGNORECASE)
"""Words that are kind on an ordinary day and careless on a bad one."""
_HOURS = {"morning": range(4, 12), "afternoon": range(12, 18), "evening": range(17, 24)}
_OF_A_DAY = re.compile(
    r"\b(?:day|night|week|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|holidays?|"
    r"christmas|easter|summer)\b",
    re.IGNORECASE,
)
"""What fits only sometimes, such as "Have a good weekend"."""


def greeted(base: str, voice: OwnVoice, *, is_grave: bool, hour: int | None = None) -> str:
    """`base` is the greeting of a draft without a voice; a title stays, and so does the calm of a grave one.
    `hour` is the customer's, for those who write "Good morning"."""
    found = _BASE.match(base)
    if not voice.greeting or found is None:
        return base
    name = found["name"] or ""
    if _TITLED.match(name) or (found["hello"] == "Dear" and voice.greeting != "Dear"):
        return base
    if (is_grave and _LIGHT.search(voice.greeting)) or not _fits_the_hour(voice.greeting, hour):
        return base
    if voice.greeting == "Dear" and not name:
        return base
    mark = "!" if voice.mark == "!" and not is_grave else ","
    return f"{voice.greeting} {name}".strip() + mark


def signed(agent_name: str, voice: OwnVoice, *, is_grave: bool) -> str:
    """The last lines: their sign-off and their name, or the name alone; empty without a name."""
    close = voice.sign_off
    if not agent_name or not close or _OF_A_DAY.search(close) or (is_grave and _LIGHT.search(close)):
        return agent_name
    return f"{close},\n{agent_name}"


def said_as(text: str, voice: OwnVoice) -> str:
    """The draft's words as this agent would write them; what they mean stays the same."""
    return opened_up(text) if voice.contracts is False else text


def _fits_the_hour(hello: str, hour: int | None) -> bool:
    part = next((part for part in _HOURS if part in hello.lower()), "")
    return not part or (hour is not None and hour in _HOURS[part])
