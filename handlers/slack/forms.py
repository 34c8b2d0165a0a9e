"""Forms as Slack's modals, and what people filled in as plain values."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import orjson

from bot.cards import ChecksInput, Form, Input, MomentInput, Part, PersonInput, SelectInput, TextInput, Words
from handlers.hall.characters import shortened, units, visible
from handlers.slack.api import Json
from handlers.slack.blocks import MOST_IN_VIEW, drawn, options, plain_text

LABEL, TITLE, METADATA, TYPED, CHECKS = 2_000, 24, 3_000, 3_000, 10
TIME_OF_DAY = ":time"
"""A moment is a date picker and a time picker: both give what stands on the person's own clock, whatever zone Slack
believes them to be in. The second block's id ends with this."""

_INPUTS = (TextInput, SelectInput, ChecksInput, MomentInput, PersonInput)


def modal(form: Form, channel_id: str = "", thread_id: str = "") -> Json:
    """`channel_id` and `thread_id` say where the person was, so that an answer to the form can be shown there."""
    about = orjson.dumps({"s": form.subject, "c": channel_id, "t": thread_id}).decode()
    if units(about) > METADATA:
        raise ValueError(f"the subject of form {form.id!r} is too long for Slack")
    view: Json = {
        "type": "modal",
        "callback_id": form.id,
        "title": plain_text(form.title, TITLE),
        "close": plain_text(form.close, TITLE),
        "private_metadata": about,
        "blocks": _blocks(form),
    }
    if form.submit:
        view["submit"] = plain_text(form.submit, TITLE)
    return view


def _blocks(form: Form) -> list[Json]:
    found: list[Json] = []
    above: Part | Input | None = None
    for part in form.parts:
        found += _input(part, _name(part, above)) if isinstance(part, _INPUTS) else drawn([part], MOST_IN_VIEW)
        above = part
    return found[:MOST_IN_VIEW]


def _name(part: Input, above: Part | Input | None) -> str:
    """The input's action_id. When a modal is updated, Slack keeps what stands in an input whose ids stay, and shows no
    new first value in it: so another first value makes another input, and so does another question, be it the label,
    the options or the words just above. Values are read by block_id alone."""
    asked = [above.strong, above.text] if isinstance(above, Words) else []
    options = [list(one) for one in part.options] if isinstance(part, SelectInput | ChecksInput) else []
    first = part.initial if isinstance(part.initial, str) else list(part.initial)
    return f"{part.id}#{sha256(repr([asked, part.label, options, first]).encode()).hexdigest()[:8]}"


def origin(view: Json) -> tuple[str, str, str]:
    """(subject, channel, thread) of a form of ours; empty words where the view is none."""
    try:
        about = orjson.loads(view.get("private_metadata") or "{}")
    except orjson.JSONDecodeError:
        return "", "", ""
    return (
        (str(about.get("s", "")), str(about.get("c", "")), str(about.get("t", "")))
        if isinstance(about, dict)
        else ("", "", "")
    )


def values(state: Any) -> dict[str, Any]:
    """{input id: value} from a view's or message's state: text, an option's value, a list of them, a person, or local
    ISO time."""
    blocks = state.get("values") if isinstance(state, dict) else None
    found: dict[str, Any] = {}
    times: dict[str, str] = {}
    for block_id, actions in (blocks or {}).items():
        for element in (actions or {}).values():
            if block_id.endswith(TIME_OF_DAY):
                times[block_id.removesuffix(TIME_OF_DAY)] = str(element.get("selected_time") or "")
            else:
                found[block_id] = _value(element)
    for name, time in times.items():
        found[name] = f"{found[name]}T{time}" if found.get(name) and time else ""
    return found


def people_in(state: Any) -> list[str]:
    """Whom somebody picked, by id."""
    blocks = state.get("values") if isinstance(state, dict) else None
    elements = [element for actions in (blocks or {}).values() for element in (actions or {}).values()]
    return [str(one["selected_user"]) for one in elements if one.get("selected_user")]


def _value(element: Json) -> Any:
    kind = element.get("type")
    if kind == "checkboxes":
        return [str(one.get("value", "")) for one in element.get("selected_options") or ()]
    if kind in ("static_select", "radio_buttons", "overflow"):
        return str((element.get("selected_option") or {}).get("value") or "")
    if kind == "users_select":
        return str(element.get("selected_user") or "")
    if kind == "datepicker":
        return str(element.get("selected_date") or "")
    return visible(str(element.get("value") or ""))


def error_blocks(view: Json, errors: Mapping[str, str]) -> dict[str, str]:
    """Each sentence beside its field; one that has no field stands beside the first, since Slack refuses unknown
    ones."""
    fields = [str(block.get("block_id")) for block in view.get("blocks") or () if block.get("type") == "input"]
    shown: dict[str, str] = {}
    for name, sentence in errors.items():
        place = name if name in fields else fields[0] if fields else ""
        if place:
            shown[place] = shortened(f"{shown[place]} {sentence}" if place in shown else sentence, LABEL, units)
    return shown


def _input(part: Input, name: str) -> list[Json]:
    if isinstance(part, MomentInput):
        return _moment(part, name)
    element = _text(part) if isinstance(part, TextInput) else _picker(part)
    if element is None:
        return []
    block = _block(part.id, part.label, {**element, "action_id": name})
    block["optional"] = part.is_optional
    if isinstance(part, TextInput) and part.hint:
        block["hint"] = plain_text(part.hint, LABEL)
    return [block]


def _block(block_id: str, label: str, element: Json) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain_text(label, LABEL), "element": element}


def _text(part: TextInput) -> Json:
    most = max(1, min(part.max_length, TYPED))
    element: Json = {"type": "plain_text_input", "multiline": part.is_multiline, "max_length": most}
    if initial := shortened(visible(part.initial), most, units):
        element["initial_value"] = initial
    if part.placeholder:
        element["placeholder"] = plain_text(part.placeholder, 150)
    return element


def _picker(part: SelectInput | ChecksInput | PersonInput) -> Json | None:
    if isinstance(part, PersonInput):
        return {"type": "users_select", **({"initial_user": part.initial} if part.initial else {})}
    most = CHECKS if isinstance(part, ChecksInput) else 100
    offered = options(part.options, most)
    if not offered:
        return None
    chosen = _chosen(offered, part.initial if isinstance(part, ChecksInput) else [part.initial])
    if isinstance(part, ChecksInput):
        return {"type": "checkboxes", "options": offered, **({"initial_options": chosen} if chosen else {})}
    return {"type": "static_select", "options": offered, **({"initial_option": chosen[0]} if chosen else {})}


def _chosen(offered: Sequence[Json], wanted: Sequence[str]) -> list[Json]:
    return [one for one in offered if one["value"] in wanted]


def _moment(part: MomentInput, name: str) -> list[Json]:
    day, _, time = part.initial.partition("T")
    date: Json = {"type": "datepicker", "action_id": name, **({"initial_date": day} if day else {})}
    clock: Json = {"type": "timepicker", "action_id": name, **({"initial_time": time[:5]} if time else {})}
    return [_block(part.id, part.label, date), _block(part.id + TIME_OF_DAY, "Time", clock)]
