"""Moving the date of a promise: the customer hears of it honestly, and the old date is forgotten."""

import pytest

from bot.actions import RefuseForm
from bot.cards import MomentInput
from storage.promises import Promise
from tests.promises.office import Office, berlin, read_aloud, value_of
from tests.promises.test_pressing import form_of, noticed, press


async def test_moving_the_date_drafts_the_honest_notice_for_the_owner_to_send(office: Office, promise: Promise) -> None:
    form = form_of(list(await office.press("promise.move", f"{promise.promise_id}||")))
    [due] = [part for part in form.parts if isinstance(part, MomentInput)]
    assert due.initial == "2026-11-20T12:00"
    assert await office.submit(form.subject, {"due": "2026-11-23T10:00", "reason": "the part is late"}) == []
    moved = await office.promise()
    assert (moved.due_at, moved.known_due_at, moved.due_version) == (berlin(23, 10), berlin(20, 12), 2)
    [draft] = await office.drafts()
    assert (draft.person_id, draft.promise_id, draft.state, draft.basis_id) == (
        "U0FRIEDA",
        promise.promise_id,
        "offered",
        "m0",
    )
    assert draft.text == (
        "Hello Annelie,\n\n"
        "I said: “I'll call you back by Friday noon”. I won't manage that, and I'd rather tell you now "
        "than let you wait. I'm sorry. The part is late.\n\n"
        "You'll hear from me by Monday 23 November, 10:00 (Berlin time) instead. "
        "If that is too late for you, please tell me.\n\n"
        "Frieda"
    )
    replaced = [key for _, key in office.platform.posted if key.startswith("moved:")]
    assert len(replaced) == 1


async def test_a_date_moved_nearer_is_told_as_the_good_news_it_is(office: Office, promise: Promise) -> None:
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-19T10:00", "reason": "the part came early"})
    [draft] = await office.drafts()
    assert draft.text == (
        "Hello Annelie,\n\n"
        "I said: “I'll call you back by Friday noon”. Good news: I can do it sooner than that. "
        "The part came early.\n\n"
        "You'll hear from me by Thursday 19 November, 10:00 (Berlin time).\n\n"
        "Frieda"
    )


async def test_an_update_without_a_new_date_says_that_none_was_moved(office: Office, promise: Promise) -> None:
    await office.press("promise.draft_update", f"{promise.promise_id}||")
    [draft] = await office.drafts()
    assert "My date stands" in draft.text
    assert draft.why == "You asked for an update on a promise; its date stays as it is."


async def test_a_closed_promise_is_not_moved_and_its_state_is_said_in_words(office: Office, promise: Promise) -> None:
    await office.press("promise.done", f"{promise.promise_id}||")
    [refused] = await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": ""})
    assert isinstance(refused, RefuseForm)
    assert refused.errors == {"due": "This promise was already marked as kept."}


async def test_after_a_move_only_the_new_date_is_reminded(office: Office, promise: Promise) -> None:
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": ""})
    await office.pass_time(berlin(20, 17))
    assert not any("due now" in told for told in office.messages("U0FRIEDA"))
    await office.pass_time(berlin(23, 10))
    assert "It is due now." in office.messages("U0FRIEDA")[-1]
    assert "Annelie doesn't know the new date yet." in office.messages("U0FRIEDA")[-1]


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        ("2026-11-17T10:00", "That is in the past."),
        ("next Friday", "Please choose a day and a time."),
        ("", "Please choose a day and a time."),
        (None, "Please choose a day and a time."),
        ("2031-01-01T10:00", "more than two years away"),
        ("2026-11-20T12:00", "It is due then already."),
        ("2026-11-20T12:00+00:00", "Please choose a day and a time."),
    ],
)
async def test_a_date_that_cannot_be_is_refused_beside_its_field(
    office: Office, promise: Promise, due: str | None, sentence: str
) -> None:
    [answer] = await office.submit(f"{promise.promise_id}||1;", {"due": due, "reason": ""})
    assert isinstance(answer, RefuseForm)
    assert sentence in answer.errors["due"]
    assert (await office.promise()).due_version == 1


async def test_a_form_that_was_overtaken_is_refused(office: Office, promise: Promise) -> None:
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00"})
    [answer] = await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-24T10:00"})
    assert isinstance(answer, RefuseForm)
    assert (await office.promise()).due_at == berlin(23, 10)


async def test_correcting_a_date_we_read_wrongly_tells_the_customer_nothing(office: Office, promise: Promise) -> None:
    form = form_of(list(await office.press("promise.move", value_of(noticed(office), "Change date"))))
    assert form.title == "Change the date"
    await office.submit(form.subject, {"due": "2026-11-20T13:00"})
    corrected = await office.promise()
    assert corrected.due_at == corrected.known_due_at == berlin(20, 13)
    assert await office.drafts() == []


async def test_the_update_can_be_drafted_without_moving_the_date(office: Office, promise: Promise) -> None:
    told = await press(office, "promise.draft_update", f"{promise.promise_id}||")
    assert told.startswith("A note to Annelie is ready in the thread; please read it and send it.")
    [draft] = await office.drafts()
    assert "My date stands: Friday 20 November, 12:00 (Berlin time)." in draft.text
    assert (await office.promise()).due_version == 1


async def test_an_update_without_a_date_ahead_asks_for_one(office: Office, promise: Promise) -> None:
    await office.pass_time(berlin(20, 13))
    answers = list(await office.press("promise.draft_update", f"{promise.promise_id}||"))
    assert form_of(answers).title == "Move the date"


async def test_a_second_notice_retires_the_first(office: Office, promise: Promise) -> None:
    await office.press("promise.draft_update", f"{promise.promise_id}||")
    await office.press("promise.draft_update", f"{promise.promise_id}||")
    assert [draft.state for draft in await office.drafts()] == ["stale", "offered"]


async def test_moving_a_date_from_the_daily_list_keeps_the_list(office: Office, promise: Promise) -> None:
    await office.pass_time(berlin(19, 9, 1))
    card = office.deliveries("U0FRIEDA")[-1].card
    form = form_of(await office.press("promise.move", value_of(card, "Move the date")))
    await office.submit(form.subject, {"due": "2026-11-23T10:00"})
    [replaced] = [what for what, key in office.platform.posted if key.startswith("moved:")]
    told = read_aloud(replaced.card)  # type: ignore[union-attr]
    assert told.startswith("The date is now Monday 23 November, 10:00. A note to Annelie is ready in the thread;")
    assert "Your day, Frieda: 1 open promise" in told
