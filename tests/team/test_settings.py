"""Settings: a bad value never breaks a workspace, it falls back and says so."""

from datetime import time
from typing import Any

import pytest

from bot.calendar.hours import TeamCalendar
from bot.workspace_settings import WorkspaceSettings, calendar_of, is_zone, settings_of
from storage.rows import EPOCH
from storage.workspaces import Workspace


def workspace(**settings: Any) -> Workspace:
    return Workspace(
        workspace_id="T1", platform="slack", name="Shop", bot_person_id="U1", created_at=EPOCH, settings=settings
    )


def test_an_unknown_workspace_has_the_usual_settings() -> None:
    assert settings_of(None) == WorkspaceSettings()


def test_stored_settings_are_read_and_unknown_ones_ignored() -> None:
    found = WorkspaceSettings.of(workspace(settle_seconds=5, zone="Europe/Berlin", country="de", colour="blue"))
    assert (found.settle_seconds, found.zone, found.country, found.notes) == (5, "Europe/Berlin", "DE", ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("settle_seconds", -1),
        ("settle_seconds", "45"),
        ("settle_seconds", True),
        ("zone", "Mars/Olympus"),
        ("zone", "../../etc/passwd"),
        ("zone", None),
        ("country", "Germany"),
        ("opens_at", "nine"),
        ("opens_at", 9),
        ("opens_at", "18:00"),
        ("workdays", []),
        ("workdays", [7]),
        ("workdays", 3),
        ("day_starts", "25:00"),
        ("grace_minutes", 10**9),
        ("is_paused", "yes"),
    ],
)
def test_a_value_that_makes_no_sense_falls_back_with_a_note(name: str, value: object) -> None:
    found = settings_of(workspace(**{name: value}))
    assert getattr(found, name) == getattr(WorkspaceSettings(), name)
    assert len(found.notes) == 1


def test_the_calendar_follows_the_settings() -> None:
    made = calendar_of(workspace(zone="Asia/Dubai", workdays=[6, 0, 1, 2, 3], opens_at="08:00", closes_at="16:00"))
    assert made == TeamCalendar("Asia/Dubai", frozenset({6, 0, 1, 2, 3}), time(8), time(16), "")


@pytest.mark.parametrize("name", ["", "Europe", "a\x00b", "x" * 5000, "/etc/localtime"])
def test_only_names_of_the_zone_database_are_zones(name: str) -> None:
    assert not is_zone(name)
