"""What the app may do in conversations: open one, write, change and take back."""

from typing import Any

from handlers.playground.playground import open_im
from handlers.playground.posting import add_ephemeral, add_message, author_fields, edit_message, remove_message
from handlers.playground.teams import wire
from handlers.playground.teams.activities import service_url
from handlers.playground.teams.call import Call, ConnectorError, Method, Place, inner, teams_workspaces
from handlers.playground.teams.content import checked_content
from handlers.playground.world import Json, Person, Workspace


def create(call: Call) -> Json:
    """A chat with one person, or a new thread in a channel."""
    data = inner(call.body, "channelData")
    channel_id = inner(data, "channel").get("id")
    if channel_id:
        place = call.place_of(str(channel_id))
        ts = _post(call, place, call.body.get("activity"))
        conversation_id = wire.conversation_id(place.channel, call.playground.world.app, ts)
        return {"id": conversation_id, "activityId": wire.message_id(ts), "serviceUrl": service_url(call.playground)}
    return _chat(call, data)


def _chat(call: Call, data: Json) -> Json:
    workspace = _tenant(call, data)
    members = call.body.get("members")
    if call.body.get("isGroup") or not isinstance(members, list) or len(members) != 1:
        raise ConnectorError(400, "BadArgument", "A bot opens a chat with one person; groups it can't make.")
    some_id = members[0].get("id") if isinstance(members[0], dict) else ""
    person = wire.person_of(workspace, str(some_id), call.playground.world.app)
    if person is None or person.is_bot:
        raise ConnectorError(400, "BadArgument", "Bad format of conversation ID: there is no such user.")
    _require_reachable(call, workspace, person)
    created = int(call.playground.clock.now().timestamp())
    chat = open_im(workspace, person.id, call.bot_user, created)
    if call.body.get("activity"):
        _post(call, Place(workspace, chat), call.body["activity"])
    call.playground.changes.note()
    return {"id": wire.channel_id(chat, call.playground.world.app), "serviceUrl": service_url(call.playground)}


def _tenant(call: Call, data: Json) -> Workspace:
    asked = [call.body.get("tenantId"), inner(data, "tenant").get("id")]
    found = [one for one in teams_workspaces(call.playground) if asked == [one.id, one.id]]
    if not found:
        raise ConnectorError(400, "BadArgument", "Both tenantId and channelData.tenant.id name the person's tenant.")
    return found[0]


def _require_reachable(call: Call, workspace: Workspace, person: Person) -> None:
    """Somebody of another company has no chat with this bot; a colleague needs the app, or a team that has it."""
    if person.id in workspace.blocked_by or person.deleted:
        raise ConnectorError(403, "MessageWritesBlocked", "Thread is blocked from message writes.")
    shares = any(
        person.id in one.members and call.bot_user in one.members
        for one in workspace.channels.values()
        if not one.is_im
    )
    if person.home_team != workspace.id or not (shares or person.id in workspace.installed_for):
        raise ConnectorError(403, "BotNotInConversationRoster", "The bot is not installed for this person.")


def send(call: Call) -> Json:
    """With `isTargetedActivity=true` only the recipient sees it."""
    place = call.place()
    if call.is_targeted:
        return {"id": wire.message_id(_targeted(call, place))}
    return {"id": wire.message_id(_post(call, place, call.body))}


def reply(call: Call) -> Json:
    """Under the message that the path names; a conversation that names a thread stays the thread."""
    place = call.place()
    ts = wire.ts_of(call.parts["activity"])
    if not place.thread_ts and not place.channel.is_im:
        message = place.channel.messages.get(ts)
        if message is None:
            raise ConnectorError(404, "ActivityNotFoundInConversation", "The message to reply to is not there.")
        place = Place(place.workspace, place.channel, str(message.get("thread_ts", ts)))
    if call.is_targeted:
        return {"id": wire.message_id(_targeted(call, place))}
    return {"id": wire.message_id(_post(call, place, call.body))}


