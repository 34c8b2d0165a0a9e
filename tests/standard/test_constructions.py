"""The English behind the rules: a construction is found in many words, and left alone where it means well."""

import pytest

from bot.conversation import Turn
from bot.standard.check import RULES, Context
from bot.standard.segmentation import Draft
from bot.standard.word_classes import verbs

RULE = {rule.id: rule for rule in RULES}
ASKED = "The handle of the kettle broke on the second day. Can I get another one?"


def broken(rule: str, draft: str, asked: str = ASKED, known: dict[str, str] | None = None) -> bool:
    context = Context.of([Turn("customer", "Ines Moreau", asked)], known or {})
    return bool(list(RULE[rule].find(Draft.of(draft), context)))


BLAME = (
    "You ought to have read the label before you washed it.",
    "I see that you forgot to tick the box for insurance.",
    "Unfortunately you never told us about the stairs.",
    "You seem to have mixed up the two codes.",
    "Had you kept the receipt, this would be easy.",
    "The wrong size was entered in the form.",
    "Knots come loose when they aren't tied properly.",
    "The haulier must have dropped it.",
    "Our supplier let us down.",
    "The night shift tends to overlook such notes.",
    "Billing never passed that on to us.",
    "The website ate your order, it was down to them.",
    "We're only the reseller of the kettle.",
    "That has nothing to do with us at the desk.",
    "Whoever packed it didn't do their job.",
    "Couriers are like that, sadly.",
    "There appears to have been some confusion about the date.",
    "Due to an internal error the letter was never sent.",
    "The note got overlooked.",
    "I apologise should this have upset you.",
    "We regret any distress caused.",
    "If you felt rushed, we're sorry.",
    "I'm sorry you see it that way.",
)
OWNED = (
    "You should have received it on Monday, and we forgot to post it.",
    "You did nothing wrong.",
    "If you haven't signed it yet, there's time until Friday.",
    "The lab lost the sample, and choosing that lab was our mistake.",
    "We lost your form, and I'm sorry.",
    "Our own packer's slip: the handle was left out.",
    "I don't know who is at fault yet.",
    "You aren't to blame for any of it.",
    "I'm sorry that you had to write twice.",
    "It was delayed by the snow and comes on Friday.",
)


@pytest.mark.parametrize("draft", BLAME)
def test_blame_is_found_whoever_it_is_laid_on(draft: str) -> None:
    assert broken("S3", draft)


@pytest.mark.parametrize("draft", OWNED)
def test_an_owned_mistake_and_a_plain_word_are_no_blame(draft: str) -> None:
    assert not broken("S3", draft)


def test_a_fault_is_admitted_only_when_it_is_known_to_be_ours() -> None:
    admitted = "We made a mistake with the handle, and I'm sorry."
    assert broken("S3", admitted, known={"cause": "not yet known"})
    assert not broken("S3", admitted, known={"cause": "not yet known", "handle": "fitted loosely by us"})


@pytest.mark.parametrize(
    "draft",
    [
        "We no longer stock that kettle.",
        "Engraved goods are non-returnable, I'm afraid.",
        "There's no reprinting after the press date.",
        "It's beyond my power to change that.",
        "We only exchange goods within a week.",
        "That isn't something our workshop offers.",
        "Refunds aren't given on sale goods, as it says in the terms.",
        "The window for claims has lapsed.",
        "I have to turn this down.",
    ],
)
def test_a_refusal_without_a_way_is_found_however_it_is_put(draft: str) -> None:
    assert broken("S4", draft)


@pytest.mark.parametrize(
    "draft",
    [
        "We no longer stock that kettle, so I'd take the steel one instead.",
        "It can't be welded. Bea in our shop keeps a spare handle for you.",
        "The bus can't pass there. From Monday a minibus goes at 10 and at 2.",
        "We only exchange goods within a week. Tell me which you'd like, a voucher or a repair.",
        "You won't be charged for the handle.",
        "That can't be right, I'm looking at it now.",
    ],
)
def test_a_refusal_with_a_way_is_fine(draft: str) -> None:
    assert not broken("S4", draft)


@pytest.mark.parametrize(
    "draft",
    [
        "The best thing is to pop into one of our branches and explain it there.",
        "It's worth giving the makers a ring.",
        "You'd be better off writing to the warranty team.",
        "For handles there's a spare parts line, 555 0177, so please call it.",
        "Handles are a matter for the factory.",
        "Just drop them a line and tell them what happened.",
        "Take it up with the shop where you bought it.",
        "Please log in and open a ticket.",
        "I've handed this over to our second-level support.",
        "Feel free to get in touch with our partner, they'll be able to help.",
        "Why not ask your bank?",
    ],
)
def test_sending_away_is_found_in_every_mood(draft: str) -> None:
    assert broken("S5", draft)


