"""The documents stay true: links lead somewhere, recipes stay short, and the commands that they name exist."""

import re
from pathlib import Path

import pytest

from tests.house.files import ROOT, tracked_files

MOST_FILES_A_RECIPE = 6
DOCUMENTS = [path for path in tracked_files() if path.suffix == ".md" and path.parts[0] not in ("tests", "prompts")]
RECIPES = (ROOT / "CONTRIBUTING.md").read_text().split("\n## ")[1:]


def links(text: str) -> list[str]:
    """Targets of Markdown links inside the project; code blocks are left out."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", prose)
    return [target for target in targets if not re.match(r"[a-z]+:", target)]


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_nowhere(document: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    place = (ROOT / document).parent / name if name else ROOT / document
    if not place.exists():
        return True
    return bool(anchor) and anchor not in anchors(place.read_text())


def recipe_files(recipe: str) -> list[str]:
    """The files that a recipe's numbered steps name."""
    steps = [line for line in recipe.splitlines() if re.match(r"\d+\. ", line)]
    return [match[1] for step in steps if (match := re.match(r"\d+\. `([^`]+)`", step))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    assert [target for target in links((ROOT / document).read_text()) if leads_nowhere(document, target)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_make_command_that_a_document_names_exists(document: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / document).read_text()))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe.splitlines()[0] for recipe in RECIPES])
def test_a_recipe_touches_at_most_six_files(recipe: str) -> None:
    assert len(recipe_files(recipe)) <= MOST_FILES_A_RECIPE


def test_the_checks_notice_what_they_look_for() -> None:
    assert links("[a](b.md) `x` [c](https://example.com) ```\n[d](e.md)\n```") == ["b.md"]
    assert leads_nowhere(Path("CONTRIBUTING.md"), "nowhere.md")
    assert leads_nowhere(Path("CONTRIBUTING.md"), "#no-such-heading")
    assert anchors("# A button, on both platforms\n") == {"a-button-on-both-platforms"}
    assert recipe_files("A feature\n1. `bot/x.py`: why\n2. `bot/y.py`: why\nNot 3. `bot/z.py`") == [
        "bot/x.py",
        "bot/y.py",
    ]
