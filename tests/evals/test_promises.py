"""Our figures for promises are those of the scorer that counts."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from tests.evals import promises

SHARED = Path(__file__).parents[3] / "shared" / "data"
OWN_CASES: list[dict[str, Any]] = [
    {
        "id": "own1",
        "sent_at": "2026-11-18T10:30:00+01:00",
        "tz": "Europe/Berlin",
        "customer_tz": None,
        "author": "agent",
        "text": "I'll tune the harp by Friday. The shop is nice.",
        "promises": [
            {
                "quote": "I'll tune the harp by Friday",
                "due": "2026-11-20T23:59:59+01:00",
                "precision": "day",
                "due_from": None,
            }
        ],
    },
    {
        "id": "own2",
        "sent_at": "2026-11-18T10:30:00+01:00",
        "tz": "Europe/Berlin",
        "customer_tz": "Asia/Tokyo",
        "author": "customer",
        "text": "I'll pay by Friday.",
        "promises": [],
    },
]


def test_a_prediction_has_the_form_of_the_input_and_ignores_its_labels() -> None:
    predicted = promises.predict({**OWN_CASES[0], "promises": []})
    assert predicted == OWN_CASES[0]


def test_a_customers_promise_is_not_ours() -> None:
    assert promises.predict(OWN_CASES[1])["promises"] == []


def test_a_wrong_prediction_costs_what_it_should() -> None:
    wrong = [{"id": "own1", "promises": [{"quote": "The shop is nice", "due": None}]}]
    figures = promises.score(OWN_CASES, wrong)
    assert (figures["tp"], figures["fp"], figures["fn"]) == (0, 1, 1)
    assert [miss[0] for miss in promises.misses(OWN_CASES, wrong)] == ["missed", "false"]


@pytest.mark.skipif(not SHARED.exists(), reason="The shared evaluation data lies outside of the repository.")
def test_our_figures_agree_with_the_shared_scorer() -> None:
    lines = (SHARED / "promises.dev.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    predicted = [promises.predict(case) for case in cases]
    # Spoilt on purpose, so that every kind of miss is counted by both.
    for number, line in enumerate(predicted):
        for found in line["promises"][: number % 3]:
            found.update({"due": None} if number % 2 else {"quote": line["text"][:4]})
    scorer = runpy.run_path(str(SHARED / "score.py"))
    figures, missed = scorer["promises"](cases, {line["id"]: line for line in predicted})
    assert promises.score(cases, predicted) == figures
    assert len(promises.misses(cases, predicted)) == len(missed)


@pytest.mark.skipif(not SHARED.exists(), reason="The shared evaluation data lies outside of the repository.")
def test_the_development_file_is_read_well_enough() -> None:
    lines = (SHARED / "promises.dev.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    figures = promises.score(cases, [promises.predict(case) for case in cases])
    assert figures["f1"] >= 0.95
    assert figures["due_exact"] >= 0.95
    assert figures["false_due"] <= 0.05
