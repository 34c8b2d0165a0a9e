"""What the app is told when somebody uses it: commands, buttons, menus, forms and shortcuts, in Slack's payloads."""

from handlers.playground.answers import Answer
from handlers.playground.delivery import Envelope
from handlers.playground.element_state import state_of, state_values
from handlers.playground.playground import Playground
from handlers.playground.shapes import thread_shape
from handlers.playground.world import Channel, Json, Person, Shortcut, View, Workspace

BlockPlace = tuple[Channel, Json] | View


class Interaction:
    """One person in one workspace doing one thing; each method sends it and waits for the app's answer."""

    def __init__(self, playground: Playground, workspace: Workspace, person: Person) -> None:
        self.playground = playground
        self.workspace = workspace
        self.person = person

    def _head(self, kind: str) -> Json:
        app = self.playground.world.app
        head: Json = {
            "type": kind,
            "api_app_id": app.id,
            "token": app.verification_token,
            "is_enterprise_install": False,
        }
        head["team"] = {"id": self.workspace.id, "domain": self.workspace.domain}
        head["user"] = {"id": self.person.id, "username": self.person.name, "name": self.person.name}
        head["user"]["team_id"] = self.person.home_team
        return {**head, "enterprise": None, "action_ts": self.playground.ts()}

    def _trigger(self, parent: str = "") -> str:
        return self.playground.triggers.new(self.workspace.id, self.person.id, parent)

    def _response_url(self, channel: Channel, message: Json | None = None) -> str:
        is_ephemeral = bool(message and message.get("is_ephemeral"))
        ts = str(message["ts"]) if message else ""
        urls = self.playground.response_urls
        path = urls.new(self.workspace.id, self.person.id, channel.id, ts, is_ephemeral=is_ephemeral)
        return self.playground.settings.address + path

    async def _send(self, kind: str, payload: Json) -> Answer:
        envelope: Envelope = "slash_commands" if kind == "slash_command" else "interactive"
        return await self.playground.deliveries.ask(kind, self.workspace.id, payload, envelope)

    async def command(self, channel: Channel, command: str, text: str) -> Answer:
        app = self.playground.world.app
        name = "directmessage" if channel.is_im else channel.name
        payload: Json = {
            "token": app.verification_token,
            "team_id": self.workspace.id,
            "team_domain": self.workspace.domain,
        }
        payload.update(channel_id=channel.id, channel_name=name, user_id=self.person.id, user_name=self.person.name)
        payload.update(command=command, text=text, api_app_id=app.id, is_enterprise_install="false")
        payload.update(response_url=self._response_url(channel), trigger_id=self._trigger())
        return await self._send("slash_command", payload)

    async def press(self, place: BlockPlace, block: Json, element: Json, chosen: Json) -> Answer:
        """`chosen` is what the press adds to the element: a value, or what was selected."""
        payload = self._head("block_actions")
        action: Json = {
            "action_id": element.get("action_id"),
            "block_id": block.get("block_id"),
            "type": element["type"],
        }
        action.update({name: element[name] for name in ("text", "style", "placeholder") if name in element})
        payload["actions"] = [{**action, **chosen, "action_ts": payload["action_ts"]}]
        if isinstance(place, View):
            payload.update(container={"type": "view", "view_id": place.id}, view=_with_state(place))
            payload["trigger_id"] = self._trigger(place.id)
        else:
            payload.update(self._message_part(*place))
            payload["trigger_id"] = self._trigger()
            payload["state"] = {"values": _message_state(block, element, chosen)}
        return await self._send("block_actions", payload)

    def _message_part(self, channel: Channel, message: Json) -> Json:
        """Slack leaves the message out when only one person sees it."""
        is_ephemeral = bool(message.get("is_ephemeral"))
        container: Json = {"type": "message", "message_ts": message["ts"], "channel_id": channel.id}
        container["is_ephemeral"] = is_ephemeral
        if message.get("thread_ts"):
            container["thread_ts"] = message["thread_ts"]
        part: Json = {"container": container, "channel": _channel_part(channel)}
        part["response_url"] = self._response_url(channel, message)
        return part if is_ephemeral else {**part, "message": thread_shape(channel, message)}

    async def submit(self, view: View) -> Answer:
        payload = {**self._head("view_submission"), "view": _with_state(view), "response_urls": []}
        return await self._send("view_submission", {**payload, "trigger_id": self._trigger(view.id)})

    async def close(self, view: View) -> Answer:
        payload = {**self._head("view_closed"), "view": _with_state(view), "is_cleared": False}
        return await self._send("view_closed", payload)

    async def shortcut(self, shortcut: Shortcut, place: tuple[Channel, Json] | None) -> Answer:
        """A global one knows no channel and gets no response_url."""
        kind = "shortcut" if place is None else "message_action"
        payload = {**self._head(kind), "callback_id": shortcut.callback_id, "trigger_id": self._trigger()}
        if place is not None:
            channel, message = place
            payload.update(channel=_channel_part(channel), message=thread_shape(channel, message))
            payload.update(message_ts=message["ts"], response_url=self._response_url(channel, message))
        return await self._send(kind, payload)


def _channel_part(channel: Channel) -> Json:
    return {"id": channel.id, "name": "directmessage" if channel.is_im else channel.name}


def _with_state(view: View) -> Json:
    return {**view.wire, "state": {"values": state_values(view)}}


def _message_state(block: Json, element: Json, chosen: Json) -> Json:
    """Buttons leave no state; a menu's choice does."""
    if element["type"] in ("button", "overflow"):
        return {}
    return {str(block.get("block_id")): {str(element.get("action_id")): {"type": element["type"], **chosen}}}


def chosen_by(element: Json, value: object, selected: object) -> Json:
    """What pressing or choosing adds to the action; `value` and `selected` override what the element itself says."""
    if element["type"] in ("button", "workflow_button"):
        override = value if value is not None else selected
        own = (
            {"value": str(override)}
            if override is not None
            else {"value": element["value"]}
            if "value" in element
            else {}
        )
        return {**own, "url": element["url"]} if "url" in element else own
    state = state_of(element, selected if selected is not None else value)
    return {name: content for name, content in state.items() if name != "type"}
