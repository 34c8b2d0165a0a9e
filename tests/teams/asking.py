"""What people press, open and submit on Teams, and what it is answered with."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.actions import Answer
from bot.cards import Card, Form, TextInput, Words
from bot.events import Interaction
from handlers.teams.forms import Origin, dialog
from handlers.teams.interactions import Seen, interaction
from tests.teams.drawn import said
from tests.teams.outside import CHANNEL, ROOT, Outside
from tests.teams.wire import BOT, TENANT, invoke

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
SEND, UPDATE = "POST conversations/activities", "PUT conversations/activities"
CHAT = {"id": "a:1-frieda", "conversationType": "personal", "tenantId": TENANT}
DONE, MORE = Card("Done", [Words("It is done.")]), Card("More", [Words("And more.")])
FORM = Form("insight", "Log an insight", [TextInput("claim", "What")], subject="i7")
LINK = "https://teams.example/l/message/c/5?tenantId=T"


def press(button: str = "draft.use", *, in_chat: bool = False, **data: Any) -> dict[str, Any]:
    value = {"action": {"type": "Action.Execute", "verb": button, "data": {"s": "d1", **data}}}
    more = {"conversation": CHAT, "channelData": {"tenant": {"id": TENANT}}} if in_chat else {}
    return invoke("adaptiveCard/action", value, replyToId="77", **more)


def opening(button: str = "draft.open", *, in_chat: bool = False, **data: Any) -> dict[str, Any]:
    value = {"data": {"msteams": {"type": "task/fetch"}, "b": button, "s": "d1", **data}}
    more = {"conversation": CHAT, "channelData": {"tenant": {"id": TENANT}}} if in_chat else {}
    return invoke("task/fetch", value, replyToId="77", **more)


def submission(
    name: str = "task/submit", *, form: Form = FORM, origin: Origin | None = None, **typed: Any
) -> dict[str, Any]:
    opened = dialog(form, origin or Origin("n1", CHANNEL, ROOT))
    data = opened["task"]["value"]["card"]["content"]["actions"][0]["data"]
    return invoke(name, {"data": {**data, "claim": "They love it", **typed}})


def event_in(body: dict[str, Any]) -> Interaction:
    event = interaction(body, Seen(TENANT, NOW, BOT, frozenset({"insight", "reply"})))
    assert event is not None
    return event


async def give(out: Outside, body: dict[str, Any], *answers: Answer) -> Any:
    given = await out.answers.give(event_in(body), answers, body)
    await out.answers.finish()
    return given


def bodies(out: Outside, name: str = SEND) -> list[tuple[str, Sequence[str]]]:
    """(conversation, lines) of what was sent."""
    return [(call.ids[0], said(call.body)) for call in out.fake.named(name)]
