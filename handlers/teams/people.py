"""Who is this: Teams' facts about a person, closed when in doubt; and what each activity tells in passing: their zone
and how to reach them."""

import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

import structlog

from bot.errors import PlatformError, PlatformRefused
from bot.events import Event, PersonChanged
from bot.workspace_settings import is_zone
from handlers.hall import people
from handlers.hall.characters import shortened, visible
from handlers.teams.activity import (
    USER,
    Place,
    account_of,
    happened_at,
    inner,
    is_app,
    is_own_chat,
    listed,
    person_of,
    place_of,
    word,
    writer_of,
    zone_of,
)
from handlers.teams.errors import as_waiting
from handlers.teams.text import mentions_in
from handlers.teams.wire import Json
from storage import addresses, workspaces
from storage import people as rows
from storage.database import Database, Transaction

log = structlog.get_logger()
V = TypeVar("V")

ROSTER_FRESH_S = 900.0
"""How long a channel's members count as read; somebody who joins is told by an event, which ends it at once."""
MOST_PAGES, MOST_KNOWN, MOST_TEAMS = 10, 5_000, 3
MOST_NAMED = 6
"""More than any command needs; anybody can name a thousand, and each costs a call."""
TEAMS = "teams"
"""The setting of a workspace that holds the teams which have the app, {id: name}."""

Hear = Callable[[Transaction, Event], Awaitable[object]]


class Roster(Protocol):
    """What is asked of handlers/teams/api.py."""

    async def member(self, workspace_id: str, conversation_id: str, user_id: str) -> Json: ...

    async def members(self, workspace_id: str, conversation_id: str, continuation: str = "") -> Json: ...


