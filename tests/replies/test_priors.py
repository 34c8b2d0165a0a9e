"""What became of drafts pushes sources and variants a little, and never far."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from bot.replies.learning.priors import BOUND, Priors, priors, pushed


@dataclass
class Seen:
    kind: str = "used"
    reason: str = ""
    variant: str = ""
    kept: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    words: int = 80
    sent_words: int = 80


def test_nothing_seen_pushes_nothing() -> None:
    assert priors([]) == Priors()
    assert Priors().of_source("Delivery") == Priors().of_variant("warmer") == 0


def test_a_source_whose_answers_are_sent_is_preferred_and_one_that_is_changed_is_not() -> None:
    found = priors([Seen(kept=["Delivery"])] * 6 + [Seen("edited", dropped=["Prices"])] * 6)
    assert 0 < found.of_source("Delivery") <= BOUND
    assert -BOUND <= found.of_source("Prices") < 0


def test_one_press_changes_next_to_nothing() -> None:
    assert abs(priors([Seen("dismissed", "facts", dropped=["Prices"])]).of_source("Prices")) <= BOUND / 4


def test_what_came_too_late_or_was_not_needed_says_nothing_about_the_words() -> None:
    assert priors([Seen("dismissed", "answered"), Seen("dismissed", "needless"), Seen("dismissed")]) == Priors()


def test_a_team_that_shortens_gets_shorter_drafts() -> None:
    found = priors([Seen("edited", sent_words=30)] * 3 + [Seen("dismissed", "long")] * 3)
    assert found.of_variant("shorter") > 0 > found.of_variant("")


def test_a_wrong_tone_speaks_against_the_variant_and_not_for_another() -> None:
    assert priors([Seen("dismissed", "tone", "warmer")] * 3).variants.keys() == {"warmer"}


SEEN = st.builds(
    Seen,
    st.sampled_from(["used", "edited", "dismissed"]),
    st.sampled_from(["", "facts", "tone", "long", "answered", "needless"]),
    st.sampled_from(["", "warmer", "shorter"]),
    st.lists(st.sampled_from("ABC"), max_size=3),
    st.lists(st.sampled_from("ABC"), max_size=3),
    st.integers(0, 200),
    st.integers(0, 200),
)


@given(st.lists(SEEN, max_size=60))
def test_no_push_is_ever_larger_than_the_bound(seen: list[Seen]) -> None:
    found = priors(seen)
    assert all(abs(push) <= BOUND for push in [*found.sources.values(), *found.variants.values()])


@given(st.lists(SEEN, max_size=30))
def test_the_order_of_what_was_seen_does_not_matter(seen: list[Seen]) -> None:
    assert priors(seen) == priors(seen[::-1])


def test_of_two_answers_that_fit_alike_the_trusted_one_comes_first() -> None:
    known = Priors({"Prices": -0.08, "Delivery": 0.08})
    assert pushed([(0.41, "Prices"), (0.40, "Delivery")], known, str) == [(0.40, "Delivery"), (0.41, "Prices")]
    assert pushed([(0.41, "Prices"), (0.40, "Delivery")], Priors(), str) == [(0.41, "Prices"), (0.40, "Delivery")]


@given(st.floats(0.0, 0.4), st.floats(-BOUND, BOUND), st.floats(-BOUND, BOUND))
def test_a_clearly_better_answer_is_never_overtaken(other: float, one_push: float, other_push: float) -> None:
    found = pushed([(other, "Other"), (0.5, "Best")], Priors({"Best": one_push, "Other": other_push}), str)
    assert found[0] == (0.5, "Best")