@pytest.mark.parametrize(
    "draft",
    [
        "I'll call the maker today and write to you by 5.",
        "I've handed this to Rosa Lind in our workshop, with your photos; she rings you at 9.",
        "Please write to me here if anything is missing.",
        "You needn't ring anybody, it's done.",
        "Take the new one at the desk on Friday, it lies there under your name.",
        "If you'd rather speak, my number is 555 0133.",
    ],
)
def test_our_own_doing_a_name_and_an_offer_are_no_bounce(draft: str) -> None:
    assert not broken("S5", draft)


def test_a_number_that_was_asked_for_is_no_bounce() -> None:
    assert not broken("S5", "Please call the maker on 555 0177.", "What's the number of the maker?")


@pytest.mark.parametrize(
    "draft",
    [
        "A little courtesy goes a long way.",
        "Insults will not be tolerated here.",
        "Calling us crooks won't bring the kettle back.",
        "I think you'll find that the box says otherwise.",
        "How many times must I say it?",
        "For the last time, the price is final.",
        "We did mention it when you bought the kettle.",
        "You ticked the box yourself.",
        "It's hardly brain surgery.",
        "One should always read the small print.",
        "We can't read minds.",
        "Count yourself lucky that it was only the handle.",
        "It's not as bad as all that.",
    ],
)
def test_quarrelling_is_found_in_its_many_tones(draft: str) -> None:
    assert broken("S8", draft)


@pytest.mark.parametrize(
    "draft",
    [
        "As I told you on Monday, I'd ring today, so here I am: it's ready.",
        "That's not how a kettle should end, and I'm sorry.",
        "You're right to be angry.",
        "The colour you chose is in stock.",
        "Nobody told you, and somebody should have.",
        "I hope nobody was hurt.",
        "How nice that you're coming for her birthday.",
    ],
)
def test_kind_words_that_sound_alike_are_left_alone(draft: str) -> None:
    assert not broken("S8", draft)


@pytest.mark.parametrize(
    "draft",
    [
        "The handle will be replaced.",
        "Our fitter will come round one of these days.",
        "An answer is to follow.",
        "We'll see what can be done when things are quieter.",
        "Rest assured that it's in hand.",
        "Fingers crossed it turns up.",
    ],
)
def test_an_open_end_without_a_day_is_found(draft: str) -> None:
    assert broken("S10", draft)


@pytest.mark.parametrize(
    "draft",
    [
        "The handle is replaced tomorrow by our fitter Gwen.",
        "You should have been told, and I'm sorry. Your kettle leaves today.",
        "I've passed your words on to Bea, and she beamed.",
        "You won't be charged.",
    ],
)
def test_what_is_done_or_has_a_day_is_not_open(draft: str) -> None:
    assert not broken("S10", draft)


def test_an_hour_counts_in_the_zone_of_whoever_reads_it() -> None:
    theirs = {"customer_tz": "Asia/Tokyo", "work": "20:00 London = 5:00 Tokyo"}
    assert broken("S10", "The work starts at 20:00 London time.", known=theirs)
    assert not broken("S10", "The work starts at 5 am your time.", known=theirs)
    assert not broken("S10", "The work starts at 5:00 JST.", known=theirs)


def test_a_relative_that_was_mentioned_is_not_the_one_who_writes() -> None:
    asked = "My daughter Nina lost her kettle handle."
    assert broken("S1", "Hi Nina, a new handle leaves today.", asked)
    assert not broken("S1", "Hi Ines, a new handle for Nina leaves today.", asked)


@pytest.mark.parametrize(
    "draft",
    [
        "Thank you for being so patient.",
        "Thanks for your interest in our kettles.",
        "We're lucky to have customers like you.",
        "I can't tell you how happy your mail made us!",
        "Your loyalty means a lot to us.",
    ],
)
def test_thanks_for_nothing_in_particular_are_found(draft: str) -> None:
    assert broken("S12", draft)


def test_a_rewording_takes_what_is_known_and_leaves_the_rest_of_the_sentence() -> None:
    draft = "Ines, a broken handle is no fun, and we apologise for any inconvenience this may have caused."
    context = Context.of([Turn("customer", "Ines Moreau", ASKED)], {"cause": "we fitted it loosely"})
    (finding,) = RULE["S3"].find(Draft.of(draft), context)
    mended = draft[: finding.start] + finding.rewording + draft[finding.end :]
    assert mended == "Ines, a broken handle is no fun, and I'm sorry that [we fitted it loosely]."


def test_an_open_end_gets_its_day_in_the_place_of_the_vague_word() -> None:
    context = Context.of([Turn("customer", "Ines Moreau", ASKED)])
    (finding,) = RULE["S10"].find(Draft.of("Your handle will be sent in due course."), context)
    assert finding.rewording == "Your handle will be sent by [day and time]."


def test_verbs_are_inflected_as_english_does() -> None:
    assert verbs("lose lost, carry, drop dropped, put, pass").any == (
        "(?:(?:lose|carry|drop|put|pass)|(?:lost|carried|dropped|put|passed)|"
        "(?:losing|carrying|dropping|putting|passing)|(?:loses|carries|drops|puts|passes))"
    )
