"""People, channels, teams and bots in the shape in which Slack's Web API hands them out."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.playground.world import App, Channel, Json, Person, Workspace

MEMBER_FIELDS_OF_VISITORS = ("is_admin", "is_owner", "is_primary_owner")


def user_shape(person: Person, workspace: Workspace, now: datetime, *, with_email: bool) -> Json:
    """`is_stranger` marks somebody from another company's workspace, as Slack Connect shows them."""
    offset = now.astimezone(ZoneInfo(person.tz)).utcoffset()
    is_foreign = person.home_team != workspace.id
    profile: Json = {
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.name,
        "display_name_normalized": person.name,
        "first_name": person.real_name.split(" ")[0],
        "last_name": person.real_name.partition(" ")[2],
        "team": person.home_team,
        "status_text": "",
        "status_emoji": "",
    }
    if with_email and person.email:
        profile["email"] = person.email
    if person.is_bot:
        profile.update(bot_id=person.bot_id, api_app_id="")
    shape: Json = {
        "id": person.id,
        "team_id": person.home_team,
        "name": person.name,
        "real_name": person.real_name,
        "deleted": person.deleted,
        "profile": profile,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "is_stranger": is_foreign,
        "updated": 1_700_000_000,
    }
    if person.deleted:
        return shape
    shape.update(tz=person.tz, tz_label=person.tz, tz_offset=int(offset.total_seconds()) if offset else 0)
    shape.update(is_restricted=person.is_guest, is_ultra_restricted=person.is_guest)
    shape.update({field: person.is_admin and field == "is_admin" for field in MEMBER_FIELDS_OF_VISITORS})
    return shape


def channel_shape(channel: Channel, viewer: str) -> Json:
    if channel.is_im:
        other = next((member for member in channel.members if member != viewer), viewer)
        shape: Json = {"id": channel.id, "is_im": True, "user": other, "created": channel.created}
        return {**shape, "is_archived": False, "is_org_shared": False, "is_user_deleted": False, "priority": 0}
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_general": False,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "is_member": viewer in channel.members,
        "created": channel.created,
        "creator": "",
        "unlinked": 0,
        "num_members": len(channel.members),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }


def team_shape(workspace: Workspace) -> Json:
    return {"id": workspace.id, "name": workspace.name, "domain": workspace.domain, "email_domain": "", "icon": {}}


def bot_shape(app: App, team: str) -> Json:
    """The `bot_profile` that each message of the app carries."""
    shape: Json = {"id": app.bot_id, "app_id": app.id, "name": app.name, "user_id": app.bot_user}
    return {**shape, "icons": {}, "deleted": False, "updated": 1_700_000_000, "team_id": team}


def thread_shape(channel: Channel, message: Json) -> Json:
    """A thread's first message carries the sums of its replies; they are counted here and never stored."""
    replies = [reply for reply in channel.thread(message["ts"]) if reply["ts"] != message["ts"]]
    if not replies or message.get("thread_ts", message["ts"]) != message["ts"]:
        return message
    users = list(dict.fromkeys(str(reply.get("user") or reply.get("bot_id")) for reply in replies))
    sums = {"thread_ts": message["ts"], "reply_count": len(replies), "reply_users_count": len(users)}
    return {**message, **sums, "latest_reply": replies[-1]["ts"], "reply_users": users[:5]}
