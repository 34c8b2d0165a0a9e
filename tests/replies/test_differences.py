"""What an agent changed in a draft is told in few words, and whether an answer of the draft still stands."""

from bot.replies.learning.differences import LONGEST, MOST_CHANGES, Change, changes, is_kept

DRAFT = "Hi Annelie, we are open from nine to two on Saturday. The service costs 69 euros. Frieda"


def test_nothing_changed_is_no_change() -> None:
    assert changes(DRAFT, f"  {DRAFT}\n") == ()


def test_a_change_names_what_stood_there_and_what_stands_there_now() -> None:
    sent = DRAFT.replace("Hi Annelie,", "Hey Annelie!").replace("69 euros", "75 euros")
    assert changes(DRAFT, sent) == (Change("Hi Annelie,", "Hey Annelie!"), Change("69", "75"))


def test_what_was_taken_out_or_added_has_one_side_only() -> None:
    assert changes(DRAFT, DRAFT.replace(" The service costs 69 euros.", "")) == (
        Change("The service costs 69 euros.", ""),
    )
    assert changes("See you.", "See you. Bring the key.") == (Change("", "Bring the key."),)


def test_long_changes_are_cut_and_many_are_left_out() -> None:
    long = changes("a", "word " * 400)
    many = changes(
        " ".join(f"same{n} words here w{n}" for n in range(60)), " ".join(f"same{n} words here v{n}" for n in range(60))
    )

    assert len(long[0].now) == LONGEST and long[0].now.endswith("…")
    assert len(many) == MOST_CHANGES


def test_an_answer_stands_with_small_changes_and_falls_with_another_figure() -> None:
    assert is_kept("The service costs 69 euros.", "Hello! Our small service costs 69 euros, Annelie.")
    assert not is_kept("The service costs 69 euros.", "The service costs 75 euros.")
    assert not is_kept("The service costs 69 euros.", "I'll write tomorrow.")
    assert not is_kept("", "Anything.")
