"""Both platforms as the gateway knows them, down to the last step before the network: what would be sent is kept."""

from collections.abc import Sequence
from typing import Any

from bot.actions import OpenForm, Replace, Say
from bot.cards import Card
from bot.errors import PlatformRefused
from bot.events import Event
from bot.work.platform import Platform
from handlers.slack import api as slack_api
from handlers.slack import blocks, forms
from handlers.slack import outgoing as slack_outgoing
from handlers.slack import posting as slack_posting
from handlers.teams import api as teams_api
from handlers.teams import cards as teams_cards
from handlers.teams import forms as teams_forms
from handlers.teams import outgoing as teams_outgoing
from handlers.teams import posting as teams_posting
from storage.database import Database

Json = dict[str, Any]
ELSEWHERE = "U0JONAS"
"""Who is shown nothing in a channel on Slack, and so gets it in the private chat."""
Sent = tuple[str, Json]
"""(method, what goes with it)."""


class SlackWire(slack_api.Api):
    def __init__(self, sent: list[Sent]) -> None:
        self.sent = sent

    async def call(self, workspace_id: str, method: str, **fields: Any) -> Json:
        if method == "conversations.open":
            return {"channel": {"id": f"D{fields['users']}"}}
        if method == "chat.postEphemeral" and fields["user"] == ELSEWHERE:
            raise PlatformRefused("channel_not_found")
        self.sent.append((method, {name: value for name, value in fields.items() if value is not None}))
        return {"ts": f"1763458200.{len(self.sent):06d}"}

    async def call_as(self, workspace_id: str, person_id: str, method: str, **fields: Any) -> Json:
        return await self.call(workspace_id, method, **fields, as_person=person_id)

    async def read(self, workspace_id: str, method: str, **fields: Any) -> Json:
        return {"permalink": f"https://slack.example/{fields['channel']}/{fields['message_ts']}"}

    async def respond(self, url: str, body: Json) -> None:
        self.sent.append(("respond", body))


class TeamsWire(teams_api.Api):
    def __init__(self, sent: list[Sent]) -> None:
        self.sent = sent

    async def send(self, workspace_id: str, conversation_id: str, activity: Json) -> str:
        self.sent.append(("POST conversations/activities", {"conversation": conversation_id, **activity}))
        return f"17634582{len(self.sent):05d}"

    async def update(
        self, workspace_id: str, conversation_id: str, message_id: str, activity: Json, *, is_targeted: bool = False
    ) -> None:
        about = {"conversation": conversation_id, "message": message_id}
        self.sent.append(("PUT conversations/activities", {**about, **activity}))

    async def delete(self, workspace_id: str, conversation_id: str, message_id: str) -> None:
        about = {"conversation": conversation_id, "message": message_id}
        self.sent.append(("DELETE conversations/activities", about))

    async def open_chat(self, workspace_id: str, user_id: str) -> str:
        return f"a:1-{user_id}"

    async def member(self, workspace_id: str, conversation_id: str, user_id: str) -> Json:
        return {"id": user_id}


def platforms(database: Database, sent: list[Sent]) -> dict[str, Platform]:
    slack, teams = SlackWire(sent), TeamsWire(sent)
    return {
        "slack": slack_outgoing.SlackPlatform(slack, slack_posting.Posting(slack), _read),
        "teams": teams_outgoing.TeamsPlatform(teams_posting.Posting(teams, database, "https://teams.example/"), _read),
    }


def answered(platform: str, answer: OpenForm | Say | Replace) -> Json:
    """An answer as it is drawn on the platform."""
    if platform == "slack":
        return forms.modal(answer.form, "C0HELP", "m1") if isinstance(answer, OpenForm) else _on_slack(answer.card)
    if isinstance(answer, OpenForm):
        return teams_forms.dialog(answer.form, teams_forms.Origin("nonce", "C0HELP", "m1"))
    return teams_cards.content(answer.card)


def _on_slack(card: Card) -> Json:
    return blocks.message(card)


async def _read(workspace_id: str, payload: Json) -> Sequence[Event]:
    return []
