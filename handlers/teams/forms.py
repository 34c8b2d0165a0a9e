"""Forms as Teams' dialogs, each an Adaptive Card, and what people filled in as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from bot.cards import (
    Card,
    ChecksInput,
    Form,
    Input,
    MomentInput,
    Part,
    PersonInput,
    Quote,
    SelectInput,
    Small,
    TextInput,
    Words,
)
from handlers.hall.characters import shortened, units, visible
from handlers.teams.cards import Drawing, Press, adaptive, attached, choices, drawn, whole
from handlers.teams.carried import filled, packed, unpacked
from handlers.teams.typed import as_typed
from handlers.teams.wire import Json
from handlers.teams.words import label, line, lines, run

TITLE, LABEL, TYPED = 60, 500, 3_000
BUDGET = 25_000
"""Bytes of a dialog. Teams names no figure for one; it takes 28 KB in a message."""
READ = (10_000, 1_000, 500, 200, 80)
"""How long each text that is only read may be, the longest that fits."""
TIME_OF_DAY = ":time"
"""A moment is a day and a time of day; the second input's id ends with this."""
READING = "card"
"""What stands for a form's id in a dialog that only tells something, so that a press in it is known as one."""
REQUIRED = "Please fill this in."
_INPUTS = (TextInput, SelectInput, ChecksInput, MomentInput, PersonInput)
_OURS = frozenset({"msteams", "b", "f", "s", "n", "c", "t", "m", "h", "l", "form", "pick"})
"""Names in the submitted data that are no input's."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What travels with an open form. `nonce` names this opening of it; `link` leads to the thread it is about."""

    nonce: str
    channel_id: str = ""
    thread_id: str = ""
    link: str = ""

    def about(self, form: Form) -> Json:
        known = {"f": form.id, "s": form.subject, "n": self.nonce, "c": self.channel_id, "t": self.thread_id}
        return {name: str(value) for name, value in {**known, "l": self.link}.items() if value}


@dataclass(frozen=True, slots=True)
class Submitted:
    """What came back. `form` is the form as it was opened; None where somebody else made the data."""

    form_id: str = ""
    subject: str = ""
    origin: Origin = field(default_factory=lambda: Origin(""))
    values: Mapping[str, Any] = field(default_factory=dict)
    form: Form | None = None


def dialog(form: Form, origin: Origin, errors: Mapping[str, str] | None = None) -> Json:
    """What an invoke is answered with to show the form. Each of the `errors` stands beneath its field, and one that
    has no field at the top. What is only read is shortened until Teams takes the whole; what is filled in never is."""
    about = origin.about(form)
    if not _is_open(form):
        return _opened(form, about, drawn(_read(form), in_form(about)))
    checks = [part.id for part in form.parts if isinstance(part, ChecksInput)]
    opened: Json = {}
    for most in READ:
        shown = _shorter(form, most)
        data = {**about, **({"m": checks} if checks else {}), "form": packed(shown)}
        opened = _opened(form, data, _body(shown, errors or {}, in_form(data)))
        if len(orjson.dumps(opened)) <= BUDGET:
            break
    return opened


def _opened(form: Form, data: Json, body: Sequence[Json]) -> Json:
    card = adaptive(form.title, body)
    if form.submit:
        title = label(form.submit, TITLE)
        card["actions"] = [{"type": "Action.Submit", "title": title, "style": "positive", "data": data}]
    return _continued(form.title, card, _height(form))


def _read(form: Form) -> list[Part]:
    return [part for part in form.parts if not isinstance(part, _INPUTS)]


def _shorter(form: Form, most: int) -> Form:
    def short(part: Part | Input) -> Part | Input:
        if isinstance(part, Words | Quote | Small):
            return replace(part, text=shortened(part.text, most))
        return part

    return replace(form, parts=[short(part) for part in form.parts])


def reading(card: Card, title: str = "Kindline", origin: Origin | None = None) -> Json:
    """A dialog that only tells something."""
    about = (origin or Origin("")).about(Form(READING, title, ()))
    return _continued(title, adaptive(card.summary, drawn(card.parts, in_form(about))), "medium")


def in_form(data: Json) -> Press:
    """In a dialog every press is a submission."""
    return lambda button_id, more: {"type": "Action.Submit", "data": {**data, **more, "b": button_id}}


def submitted(data: Any) -> Submitted:
    """The form of a submission and what was filled in: text, an option's value, a list of them, or local ISO time."""
    if not isinstance(data, Mapping):
        return Submitted()
    form = unpacked(data.get("form"))
    origin = Origin(_word(data, "n"), _word(data, "c"), _word(data, "t"), _word(data, "l"))
    values = _values(form, data) if form is not None else _plain_values(data)
    return Submitted(_word(data, "f"), _word(data, "s"), origin, values, form)


def again(found: Submitted, errors: Mapping[str, str]) -> Json | None:
    """The same dialog with what was typed; None when the form did not come back with it."""
    return dialog(filled(found.form, found.values), found.origin, errors) if found.form is not None else None


