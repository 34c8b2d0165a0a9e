"""A person's own working day: their zone, when it starts, and on which days."""

from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from bot.actions import OpenForm, Outcomes, RefuseForm
from bot.calendar.zones import zone_of_place
from bot.events import ButtonPressed, FormSubmitted, PersonChanged
from bot.home import refreshed
from bot.team.cards import HALF_HOURS, my_settings_form
from bot.workspace_settings import is_zone, own_day
from storage import people, workspaces
from storage.database import Transaction


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
    return [OpenForm(my_settings_form(own_day(person, home)))]


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
    if errors:
        return [RefuseForm(errors)]
    person.settings = {**person.settings, "zone": zone, "day_starts": starts, "workdays": days}
    workspaces.audit(
        tx, event.workspace_id, event.person_id, "own day changed", zone=zone, day_starts=starts, days=days
    )
    # Whoever plans something for this person's morning has to plan it anew.
    changed = PersonChanged(workspace_id=event.workspace_id, at=event.at, person_id=event.person_id, zone_changed=True)
    return [changed, refreshed(event.person_id)]
