"""A promise's life has only the steps that make sense, and an impossible one is refused kindly."""

import pytest

from bot.promises import life
from bot.promises.life import Step

STEPS = [
    ("proposed", Step.TRACK, "open"),
    ("maybe", Step.TRACK, "open"),
    ("proposed", Step.DECLINE, "withdrawn"),
    ("open", Step.UNDO, "withdrawn"),
    ("open", Step.KEEP, "kept"),
    ("at_risk", Step.KEEP, "kept"),
    ("renegotiated", Step.KEEP, "kept"),
    ("open", Step.RUN_LATE, "at_risk"),
    ("renegotiated", Step.RUN_LATE, "at_risk"),
    ("at_risk", Step.MOVE, "open"),
    ("open", Step.TELL_CUSTOMER, "renegotiated"),
    ("at_risk", Step.BREAK, "broken"),
    ("proposed", Step.WITHDRAW, "withdrawn"),
    ("kept", Step.REOPEN, "open"),
]


@pytest.mark.parametrize(("state", "step", "following"), STEPS)
def test_a_step_leads_to_its_state(state: str, step: Step, following: str) -> None:
    assert life.after(state, step) == following


@pytest.mark.parametrize("state", sorted(life.CLOSED))
def test_a_closed_promise_can_only_be_reopened(state: str) -> None:
    assert [step for step in Step if life.after(state, step) is not None] == [Step.REOPEN]


def test_what_was_not_tracked_yet_cannot_be_kept() -> None:
    assert life.after("proposed", Step.KEEP) is None


def test_every_state_but_the_closed_ones_has_a_way_out() -> None:
    for state in life.LIVE | life.ASKED:
        assert any(life.after(state, step) in life.CLOSED for step in Step)


def test_a_refusal_says_who_and_when() -> None:
    assert life.refusal("kept", who="Nadine", when="Friday 12:03") == (
        "This promise was already marked as kept by Nadine, Friday 12:03."
    )
    assert life.refusal("withdrawn", who="", when="today 9:00") == (
        "This promise was already taken off the list, today 9:00."
    )


def test_a_refusal_says_nothing_of_what_is_not_known() -> None:
    assert life.refusal("broken", who="", when="") == "This promise was already closed as not kept."


def test_a_refusal_before_tracking_names_the_button_that_helps() -> None:
    assert "Track" in life.refusal("proposed", who="you", when="today")
