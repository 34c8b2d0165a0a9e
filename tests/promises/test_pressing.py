"""Every button of a promise does what it says, once; who comes second is told who was first, and when."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.actions import OpenForm, Replace
from bot.cards import Card, Form
from storage.promises import Promise
from tests.promises.office import OTHER, SHOP, Office, berlin, read_aloud, value_of


def card_of(answers: Sequence[object]) -> Card:
    [answer] = [one for one in answers if isinstance(one, Replace)]
    return answer.card


def form_of(answers: Sequence[object]) -> Form:
    [answer] = [one for one in answers if isinstance(one, OpenForm)]
    return answer.form


async def press(office: Office, button: str, value: str, **who: str) -> str:
    return read_aloud(card_of(list(await office.press(button, value, **who))))  # type: ignore[arg-type]


def noticed(office: Office) -> Card:
    return office.deliveries("U0FRIEDA")[0].card


async def test_a_kept_promise_is_not_reminded(office: Office, promise: Promise) -> None:
    told = await press(office, "promise.done", f"{promise.promise_id}||")
    assert told.startswith("Kept: your promise to Annelie, “I'll call you back by Friday noon”. Thank you.")
    await office.pass_time(berlin(24, 12))
    assert office.messages("U0FRIEDA") == []
    assert (await office.promise()).state == "kept"


async def test_a_promise_kept_late_says_how_late(office: Office, promise: Promise) -> None:
    await office.pass_time(berlin(20, 14))
    told = await press(office, "promise.done", f"{promise.promise_id}||")
    assert told.startswith("Kept, 2 hours late:")
    assert (await office.story(await office.promise()))[-1].about == {"late_minutes": 120}


async def test_a_double_click_changes_nothing_and_says_who_and_when(office: Office, promise: Promise) -> None:
    await office.press("promise.done", f"{promise.promise_id}||")
    await office.turn_clock(berlin(19, 9))
    again = await press(office, "promise.done", f"{promise.promise_id}||")
    assert again.startswith("This promise was already marked as kept by you, yesterday 10:30.")
    by_lead = await press(office, "promise.withdraw", f"{promise.promise_id}||", by="U0NADINE")
    assert by_lead.startswith("This promise was already marked as kept by Frieda Lang, yesterday 10:30.")
    kept = [change for change in await office.story(await office.promise()) if change.what == "kept"]
    assert len(kept) == 1


async def test_a_slip_of_the_finger_can_be_taken_back(office: Office, promise: Promise) -> None:
    await office.press("promise.done", f"{promise.promise_id}||")
    await office.press("promise.reopen", f"{promise.promise_id}||")
    assert (await office.promise()).state == "open"
    await office.pass_time(berlin(20, 12, 1))
    assert any("It is due now." in told for told in office.messages("U0FRIEDA"))


async def test_undo_takes_it_off_the_list(office: Office, promise: Promise) -> None:
    await office.press("promise.undo", value_of(noticed(office), "Undo"))
    assert (await office.promise()).state == "withdrawn"
    await office.pass_time(berlin(24, 12))
    assert office.messages("U0FRIEDA") == []


async def test_track_puts_a_likely_promise_on_the_list(office: Office) -> None:
    await office.say("The clasp will be repaired.")
    told = await press(office, "promise.track", value_of(noticed(office), "Track"))
    assert (await office.promise()).state == "open"
    assert "When will it be done?" in told


async def test_not_a_promise_ends_it(office: Office) -> None:
    await office.say("The clasp will be repaired.")
    value = value_of(noticed(office), "Not a promise")
    assert (await press(office, "promise.not_one", value)).startswith("Noted, not a promise")
    assert "already taken off the list by you" in await press(office, "promise.track", value)
    assert (await office.promise()).state == "withdrawn"


async def test_one_of_three_dates_is_picked_and_only_the_first_counts(office: Office) -> None:
    await office.say("I'll send you the pictures soon.")
    first, second = value_of(noticed(office), "tomorrow 12:00"), value_of(noticed(office), "Friday 17:00")
    assert (await press(office, "promise.pick_date", first)).startswith("The date is now Thursday 19 November, 12:00.")
    assert "That choice is no longer open." in await press(office, "promise.pick_date", second)
    assert (await office.promise()).due_at == berlin(19, 12)
    assert await office.drafts() == []


async def test_a_choice_that_has_passed_is_not_taken(office: Office) -> None:
    await office.say("I'll send you the pictures soon.")
    await office.turn_clock(berlin(18, 18))
    told = await press(office, "promise.pick_date", value_of(noticed(office), "today 17:00"))
    assert told.startswith("That time has passed.")
    assert (await office.promise()).due_at is None


async def test_a_snooze_reminds_again_and_never_hides_the_date(office: Office, promise: Promise) -> None:
    await office.turn_clock(berlin(20, 11, 30))
    told = await press(office, "promise.snooze", f"{promise.promise_id}||1h")
    assert told.startswith("I will remind you again today 12:30. It is due before that, today 12:00,")
    before = len(office.messages("U0FRIEDA"))
    await office.pass_time(berlin(20, 12, 45))
    assert ["due now" in told for told in office.messages("U0FRIEDA")[before:]][-2:] == [True, False]
    assert "30 minutes late" in office.messages("U0FRIEDA")[-1]


async def test_a_snooze_until_tomorrow_ends_with_the_start_of_the_day(office: Office, promise: Promise) -> None:
    assert "tomorrow 9:00" in await press(office, "promise.snooze", f"{promise.promise_id}||tomorrow")
    assert (await office.promise()).snoozed_until == berlin(19, 9)


async def test_only_the_newest_snooze_counts(office: Office, promise: Promise) -> None:
    await office.press("promise.snooze", f"{promise.promise_id}||10m")
    await office.press("promise.snooze", f"{promise.promise_id}||1h")
    await office.pass_time(berlin(18, 12))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_what_is_withdrawn_after_its_date_was_not_kept(office: Office, promise: Promise) -> None:
    await office.pass_time(berlin(20, 14))
    await office.press("promise.withdraw", f"{promise.promise_id}||")
    assert (await office.promise()).state == "broken"


async def test_an_edited_promise_can_stay_or_take_its_new_date(office: Office, promise: Promise) -> None:
    assert (await press(office, "promise.still_stands", f"{promise.promise_id}||")).startswith("Good, it stays")
    at = (berlin(23, 12)).isoformat()
    await office.press("promise.pick_date", f"{promise.promise_id}|edit|1;{at}")
    moved = await office.promise()
    assert moved.due_at == moved.known_due_at == berlin(23, 12)


async def test_a_colleague_cannot_reach_somebody_elses_promise_but_a_lead_can(office: Office, promise: Promise) -> None:
    value = f"{promise.promise_id}||"
    assert await press(office, "promise.done", value, by="U0JONAS") == "This promise is no longer here."
    assert (await office.promise()).state == "open"
    await office.press("promise.done", value, by="U0NADINE")
    assert (await office.promise()).state == "kept"


@pytest.mark.parametrize("value", ["", "nonsense", "p1|x", "|||||", "🙂" * 500])
async def test_a_button_with_an_unknown_value_gets_a_kind_answer(office: Office, value: str) -> None:
    for button in ("promise.done", "promise.snooze", "promise.pick_date", "promise.move", "promise.reopen"):
        assert await press(office, button, value) == "This promise is no longer here."


async def test_another_workspace_cannot_press_ours(office: Office, promise: Promise) -> None:
    answers = list(await office.press("promise.done", f"{promise.promise_id}||", team=OTHER))
    assert read_aloud(card_of(answers)) == "This promise is no longer here."
    assert (await office.promises(SHOP))[0].state == "open"


async def test_a_press_in_the_daily_list_draws_the_list_anew(office: Office, promise: Promise) -> None:
    await office.pass_time(berlin(19, 9, 1))
    card = office.deliveries("U0FRIEDA")[-1].card
    told = await press(office, "promise.snooze", value_of(card, "10 minutes"))
    assert told.startswith("I will remind you again today 9:11.")
    assert "Your day, Frieda: 1 open promise" in told


async def test_a_press_on_the_home_page_draws_the_page_anew(office: Office, promise: Promise) -> None:
    await office.press("promise.done", f"{promise.promise_id}|home|")
    assert "None right now." in office.home("U0FRIEDA")


async def test_the_same_press_delivered_twice_is_one(office: Office, promise: Promise) -> None:
    await office.press("promise.done", f"{promise.promise_id}||")
    office.counted -= 1
    assert await office.press("promise.done", f"{promise.promise_id}||", at=office.now + timedelta(seconds=1)) == []
