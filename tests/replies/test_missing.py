"""What a draft asks its agent, which answers it offers, and how an answer is kept."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.replies.facts_form import fact_fields
from bot.replies.missing import answers_now, as_question, merged, missing, quick_answers, with_answer
from bot.replies.when import _open_points
from storage.replies import Draft

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def a_draft(*asks: tuple[str, str], given: list[dict[str, str]] | None = None) -> Draft:
    return Draft(
        workspace_id="T",
        draft_id="d",
        channel_id="C",
        thread_id="m",
        basis_id="m",
        basis_hash="h",
        text="Hi",
        created_at=NOW,
        asks=[{"ask": ask, "state": state} for ask, state in asks],
        given=given or [],
    )


def test_only_what_nobody_told_yet_is_asked() -> None:
    draft = a_draft(
        ("will it come", "needs_fact"),
        ("what does it cost", "answered"),
        ("where is it", "needs_fact"),
        given=[{"ask": "will it come", "answer": "yes", "at": NOW.isoformat(), "by": "U"}],
    )
    assert missing(draft) == ["where is it"]


@pytest.mark.parametrize(
    ("ask", "answers"),
    [
        ("will my parcel arrive by Saturday", ("yes", "no")),
        ("whether the estimate still holds", ("yes", "no")),
        ("Has anyone looked at it", ("yes", "no")),
        ("is it safe to ride", ("yes", "no")),
        ("when will it be ready", ("today", "tomorrow")),
        ("by when do you need the form", ("today", "tomorrow")),
        ("on which day does she come", ("today", "tomorrow")),
        ("how soon can you be here", ("today", "tomorrow")),
        ("where is my child seat", ()),
        ("why was I charged twice", ()),
        ("isle of Wight delivery times", ()),
        ("", ()),
    ],
)
def test_the_quick_answers_fit_the_ask(ask: str, answers: tuple[str, ...]) -> None:
    assert quick_answers(ask) == answers


@pytest.mark.parametrize(
    ("ask", "question"),
    [
        ("will my parcel arrive", "Will my parcel arrive?"),
        ("whether it still holds?", "It still holds?"),
        ("When will it be ready?!", "When will it be ready?"),
    ],
)
def test_an_ask_reads_as_a_question(ask: str, question: str) -> None:
    assert as_question(ask) == question


def test_an_answer_is_kept_with_who_and_when_and_the_newest_counts() -> None:
    first = with_answer([], "is it safe", "yes", by="U1", at=NOW, zone=BERLIN)
    second = with_answer(first, "is it safe", "no", by="U2", at=NOW + timedelta(minutes=1), zone=BERLIN)
    assert [(one["answer"], one["by"], one["at"]) for one in second] == [("no", "U2", "2026-11-18T09:31:00+00:00")]
    assert with_answer(second, "is it safe", "", by="U2", at=NOW, zone=BERLIN) == []


def test_tomorrow_is_said_as_it_is_true_later() -> None:
    given = with_answer([], "when", "tomorrow", by="U", at=NOW, zone=BERLIN)
    said = [answers_now(given, NOW + timedelta(days=days), BERLIN)["when"] for days in (0, 1, 2)]
    assert said == ["tomorrow", "today", "on Thursday 19 November"]


def test_today_is_the_agents_own_day() -> None:
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    given = with_answer([], "when", "today", by="U", at=late, zone=BERLIN)
    assert given[0]["day"] == "2026-11-19"


def test_what_was_told_to_one_draft_of_a_thread_is_known_to_the_next() -> None:
    told = with_answer([], "is it safe", "yes", by="U1", at=NOW, zone=BERLIN)
    later = with_answer([], "is it safe", "no", by="U2", at=NOW + timedelta(hours=1), zone=BERLIN)
    assert [one["answer"] for one in merged([a_draft(given=later), a_draft(given=told)])] == ["no"]


@pytest.mark.parametrize(
    "blank", ["[…]", "[]", "[...]", "[date]", "[the new date]", "[time?]", "{amount}", "{ }", "____"]
)
def test_what_is_left_to_fill_in_needs_one_extra_yes(blank: str) -> None:
    said = _open_points(a_draft(), f"Hi Annelie, it comes on {blank}. Frieda")
    assert said is not None and f"“{blank}” is still empty" in said.question


@pytest.mark.parametrize(
    "words", ["[size M]", "[sic]", "see [our page](https://example.org)", "a [red] one", "x [1] y"]
)
def test_brackets_with_words_of_their_own_are_no_blank(words: str) -> None:
    assert _open_points(a_draft(), words) is None


def test_a_field_means_the_same_ask_when_another_one_was_answered_meanwhile() -> None:
    draft = a_draft(("is it safe", "needs_fact"), ("when does it come", "needs_fact"))
    shown = [field.label for field in fact_fields(draft)]
    draft.given = with_answer([], "when does it come", "tomorrow", by="U1", at=NOW, zone=BERLIN)

    assert [field.label for field in fact_fields(draft)] == shown
