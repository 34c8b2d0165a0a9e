"""The parts inside blocks (texts, buttons, menus, inputs) and Slack's limits on each."""

from collections.abc import Iterator
from typing import Any, NamedTuple

BUTTONS = frozenset({"button", "workflow_button"})
MENUS = frozenset(
    f"{many}{kind}_select"
    for many in ("", "multi_")
    for kind in ("static", "users", "conversations", "channels", "external")
)
PICKERS = frozenset({"datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons"})
TYPED = frozenset({"plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input"})
INTERACTIVE = BUTTONS | MENUS | PICKERS | {"overflow"}
INPUTS = MENUS | PICKERS | TYPED

LENGTHS = {"action_id": 255, "value": 2000, "url": 3000}


class Problem(NamedTuple):
    """What is wrong, and where: `at` is a JSON pointer such as /blocks/0/text."""

    words: str
    at: str

    def __str__(self) -> str:
        return f"[ERROR] {self.words} [json-pointer:{self.at}]"


def text_problems(value: Any, at: str, most: int, is_plain: bool = False) -> Iterator[Problem]:
    """A text object of 1 to `most` characters; `is_plain` where Slack takes no formatting."""
    if not isinstance(value, dict):
        yield Problem("must provide an object", at)
        return
    kinds = ("plain_text",) if is_plain else ("plain_text", "mrkdwn")
    if value.get("type") not in kinds:
        yield Problem(f"must be one of: {', '.join(kinds)}", f"{at}/type")
    yield from length_problems(value.get("text"), f"{at}/text", most, least=1)


def length_problems(value: Any, at: str, most: int, least: int = 0) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield Problem("must provide a string", at)
    elif len(value) > most:
        yield Problem(f"must be less than {most + 1} characters", at)
    elif len(value) < least:
        yield Problem(f"must be more than {least - 1} characters", at)


def list_problems(value: Any, at: str, most: int, least: int = 1) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem("must provide an array", at)
    elif len(value) > most:
        yield Problem(f"no more than {most} items allowed", at)
    elif len(value) < least:
        yield Problem(f"no fewer than {least} items allowed", at)


def element_problems(element: Any, at: str, allowed: frozenset[str]) -> Iterator[Problem]:
    """One interactive element; `allowed` says which kinds may stand here."""
    if not isinstance(element, dict):
        yield Problem("must provide an object", at)
        return
    kind = str(element.get("type"))
    if kind not in allowed:
        yield Problem(f"unsupported type: {kind}", f"{at}/type")
        return
    for name, most in LENGTHS.items():
        if name in element:
            yield from length_problems(element[name], f"{at}/{name}", most)
    if kind in BUTTONS:
        yield from _button_problems(element, at)
    yield from _extra_problems(element, at)
    yield from _choice_problems(element, at)


def _extra_problems(element: dict[str, Any], at: str) -> Iterator[Problem]:
    if "placeholder" in element:
        yield from text_problems(element["placeholder"], f"{at}/placeholder", 150, is_plain=True)
    if "confirm" in element:
        yield from _confirm_problems(element["confirm"], f"{at}/confirm")
    if element["type"] in TYPED:
        yield from _typed_problems(element, at)


def _button_problems(button: dict[str, Any], at: str) -> Iterator[Problem]:
    yield from text_problems(button.get("text"), f"{at}/text", 75, is_plain=True)
    if button.get("style", "primary") not in ("primary", "danger"):
        yield Problem("must be one of: primary, danger", f"{at}/style")


def _confirm_problems(confirm: Any, at: str) -> Iterator[Problem]:
    if not isinstance(confirm, dict):
        yield Problem("must provide an object", at)
        return
    for name, most in (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30)):
        if name in confirm or name == "text":
            yield from text_problems(confirm.get(name), f"{at}/{name}", most, is_plain=name != "text")


def _choice_problems(element: dict[str, Any], at: str) -> Iterator[Problem]:
    kind = element["type"]
    if "static_select" in kind and ("options" in element) == ("option_groups" in element):
        yield Problem("must provide either options or option_groups", at)
    if kind in ("overflow", "checkboxes", "radio_buttons") and "options" not in element:
        yield Problem("missing required field: options", at)
    most = {"overflow": 5, "checkboxes": 10, "radio_buttons": 10}.get(kind, 100)
    if "options" in element:
        yield from option_list_problems(element["options"], f"{at}/options", most)
    if "option_groups" in element:
        yield from _group_problems(element["option_groups"], f"{at}/option_groups")
    yield from _initial_problems(element, at)


def option_list_problems(options: Any, at: str, most: int) -> Iterator[Problem]:
    yield from list_problems(options, at, most)
    for n, option in enumerate(options if isinstance(options, list) else []):
        here = f"{at}/{n}"
        if not isinstance(option, dict):
            yield Problem("must provide an object", here)
            continue
        yield from text_problems(option.get("text"), f"{here}/text", 75)
        yield from length_problems(option.get("value"), f"{here}/value", 150)
        if "description" in option:
            yield from text_problems(option["description"], f"{here}/description", 75)


def _group_problems(groups: Any, at: str) -> Iterator[Problem]:
    yield from list_problems(groups, at, 100)
    for n, group in enumerate(groups if isinstance(groups, list) else []):
        if not isinstance(group, dict):
            yield Problem("must provide an object", f"{at}/{n}")
            continue
        yield from text_problems(group.get("label"), f"{at}/{n}/label", 75, is_plain=True)
        yield from option_list_problems(group.get("options"), f"{at}/{n}/options", 100)


def options_of(element: dict[str, Any]) -> list[dict[str, Any]]:
    """All options of a menu, those of its groups too, leaving out what is malformed."""
    groups = element.get("option_groups")
    lists = [element.get("options"), *(g.get("options") for g in groups or [] if isinstance(g, dict))]
    return [option for options in lists if isinstance(options, list) for option in options if isinstance(option, dict)]


def _initial_problems(element: dict[str, Any], at: str) -> Iterator[Problem]:
    """Slack refuses a preselected option that is not, word for word, one of the options."""
    known = options_of(element)
    many = element.get("initial_options")
    if "initial_options" in element and (not isinstance(many, list) or not many):
        yield Problem("must provide an array with at least 1 item", f"{at}/initial_options")
    for option in [element.get("initial_option"), *(many if isinstance(many, list) else [])]:
        if option is not None and option not in known:
            yield Problem("must be one of the options", f"{at}/initial_option")


def _typed_problems(element: dict[str, Any], at: str) -> Iterator[Problem]:
    most = element.get("max_length", 3000)
    if not isinstance(most, int) or not 1 <= most <= 3000:
        yield Problem("must be between 1 and 3000", f"{at}/max_length")
        most = 3000
    if "initial_value" in element and element["type"] != "rich_text_input":
        yield from length_problems(element["initial_value"], f"{at}/initial_value", most)
