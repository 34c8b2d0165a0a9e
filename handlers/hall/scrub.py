"""What a payload may hold before it is kept: no tokens, nothing that a database refuses, no bottomless nesting."""

import json
import math
from typing import Any

import orjson

from handlers.hall.characters import storable

MOST_DEPTH = 60
"""The deepest true payloads, a card inside a message inside an event, stay below 25."""
_SECRETS = frozenset({"token", "bot_access_token"})


class Garbage(ValueError):
    """The body is not what a platform sends."""


def parsed(raw: bytes | str) -> dict[str, Any]:
    """A JSON object, scrubbed. Raises `Garbage` for anything else."""
    try:
        found = orjson.loads(raw)
    except orjson.JSONDecodeError:
        found = _patient(raw)
    if not isinstance(found, dict):
        raise Garbage("not an object")
    return scrubbed(found)


def _patient(raw: bytes | str) -> Any:
    """orjson refuses half a surrogate pair, which a person can type; the standard parser takes it. NaN and Infinity,
    which it takes too, no database keeps."""
    try:
        return json.loads(raw, parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError) as error:
        raise Garbage("not JSON") from error


def _finite(figure: str) -> float:
    found = float(figure)
    if not math.isfinite(found):
        raise Garbage("not a number")
    return found


def scrubbed(found: dict[str, Any]) -> dict[str, Any]:
    return {storable(k): _clean(v, 1) for k, v in found.items() if k not in _SECRETS}


def _clean(value: Any, depth: int) -> Any:
    if depth > MOST_DEPTH:
        raise Garbage("nested too deep")
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(k): _clean(v, depth + 1) for k, v in value.items() if k not in _SECRETS}
    if isinstance(value, list):
        return [_clean(one, depth + 1) for one in value]
    return value
