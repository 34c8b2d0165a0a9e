"""The whole check: good replies stay clean, a fault is told once, and a workspace has its own say."""

from time import process_time

import pytest

from bot.conversation import Turn
from bot.standard.check import Context, check
from bot.standard.finding import Example
from tests.standard.good_pairs import GOOD_PAIRS
from tests.standard.good_replies import GOOD


def context_of(example: Example) -> Context:
    return Context.of([Turn("customer", example.name, example.customer)], example.known)


ASKED = Example("", "Can I swap the harp for a bigger one?")


@pytest.mark.parametrize("example", GOOD + GOOD_PAIRS, ids=lambda example: example.draft[:30])
def test_a_good_reply_is_left_alone(example: Example) -> None:
    assert check(example.draft, context_of(example)) == []


def test_a_refusal_with_an_offer_is_fine_and_a_bare_one_is_not() -> None:
    offered = "Hi Ines, I can't swap the harp, but here is what I can do today: a loan of the bigger one for a month."
    bare = "Hi Ines, I can't swap the harp. Have a lovely week."
    assert check(offered, context_of(ASKED)) == []
    assert [finding.rule for finding in check(bare, context_of(ASKED))] == ["S4"]


def test_a_bounce_is_told_once_and_not_also_as_a_refusal() -> None:
    draft = "Hi Ines, I can't do that from here. Please contact our sales department."
    assert [finding.rule for finding in check(draft, context_of(ASKED))] == ["S5"]


def test_places_count_in_the_draft_as_it_was_given() -> None:
    draft = "Hi Ines,\n\nyes, it’s yours from Friday. Thank you for your patience.\n\nTom"
    (finding,) = check(draft, context_of(ASKED))
    assert draft[finding.start : finding.end] == "Thank you for your patience."


def test_a_muted_rule_is_silent() -> None:
    turns = [Turn("customer", "Ines Moreau", "Can I swap the harp?")]
    draft = "Hi Ines, yes, it's yours from Friday. Thank you for contacting us."
    loud = Context.of(turns)
    muted = Context(loud.turns, loud.reading, muted=frozenset({"S12"}))
    assert [finding.rule for finding in check(draft, loud)] == ["S12"]
    assert check(draft, muted) == []


def test_a_workspace_may_add_phrases_of_its_own() -> None:
    turns = [Turn("customer", "Ines Moreau", "Can I swap the harp?")]
    read = Context.of(turns)
    own = Context(read.turns, read.reading, phrases={"S8": ["no biggie"]})
    (finding,) = check("Hi Ines, no biggie, it's yours from Friday.", own)
    assert (finding.rule, finding.start, finding.end) == ("S8", 9, 18)


@pytest.mark.parametrize("draft", ["", "   \n", "👍"])
def test_a_draft_without_words_has_no_findings(draft: str) -> None:
    assert check(draft, context_of(ASKED)) == []


def test_another_language_is_not_judged() -> None:
    draft = "Sehr geehrte Kundin, leider können wir Ihnen nicht weiterhelfen. Bitte wenden Sie sich an uns."
    assert check(draft, context_of(ASKED)) == []


def test_a_check_without_a_thread_judges_the_words_alone() -> None:
    assert {finding.rule for finding in check("Please calm down.", Context())} == {"S8"}


def test_eight_sentences_are_checked_in_well_under_twenty_milliseconds() -> None:
    example = GOOD[1]
    draft, context = f"{example.draft} {GOOD[3].draft}", context_of(example)
    check(draft, context)
    times = []
    for number in range(15):
        started = process_time()
        check(f"{draft} {number}", context)
        times.append(process_time() - started)
    assert min(times) < 0.02
