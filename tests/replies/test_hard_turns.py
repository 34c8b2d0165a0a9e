"""Turns as people really write them: several asks in one breath, slips, chasing, and things named in passing."""

import pytest

from bot.conversation import Turn
from bot.reading.read import read
from bot.replies.finding.grounding import ground
from bot.replies.finding.passages import statements_of
from bot.replies.finding.spoken import said, whole
from bot.replies.sources.playbook import parse_page
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.own_words import in_own_words
from tests.replies.companies import BAKERY, NOW, draft


def asked(*texts: str) -> list[str]:
    """What the last of these customer turns asks; an agent's word stands between them."""
    turns = [Turn("customer", "Robin", texts[0])]
    for text in texts[1:]:
        turns += [Turn("agent", "Pat", "I'll look into that for you."), Turn("customer", "Robin", text)]
    return [ask.text for ask in read(turns).asks]


@pytest.mark.parametrize(("words", "asks"), [
    ("By when do we have to register and what do you charge?",
     ["by when do we have to register", "what do you charge"]),
    ("I have two vouchers left, till when can I use them?", ["till when can I use them"]),
    ("until when may I bring back the ladder", ["until when may I bring back the ladder"]),
    ("Is parking in the fee, do the dogs pay too, and is fog likely?",
     ["is parking in the fee", "do the dogs pay too, and is fog likely"]),
    ("Do you teach Welsh? If not, which course is Irish for adults?",
     ["do you teach Welsh", "which course is Irish for adults"]),
    ("I'd like to know (a) when the kiln is ready, (b) what you charge for clay.",
     ["when the kiln is ready", "what you charge for clay"]),
    ("I wish to be sure (i) that the hall has a ramp, (ii) of the height of the stage.",
     ["whether the hall has a ramp", "what is the height of the stage"]),
    ("Please sign me up for pottery in May.", ["sign me up for pottery in May"]),
    ("If not I would like to leave and have my deposit back.", ["get my deposit back"]),
    ("I want to know who it was and I'm going to the council.", ["who it was"]),
    ("Fourth mail about order 8812. When will it come?", ["when will my order 8812 come"]),
])  # fmt: skip
def test_each_ask_of_a_long_breath_is_heard(words: str, asks: list[str]) -> None:
    assert [one for one in asked(words) if one not in ("leave",)] == asks


@pytest.mark.parametrize("chase", [
    "That was last week. Can I have a reply please.",
    "And the other questions?",
    "May I get an answer?",
])  # fmt: skip
def test_who_chases_an_answer_asks_again_what_was_asked_first(chase: str) -> None:
    first = "How much notice do you need? Also, is the ramp working?"
    assert asked(first, chase) == ["how much notice do you need", "is the ramp working"]


def test_them_is_not_one_thing_that_was_named() -> None:
    assert asked("My tent is here. Can I pay them on the day?") == ["can I pay them on the day"]
    assert asked("My order is fine. Could my aunt come to one of them?") == ["could my aunt come to one of them"]


@pytest.mark.parametrize(("words", "owed"), [
    ("Sat there like a fool. When does it open?", "when it opens"),
    ("I need your help. Is my scarf still in the hall, grey, wool, left it there in May?",
     "whether your scarf is still in the hall"),
    ("Can you give me an idea of the price of the extras alone?", "the price of the extras alone"),
    ("Can you ask the drivers whether they would take the old bath along?", "whether they would take the old bath"),
    ("How much notice do you want?", "how much notice we want"),
    ("And what would it be on a Sunday xx", "on a Sunday"),
    ("The letter says 85, the page says 60. Which one do I believe?", "which of the two is right"),
    ("Please confirm that the tenth child is free: we are nine now.", "whether the tenth child is free"),
    ("A crate never came. Is it too late to say?", "what can still be done"),
    ("I need two new tubes and the bell rattles, is that under guarantee?", "two new tubes"),
])  # fmt: skip
def test_what_is_owed_is_named_in_whole_words(words: str, owed: str) -> None:
    text = draft(words).text
    assert owed in text and "grey" not in text and " xx" not in text and "the fool" not in text


@pytest.mark.parametrize("words", [
    "your ring was here and its gone",
    "whether your money have back",
    "how many weeks until it arrive",
    "whether you cant come",
])  # fmt: skip
def test_a_slip_is_not_said_back(words: str) -> None:
    assert not is_fluent(words)


def test_closed_days_are_told_in_a_sentence() -> None:
    assert whole("Mondays closed.") == "We're closed on Mondays."
    assert whole("Closed on Sundays and public holidays") == "We're closed on Sundays and public holidays."


