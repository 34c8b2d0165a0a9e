"""A customer answers in the channel instead of the thread: it is read with the thread, and answered there."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.calendar.hours import TeamCalendar
from bot.elsewhere import a_working_day_before, belongs
from bot.places import Delivery, OnlyVisibleTo
from storage.threads import Message, message
from tests.office import HERE, NOW, to, words
from tests.replies.desk import ReplyDesk

ASKED = "Hi, my brakes squeak since the service. Can you help?"
QUESTION = "Sorry to hear that, Annelie. Which order was it?"


def talk(last: str, *, by_customer: bool = False) -> list[Message]:
    return [
        Message(
            workspace_id=HERE,
            channel_id="C0HELP",
            message_id="m1",
            thread_id="m1",
            author_id="U",
            author_name="Annelie Voss",
            text=last,
            sent_at=NOW,
            is_by_customer=by_customer,
        )
    ]


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (QUESTION, "It's MB-44120"),
        (QUESTION, "Order MB-44120, thanks!"),
        (QUESTION, "Hi Frieda, the order is MB-44120. And when do you open on Saturday?"),
        ("Does it squeak in the rain too?", "Yes, always."),
        ("Does it squeak in the rain too?", "Only when it is cold outside"),
        ("Could you send me a photo?", "here is the photo"),
        ("I'll look into it and write to you by noon.", "Thank you, that helps a lot."),
    ],
)
def test_an_answer_or_words_that_ask_nothing_new_belong_to_the_thread(last: str, text: str) -> None:
    assert belongs(talk(last), text)


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (QUESTION, "What does the small service cost?"),
        (QUESTION, "Hello everyone, I have a new bike since today"),
        ("I'll look into it and write to you by noon.", "My new lamp arrived broken."),
        ("I'll look into it and write to you by noon.", "Hi all, can I pay by card?"),
        ("I'll look into it and write to you by noon.", "I'll call my lawyer."),
        (QUESTION, "word " * 100),
        (QUESTION, "  "),
    ],
)
def test_a_new_matter_is_a_thread_of_its_own(last: str, text: str) -> None:
    assert not belongs(talk(last), text)


def test_words_after_their_own_belong_when_they_only_add_something() -> None:
    assert belongs(talk(ASKED, by_customer=True), "Order MB-44120, forgot to say")
    assert not belongs(talk(ASKED, by_customer=True), "Where can I park?")
    assert not belongs([], "yes")


def test_a_working_day_reaches_over_the_weekend() -> None:
    monday = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
    assert a_working_day_before(monday, TeamCalendar("Europe/Berlin")) == monday - timedelta(days=3)
    assert a_working_day_before(monday, TeamCalendar("Europe/Berlin", workdays=frozenset())) == monday - timedelta(
        days=1
    )


async def asked_back(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.says("U0FRIEDA", QUESTION, thread="m1")
    await desk.settled()


def seen_by(posted: list[Delivery], who: str) -> list[Delivery]:
    return to(posted, OnlyVisibleTo, person_id=who)


async def test_the_draft_stands_in_the_thread_and_says_where_the_answer_is(desk: ReplyDesk) -> None:
    await asked_back(desk)
    await desk.says("U0ANNELIE", "It's MB-44120")
    (card,) = seen_by(await desk.settled(), "U0FRIEDA")
    assert isinstance(card.place, OnlyVisibleTo) and card.place.thread_id == "m1"
    assert "Annelie answered outside the thread, in the channel. This reply goes into the thread." in words(card.card)
    async with desk.office.rows() as tx:
        said = await message(tx, HERE, "C0HELP", "m3")
    assert said is not None and (said.thread_id, said.is_outside) == ("m1", True)


async def test_what_an_agent_writes_beneath_it_answers_the_thread(desk: ReplyDesk) -> None:
    await asked_back(desk)
    outside = await desk.says("U0ANNELIE", "It's MB-44120")
    await desk.says("U0FRIEDA", "Thank you, I have it!", thread=outside)
    assert not (await desk.thread("m1")).is_waiting and await desk.settled() == []


async def test_help_me_reply_on_it_finds_the_thread(desk: ReplyDesk) -> None:
    await asked_back(desk)
    outside = await desk.says("U0ANNELIE", "It's MB-44120")
    await desk.settled()
    await desk.help_me("U0JONAS", outside)
    (card,) = seen_by(await desk.office.deliver(), "U0JONAS")
    assert isinstance(card.place, OnlyVisibleTo) and card.place.thread_id == "m1"


async def test_a_new_question_a_stranger_and_two_open_threads_stay_apart(desk: ReplyDesk) -> None:
    await asked_back(desk)
    new = await desk.says("U0ANNELIE", "What does the small service cost?")
    assert (await desk.thread(new)).is_waiting
    other = await desk.says("U0HENDRIK", "It's MB-1")
    assert (await desk.thread(other)).customer_id == "U0HENDRIK"
    await desk.says("U0FRIEDA", "Which order do you mean?", thread=new)
    third = await desk.says("U0ANNELIE", "It's MB-44120")
    assert (await desk.thread(third)).is_waiting


async def test_after_more_than_a_working_day_it_is_a_new_matter(desk: ReplyDesk) -> None:
    await asked_back(desk)
    late = await desk.says("U0ANNELIE", "It's MB-44120", at=NOW + timedelta(days=3))
    assert (await desk.thread(late)).is_waiting
