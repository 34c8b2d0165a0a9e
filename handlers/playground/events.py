"""Which events the app hears of, and the envelope that each of them travels in."""

import secrets
from typing import TYPE_CHECKING

from handlers.playground.shapes import user_shape
from handlers.playground.world import Channel, Json, Person, Workspace

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

MESSAGE_EVENTS = {"im": "message.im", "group": "message.groups", "channel": "message.channels"}
NEVER_IN_EVENTS = ("metadata",)


def tell_app(playground: "Playground", workspace: Workspace, event: Json, channel: Channel | None = None) -> None:
    """Sends the event if a real app would get it: installed, subscribed, and its bot a member of the channel."""
    app = playground.world.app
    if playground.world.bot_token(workspace.id) is None:
        return
    if channel is not None and app.bot_user not in channel.members:
        return
    subscription = MESSAGE_EVENTS[channel.kind] if event["type"] == "message" and channel else event["type"]
    if subscription in app.events:
        send_event(playground, workspace, event, is_ext_shared=bool(channel and channel.is_ext_shared))


def send_event(playground: "Playground", workspace: Workspace, event: Json, *, is_ext_shared: bool = False) -> None:
    app = playground.world.app
    authorization = {"enterprise_id": None, "team_id": workspace.id, "user_id": app.bot_user}
    envelope: Json = {
        "token": app.verification_token,
        "team_id": workspace.id,
        "context_team_id": workspace.id,
        "context_enterprise_id": None,
        "api_app_id": app.id,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{playground.world.number():06d}{secrets.token_hex(4).upper()}",
        "event_time": int(playground.clock.now().timestamp()),
        "authorizations": [{**authorization, "is_bot": True, "is_enterprise_install": False}],
        "is_ext_shared_channel": is_ext_shared,
        "event_context": f"4-{secrets.token_hex(12)}",
    }
    playground.deliveries.post(event["type"], workspace.id, envelope)


def message_event(playground: "Playground", workspace: Workspace, channel: Channel, message: Json) -> None:
    """A new message; a mention of the bot in a channel goes out twice, with two event ids."""
    event = {key: value for key, value in message.items() if key not in NEVER_IN_EVENTS}
    event.update(channel=channel.id, event_ts=message["ts"], channel_type=channel.kind)
    tell_app(playground, workspace, event, channel)
    bot_user = playground.world.app.bot_user
    is_own = message.get("user") == bot_user
    if not channel.is_im and not is_own and f"<@{bot_user}>" in str(message.get("text", "")):
        without = {key: value for key, value in event.items() if key not in ("channel_type", "subtype")}
        tell_app(playground, workspace, {**without, "type": "app_mention"}, channel)


def change_event(
    playground: "Playground", workspace: Workspace, channel: Channel, before: Json, after: Json | None
) -> None:
    """An edit, or a deletion when there is no `after`."""
    ts = playground.ts()
    event: Json = {"type": "message", "hidden": True, "channel": channel.id, "ts": ts, "event_ts": ts}
    event.update(channel_type=channel.kind, previous_message=_without_metadata(before))
    if after is None:
        event.update(subtype="message_deleted", deleted_ts=before["ts"])
    else:
        event.update(subtype="message_changed", message=_without_metadata(after))
    tell_app(playground, workspace, event, channel)


def reaction_event(
    playground: "Playground", workspace: Workspace, channel: Channel, message: Json, change: Json
) -> None:
    """`change` has `by`, `name` and `is_on`."""
    kind = "reaction_added" if change["is_on"] else "reaction_removed"
    event: Json = {"type": kind, "user": change["by"], "reaction": change["name"], "item_user": message.get("user")}
    event["item"] = {"type": "message", "channel": channel.id, "ts": message["ts"]}
    tell_app(playground, workspace, {**event, "event_ts": playground.ts()}, channel)


def archived(playground: "Playground", workspace: Workspace, channel: Channel, user: str) -> None:
    event = {"type": f"{channel.kind}_archive", "channel": channel.id, "user": user, "is_moved": 0}
    tell_app(playground, workspace, {**event, "event_ts": playground.ts()}, channel)


def _without_metadata(message: Json) -> Json:
    return {key: value for key, value in message.items() if key not in NEVER_IN_EVENTS}


def user_changed(playground: "Playground", workspace: Workspace, person: Person, kind: str = "user_change") -> None:
    """`kind` is team_join for somebody new."""
    now = playground.clock.now()
    shape = user_shape(person, workspace, now, with_email=has_email_scope(playground, workspace))
    tell_app(
        playground,
        workspace,
        {"type": kind, "user": shape, "cache_ts": int(now.timestamp()), "event_ts": playground.ts()},
    )


def has_email_scope(playground: "Playground", workspace: Workspace) -> bool:
    token = playground.world.bot_token(workspace.id)
    return token is not None and "users:read.email" in playground.world.tokens[token].scopes


def membership_event(playground: "Playground", workspace: Workspace, channel: Channel, user: str, kind: str) -> None:
    """`kind` is member_joined_channel or member_left_channel."""
    letter = "G" if channel.is_private else "C"
    event = {"type": kind, "user": user, "channel": channel.id, "channel_type": letter, "team": workspace.id}
    tell_app(playground, workspace, {**event, "event_ts": playground.ts()}, channel)


def bot_left(playground: "Playground", workspace: Workspace, channel: Channel) -> None:
    """A bot that was removed hears of itself only through this one."""
    event = {"type": "group_left" if channel.is_private else "channel_left", "channel": channel.id, "actor_id": ""}
    tell_app(playground, workspace, {**event, "event_ts": playground.ts()}, channel)


def tokens_revoked(playground: "Playground", workspace: Workspace, users: list[str], bots: list[str]) -> None:
    """Goes out even though the app's token may be gone: that is what it says."""
    if "tokens_revoked" in playground.world.app.events:
        event = {"type": "tokens_revoked", "tokens": {"oauth": users, "bot": bots}, "event_ts": playground.ts()}
        send_event(playground, workspace, event)


def app_uninstalled(playground: "Playground", workspace: Workspace) -> None:
    if "app_uninstalled" in playground.world.app.events:
        send_event(playground, workspace, {"type": "app_uninstalled", "event_ts": playground.ts()})
