"""Learns the points of a flow from one run, then kills the bot at each of them and judges what is left."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.bench import Bench, bench_in
from tests.faults.flows import Flow
from tests.faults.oracles import judged

_SIGNS = re.compile(r"\W+")
AT_ONCE = 3
TRIES = 3


@dataclass(frozen=True, slots=True)
class Replay:
    """How one replay ended: whether the bot died where it should, and what was wrong afterwards."""

    point: str
    has_died: bool
    problems: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sweep:
    """One flow in one folder. `start` holds the scene as it stands when the flow begins."""

    flow: Flow
    folder: Path

    @property
    def start(self) -> Path:
        return self.folder / "start"

    async def prepare(self) -> None:
        async with bench_in(self.start) as bench:
            await bench.start()
            for earlier in self.flow.before:
                await earlier(bench)
            assert await bench.settled() == []
            await bench.stop()

    async def learn(self) -> list[str]:
        """The points that the flow passes, in order, without anything going wrong."""
        async with bench_in(self.folder / "learning", begins_as=self.start) as bench:
            await bench.start()
            begun = len(bench.points())
            problems = await self._run(bench)
            assert (problems, bench.deaths) == ([], 0), bench.log
            return bench.points()[begun:]

    async def replay(self, point: str, *, mutant: str = "") -> Replay:
        """Die at this point, come back, go on. A point that was missed, since timing differs, is tried again."""
        ended = Replay(point, has_died=False, problems=())
        for number in range(TRIES):
            name = f"{_SIGNS.sub('-', point)}-{mutant}-{number}"
            async with bench_in(self.folder / name, begins_as=self.start, mutant=mutant) as bench:
                await bench.start(die_at=point)
                ended = Replay(point, has_died=False, problems=await self._run(bench))
                if bench.deaths or ended.problems:
                    return Replay(point, bench.deaths > 0, ended.problems)
        return ended

    async def _run(self, bench: Bench) -> list[str]:
        problems: list[str] = []
        try:
            await self.flow.run(bench)
        except AssertionError as error:
            problems.append(str(error))
        problems += [f"never settled: {one}" for one in await bench.settled()]
        return [*problems, *await judged(bench)]

    async def replay_all(self, points: Sequence[str]) -> list[Replay]:
        """Several at a time, since most of a replay is waiting."""
        free = asyncio.Semaphore(AT_ONCE)

        async def one(point: str) -> Replay:
            async with free:
                return await self.replay(point)

        return list(await asyncio.gather(*(one(point) for point in points)))


async def swept(flow: Flow, folder: Path, every: int = 1) -> list[Replay]:
    """Every `every`-th point of the flow."""
    sweep = Sweep(flow, folder)
    await sweep.prepare()
    points = list(dict.fromkeys(await sweep.learn()))
    return await sweep.replay_all(points[:: every])
