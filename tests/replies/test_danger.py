"""Danger comes first, and only danger."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation import Turn
from bot.reading.read import read
from bot.replies.sources.playbook import parse_page
from bot.replies.writing.danger import heeded, is_in_danger
from tests.replies.companies import NOW, draft

TEETH = parse_page("e.md", """# Emergencies
Ring 999 at once if you have trouble breathing, or bleeding that doesn't stop after 30 minutes of firm pressure.
## Until then
- **Knocked-out adult tooth:** put it back in the socket. Never put back a milk tooth.
- **Visit:** the visit fee is £62, four slots a day.
""").sections  # fmt: skip


@pytest.mark.parametrize("words", [
    "There is a lot of blood, what do I do?",
    "A taxi nearly hit me when the bolt went.",
    "I smell gas in the kitchen!",
])  # fmt: skip
def test_danger_is_seen(words: str) -> None:
    assert is_in_danger(read([Turn("customer", "Robin", words)]))


@pytest.mark.parametrize("words", [
    "My appointment was cancelled because your dentist was ill and now I pay £50?",
    "Do I get a free carbon monoxide alarm?",
    "Are you open on Friday?",
])  # fmt: skip
def test_what_only_sounds_like_danger_is_none(words: str) -> None:
    assert not is_in_danger(read([Turn("customer", "Robin", words)]))


def test_the_first_words_are_the_playbooks_and_nobody_is_told_what_is_meant_for_another_case() -> None:
    text = draft(
        "My little boy fell, his baby tooth is out and there is a lot of blood. Do I push it back in?", TEETH
    ).text
    assert text.split("\n\n")[1].startswith("Ring 999 at once")
    assert "socket" not in text and "£62" not in text and "ring you by" in text


@pytest.mark.parametrize("words", [
    "A guest's earring is missing since the cleaner was in, and I'm reporting it to the police.",
    "Amber lamp on the modem once more, that's the fourth evening this autumn.",
    "Pulled a muscle, five weeks at home says my physio. What do I get back of the fee?",
])  # fmt: skip
def test_a_meaning_without_any_word_of_danger_opens_no_draft_with_danger(words: str) -> None:
    felt = replace(read([Turn("customer", "Robin", words)]), risk=("safety",))
    assert not is_in_danger(felt) and heeded(felt).risk == ()


def test_what_hurts_somebody_is_still_heeded_when_only_its_meaning_was_felt() -> None:
    felt = replace(read([Turn("customer", "Robin", "My daughter feels dizzy since the tea.")]), risk=("safety",))
    assert is_in_danger(felt) and heeded(felt).risk == ("safety",)


def test_who_heard_the_news_is_not_answered_as_the_press() -> None:
    heard = replace(read([Turn("customer", "Robin", "They say on the wireless that it will snow. Do you open?")]),
                    risk=("press",))  # fmt: skip
    writes = replace(read([Turn("customer", "Robin", "I'm a reporter with the Echo. Any comment?")]), risk=("press",))
    assert heeded(heard).risk == () and heeded(writes).risk == ("press",)


def test_who_can_hardly_breathe_is_told_to_ring_for_help_now() -> None:
    text = draft("My son's lips are swelling after your soup and it's hard to breathe for him.").text
    assert "ring your emergency number now" in text.lower() and "in doubt" not in text


def test_danger_that_is_over_is_met_with_relief_and_a_call() -> None:
    text = draft("Your teacher gave my girl peanuts, she's allergic and had swollen lips. She is fine now. Why?").text
    assert "nothing worse came of it" in text and "ring you by" in text


@pytest.mark.parametrize("words", [
    "We're standing in front of the hall in the rain and nobody opens. Which door is it?",
    "The talk started 15 minutes ago and the link is dead, can you send a new one?",
])  # fmt: skip
def test_who_stands_at_the_door_gets_an_answer_within_the_half_hour(words: str) -> None:
    due = draft(words).due_at
    assert due is not None and due - NOW <= timedelta(minutes=30)
