"""The only place where messages come, change and go: whatever the road, the same things happen to them."""

import uuid
from typing import TYPE_CHECKING, Any

from handlers.playground.shapes import bot_shape
from handlers.playground.telling import teller
from handlers.playground.world import Channel, Json, Workspace

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

MOST_TEXT = 40_000


def add_message(
    playground: "Playground", workspace: Workspace, channel: Channel, fields: Json, thread: str | None
) -> Json:
    """Posts what `author_fields` and the content make up; returns the message as Slack stores it."""
    ts = playground.ts(workspace)
    message: Json = {"type": "message", "ts": ts, **fields}
    if thread:
        root = channel.messages.get(thread, {})
        message.update(thread_ts=thread, parent_user_id=root.get("user") or root.get("bot_id"))
    channel.messages[ts] = message
    reader = str(message.get("user", ""))
    if reader:
        workspace.last_read.setdefault(reader, {})[channel.id] = ts
    teller(workspace).message_event(playground, workspace, channel, message)
    playground.changes.note()
    return message


def author_fields(playground: "Playground", workspace: Workspace, user: str, *, is_by_app: bool) -> Json:
    """How a message names its author; `is_by_app` for one that the app posted, for itself or in a person's name."""
    app = playground.world.app
    if user in workspace.relays:
        return {"subtype": "bot_message", "bot_id": user, "username": workspace.relays[user], "team": workspace.id}
    person = workspace.people[user]
    fields: Json = {"user": user, "team": person.home_team}
    if person.home_team != workspace.id:
        profile = {"real_name": person.real_name, "display_name": person.name, "team": person.home_team}
        fields.update(user_team=person.home_team, source_team=person.home_team, user_profile=profile)
    if is_by_app:
        fields.update(bot_id=app.bot_id, app_id=app.id, bot_profile=bot_shape(app, workspace.id))
    else:
        fields["client_msg_id"] = str(uuid.uuid4())
    return fields


def edit_message(
    playground: "Playground",
    workspace: Workspace,
    channel: Channel,
    message: Json,
    new: Json,
    *,
    edited_by: str | None = None,
) -> Json:
    """Replaces the parts in `new`; a part that is None goes away. `edited_by` puts "(edited)" beside it."""
    before = dict(message)
    for name, value in new.items():
        if value is None:
            message.pop(name, None)
        else:
            message[name] = value
    if edited_by is not None:
        message["edited"] = {"user": edited_by, "ts": playground.ts()}
    teller(workspace).change_event(playground, workspace, channel, before, dict(message))
    playground.changes.note()
    return message


def remove_message(playground: "Playground", workspace: Workspace, channel: Channel, message: Json) -> None:
    """A thread's first message leaves a tombstone behind, and Slack reports that as a change, not as a deletion."""
    before = dict(message)
    replies = [reply for reply in channel.thread(message["ts"]) if reply["ts"] != message["ts"]]
    if replies:
        tombstone: Json = {
            "type": "message",
            "subtype": "tombstone",
            "text": "This message was deleted.",
            "hidden": True,
        }
        tombstone.update(user="USLACKBOT", ts=message["ts"], thread_ts=message["ts"], reply_count=len(replies))
        channel.messages[message["ts"]] = tombstone
        teller(workspace).change_event(playground, workspace, channel, before, tombstone)
    else:
        del channel.messages[message["ts"]]
        teller(workspace).change_event(playground, workspace, channel, before, None)
    playground.changes.note()


def add_ephemeral(playground: "Playground", workspace: Workspace, channel: Channel, user: str, content: Json) -> Json:
    """Only `user` sees it, no event tells of it, and chat.update never finds it."""
    app = playground.world.app
    message: Json = {"type": "message", "ts": playground.ts(workspace), "channel": channel.id}
    message["is_ephemeral"] = True
    message.update(
        user=app.bot_user, bot_id=app.bot_id, **{key: value for key, value in content.items() if value is not None}
    )
    workspace.ephemerals.setdefault(user, []).append(message)
    playground.changes.note()
    return message


def set_reaction(
    playground: "Playground", workspace: Workspace, channel: Channel, message: Json, name: str, *, by: str, is_on: bool
) -> bool:
    """False when nothing changes, because it is already so."""
    reactions: list[dict[str, Any]] = message.setdefault("reactions", [])
    entry = next((reaction for reaction in reactions if reaction["name"] == name), None)
    if is_on == (entry is not None and by in entry["users"]):
        return False
    if entry is None:
        entry = {"name": name, "users": [], "count": 0}
        reactions.append(entry)
    entry["users"] = [*entry["users"], by] if is_on else [user for user in entry["users"] if user != by]
    entry["count"] = len(entry["users"])
    message["reactions"] = [reaction for reaction in reactions if reaction["users"]]
    change: Json = {"by": by, "name": name, "is_on": is_on}
    teller(workspace).reaction_event(playground, workspace, channel, message, change)
    playground.changes.note()
    return True
