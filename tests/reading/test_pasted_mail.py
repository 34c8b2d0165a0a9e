"""A mail that was pasted or passed on is read; the history below one's own words is not."""

from bot.reading.words import without_quotes


def test_the_words_below_a_pasted_head_are_read() -> None:
    pasted = (
        "From: Ann Hill <ann@mail.example>\nSent: Monday\nTo: you\nSubject: lamp\n\nDoes the lamp come with a bulb?"
    )
    assert without_quotes(pasted) == "Does the lamp come with a bulb?"


def test_who_says_that_it_is_passed_on_loses_no_words() -> None:
    text = "Passing this on from my aunt.\n\nFrom: Jo\nSent: Monday\nTo: me\n\nWhen do you open?"
    assert without_quotes(text) == "Passing this on from my aunt.\n\nWhen do you open?"


def test_the_history_below_ones_own_words_stays_out() -> None:
    text = "Where is my lamp?\n\nFrom: shop@mail.example\nSent: Monday\nTo: me\n\nYour lamp has left us."
    assert without_quotes(text) == "Where is my lamp?"


def test_from_in_a_sentence_is_no_head() -> None:
    text = "From: the corner shop, to: my home, how long does that take?"
    assert without_quotes(text) == text
