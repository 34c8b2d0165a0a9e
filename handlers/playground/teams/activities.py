"""What Microsoft Teams puts into an activity: who, where, when, and its own data beside them."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.playground.clock import iso, moment_of
from handlers.playground.teams import wire
from handlers.playground.teams.words import spoken
from handlers.playground.world import Channel, Json, Person, Workspace

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

LOCALE = "en-GB"


def service_url(playground: "Playground") -> str:
    return f"{playground.settings.address}/connector/"


def event_id() -> str:
    """The id of an activity that is no message."""
    return f"f:{uuid.uuid4()}"


def account(playground: "Playground", person: Person) -> Json:
    shown: Json = {"id": wire.user_id(person, playground.world.app), "name": person.real_name}
    return shown if person.is_bot else {**shown, "aadObjectId": wire.aad_id(person)}


def head(
    playground: "Playground", workspace: Workspace, channel: Channel, author: Person, kind: str, *, thread_ts: str = ""
) -> Json:
    """Everything but the content; `thread_ts` is the thread in which it happens, empty for the channel itself."""
    app = playground.world.app
    return {
        "type": kind,
        "id": event_id(),
        "timestamp": iso(playground.clock.now()),
        "channelId": "msteams",
        "serviceUrl": service_url(playground),
        "from": account(playground, author),
        "recipient": {"id": f"28:{app.teams.id}", "name": app.name},
        "conversation": _conversation(playground, workspace, channel, thread_ts),
        "channelData": _channel_data(workspace, channel),
    }


def _conversation(playground: "Playground", workspace: Workspace, channel: Channel, thread_ts: str) -> Json:
    shown: Json = {"conversationType": "personal" if channel.is_im else "channel", "tenantId": workspace.id}
    if not channel.is_im:
        shown["isGroup"] = True
    return {**shown, "id": wire.conversation_id(channel, playground.world.app, thread_ts)}


def _channel_data(workspace: Workspace, channel: Channel) -> Json:
    """Ids only: Teams tells no names with a message."""
    tenant: Json = {"tenant": {"id": workspace.id}}
    if channel.is_im:
        return tenant
    channel_id, team_id = f"19:{channel.id.lower()}@thread.tacv2", wire.team_id(channel)
    own = {"teamsChannelId": channel_id, "teamsTeamId": team_id, "channel": {"id": channel_id}, "team": {"id": team_id}}
    return {**own, **tenant}


def team_shape(workspace: Workspace, channel: Channel) -> Json:
    """The team with its name: told with changes of the team and on request. The scene has one team, which people call
    by the company's first word."""
    name = workspace.name.split(" ")[0]
    return {"id": wire.team_id(channel), "name": name, "aadGroupId": f"group-{channel.team.lower()}"}


def with_client(activity: Json, person: Person, at: datetime) -> Json:
    """What a person's own client adds: their time, zone and language. A change of a team comes without it."""
    activity["localTimestamp"] = at.astimezone(ZoneInfo(person.tz)).isoformat(timespec="milliseconds")
    activity.update(localTimezone=person.tz, locale=LOCALE)
    info = {"locale": LOCALE, "country": LOCALE[-2:], "platform": "Web", "timezone": person.tz, "type": "clientInfo"}
    activity["entities"] = [*activity.get("entities", []), info]
    return activity


def message_activity(
    playground: "Playground", workspace: Workspace, channel: Channel, message: Json, kind: str = "message"
) -> Json:
    """A person's message, as the app gets it whether it is mentioned or not; `kind` tells of a change to it."""
    author = workspace.people[str(message["user"])]
    thread_ts = str(message.get("thread_ts") or message["ts"])
    activity = head(playground, workspace, channel, author, kind, thread_ts=thread_ts)
    activity["id"] = wire.message_id(message["ts"])
    if kind == "messageDelete":
        activity["channelData"]["eventType"] = "softDeleteMessage"
        return activity
    at = moment_of(message["ts"])
    if kind == "messageUpdate":
        activity["channelData"]["eventType"] = "editMessage"
    else:
        activity["timestamp"] = iso(at)
    words = spoken(str(message.get("text", "")), workspace)
    files = message.get("files") or []
    body = words.html + "".join(f'<attachment id="{file["id"]}"></attachment>' for file in files)
    attachments = [{"contentType": "text/html", "content": body}]
    if channel.is_im:
        attachments += [_file(file) for file in files]
    activity.update(text=words.text, textFormat="plain", attachments=attachments)
    activity["entities"] = words.entities(playground.world.app)
    return with_client(activity, author, at)


