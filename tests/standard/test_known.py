"""What a draft says is held against what is known: asks, facts, efforts and remedies, each in many trades."""

import pytest

from bot.conversation import Turn
from bot.standard.check import Context, check
from bot.standard.measures import measures
from bot.standard.states import states

Known = dict[str, str]


def found(draft: str, customer: str, known: Known) -> set[str]:
    context = Context.of([Turn("customer", "Ana Lund", customer)], known)
    return {finding.rule for finding in check(f"Hi Ana, {draft}", context)}


def told(draft: str, customer: str, known: Known) -> tuple[str, str]:
    """The words found and what to say instead."""
    context = Context.of([Turn("customer", "Ana Lund", customer)], known)
    text = f"Hi Ana, {draft}"
    finding = next(each for each in check(text, context) if each.rule in ("S2", "S7", "S9", "S11"))
    return text[finding.start : finding.end], finding.rewording


@pytest.mark.parametrize(
    ("draft", "customer", "known"),
    [
        ("your passport went out by courier on Monday.", "Is my passport on its way?", {"passport": "not yet sent"}),
        ("the trail is open again.", "Is the trail open?", {"trail": "closed until Friday, trees down"}),
        ("there's no sugar in it at all.", "Is your oat milk sweet?", {"oat_milk": "4 g sugar per 100 ml"}),
        ("yes, all our salmon is wild.", "Is the salmon wild?", {"salmon": "farmed, Norway"}),
        ("yes, there's a lift by the entrance.", "Is there a lift?", {"lift": "none, 42 steps"}),
        ("our people treated the mould last week.", "Is the mould treated?", {"mould": "treatment booked for the 9th"}),
        ("you're the first to tell us.", "Does the zip often fail?", {"zip": "known fault, 58 reports"}),
    ],
)
def test_the_opposite_of_a_known_state_is_found(draft: str, customer: str, known: Known) -> None:
    assert "S7" in found(draft, customer, known)


@pytest.mark.parametrize(
    ("draft", "customer", "known"),
    [
        (
            "it isn't sent yet; it leaves tomorrow at 9.",
            "Is my passport on its way?",
            {"passport": "not yet sent, 9:00"},
        ),
        ("the lake path is open, the trail isn't.", "Is the trail open?", {"trail": "closed", "lake_path": "open"}),
        ("it's wild, from Alaska.", "Is the salmon wild?", {"salmon": "wild, Alaska"}),
        ("you needn't be there, the meter is outside.", "Must I be there?", {"presence": "not needed, meter outside"}),
        (
            "the new one comes on Monday, the old one may stay.",
            "Do I keep it?",
            {"old": "may be kept", "new": "Monday"},
        ),
    ],
)
def test_the_same_state_in_other_words_is_no_contradiction(draft: str, customer: str, known: Known) -> None:
    assert "S7" not in found(draft, customer, known)


@pytest.mark.parametrize(
    ("draft", "known"),
    [
        ("the mower has a five-year warranty.", {"warranty": "2 years, motor 3 years"}),
        ("a second key costs 45 euros.", {"second_key": "60 euros, cut in two days"}),
        ("students get 15 % off.", {"student_discount": "10 percent, weekdays only"}),
        ("the lecture starts on Tuesday.", {"lecture": "starts Thursday"}),
    ],
)
def test_another_figure_than_the_known_one_is_found(draft: str, known: Known) -> None:
    assert "S7" in found(draft, f"What about the {next(iter(known)).replace('_', ' ')}?", known)


@pytest.mark.parametrize(
    ("draft", "known"),
    [
        ("three tickets come to 54.", {"ticket": "18", "tickets": "3"}),
        ("it's ready at half past eight.", {"ready": "8:30"}),
        ("we're open from 6 to 10 in the evening.", {"hours": "18-22"}),
        ("it comes in a fortnight.", {"delivery": "14 days"}),
        ("it holds 3 metres of water.", {"tent": "3000 mm water column"}),
        ("I'll ring you on Friday at 4.15.", {"loan": "approved"}),
    ],
)
def test_sums_other_units_and_our_own_calls_need_no_proof(draft: str, known: Known) -> None:
    assert "S7" not in found(draft, "Can you tell me more?", known)


