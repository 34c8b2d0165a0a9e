"""Reads what a control call asks for, and says in one kind sentence what is wrong with it."""

import html
from dataclasses import dataclass
from typing import Any

from handlers.playground.playground import Playground, open_im
from handlers.playground.posting import MOST_TEXT
from handlers.playground.world import Channel, Json, Person, View, Workspace


class ControlError(Exception):
    """A refusal: an HTTP status of the 400s, a code for programs and a sentence for people."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


@dataclass(slots=True)
class Body:
    """The fields of one call; `playground` is where they are looked up."""

    playground: Playground
    fields: Json

    def raw(self, name: str) -> Any:
        return self.fields.get(name)

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        if not isinstance(value, str) or not value.strip():
            raise ControlError(400, "missing_field", f"Please give `{name}` as a text that is not empty.")
        return value

    def maybe(self, name: str) -> str | None:
        return self.text(name) if self.fields.get(name) not in (None, "") else None

    def words(self, name: str = "text") -> str:
        """A text that a person types; Slack takes at most 40,000 characters."""
        text = self.text(name)
        if len(html.escape(text, quote=False)) > MOST_TEXT:
            raise ControlError(400, "msg_too_long", "That message is too long: Slack takes at most 40,000 characters.")
        return text

    def number(self, name: str, default: float, least: float, most: float) -> float:
        value = self.fields.get(name)
        if value is None or value == "":
            return default
        try:
            number = float(value) if not isinstance(value, bool) else None
        except (TypeError, ValueError):
            number = None
        if number is None or not least <= number <= most:
            raise ControlError(400, "bad_number", f"`{name}` is a number from {least:g} to {most:g}.")
        return number

    def flag(self, name: str) -> bool:
        return self.fields.get(name) in (True, 1, "1", "true")

    @property
    def workspace(self) -> Workspace:
        """The one that `team` names; else the first of `platform`; else the first of all."""
        platform, team = self.fields.get("platform"), self.fields.get("team")
        if platform not in (None, "", "slack", "teams"):
            raise ControlError(400, "unknown_platform", "This playground speaks slack and teams.")
        known = [one for one in self.playground.world.workspaces.values() if platform in (None, "", one.platform)]
        workspace = next((one for one in known if team in (None, "", one.id)), None)
        if workspace is None:
            raise ControlError(404, "team_not_found", "There is no such workspace in the scene.")
        return workspace

    def person(self, name: str = "user") -> Person:
        """An active member; a deactivated one can't do anything."""
        person = self.anybody(name)
        if person.deleted:
            raise ControlError(403, "user_disabled", f"{person.real_name}'s account is deactivated.")
        return person

    def anybody(self, name: str = "user") -> Person:
        person = self.workspace.people.get(self.text(name))
        if person is None:
            raise ControlError(404, "user_not_found", "There is nobody with this id in the workspace.")
        return person

    def channel(self, person_id: str | None, name: str = "channel") -> Channel:
        """A channel's id, or a person's, for the direct conversation with them; `person_id` must be a member."""
        asked, workspace = self.text(name), self.workspace
        if person_id is not None and asked in workspace.people and person_id in workspace.people:
            channel: Channel | None = open_im(workspace, person_id, asked, int(self.playground.clock.now().timestamp()))
        else:
            channel = workspace.channels.get(asked)
        if channel is None:
            raise ControlError(404, "channel_not_found", "There is no such channel in the workspace.")
        if person_id is not None and person_id not in channel.members:
            raise ControlError(
                403, "not_in_channel", f"This person is not a member of #{channel.name or 'that conversation'}."
            )
        return channel

    def message(self, person_id: str, name: str = "message", *, with_ephemerals: bool = False) -> tuple[Channel, Json]:
        """A message that this person can see, by "C0HELP/ts" or by "ts" alone."""
        asked, workspace = self.text(name), self.workspace
        channel_id, _, ts = asked.rpartition("/")
        for own in workspace.ephemerals.get(person_id, []):
            if own["ts"] == ts and channel_id in ("", own["channel"]):
                if not with_ephemerals:
                    raise ControlError(
                        403, "only_visible_to_you", "That message is only visible to one person; it has buttons only."
                    )
                return workspace.channels[own["channel"]], own
        for channel in workspace.channels.values():
            if ts in channel.messages and channel_id in ("", channel.id) and person_id in channel.members:
                return channel, channel.messages[ts]
        raise ControlError(404, "message_not_found", "This person sees no such message.")

    def thread(self, channel: Channel) -> str | None:
        """The first message of the thread that `thread` names, be it by that message or by a reply."""
        asked = self.maybe("thread")
        if asked is None:
            return None
        channel_id, _, ts = asked.rpartition("/")
        message = channel.messages.get(ts)
        if message is None or channel_id not in ("", channel.id):
            raise ControlError(404, "thread_not_found", "There is no such thread in this channel.")
        return str(message.get("thread_ts", ts))

    def view(self, person: Person) -> View:
        """A view that is open before this person, by id, or by the words "modal" and "home"."""
        asked = self.text("view")
        stack = self.workspace.modals.get(person.id, [])
        home = self.workspace.homes.get(person.id)
        own = [*stack, *([home] if home else [])]
        found = {"modal": stack[-1] if stack else None, "home": home}.get(asked) or next(
            (v for v in own if v.id == asked), None
        )
        if found is None:
            raise ControlError(404, "view_not_found", "This person has no such form open.")
        return found