def _file(file: Json) -> Json:
    """Only a chat with the bot hands files over; in a channel it sees that there is one."""
    content = {"downloadUrl": file["url_private"], "uniqueId": file["id"], "fileType": file["filetype"]}
    kind = "application/vnd.microsoft.teams.file.download.info"
    return {"contentType": kind, "contentUrl": file["url_private"], "name": file["name"], "content": content}


def payload_of(playground: "Playground", workspace: Workspace, channel: Channel, message: Json) -> Json:
    """The one message that somebody chose an action of, as a message extension gets it; its thread is not told."""
    author = workspace.people.get(str(message.get("user"))) or workspace.people[playground.world.app.bot_user]
    words = spoken(str(message.get("text", "")), workspace)
    part = "application" if author.is_bot else "user"
    who = {"displayName": author.real_name, "id": wire.aad_id(author) or playground.world.app.teams.id}
    who[f"{part}IdentityType"] = "bot" if author.is_bot else "aadUser"
    created_at = iso(moment_of(message["ts"]))
    payload: Json = {
        "id": wire.message_id(message["ts"]),
        "replyToId": wire.message_id(message["thread_ts"]) if message.get("thread_ts") else None,
        "createdDateTime": created_at,
        "lastModifiedDateTime": iso(moment_of(message["edited"]["ts"])) if message.get("edited") else None,
        "deleted": False,
        "importance": "normal",
        "locale": LOCALE.lower(),
        "linkToMessage": link_to(playground, workspace, channel, message["ts"]),
        "from": {"user": None, "application": None, "device": None, "conversation": None, part: who},
        "body": {"contentType": "html", "content": words.payload_html},
        "attachments": [{"id": "card", "contentType": CARD, "content": message["card"]}] if message.get("card") else [],
        "mentions": words.payload_mentions(playground.world.app),
        "reactions": [],
    }
    return payload


CARD = "application/vnd.microsoft.card.adaptive"


def link_to(playground: "Playground", workspace: Workspace, channel: Channel, ts: str) -> str:
    """A link to the message, which the page follows."""
    place = wire.channel_id(channel, playground.world.app)
    return f"{playground.settings.address}/l/message/{place}/{wire.message_id(ts)}?tenantId={workspace.id}"


def membership_activity(
    playground: "Playground", workspace: Workspace, channel: Channel, person: Person, *, is_added: bool
) -> Json:
    """Somebody came into a team or channel, or left it; the app itself among them."""
    activity = head(playground, workspace, channel, person, "conversationUpdate")
    change = "Added" if is_added else "Removed"
    activity["membersAdded" if is_added else "membersRemoved"] = [_bare(playground, person)]
    if not channel.is_im:
        scope = "team" if channel.team in ("", channel.id) else "channel"
        activity["channelData"]["eventType"] = f"{scope}Member{change}"
        activity["channelData"]["team"] = team_shape(workspace, channel)
    return activity


def install_activity(
    playground: "Playground", workspace: Workspace, channel: Channel, person: Person, *, is_added: bool
) -> Json:
    activity = head(playground, workspace, channel, person, "installationUpdate")
    activity["action"] = "add" if is_added else "remove"
    if not channel.is_im:
        activity["channelData"]["team"] = team_shape(workspace, channel)
    activity["channelData"]["settings"] = {"selectedChannel": {"id": activity["conversation"]["id"]}}
    return activity


def channel_activity(playground: "Playground", workspace: Workspace, channel: Channel, by: Person, kind: str) -> Json:
    """A change of a channel, such as channelDeleted."""
    activity = head(playground, workspace, channel, by, "conversationUpdate")
    activity["channelData"].update(eventType=kind, team=team_shape(workspace, channel))
    activity["channelData"]["channel"]["name"] = channel.name
    return activity


def reaction_activity(
    playground: "Playground", workspace: Workspace, channel: Channel, message: Json, change: Json
) -> Json:
    """`change` has `by`, `name` and `is_on`."""
    thread_ts = str(message.get("thread_ts") or message["ts"])
    by = workspace.people[change["by"]]
    activity = head(playground, workspace, channel, by, "messageReaction", thread_ts=thread_ts)
    activity["replyToId"] = wire.message_id(message["ts"])
    activity["reactionsAdded" if change["is_on"] else "reactionsRemoved"] = [{"type": change["name"]}]
    return activity


def _bare(playground: "Playground", person: Person) -> Json:
    """Teams names nobody in the lists of who came or left."""
    return {name: value for name, value in account(playground, person).items() if name != "name"}
