"""A person's own working day: their zone, when it starts, and on which days."""

from datetime import date, datetime, timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.actions import OpenForm, Outcomes, RefuseForm
from bot.calendar.dates import find_due
from bot.calendar.words import MONTHS, WEEKDAYS
from bot.calendar.zones import zone_of_place
from bot.events import ButtonPressed, FormSubmitted, PersonChanged
from bot.home import refreshed
from bot.team.cards import HALF_HOURS, my_settings_form
from bot.workspace_settings import calendar_of, is_zone, own_day
from storage import people, workspaces
from storage.database import Transaction

LONGEST_LEAVE = timedelta(days=56)
NOT_A_DAY = "Please name a day of the next eight weeks, such as Monday 30 November; or leave it empty."


@cache
def _zones() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones() if is_zone(name)}


def zone_named(words: str) -> str | None:
    """The zone in the database's own spelling, from its name or a city; None when it is neither."""
    name = words.strip()
    return _zones().get(name.lower().replace(" ", "_")) or (zone_of_place(name) if name else None)


def unknown_zone(words: str) -> str:
    near = get_close_matches(words.strip().lower().replace(" ", "_"), _zones(), n=1)
    hint = f"Did you mean {_zones()[near[0]]}?" if near else "A city works too, such as Berlin."
    return f"I don't know that time zone. {hint}"


async def on_edit(event: ButtonPressed, tx: Transaction) -> Outcomes:
    person = await people.person(tx, event.workspace_id, event.person_id)
    if person is None:
        return []
    home = await workspaces.workspace(tx, event.workspace_id)
    day = own_day(person, home)
    is_away = day.back_on is not None and event.at.astimezone(ZoneInfo(day.zone)).date() < day.back_on
    return [OpenForm(my_settings_form(day, day_in_words(day.back_on, event.at) if day.back_on and is_away else ""))]


async def on_submit(event: FormSubmitted, tx: Transaction) -> Outcomes:
    person = await people.person(tx, event.workspace_id, event.person_id)
    if person is None:
        return []
    errors: dict[str, str] = {}
    words = str(event.values.get("zone") or "")
    zone = zone_named(words)
    starts = str(event.values.get("day_starts") or "")
    chosen = {str(day) for day in event.values.get("workdays") or ()}
    days = sorted(int(day) for day in chosen if day in "0123456" and len(day) == 1)
    if zone is None:
        errors["zone"] = unknown_zone(words)
    if starts not in HALF_HOURS and starts != person.settings.get("day_starts"):
        errors["day_starts"] = "Choose a time of the list."
    if not days:
        errors["workdays"] = "Choose at least one day."
    away = str(event.values.get("back_on") or "").strip()
    back_on = await _first_day_back(tx, event, away, zone) if zone is not None and away else None
    if away and zone is not None and back_on is None:
        errors["back_on"] = NOT_A_DAY
    if errors:
        return [RefuseForm(errors)]
    back = back_on.isoformat() if back_on is not None else None
    others = {key: value for key, value in person.settings.items() if key != "back_on"}
    own = {"zone": zone, "day_starts": starts, "workdays": days, **({"back_on": back} if back else {})}
    person.settings = {**others, **own}
    workspaces.audit(
        tx,
        event.workspace_id,
        event.person_id,
        "own day changed",
        zone=zone,
        day_starts=starts,
        days=days,
        back_on=back,
    )
    # Whoever plans something for this person's morning has to plan it anew.
    changed = PersonChanged(workspace_id=event.workspace_id, at=event.at, person_id=event.person_id, zone_changed=True)
    return [changed, refreshed(event.person_id)]


async def _first_day_back(tx: Transaction, event: FormSubmitted, words: str, zone: str) -> date | None:
    """The day that these words name; None for none, and for one that is past or too far away."""
    calendar = calendar_of(await workspaces.workspace(tx, event.workspace_id))
    found = find_due(words, said_at=event.at, zone=zone, calendar=calendar)
    named = next((one.due_at for one in found if one.due_at is not None), None)
    if named is None or not timedelta(0) < named - event.at <= LONGEST_LEAVE:
        return None
    day = named.astimezone(ZoneInfo(zone)).date()
    return day if day > event.at.astimezone(ZoneInfo(zone)).date() else None


def day_in_words(day: date, now: datetime) -> str:
    """ "Monday 30 November", as the form reads it again."""
    year = "" if day.year == now.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"
