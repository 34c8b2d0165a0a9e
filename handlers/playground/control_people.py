"""What people do to each other: say, edit, react, come and go."""

import mimetypes
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handlers.playground.control_body import Body, ControlError
from handlers.playground.events import tell_app
from handlers.playground.playground import open_im
from handlers.playground.posting import add_message, author_fields, edit_message, remove_message, set_reaction
from handlers.playground.telling import teller
from handlers.playground.typed import stored
from handlers.playground.world import Channel, Json, Person

CHANGEABLE = ("tz", "real_name", "is_guest", "is_admin")


async def say(body: Body) -> Json:
    """A person writes, or the help desk's app posts a customer's mail."""
    author = body.text("user")
    if author not in body.workspace.relays:
        author = body.person().id
        if body.workspace.people[author].is_bot:
            raise ControlError(
                403, "not_a_person", "Apps speak for themselves; only people and the help desk can be made to."
            )
    channel = body.channel(author)
    _require_own_tenant(body, author, channel)
    if channel.is_archived:
        raise ControlError(409, "is_archived", f"#{channel.name} is archived; nobody can write there.")
    if any(body.workspace.people[member].deleted for member in channel.members if channel.is_im):
        raise ControlError(403, "user_disabled", "That person's account is deactivated.")
    files = _files(body)
    text = "" if files and not body.raw("text") else body.words()
    fields = author_fields(body.playground, body.workspace, author, is_by_app=False)
    fields["text"] = stored(text, body.workspace)
    if files:
        fields.update(files=files, upload=False)
        fields.setdefault("subtype", "file_share")
    message = add_message(body.playground, body.workspace, channel, fields, body.thread(channel))
    return {"message": f"{channel.id}/{message['ts']}"}


def _require_own_tenant(body: Body, author: str, channel: Channel) -> None:
    """On Microsoft Teams people of another company meet the app in shared channels only."""
    workspace, bot = body.workspace, body.playground.world.app.bot_user
    is_with_bot = workspace.platform == "teams" and channel.is_im and bot in channel.members
    if is_with_bot and workspace.people[author].home_team != workspace.id:
        raise ControlError(403, "not_allowed", "People of another company have no chat with this tenant's apps.")


def _files(body: Body) -> list[Json]:
    given = body.raw("files") or []
    if not isinstance(given, list) or len(given) > 10 or not all(isinstance(one, str | dict) for one in given):
        raise ControlError(400, "bad_files", "`files` is a list of at most ten names.")
    return [_file(body, one if isinstance(one, dict) else {"name": one}) for one in given]


def _file(body: Body, given: dict[str, Any]) -> Json:
    name = str(given.get("name") or "file")
    file_id = f"F{body.playground.world.number():06d}"
    kind = str(given.get("mimetype") or mimetypes.guess_type(name)[0] or "application/octet-stream")
    address = f"{body.playground.settings.address}/files/{file_id}"
    shape: Json = {"id": file_id, "name": name, "title": name, "mimetype": kind, "filetype": name.rpartition(".")[2]}
    shape.update(
        size=given.get("size", 1024), mode="hosted", is_external=False, url_private=address, file_access="visible"
    )
    return shape


async def edit(body: Body) -> Json:
    channel, message = _own_message(body, body.person())
    new = stored(body.words(), body.workspace)
    if new != message["text"]:
        edit_message(body.playground, body.workspace, channel, message, {"text": new}, edited_by=message["user"])
    return {"message": f"{channel.id}/{message['ts']}"}


async def delete(body: Body) -> Json:
    channel, message = _own_message(body, body.person())
    remove_message(body.playground, body.workspace, channel, message)
    return {}


def _own_message(body: Body, person: Person) -> tuple[Channel, Json]:
    channel, message = body.message(person.id)
    if message.get("user") != person.id or message.get("subtype") == "tombstone":
        raise ControlError(403, "not_your_message", "People can change only their own messages.")
    return channel, message


async def react(body: Body) -> Json:
    person = body.person()
    channel, message = body.message(person.id)
    name, is_on = body.text("name").strip(":"), not body.flag("remove")
    if not set_reaction(body.playground, body.workspace, channel, message, name, by=person.id, is_on=is_on):
        code = "already_reacted" if is_on else "no_reaction"
        raise ControlError(409, code, "That changes nothing: it is already so.")
    return {}


