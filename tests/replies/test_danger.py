"""Danger comes first, and only danger."""

import pytest

from bot.conversation import Turn
from bot.reading.read import read
from bot.replies.danger import is_in_danger
from bot.replies.playbook import parse_page
from tests.replies.companies import draft

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
