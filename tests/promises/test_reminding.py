"""Reminders come when they should, to whom they should, once; late is late, and never dropped."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from bot.errors import PlatformRefused
from bot.events import PersonChanged
from storage.promises import Promise
from tests.promises.office import SHOP, Office, berlin, posted, value_of

FRIDAY_NOON = "Thanks, Annelie. I'll call you back by Friday noon."


async def promised(office: Office, *texts: str, at: datetime | None = None) -> Sequence[Promise]:
    for number, text in enumerate(texts):
        await office.say(text, message=f"m1{number}", at=at or office.now)
    return await office.promises()


def lines(office: Office, person_id: str = "U0FRIEDA") -> list[str]:
    """The first line of each direct message."""
    return [told.splitlines()[0] for told in office.messages(person_id)]


async def test_a_promise_is_spoken_of_at_each_stage_and_then_its_lead_hears(office: Office) -> None:
    await promised(office, FRIDAY_NOON)
    await office.pass_time(berlin(20, 17))
    you = "You promised Annelie: “I'll call you back by Friday noon”."
    assert lines(office) == [
        "Your day, Frieda: 1 open promise",
        "Your day, Frieda: 1 open promise",
        f"{you} Due Friday 20 November, 12:00.",
        f"{you} It is due now.",
        f"{you} It was due Friday 20 November, 12:00: 1 hour late.",
    ]
    assert (await office.promise()).state == "at_risk"
    assert lines(office, "U0NADINE") == [
        "Frieda Lang promised Annelie: “I'll call you back by Friday noon”. "
        "It was due Friday 20 November, 12:00: 4 hours late."
    ]
    assert "Frieda Lang was reminded, and it is still open." in office.messages("U0NADINE")[0]


async def test_every_reminder_has_its_buttons(office: Office) -> None:
    [promise] = await promised(office, FRIDAY_NOON)
    await office.pass_time(berlin(20, 13))
    for delivery in office.deliveries("U0FRIEDA")[1:]:
        assert value_of(delivery.card, "Done").startswith(promise.promise_id)
        assert value_of(delivery.card, "1 hour").endswith("|1h")
    assert office.deliveries("U0FRIEDA")[-1].link_to == ("C0HELP", "m10")


@pytest.mark.parametrize("down", [timedelta(minutes=1), timedelta(hours=8), timedelta(days=3)])
async def test_after_downtime_the_newest_stage_is_said_once_and_says_how_late(office: Office, down: timedelta) -> None:
    [promise] = await promised(office, "I'll ring you at 12.")
    await office.pass_time(berlin(18, 11, 50))
    await office.sleep_through(berlin(18, 12) + down)
    _nudge, *told = [message for message in office.messages("U0FRIEDA") if message.startswith("You promised")]
    assert len(told) == 1
    words = {1: "1 minute late", 480: "8 hours late", 4320: "3 days late"}[int(down.total_seconds() // 60)]
    assert words in told[0]
    assert ("I could not send it earlier" in told[0]) is (down > timedelta(minutes=10))
    story = await office.story(promise)
    assert [c.about["stage"] for c in story if c.what == "reminder covered"] == (
        [] if down < timedelta(hours=1) else ["overdue"]
    )


async def test_more_than_three_late_ones_become_one_list_oldest_first(office: Office) -> None:
    await promised(
        office,
        "I'll ring you at 15:00.",
        "I'll write at 14:00.",
        "I'll send the bill by 13:00.",
        "I'll check it by 12:00.",
    )
    await office.sleep_through(berlin(21, 11))
    told = office.messages("U0FRIEDA")
    assert len(told) == 1
    assert told[0].splitlines()[:3] == [
        "4 of your promises need a look",
        "The oldest of these reminders is 2 days late: I could not send it earlier.",
        "Overdue",
    ]
    places = [told[0].index(words) for words in ("check it", "send the bill", "write at", "ring you")]
    assert places == sorted(places)
    assert len(office.messages("U0NADINE")) == 1


async def test_after_a_list_nothing_of_it_is_said_again(office: Office) -> None:
    await promised(office, *[f"I'll send part {word} by 12:00." for word in ("one", "two", "three", "four", "five")])
    await office.sleep_through(berlin(18, 18))
    await office.pass_time(berlin(18, 23))
    assert len([line for line in lines(office) if "need a look" in line]) == 1
    assert not any(line.startswith("You promised") for line in lines(office))
    assert {p.state for p in await office.promises()} == {"at_risk"}


async def test_three_at_once_come_one_by_one(office: Office) -> None:
    await promised(office, *[f"I'll send part {word} by 12:00." for word in ("one", "two", "three")])
    await office.pass_time(berlin(18, 12, 5))
    assert len([line for line in lines(office) if "It is due now." in line]) == 3


async def test_a_promise_kept_while_its_reminder_waits_is_not_reminded(office: Office) -> None:
    [promise] = await promised(office, "I'll ring you at 12.")
    row = await office._next_timer(berlin(18, 12))
    assert row is not None
    await office._fire(row, berlin(18, 11, 45))
    await office.press("promise.done", f"{promise.promise_id}||")
    assert office.messages("U0FRIEDA") == []


async def test_a_deactivated_owners_reminders_go_to_the_lead_and_say_so(office: Office) -> None:
    await promised(office, FRIDAY_NOON)
    await office.change_person("U0FRIEDA", is_deactivated=True)
    await office.hear(PersonChanged(workspace_id=SHOP, at=berlin(18, 12), person_id="U0FRIEDA", is_deactivated=True))
    await office.pass_time(berlin(20, 12, 1))
    assert office.messages("U0FRIEDA") == []
    assert lines(office, "U0NADINE")[0] == "1 promise of Frieda Lang needs a look"
    assert "Please see that this is kept, or that the customer hears from you." in office.messages("U0NADINE")[0]
    assert lines(office, "U0NADINE")[-1].endswith("It is due now.")
    assert "Frieda Lang's account is deactivated, so this comes to you." in office.messages("U0NADINE")[-1]


async def test_a_reminder_that_cannot_be_delivered_goes_to_the_lead_once(office: Office) -> None:
    [promise] = await promised(office, "I'll ring you at 12.")
    office.platform.ends = [PlatformRefused("user_disabled")]
    await office.pass_time(berlin(18, 11, 45))
    await office.send_all()
    assert "I could not reach Frieda Lang, so this comes to you." in office.messages("U0NADINE")[0]
    undelivered = [c.about["reason"] for c in await office.story(promise) if c.what == "undelivered"]
    assert undelivered == ["user_disabled"]


async def test_a_reminder_that_reaches_nobody_is_noted_and_not_tried_for_ever(office: Office) -> None:
    [promise] = await promised(office, "I'll ring you at 12.")
    office.platform.ends = [PlatformRefused("user_disabled"), PlatformRefused("user_disabled")]
    await office.pass_time(berlin(18, 11, 45))
    await office.send_all()
    await office.send_all()
    assert office.messages("U0NADINE") == []
    assert len([c for c in await office.story(promise) if c.what == "undelivered"]) == 2


async def test_a_lead_without_another_lead_is_reminded_only_as_the_owner(office: Office) -> None:
    await office.say("I'll ring you at 12.", by="U0NADINE")
    await office.pass_time(berlin(18, 23))
    assert len([line for line in lines(office, "U0NADINE") if line.startswith("You promised")]) == 3


async def test_there_is_one_digest_each_working_day_and_none_when_nothing_is_open(office: Office) -> None:
    [promise] = await promised(office, "I'll send the bill by Friday 27 November.")
    await office.pass_time(berlin(25, 12))
    assert lines(office) == ["Your day, Frieda: 1 open promise"] * 5
    await office.press("promise.done", f"{promise.promise_id}||")
    await office.pass_time(berlin(30, 12))
    assert len(office.messages("U0FRIEDA")) == 5


async def test_the_digest_lists_customers_who_wait_and_good_news(office: Office) -> None:
    first, _ = await promised(office, "I'll ring you at 12.", "I'll send the bill by Friday 27 November.")
    await office.press("promise.done", f"{first.promise_id}||")
    await office.hear(posted(SHOP, "U0ANNELIE", "And the other thing?", "m0b", berlin(18, 16)))
    await office.pass_time(berlin(19, 9, 1))
    told = office.messages("U0FRIEDA")[-1]
    assert told.splitlines()[0] == "Your day, Frieda: 1 open promise and 1 customer waiting for your answer"
    assert "Waiting for your answer\nAnnelie since yesterday 16:00\n[Help me reply]" in told
    assert told.endswith("Good news: you have kept 1 promise since the last working day began.")


async def test_after_three_days_of_downtime_one_digest_comes_and_not_three(office: Office) -> None:
    await promised(office, "I'll send the bill by Friday 27 November.")
    await office.sleep_through(berlin(23, 11))
    assert lines(office) == ["Your day, Frieda: 1 open promise"]
    await office.pass_time(berlin(24, 10))
    assert len(lines(office)) == 2


async def test_a_digest_missed_before_the_morning_waits_for_it(office: Office) -> None:
    await promised(office, "I'll send the bill by Friday 27 November.")
    await office.sleep_through(berlin(20, 8))
    assert office.messages("U0FRIEDA") == []
    await office.pass_time(berlin(20, 9, 1))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_a_new_zone_moves_what_is_ahead(office: Office) -> None:
    await promised(office, "I'll send the bill by Friday 27 November.")
    await office.change_person("U0FRIEDA", zone="America/New_York")
    await office.hear(PersonChanged(workspace_id=SHOP, at=berlin(18, 20), person_id="U0FRIEDA", zone_changed=True))
    await office.pass_time(berlin(19, 14, 59))
    assert office.messages("U0FRIEDA") == []
    await office.pass_time(berlin(19, 15, 1))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_a_later_start_of_the_day_does_not_end_the_daily_list(office: Office) -> None:
    await promised(office, "I'll send the bill by Friday 27 November.")
    await office.pass_time(berlin(19, 10))
    await office.change_person("U0FRIEDA", settings={"day_starts": "11:00"})
    await office.hear(PersonChanged(workspace_id=SHOP, at=berlin(19, 10), person_id="U0FRIEDA", zone_changed=True))
    await office.pass_time(berlin(20, 12))
    assert len(lines(office)) == 2
    await office.pass_time(berlin(23, 12))
    assert len(lines(office)) == 3


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Australia/Lord_Howe", berlin(2, 12, month=4, year=2027)),
        ("Australia/Lord_Howe", berlin(1, 12, month=10, year=2027)),
        ("America/Santiago", berlin(2, 12, month=4, year=2027)),
        ("America/Santiago", berlin(3, 12, month=9, year=2027)),
        ("Europe/Berlin", berlin(26, 12, month=3, year=2027)),
        ("Europe/Berlin", berlin(29, 12, month=10, year=2027)),
    ],
)
@pytest.mark.parametrize("day_starts", ["00:00", "02:15"])
async def test_the_daily_list_comes_once_a_day_across_a_change_of_the_clocks(
    office: Office, zone: str, start: datetime, day_starts: str
) -> None:
    settings = {"zone": zone, "day_starts": day_starts, "workdays": [0, 1, 2, 3, 4, 5, 6]}
    await office.change_person("U0FRIEDA", settings=settings)
    await office.say("I'll send you the pictures soon.", at=start)
    await office.pass_time(start + timedelta(days=4))
    assert len(office.messages("U0FRIEDA")) == 4


async def test_somebody_who_comes_back_has_the_daily_list_again(office: Office) -> None:
    await promised(office, "I'll send the bill by Friday 27 November.")
    await office.change_person("U0FRIEDA", is_deactivated=True)
    await office.pass_time(berlin(23, 12))
    assert office.messages("U0FRIEDA") == []
    await office.change_person("U0FRIEDA", is_deactivated=False)
    await office.hear(PersonChanged(workspace_id=SHOP, at=berlin(23, 12), person_id="U0FRIEDA"))
    await office.pass_time(berlin(24, 12))
    assert lines(office) == ["Your day, Frieda: 1 open promise"]
