"""Every setting is explained in .env.example, and nothing else reads the environment."""

import ast
import importlib
import re

from tests.house.files import ROOT, product_modules

EXAMPLE = (ROOT / ".env.example").read_text()
SECRET = re.compile(r"_(?:KEY|SECRET|TOKEN|PASSWORD)$")


def explained() -> dict[str, tuple[str, str]]:
    """Each setting's comment and example value."""
    found = re.findall(r"^# (.+)\n([A-Z][A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE)
    return {name: (comment, value) for comment, name, value in found}


def settings_of_the_process() -> set[str] | None:
    """The names that bot/settings.py reads, or None until that module exists."""
    if not (ROOT / "bot/settings.py").exists():
        return None
    module = importlib.import_module("bot.settings")
    return {f"KINDLINE_{field.upper()}" for field in module.Settings.model_fields}


def test_every_setting_is_explained_and_every_explanation_has_its_setting() -> None:
    ours = {name for name in explained() if name.startswith("KINDLINE_")}
    read = settings_of_the_process()
    assert read is None or ours == read


def test_every_line_with_a_value_has_a_comment_above_it() -> None:
    assigned = re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE)
    assert assigned == list(explained())


def test_no_secret_has_an_example_value() -> None:
    assert {name: value for name, (_, value) in explained().items() if SECRET.search(name) and value} == {}


def test_the_environment_is_read_in_no_other_place() -> None:
    readers = [
        path.as_posix()
        for path in product_modules()
        for node in ast.walk(ast.parse((ROOT / path).read_text()))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("os.environ", "os.getenv")
    ]
    assert set(readers) <= {"app.py"}
