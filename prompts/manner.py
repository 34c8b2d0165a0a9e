"""How an endpoint wants to be asked: learned from its refusals, from the strictest form down, and remembered."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from prompts.asking import Request, T

Shape = Literal["schema", "object", "text"]
_SIMPLER: dict[Shape, Shape] = {"schema": "object", "object": "text"}
_LENGTH = re.compile(
    r"context.?(?:length|window|size)|maximum context|too many tokens|reduce the length|too long", re.I
)
_FORM = re.compile(r"response.?format|json.?(?:schema|object)|grammar|structured.output", re.I)
_THOUGHT, _THOUGHT_OUT = "<think>", "</think>"
MOST_LETTERS, MOST_PLACES = 20_000, 50
"""How much of an answer is read, and from how many braces: a draft needs the first few."""


@dataclass(frozen=True, slots=True)
class Manner:
    """The request fields that differ between servers which all call themselves compatible."""

    shape: Shape = "schema"
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    """Some servers ignore the second without a word, so the first is tried first."""
    has_temperature: bool = True

    def fields(self, schema: type[BaseModel], most_tokens: int) -> dict[str, Any]:
        fields: dict[str, Any] = {self.limit: most_tokens}
        if self.has_temperature:
            fields["temperature"] = 0.3
        form = strict_schema(schema)
        if self.shape == "schema":
            named = {"name": schema.__name__.lower(), "schema": form, "strict": True}
            fields["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self.shape == "object":
            fields["response_format"] = {"type": "json_object", "schema": form}
        return fields

    def simpler(self, status: int, said: str) -> "Manner | None":
        """What to try after this refusal; None when asking in another way will not help."""
        if status not in (400, 422, 500, 501) or is_too_long(said):
            return None
        if status == 500 and not _FORM.search(said):
            return None
        if "max_completion_tokens" in said and self.limit == "max_tokens":
            return replace(self, limit="max_completion_tokens")
        if "temperature" in said and self.has_temperature:
            return replace(self, has_temperature=False)
        return replace(self, shape=_SIMPLER[self.shape]) if self.shape in _SIMPLER else None


def is_too_long(said: str) -> bool:
    return bool(_LENGTH.search(said))


def strict_schema(schema: type[BaseModel]) -> dict[str, Any]:
    """As strict servers want it: every field is required and no other allowed."""
    form = schema.model_json_schema()
    for part in (form, *form.get("$defs", {}).values()):
        part.pop("description", "")  # What we tell each other about it is nothing for the model.
        part["additionalProperties"] = False
        part["required"] = list(part.get("properties", {}))
    return form


def _form_in_words(schema: type[BaseModel]) -> str:
    """For servers that take no schema, and harmless for those that do."""
    return f"Answer with one JSON object and nothing else, of this schema: {json.dumps(strict_schema(schema))}"


def messages_of(request: Request[T]) -> list[dict[str, str]]:
    """Word for word what leaves, for a call and for an admin who wants to see it."""
    told = f"{request.instructions}\n\n{_form_in_words(request.schema)}"
    roles = ("user", "assistant")
    said = [{"role": roles[n % 2], "content": words} for n, words in enumerate(request.said)]
    return [{"role": "system", "content": told}, *said]


def objects_in(text: str) -> Iterator[Any]:
    """The JSON objects that begin somewhere in the text, whatever stands around them; it takes a moment at most."""
    text = _spoken(text)[:MOST_LETTERS]
    decoder, place = json.JSONDecoder(), text.find("{")
    for _ in range(MOST_PLACES):
        if place < 0:
            return
        try:
            found, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            found, end = None, place + 1
        if isinstance(found, dict):
            yield found
        place = text.find("{", end)


def _spoken(text: str) -> str:
    """What is left without the thoughts: some servers lose the mark where they begin, and some models never end."""
    after = text.rpartition(_THOUGHT_OUT)[2]
    return after.partition(_THOUGHT)[0]
