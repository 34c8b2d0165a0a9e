"""What tests and the page ask of the playground as a whole: the ledgers, faults, the change feed."""

from handlers.playground.control_body import Body, ControlError
from handlers.playground.faults import ERROR_CODE, EVENT_KINDS, KINDS, SOCKET_KINDS, Fault
from handlers.playground.methods import METHODS
from handlers.playground.world import Json, Person, Workspace

HANG_S = 60.0


async def calls(body: Body) -> Json:
    since = int(body.number("since", 0, 0, 1e12))
    return {"calls": body.playground.calls.since(since, body.maybe("method"))}


async def events(body: Body) -> Json:
    since = int(body.number("since", 0, 0, 1e12))
    entries = []
    for delivery in body.playground.deliveries.all:
        if delivery.n > since:
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
    linked = {
        grant.user
        for grant in world.tokens.values()
        if grant.kind == "user" and grant.team == workspace.id and not grant.is_revoked
    }
    people = [
        _known(person, workspace, roles.get(person.id), is_linked=person.id in linked)
        for person in workspace.people.values()
    ]
    relays = [
        {"id": bot, "name": name, "real_name": name, "is_bot": True, "role": ""}
        for bot, name in workspace.relays.items()
    ]
    return {
        "app": {"id": world.app.id, "name": world.app.name, "bot_user": world.app.bot_user},
        "teams": [{"id": team.id, "name": team.name} for team in world.workspaces.values()],
        "people": [*people, *relays],
        "commands": world.app.commands,
        "shortcuts": [shortcut.model_dump() for shortcut in world.app.shortcuts],
    }


def _known(person: Person, workspace: Workspace, roles: list[str] | None, *, is_linked: bool) -> Json:
    is_external = person.home_team != workspace.id
    if person.is_bot:
        role = ""
    elif roles:
        role = ", ".join(role for role in roles if role != "admin")
    else:
        role = "customer, guest" if person.is_guest else "customer" if is_external else "colleague"
    shown: Json = {"id": person.id, "name": person.real_name, "real_name": person.real_name, "role": role}
    return {
        **shown,
        "is_linked": is_linked,
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
    if method == "socket":
        if kind not in SOCKET_KINDS:
            raise ControlError(400, "unknown_kind", f"A socket fault is one of {', '.join(sorted(SOCKET_KINDS))}.")
        return {"sockets": await playground.sockets.disturb(kind)}
    if method not in ("events", "*") and method not in METHODS:
        raise ControlError(404, "unknown_method", "`method` is a Web API method, * for all, events or socket.")
    is_known = kind in EVENT_KINDS if method == "events" else kind in KINDS or ERROR_CODE.fullmatch(kind)
    if not is_known:
        raise ControlError(400, "unknown_kind", "There is no such kind of fault here.")
    times = int(body.number("times", 1, 1, 1e6))
    delay_s = body.number("delay_s", HANG_S if kind.startswith("hang") else 5.0, 0.0, 600.0)
    retry_after = int(body.number("retry_after", 30, 0, 86_400))
    playground.faults.add(Fault(method, kind, times=times, retry_after=retry_after, delay_s=delay_s))
    return {}
