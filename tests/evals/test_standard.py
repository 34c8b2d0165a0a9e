"""Our figures for the standard are those of the scorer that counts."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from tests.evals import standard

SHARED = Path(__file__).parents[3] / "shared" / "data"
OWN_CASES: list[dict[str, Any]] = [
    {
        "id": "own1",
        "thread": [{"by": "customer", "name": "Ines Moreau", "text": "Can I swap the harp for a bigger one?"}],
        "draft": "Hi Ines, I can't swap the harp. Have a lovely week.",
        "known": {},
        "breaks": ["S4"],
    },
    {
        "id": "own2",
        "thread": [{"by": "customer", "name": "Ines Moreau", "text": "Can I swap the harp for a bigger one?"}],
        "draft": "Hi Ines, yes, the bigger harp is yours from Friday.",
        "known": {"swap": "yes, from Friday"},
        "breaks": [],
    },
]


def cases() -> list[dict[str, Any]]:
    lines = (SHARED / "standard.dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def test_a_prediction_has_the_form_of_the_input_and_ignores_its_labels() -> None:
    predicted = standard.predict({**OWN_CASES[0], "breaks": ["S1"]})
    assert {key: predicted[key] for key in OWN_CASES[0]} == OWN_CASES[0]
    assert predicted["findings"][0]["rule"] == "S4"


def test_a_wrong_prediction_costs_what_it_should() -> None:
    wrong = [{"id": "own1", "breaks": ["S5"]}, {"id": "own2", "breaks": ["S12"]}]
    figures = standard.score(OWN_CASES, wrong)
    assert (figures["micro"]["tp"], figures["micro"]["fp"], figures["micro"]["fn"]) == (0, 2, 1)
    assert figures["clean"] == 0.0
    assert sorted(miss[0] for miss in standard.misses(OWN_CASES, wrong)) == ["false", "false", "missed"]


@pytest.mark.skipif(not SHARED.exists(), reason="The shared evaluation data lies outside of the repository.")
def test_our_figures_agree_with_the_shared_scorer() -> None:
    labelled = cases()
    predicted = [standard.predict(case) for case in labelled]
    # Spoilt on purpose, so that every kind of miss is counted by both.
    for number, line in enumerate(predicted):
        line["breaks"] = [*line["breaks"][number % 3 == 0 :], *(["S8"] if number % 7 == 0 else [])]
    scorer = runpy.run_path(str(SHARED / "score.py"))
    figures, missed = scorer["standard"](labelled, {line["id"]: line for line in predicted})
    assert standard.score(labelled, predicted) == figures
    assert sorted(standard.misses(labelled, predicted)) == sorted(missed)


@pytest.mark.skipif(not SHARED.exists(), reason="The shared evaluation data lies outside of the repository.")
def test_the_development_file_is_judged_well_enough() -> None:
    labelled = cases()
    figures = standard.score(labelled, [standard.predict(case) for case in labelled])
    assert figures["micro"]["f1"] >= 0.9
    assert figures["clean"] >= 0.95
