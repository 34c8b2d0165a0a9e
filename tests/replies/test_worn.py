"""A draft wears its agent's voice where that fits, and keeps its own calm where it does not."""

import re

import pytest

from bot.replies.writing.own_voice import OwnVoice
from bot.replies.writing.sentences import normal, sentences_in
from bot.replies.writing.worn import greeted, said_as, signed
from tests.replies.companies import BAKERY, draft

CHATTY = OwnVoice("Hey", "Cheers", "!", contracts=True, length="short", emoji="🙂")
CONTRACTED = re.compile(r"'(?:ll|m|re|ve)\b|n't\b")
FORMAL = OwnVoice("Dear", "Kind regards", ",", contracts=False)


@pytest.mark.parametrize(
    ("base", "voice", "worn"),
    [
        ("Hi Annelie,", CHATTY, "Hey Annelie!"),
        ("Hello,", CHATTY, "Hey!"),
        ("Hi Annelie,", FORMAL, "Dear Annelie,"),
        ("Hello,", FORMAL, "Hello,"),
        ("Dear Dr. Pauli,", CHATTY, "Dear Dr. Pauli,"),
        ("Dear Annelie Voss,", CHATTY, "Dear Annelie Voss,"),
        ("Hi Annelie,", OwnVoice(), "Hi Annelie,"),
        ("Hi Annelie,", OwnVoice(greeting="Hello", mark="–"), "Hello Annelie,"),
    ],
)
def test_the_greeting_is_the_agents_own_and_a_title_stays(base: str, voice: OwnVoice, worn: str) -> None:
    assert greeted(base, voice, is_grave=False) == worn


def test_a_grave_matter_is_not_greeted_lightly() -> None:
    assert greeted("Hello Annelie,", CHATTY, is_grave=True) == "Hello Annelie,"
    assert greeted("Hello Annelie,", OwnVoice(greeting="Hi", mark="!"), is_grave=True) == "Hi Annelie,"


@pytest.mark.parametrize(("hour", "worn"), [(9, "Good morning Tom,"), (16, "Hi Tom,"), (None, "Hi Tom,")])
def test_good_morning_is_said_in_the_customers_morning(hour: int | None, worn: str) -> None:
    assert greeted("Hi Tom,", OwnVoice(greeting="Good morning"), is_grave=False, hour=hour) == worn


def test_the_sign_off_is_the_agents_own_where_it_fits() -> None:
    assert signed("Jonas", CHATTY, is_grave=False) == "Cheers,\nJonas"
    assert signed("Jonas", CHATTY, is_grave=True) == "Jonas"
    assert signed("Selma", FORMAL, is_grave=True) == "Kind regards,\nSelma"
    assert signed("Selma", OwnVoice(sign_off="Have a good weekend"), is_grave=False) == "Selma"
    assert signed("", FORMAL, is_grave=False) == ""


def test_who_writes_in_full_gets_a_draft_in_full() -> None:
    assert said_as("I'll write, and we can't say more.", FORMAL) == "I will write, and we cannot say more."
    assert said_as("I'll write.", CHATTY) == "I'll write."


def test_two_agents_get_the_same_facts_in_their_own_voices() -> None:
    asked = "When are you open on Saturday? And can you keep two rye loaves for me?"
    plain, chatty, formal = (draft(asked, BAKERY, voice=voice) for voice in (OwnVoice(), CHATTY, FORMAL))

    assert plain.text.startswith("Hi Robin,") and plain.text.endswith("\n\nPat")
    assert chatty.text.startswith("Hey Robin!") and chatty.text.endswith("Cheers,\nPat")
    assert formal.text.startswith("Dear Robin,") and formal.text.endswith("Kind regards,\nPat")
    assert CONTRACTED.search(plain.text) and not CONTRACTED.search(formal.text)
    assert plain.asks == chatty.asks == formal.asks


def test_words_that_stand_in_the_thread_in_full_are_not_said_again_in_short() -> None:
    told = draft("When are you open on Saturday?", BAKERY, voice=FORMAL)
    again = draft(
        ["C: When are you open on Saturday?", f"A: {told.text}", "C: Sorry, when are you open on Saturday?"], BAKERY
    )

    assert not {normal(one) for one in sentences_in(told.text)[1:]} & {
        normal(one) for one in sentences_in(again.text)[1:-1]
    }
