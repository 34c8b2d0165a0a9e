"""The flows are learned once for all tests of this folder."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Protocol

import pytest

from tests.faults.bench import Bench, bench_in
from tests.faults.flows import DRAFT, Flow
from tests.faults.sweep import Learned, learn_all
from tests.work.conftest import bench as work_bench

__all__ = ["work_bench"]


@pytest.fixture(scope="session")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Learned]:
    return asyncio.run(learn_all(tmp_path_factory.mktemp("learned")))


class Begin(Protocol):
    def __call__(self, flow: Flow, name: str = "bench") -> AbstractAsyncContextManager[Bench]: ...


@pytest.fixture
def begin(learned: Mapping[str, Learned], tmp_path: Path) -> Begin:
    """The scene as it stands when a flow begins, with a bot."""

    @asynccontextmanager
    async def bench_at(flow: Flow, name: str = "bench") -> AsyncIterator[Bench]:
        async with bench_in(tmp_path / name, begins_as=learned[flow.name].begins_as) as ready:
            await ready.start()
            yield ready

    return bench_at


@pytest.fixture
async def bench(begin: Begin) -> AsyncIterator[Bench]:
    """The scene on its first morning."""
    async with begin(DRAFT) as ready:
        yield ready
