"""What a workspace and a person may change about their day, read from their rows and never broken by a bad value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from bot.calendar.hours import TeamCalendar
from storage.people import Person
from storage.workspaces import Channel, Workspace

LONGEST_SETTLE_SECONDS = 3600
LONGEST_GRACE_MINUTES = 7 * 24 * 60
LONGEST_TARGET_MINUTES = 5 * 24 * 60
MOST_CARDS_PER_HOUR = 1000
ModelPolicy = Literal["off", "masked", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceSettings:
    """Unknown keys are ignored; a value that makes no sense falls back to the default, and `notes` says so."""

    settle_seconds: int = 45
    """How long a customer may go on typing before a draft is made."""
    zone: str = "UTC"
    country: str = ""
    """Two letters, for public holidays; empty for none."""
    opens_at: time = time(9, 0)
    closes_at: time = time(17, 0)
    workdays: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    """As in `date.weekday()`: Monday is 0."""
    day_starts: time = time(9, 0)
    """When the daily reminder comes, in each person's own zone."""
    grace_minutes: int = 240
    """How long a promise may be overdue before the lead hears of it."""
    answer_minutes: int = 240
    """Within how much working time a customer is to be answered; 0 for no target. A channel may have its own."""
    cards_per_hour: int = 12
    """How many draft cards one agent gets from one channel within an hour; more drafts stand at home alone."""
    model: ModelPolicy = "masked"
    """What may leave for a model: nothing, masked words, or whole ones but for secrets."""
    is_paused: bool = False
    """No drafts anywhere in the workspace."""
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, workspace: Workspace | None) -> "WorkspaceSettings":
        return settings_of(workspace)


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One person's working day: their zone, when it starts there, and on which days."""

    zone: str
    starts_at: time
    workdays: frozenset[int]
    back_on: date | None = None
    """The first day back of somebody who said that they are away; it may be long past."""


def settings_of(workspace: Workspace | None) -> WorkspaceSettings:
    """The workspace's settings; the defaults for a workspace that is not known."""
    stored = workspace.settings if workspace is not None else {}
    known, notes = _read(stored, _READERS)
    opens_at, closes_at = known.get("opens_at", time(9, 0)), known.get("closes_at", time(17, 0))
    if opens_at >= closes_at:
        known.pop("opens_at", None)
        known.pop("closes_at", None)
        notes.append("The team must open before it closes, so 09:00 to 17:00 is used.")
    return WorkspaceSettings(**known, notes=tuple(notes))


def calendar_of(workspace: Workspace | None) -> TeamCalendar:
    """The team's working days and hours, for the date grammar and for reminders."""
    found = settings_of(workspace)
    return TeamCalendar(
        zone=found.zone,
        workdays=found.workdays,
        opens_at=found.opens_at,
        closes_at=found.closes_at,
        country=found.country,
    )


def own_day(person: Person, workspace: Workspace | None) -> OwnDay:
    """What the person chose for themselves, else what the workspace does."""
    team = settings_of(workspace)
    own, _ = _read(person.settings, {name: _READERS[name] for name in ("day_starts", "workdays", "back_on")})
    zone = person.own_zone if is_zone(person.own_zone) else team.zone
    return OwnDay(zone, own.get("day_starts", team.day_starts), own.get("workdays", team.workdays), own.get("back_on"))


def answer_minutes(workspace: Workspace | None, channel: Channel | None) -> int:
    """The channel's own target, else the workspace's."""
    own = channel.answer_minutes if channel is not None else None
    return settings_of(workspace).answer_minutes if own is None else own


def is_paused(workspace: Workspace | None, channel: Channel | None) -> bool:
    """True when a lead paused drafts, in this channel or everywhere."""
    return settings_of(workspace).is_paused or (channel is not None and channel.is_paused)


def is_zone(name: str) -> bool:
    """True for a name of the zone database, such as Europe/Berlin; never touches a path outside it."""
    try:
        return bool(name) and ZoneInfo(name).key == name
    except (KeyError, ValueError, OSError):  # Unknown names are KeyErrors, malformed ones any of the others.
        return False


def _read(stored: Mapping[str, Any], readers: Mapping[str, Callable[[Any], Any]]) -> tuple[dict[str, Any], list[str]]:
    known: dict[str, Any] = {}
    notes: list[str] = []
    for name, reader in readers.items():
        if name not in stored:
            continue
        try:
            known[name] = reader(stored[name])
        except (TypeError, ValueError):
            notes.append(f"The setting {name} could not be used, so the usual value is.")
    return known, notes


def _count(most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise ValueError
        return value

    return read


def _zone(value: Any) -> str:
    if not isinstance(value, str) or not is_zone(value):
        raise ValueError
    return value


def _country(value: Any) -> str:
    if not isinstance(value, str) or not (value == "" or (len(value) == 2 and value.isascii() and value.isalpha())):
        raise ValueError
    return value.upper()


def _time(value: Any) -> time:
    found = value if isinstance(value, time) else time.fromisoformat(value)
    if found.tzinfo is not None:
        raise ValueError
    return found


def _workdays(value: Any) -> frozenset[int]:
    days = frozenset(value)
    if not days or not days <= frozenset(range(7)) or any(isinstance(day, bool) for day in days):
        raise ValueError
    return days


def _model(value: Any) -> ModelPolicy:
    if value not in get_args(ModelPolicy):
        raise ValueError
    found: ModelPolicy = value
    return found


def _date(value: Any) -> date:
    if not isinstance(value, str):
        raise ValueError
    return date.fromisoformat(value)


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "settle_seconds": _count(LONGEST_SETTLE_SECONDS),
    "zone": _zone,
    "country": _country,
    "opens_at": _time,
    "closes_at": _time,
    "workdays": _workdays,
    "back_on": _date,
    "day_starts": _time,
    "grace_minutes": _count(LONGEST_GRACE_MINUTES),
    "answer_minutes": _count(LONGEST_TARGET_MINUTES),
    "cards_per_hour": _count(MOST_CARDS_PER_HOUR),
    "model": _model,
    "is_paused": _yes_or_no,
}
