"""May this draft be used now? The rules, without a database."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.replies.when import Confirm, Stop, basis_hash, newest_turn, verdict_on_use, why_silent
from storage.replies import Draft
from storage.threads import Message, Thread

START = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
TEXT = "Hello Annelie,\n\nit arrives on Friday.\n\nFrieda"


def said(number: int, text: str, *, by: str = "") -> Message:
    """A customer's message, or a colleague's when `by` names one."""
    return Message(
        workspace_id="T1",
        channel_id="C1",
        message_id=f"m{number}",
        thread_id="m1",
        author_id=by or "U0ANNELIE",
        author_name=by or "Annelie",
        text=text,
        sent_at=START + timedelta(minutes=number),
        is_by_customer=not by,
    )


def a_thread(**about: Any) -> Thread:
    return Thread(workspace_id="T1", channel_id="C1", thread_id="m1", last_customer_at=START, **about)


def a_draft(turn: list[Message], **about: Any) -> Draft:
    return Draft(
        workspace_id="T1",
        draft_id="d1",
        channel_id="C1",
        thread_id="m1",
        basis_id=turn[-1].message_id,
        basis_hash=basis_hash(turn),
        text=TEXT,
        created_at=START,
        **about,
    )


def verdict(draft: Draft, messages: list[Message], text: str = TEXT, owner: str = "") -> Stop | Confirm | None:
    thread = a_thread(owner_id=owner)
    return verdict_on_use(draft, thread, messages, agent_id="U0FRIEDA", text=text, owner_name="Jonas")


ASKED = [said(1, "Where is my seat?")]


def test_the_newest_turn_is_all_customer_messages_after_the_agents_last_one() -> None:
    messages = [said(1, "a"), said(2, "b", by="Frieda"), said(3, "c"), said(4, "d")]

    assert [message.text for message in newest_turn(messages)] == ["c", "d"]


def test_a_fresh_draft_may_be_used() -> None:
    assert verdict(a_draft(ASKED), ASKED) is None


def test_an_honest_notice_answers_no_message_and_so_nothing_overtakes_it() -> None:
    notice = a_draft(ASKED, promise_id="p1")
    notice.basis_id = notice.basis_hash = ""

    assert verdict(notice, [*ASKED, said(2, "Fine.", by="Jonas")]) is None


def test_a_draft_is_spent_once_it_was_sent() -> None:
    for state in ("used", "sending", "copied", "taken_back"):
        assert isinstance(verdict(a_draft(ASKED, state=state), ASKED), Stop)


def test_more_words_of_the_customer_call_for_a_fresh_draft() -> None:
    stop = verdict(a_draft(ASKED), [*ASKED, said(2, "And the bell?")])

    assert isinstance(stop, Stop)
    assert stop.needs_fresh


def test_an_edited_message_calls_for_a_fresh_draft() -> None:
    draft = a_draft(ASKED)

    assert isinstance(verdict(draft, [said(1, "Where is my saddle?")]), Stop)


def test_a_deleted_message_stops_the_draft() -> None:
    assert isinstance(verdict(a_draft(ASKED), []), Stop)


def test_a_colleagues_answer_asks_before_a_second_one_is_sent() -> None:
    confirm = verdict(a_draft(ASKED), [*ASKED, said(2, "On its way!", by="Jonas")])

    assert isinstance(confirm, Confirm)
    assert confirm.question == "Jonas answered meanwhile. Send yours as well?"


def test_an_agent_who_answered_in_her_own_words_is_asked_before_a_second_answer() -> None:
    answered = [*ASKED, said(2, "On its way!", by="U0FRIEDA")]

    assert verdict(a_draft(ASKED), answered) == Confirm(
        "You have answered in your own words meanwhile. Send this as well?"
    )


def test_a_thread_that_a_colleague_took_asks_first() -> None:
    assert isinstance(verdict(a_draft(ASKED), ASKED, owner="U0JONAS"), Confirm)


def test_an_empty_placeholder_asks_first() -> None:
    for blank in ("[delivery date?]", "{date}", "____"):
        assert isinstance(verdict(a_draft(ASKED), ASKED, text=f"It arrives on {blank}."), Confirm)


def test_brackets_that_are_no_placeholder_ask_nothing() -> None:
    assert verdict(a_draft(ASKED), ASKED, text="The blue one [size M] arrives on Friday.") is None


def test_empty_words_are_never_sent() -> None:
    assert isinstance(verdict(a_draft(ASKED), ASKED, text=" \n"), Stop)


def test_silence_has_a_reason_that_names_who_answered() -> None:
    answered = [*ASKED, said(2, "On its way!", by="Jonas")]

    assert why_silent(a_thread(), answered) == "Jonas has answered."
    assert why_silent(a_thread(), []) == "There is no customer message here."
    assert why_silent(a_thread(), ASKED) == ""


OWED = [{"ask": "where is my seat", "state": "needs_fact", "answer": "", "source": ""}]


def test_an_ask_that_is_owed_by_a_named_time_needs_no_second_yes() -> None:
    assert verdict(a_draft(ASKED, asks=OWED, due_at=START + timedelta(hours=4)), ASKED) is None


def test_an_ask_that_is_neither_answered_nor_owed_asks_first() -> None:
    confirm = verdict(a_draft(ASKED, asks=OWED), ASKED)

    assert isinstance(confirm, Confirm)
    assert confirm.question == "“where is my seat” has no answer yet. Send it like this?"
