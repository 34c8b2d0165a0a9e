"""A draft in a model's words, on both platforms, through every real part; and the same when the model fails. Each story
that makes it fail asks something else, since a running bot remembers what it was answered."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager

import pytest

from bot.replies.polishing.writing import BY_MODEL
from prompts.asking import DEADLINE_S, Purpose, Trouble
from tests.demo import Demo, running_demo
from tests.prompts.fake_model import FakeModel, fake_model, slow
from tests.replies.polishing.scripted import all_words, saying_the_plan
from tests.stories.people import MARIGOLD, ON_TEAMS, Memory, Scene

TRAILER = "Hi Frieda, where is my bicycle trailer? It should have come on Monday. Order MB-44120."
WARM = "I can tell how you wait for it. "
HANGS = "Hi Frieda, when does my helmet with the broken strap come back from you? It was sent in on {day}."
both = pytest.mark.parametrize("team", [MARIGOLD, ON_TEAMS])


@contextmanager
def model_server() -> Iterator[FakeModel]:
    """On a loop of its own, beside the story."""
    loop, stack = asyncio.new_event_loop(), AsyncExitStack()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        says = saying_the_plan(lambda plan: plan.replace("\n\n", f"\n\n{WARM}", 1))
        opening = stack.enter_async_context(fake_model(says=says))
        yield asyncio.run_coroutine_threadsafe(opening, loop).result(10)
    finally:
        asyncio.run_coroutine_threadsafe(stack.aclose(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Demo, FakeModel]]:
    with model_server() as fake, running_demo(tmp_path_factory.mktemp("model"), model_url=fake.url) as demo:
        yield demo, fake


@pytest.fixture
def fake(running: tuple[Demo, FakeModel]) -> FakeModel:
    running[1].behaves = None
    running[1].asked.clear()
    return running[1]


@pytest.fixture
def scene(running: tuple[Demo, FakeModel], team: str) -> Scene:
    running[0].ask("reset")
    return Scene(running[0], Memory(), team)


@both
def test_the_card_comes_in_the_models_words_and_nothing_personal_left(scene: Scene, fake: FakeModel) -> None:
    scene.annelie.says(TRAILER)
    card = scene.frieda.draft(WARM.strip())
    assert BY_MODEL in card.words and "Annelie" in card.words
    left = all_words(fake.asked)
    assert fake.asked and not [one for one in ("Annelie", "Frieda", "44120") if one in left]


@both
def test_a_variant_comes_at_once_and_then_in_the_models_words(scene: Scene, fake: FakeModel) -> None:
    scene.annelie.says(TRAILER)
    scene.frieda.chooses(scene.frieda.draft(WARM.strip()), "More", "Shorter")
    scene.frieda.until(lambda seen: "Written as you chose: shorter" in seen.words and BY_MODEL in seen.words, "both")


@pytest.mark.parametrize("team", [ON_TEAMS])
def test_an_admin_sees_what_would_leave_and_switches_it_off(scene: Scene, fake: FakeModel) -> None:
    scene.nadine.types("/kindline model off")
    scene.annelie.says(TRAILER)
    assert BY_MODEL not in scene.frieda.draft().words and fake.asked == []


@both
def test_a_model_that_hangs_costs_its_deadline_and_no_draft(scene: Scene, fake: FakeModel) -> None:
    fake.behaves = slow(120)
    scene.annelie.says(HANGS.format(day="Monday" if scene.team == MARIGOLD else "Tuesday"))
    scene.demo.ask("clock", advance_s=60)
    card = scene.frieda.card("Draft ready", within_s=DEADLINE_S[Purpose.DRAFT] + 8)
    assert Trouble.TOO_SLOW.sentence in card.words and "Annelie" in card.words
