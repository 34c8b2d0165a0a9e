"""Learns the points of each flow from one run, then kills the bot at them and judges what is left."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.bench import Bench, bench_in
from tests.faults.flows import Chains, Flow
from tests.faults.oracles import judged

AT_ONCE = 4
TRIES = 3
_SIGNS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Replay:
    """How one replay ended: whether the bot died where it should, and what was wrong afterwards."""

    point: str
    has_died: bool
    problems: Sequence[str]


@dataclass(frozen=True, slots=True)
class Learned:
    """A flow, the scene as it stands when it begins, and its points in the order of one undisturbed run."""

    flow: Flow
    begins_as: Path
    points: Sequence[str]

    async def replay(self, folder: Path, point: str) -> Replay:
        """Die at this point, come back, go on. A point that was missed, since timing differs, is tried again."""
        ended = Replay(point, has_died=False, problems=())
        for number in range(TRIES):
            place = folder / f"{_SIGNS.sub('-', point)}{number}"
            async with bench_in(place, begins_as=self.begins_as) as bench:
                await bench.start(die_at=point)
                problems = await goes_through(self.flow, bench)
                ended = Replay(point, point in bench.points(), problems)
            if ended.has_died or ended.problems:
                break
        return ended

    async def replay_all(self, folder: Path, points: Sequence[str]) -> list[Replay]:
        """Several at a time, since most of a replay is waiting."""
        free = asyncio.Semaphore(AT_ONCE)

        async def one(point: str) -> Replay:
            async with free:
                return await self.replay(folder, point)

        return list(await asyncio.gather(*(one(point) for point in points)))


async def goes_through(flow: Flow, bench: Bench) -> list[str]:
    """Run the flow to its end, whatever happens to the bot, and judge."""
    problems: list[str] = []
    try:
        await flow.run(bench)
    except AssertionError as error:
        problems.append(str(error))
    problems += [f"never settled: {one}" for one in await bench.settled()]
    return [*problems, *await judged(bench)]


async def learn_all(folder: Path, chains: Chains) -> dict[str, Learned]:
    """Every flow of these, by name. Flows of a chain go on from where the one before ended."""
    fresh = folder / "fresh"
    async with bench_in(fresh) as bench:
        await bench.start()
    found = await asyncio.gather(*(_learn_chain(folder, fresh, chain) for chain in chains))
    return {learned.flow.name: learned for chain in found for learned in chain}


async def _learn_chain(folder: Path, fresh: Path, chain: Sequence[Flow]) -> list[Learned]:
    learned: list[Learned] = []
    begins_as = fresh
    for flow in chain:
        place = folder / _SIGNS.sub("-", flow.name)
        async with bench_in(place, begins_as=begins_as) as bench:
            await bench.start()
            begun = len(bench.points())
            problems = await goes_through(flow, bench)
            assert (problems, bench.deaths) == ([], 0), f"{problems}\n{bench.log[-2000:]}"
            points = tuple(dict.fromkeys(bench.points()[begun:]))
        learned.append(Learned(flow, begins_as, points))
        begins_as = place
    return learned
