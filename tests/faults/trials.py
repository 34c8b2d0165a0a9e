"""The same trial for each kind of fault, which may not cost a minute each."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager

from tests.faults.bench import Bench
from tests.faults.conftest import Begin
from tests.faults.flows import Flow
from tests.faults.oracles import judged

Trial = Callable[[Bench, str], Awaitable[None]]
Judge = Callable[[Bench], Awaitable[Sequence[str]]]


async def each(begin: Begin, flow: Flow, kinds: Sequence[str], trial: Trial, judge: Judge = judged) -> None:
    """One bot for each kind of fault, all at the same time, since most of it is waiting."""

    async def one(kind: str, begun: AbstractAsyncContextManager[Bench]) -> None:
        async with begun as bench:
            await trial(bench, kind)
            problems = [*await bench.settled(25), *await judge(bench)]
            assert problems == [], f"{kind}: {problems}"

    async with asyncio.TaskGroup() as trials:  # One that fails ends the others, so that no bot is left behind.
        for kind in kinds:
            trials.create_task(one(kind, begin(flow, kind)))
