"""How long one customer's thread takes to read and one draft to check, on one core, and what that costs in memory."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.conversation import Turn
from bot.reading.meaning import Meaning, meaning_from
from bot.reading.read import read
from bot.reading.words import sentences
from bot.standard.check import check
from bot.standard.context import Context

ROOT = Path(__file__).parents[2]
ROUNDS = 60
CUSTOMER, AGENT = "Ines Marlow", "Tom"
SAID = (
    "Hello, I ordered a dining table (order 77120) for our new flat, and it was due on Tuesday.",
    "Good morning Ines, thank you for writing. I'm looking at order 77120 now and will write again by noon.",
    "Thanks. We have eight guests on Saturday, so it matters. Can you also tell me whether the chairs come with it?",
    "The chairs are on the same lorry, Ines. It left the warehouse on Monday and should reach you on Thursday.",
    "It is Thursday evening and nothing came. I took the afternoon off work for this.",
    "I'm sorry, Ines: the lorry broke down near Ulm. I've moved your order to tomorrow's tour, between 9 and 12.",
    "Fine. But please ring me on 0171 555 0199 an hour before, the bell does not work.",
    "I've noted the number for the driver. You'll hear from him tomorrow.",
    "Nobody rang, and now there is a slip that says I was out. I was not out, I waited the whole morning!",
    "This is the third time. When does it come, who pays for the day I lost, and can you leave out the delivery fee? "
    "If it isn't here on Friday I'd rather have my money back and buy it somewhere else.",
)
NAMES = (*(CUSTOMER, AGENT) * 4, CUSTOMER, CUSTOMER)
DRAFT = (
    "Dear Ines, I'm sorry that nobody rang and that you lost another morning. That is our failure, not yours. I've "
    "asked the depot to bring order 77120 on Friday between 9 and 11, and I'll ring you myself on Thursday by 16:00 "
    "to confirm it. I've taken the delivery fee of 39 euros off your bill today. If you'd rather have your money "
    "back, one line to me is enough and I'll send it the same day. Kind regards, Tom"
)
KNOWN = {"order": "77120", "delivery_fee": "39 euros", "next_tour": "Friday 9-11"}


async def measure() -> list[tuple[str, str, str]]:
    """Rows of (what, figure, unit)."""
    meaning = meaning_from("")
    without, with_it = _p50(_work(None)), _p50(_work(meaning))
    loaded = "import app, bot.routes, bot.reading.read, bot.standard.check"
    used = (
        f"{loaded}; from bot.reading.meaning import meaning_from; "
        "m = meaning_from(''); [m.vectors(['what a long wait ' * 20] * 8) for _ in range(9)]"
    )
    return [
        ("ten messages read and a draft checked, no embedding", f"{without:.1f}", "ms, p50 (at most 40)"),
        ("the same, the newest turn embedded", f"{with_it:.1f}", "ms, p50 (at most 120)"),
        ("resident, the whole program imported", f"{_resident(loaded):.0f}", "MB (at most 300)"),
        ("resident, with the embedding in use", f"{_resident(used):.0f}", "MB (at most 500)"),
    ]


def _work(meaning: Meaning | None) -> Callable[[int], object]:
    def once(turn: int) -> None:
        # Another word in each sentence each time, so that nothing is answered from memory.
        said = [" ".join(f"{piece} ({turn})" for piece in sentences(text)) for text in SAID]
        thread = [
            Turn(by="agent" if name == AGENT else "customer", name=name, text=text)
            for name, text in zip(NAMES, said, strict=True)
        ]
        draft = f"{DRAFT} {turn}"
        check(draft, Context(thread, read(thread, meaning=meaning), KNOWN))

    return once


def _p50(work: Callable[[int], object]) -> float:
    work(-1)
    times = []
    for turn in range(ROUNDS):
        begun = time.perf_counter()
        work(turn)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def _resident(code: str) -> float:
    """MB of a process of its own, after it ran the code; 0 where the system does not tell."""
    told = "import pathlib; f = pathlib.Path('/proc/self/status'); print(f.read_text() if f.exists() else '')"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {told}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    line = next((line for line in done.stdout.splitlines() if line.startswith("VmRSS")), "VmRSS: 0 kB")
    return int(line.split()[1]) / 1024
