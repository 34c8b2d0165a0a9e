"""Who is in a conversation, and what the app may know of a team."""

import base64
import binascii

from handlers.playground.teams import wire
from handlers.playground.teams.activities import team_shape
from handlers.playground.teams.call import Call, ConnectorError, Method, Place, teams_workspaces
from handlers.playground.world import Channel, Json, Person, Workspace

MOST_IN_PAGE = 500
LEAST_IN_PAGE = 50
"""Smaller pages are not given, whatever is asked for."""


def member_shape(person: Person, workspace: Workspace) -> Json:
    """Somebody of another company shows their own tenant; a guest is of this one, and said to be a guest."""
    given, _, surname = person.real_name.partition(" ")
    shape: Json = {"id": f"29:{person.id}", "name": person.real_name, "aadObjectId": wire.aad_id(person)}
    shape.update(givenName=given, surname=surname, tenantId=person.home_team)
    shape["userRole"] = "guest" if person.is_guest else "user"
    if person.email:
        shape["email"] = person.email
        at_home = f"{person.email.replace('@', '_')}#EXT#@{workspace.domain}.example"
        shape["userPrincipalName"] = at_home if person.is_guest else person.email
    return shape


def member(call: Call) -> Json:
    place = call.place()
    person = call.member(place, call.parts["member"])
    if person is None or person.is_bot:
        raise ConnectorError(404, "MemberNotFoundInConversation", "Member not found in the conversation.")
    return member_shape(person, place.workspace)


def _people(place: Place) -> list[Person]:
    people = [place.workspace.people[one] for one in place.channel.members if one in place.workspace.people]
    return [one for one in people if not one.is_bot and not one.deleted]


def members(call: Call) -> Json:
    """The old way to ask for all at once; the ledger shows who still uses it."""
    place = call.place()
    return {"members": [member_shape(person, place.workspace) for person in _people(place)]}


def paged_members(call: Call) -> Json:
    place = call.place()
    size = call.query.get("pageSize", str(MOST_IN_PAGE))
    if not size.isascii() or not size.isdigit():
        raise ConnectorError(400, "BadArgument", "pageSize is a number.")
    start = _start(call.query.get("continuationToken", ""))
    step = min(max(int(size), LEAST_IN_PAGE), MOST_IN_PAGE)
    people = _people(place)
    page: Json = {"members": [member_shape(one, place.workspace) for one in people[start : start + step]]}
    if start + step < len(people):
        page["continuationToken"] = base64.urlsafe_b64encode(f"from {start + step}".encode()).decode()
    return page


def _start(token: str) -> int:
    if not token:
        return 0
    try:
        return int(base64.urlsafe_b64decode(token).decode().removeprefix("from "))
    except (ValueError, binascii.Error) as problem:
        raise ConnectorError(400, "BadArgument", "The continuation token is not one of ours.") from problem


def _team(call: Call) -> tuple[Workspace, list[Channel]]:
    for workspace in teams_workspaces(call.playground):
        channels = [
            one
            for one in workspace.channels.values()
            if not one.is_im and not one.is_archived and wire.team_id(one) == call.parts["team"]
        ]
        if any(call.bot_user in one.members for one in channels):
            return workspace, channels
    raise ConnectorError(404, "ConversationNotFound", "There is no such team, or the bot is not in it.")


def team(call: Call) -> Json:
    workspace, channels = _team(call)
    seen = {person for channel in channels for person in channel.members}
    counts = {"channelCount": len(channels), "memberCount": sum(not workspace.people[one].is_bot for one in seen)}
    return {**team_shape(workspace, channels[0]), "type": "standard", "tenantId": workspace.id, **counts}


def team_channels(call: Call) -> Json:
    """The General channel has no name here: each client writes it in its own language."""
    _workspace, channels = _team(call)
    shown = []
    for one in channels:
        is_general = one.id == one.team
        kind = "standard" if is_general else "shared"
        place = wire.channel_id(one, call.playground.world.app)
        shown.append({"id": place, "name": None if is_general else one.name, "type": kind})
    return {"conversations": shown}


MEMBER = Method("GET conversations/members", member)
MEMBERS = Method("GET conversations/members", members)
PAGED_MEMBERS = Method("GET conversations/pagedmembers", paged_members)
TEAM = Method("GET teams", team)
TEAM_CHANNELS = Method("GET teams/conversations", team_channels)
