"""How long a draft takes with a playbook of 500 sections, on one core, the embedding of the message included."""

import random
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from datetime import time as clock

from bot.calendar.hours import TeamCalendar
from bot.conversation import Turn
from bot.reading.meaning import Meaning
from bot.reading.read import read
from bot.replies.finding.grounding import ground
from bot.replies.sources.playbook import Section, parse_page
from bot.replies.writing.compose import compose
from bot.replies.writing.plan import DraftBrief
from tests.evals.drafts import counted

SECTIONS, ROUNDS = 500, 60
NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
THINGS = (
    "kettle", "lamp", "desk", "carpet", "ladder", "mirror", "oven", "sofa", "clock", "shelf", "curtain", "mattress",
    "blender", "heater", "radio", "toaster", "wardrobe", "armchair", "freezer", "printer", "camera", "tent", "stove",
    "saddle", "canoe",
)  # fmt: skip
MATTERS = ("Delivery", "Returns", "Repairs", "Cleaning", "Spare parts", "Warranty", "Assembly", "Hire", "Recycling")
ASKED = (
    "How long does it take to repair the {thing}, and what does it cost?",
    "Can I return the {thing} if I don't like it after two weeks?",
    "Who collects the old {thing} when the new one comes? And do I have to be at home for that?",
    "My {thing} broke after a year. Is that covered, and do you send the part by post?",
    "Do you ship a {thing} to Austria, and what is the postage?",
)


def playbook(sections: int) -> tuple[Section, ...]:
    """Pages of made-up rules, each section with sentences, points and a table, all a little different."""
    made: list[Section] = []
    dice = random.Random(1)
    for number in range(sections):
        thing, matter = THINGS[number % len(THINGS)], MATTERS[number // len(THINGS) % len(MATTERS)]
        days, price = dice.randint(2, 40), dice.randint(5, 300)
        made += parse_page(f"{number}.md", f"""# {matter} of the {thing} {number}
A {thing} is taken back or mended within {days} days when the order number is with it. Tell us before {days % 12}:00.
- Parts for the {thing}: {price} euros, sent by post in {days % 7 + 1} days.
- The carrier collects the old {thing} from the kerb, and nobody has to be at home.

| country | price | time |
|---|---|---|
| Germany | {price} euros | {days} days |
| Austria | {price + 9} euros | {days + 2} days |
""").sections  # fmt: skip
    return tuple(made)


async def measure() -> list[tuple[str, str, str]]:
    """Rows of (what, figure, unit)."""
    sections = playbook(SECTIONS)
    meaning = counted(sections)
    drafts = _times(lambda turn: compose(_brief(_words(turn), sections, meaning)))
    wordy = _times(lambda turn: compose(_brief(_words(turn), sections, None)))
    asks = _times(lambda turn: ground(_words(turn), sections, on=NOW.date(), meaning=meaning))
    known = _times(lambda turn: ground(_words(-1), sections, on=NOW.date(), meaning=meaning))
    return [
        (f"a message read and its draft composed, {SECTIONS} sections, embedded", *_p(drafts, "at most 120 and 300")),
        ("the same without embedding", *_p(wordy)),
        ("one ask looked up, embedded", *_p(asks)),
        ("one ask looked up, its embedding known", *_p(known, "p50 at most 15")),
    ]


def _words(turn: int) -> str:
    """Another message each time, so that nothing is answered from memory."""
    asked = ASKED[turn % len(ASKED)].format(thing=THINGS[turn % len(THINGS)])
    return f"Hello, I bought one of yours {turn} weeks ago for our kitchen. {asked} Thank you, Robin"


def _brief(words: str, sections: tuple[Section, ...], meaning: Meaning | None) -> DraftBrief:
    turns = [Turn("customer", "Robin Hale", words, NOW)]
    return DraftBrief(
        turns=turns,
        reading=read(turns, meaning=meaning),
        customer_name="Robin Hale",
        agent_name="Pat",
        now=NOW,
        customer_zone="Europe/Berlin",
        agent_zone="Europe/Berlin",
        calendar=TeamCalendar("Europe/Berlin", opens_at=clock(8), closes_at=clock(18)),
        sections=sections,
        meaning=meaning,
    )


def _times(work: Callable[[int], object]) -> list[float]:
    work(-1)  # The index is made once, after an import.
    times = []
    for turn in range(ROUNDS):
        begun = time.perf_counter()
        work(turn)
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)


def _p(times: Sequence[float], goal: str = "") -> tuple[str, str]:
    found = f"{times[len(times) // 2]:.0f} / {times[int(len(times) * 0.95)]:.0f}"
    return found, f"ms, p50 / p95{f' ({goal})' if goal else ''}"
