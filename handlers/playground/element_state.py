"""What stands in the inputs of a view: first values, what a person typed over them, what a browser refuses."""

import copy
from typing import Any

from handlers.playground.block_elements import INPUTS, INTERACTIVE, options_of
from handlers.playground.plain import initial_of
from handlers.playground.world import Json, View

NAMES = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "rich_text_input": "rich_text_value",
}
ONE_OPTION = frozenset({"static_select", "radio_buttons", "overflow", "external_select"})
MANY_OPTIONS = frozenset({"checkboxes", "multi_static_select", "multi_external_select"})
TYPED = frozenset({"plain_text_input", "number_input", "email_text_input", "url_text_input"})


class ValueRefused(Exception):
    """Nobody could have entered that in a browser; the message says why."""


def state_of(element: Json, value: Any) -> Json:
    """The element's entry in `view.state.values`, for a plain value such as a text or an option's value."""
    kind = str(element["type"])
    if isinstance(value, dict) and value.get("type") == kind:
        return value
    if kind in ONE_OPTION:
        return {"type": kind, "selected_option": _option(element, value) if value not in (None, "") else None}
    if kind in MANY_OPTIONS:
        chosen = value if isinstance(value, list) else [value] if value not in (None, "") else []
        return {"type": kind, "selected_options": [_option(element, one) for one in chosen]}
    if kind in NAMES:
        return {"type": kind, NAMES[kind]: _moment(value) if kind == "datetimepicker" else value or _nothing(kind)}
    if value is not None and not isinstance(value, str):
        raise ValueRefused(f"The input {element.get('action_id')} takes a text.")
    return {"type": kind, "value": value or None}


def _nothing(kind: str) -> list[str] | None:
    return [] if kind.startswith("multi_") else None


def _moment(value: Any) -> int | None:
    if value in (None, ""):
        return None
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError) as problem:
        raise ValueRefused("A date and time is given in seconds since 1970.") from problem


def _option(element: Json, value: Any) -> Json:
    wanted = value.get("value") if isinstance(value, dict) else value
    found = next((option for option in options_of(element) if option.get("value") == wanted), None)
    if found is None:
        raise ValueRefused(f"{wanted!r} is not one of the options of {element.get('action_id')}.")
    return found


def fields_of(view: View) -> dict[tuple[str, str], tuple[Json, Json]]:
    """Every element of the view that can hold a value, with its block, by (block_id, action_id)."""
    found = {}
    for block in view.wire["blocks"]:
        for element in [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]:
            if (
                isinstance(element, dict)
                and element.get("type") in (INPUTS | INTERACTIVE)
                and element["type"] != "button"
            ):
                found[str(block["block_id"]), str(element.get("action_id"))] = (block, element)
    return found


def fill_in(view: View, values: Any) -> None:
    """Remembers what a person entered; `values` is {block_id: {action_id: value}}."""
    if not isinstance(values, dict) or not all(isinstance(block, dict) for block in values.values()):
        raise ValueRefused('`values` has the form {"block_id": {"action_id": value}}.')
    fields = fields_of(view)
    entered: dict[tuple[str, str], Json] = {}
    for block_id, block in values.items():
        for action_id, value in block.items():
            if (block_id, action_id) not in fields:
                raise ValueRefused(f"This form has no input {action_id} in a block {block_id}.")
            entered[block_id, action_id] = state_of(fields[block_id, action_id][1], value)
    for (block_id, action_id), state in entered.items():
        view.values.setdefault(block_id, {})[action_id] = state


def state_values(view: View) -> Json:
    """`view.state.values`: every input, and each other element that was touched or had a first value."""
    values: Json = {}
    for (block_id, action_id), (block, element) in fields_of(view).items():
        entered = view.values.get(block_id, {}).get(action_id)
        initial = initial_of(element)
        if entered is None and initial is None and block["type"] != "input":
            continue
        state = entered if entered is not None else state_of(element, initial)
        values.setdefault(block_id, {})[action_id] = state
    return values


def as_it_stands(view: View) -> list[Json]:
    """The view's blocks as the person sees them: each input holds what was entered, and not its first value."""
    shown: list[Json] = copy.deepcopy(view.wire["blocks"])
    for block in shown:
        element = (block.get("element") or {}) if block["type"] == "input" else {}
        state = view.values.get(str(block["block_id"]), {}).get(str(element.get("action_id")))
        if state is None:
            continue
        for name in [name for name in element if name.startswith("initial_")]:
            del element[name]
        element.update({_initial(name): value for name, value in state.items() if name != "type" and value})
    return shown


def _initial(name: str) -> str:
    return f"initial_{name.removeprefix('selected_')}" if name.startswith("selected_") else "initial_value"


def browser_errors(view: View) -> dict[str, str]:
    """What Slack's own client says before it sends anything: empty, too short, too long."""
    errors: dict[str, str] = {}
    values = state_values(view)
    for (block_id, action_id), (block, element) in fields_of(view).items():
        if block["type"] != "input":
            continue
        state = values[block_id][action_id]
        content = next((value for name, value in state.items() if name != "type"), None)
        if content in (None, "", []):
            if not block.get("optional"):
                errors[block_id] = "Please complete this required field."
        elif element["type"] in TYPED and isinstance(content, str):
            problem = _length_error(element, content)
            if problem:
                errors[block_id] = problem
    return errors


def _length_error(element: Json, content: str) -> str:
    most, least = int(element.get("max_length", 3000)), int(element.get("min_length", 0))
    if len(content) > most:
        return f"Please enter no more than {most} characters."
    return f"Please enter at least {least} characters." if len(content) < least else ""
