"""What the app puts into an activity, checked as Teams checks it and made into what people see."""

import html
import re
from typing import Any

import orjson

from handlers.playground.playground import Playground
from handlers.playground.teams import wire
from handlers.playground.teams.activities import CARD
from handlers.playground.teams.call import ConnectorError, inner
from handlers.playground.teams.card_drawing import drawn_card
from handlers.playground.teams.card_rules import card_problems
from handlers.playground.teams.marks import mrkdwn
from handlers.playground.world import App, Json, Workspace

MOST_BYTES = 28 * 1024
FORMATS = frozenset({"markdown", "plain", "xml"})
AT = re.compile(r"<at>(.*?)</at>", re.DOTALL)


def checked_content(activity: Json, playground: Playground, workspace: Workspace) -> Json:
    """`text`, `blocks` and `card` of the message that the activity makes. Raises what Teams would answer."""
    if activity.get("type") != "message":
        raise ConnectorError(400, "BadSyntax", f"Activities of type {activity.get('type')!r} are not taken here.")
    if len(orjson.dumps(activity)) > MOST_BYTES:
        raise ConnectorError(413, "MessageSizeTooBig", "Message size too large: a message holds 28 KB.")
    text = activity.get("text") or ""
    cards = _cards(activity.get("attachments"))
    if not isinstance(text, str) or not (text.strip() or cards):
        raise ConnectorError(400, "BadSyntax", "Activity must include non empty 'text' field or at least 1 attachment.")
    content: Json = {"text": _drawn_text(activity, playground.world.app, workspace), "blocks": None, "card": None}
    if cards:
        problems = [problem for card in cards for problem in card_problems(card, "message")]
        if problems:
            raise ConnectorError(400, "BadArgument", "; ".join(problems[:8]))
        if len(cards) > 1:
            raise ConnectorError(400, "BadArgument", "The playground draws one card in a message.")
        words = {"type": "section", "block_id": "words", "text": {"type": "mrkdwn", "text": content["text"]}}
        content.update(card=cards[0], blocks=[*([words] if text.strip() else []), *drawn_card(cards[0])])
        content["text"] = content["text"] or html.escape(str(activity.get("summary") or ""), quote=False)
    return content


def _cards(attachments: Any) -> list[Json]:
    if attachments in (None, []):
        return []
    if not isinstance(attachments, list):
        raise ConnectorError(400, "BadSyntax", "`attachments` is a list.")
    return [card_of(attachment) for attachment in attachments]


def card_of(attachment: Any) -> Json:
    kind = attachment.get("contentType") if isinstance(attachment, dict) else None
    content = attachment.get("content") if isinstance(attachment, dict) else None
    if kind != CARD or not isinstance(content, dict):
        raise ConnectorError(400, "BadArgument", f"Unknown attachment type {kind!r}.")
    return content


def _drawn_text(activity: Json, app: App, workspace: Workspace) -> str:
    """Its mentions must be told as entities too, or Teams shows the tag as it stands."""
    text = activity.get("text") or ""
    style = activity.get("textFormat") or "markdown"
    if not isinstance(style, str) or style not in FORMATS:
        raise ConnectorError(400, "BadArgument", f"Unknown textFormat {style!r}.")
    named = _mentioned(activity, app, workspace)
    pieces = []
    at = 0
    for found in AT.finditer(text):
        pieces.append(_formatted(text[at : found.start()], style))
        person = named.get(found.group())
        pieces.append(f"<@{person}>" if person else html.escape(found.group(), quote=False))
        at = found.end()
    return "".join([*pieces, _formatted(text[at:], style)])


def _formatted(text: str, style: str) -> str:
    if style == "markdown":
        return mrkdwn(text)
    return html.escape(html.unescape(re.sub(r"<[^<>]*>", "", text)) if style == "xml" else text, quote=False)


def _mentioned(activity: Json, app: App, workspace: Workspace) -> dict[str, str]:
    """{the tag as it stands in the text: the person's id}."""
    named: dict[str, str] = {}
    entities = activity.get("entities")
    for entity in entities if isinstance(entities, list) else []:
        if not isinstance(entity, dict) or entity.get("type") != "mention":
            continue
        person = wire.person_of(workspace, str(inner(entity, "mentioned").get("id")), app)
        if person is None:
            raise ConnectorError(400, "BadArgument", "A mention names somebody who is not there.")
        if str(entity.get("text")) not in str(activity.get("text") or ""):
            raise ConnectorError(400, "BadArgument", "A mention's text does not stand in the message.")
        named[str(entity["text"])] = person.id
    return named
