"""A weak sign is no proof: who the words are for, and what the rest of the reply does, decide."""

import pytest

from bot.conversation import Turn
from bot.standard.check import Context, check
from bot.standard.segmentation import Draft

HURT = "This is the third time my boiler stops working and nobody calls back. You clowns!"


def rules(draft: str, customer: str = HURT, known: dict[str, str] | None = None) -> set[str]:
    context = Context.of([Turn("customer", "Ines Moreau", customer)], known or {})
    return {finding.rule for finding in check(draft, context)}


@pytest.mark.parametrize(
    "said",
    [
        "It was cold for three days, and I know how hard that is with a baby.",
        "There's no need to make a new booking or to repeat any of it.",
        "Please let it cool down first, then press the red button.",
        "Don't blame yourself; the switch is badly placed.",
        "It's only fair to give you the three days back.",
        "The new one should be with you on Friday.",
        "Perhaps you could try the other lead in the meantime.",
        "You needn't keep calm for our sake.",
        "No one should be called that by one of our people.",
        "I'd ask you to keep the cellar door open for Gwen.",
        "So what I'll do is this: Gwen comes at 8 tomorrow.",
        "That behaviour of our fitter has no place here.",
    ],
)
def test_plain_help_in_the_words_of_a_quarrel_is_no_quarrel(said: str) -> None:
    assert "S8" not in rules(f"Ines, {said} Gwen comes at 8 tomorrow with a new pump. Tom")


def test_their_own_word_is_paid_back_only_where_it_is_not_taken() -> None:
    assert "S8" in rules("Ines, the clowns have found your pump. It comes at 8 tomorrow.")
    assert "S8" not in rules("Ines, clowns is fair. Gwen brings the pump at 8 tomorrow.")
    assert "S8" not in rules("Ines, I've fitted a lock, so the next thief goes home empty. Gwen comes at 8 tomorrow.")


def test_respect_in_the_closing_words_is_a_greeting() -> None:
    draft = Draft.of("Gwen comes at 8 tomorrow. With respect and warm regards, Tom")
    assert [sentence.is_sign_off for sentence in draft.sentences] == [False, True]


def test_another_day_beside_the_known_one_speaks_of_another_matter() -> None:
    known = {"visit": "Thursday, Gwen"}
    assert "S7" in rules("Ines, the visit is on Wednesday.", "When is the visit?", known)
    both = "Ines, the visit is on Thursday, by Gwen. Say yes by Wednesday noon to the visit and she brings the pump."
    assert "S7" not in rules(both, "When is the visit?", known)


def test_every_day_but_one_is_the_rest_of_the_week() -> None:
    known = {"desk": "Monday to Saturday"}
    assert "S7" not in rules("Ines, the desk is open every day but Sunday.", "When is the desk open?", known)


def test_a_last_day_of_our_own_is_a_promise_and_the_day_itself_a_fact() -> None:
    known = {"lamp": "sent today"}
    assert "S7" not in rules("Ines, the lamp left today and is with you by Thursday.", "Where is the lamp?", known)
    assert "S7" in rules("Ines, the lamp was sent on Thursday.", "Where is the lamp?", known)


def test_a_slip_that_is_owned_is_no_invented_reason() -> None:
    known = {"invoice": "attached, went to the old mailbox"}
    owned = "Ines, it went to your old mailbox, because nobody here had changed it, and that's our doing."
    invented = "Ines, it went to your old mailbox because of a power cut in the city."
    assert "S7" not in rules(owned, "Why is there no invoice?", known)
    assert "S7" in rules(invented, "Why is there no invoice?", known)


def test_a_reply_that_tells_three_known_facts_does_not_send_away() -> None:
    known = {"pen": "cabin lead Dee carries it", "kitchen": "free of peanuts", "visit": "Sunday at 14", "hut": "heated"}
    told = "Dee, the cabin lead, carries the pen. The kitchen is free of peanuts, and you may visit on Sunday at 14."
    sent = "Please call the office on 555 0142 about the rest."
    asked = "Who has the pen? Is the kitchen free of peanuts? May I visit?"
    assert "S5" in rules(f"Ines, {sent}", asked, known)
    assert "S5" not in rules(f"Ines, {told} {sent}", asked, known)


def test_whoever_asks_to_call_somebody_is_not_sent_away_by_a_yes() -> None:
    asked = "May I call him once while he is at the camp?"
    assert "S5" not in rules("Ines, do call him on Wednesday at 6 on Dee's phone, 555 0142.", asked)


def test_whoever_asks_for_nothing_is_refused_nothing() -> None:
    praise = "Just to say that the young man at your desk was brilliant."
    assert "S4" not in rules("Ines, that's Caspar, and he has gone as red as his hair. He can't stop smiling.", praise)


def test_words_that_answer_nobody_known_are_judged_by_themselves() -> None:
    found = check("Unfortunately that's not possible.", Context())
    assert "S4" in {finding.rule for finding in found}
