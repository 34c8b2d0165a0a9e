"""The Bot Connector's REST interface through one shared session: the only place from which anything reaches Teams."""

from collections.abc import Collection
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from yarl import URL

from bot.errors import PlatformBusy, PlatformRefused
from handlers.teams.buckets import Buckets
from handlers.teams.errors import Call, of_connection, of_status
from handlers.teams.hosts import is_allowed
from handlers.teams.tokens import AppKey, Tokens
from handlers.teams.wire import Json, TooLarge, limited
from storage import workspaces
from storage.database import Database

CALL_S, CONNECT_S = 8.0, 3.0
PAGE = 500


class Api:
    """Made inside the running loop, because its session is; `close()` it. Every method raises only the three words of
    `bot/work/platform.py`."""

    def __init__(self, database: Database, key: AppKey, hosts: Collection[str]) -> None:
        self._database = database
        self._hosts = frozenset(hosts)
        self.app_id = key.app_id
        # trust_env stays off: nothing reads the environment, and no proxy sees a token. Connections are shared, and
        # Teams' limits bind long before their number does.
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_S, connect=CONNECT_S))
        self.tokens = Tokens(self.session, key)
        self.buckets = Buckets()

    async def close(self) -> None:
        await self.session.close()

    def may_go_to(self, url: str) -> bool:
        """True for the hosts of the settings alone: an activity says where its answer goes, and our token goes with
        it."""
        return is_allowed(url, self._hosts)

    async def send(self, workspace_id: str, conversation_id: str, activity: Json) -> str:
        """A new message; its id. Never repeated here, whatever happened."""
        self.buckets.take(workspace_id, conversation_id)
        path = f"conversations/{_part(conversation_id)}/activities"
        answer = await self._call(workspace_id, Call.POST, "POST", path, body=activity)
        return str(answer.get("id") or "")

    async def send_targeted(self, workspace_id: str, conversation_id: str, user_id: str, activity: Json) -> str:
        """A message in a channel or thread that one member alone sees; its id."""
        self.buckets.take(workspace_id, conversation_id)
        path = f"conversations/{_part(conversation_id)}/activities?isTargetedActivity=true"
        body = {**activity, "recipient": {"id": user_id, "isTargeted": True}}
        answer = await self._call(workspace_id, Call.POST, "POST", path, body=body)
        return str(answer.get("id") or "")

    async def update(
        self, workspace_id: str, conversation_id: str, message_id: str, activity: Json, *, is_targeted: bool = False
    ) -> None:
        """The same message with other contents. Doing it twice changes nothing."""
        self.buckets.take(workspace_id, conversation_id)
        path = f"conversations/{_part(conversation_id)}/activities/{_part(message_id)}"
        path += "?isTargetedActivity=true" if is_targeted else ""
        await self._call(workspace_id, Call.CHANGE, "PUT", path, body={**activity, "id": message_id})

    async def delete(self, workspace_id: str, conversation_id: str, message_id: str) -> None:
        self.buckets.take(workspace_id, conversation_id)
        path = f"conversations/{_part(conversation_id)}/activities/{_part(message_id)}"
        await self._call(workspace_id, Call.CHANGE, "DELETE", path)

    async def open_chat(self, workspace_id: str, user_id: str) -> str:
        """The id of the private chat with somebody; asking twice gives the same one."""
        self.buckets.take(workspace_id)
        asked = {
            "bot": {"id": f"28:{self.app_id}"},
            "isGroup": False,
            "members": [{"id": user_id}],
            "tenantId": workspace_id,
            "channelData": {"tenant": {"id": workspace_id}},
        }
        answer = await self._call(workspace_id, Call.OPEN, "POST", "conversations", body=asked)
        if not answer.get("id"):
            raise PlatformRefused("no_private_chat")
        return str(answer["id"])

    async def member(self, workspace_id: str, conversation_id: str, user_id: str) -> Json:
        """One member by either id. Refused with the connector's own word when there is none."""
        self.buckets.take(workspace_id)
        path = f"conversations/{_part(conversation_id)}/members/{_part(user_id)}"
        return await self._call(workspace_id, Call.READ, "GET", path)

    async def members(self, workspace_id: str, conversation_id: str, continuation: str = "") -> Json:
        """One page as the connector answers it: `members`, and a `continuationToken` while there are more."""
        self.buckets.take(workspace_id)
        path = f"conversations/{_part(conversation_id)}/pagedmembers?pageSize={PAGE}"
        path += f"&continuationToken={_part(continuation)}" if continuation else ""
        return await self._call(workspace_id, Call.READ, "GET", path)

    async def channels(self, workspace_id: str, team_id: str) -> Json:
        """A team's channels as the connector answers it: `conversations`, the General one without a name."""
        self.buckets.take(workspace_id)
        return await self._call(workspace_id, Call.READ, "GET", f"teams/{_part(team_id)}/conversations")

    async def _call(self, workspace_id: str, call: Call, method: str, path: str, *, body: Json | None = None) -> Json:
        url = await self._url(workspace_id, path)
        token = await self.tokens.bearer()
        status, headers, said = await self._exchange(call, method, url, token, body)
        if status == 401:
            # Nothing was accepted, so this is no repeat of a post: the same words with a fresh token, once.
            self.tokens.refused(token)
            status, headers, said = await self._exchange(call, method, url, await self.tokens.bearer(), body)
        if not 200 <= status < 300:
            raise of_status(status, headers, said, call)
        return _object(said, headers, call)

    async def _exchange(
        self, call: Call, method: str, url: URL, token: str, body: Json | None
    ) -> tuple[int, Any, bytes]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
            data = orjson.dumps(body)
        try:
            async with self.session.request(method, url, data=data, headers=headers, allow_redirects=False) as answer:
                return answer.status, answer.headers, await limited(answer.content)
        except (aiohttp.ClientError, TimeoutError, OSError, TooLarge) as error:
            raise of_connection(error, call) from error

    async def _url(self, workspace_id: str, path: str) -> URL:
        async with self._database.reading() as tx:
            found = await workspaces.workspace(tx, workspace_id)
        base = found.service_url if found is not None else ""
        if not base:
            raise PlatformBusy("Teams has not said yet where it takes calls", retry_after_s=60.0, scope="workspace")
        if not self.may_go_to(base):
            raise PlatformRefused("service_url_not_allowed")
        return URL(f"{base.rstrip('/')}/v3/{path}", encoded=True)


def _part(value: str) -> str:
    """One segment of a path: ids hold colons, semicolons, at signs and slashes."""
    return quote(value, safe="")


def _object(said: bytes, headers: Any, call: Call) -> Json:
    """Changes may be answered with nothing; a post's answer that is no object proves nothing."""
    if not said.strip():
        return {}
    try:
        found = orjson.loads(said)
    except orjson.JSONDecodeError:
        found = None
    if isinstance(found, dict):
        return found
    raise of_status(200, headers, said, call)
