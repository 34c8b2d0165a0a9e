"""The date grammar reads the phrases of service people as the table of conventions says."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.dates import concrete_choices, find_due
from bot.calendar.hours import TeamCalendar

BERLIN = "Europe/Berlin"
CALENDAR = TeamCalendar(zone=BERLIN)
WEDNESDAY = datetime(2026, 11, 18, 10, 30, tzinfo=ZoneInfo(BERLIN))


def due_of(text: str, said_at: datetime = WEDNESDAY, zone: str = BERLIN) -> str | None:
    """The first concrete due instant as "YYYY-MM-DD HH:MM" in its zone; None when there is none."""
    found = [phrase.due_at for phrase in find_due(text, said_at=said_at, zone=zone, calendar=CALENDAR)]
    concrete = [due for due in found if due]
    return concrete[0].strftime("%Y-%m-%d %H:%M") if concrete else None


CASES = [
    # Clock times
    ("The vet rings by 3pm", "2026-11-18 15:00"),
    ("the florist delivers at 15:00", "2026-11-18 15:00"),
    ("quote ready by 5", "2026-11-18 17:00"),
    ("keys at the desk by 9", "2026-11-19 09:00"),
    ("by 9am", "2026-11-19 09:00"),
    ("call before half past two", "2026-11-18 14:30"),
    ("by 10 you have my answer, tomorrow", "2026-11-19 10:00"),
    ("a spare goes in tonight's post", "2026-11-18 23:59"),
    ("it is in Friday's batch", "2026-11-20 23:59"),
    ("about Monday's delivery", None),
    ("asking the baker, 5 min", "2026-11-18 10:35"),
    ("back in 5", "2026-11-18 10:35"),
    ("at quarter to 5 today", "2026-11-18 16:45"),
    ("by 11.45 am tomorrow", "2026-11-19 11:45"),
    ("by 8 tonight", "2026-11-18 20:00"),
    ("at 9 in the morning on Friday", "2026-11-20 09:00"),
    ("around 4 o'clock", "2026-11-18 16:00"),
    ("before lunch", "2026-11-18 12:00"),
    ("by half 4", "2026-11-18 16:30"),
    ("Thurs PM", "2026-11-19 18:00"),
    ("by 16 December", "2026-12-16 23:59"),
    ("in the next day or so", "2026-11-19 23:59"),
    ("by noon", "2026-11-18 12:00"),
    ("no later than midday on Monday", "2026-11-23 12:00"),
    # Lengths
    ("within 90 minutes", "2026-11-18 12:00"),
    ("in half an hour", "2026-11-18 11:00"),
    ("in an hour and a half", "2026-11-18 12:00"),
    ("in the next couple of hours", "2026-11-18 12:30"),
    ("in about 2 hrs", "2026-11-18 12:30"),
    ("back to you in 20", "2026-11-18 10:50"),
    ("two hours from now", "2026-11-18 12:30"),
    ("within the hour", "2026-11-18 11:30"),
    ("give me 15 minutes", "2026-11-18 10:45"),
    ("in 3 days", "2026-11-21 23:59"),
    ("within a week", "2026-11-25 23:59"),
    ("in a fortnight", "2026-12-02 23:59"),
    ("in a day or two", "2026-11-20 23:59"),
    ("over the next few days", "2026-11-21 23:59"),
    ("in two weeks' time", "2026-12-02 23:59"),
    ("within 3 business days", "2026-11-23 23:59"),
    ("on the next working day", "2026-11-19 23:59"),
    # Parts of the day
    ("first thing tomorrow", "2026-11-19 10:00"),
    ("Monday first thing", "2026-11-23 10:00"),
    ("tomorrow morning", "2026-11-19 12:00"),
    ("in the morning", "2026-11-19 12:00"),
    ("this afternoon", "2026-11-18 18:00"),
    ("Friday evening", "2026-11-20 21:00"),
    ("tonight", "2026-11-18 23:59"),
    ("Thursday night", "2026-11-19 23:59"),
    ("later today", "2026-11-18 23:59"),
    ("by midnight", "2026-11-18 23:59"),
    ("by EOD", "2026-11-18 17:00"),
    ("by close of business on Friday", "2026-11-20 17:00"),
    ("by end of play tomorrow", "2026-11-19 17:00"),
    ("tmrw EOD", "2026-11-19 17:00"),
    # Days, weeks, months
    ("on Friday", "2026-11-20 23:59"),
    ("this Wednesday", "2026-11-25 23:59"),
    ("next Friday", "2026-11-27 23:59"),
    ("next Monday", "2026-11-23 23:59"),
    ("the day after tomorrow", "2026-11-20 23:59"),
    ("Tuesday next week at 10", "2026-11-24 10:00"),
    ("this week", "2026-11-20 23:59"),
    ("before the weekend", "2026-11-20 23:59"),
    ("by EOW", "2026-11-20 17:00"),
    ("over the weekend", "2026-11-22 23:59"),
    ("next week", "2026-11-27 23:59"),
    ("early next week", "2026-11-24 23:59"),
    ("mid next week", "2026-11-25 23:59"),
    ("by the end of next week", "2026-11-27 23:59"),
    ("by the end of the month", "2026-11-30 23:59"),
    ("next month", "2026-12-31 23:59"),
    ("by the 24th", "2026-11-24 23:59"),
    ("by the 3rd", "2026-12-03 23:59"),
    ("on 25 November", "2026-11-25 23:59"),
    ("by Jan 5", "2027-01-05 23:59"),
    ("the 2nd of December at noon", "2026-12-02 12:00"),
    ("on 11/25", "2026-11-25 23:59"),
    ("on 25/11", "2026-11-25 23:59"),
    ("2026-12-01", "2026-12-01 23:59"),
    ("by Friday the 27th", "2026-11-27 23:59"),
    ("before Friday", "2026-11-19 23:59"),
    ("Sat 21 Nov by 2pm", "2026-11-21 14:00"),
    # Two ends
    ("between 1 and 3 this afternoon", "2026-11-18 15:00"),
    ("tomorrow 2-4pm", "2026-11-19 16:00"),
    ("Tuesday or Wednesday", "2026-11-25 23:59"),
    ("in 3-5 business days", "2026-11-25 23:59"),
    ("within 24 to 48 hours", "2026-11-20 10:30"),
    # Left to dateparser
    ("by 25-Nov-2026", "2026-11-25 23:59"),
    ("on the twenty-fifth of November", "2026-11-25 23:59"),
    # No date at all
    ("as soon as I can", None),
    ("Your order number is 48213", None),
    ("We sat down with the team", None),
    ("You may march ahead", None),
    ("Good morning, lovely photo", None),
    ("open 24/7", None),
    ("room 5 at 40 percent", None),
    ("we rang last Friday", None),
    ("the Black Friday price", None),
    ("Monday's invoice", None),
    ("it ships before the month is out", "2026-11-30 23:59"),
    ("we eat at 5 and then go home", "2026-11-18 17:00"),
    ("by 10% at least", None),
    ("on the 3rd floor", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_phrase_is_read_as_the_conventions_say(text: str, expected: str | None) -> None:
    assert due_of(text) == expected


ZONED = [
    ("by 4pm GMT", "2026-11-18T16:00:00+00:00"),
    ("at 11am Eastern tomorrow", "2026-11-19T11:00:00-05:00"),
    ("by 5pm PT", "2026-11-18T17:00:00-08:00"),
    ("at 9:30am UK time tomorrow", "2026-11-19T09:30:00+00:00"),
    ("Thursday 5pm Tokyo time", "2026-11-19T17:00:00+09:00"),
    ("by noon your time", "2026-11-18T12:00:00+01:00"),
    ("by noon my time", "2026-11-18T12:00:00-05:00"),
    ("by 3pm CET", "2026-11-18T15:00:00+01:00"),
    ("by 3pm EAT", "2026-11-18T15:00:00+03:00"),
]


@pytest.mark.parametrize(("text", "expected"), ZONED)
def test_a_zone_named_in_the_text_wins(text: str, expected: str) -> None:
    [phrase] = find_due(text, said_at=WEDNESDAY, zone=BERLIN, calendar=CALENDAR, own_zone="America/New_York")
    assert phrase.due_at is not None
    assert phrase.due_at.isoformat() == expected


def test_tomorrow_counts_from_the_date_in_the_zone_that_applies() -> None:
    late_in_california = datetime(2026, 11, 18, 22, 0, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert due_of("tomorrow", late_in_california, "Asia/Tokyo") == "2026-11-20 23:59"


@pytest.mark.parametrize(("text", "is_ambiguous"), [("next Friday", True), ("next Monday", False), ("on 03/04", True)])
def test_a_phrase_that_people_read_in_two_ways_says_so(text: str, is_ambiguous: bool) -> None:
    [phrase] = find_due(text, said_at=WEDNESDAY, zone=BERLIN, calendar=CALENDAR)
    assert phrase.is_ambiguous is is_ambiguous


def test_a_range_gives_both_ends() -> None:
    [phrase] = find_due("within 3-5 business days", said_at=WEDNESDAY, zone=BERLIN, calendar=CALENDAR)
    assert phrase.precision == "range"
    assert phrase.due_from == datetime(2026, 11, 23, 0, 0, tzinfo=ZoneInfo(BERLIN))


def test_hours_are_counted_in_real_time_across_a_clock_change() -> None:
    before_the_change = datetime(2025, 3, 29, 12, 0, tzinfo=ZoneInfo("Europe/London"))
    assert due_of("in 24 hours", before_the_change, "Europe/London") == "2025-03-30 13:00"


def test_business_days_skip_the_holidays_of_the_country() -> None:
    calendar = TeamCalendar(zone=BERLIN, country="DE")
    said_at = datetime(2026, 12, 23, 9, 0, tzinfo=ZoneInfo(BERLIN))
    [phrase] = find_due("within 2 working days", said_at=said_at, zone=BERLIN, calendar=calendar)
    assert phrase.due_at is not None
    assert phrase.due_at.date() == date(2026, 12, 28)


@pytest.mark.parametrize("word", ["soon", "shortly", "ASAP", "in due course", "at the earliest"])
def test_a_vague_word_has_no_due_instant(word: str) -> None:
    [phrase] = find_due(f"We reply {word}", said_at=WEDNESDAY, zone=BERLIN, calendar=CALENDAR)
    assert (phrase.precision, phrase.due_at) == ("vague", None)


def test_three_concrete_choices_lie_ahead_in_working_hours() -> None:
    for hour in (0, 7, 11, 16, 17, 23):
        said_at = WEDNESDAY.replace(hour=hour)
        choices = concrete_choices(said_at, BERLIN, CALENDAR)
        instants = [instant for _, instant in choices]
        assert len({label for label, _ in choices}) == 3
        assert instants == sorted(instants)
        assert instants[0] > said_at
        assert all(CALENDAR.is_working_day(instant.date()) for instant in instants)


def test_the_phrase_is_an_exact_span_with_its_preposition() -> None:
    text = "We glaze the bowl by Friday noon, then post it."
    [phrase] = find_due(text, said_at=WEDNESDAY, zone=BERLIN, calendar=CALENDAR)
    assert text[phrase.start : phrase.end] == phrase.text == "by Friday noon"
