"""Each family of words that carries a risk, beside the words that only look like it."""

import pytest

from bot.reading.risk import risks_in

RISKY = {
    "safety": (
        "The plug gets so hot that it burned my hand.",
        "There's an eggy smell in the cupboard since the meter went in.",
        "Our carbon monoxide alarm keeps going off.",
        "Is the tap water still safe to drink? It's brown.",
        "My tongue is swelling and it's hard to swallow.",
        "The puppy ate half a tube of raisins.",
        "My toddler swallowed a button cell.",
        "I bit on a splinter of glass in the jam.",
        "The pharmacist gave me 20 mg instead of 10 mg.",
        "Her insulin has been in a bucket of ice since the power went.",
        "A screw has come loose on the swing.",
        "The crib side fell off.",
        "The fire exit is blocked with boxes.",
        "The brakes feel soft on the mountain road.",
        "No heating for two days and we have a baby here.",
        "My son didn't get off the school bus.",
        "I don't want to live any more.",
        "A man from your firm followed my daughter to her door.",
        "It's a miracle nobody was hurt: the axle broke on the motorway.",
    ),
    "legal": (
        "My solicitor has the photographs now, and the wall is still wet.",
        "See you in small claims.",
        "We're thinking of suing over the damp.",
        "I'll be on to the ombudsman first thing on Monday.",
        "Trading standards will hear of this.",
        "Give it back today or I dispute it with my bank.",
        "You are in breach of contract.",
        "I set a deadline of 14 days and reserve all rights.",
        "This is discrimination, and it isn't legal.",
        "Under the package travel regulations you owe me the difference.",
        "I've told the police. You keep taking money for nothing.",
    ),
    "going_public": (
        "The whole story goes on Facebook if it isn't here by Friday.",
        "One star on every site there is.",
        "My 40k followers will love this rubbish.",
        "I'll warn everyone in the village.",
        "People will hear of this.",
        "Fix it or I name and shame you.",
        "I've filmed it all, and the clip goes up tonight if nobody answers.",
    ),
    "press": (
        "The Evening Lantern prints the photos on Friday.",
        "A reporter has phoned me about the buffet.",
        "Radio Fenland here. Would the director comment on air?",
        "I'll be telling the paper.",
        "The consumer programme is coming on Tuesday.",
        "She works at the Daily Lantern, as it happens.",
    ),
    "leaving": (
        "Going over to Bellnova next month.",
        "We have decided not to renew.",
        "Please close my account.",
        "Give me one good reason why I should stay.",
        "Please prepare our files for handing over to another firm.",
        "Could I have my PAC code?",
        "I'll never order from you again.",
        "My three salons are trying Glossbook's free month as of today.",
        "How do I get out of this contract?",
    ),
}
PLAIN = (
    "Do your cookies contain nuts?",
    "Do you have smoked salmon, and is the terrace non-smoking?",
    "I broke my wrist skiing, can I move the lessons?",
    "I was in hospital last month, so I missed the renewal date.",
    "The smoke alarms need new batteries, which ones do I buy?",
    "I start chemo on the 3rd, is the subscription pausable?",
    "My flatmate is a lawyer and says I need a stamped statement.",
    "I am the lawyer of the choir, and we'd like to rent the hall.",
    "Is the tennis court free on Sunday?",
    "What are my rights if I change my mind?",
    "I lost my wallet, police gave me a report number, do you need it?",
    "May I post the photos on Instagram?",
    "Where do I leave a review for her? She was wonderful!",
    "Our rent went up by 210.",
    "I saw your advert in the Evening Star.",
    "How do I pause the newspaper delivery?",
    "Can I cancel Thursday's lesson and come on Friday?",
    "Please cancel my order 60021.",
    "Can we move to the Team plan?",
    "We move to Elm Street 4 on 1 May.",
    "We leave on the 9th.",
    "Is there any way to keep my old number when I switch to you?",
)


@pytest.mark.parametrize(("risk", "words"), [(risk, words) for risk, several in RISKY.items() for words in several])
def test_a_risk_is_heard_in_many_words(risk: str, words: str) -> None:
    assert risk in risks_in(words)


@pytest.mark.parametrize("words", PLAIN)
def test_words_that_only_look_risky_carry_none(words: str) -> None:
    assert risks_in(words) == ()


def test_several_risks_in_one_turn_are_all_told_the_gravest_first() -> None:
    said = "My sister is in hospital because of your salad. My lawyer will write, and I'm posting it on TikTok tonight."
    assert risks_in(said) == ("safety", "legal", "going_public")


@pytest.mark.parametrize("text", ["no heating baby " * 700, "damp " * 2400, "glass in the " * 900, "my " * 4000])
def test_a_very_long_text_is_searched_in_good_time(text: str) -> None:
    assert isinstance(risks_in(text[:12_000]), tuple)