@pytest.mark.parametrize(("words", "owned"), [
    ("That's three Mondays cancelled now. Is the next one on?", "sorry"),
    ("You agreed on 9:00 and arrived at 11:30. Is there something off my bill?", "on the day"),
    ("On Friday we were moved to the cellar without any warning. Can we have our room again?", "sorry"),
    ("Second try. Can I have the menu?", "sorry"),
])  # fmt: skip
def test_what_we_did_is_owned(words: str, owned: str) -> None:
    assert owned in draft(words).text


def test_an_injury_of_theirs_is_met_and_not_owned() -> None:
    text = draft("I broke my ankle and can't dance for two months. What do I get back?").text
    assert "trouble with us" not in text and any(word in text for word in ("better", "well", "soon"))


def test_nobody_is_told_that_we_are_sorry_to_read_of_our_silence() -> None:
    text = draft("I wrote on Monday and on Tuesday. Nobody answers. Is my oven ready?").text
    assert "sorry to read that nobody" not in text and "sorry" in text


def test_a_calm_question_is_not_met_with_trouble_that_nobody_told() -> None:
    text = draft("I should like to know whether the rye bread holds nuts and what it costs.", BAKERY).text
    assert "trouble" not in text and "sorry" not in text


def test_glad_words_owe_nothing() -> None:
    text = draft("Thank you Pat, we all got home safe and happy!").text
    assert "find out" not in text and "looking into" not in text


FERRY = parse_page("passes.md", """# Passes
## Lost passes
The first new pass is free of charge.
## In the cabin
- Light switch: behind the door
- heating: turn it in the app > cabin > warmth. sockets are under the bed.
""").sections  # fmt: skip


def test_what_holds_for_the_first_time_is_not_told_for_the_second() -> None:
    assert ground("is a new pass free again", FERRY, on=NOW.date()) is None


def test_a_note_of_a_page_is_told_as_one() -> None:
    switch, heating = statements_of(FERRY[1])[:2]
    assert said(switch) == ["Light switch: behind the door."]
    told = "For heating, turn it in the app, then cabin, then warmth. Sockets are under the bed."
    assert said(heating) == [told]


SCHOOL = parse_page("terms.md", """# Terms
The next term begins on 11 January. Sign up until 4 January.
""").sections + parse_page("tests.md", """# Tests and papers
| test | date | fee |
|---|---|---|
| TOVA B1 | 13 February | 182 euros |
""").sections + parse_page("levels.md", """# Levels
From A1 to B1 you learn in the evening.
""").sections  # fmt: skip


def test_a_date_of_something_else_is_not_told() -> None:
    about = "I dare to take the TOVA B1 now. By when do I have to sign up?"
    assert ground("by when do I have to sign up", SCHOOL, on=NOW.date(), context=about) is None
    assert ground("by when do I have to sign up for the next term", SCHOOL, on=NOW.date()) is not None


@pytest.mark.parametrize(("words", "met"), [
    ("Not one of you: nobody had the decency to ring. Is my vase mended?", "sorry"),
    ("The way your porter talked to my mother was awful. I won't come back.", "sorry"),
    ("I cant log in to the lesson, the link has expired", "working"),
    ("Since Walter died I can't lift the chest alone. Could your men carry it?", "or"),
])  # fmt: skip
def test_what_happened_is_met_by_its_kind(words: str, met: str) -> None:
    text = draft(words).text
    assert met in text and "letter" not in text


def test_a_loss_is_met_first() -> None:
    text = draft("Since Walter died I can't lift the chest alone. Could your men carry it?").text
    assert any(word in text for word in ("loss", "sympathy", "thoughts are with you"))


def test_the_thing_of_somebody_else_is_not_called_theirs() -> None:
    assert "your letters" not in draft("A box never came, it has my dad's letters in it. Where is it?").text


def test_that_may_end_what_is_owed() -> None:
    text = draft("I'm between jobs, is there anything off for that?").text
    assert "whether there is anything off for that" in text


def test_a_thing_that_was_named_is_looked_up_with_its_price() -> None:
    asked = read([Turn("customer", "Robin", "How do I get a bench? What does it cost?")]).asks[-1]
    assert in_own_words(asked, "How do I get a bench? What does it cost?").text == "what does the bench cost"


def test_a_name_without_an_article_is_nothing_that_costs() -> None:
    words = "We move in May. Broadband with Solo, power and gas. What does it cost?"
    asked = read([Turn("customer", "Robin", words)]).asks[-1]
    assert in_own_words(asked, words).text == "what does it cost"
