"""Every wording in which the product itself promises is noticed as one promise, due when it says."""

from collections.abc import Iterator
from datetime import datetime
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.hours import TeamCalendar
from bot.promises.notice import notice
from bot.replies.writing import grievances, sentences

ZONE = "Europe/Berlin"
WEDNESDAY = datetime(2026, 11, 18, 10, 30, tzinfo=ZoneInfo(ZONE))
BLANKS_OF_ASKS = ("what", "request", "question", "thing", "list")
ASKS = (
    "whether your parcel (order MB-44120) will arrive by Saturday",
    "when you'll be reimbursed",
    "how long it takes",
    "your refund",
    "the parcel for Saturday",
    "which size fits and whether we close at six",
    "if the 14:30 class still runs on Friday",
    "what happened on 3 November",
    "who signed for it yesterday at 17:20",
    "why the price will rise from Monday",
    "the £40 that was taken twice on Tuesday",
)
WHENS = (
    ("by 15:00 today", "11-18 15:00"),
    ("by 10:00 tomorrow", "11-19 10:00"),
    ("by Friday, 20 November, 12:00", "11-20 12:00"),
)


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "this"


def _texts_in(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for value in held.values():
            yield from _texts_in(value)
    elif isinstance(held, tuple | list):
        for value in held:
            yield from _texts_in(value)


def _wordings(module: ModuleType) -> set[str]:
    public = [value for name, value in vars(module).items() if not name.startswith("__")]
    return {text for text in _texts_in(public) if "{when}" in text}


WORDINGS = sorted(_wordings(sentences) | _wordings(grievances))


def test_there_are_wordings_to_read() -> None:
    assert len(WORDINGS) > 50


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_wording_of_the_product_is_one_promise_with_its_due(wording: str) -> None:
    wrong = []
    for ask in ASKS:
        for when, due in WHENS:
            filled = _Blanks({**dict.fromkeys(BLANKS_OF_ASKS, ask), "when": when, "amount": "20 €", "name": "Annelie"})
            text = wording.format_map(filled)
            found = notice(text, said_at=WEDNESDAY, zone=ZONE, customer_zone=None, calendar=TeamCalendar(zone=ZONE))
            dues = [f"{one.due.due_at:%m-%d %H:%M}" if one.due and one.due.due_at else None for one in found]
            if dues != [due]:
                wrong.append((text, [one.quote for one in found], dues))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("I'll find out what the mill says by noon.", "11-18 12:00"),
        ("I'll let you know what I learn on Friday.", "11-20 23:59"),
        ("I'll ask whether the ferry will run on Monday and text you at 5.", "11-18 17:00"),
        ("We'll tell you when the kiln will be free on Saturday.", None),
    ],
)
def test_a_date_inside_what_is_asked_dates_nothing(text: str, due: str | None) -> None:
    [found] = notice(text, said_at=WEDNESDAY, zone=ZONE, customer_zone=None, calendar=TeamCalendar(zone=ZONE))
    assert (f"{found.due.due_at:%m-%d %H:%M}" if found.due and found.due.due_at else None) == due
