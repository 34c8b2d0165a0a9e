"""The table of the control interface, with an example for each call, for people and for programs."""

import html
from dataclasses import asdict, dataclass

from handlers.playground.world import Json


@dataclass(frozen=True, slots=True)
class Row:
    call: str
    takes: str
    gives: str
    example: str


TABLE = (
    Row("GET /_control", "", "this table", "curl 127.0.0.1:8700/_control"),
    Row(
        "GET /_control/state",
        "viewer, channel?, wait_for? (a text that must appear), timeout? (s), seen? (a channel now read)",
        "now, channels, ephemerals, dms, home, modal, unread (by channel), people, version: what this person sees",
        "curl '127.0.0.1:8700/_control/state?viewer=U0FRIEDA&wait_for=Draft%20ready&timeout=5'",
    ),
    Row(
        "GET /_control/changes",
        "since?, timeout? (s)",
        "version, as soon as it differs from since",
        "curl '127.0.0.1:8700/_control/changes?since=7'",
    ),
    Row(
        "POST /_control/say",
        "user, channel (or a person's id for a direct message), text, thread? (a message id), files? (names)",
        "message (its id)",
        '{"user": "U0ANNELIE", "channel": "C0HELP", "text": "Hello, where is my order?"}',
    ),
    Row(
        "POST /_control/edit",
        "user, message, text",
        "message",
        '{"user": "U0FRIEDA", "message": "C0HELP/1.2", "text": "…"}',
    ),
    Row("POST /_control/delete", "user, message", "", '{"user": "U0FRIEDA", "message": "C0HELP/1.2"}'),
    Row(
        "POST /_control/react",
        "user, message, name, remove?",
        "",
        '{"user": "U0FRIEDA", "message": "C0HELP/1.2", "name": "eyes"}',
    ),
    Row(
        "POST /_control/command",
        "user, channel, command, text?; Teams: without a channel (or in the app's chat) the words are typed there; in "
        "a channel the app is called by name, or privately where the scene's app.teams.has_slash is set",
        "response (a message or null), failed? (why the app gave none); Teams: what the app said within 4 s",
        '{"user": "U0NADINE", "channel": "C0HELP", "command": "/kindline", "text": "here"}',
    ),
    Row(
        "POST /_control/shortcut",
        "user, callback_id, message?",
        "",
        '{"user": "U0FRIEDA", "callback_id": "help_me_reply", "message": "C0HELP/1.2"}',
    ),
    Row(
        "POST /_control/press",
        "user, message or view (an id, home or modal), action_id, block_id?, value?, selected?, values? (as in submit)",
        "",
        '{"user": "U0FRIEDA", "message": "C0HELP/1.2", "action_id": "use"}',
    ),
    Row(
        "POST /_control/submit",
        "user, view, values {block_id: {action_id: value}}",
        "errors {block_id: text}, if any",
        '{"user": "U0FRIEDA", "view": "modal", "values": {"name": {"name": "Mila"}}}',
    ),
    Row("POST /_control/close", "user, view", "", '{"user": "U0FRIEDA", "view": "modal"}'),
    Row(
        "POST /_control/join",
        "user, channel?; without a channel: into the workspace (real_name? for somebody new)",
        "",
        '{"user": "U0MILO", "channel": "C0HELP"}',
    ),
    Row("POST /_control/leave", "user, channel", "", '{"user": "U0JONAS", "channel": "C0HELP"}'),
    Row("POST /_control/deactivate", "user", "", '{"user": "U0JONAS"}'),
    Row("POST /_control/archive", "channel, user?", "", '{"channel": "C0TEAM"}'),
    Row(
        "POST /_control/profile",
        "user, tz?, real_name?, is_guest?, is_admin?",
        "",
        '{"user": "U0JONAS", "tz": "Europe/Lisbon"}',
    ),
    Row(
        "POST /_control/open_home",
        "user; Teams: types “home” in the chat with the app",
        "",
        '{"user": "U0FRIEDA"}',
    ),
    Row(
        "POST /_control/block, unblock",
        "user; Teams only: what the app writes to this person is refused, and nobody tells it",
        "",
        '{"platform": "teams", "user": "U0FRIEDA"}',
    ),
    Row(
        "POST /_control/install, uninstall",
        "user; Teams only: this person's own copy of the app (the first word to the app installs it too); join and "
        "leave with the app's own user and a channel add it to a team and take it away",
        "",
        '{"platform": "teams", "user": "U0FRIEDA"}',
    ),
    Row(
        "POST /_control/undelete",
        "user, message; Teams only: undoes a deletion",
        "message",
        '{"platform": "teams", "user": "U0FRIEDA", "message": "C0HELP/1.2"}',
    ),
    Row("POST /_control/rotate_keys", "Teams only: the connector signs with a new key from now on", "", "{}"),
    Row(
        "POST /_control/clock",
        "advance_s, or to (ISO time, 9:00, tomorrow 9:00), or to_next",
        "now, note?; after everything that became due was done",
        '{"to": "tomorrow 9:00"}',
    ),
    Row(
        "GET /_control/calls",
        "method?, since?, platform?",
        "calls: accepted Web API and Bot Connector calls (POST conversations/activities …) in order; throttled: how "
        "many the connector refused with 429 because Teams' own limits were passed (7 in 1 s, 8 in 2 s, 60 in 30 s a "
        "conversation, 50 in 1 s a tenant; app.teams.has_limits of the scene)",
        "curl 127.0.0.1:8700/_control/calls",
    ),
    Row(
        "GET /_control/events",
        "since?, full?, platform?",
        "events: deliveries with their attempts",
        "curl 127.0.0.1:8700/_control/events",
    ),
    Row(
        "POST /_control/fault",
        "method (a Web API method, *, events, socket), kind, times?, retry_after?, delay_s?; or clear. Kinds: 429, "
        "500, reset_before, hang (not accepted); delay; 500_after, reset_after, hang_after, garbled (accepted, the "
        "answer lost); any error code. events: also duplicate; "
        "socket: refresh_requested, warning, link_disabled, cut, deaf. With platform teams: a call of the connector "
        "(POST conversations, POST|PUT|DELETE conversations/activities, GET conversations/members|pagedmembers, GET "
        "teams, GET teams/conversations, POST token, GET openid, GET keys) or * for all, with the kinds above, 412, "
        "502, 503, 504, 502_after, 504_after, or a word such as ConversationBlockedByUser for a 403; events and "
        "invokes with 500, reset_before, reset_after, delay, hang, duplicate (at once), again (15 s later), "
        "again_new_id, out_of_order (the next one overtakes it), forged, stale_token, wrong_tenant",
        "",
        '{"method": "chat.postMessage", "kind": "429", "retry_after": 2}',
    ),
    Row(
        "GET /_control/app",
        "",
        "people with their roles, commands, shortcuts: what the page needs to know of the scene",
        "curl 127.0.0.1:8700/_control/app",
    ),
    Row("POST /_control/reset", "scene? (parts to replace)", "now, note?", "{}"),
)
ABOUT = (
    "Every call may name a team (T0MARIGOLD when left out; M0MARIGOLD is on Microsoft Teams), or a platform, slack or "
    "teams. The calls and their answers are the same for both. "
    "Answers are {ok: true, …} or {ok: false, error, message}."
)


def as_json() -> Json:
    return {"ok": True, "about": ABOUT, "calls": [asdict(row) for row in TABLE]}


def as_html() -> str:
    def cells(values: list[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(value)}</{tag}>" for value in values) + "</tr>"

    head = cells(["call", "takes", "gives", "example"], "th")
    rows = "".join(cells([row.call, row.takes, row.gives, row.example], "td") for row in TABLE)
    style = "body{font:15px/1.5 system-ui;margin:2rem}td,th{text-align:left;vertical-align:top;padding:.4rem .8rem}"
    title = "The playground's control interface"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{style}</style>'
        f"<h1>{title}</h1><p>{html.escape(ABOUT)}</p><table>{head}{rows}</table></html>"
    )
