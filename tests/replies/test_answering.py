"""Over many asks in three trades, what is called answered is right, and near-misses stay honestly not known."""

import re
from datetime import UTC, datetime
from pathlib import Path

from bot.replies.sources.playbook import Section, parse_folder
from tests.replies import asked_cases, trades
from tests.replies.companies import draft

COMPANY = Path(__file__).parents[2] / "handlers" / "playground" / "company"
NOW = datetime(2026, 3, 24, 9, 30, tzinfo=UTC)
Outcome = tuple[str, str, str]


def _answers() -> list[Outcome]:
    """(ask, what a right answer holds, what was answered): "" where nothing is known."""
    marigold = parse_folder(COMPANY).sections
    trade: tuple[tuple[tuple[tuple[str, str], ...], tuple[Section, ...]], ...] = (
        (asked_cases.MARIGOLD, marigold),
        (asked_cases.CLINIC, trades.CLINIC),
        (asked_cases.SOFTWARE, trades.SOFTWARE),
        (asked_cases.HOTEL, trades.HOTEL),
    )
    return [
        (words, holds, " ".join(a.answer for a in draft(words, sections, now=NOW).asks if a.state == "answered"))
        for cases, sections in trade
        for words, holds in cases
    ]


def test_what_is_called_answered_is_right_and_most_known_asks_are_answered() -> None:
    outcomes = _answers()
    wrong = [(words, said) for words, holds, said in outcomes if said and not (holds and re.search(holds, said))]
    answered = sum(bool(said) for _, _, said in outcomes)
    known = sum(bool(holds) for _, holds, _ in outcomes)
    assert 1 - len(wrong) / answered >= 0.94, wrong
    assert (answered - len(wrong)) / known >= 0.7


def test_an_address_of_an_order_is_not_answered_from_the_page_about_gift_cards() -> None:
    made = draft("My order MB-1 is packed. Can I still change the address?", parse_folder(COMPANY).sections, now=NOW)
    assert [ask.state for ask in made.asks] == ["owed"]


def test_a_table_that_fits_in_too_many_rows_answers_nothing() -> None:
    made = draft("How much is the delivery?", parse_folder(COMPANY).sections, now=NOW)
    assert [ask.state for ask in made.asks] == ["owed"]
