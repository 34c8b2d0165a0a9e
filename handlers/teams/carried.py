"""A form travels in its own submit button, so that one which was refused can be drawn again with what was typed, by
any process and after any restart.

It comes back from the person's own client, so it is read as strictly as anything else that comes in; whatever somebody
changes in it, only they see it."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import Any

import orjson
from pydantic import TypeAdapter, ValidationError

from bot.cards import (
    Actions,
    ChecksInput,
    Divider,
    Form,
    Heading,
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

_KINDS = (
    Heading,
    Words,
    Quote,
    Small,
    Divider,
    Actions,
    TextInput,
    SelectInput,
    ChecksInput,
    MomentInput,
    PersonInput,
)
_READERS: Mapping[str, TypeAdapter[Part | Input]] = {kind.__name__: TypeAdapter(kind) for kind in _KINDS}
_HEADS = ("id", "title", "submit", "close", "subject")
MOST = 60_000


def packed(form: Form) -> str:
    """Without what the inputs held at first: what was typed since comes back beside it."""
    about = {name: str(getattr(form, name)) for name in _HEADS}
    return orjson.dumps({**about, "parts": [[type(part).__name__, _fields(part)] for part in form.parts]}).decode()


def unpacked(given: Any) -> Form | None:
    """None for anything that is not whole."""
    if not isinstance(given, str) or len(given) > MOST:
        return None
    try:
        found = orjson.loads(given)
        parts = [_READERS[kind].validate_python(about) for kind, about in found["parts"]]
        return Form(parts=parts, **{name: str(found[name]) for name in _HEADS})
    except (orjson.JSONDecodeError, ValidationError, KeyError, TypeError, ValueError):
        return None


def filled(form: Form, values: Mapping[str, Any]) -> Form:
    """The form with these values in its inputs."""
    parts = [_filled(part, values) for part in form.parts]
    return replace(form, parts=parts)


def _filled(part: Part | Input, values: Mapping[str, Any]) -> Part | Input:
    if isinstance(part, ChecksInput):
        return replace(part, initial=[str(one) for one in values.get(part.id) or ()])
    if isinstance(part, TextInput | SelectInput | MomentInput | PersonInput):
        return replace(part, initial=str(values.get(part.id) or ""))
    return part


def _fields(part: Any) -> dict[str, Any]:
    found = {}
    for one in fields(part):
        value = getattr(part, one.name)
        if one.name == "initial" or (one.default is not MISSING and value == one.default):
            continue
        found[one.name] = [_fields(item) for item in value] if isinstance(part, Actions) else value
    return found
