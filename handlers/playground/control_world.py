"""What tests and the page ask of the playground as a whole: the ledgers, faults, the change feed."""

from handlers.playground.control_body import Body, ControlError
from handlers.playground.delivery import ON_TEAMS
from handlers.playground.faults import (
    CONNECTOR_KINDS,
    ERROR_CODE,
    EVENT_KINDS,
    KINDS,
    SOCKET_KINDS,
    TEAMS_CODE,
    TEAMS_EVENT_KINDS,
    Fault,
)
from handlers.playground.methods import METHODS
from handlers.playground.teams.connector import NAMES as CONNECTOR_NAMES
from handlers.playground.world import Json, Person, Workspace

HANG_S = 60.0


async def calls(body: Body) -> Json:
    since = int(body.number("since", 0, 0, 1e12))
    found = body.playground.calls.since(since, body.maybe("method"))
    platform = _platform(body)
    shown = [call for call in found if platform in (None, platform_of_call(call["method"]))]
    return {"calls": shown, "throttled": body.playground.limits.refused}


def platform_of_call(method: str) -> str:
    """Calls of the Bot Connector are named after their verb and path."""
    return "teams" if " " in method else "slack"


def _platform(body: Body) -> str | None:
    """The platform that a call names, by itself or by a workspace; None for both."""
    is_named = body.maybe("platform") or body.maybe("team")
    return body.workspace.platform if is_named else None


async def events(body: Body) -> Json:
    since = int(body.number("since", 0, 0, 1e12))
    entries = []
    platform = _platform(body)
    for delivery in body.playground.deliveries.all:
        way = "teams" if delivery.envelope in ON_TEAMS else "slack"
        if delivery.n > since and platform in (None, way):
            entry = delivery.entry()
            entries.append({**entry, "payload": delivery.payload} if body.flag("full") else entry)
    return {"events": entries}


async def changes(body: Body) -> Json:
    since = int(body.number("since", 0, 0, 1e12))
    version = await body.playground.changes.wait(since, body.number("timeout", 25.0, 0.0, 60.0))
    return {"version": version}


async def app(body: Body) -> Json:
    """What the page needs to know of the scene: who is here, as what, and what the app offers."""
    world, workspace = body.playground.world, body.workspace
    setup = world.setup.get(workspace.id, {})
    roles = setup.get("roles", {}) if isinstance(setup, dict) else {}
    is_teams = workspace.platform == "teams"
    words = world.app.teams.commands
    linked = {
        grant.user
        for grant in world.tokens.values()
        if grant.kind == "user" and grant.team == workspace.id and not grant.is_revoked
    }
    people = [
        _known(person, workspace, roles.get(person.id), is_linked=None if is_teams else person.id in linked)
        for person in workspace.people.values()
    ]
    relays = [
        {"id": bot, "name": name, "real_name": name, "is_bot": True, "role": ""}
        for bot, name in workspace.relays.items()
    ]
    return {
        "app": {"id": world.app.id, "name": world.app.name, "bot_user": world.app.bot_user},
        "teams": [_team(one, world.setup) for one in world.workspaces.values()],
        "people": [*people, *relays],
        "commands": [] if is_teams else world.app.commands,
        "typed": words.get("personal", []) if is_teams else [],
        "mentioned": words.get("team", []) if is_teams else [],
        "shortcuts": [shortcut.model_dump() for shortcut in world.app.shortcuts],
    }


def _team(workspace: Workspace, setup: Json) -> Json:
    """Workspaces of one company have the same `company_id`; it is empty for one that is alone."""
    plan = setup.get(workspace.id)
    company = plan.get("company_id", "") if isinstance(plan, dict) else ""
    return {"id": workspace.id, "name": workspace.name, "platform": workspace.platform, "company_id": company}


def _known(person: Person, workspace: Workspace, roles: list[str] | None, *, is_linked: bool | None) -> Json:
    """`is_linked` is None where nobody can link an account."""
    is_external = person.home_team != workspace.id
    if person.is_bot:
        role = ""
    elif roles:
        role = ", ".join(role for role in roles if role != "admin")
    else:
        role = "customer, guest" if person.is_guest else "customer" if is_external else "colleague"
    shown: Json = {"id": person.id, "name": person.real_name, "real_name": person.real_name, "role": role}
    if is_linked is not None:
        shown["is_linked"] = is_linked
    return {
        **shown,
        "is_external": is_external,
        "is_bot": person.is_bot,
        "deleted": person.deleted,
    }


async def fault(body: Body) -> Json:
    """Sets one, or takes all away with `clear`; one for the socket happens at once."""
    playground = body.playground
    if body.flag("clear"):
        playground.faults.clear()
        return {}
    method, kind = body.text("method"), body.text("kind")
    if method in CONNECTOR_NAMES or _platform(body) == "teams":
        _add_teams_fault(body, method, kind)
        return {}
    if method == "socket":
        if kind not in SOCKET_KINDS:
            raise ControlError(400, "unknown_kind", f"A socket fault is one of {', '.join(sorted(SOCKET_KINDS))}.")
        return {"sockets": await playground.sockets.disturb(kind)}
    if method not in ("events", "*") and method not in METHODS:
        raise ControlError(404, "unknown_method", "`method` is a Web API method, * for all, events or socket.")
    is_known = kind in EVENT_KINDS if method == "events" else kind in KINDS or ERROR_CODE.fullmatch(kind)
    if not is_known:
        raise ControlError(400, "unknown_kind", "There is no such kind of fault here.")
    _add(body, method, kind)
    return {}


def _add_teams_fault(body: Body, method: str, kind: str) -> None:
    is_delivery = method in ("events", "invokes")
    if not is_delivery and method != "*" and method not in CONNECTOR_NAMES:
        names = ", ".join(sorted(CONNECTOR_NAMES))
        raise ControlError(404, "unknown_method", f"`method` is events, invokes, * for all calls, or one of {names}.")
    known = TEAMS_EVENT_KINDS if is_delivery else CONNECTOR_KINDS
    if kind not in known and (is_delivery or not TEAMS_CODE.fullmatch(kind)):
        raise ControlError(400, "unknown_kind", "There is no such kind of fault here.")
    _add(body, f"teams {method}" if is_delivery or method == "*" else method, kind)


def _add(body: Body, method: str, kind: str) -> None:
    times = int(body.number("times", 1, 1, 1e6))
    delay_s = body.number("delay_s", HANG_S if kind.startswith("hang") else 5.0, 0.0, 600.0)
    retry_after = int(body.number("retry_after", 30, 0, 86_400))
    fault = Fault(method, kind, times=times, retry_after=retry_after, delay_s=delay_s)
    body.playground.faults.add(fault)
