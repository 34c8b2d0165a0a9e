"""Only what agents typed counts; a draft's own words teach nothing, or drafts would learn from themselves."""

import pytest

from bot.replies.learning.typed import Typed, typed
from bot.replies.writing.own_voice import OwnVoice, learned_from

DRAFT = """Hi Annelie,

On Saturday we are open from nine to two. I'll find out about the red one, and I'll write to you by noon.

Kind regards,
Frieda"""


def test_a_reply_of_ones_own_counts_whole() -> None:
    text = "Hey Annelie!\nYes, come by at ten.\nCheers\nFrieda"
    assert typed(text, [DRAFT]) == Typed(text)


def test_a_draft_that_was_sent_as_it_was_teaches_nothing() -> None:
    assert typed(DRAFT, [DRAFT]) is None
    assert typed(DRAFT.replace("\n\n", "\n"), ["Another draft.", DRAFT]) is None


def test_of_an_edited_draft_only_the_new_words_count() -> None:
    sent = DRAFT.replace("Hi Annelie,", "Hey Annelie!").replace("I'll find out about the red one, and ", "")
    found = typed(sent, [DRAFT])

    assert found == Typed("Hey Annelie!\nI'll write to you by noon.", is_whole=False, opens=True, closes=False)


def test_a_name_under_our_sign_off_makes_it_no_habit_of_theirs() -> None:
    found = typed(DRAFT.replace("\nFrieda", "\nFrieda B."), [DRAFT])
    assert found is not None and not found.closes


@pytest.mark.parametrize("text", ["", "   ", "> what the customer wrote", "> a\n> b"])
def test_quoted_words_of_somebody_else_are_no_words_of_theirs(text: str) -> None:
    assert typed(text) is None


def test_habits_come_from_the_parts_that_they_typed() -> None:
    greeted = [Typed("Hey Annelie!\nIt's on its way.", False, True, False)] * 4
    unsigned = [Typed("We'll see to it.", False, False, False)] * 6

    assert learned_from([*greeted, *unsigned]) == OwnVoice(greeting="Hey", mark="!", contracts=True)
