"""The inputs of Adaptive Cards: how the page draws them, and what a filled-in one sends."""

from collections.abc import Iterator

from handlers.playground.element_state import state_values
from handlers.playground.teams.marks import unmarked
from handlers.playground.world import Json, View

MOST_TYPED = 3_000
REQUIRED = "Please fill this in."


def drawn_input(element: Json) -> Iterator[Json]:
    """An input block that keeps the input's own id."""
    label = unmarked(str(element.get("label") or element.get("placeholder") or element["id"]))
    drawn = {**DRAWN[element["type"]](element), "action_id": element["id"]}
    block: Json = {"type": "input", "block_id": element["id"], "label": {"type": "plain_text", "text": label}}
    yield {**block, "optional": not element.get("isRequired"), "element": drawn}


def _placeholder(element: Json) -> Json:
    text = element.get("placeholder")
    return {"placeholder": {"type": "plain_text", "text": unmarked(str(text))}} if text else {}


def _text(element: Json) -> Json:
    drawn: Json = {"type": "plain_text_input", "multiline": bool(element.get("isMultiline")), **_placeholder(element)}
    drawn["max_length"] = min(int(element.get("maxLength") or MOST_TYPED), MOST_TYPED)
    return {**drawn, "initial_value": str(element["value"])} if element.get("value") else drawn


def _number(element: Json) -> Json:
    drawn: Json = {"type": "number_input", **_placeholder(element)}
    return {**drawn, "initial_value": str(element["value"])} if "value" in element else drawn


def _date(element: Json) -> Json:
    return {"type": "datepicker", **({"initial_date": element["value"]} if element.get("value") else {})}


def _time(element: Json) -> Json:
    return {"type": "timepicker", **({"initial_time": element["value"]} if element.get("value") else {})}


def _toggle(element: Json) -> Json:
    on = str(element.get("valueOn", "true"))
    title = {"type": "plain_text", "text": unmarked(str(element.get("title") or " "))}
    options = [{"text": title, "value": on}]
    chosen = {"initial_options": options} if str(element.get("value", "false")) == on else {}
    return {"type": "checkboxes", "options": options, **chosen}


def _choices(element: Json) -> Json:
    options = [
        {"text": {"type": "plain_text", "text": unmarked(one["title"]) or " "}, "value": one["value"]}
        for one in element["choices"]
    ]
    value = str(element.get("value") or "")
    if element.get("choices.data"):
        return {"type": "users_select", **({"initial_user": value} if value else {})}
    if element.get("isMultiSelect"):
        chosen = [one for one in options if one["value"] in value.split(",")]
        return {"type": "checkboxes", "options": options, **({"initial_options": chosen} if chosen else {})}
    found = next((one for one in options if one["value"] == value), None)
    kind = "radio_buttons" if element.get("style") == "expanded" else "static_select"
    picked = {"initial_option": found} if found and value else {}
    return {"type": kind, "options": options, **picked, **(_placeholder(element) if kind == "static_select" else {})}


DRAWN = {
    "Input.Text": _text,
    "Input.Number": _number,
    "Input.Date": _date,
    "Input.Time": _time,
    "Input.Toggle": _toggle,
    "Input.ChoiceSet": _choices,
}


def sent_values(view: View) -> dict[str, str]:
    """{input id: text} of what stands in the inputs, as Teams sends it: an empty input is left out, several choices
    are parted by commas."""
    sent: dict[str, str] = {}
    for block_id, entries in state_values(view).items():
        for state in entries.values():
            value = _sent(state)
            if value:
                sent[block_id] = value
    return sent


def _sent(state: Json) -> str:
    if "selected_options" in state:
        return ",".join(str(one["value"]) for one in state["selected_options"])
    if "selected_option" in state:
        return str((state["selected_option"] or {}).get("value") or "")
    value = next((content for name, content in state.items() if name != "type"), None)
    return str(value or "")