class People(people.People):
    """`where` of a question is the conversation in which the person was met. `hear` tells the features."""

    def __init__(
        self, database: Database, roster: Roster, hear: Hear, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__("teams", database, self._facts, clock)
        self._roster = roster
        self._hear = hear
        self._user_ids: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._seen: OrderedDict[tuple[str, str], tuple[str, str]] = OrderedDict()
        self._crowds: OrderedDict[tuple[str, str], tuple[float, bool]] = OrderedDict()
        self._comings = 0

    async def meet(
        self, workspace_id: str, activity: Json, person_ids: Iterable[str], *, is_hurried: bool = False
    ) -> None:
        """Afterwards each of these people has a row, as `ensure` says, and what the activity tells about its writer
        is kept."""
        account = account_of(activity)
        for mention in mentions_in(activity):
            _keep(self._user_ids, (workspace_id, mention.id), mention.user_id)
        _keep(self._user_ids, (workspace_id, person_of(account)), word(account, "id"))
        await self.ensure(workspace_id, person_ids, place_of(activity).conversation_id, is_hurried=is_hurried)
        # Somebody who removes the app acts too, and that is no sign of how to reach them.
        if activity.get("type") in ("message", "invoke") and person_of(account) and not is_app(account):
            await self._note_writer(workspace_id, activity, is_asking=is_hurried)

    async def who(self, workspace_id: str, activity: Json) -> dict[str, str]:
        """The directory's ids of those whom an activity names only by their id in conversations."""
        conversation_id = place_of(activity).conversation_id
        named = [writer_of(activity), *(one.user_id for one in mentions_in(activity) if one.id == one.user_id)]
        asked = [one for one in named if one.startswith(USER)]
        found: dict[str, str] = {}
        for user_id in list(dict.fromkeys(asked))[:MOST_NAMED]:
            try:
                member = await self._roster.member(workspace_id, conversation_id, user_id)
            except PlatformError as error:
                log.info("teams.mention_unknown", workspace=workspace_id, reason=type(error).__name__)
                continue
            await self._take_over(workspace_id, [member])
            found[user_id] = _id(member)
        return found

    async def is_shared(self, workspace_id: str, activity: Json) -> bool | None:
        """Whether somebody from outside belongs to the channel: asked only where it matters, from its members. None
        when nobody can say."""
        place = place_of(activity)
        row = await self._channel(workspace_id, place)
        return await self._is_open(workspace_id, activity, place) if row is not None and row.kind != "shared" else None

    async def is_new_shared(self, workspace_id: str, activity: Json) -> bool | None:
        """The same for a command in a channel that we did not know: the message came before what the command makes."""
        place = place_of(activity)
        if not place.channel_id or await self._channel(workspace_id, place) is not None:
            return None
        return await self._is_open(workspace_id, activity, place)

    async def _channel(self, workspace_id: str, place: Place) -> workspaces.Channel | None:
        async with self._database.reading() as tx:
            return await workspaces.channel(tx, workspace_id, place.channel_id)

    async def _is_open(self, workspace_id: str, activity: Json, place: Place) -> bool | None:
        if inner(inner(activity, "channelData"), "channel").get("type") == "shared":
            return True  # Whoever is in it now, people of other organisations may be let in at any time.
        known = self._crowds.get((workspace_id, place.channel_id))
        if known is not None and self._clock() - known[0] < ROSTER_FRESH_S:
            return known[1]
        return await self.learn(workspace_id, place.channel_id)

    async def learn(self, workspace_id: str, conversation_id: str) -> bool | None:
        """Get to know everybody in a channel; whether somebody is from outside. None when not all could be read."""
        from_outside, comings = False, self._comings
        try:
            async for page in self._pages(workspace_id, conversation_id):
                found = await self._take_over(workspace_id, page)
                from_outside = from_outside or not all(one["is_colleague"] or one["is_app"] for one in found)
        except PlatformError as error:
            log.info("teams.roster_not_read", workspace=workspace_id, reason=type(error).__name__)
            return True if from_outside else None
        if comings == self._comings:  # Otherwise somebody may have come in after their page was read.
            _keep(self._crowds, (workspace_id, conversation_id), (self._clock(), from_outside))
        return from_outside

    def forget_crowds(self) -> None:
        """Somebody came or went."""
        self._comings += 1
        self._crowds.clear()

    async def _pages(self, workspace_id: str, conversation_id: str) -> AsyncIterator[Sequence[Json]]:
        continuation = ""
        for _ in range(MOST_PAGES):
            page = await self._roster.members(workspace_id, conversation_id, continuation)
            yield listed(page, "members")
            continuation = word(page, "continuationToken", 4_000)
            if not continuation:
                return
        raise PlatformRefused("too_many_members")

    async def _take_over(self, workspace_id: str, members: Iterable[Json]) -> Sequence[people.Facts]:
        """Facts of all; apps get no row."""
        found = [(member, facts_of(member, workspace_id)) for member in members]
        known = [(member, facts) for member, facts in found if _id(member) and not facts["is_app"]]
        for member, _ in known:
            _keep(self._user_ids, (workspace_id, _id(member)), word(member, "id"))
        await self.remember_all(workspace_id, {_id(member): facts for member, facts in known})
        await self._note_colleagues(workspace_id, known)
        return [facts for _, facts in found]

    async def _note_colleagues(self, workspace_id: str, known: Iterable[tuple[Json, people.Facts]]) -> None:
        """A chat with somebody who never wrote can be opened by the id that conversations use, and perhaps by no
        other."""
        told = {_id(member): word(member, "id") for member, facts in known if facts["is_colleague"]}
        async with self._database.reading() as tx:
            held = {one: await addresses.address(tx, workspace_id, one) for one in told}
        news = [one for one, row in held.items() if told[one] and (row is None or row.user_id != told[one])]
        if not news:
            return
        async with self._database.transaction() as tx:
            for person_id in news:
                await addresses.note_address(tx, workspace_id, person_id, user_id=told[person_id])

    async def _facts(self, workspace_id: str, person_id: str, conversation_id: str) -> people.Facts | None:
        """From the conversation at hand; for people who are not in it from their own chat, or a team with the app."""
        async with self._database.reading() as tx:
            address = await addresses.address(tx, workspace_id, person_id)
            home = await workspaces.workspace(tx, workspace_id)
        known = self._user_ids.get((workspace_id, person_id)) or (address.user_id if address else "")
        teams = teams_of(home.settings if home else {})
        places = [conversation_id, address.chat_id if address else "", *list(teams)[:MOST_TEAMS]]
        for place in dict.fromkeys(one for one in places if one):
            for user_id in dict.fromkeys(one for one in (person_id, known) if one):
                try:
                    member = await self._roster.member(workspace_id, place, user_id)
                except PlatformRefused:
                    continue
                except PlatformError as error:
                    raise as_waiting(error) from error
                facts = facts_of(member, workspace_id)
                await self._note_colleagues(workspace_id, [(member, facts)])
                return facts
        log.info("teams.person_unknown", workspace=workspace_id, person=person_id)
        return None

    async def _note_writer(self, workspace_id: str, activity: Json, *, is_asking: bool) -> None:
        """Where they are on the clock, and how they are reached; written only when it is news. Whoever asks the bot for
        something wants its answer, so they count as reachable again even if they once blocked it."""
        account, place, zone = account_of(activity), place_of(activity), zone_of(activity)
        key = (workspace_id, person_of(account))
        told = (word(account, "id"), zone if is_zone(zone) else "")
        is_here = is_own_chat(activity)
        if not (is_here or is_asking) and self._seen.get(key) == told:
            return
        chat_id = place.conversation_id if is_here else ""
        async with self._database.reading() as tx:
            known = await addresses.address(tx, *key)
            if is_asking and known is not None and not known.is_reachable:
                chat_id = chat_id or known.chat_id
            is_news = await _is_news(tx, key, *told, chat_id)
        if is_news:
            async with self._database.transaction() as tx:
                await addresses.note_address(tx, *key, user_id=told[0], chat_id=chat_id)
                await self._moved(tx, key, told[1], activity)
        _keep(self._seen, key, told)

    async def _moved(self, tx: Transaction, key: tuple[str, str], zone: str, activity: Json) -> None:
        person = await rows.person(tx, *key)
        if person is not None and zone and person.zone != zone:
            person.zone = zone
            at = happened_at(activity, tx.now)
            await self._hear(tx, PersonChanged(workspace_id=key[0], at=at, person_id=key[1], zone_changed=True))


async def _is_news(tx: Transaction, key: tuple[str, str], user_id: str, zone: str, chat_id: str) -> bool:
    address, person = await addresses.address(tx, *key), await rows.person(tx, *key)
    if address is None or user_id not in ("", address.user_id):
        return True
    is_chat_new = bool(chat_id) and (address.chat_id != chat_id or not address.is_reachable)
    return is_chat_new or (person is not None and bool(zone) and person.zone != zone)


def facts_of(member: Json, workspace_id: str) -> dict[str, Any]:
    """A person's columns from what Teams says about a member. Whatever is missing or unknown makes them nobody's
    colleague. Only the role may be missing, as in older answers, where a directory name tells guests apart."""
    by_app = is_app(member)
    upn, role = word(member, "userPrincipalName", 1_000).strip(), word(member, "userRole").lower()
    if upn and member.get("userRole") is None:
        role = "user"
    is_of_house = word(member, "tenantId").lower() == workspace_id.lower() != "" and not by_app and bool(_aad(member))
    is_guest = role == "guest" or "#EXT#" in upn.upper()
    facts: dict[str, Any] = {
        "name": _name(member),
        "is_colleague": is_of_house and role == "user" and not is_guest,
        "is_guest": is_of_house and role in ("user", "guest") and is_guest,
        "is_app": by_app,
    }
    if email := visible(word(member, "email", 320)).strip():
        facts["email"] = email  # Teams is about to leave it out; then the last one stays.
    return facts


def _name(member: Json) -> str:
    parts = (word(member, name, 400) for name in ("givenName", "surname"))
    given = (word(member, "name", 400), " ".join(parts))
    return next((shortened(one, 200) for one in (" ".join(visible(name).split()) for name in given) if one), "")


def _aad(member: Json) -> str:
    """Teams names it differently in different answers."""
    return word(member, "aadObjectId") or word(member, "objectId")


def _id(member: Json) -> str:
    return _aad(member) or word(member, "id")


def teams_of(settings: dict[str, Any]) -> dict[str, str]:
    found = settings.get(TEAMS)
    return {str(key): str(name) for key, name in found.items()} if isinstance(found, dict) else {}


def _keep(cache: OrderedDict[tuple[str, str], V], key: tuple[str, str], value: V) -> None:
    cache[key] = value
    cache.move_to_end(key)
    if len(cache) > MOST_KNOWN:
        cache.popitem(last=False)
