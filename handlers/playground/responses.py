"""The addresses to which the app answers an interaction later: five times in thirty minutes."""

from typing import Any

import orjson
from aiohttp import web

from handlers.playground.methods.call import SlackError
from handlers.playground.methods.content import checked_blocks
from handlers.playground.nesting import is_too_deep
from handlers.playground.playground import Playground
from handlers.playground.posting import (
    MOST_TEXT,
    add_ephemeral,
    add_message,
    author_fields,
    edit_message,
    remove_message,
)
from handlers.playground.tickets import ResponseUrl
from handlers.playground.world import Channel, Json, Workspace


async def answer_response(playground: Playground, request: web.Request) -> web.Response:
    team, secret = request.match_info["team"], request.match_info["secret"]
    url = playground.response_urls.use(secret, team)
    if isinstance(url, str):
        return web.json_response({"ok": False, "error": url}, status=404)
    try:
        body = orjson.loads(await request.read())
    except orjson.JSONDecodeError:
        body = None
    if is_too_deep(body):
        body = None
    try:
        respond(playground, playground.world.workspaces[team], url, body)
    except SlackError as error:
        return web.json_response({"ok": False, "error": error.code, **error.more})
    playground.changes.note()
    return web.json_response({"ok": True})


def respond(playground: Playground, workspace: Workspace, url: ResponseUrl, body: Any) -> Json | None:
    """Posts, replaces or deletes as the body says; returns the message that then stands there, if any."""
    if not isinstance(body, dict):
        raise SlackError("invalid_payload")
    channel = workspace.channels[url.channel]
    if body.get("delete_original"):
        _delete(playground, workspace, channel, url)
        return None
    content = _content(playground, body)
    if body.get("replace_original"):
        return _replace(playground, workspace, channel, url, content)
    if body.get("response_type") == "in_channel":
        fields = author_fields(playground, workspace, playground.world.app.bot_user, is_by_app=True)
        thread = body.get("thread_ts")
        thread = thread if isinstance(thread, str) and thread in channel.messages else None
        return add_message(playground, workspace, channel, {**fields, "text": "", **content}, thread)
    return add_ephemeral(playground, workspace, channel, url.user, {**content, "thread_ts": body.get("thread_ts")})


def _content(playground: Playground, body: Json) -> Json:
    content: Json = {}
    if body.get("text"):
        content["text"] = str(body["text"])
        if len(content["text"]) > MOST_TEXT:
            raise SlackError("msg_too_long")
    if body.get("blocks"):
        content["blocks"] = checked_blocks(playground.world, body["blocks"])
    if isinstance(body.get("attachments"), list) and body["attachments"]:
        content["attachments"] = body["attachments"]
    if not content:
        raise SlackError("no_text")
    return content


def _replace(playground: Playground, workspace: Workspace, channel: Channel, url: ResponseUrl, content: Json) -> Json:
    old = _original(workspace, channel, url)
    new = {name: content.get(name) for name in ("text", "blocks", "attachments")}
    if not url.is_ephemeral:
        return edit_message(playground, workspace, channel, old, {**new, "text": content.get("text", "")})
    for name, value in new.items():
        if value is None:
            old.pop(name, None)
        else:
            old[name] = value
    return old


def _delete(playground: Playground, workspace: Workspace, channel: Channel, url: ResponseUrl) -> None:
    old = _original(workspace, channel, url)
    if url.is_ephemeral:
        workspace.ephemerals[url.user].remove(old)
    else:
        remove_message(playground, workspace, channel, old)


def _original(workspace: Workspace, channel: Channel, url: ResponseUrl) -> Json:
    """The message that the interaction happened on; a command has none, and others' messages are not the app's."""
    if url.is_ephemeral:
        old = next((m for m in workspace.ephemerals.get(url.user, []) if m["ts"] == url.ts), None)
    else:
        old = channel.messages.get(url.ts)
    if old is None:
        raise SlackError("message_not_found")
    if not old.get("bot_id") or old.get("subtype") == "bot_message":
        raise SlackError("cant_update_message")
    return old
