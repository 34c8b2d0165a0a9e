"""Modules stay small, well named and honest about why they exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.files import ROOT, modules, product_modules, tracked_files

MOST_LINES = 300
MOST_FUNCTION_LINES = 50
DRAWERS = {"utils", "helpers", "common", "misc", "base", "manager", "service", "core"}
TOP_FOLDERS = {".ci", "bot", "handlers", "prompts", "storage", "tests", "docs"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
MAY_ASK_THE_TIME = Path("bot/work/clock.py")


def long_functions(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_FUNCTION_LINES:
                yield f"{node.name} has {lines} lines"


def clocks_asked(source: str) -> list[str]:
    calls = (ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call for call in calls if ".".join(call.split(".")[-2:]) in CLOCKS]


def silent_excepts(source: str) -> list[int]:
    handlers = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler))
    return [handler.lineno for handler in handlers if all(isinstance(line, ast.Pass) for line in handler.body)]


def opening_problem(source: str) -> str:
    """What is wrong with a module's first words; empty when nothing is."""
    opening = ast.get_docstring(ast.parse(source))
    if not opening:
        return "has no docstring"
    first_paragraph = opening.split("\n\n")[0].strip()
    return "" if first_paragraph.endswith((".", ":")) else "does not open with a sentence"


def read(path: Path) -> str:
    return (ROOT / path).read_text()


def test_the_top_level_holds_only_the_known_rooms() -> None:
    folders = {path.parts[0] for path in tracked_files() if len(path.parts) > 1}
    assert folders <= TOP_FOLDERS


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    lengths = {str(path): read(path).count("\n") for path in modules()}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_file_has_a_drawers_name() -> None:
    named = [path for path in tracked_files() if {path.stem, *path.parent.parts} & DRAWERS]
    assert named == []


def test_every_module_opens_with_a_sentence_that_says_why_it_exists() -> None:
    problems = {str(path): opening_problem(read(path)) for path in modules() if read(path).strip()}
    assert {path: problem for path, problem in problems.items() if problem} == {}


def test_only_a_folder_of_tests_may_have_an_empty_module() -> None:
    assert [path for path in product_modules() if not read(path).strip()] == []


def test_every_function_fits_on_a_screen() -> None:
    # A migration is a list of tables, and reads best as one.
    found = {
        str(path): list(long_functions(read(path))) for path in product_modules() if "migrations" not in path.parts
    }
    assert {path: functions for path, functions in found.items() if functions} == {}


def test_no_except_passes_in_silence() -> None:
    found = {str(path): silent_excepts(read(path)) for path in modules()}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_the_bot_never_asks_the_time() -> None:
    asked = {
        str(path): clocks_asked(read(path)) for path in modules() if path.parts[0] == "bot" and path != MAY_ASK_THE_TIME
    }
    assert {path: calls for path, calls in asked.items() if calls} == {}


def test_the_checks_notice_what_they_look_for() -> None:
    long_one = "def story():\n" + "    pass\n" * MOST_FUNCTION_LINES
    assert list(long_functions(long_one)) == ["story has 51 lines"]
    assert clocks_asked("import datetime as d\nat = d.datetime.now(UTC)") == ["d.datetime.now"]
    assert silent_excepts("try:\n    go()\nexcept OSError:\n    pass") == [3]
    assert opening_problem("x = 1") == "has no docstring"
    assert opening_problem('"""Stuff"""') == "does not open with a sentence"


def test_test_names_are_sentences_of_behaviour() -> None:
    names = [
        (path.as_posix(), node.name)
        for path in modules()
        if path.name.startswith("test_")
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    ]
    assert [(path, name) for path, name in names if not re.fullmatch(r"test(_[a-z0-9]+){3,}", name)] == []


def test_no_test_replaces_parts_of_others_with_patch() -> None:
    patching = re.compile(
        r"^\s*(?:from|import) unittest(?:\.| import )mock|\bmocker\.|\bmock" + r"\.patch\b", re.MULTILINE
    )
    assert [str(path) for path in modules() if patching.search(read(path))] == []
