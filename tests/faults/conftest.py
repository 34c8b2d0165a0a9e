"""The flows are learned once for all tests of this folder: those on Slack, and those on Teams when they are wanted."""

import asyncio
import fcntl
import pickle
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Protocol

import pytest

from tests.faults.bench import Bench, bench_in
from tests.faults.flows import CHAINS, CHAINS_ON_TEAMS, DRAFT, DRAFT_ON_TEAMS, Chains, Flow
from tests.faults.sweep import Learned, learn_all
from tests.work.conftest import bench as work_bench

__all__ = ["work_bench"]


@pytest.fixture(scope="session")
def once_for_all(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def learned(once_for_all: Path) -> Mapping[str, Learned]:
    return shared(once_for_all / "learned", CHAINS)


@pytest.fixture(scope="session")
def learned_on_teams(once_for_all: Path) -> Mapping[str, Learned]:
    return shared(once_for_all / "learned_on_teams", CHAINS_ON_TEAMS)


def shared(folder: Path, chains: Chains) -> Mapping[str, Learned]:
    """Whoever comes first learns; the others wait and read."""
    folder.mkdir(exist_ok=True)
    file = folder / "learned"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            found = asyncio.run(learn_all(Path(tempfile.mkdtemp(dir=folder)), chains))
            file.write_bytes(pickle.dumps({name: (one.begins_as, one.points) for name, one in found.items()}))
    written = pickle.loads(file.read_bytes())
    return {flow.name: Learned(flow, *written[flow.name]) for chain in chains for flow in chain}


class Begin(Protocol):
    def __call__(self, flow: Flow, name: str = "bench") -> AbstractAsyncContextManager[Bench]: ...


def beginning(learned: Mapping[str, Learned], folder: Path) -> Begin:
    @asynccontextmanager
    async def bench_at(flow: Flow, name: str = "bench") -> AsyncIterator[Bench]:
        async with bench_in(folder / name, begins_as=learned[flow.name].begins_as) as ready:
            await ready.start()
            yield ready

    return bench_at


@pytest.fixture
def begin(learned: Mapping[str, Learned], tmp_path: Path) -> Begin:
    """The scene as it stands when a flow begins, with a bot."""
    return beginning(learned, tmp_path)


@pytest.fixture
def begin_on_teams(learned_on_teams: Mapping[str, Learned], tmp_path: Path) -> Begin:
    return beginning(learned_on_teams, tmp_path)


@pytest.fixture
async def bench(begin: Begin) -> AsyncIterator[Bench]:
    """The scene on its first morning."""
    async with begin(DRAFT) as ready:
        yield ready


@pytest.fixture
async def teams(begin_on_teams: Begin) -> AsyncIterator[Bench]:
    """The same morning, for what happens on Teams."""
    async with begin_on_teams(DRAFT_ON_TEAMS) as ready:
        yield ready
