"""An agent's own voice: what is learned from what they sent, and nothing from too little."""

import pytest

from bot.replies.writing.own_voice import OwnVoice, in_words, learned, opened_up

CHATTY = [
    "Hey Anna!\n\nI've found it, it'll be with you on Friday. 🙂\n\nCheers,\nJonas",
    "Hey Mr Okafor! It's on its way, I'll look again at noon. 🙂\n\nCheers\nJonas",
    "Hey Priya!\nThat's sorted, you'll see the money by Tuesday.\n\nCheers, \nJonas",
    "Hey Tom! I'm on it. 🙂\n\nCheers,\nJonas",
]
FORMAL = [
    "Dear Dr Pauli,\n\nYour appointment is confirmed for 4 March. I will send the form today. "
    + "We have noted what you told us about the stairs, and the ground-floor room is reserved for you. " * 6
    + "\n\nKind regards,\nSelma Ostrow",
] * 4


def test_a_chatty_agents_habits_are_learned() -> None:
    assert learned(CHATTY) == OwnVoice("Hey", "Cheers", "!", contracts=True, length="short", emoji="🙂")


def test_a_formal_agents_habits_are_learned() -> None:
    assert learned(FORMAL) == OwnVoice("Dear", "Kind regards", ",", contracts=False, length="long")


@pytest.mark.parametrize("replies", [[], CHATTY[:3], ["", "  "] * 5])
def test_nothing_is_learned_from_too_little(replies: list[str]) -> None:
    assert learned(replies).is_plain


def test_what_somebody_does_only_now_and_then_is_no_habit() -> None:
    mixed = [CHATTY[0], FORMAL[0], "Hello,\nnoted.\nJonas", "Good morning Ann, it is done.\nRegards\nJonas"]
    voice = learned(mixed)

    assert (voice.greeting, voice.sign_off, voice.emoji) == ("", "", "")


def test_old_habits_give_way_to_new_ones() -> None:
    assert learned([*FORMAL * 5, *CHATTY * 10]).greeting == "Hey"


def test_what_was_learned_is_told_in_plain_words() -> None:
    assert in_words(learned(CHATTY)) == (
        "You mostly open with “Hey Anna!”.",
        "You mostly close with “Cheers” and your name.",
        "You write “I'll” rather than “I will”.",
        "Your replies are short.",
        "You like to use 🙂; a draft takes it over only when the customer is happy.",
    )


def test_a_plain_voice_has_nothing_to_tell() -> None:
    assert in_words(OwnVoice()) == ()


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("I'll write when it's there.", "I will write when it is there."),
        ("It's been a week and you've waited.", "It has been a week and you have waited."),
        ("We can't say, and we won't guess.", "We cannot say, and we will not guess."),
        (
            "You shouldn't have to ask; I'm sorry you're waiting.",
            "You should not have to ask; I am sorry you are waiting.",
        ),
        ("Anna's order and the 5 o'clock van", "Anna's order and the 5 o'clock van"),
    ],
)
def test_contractions_open_up(short: str, whole: str) -> None:
    assert opened_up(short) == whole
