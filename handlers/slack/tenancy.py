"""Whose workspace a delivery belongs to, and whether it is the end of an installation."""

from collections.abc import Mapping
from typing import Any

from handlers.slack.api import Json

LEAVING = ("app_uninstalled", "tokens_revoked")
"""These two come in any order and may both follow the end of an installation."""


def tenant_of(body: Json) -> str:
    """The workspace that installed us. Never the team in the event itself: in shared channels that is the writer's
    company."""
    authorizations = body.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else None
    places = (
        (first, "team_id"),
        (body.get("view"), "app_installed_team_id"),
        (body, "team_id"),
        (body.get("team"), "id"),
        (body.get("user"), "team_id"),
    )
    found = (place.get(name) for place, name in places if isinstance(place, Mapping))
    return next((one for one in found if isinstance(one, str) and one), "")[:128]


def organisation_of(body: Json) -> str:
    """The Enterprise Grid organisation of the installation, empty where there is none."""
    authorizations = body.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else {}
    found = first.get("enterprise_id") if isinstance(first, dict) else None
    enterprise: Any = body.get("enterprise")
    return str(found or (enterprise.get("id") if isinstance(enterprise, dict) else "") or "")


def is_leaving(body: Json) -> bool:
    event = body.get("event")
    return isinstance(event, dict) and event.get("type") in LEAVING
