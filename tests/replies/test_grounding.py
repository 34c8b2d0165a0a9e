"""An ask is answered from the public playbook or honestly not at all."""

from datetime import date

import pytest

from bot.replies.finding.grounding import candidates, ground, guidance
from bot.replies.learning.priors import BOUND, Priors
from bot.replies.sources.playbook import Section, parse_page
from tests.replies.companies import AIRLINE, BAKERY, CLINIC, SAAS

ON = date(2026, 11, 18)


@pytest.mark.parametrize(("ask", "sections", "answer"), [
    ("are you open on Saturday", BAKERY, "On Saturday, Old Town is open 7:00 to 13:00 and Harbour is closed."),
    ("when do you close at the Harbour on Thursday", BAKERY, "On Thursday, Harbour is open 6:30 to 17:00."),
    ("are you open today", BAKERY, "On Wednesday, Old Town is open 7:00 to 18:00 and Harbour is open 6:30 to 17:00."),
    ("what does the Team plan cost", SAAS, "For the Team plan, it's 49 euros."),
    ("can I export to CSV", SAAS, "Every plan can export to CSV and JSON under Settings."),
    ("can my dog travel in the cabin", AIRLINE, "Dogs up to 8 kg travel in the cabin for 60 euros."),
    ("can I eat before the blood test", CLINIC, "You should not eat for 8 hours before a blood test"),
])  # fmt: skip
def test_a_known_ask_is_answered_in_whole_sentences(ask: str, sections: tuple[Section, ...], answer: str) -> None:
    found = ground(ask, sections, on=ON)
    assert found is not None
    assert answer.lower() in found.answer.lower()
    assert found.source in {section.source for section in sections}


@pytest.mark.parametrize(("ask", "sections"), [
    ("do you sell rye bread by post", BAKERY),
    ("can I pay by invoice", SAAS),
    ("is there a window seat left", AIRLINE),
    ("do you treat horses", CLINIC),
    ("how long does it take", SAAS),
    ("what is the discount floor", SAAS),
    ("", BAKERY),
    ("????", BAKERY),
])  # fmt: skip
def test_what_the_playbook_does_not_say_is_not_known(ask: str, sections: tuple[Section, ...]) -> None:
    assert ground(ask, sections, on=ON) is None


def test_internal_words_never_answer_but_guide_the_agent() -> None:
    found = ground("is the deposit waived for regulars", BAKERY, on=ON)
    assert found is None or "40" not in found.answer
    assert guidance("I am a regular, can the deposit be waived?", BAKERY, on=ON) == (
        "Opening hours \u203a Cake orders (internal)",
    )


def test_a_page_that_is_not_live_yet_answers_nothing() -> None:
    page = parse_page("x.md", "---\nlive_from: 2027-01-01\n---\n# Sale\nEverything is half price in January.").sections
    assert ground("is there a sale in January", page, on=ON) is None
    assert ground("is there a sale in January", page, on=date(2027, 1, 2)) is not None


def test_opening_days_that_are_over_answer_nobody() -> None:
    page = parse_page("x.md", "# Hours\n## Easter 2026\nSaturday 4 April: Berlin 10:00-14:00, Leipzig closed.").sections
    assert ground("are you open on Saturday", page, on=ON) is None


def test_an_empty_playbook_knows_nothing() -> None:
    assert ground("are you open", (), on=ON) is None


SHOP = parse_page("returns.md", """# Returns
## The time
30 days from delivery, for any reason.
## Not returnable
Hats with a broken seal, opened glue, and gift cards.
## Tents
Tents can be returned within 14 days.
""").sections + parse_page("hire.md", """# Hire
A loan kite is 9 euros a day.
""").sections  # fmt: skip


@pytest.mark.parametrize("ask", [
    "how long do I have to return a gift card", "how long do I have to return a loan kite",
    "how long do I have to repair a hat", "how long do I have to return to the office",
])  # fmt: skip
def test_a_general_time_does_not_hold_for_an_exception_or_another_matter(ask: str) -> None:
    assert ground(ask, SHOP, on=ON) is None


@pytest.mark.parametrize("ask", [
    "until when can I bring back the lantern", "how long do I have to send a lantern back",
    "till when may I give back a lantern",
])  # fmt: skip
def test_bringing_a_thing_back_is_returning_it(ask: str) -> None:
    found = ground(ask, SHOP, on=ON)
    assert found is not None and "30 days from delivery" in found.answer


def test_a_thing_with_a_time_of_its_own_gets_that_one() -> None:
    found = ground("how long do I have to return a tent", SHOP, on=ON)
    assert found is None or "14 days" in found.answer


PRICES = parse_page("prices.md", """# Prices
| job | price | time |
|---|---|---|
| Small service | 69 euros | 1 day |
| Big service | 129 euros, trike 159 euros | 2 days |
""").sections  # fmt: skip


def test_a_row_tells_the_price_and_the_time_that_were_asked_for_and_only_the_kind_that_was_meant() -> None:
    found = ground("what does the big service cost for a trike and how long does it take", PRICES, on=ON)
    assert found is not None and found.is_row
    assert "159 euros" in found.answer and "2 days" in found.answer
    assert "129" not in found.answer and "69" not in found.answer


def test_a_price_is_never_answered_by_a_sentence_without_one() -> None:
    page = parse_page("x.md", "# Kayaks\nKayaks are hired out from May to September.").sections
    assert ground("how much is it to hire a kayak", page, on=ON) is None


def test_prices_from_a_day_on_hold_after_that_day() -> None:
    page = parse_page("x.md", "# Fees\n## Fees from 1 April 2026\nA visit costs 40 euros.").sections
    assert ground("how much does a visit cost", page, on=ON) is not None


def test_a_page_that_is_over_by_either_name_of_its_last_day_tells_nothing() -> None:
    page = parse_page("x.md", "---\nvalid_to: 2026-08-31\n---\n# Summer\nA visit costs 20 euros in summer.").sections
    assert page[0].live_to == date(2026, 8, 31)
    assert ground("how much does a visit cost in summer", page, on=ON) is None


def test_between_answers_that_fit_alike_the_one_that_the_team_sends_comes_first() -> None:
    pages = {"Berlin": "A spare key costs 12 euros.", "Leipzig": "A spare key costs 15 euros."}
    written = {name: f"---\nvisibility: public\n---\n# {name}\n\n{text}" for name, text in pages.items()}
    sections = tuple(one for name, text in written.items() for one in parse_page(name, text).sections)
    first = {}
    for liked, other in (("Berlin", "Leipzig"), ("Leipzig", "Berlin")):
        priors = Priors({liked: BOUND, other: -BOUND})
        found = candidates("what does a spare key cost", sections, on=ON, priors=priors)
        first[liked] = found.ranked[0][1].statement.text if found else ""
    assert first == pages
