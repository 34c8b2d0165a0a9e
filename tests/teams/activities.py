"""Activities as Teams sends them, with the parts that matter to a test as parameters."""

from typing import Any

from handlers.teams.wire import Json
from tests.teams.wire import APP_ID, BOT, SERVICE, TENANT

CHANNEL, TEAM, CHAT = "19:help@thread.tacv2", "19:team@thread.tacv2", "a:1-frieda-" + "x" * 140
ROOT = "1763458200000"
FRIEDA, FRIEDA_USER = "0f8fad5b-d9cb-469f-a165-70867728950e", "29:frieda"
ANNELIE = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
AT_BOT = "<at>Kindline</at>"


def account(name: str = "Frieda Maas", person_id: str = FRIEDA, user_id: str = FRIEDA_USER) -> Json:
    return {"id": user_id, "name": name, "aadObjectId": person_id}


def activity(kind: str, *, by: Json | None = None, **more: Any) -> Json:
    found: Json = {
        "type": kind,
        "id": ROOT,
        "timestamp": "2026-11-18T09:30:00.1234567Z",
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": account() if by is None else by,
        "recipient": {"id": BOT, "name": "Kindline"},
        "conversation": {"id": f"{CHANNEL};messageid={ROOT}", "conversationType": "channel", "isGroup": True},
        "channelData": {"tenant": {"id": TENANT}, "team": {"id": TEAM}, "channel": {"id": CHANNEL}},
    }
    return found | more


def said(text: str = "Hello", **more: Any) -> Json:
    return activity("message", **{"text": text, "textFormat": "plain"} | more)


def told(text: str, **more: Any) -> Json:
    """In the private chat."""
    return activity("message", text=text, **(personal() | more))


def personal() -> Json:
    return {
        "conversation": {"id": CHAT, "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    }


def html(content: str, **more: Any) -> Json:
    return {"contentType": "text/html", "content": content, **more}


def mention(user_id: str = BOT, name: str = "Kindline", **more: Any) -> Json:
    mentioned = {"id": user_id, "name": name, **more}
    return {"type": "mention", "text": f"<at>{name}</at>", "mentioned": mentioned}


def invoke(name: str, value: Any, **more: Any) -> Json:
    return activity("invoke", name=name, value=value, id="f:invoke-1", **more)


def changed(event_type: str, **more: Any) -> Json:
    """A `conversationUpdate`; `data` goes into the channel data."""
    data = {"tenant": {"id": TENANT}, "team": {"id": TEAM, "name": "Marigold"}, "eventType": event_type}
    return activity(
        "conversationUpdate",
        conversation={"id": TEAM, "conversationType": "channel"},
        channelData=data | more.pop("data", {}),
        **more,
    )


def installed(action: str = "add", **more: Any) -> Json:
    data = {"tenant": {"id": TENANT}, "team": {"id": TEAM, "name": "Marigold"}}
    conversation = {"id": TEAM, "conversationType": "channel"}
    return activity(
        "installationUpdate", **{"action": action, "conversation": conversation, "channelData": data} | more
    )


BOT_ITSELF = {"id": f"28:{APP_ID}", "name": "Kindline"}
