"""What somebody pressed, typed or submitted, from Slack's payload to one event of ours: pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import orjson

from bot.events import ButtonPressed, CommandGiven, FormSubmitted, Interaction, ShortcutUsed
from handlers.hall.again import AGAIN, asked_again
from handlers.hall.characters import visible
from handlers.slack.api import Json
from handlers.slack.blocks import LINK
from handlers.slack.forms import origin, people_in, values
from handlers.slack.handles import Handle
from handlers.slack.incoming import Known, is_by_other_app, moment, words
from handlers.slack.text import mentioned, typed

MOST_MENTIONED = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """What surrounds an interaction: the workspace, product time, which response addresses may be used, and the bot id
    that stands in messages of ours."""

    workspace_id: str
    now: datetime
    may_answer_to: Callable[[str], bool]
    bot_app_id: str = ""


def interaction(body: Json, seen: Seen) -> Interaction | None:
    """None for what needs nothing but an acknowledgement: a closed form, a link button."""
    if "command" in body:
        return _command(body, seen)
    kind = body.get("type")
    if kind == "block_actions":
        return _press(body, seen)
    if kind == "view_submission":
        return _submission(body, seen)
    if kind in ("shortcut", "message_action"):
        return _shortcut(body, seen)
    return None


def person_in(body: Json) -> str:
    user = body.get("user")
    return str(body.get("user_id") or (user.get("id") if isinstance(user, dict) else "") or "")


def people_meant(body: Json) -> list[str]:
    """Who acts, who wrote the message of a shortcut, and whom they mention or pick: features may ask for each."""
    view = body.get("view") or {}
    others = [*mentioned(str(body.get("text") or "")), *people_in(view.get("state")), *people_in(body.get("state"))]
    return [person_in(body), *_writer(body), *others[:MOST_MENTIONED]]


def _writer(body: Json) -> list[str]:
    message = body.get("message") if body.get("type") == "message_action" else None
    user = message.get("user") if isinstance(message, dict) else None
    return [user] if isinstance(user, str) and user not in ("", "USLACKBOT") else []


def key_of(body: Json, otherwise: str) -> str:
    """Names one gesture: a replay has the same key, and so has a second submission of the same words in the same
    form."""
    if body.get("type") == "view_submission":
        view = body.get("view") or {}
        filled = orjson.dumps((view.get("state") or {}).get("values"), option=orjson.OPT_SORT_KEYS)
        return f"{view.get('id')}:{view.get('hash')}:{sha256(filled).hexdigest()[:16]}"
    return str(body.get("trigger_id") or otherwise)


def _command(body: Json, seen: Seen) -> CommandGiven:
    return CommandGiven(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_in(body),
        opener=str(body.get("trigger_id") or ""),
        reply_to=_handle(body, seen),
        word=str(body["command"]).lstrip("/").strip().lower()[:80],
        text=typed(str(body.get("text") or "")),
        channel_id=str(body.get("channel_id") or ""),
        channel_name=str(body.get("channel_name") or ""),
    )


def _press(body: Json, seen: Seen) -> Interaction | None:
    pressed = next(iter(body.get("actions") or ()), None)
    if not isinstance(pressed, dict) or _button(pressed) == LINK:
        return None
    view, message, container = body.get("view") or {}, body.get("message") or {}, body.get("container") or {}
    is_form = view.get("type") == "modal"
    subject, channel_id, thread_id = origin(view) if is_form else ("", "", "")
    message_id = str(container.get("message_ts") or message.get("ts") or "")
    # No thread begins with a message that one person sees.
    root_id = "" if container.get("is_ephemeral") else message_id
    press = ButtonPressed(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_in(body),
        opener=str(body.get("trigger_id") or ""),
        reply_to=_handle(body, seen),
        button=_button(pressed),
        subject=_subject(pressed) or subject,
        channel_id=str(container.get("channel_id") or (body.get("channel") or {}).get("id") or channel_id),
        message_id=message_id,
        thread_id=str(container.get("thread_ts") or message.get("thread_ts") or root_id or thread_id),
        form_id=str(view.get("id") or "") if is_form else "",
        values=values(view.get("state") or body.get("state")),
    )
    return asked_again(press) if press.button == AGAIN else press


def _button(pressed: Json) -> str:
    """The button's id, without the number that keeps ids apart in one row."""
    return str(pressed.get("action_id") or "").partition("#")[0]


def _subject(pressed: Json) -> str:
    chosen = pressed.get("selected_option") or {}
    picked = pressed.get("selected_date") or pressed.get("selected_time") or pressed.get("selected_date_time")
    return visible(str(pressed.get("value") or chosen.get("value") or pressed.get("selected_user") or picked or ""))


def _submission(body: Json, seen: Seen) -> FormSubmitted:
    view = body.get("view") or {}
    return FormSubmitted(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_in(body),
        opener=str(body.get("trigger_id") or ""),
        form=str(view.get("callback_id") or ""),
        subject=origin(view)[0],
        values=values(view.get("state")),
    )


def _shortcut(body: Json, seen: Seen) -> ShortcutUsed:
    message = body.get("message") or {}
    message_id = str(message.get("ts") or body.get("message_ts") or "")
    return ShortcutUsed(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_in(body),
        opener=str(body.get("trigger_id") or ""),
        reply_to=_handle(body, seen),
        shortcut=str(body.get("callback_id") or ""),
        channel_id=str((body.get("channel") or {}).get("id") or ""),
        message_id=message_id,
        thread_id=str(message.get("thread_ts") or message_id),
        author_id=str(message.get("user") or message.get("bot_id") or ""),
        text=words(message, {}),
        said_at=moment(message_id, seen.now) if message_id else None,
        is_by_app=is_by_other_app(body, message, Known(seen.workspace_id, "", seen.bot_app_id, seen.now)),
    )


def _handle(body: Json, seen: Seen) -> str:
    url = str(body.get("response_url") or "")
    container = body.get("container") or {}
    is_lasting = container.get("type") == "message" and not container.get("is_ephemeral")
    return Handle(
        url=url if url and seen.may_answer_to(url) else "",
        channel_id=str(container.get("channel_id") or "") if is_lasting else "",
        message_id=str(container.get("message_ts") or "") if is_lasting else "",
    ).packed()
