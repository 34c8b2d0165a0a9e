"""How a tenant, a team and a person come to us and go again. Teams tells it several times over, so everything here may
happen twice."""

import asyncio
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Protocol

import structlog

from bot.errors import PlatformError
from handlers.hall.characters import shortened, visible
from handlers.teams.activity import Place, account_of, inner, is_app, listed, person_of, place_of, word
from handlers.teams.changes import SHARED, Change, Learned, change_of
from handlers.teams.commands import is_home
from handlers.teams.people import TEAMS, People, teams_of
from handlers.teams.tenancy import service_of
from handlers.teams.wire import Json
from storage import addresses, workspaces
from storage import people as rows
from storage.database import Database, Transaction, add_new
from storage.workspaces import Channel, Workspace

log = structlog.get_logger()

ASK_AGAIN_S, NAME_S = 600.0, 1.0
"""How long a channel whose name Teams did not tell is left nameless before it is asked again; how long somebody waits
for a name."""


class Directory(Protocol):
    """What is asked of handlers/teams/api.py."""

    async def channels(self, workspace_id: str, team_id: str) -> Json: ...


@dataclass(slots=True)
class Installation:
    database: Database
    app_id: str
    directory: Directory
    people: People
    clock: Callable[[], float] = time.monotonic
    _service_urls: dict[str, str] = field(default_factory=dict)
    _asked_at: dict[tuple[str, str], float] = field(default_factory=dict)
    _names: dict[tuple[str, str], str] = field(default_factory=dict)

    async def register(self, workspace_id: str) -> None:
        """A tenant of the settings is known before anything of it arrives."""
        async with self.database.transaction() as tx:
            await self._row(tx, workspace_id, f"28:{self.app_id}")

    async def part_from_others(self, tenants: Collection[str]) -> None:
        """A tenant that was taken out of the settings is not heard any more, so it is not written to either."""
        async with self.database.transaction() as tx:
            for row in await workspaces.workspaces(tx):
                if row.platform == "teams" and row.is_active and row.workspace_id not in tenants:
                    row.is_active = False
                    workspaces.audit(tx, row.workspace_id, "", "app removed")

    async def admit(self, workspace_id: str, activity: Json) -> None:
        """The tenant of an activity that was verified: known from now on, and reached where the activity says."""
        url = service_of(activity)
        if self._service_urls.get(workspace_id) == url:
            return
        bot_id = f"28:{self.app_id}" if self.app_id else word(inner(activity, "recipient"), "id")
        async with self.database.transaction() as tx:
            row = await self._row(tx, workspace_id, bot_id)
            row.service_url = url or row.service_url
            row.name = row.name or _home_name(activity)
        self._service_urls[workspace_id] = url

    async def _row(self, tx: Transaction, workspace_id: str, bot_id: str) -> Workspace:
        fresh = Workspace(workspace_id=workspace_id, platform="teams", name="", bot_person_id=bot_id, created_at=tx.now)
        await add_new(tx, fresh)
        row = await tx.session.get_one(Workspace, workspace_id)
        row.bot_person_id = row.bot_app_id = bot_id
        row.is_active = True
        return row

    async def take_in(self, workspace_id: str, activity: Json) -> Learned:
        """Keep what one stored activity says about the app, its teams and its channels."""
        async with self.database.reading() as tx:
            home = await workspaces.workspace(tx, workspace_id)
        if home is None:
            return Learned()
        place, change = _about(activity), change_of(activity, home.bot_person_id)
        if change is Change.CAME:
            if place.team_id and place.team_id not in teams_of(home.settings):
                await self.people.learn(workspace_id, place.team_id)
            return await self._came(workspace_id, activity, place)
        if change is Change.LEFT:
            return await self._left(workspace_id, activity, place)
        if change is Change.ENDED:
            return Learned(closed=[place.channel_id])
        if change in (Change.CROWD, Change.JOINED):
            self.people.forget_crowds()
        if not place.is_personal and place.channel_id:
            await self._note_channel(workspace_id, place)
        await self._note_wish(workspace_id, activity, home.bot_person_id)
        return Learned(crowds=await self._crowds(workspace_id, activity, place) if change is Change.JOINED else {})

    async def _crowds(self, workspace_id: str, activity: Json, place: Place) -> dict[str, bool | None]:
        """Who is in the channels that somebody may read from now on: asked only of those that we take for internal, and
        at once, since the next message there may be a card of ours."""
        async with self.database.reading() as tx:
            known = await self._channels_of(tx, workspace_id, place)
        internal = [one.channel_id for one in known if one.kind != "shared" and not one.has_customers]
        if word(inner(activity, "channelData"), "eventType") == SHARED:
            return {place.channel_id: True} if place.channel_id in internal else {}
        return {channel_id: await self.people.learn(workspace_id, channel_id) for channel_id in internal}

    async def _note_wish(self, workspace_id: str, activity: Json, bot_person_id: str) -> None:
        """Whoever asks for their home page may get a new card, also where one stands further up."""
        person_id, _ = _actor(activity)
        if activity.get("type") == "message" and person_id and is_home(activity, bot_person_id):
            async with self.database.transaction() as tx:
                await addresses.set_home(tx, workspace_id, person_id, is_wanted=True)

    async def _came(self, workspace_id: str, activity: Json, place: Place) -> Learned:
        person_id, user_id = _actor(activity)
        if not place.is_personal:
            return await self._joined(workspace_id, activity, place.team_id)
        async with self.database.transaction() as tx:
            return await self._met(tx, workspace_id, person_id, user_id, place.conversation_id)

    async def _joined(self, workspace_id: str, activity: Json, team_id: str) -> Learned:
        """Nobody gets a role here: as on Slack, the first colleague to press Set up becomes admin and lead. So whoever
        added the app, while nobody has a role, gets the card with that button."""
        person_id, user_id = _actor(activity)
        async with self.database.transaction() as tx:
            home = await workspaces.locked_workspace(tx, workspace_id)
            teams = teams_of(home.settings) if home is not None else {}
            if home is None or not team_id or team_id in teams:
                return Learned()
            home.settings = {**home.settings, TEAMS: {**teams, team_id: _team_name(activity)}}
            home.name = home.name or _home_name(activity)
            workspaces.audit(tx, workspace_id, person_id, "app installed", team=team_id)
            if not person_id or await rows.colleagues(tx, workspace_id):
                return Learned()
            await addresses.note_address(tx, workspace_id, person_id, user_id=user_id)
            await addresses.set_home(tx, workspace_id, person_id, is_wanted=True)
        return Learned(wants_home=True)

    async def _met(self, tx: Transaction, workspace_id: str, person_id: str, user_id: str, chat_id: str) -> Learned:
        if not person_id:
            return Learned()
        before = await addresses.address(tx, workspace_id, person_id)
        if before is None or not before.chat_id or not before.is_reachable:
            workspaces.audit(tx, workspace_id, person_id, "app installed", person=person_id)
        now = await addresses.note_address(tx, workspace_id, person_id, user_id=user_id, chat_id=chat_id)
        if now.home_message_id:
            return Learned()
        await addresses.set_home(tx, workspace_id, person_id, is_wanted=True)
        return Learned(wants_home=True)

    async def _left(self, workspace_id: str, activity: Json, place: Place) -> Learned:
        person_id, _ = _actor(activity)
        async with self.database.transaction() as tx:
            if place.is_personal:
                if not person_id:
                    return Learned()
                await addresses.set_home(tx, workspace_id, person_id, message_id="", is_wanted=False)
                if await addresses.unreachable(tx, workspace_id, person_id):
                    workspaces.audit(tx, workspace_id, person_id, "app removed", person=person_id)
                return Learned(is_gone=True)
            known = await self._channels_of(tx, workspace_id, place)
            home = await workspaces.locked_workspace(tx, workspace_id)
            teams = teams_of(home.settings) if home is not None else {}
            is_archived = word(inner(activity, "channelData"), "eventType") == "teamArchived"
            was_here = teams.pop(place.team_id, None) is not None or any(not one.is_closed for one in known)
            if home is not None and not is_archived and was_here:
                home.settings = {**home.settings, TEAMS: teams}
                workspaces.audit(tx, workspace_id, person_id, "app removed", team=place.team_id)
        return Learned(closed=[one.channel_id for one in known])

    async def _channels_of(self, tx: Transaction, workspace_id: str, place: Place) -> list[Channel]:
        """The General channel has the team's id; a group chat is its own and only channel."""
        own, team_id = {place.channel_id, place.team_id} - {""}, place.team_id
        known = await workspaces.channels(tx, workspace_id)
        return [one for one in known if one.channel_id in own or (team_id and one.team_id == team_id)]

    async def _note_channel(self, workspace_id: str, place: Place) -> None:
        """Only for channels that we keep: which team they belong to, and what they are called."""
        async with self.database.reading() as tx:
            row = await workspaces.channel(tx, workspace_id, place.channel_id)
        if row is None:
            return
        name = place.channel_name or ("" if row.name else await self._asked_name(workspace_id, place))
        if row.team_id == (place.team_id or row.team_id) and row.name == (name or row.name):
            return
        async with self.database.transaction() as tx:
            held = await workspaces.locked_channel(tx, workspace_id, place.channel_id)
            if held is not None:
                held.team_id, held.name = place.team_id or held.team_id, name or held.name

    async def name_of(self, workspace_id: str, activity: Json) -> str:
        """What the channel of a command is called, for somebody who waits: empty when Teams does not say so soon."""
        place = place_of(activity)
        if place.is_personal or activity.get("type") != "message":
            return ""
        try:
            async with asyncio.timeout(NAME_S):
                return place.channel_name or await self._asked_name(workspace_id, place)
        except TimeoutError:
            return ""

    async def _asked_name(self, workspace_id: str, place: Place) -> str:
        """A message names its channel by id alone."""
        key = (workspace_id, place.team_id)
        if place.team_id and self.clock() - self._asked_at.get(key, -ASK_AGAIN_S) >= ASK_AGAIN_S:
            self._asked_at[key] = self.clock()
            try:
                answer = await self.directory.channels(workspace_id, place.team_id)
            except PlatformError as error:
                log.info("teams.channels_not_named", workspace=workspace_id, reason=type(error).__name__)
                answer = {}
            for one in listed(answer, "conversations"):
                self._names[workspace_id, word(one, "id")] = _tidy(word(one, "name", 200))
        known = self._names.get((workspace_id, place.channel_id), "")
        return known or ("General" if place.channel_id == place.team_id else "")


def _about(activity: Json) -> Place:
    """A change is addressed to the team, whichever of its channels it is about."""
    place = place_of(activity)
    named = word(inner(inner(activity, "channelData"), "channel"), "id")
    return replace(place, channel_id=named) if named and activity.get("type") == "conversationUpdate" else place


def _actor(activity: Json) -> tuple[str, str]:
    """(person id, id in conversations) of whoever did it; empty for apps."""
    account = account_of(activity)
    return ("", "") if is_app(account) else (person_of(account), word(account, "id"))


def _home_name(activity: Json) -> str:
    data = inner(activity, "channelData")
    return _tidy(word(inner(data, "tenant"), "name", 200)) or _team_name(activity)


def _team_name(activity: Json) -> str:
    return _tidy(word(inner(inner(activity, "channelData"), "team"), "name", 200))


def _tidy(name: str) -> str:
    return shortened(" ".join(visible(name).split()), 100)
