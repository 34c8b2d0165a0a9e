"""What one person can see at this moment, and nothing else."""

import asyncio
from datetime import timedelta
from typing import Any

from handlers.playground.clock import iso, moment_of
from handlers.playground.control_body import Body, ControlError
from handlers.playground.element_state import as_it_stands
from handlers.playground.plain import Names, actions_of, inputs_of, words_of_message, words_of_view
from handlers.playground.playground import Playground
from handlers.playground.world import Channel, Json, Person, View, Workspace

LONGEST_WAIT_S = 60.0
TARGETED_LIVES = timedelta(hours=24)


def shown_message(playground: Playground, workspace: Workspace, channel: Channel, message: Json, viewer: str) -> Json:
    """M of the control interface, with a few more things that a page needs."""
    names = playground.names(workspace)
    message = {**message, **message.get("own_views", {}).get(viewer, {})}
    is_ephemeral = bool(message.get("is_ephemeral"))
    author = str(message.get("user") or message.get("bot_id") or "")
    thread = message.get("thread_ts")
    edited = message.get("edited")
    return {
        "id": f"{channel.id}/{message['ts']}",
        "channel": channel.id,
        "user": author,
        "name": message.get("username") or names(author),
        "is_app": bool(message.get("bot_id")),
        "subtype": message.get("subtype"),
        "text": message.get("text", ""),
        "blocks": message.get("blocks", []),
        "files": message.get("files", []),
        "reactions": message.get("reactions", []),
        "thread": f"{channel.id}/{thread}" if thread and thread != message["ts"] else None,
        "at": iso(moment_of(message["ts"])),
        "edited": iso(moment_of(edited["ts"])) if edited else None,
        "ephemeral_for": viewer if is_ephemeral else None,
        "actions": actions_of(message.get("blocks"), names),
        "plain": words_of_message(message, names),
    }


def shown_view(view: View, names: Names) -> Json:
    """V of the control interface."""
    wire = {**view.wire, "blocks": as_it_stands(view)}
    shown: Json = {
        "id": view.id,
        "callback_id": wire["callback_id"],
        "title": _label(wire["title"]),
        "blocks": wire["blocks"],
    }
    shown.update(plain=words_of_view(wire, names), inputs=inputs_of(wire["blocks"], names))
    shown.update(actions=actions_of(wire["blocks"], names), submit=_label(wire["submit"]), close=_label(wire["close"]))
    return {**shown, "hash": wire["hash"]}


def _label(text: Any) -> str | None:
    return str(text["text"]) if isinstance(text, dict) else None


class Seen:
    """One look through one person's eyes."""

    def __init__(self, playground: Playground, workspace: Workspace, person: Person) -> None:
        self.playground = playground
        self.workspace = workspace
        self.person = person
        self.names = playground.names(workspace)

    def state(self, only: str | None) -> Json:
        """`only` narrows it to one channel or direct conversation."""
        mine = [c for c in self.workspace.channels.values() if self.person.id in c.members and only in (None, c.id)]
        ephemerals = [m for m in self.workspace.ephemerals.get(self.person.id, []) if not self._is_vanished(m)]
        modals = self.workspace.modals.get(self.person.id)
        return {
            "now": iso(self.playground.clock.now()),
            "version": self.playground.changes.version,
            "team": {"id": self.workspace.id, "name": self.workspace.name, "platform": self.workspace.platform},
            "viewer": self._person(self.person),
            "people": [self._person(person) for person in self.workspace.people.values()],
            "channels": [self._channel(channel) for channel in mine if not channel.is_im],
            "ephemerals": [
                shown_message(self.playground, self.workspace, self.workspace.channels[m["channel"]], m, self.person.id)
                for m in ephemerals
                if only in (None, m["channel"])
            ],
            "dms": [self._dm(channel) for channel in mine if channel.is_im],
            "home": self._home(),
            "modal": shown_view(modals[-1], self.names) if modals else None,
            "unread": {channel.id: count for channel in mine if (count := self._unread(channel))},
        }

    def _is_vanished(self, message: Json) -> bool:
        """Microsoft Teams shows a targeted message for a day."""
        age = self.playground.clock.now() - moment_of(message["ts"])
        return self.workspace.platform == "teams" and age > TARGETED_LIVES

    def _messages(self, channel: Channel) -> list[Json]:
        messages = sorted(channel.messages.values(), key=lambda message: float(message["ts"]))
        return [shown_message(self.playground, self.workspace, channel, m, self.person.id) for m in messages]

    def _channel(self, channel: Channel) -> Json:
        shown: Json = {"id": channel.id, "name": channel.name, "messages": self._messages(channel)}
        shown.update(members=channel.members, is_archived=channel.is_archived, is_ext_shared=channel.is_ext_shared)
        return shown

    def _dm(self, channel: Channel) -> Json:
        other = next((member for member in channel.members if member != self.person.id), self.person.id)
        return {"id": channel.id, "with": other, "name": self.names(other), "messages": self._messages(channel)}

    def _home(self) -> Json:
        view = self.workspace.homes.get(self.person.id)
        return (
            shown_view(view, self.names)
            if view
            else {"id": None, "blocks": [], "plain": "", "actions": [], "inputs": []}
        )

    def _unread(self, channel: Channel) -> int:
        read = float(self.workspace.last_read.get(self.person.id, {}).get(channel.id, 0))
        return sum(1 for message in channel.messages.values() if float(message["ts"]) > read)

    def _person(self, person: Person) -> Json:
        is_foreign = person.home_team != self.workspace.id
        shown: Json = {"id": person.id, "name": person.real_name, "handle": person.name, "tz": person.tz}
        shown.update(is_bot=person.is_bot, is_guest=person.is_guest, is_foreign=is_foreign, is_admin=person.is_admin)
        return {**shown, "home_team": person.home_team, "deleted": person.deleted}

    def mark_read(self, channel: Channel) -> None:
        if channel.messages:
            self.workspace.last_read.setdefault(self.person.id, {})[channel.id] = max(channel.messages, key=float)


def all_words(state: Json) -> str:
    """Everything that a person would read in this state."""
    places = [*state["channels"], *state["dms"], {"messages": state["ephemerals"]}]
    parts = [message["plain"] for place in places for message in place["messages"]]
    parts.append(state["home"]["plain"])
    if state["modal"]:
        parts.append(state["modal"]["plain"])
    return "\n".join(parts)


def _plainly(text: str) -> str:
    return " ".join(text.split())


async def state(body: Body) -> Json:
    person, only, wanted = body.anybody("viewer"), body.maybe("channel"), body.maybe("wait_for")
    if only is not None:
        only = body.channel(person.id).id
    timeout_s = body.number("timeout", 10.0, 0.0, LONGEST_WAIT_S)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout_s
    team, viewer, playground = body.workspace.id, person.id, body.playground
    while True:
        workspace = playground.world.workspaces.get(team)
        if workspace is None or viewer not in workspace.people:
            raise ControlError(404, "user_not_found", "A reset took this person away.")
        seen = Seen(playground, workspace, workspace.people[viewer])
        found = seen.state(only)
        if wanted is None or _plainly(wanted) in _plainly(all_words(found)):
            break
        if loop.time() >= deadline:
            raise ControlError(404, "timeout", f"{person.real_name} did not see “{wanted}” within {timeout_s:g} s.")
        await playground.changes.wait(playground.changes.version, deadline - loop.time())
    for channel_id in {only, body.maybe("seen")} - {None}:
        if channel_id in workspace.channels and viewer in workspace.channels[channel_id].members:
            seen.mark_read(workspace.channels[channel_id])
    return found
