"""The whole check: good replies stay clean, a fault is told once, and a workspace has its own say."""

from dataclasses import replace
from time import process_time

import pytest

from bot.conversation import Turn
from bot.standard.check import Context, check
from bot.standard.finding import Example
from tests.standard.good_amends import GOOD_AMENDS
from tests.standard.good_days import GOOD_DAYS
from tests.standard.good_desks import GOOD_DESKS
from tests.standard.good_hands import GOOD_HANDS
from tests.standard.good_hours import GOOD_HOURS
from tests.standard.good_houses import GOOD_HOUSES
from tests.standard.good_pairs import GOOD_PAIRS
from tests.standard.good_replies import GOOD
from tests.standard.good_trades import GOOD_TRADES
from tests.standard.good_turns import GOOD_TURNS
from tests.standard.good_voices import GOOD_VOICES

EVERY_GOOD_REPLY = GOOD + GOOD_PAIRS + GOOD_VOICES + GOOD_DESKS + GOOD_TURNS + GOOD_DAYS + GOOD_AMENDS
EVERY_GOOD_REPLY += GOOD_HANDS + GOOD_HOURS + GOOD_HOUSES + GOOD_TRADES


def context_of(example: Example) -> Context:
    return Context.of([Turn("customer", example.name, example.customer)], example.known)


ASKED = Example("", "Can I swap the harp for a bigger one?")


@pytest.mark.parametrize("example", EVERY_GOOD_REPLY, ids=lambda example: example.draft[:30])
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


def test_a_phrase_of_the_workspace_is_found_in_any_language() -> None:
    turns = [Turn("customer", "Ines Moreau", "Wann kommt die Harfe?")]
    own = Context(turns, Context.of(turns).reading, phrases={"S10": ["zeitnah"]})
    (finding,) = check("Liebe Ines, wir melden uns zeitnah bei Ihnen. Vielen Dank und herzliche Grüße.", own)
    assert finding.rule == "S10"


def test_a_short_word_in_a_talk_that_opened_by_name_needs_no_name_again() -> None:
    asked = Turn("customer", "Ines Moreau", "Where is my harp?")
    opened = Turn("agent", "Tom", "Hi Ines, I'm asking the driver.")
    again = Turn("customer", "Ines Moreau", "And?")
    draft = "It left this morning and is with you by 4 today."
    assert check(draft, Context.of([asked, opened, again])) == []
    assert [finding.rule for finding in check(draft, Context.of([asked]))] == ["S1"]


def test_a_lead_who_gets_the_whole_story_from_us_is_no_bounce() -> None:
    draft = "Hi Ines, I'll ring you by 4 today. My team lead gets the whole story from me today."
    assert check(draft, context_of(ASKED)) == []


def test_where_not_all_is_known_silence_proves_nothing() -> None:
    turns = [Turn("customer", "Ines Moreau", "Why is the harp late, and what does a new string cost?")]
    draft = "Hi Ines, it's late because of a strike at the harbour. A new string costs 45 euros. I'll ring at 4."
    whole = Context.of(turns, {"delivery": "Thursday"})
    partial = replace(whole, is_partial=True)
    assert [finding.rule for finding in check(draft, whole)] == ["S7"]
    assert check(draft, partial) == []


def test_a_figure_against_the_known_one_is_told_though_not_all_is_known() -> None:
    turns = [Turn("customer", "Ines Moreau", "What does a second key cost?")]
    known = replace(Context.of(turns, {"second key": "60 euros, cut in two days"}), is_partial=True)
    assert [finding.rule for finding in check("Hi Ines, a second key costs 45 euros.", known)] == ["S7"]
    assert check("Hi Ines, a second key costs 60 euros.", known) == []


def test_an_hour_may_be_said_without_its_minutes() -> None:
    turns = [Turn("customer", "Ines Moreau", "When do you open on Sunday?")]
    assert check("Hi Ines, we open at 10.", Context.of(turns, {"opening": "10:00"})) == []


def test_what_the_customer_gave_before_is_not_asked_for_again() -> None:
    turns = [Turn("customer", "Ines Moreau", "My harp has a crack. Can you send a new one?")]
    draft = "Hi Ines, I'm sorry about the crack. Could you send me your order number? A new one then leaves today."
    given = replace(Context.of(turns), given={"order": "48213 harp"})
    assert [finding.rule for finding in check(draft, given)] == ["S9"]


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