def _post(call: Call, place: Place, activity: Any) -> str:
    if not isinstance(activity, dict):
        raise ConnectorError(400, "BadSyntax", "There is no activity to post.")
    _require_open(place)
    content = checked_content(activity, call.playground, place.workspace)
    fields = author_fields(call.playground, place.workspace, call.bot_user, is_by_app=True)
    fields.update({name: value for name, value in content.items() if value is not None})
    message = add_message(call.playground, place.workspace, place.channel, fields, place.thread_ts or None)
    return str(message["ts"])


def _require_open(place: Place) -> None:
    """Nobody reads what is written to a person who blocked the bot, or whose account is gone."""
    if not place.channel.is_im:
        return
    for member in place.channel.members:
        if member in place.workspace.blocked_by or place.workspace.people[member].deleted:
            raise ConnectorError(403, "MessageWritesBlocked", "Thread is blocked from message writes.")


def _targeted(call: Call, place: Place) -> str:
    if not call.playground.world.app.teams.takes_targeted or place.channel.is_im:
        raise ConnectorError(400, "BadArgument", "Targeted messages are not supported in this conversation.")
    person = call.member(place, str(inner(call.body, "recipient").get("id")))
    if person is None or person.is_bot:
        raise ConnectorError(400, "BadArgument", "The recipient of a targeted message is a member of the conversation.")
    content = checked_content(call.body, call.playground, place.workspace)
    thread = {"thread_ts": place.thread_ts} if place.thread_ts else {}
    message = add_ephemeral(call.playground, place.workspace, place.channel, person.id, {**content, **thread})
    return str(message["ts"])


def update(call: Call) -> Json:
    place = call.place()
    if call.is_targeted:
        _person, message = _own_targeted(call, place)
        content = checked_content(call.body, call.playground, place.workspace)
        _replace(message, content)
        call.playground.changes.note()
        return {"id": call.parts["activity"]}
    message = _own(call, place)
    _require_open(place)
    content = checked_content(call.body, call.playground, place.workspace)
    edited_by = call.bot_user if content["card"] is None else None
    new = {**content, "own_views": None}
    edit_message(call.playground, place.workspace, place.channel, message, new, edited_by=edited_by)
    return {"id": call.parts["activity"]}


def _replace(message: Json, content: Json) -> None:
    for name, value in {**content, "own_views": None}.items():
        message[name] = value
        if value is None:
            del message[name]


def delete(call: Call) -> None:
    place = call.place()
    if call.is_targeted:
        person, message = _own_targeted(call, place)
        place.workspace.ephemerals[person].remove(message)
        call.playground.changes.note()
        return
    remove_message(call.playground, place.workspace, place.channel, _own(call, place))


def _own(call: Call, place: Place) -> Json:
    """Only what the app itself wrote can be changed, and only where it stands."""
    message = place.channel.messages.get(wire.ts_of(call.parts["activity"]))
    if message is None or message.get("subtype") == "tombstone":
        raise ConnectorError(404, "ActivityNotFoundInConversation", "The message is not in this conversation.")
    if message.get("user") != call.bot_user:
        raise ConnectorError(403, "Forbidden", "A bot changes only its own messages.")
    return message


def _own_targeted(call: Call, place: Place) -> tuple[str, Json]:
    ts = wire.ts_of(call.parts["activity"])
    for person, messages in place.workspace.ephemerals.items():
        for message in messages:
            if message["ts"] == ts and message["channel"] == place.channel.id:
                return person, message
    raise ConnectorError(404, "ActivityNotFoundInConversation", "The message is not in this conversation.")


CREATE = Method("POST conversations", create, 201)
SEND = Method("POST conversations/activities", send, 201)
REPLY = Method("POST conversations/activities", reply, 201)
UPDATE = Method("PUT conversations/activities", update)
DELETE = Method("DELETE conversations/activities", delete)
