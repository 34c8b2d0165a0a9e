"""What the app is asked when somebody uses it: presses, dialogs and message actions, each waiting for its answer."""

import html
from typing import Any

from handlers.playground.answers import Answer
from handlers.playground.clock import moment_of
from handlers.playground.playground import Playground, open_im
from handlers.playground.teams import activities, wire
from handlers.playground.teams.card_drawing import drawn_card
from handlers.playground.teams.card_rules import card_problems
from handlers.playground.view_answers import AppFailed
from handlers.playground.world import Channel, Json, Person, Workspace

CONTEXT: Json = {"theme": "default"}
CARD_ANSWER = "application/vnd.microsoft.card.adaptive"
MESSAGE_ANSWER = "application/vnd.microsoft.activity.message"


class Invokes:
    """One person in one tenant doing one thing."""

    def __init__(self, playground: Playground, workspace: Workspace, person: Person) -> None:
        self.playground = playground
        self.workspace = workspace
        self.person = person

    def chat(self) -> Channel:
        """The person's chat with the app."""
        created = int(self.playground.clock.now().timestamp())
        return open_im(self.workspace, self.person.id, self.playground.world.app.bot_user, created)

    async def _ask(self, name: str, value: Json, channel: Channel, message: Json | None) -> Answer:
        thread_ts = str(message.get("thread_ts") or message["ts"]) if message else ""
        activity = activities.head(self.playground, self.workspace, channel, self.person, "invoke", thread_ts=thread_ts)
        activity.update(name=name, value=value)
        if message is not None:
            activity["replyToId"] = wire.message_id(message["ts"])
            activity["channelData"]["source"] = {"name": "message"}
        activities.with_client(activity, self.person, self.playground.clock.now())
        return await self.playground.deliveries.ask(name, self.workspace.id, activity, "invoke")

    async def execute(self, channel: Channel, message: Json, action: Json, inputs: dict[str, str]) -> str:
        """Presses an Action.Execute; what the app answers takes the card's place for this person, or is said."""
        sent: Json = {name: action[name] for name in ("type", "id", "verb", "title") if name in action}
        sent["data"] = {**(action.get("data") or {}), **inputs}
        value: Json = {"action": sent, "trigger": "manual"}
        return self._shown(channel, message, await self._ask("adaptiveCard/action", value, channel, message))

    def _shown(self, channel: Channel, message: Json, answer: Answer) -> str:
        kind, found = _answered(answer)
        if kind == MESSAGE_ANSWER and isinstance(found, str):
            return found
        if kind != CARD_ANSWER or not isinstance(found, dict):
            raise AppFailed(f"invalid_answer of type {kind!r}")
        problems = card_problems(found, "message")
        if problems:
            raise AppFailed("; ".join(problems[:8]))
        drawn: Json = {"card": found, "blocks": drawn_card(found)}
        if message.get("is_ephemeral"):
            message.update(drawn)
        elif message["ts"] in channel.messages:
            message.setdefault("own_views", {})[self.person.id] = drawn
        self.playground.changes.note()
        return ""

    async def fetch(self, channel: Channel, message: Json, action: Json, inputs: dict[str, str]) -> Answer:
        """A button that opens a dialog."""
        value: Json = {"data": {**(action.get("data") or {}), **inputs}, "context": CONTEXT}
        return await self._ask("task/fetch", value, channel, message)

    async def submit(self, opener: Json, data: Json) -> Answer:
        """Sends a dialog to where it came from."""
        channel, message = self.origin(opener)
        if opener["kind"] == "task":
            return await self._ask("task/submit", {"data": data, "context": CONTEXT}, channel, message)
        value: Json = {**self._command(opener["command"], channel, message), "data": data}
        return await self._ask("composeExtension/submitAction", value, channel, message)

    async def choose(self, command: str, place: tuple[Channel, Json] | None) -> Answer:
        """An action from a message's menu, or from the box where people write."""
        channel, message = place or (self.chat(), None)
        value = self._command(command, channel, message)
        return await self._ask("composeExtension/fetchTask", value, channel, message)

    def _command(self, command: str, channel: Channel, message: Json | None) -> Json:
        value: Json = {"commandId": command, "commandContext": "message" if message else "compose", "context": CONTEXT}
        if message is not None:
            value["messagePayload"] = activities.payload_of(self.playground, self.workspace, channel, message)
        return value

    def origin(self, opener: Json) -> tuple[Channel, Json | None]:
        """Where the dialog was opened; a message that is gone by now leaves its place."""
        channel = self.workspace.channels.get(str(opener.get("channel"))) or self.chat()
        ts = str(opener.get("ts") or "")
        own = [m for m in self.workspace.ephemerals.get(self.person.id, []) if m["ts"] == ts]
        return channel, (own[0] if own else channel.messages.get(ts))

    def submit_value(self, channel: Channel, message: Json, value: Json) -> None:
        """A button of the old kind: it comes to the app as a message without words."""
        thread_ts = str(message.get("thread_ts") or message["ts"])
        activity = activities.head(
            self.playground, self.workspace, channel, self.person, "message", thread_ts=thread_ts
        )
        activity.update(value=value, replyToId=wire.message_id(message["ts"]))
        activities.with_client(activity, self.person, self.playground.clock.now())
        self.playground.deliveries.post("message", self.workspace.id, activity, envelope="activity")

    def slash(self, channel: Channel, text: str) -> Json:
        """A slash command in a channel: nobody but the app sees it."""
        now_ts = self.playground.ts(self.workspace)
        activity = activities.head(self.playground, self.workspace, channel, self.person, "message", thread_ts="")
        activity.update(id=wire.message_id(now_ts), text=text, textFormat="plain")
        activity["recipient"]["isTargeted"] = True
        activity["attachments"] = [{"contentType": "text/html", "content": f"<p>{html.escape(text)}</p>"}]
        activities.with_client(activity, self.person, moment_of(now_ts))
        self.playground.deliveries.post("message", self.workspace.id, activity, envelope="activity")
        return activity


def _answered(answer: Answer) -> tuple[str, Any]:
    """The type and value of an answer to a press. Raises `AppFailed` for everything that Teams would not show."""
    if not answer.is_good:
        raise AppFailed(answer.reason)
    content = answer.content()
    if not isinstance(content, dict) or not {"statusCode", "type", "value"} <= set(content):
        raise AppFailed("invalid_answer: a press is answered with statusCode, type and value")
    found = content["value"]
    if content["statusCode"] != 200:
        said = found.get("message") if isinstance(found, dict) else found
        raise AppFailed(f"{content['statusCode']} {said}")
    return str(content["type"]), found
