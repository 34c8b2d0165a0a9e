"""The list of buttons that may open a form is exactly the code's: followed through everything a handler can call."""

from collections.abc import Callable, Iterator
from functools import partial
from types import CodeType, FunctionType, MethodType, ModuleType
from typing import Any

import pytest

from bot.actions import OpenForm
from bot.buttons import OPENS_FORM, Buttons
from bot.feature import RouteTable
from bot.routes import route_table
from storage.database import Transaction
from storage.secrets import Vault


async def _no_link(tx: Transaction, workspace_id: str, person_id: str) -> str:
    return ""


@pytest.fixture(scope="module")
def table() -> RouteTable:
    return route_table(Vault([bytes(32)]), _no_link)


def opens_a_form(handler: Callable[..., Any]) -> bool:
    """True when this code, or code of ours that it can call, builds an `OpenForm`."""
    seen: set[int] = set()
    waiting: list[Any] = [handler]
    while waiting:
        one = waiting.pop()
        if one is OpenForm:
            return True
        if id(one) not in seen:
            seen.add(id(one))
            waiting += _used_by(one)
    return False


def _used_by(one: Any) -> list[Any]:
    if isinstance(one, partial):
        return [one.func, *one.args]
    if isinstance(one, MethodType):
        names = set(_names(one.__func__.__code__))
        held = [getattr(one.__self__, name) for name in names if hasattr(one.__self__, name)]
        beside = [getattr(thing, name) for thing in held for name in names if _is_ours(thing) and hasattr(thing, name)]
        return [one.__func__, *held, *beside]
    if not isinstance(one, FunctionType) or not one.__module__.startswith("bot."):
        return []
    names = set(_names(one.__code__))
    known = [one.__globals__[name] for name in names if name in one.__globals__]
    rooms = [module for module in known if isinstance(module, ModuleType)]
    enclosed = [cell.cell_contents for cell in one.__closure__ or ()]
    return [*known, *enclosed, *(getattr(room, name) for room in rooms for name in names if hasattr(room, name))]


def _is_ours(thing: Any) -> bool:
    return type(thing).__module__.startswith("bot.")


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


def test_every_button_is_heard_by_a_feature(table: RouteTable) -> None:
    assert set(table.buttons) == set(Buttons)


@pytest.mark.parametrize("button", Buttons)
def test_a_button_is_on_the_list_exactly_when_it_may_open_a_form(table: RouteTable, button: Buttons) -> None:
    assert opens_a_form(table.buttons[button]) is (button in OPENS_FORM)


def test_a_form_behind_a_closure_or_another_room_is_found(table: RouteTable) -> None:
    handler = partial(table.buttons[Buttons.DRAFT_UPDATE])
    assert opens_a_form(handler)
    assert not opens_a_form(partial(table.buttons[Buttons.KEEP_PROMISE]))