def test_a_reason_is_made_up_where_nobody_knows_it_or_it_is_known_to_be_another() -> None:
    story = "the line was down because of a storm in the north."
    assert "S7" in found(story, "Why was the line down?", {"cause": "unknown"})
    assert "S7" in found(story, "Why was the line down?", {"cause": "our own update at 3"})
    assert "S7" not in found(story, "Why was the line down?", {"cause": "storm in the north cut two masts"})
    assert "S7" not in found("I don't know yet why it was down.", "Why was it down?", {"cause": "unknown"})


def test_what_is_open_is_not_told_as_settled() -> None:
    known = {"jacket": "lining synthetic; glue unknown"}
    assert "S7" in found("yes, it's fully vegan, down to the glue.", "Is it vegan?", known)
    assert "S7" not in found("I don't know yet what the glue is made of.", "Is it vegan?", known)


def test_a_wrong_figure_is_replaced_in_its_own_sentence() -> None:
    words, instead = told("a key costs 45 euros.", "What's a key?", {"key": "60 euros"})
    assert (words, instead) == ("a key costs 45 euros.", "a key costs 60 euros.")


def test_what_is_kept_inside_is_never_offered_as_words_for_the_customer() -> None:
    known = {"ghent": "closes 30 June, announced internally, not yet public"}
    assert "30 June" not in told("the Ghent branch isn't closing.", "Do you close Ghent?", known)[1]


@pytest.mark.parametrize(
    ("draft", "customer", "known"),
    [
        (
            "Please send me the letter.",
            "I sent the letter yesterday. When is it stamped?",
            {"letter": "received yesterday"},
        ),
        ("Kindly state your reference.", "Ref LL-204, where is my deposit?", {"ref": "LL-204"}),
        (
            "Please turn the router off and on.",
            "I turned the router off and on twice. Now?",
            {"engineer": "tomorrow 9"},
        ),
        ("Please bring it to our workshop.", "The washer leaks, 4th floor.", {"home_repair": "free, Friday 9:00"}),
    ],
)
def test_nobody_is_asked_for_what_is_there_or_may_be_spared(draft: str, customer: str, known: Known) -> None:
    assert "S9" in found(draft, customer, known)


def test_one_may_ask_for_what_is_missing() -> None:
    assert "S9" not in found("Please tell me the floor.", "A man for the boiler, please.", {"floor": "missing"})


@pytest.mark.parametrize(
    ("draft", "limit", "is_fair"),
    [
        ("He gets a free comb on his next visit.", "refund plus costs up to 200", False),
        ("your membership is free for a whole year.", "one free month", False),
        ("the whole cost is back on your card.", "full refund of 80", True),
        ("I've taken 15 off the bill.", "20", True),
    ],
)
def test_what_is_given_fits_what_may_be_given(draft: str, limit: str, is_fair: bool) -> None:
    assert ("S11" not in found(draft, "Your barber cut my son's ear!", {"remedy_limit": limit})) is is_fair


def test_an_ask_that_nothing_in_the_draft_is_about_is_found() -> None:
    both = "Can I bring my dog, and is there parking for a van?"
    known = {"dogs": "welcome", "van": "yard, free"}
    assert "S2" in found("your dog is welcome.", both, known)
    assert "S2" not in found("your dog is welcome, and vans stand in the yard.", both, known)
    assert "S2" not in found("your dog is welcome.", "My husband Roy wrote on Sunday. Can I bring my dog?", known)


def test_measures_are_read_in_the_ways_people_write_them() -> None:
    read = {
        (each.kind, each.value) for each in measures("half past eight, a five-year plan, 12 % and two hundred euros")
    }
    assert read == {("clock", 510.0), ("length", 43800.0), ("share", 12.0), ("money", 200.0)}


def test_a_negation_turns_the_sign_of_a_state() -> None:
    assert [state.is_so for state in states("it hasn't been sent yet")] == [False]
    assert [state.is_so for state in states("it has been sent")] == [True]