async def join(body: Body) -> Json:
    """Into a channel; without one, into the workspace: somebody new, or somebody who was deactivated."""
    if body.maybe("channel") is None:
        return _join_workspace(body)
    person = body.person()
    channel = body.channel(None)
    if channel.is_im or channel.is_archived:
        raise ControlError(409, "cannot_join", "Nobody can join that conversation.")
    if person.id in channel.members:
        raise ControlError(409, "already_in_channel", f"{person.real_name} is already in #{channel.name}.")
    channel.members.append(person.id)
    _note_in_channel(body, channel, person, "channel_join", "has joined the channel")
    teller(body.workspace).membership_event(
        body.playground, body.workspace, channel, person.id, "member_joined_channel"
    )
    body.playground.changes.note()
    return {}


def _join_workspace(body: Body) -> Json:
    user, workspace = body.text("user"), body.workspace
    person = workspace.people.get(user)
    if person is None:
        if not user.startswith("U") or not user.isalnum():
            raise ControlError(400, "bad_user", "A new person's id starts with U and has only letters and digits.")
        name = body.maybe("real_name") or user
        person = Person(id=user, name=user[1:].lower(), real_name=name, home_team=workspace.id)
        workspace.people[user] = person
        teller(body.workspace).user_changed(body.playground, workspace, person, "team_join")
    elif person.deleted:
        person.deleted = False
        teller(body.workspace).user_changed(body.playground, workspace, person)
    else:
        raise ControlError(409, "already_in_team", f"{person.real_name} is already in this workspace.")
    body.playground.changes.note()
    return {}


async def leave(body: Body) -> Json:
    person = body.anybody()
    channel = body.channel(person.id)
    if channel.is_im:
        raise ControlError(409, "cannot_leave", "Nobody can leave a direct conversation.")
    if person.id == body.playground.world.app.bot_user:
        teller(body.workspace).bot_left(body.playground, body.workspace, channel)
    else:
        teller(body.workspace).membership_event(
            body.playground, body.workspace, channel, person.id, "member_left_channel"
        )
    _note_in_channel(body, channel, person, "channel_leave", "has left the channel")
    channel.members.remove(person.id)
    body.playground.changes.note()
    return {}


def _note_in_channel(body: Body, channel: Channel, person: Person, subtype: str, words: str) -> None:
    fields: Json = {"subtype": subtype, "user": person.id, "text": f"<@{person.id}> {words}"}
    add_message(body.playground, body.workspace, channel, fields, None)


async def deactivate(body: Body) -> Json:
    person = body.anybody()
    if person.deleted or person.is_bot:
        raise ControlError(409, "cannot_deactivate", f"{person.real_name} can't be deactivated.")
    person.deleted = True
    teller(body.workspace).user_changed(body.playground, body.workspace, person)
    body.playground.changes.note()
    return {}


async def profile(body: Body) -> Json:
    """A person's time zone, name, guest or admin status changes."""
    person = body.anybody()
    changes = {name: body.raw(name) for name in CHANGEABLE if body.raw(name) is not None}
    try:
        changed = Person.model_validate({**person.model_dump(), **changes})
    except ValueError as problem:
        raise ControlError(400, "bad_profile", "That is no valid profile.") from problem
    _check_zone(changed.tz)
    body.workspace.people[person.id] = changed
    teller(body.workspace).user_changed(body.playground, body.workspace, changed)
    body.playground.changes.note()
    return {}


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise ControlError(400, "bad_time_zone", "There is no such time zone; one is Europe/Berlin.") from problem


async def archive(body: Body) -> Json:
    channel, workspace = body.channel(None), body.workspace
    if channel.is_im or channel.is_archived:
        raise ControlError(409, "already_archived", "That conversation can't be archived.")
    user = body.person().id if body.maybe("user") else next((p.id for p in workspace.people.values() if p.is_admin), "")
    channel.is_archived = True
    teller(workspace).archived(body.playground, workspace, channel, user)
    body.playground.changes.note()
    return {}


async def open_home(body: Body) -> Json:
    person, workspace, app = body.person(), body.workspace, body.playground.world.app
    if person.home_team != workspace.id:
        raise ControlError(403, "not_allowed", "People of another company can't open this workspace's apps.")
    channel = open_im(workspace, person.id, app.bot_user, int(body.playground.clock.now().timestamp()))
    event: Json = {"type": "app_home_opened", "user": person.id, "channel": channel.id, "tab": "home"}
    view = workspace.homes.get(person.id)
    if view is not None:
        event["view"] = view.wire
    tell_app(body.playground, workspace, {**event, "event_ts": body.playground.ts()})
    body.playground.changes.note()
    return {}
