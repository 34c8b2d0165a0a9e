"""`app.py eval drafts` beside a model: the exact requests, and its drafts beside ours."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.evals.drafts import predict
from tests.evals.model_drafts import added, shown
from tests.prompts.fake_model import fake_model
from tests.replies.polishing.scripted import plan_of, saying_the_plan

NOW = datetime(2026, 11, 18, 10, 30, tzinfo=UTC)
CASE = {
    "id": "c1",
    "customer": {"name": "Annelie Voss"},
    "agent": {"name": "Frieda Brandt"},
    "thread": [{"by": "customer", "name": "Annelie Voss", "text": "Hi, where is my bicycle trailer, order MB-44120?"}],
}


def test_each_request_is_shown_word_for_word_and_masked(tmp_path: Path) -> None:
    (line,) = shown([CASE], tmp_path, NOW)
    assert line["prompts"].keys() == {"Instructions", "Request"}
    assert "[ORDER_1]" in line["prompts"]["Request"] and "44120" not in str(line)


async def test_a_models_draft_stands_beside_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    says = saying_the_plan(lambda plan: plan.replace("\n\n", "\n\nI can tell how you wait. ", 1))
    async with fake_model(says=says) as fake:
        monkeypatch.setenv("KINDLINE_MODEL_NAME", "m")
        monkeypatch.setenv("KINDLINE_MODEL_URL", fake.url)
        ours = predict(CASE, tmp_path, NOW)
        (line,) = await asyncio.to_thread(added, [CASE], [ours], tmp_path, NOW)
        asked = plan_of(fake.asked[0])
    assert line["draft"] == ours["draft"] and "I can tell how you wait." in line["model_draft"]
    assert "[NAME_" in asked and "Annelie" in line["model_draft"]


async def test_without_a_model_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KINDLINE_MODEL_NAME", raising=False)
    with pytest.raises(ValueError, match="No model is set up"):
        await asyncio.to_thread(added, [CASE], [{}], tmp_path, NOW)
