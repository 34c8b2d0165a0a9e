"""What stands in an activity, and where: read without trusting any shape, since what is not there is simply empty."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import orjson

from handlers.teams.wire import Json

APP, USER = "28:", "29:"
"""Ids of bots and other apps begin with 28:, those of people with 29:, those of conversations with 19: or a:."""
THREAD = ";messageid="
"""A thread's conversation is its channel's, this, and the id of its first message."""
MESSAGE_ACTION = "composeExtension/"
"""How the names of invokes begin that come from a message's menu."""
MOST_ID = 128
_MILLISECONDS = re.compile(r"1\d{12}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened. In a private chat `channel_id` is empty: it is no channel, and its id is too long to
    be a key."""

    conversation_id: str = ""
    """As Teams gave it, with the thread in it: whoever answers there sends to exactly this."""
    channel_id: str = ""
    root_id: str = ""
    """The first message of the thread; empty when the conversation names none."""
    team_id: str = ""
    channel_name: str = ""
    is_personal: bool = False


def place_of(activity: Json) -> Place:
    data, conversation = inner(activity, "channelData"), inner(activity, "conversation")
    whole = word(conversation, "id", 4_000)
    bare, _, root_id = whole.partition(THREAD)
    kind = conversation.get("conversationType")
    if kind == "personal" or (not kind and bare.startswith("a:")):
        return Place(whole, is_personal=True)
    channel, team = inner(data, "channel"), inner(data, "team")
    named = word(channel, "name", 200) or (word(team, "name", 200) and _of_general(channel, team))
    return Place(whole, bare[:MOST_ID], root_id[:MOST_ID], word(team, "id"), named)


def is_own_chat(activity: Json) -> bool:
    """True in the private chat with the bot. A message action may be chosen in any chat: that of two people counts as
    personal too, with an id that looks the same, and the bot is no part of it."""
    return place_of(activity).is_personal and not word(activity, "name").startswith(MESSAGE_ACTION)


def _of_general(channel: Json, team: Json) -> str:
    """Teams leaves the name of the General channel out; its id is the team's."""
    return "General" if channel.get("id") and channel.get("id") == team.get("id") else ""


def account_of(activity: Json) -> Json:
    return inner(activity, "from")


def person_of(account: Json) -> str:
    """The directory's id of a person, which is the same for every bot; for apps and people without an account the id
    that Teams gave."""
    return word(account, "aadObjectId") or word(account, "id")


def payload_of(activity: Json) -> Json:
    """The message on whose menu somebody chose something."""
    return inner(inner(activity, "value"), "messagePayload")


def writer_of(activity: Json) -> str:
    """Who wrote that message: by the directory's id; an app by the id that it has in conversations."""
    who = inner(payload_of(activity), "from")
    app_id = word(inner(who, "application"), "id")
    return word(inner(who, "user"), "id") or (f"{APP}{app_id.removeprefix(APP)}" if app_id else "")


def is_app(account: Json) -> bool:
    return word(account, "id").startswith(APP) or account.get("role") == "bot"


def bots_of(activity: Json, bot_person_id: str) -> frozenset[str]:
    """The ids under which the bot itself goes here: an activity is always addressed to it."""
    ids = {bot_person_id, word(inner(activity, "recipient"), "id")}
    return frozenset(one for one in ids if one)


def is_targeted(activity: Json) -> bool:
    """Typed behind a slash in a channel: only its writer and the bot see it."""
    return inner(activity, "recipient").get("isTargeted") is True


def zone_of(activity: Json) -> str:
    """The IANA zone of whoever wrote, empty where the activity tells none."""
    clients = [one for one in listed(activity, "entities") if one.get("type") == "clientInfo"]
    return word(activity, "localTimezone", 64) or next((word(one, "timezone", 64) for one in clients), "")


def moment(value: Any, otherwise: datetime) -> datetime:
    """An instant in ISO form, or the milliseconds that a message's id is; what has no zone is UTC."""
    if not isinstance(value, str):
        return otherwise
    try:
        if _MILLISECONDS.fullmatch(value):
            return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(value))
        found = datetime.fromisoformat(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return otherwise


def happened_at(activity: Json, otherwise: datetime) -> datetime:
    """Teams' own time of the activity, never the writer's clock; else the time in the message's id."""
    return moment(activity.get("timestamp"), moment(activity.get("id"), otherwise))


def gesture_of(activity: Json) -> str:
    """Names what somebody typed, however often Teams sends it: their own clock's reading stays when the id and the
    time are new. Empty where their client told none."""
    local, author = word(activity, "localTimestamp", 64), person_of(account_of(activity))
    if not local or not author:
        return ""
    said = orjson.dumps([author, local, word(activity, "text", 100_000)])
    return f"typed:{sha256(said).hexdigest()[:32]}"


def inner(found: Mapping[str, Any], name: str) -> Json:
    value = found.get(name)
    return value if isinstance(value, dict) else {}


def listed(found: Mapping[str, Any], name: str) -> list[Json]:
    value = found.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def word(found: Mapping[str, Any], name: str, most: int = MOST_ID) -> str:
    value = found.get(name)
    return value[:most] if isinstance(value, str) else ""