def _values(form: Form, data: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in form.parts:
        if isinstance(part, ChecksInput):
            offered = {value for _, value in part.options}
            found[part.id] = [one for one in _word(data, part.id).split(",") if one in offered]
        elif isinstance(part, MomentInput):
            found[part.id] = _moment(data, part.id)
        elif isinstance(part, TextInput | SelectInput | PersonInput):
            found[part.id] = visible(_word(data, part.id))
    return found


def _plain_values(data: Mapping[str, Any]) -> dict[str, Any]:
    lists = data.get("m") if isinstance(data.get("m"), list) else []
    found: dict[str, Any] = {}
    for name in data:
        if name in _OURS or name.endswith(TIME_OF_DAY):
            continue
        if name in (lists or ()):
            found[name] = [one for one in _word(data, name).split(",") if one]
        else:
            found[name] = _moment(data, name) if f"{name}{TIME_OF_DAY}" in data else visible(_word(data, name))
    return found


def _moment(data: Mapping[str, Any], name: str) -> str:
    day, time = _word(data, name), _word(data, f"{name}{TIME_OF_DAY}")
    return f"{day}T{time[:5]}" if day and time else ""


def _word(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _is_open(form: Form) -> bool:
    return any(isinstance(part, _INPUTS) for part in form.parts)


def _continued(title: str, card: Json, height: str) -> Json:
    value = {"title": label(as_typed(title), TITLE), "width": "medium", "height": height, "card": attached(card)}
    return {"task": {"type": "continue", "value": value}}


def _height(form: Form) -> str:
    rows = sum(3 if isinstance(part, TextInput) and part.is_multiline else 1 for part in form.parts)
    return "large" if rows > 5 else "medium"


def _body(form: Form, errors: Mapping[str, str], press: Press) -> list[Json]:
    fields = {part.id for part in form.parts if isinstance(part, _INPUTS)}
    found = [one for name, sentence in errors.items() if name not in fields for one in _problem(sentence)]
    drawing = Drawing(press)
    for part in form.parts:
        if isinstance(part, _INPUTS):
            found += _input(part)
            found += _problem(errors[part.id]) if part.id in errors else []
        else:
            found += drawing.body([part])
    return found


def _problem(sentence: str) -> list[Json]:
    return lines(as_typed(sentence), spacing="small", color="attention", weight="bolder")


def _input(part: Input) -> list[Json]:
    if isinstance(part, MomentInput):
        return [_moment_input(part)]
    element = _text(part) if isinstance(part, TextInput) else _picker(part)
    if element is None:
        return []
    element |= {"id": part.id, "label": label(as_typed(part.label), LABEL)}
    if not part.is_optional:
        element |= {"isRequired": True, "errorMessage": REQUIRED}
    hint = part.hint if isinstance(part, TextInput) else ""
    return [element, *([line(run(as_typed(hint), size="small", isSubtle=True), spacing="small")] if hint else [])]


def _text(part: TextInput) -> Json:
    most = max(1, min(part.max_length, TYPED))
    element: Json = {"type": "Input.Text", "isMultiline": part.is_multiline, "maxLength": most}
    if initial := shortened(visible(part.initial), most, units):
        element["value"] = initial
    if part.placeholder:
        element["placeholder"] = label(part.placeholder, LABEL)
    return element


def _picker(part: SelectInput | ChecksInput | PersonInput) -> Json | None:
    if isinstance(part, PersonInput):
        people = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
        element: Json = {"type": "Input.ChoiceSet", "choices": [], "choices.data": people, "style": "filtered"}
        return {**element, **({"value": part.initial} if part.initial else {})}
    if not part.options:
        return None
    is_several = isinstance(part, ChecksInput)
    chosen = _chosen(part.options, part.initial if isinstance(part, ChecksInput) else [part.initial])
    element = {"type": "Input.ChoiceSet", "choices": choices(part.options)}
    element |= {"isMultiSelect": True, "style": "expanded", "wrap": True} if is_several else {"style": "compact"}
    return {**element, **({"value": ",".join(chosen)} if chosen else {})}


def _chosen(offered: Sequence[tuple[str, str]], wanted: Sequence[str]) -> list[str]:
    return [whole(value) for _, value in offered if value in wanted]


def _moment_input(part: MomentInput) -> Json:
    day, _, time = part.initial.partition("T")
    required = {"isRequired": True, "errorMessage": REQUIRED}
    date = {"type": "Input.Date", "id": part.id, "label": label(as_typed(part.label), LABEL), **required}
    clock = {"type": "Input.Time", "id": part.id + TIME_OF_DAY, "label": "Time", **required}
    columns = [
        {**date, **({"value": day} if day else {})},
        {**clock, **({"value": time[:5]} if time else {})},
    ]
    return {
        "type": "ColumnSet",
        "columns": [{"type": "Column", "width": "stretch", "items": [element]} for element in columns],
    }
