"""Follows Microsoft Teams' links to messages: they lead to the page, which scrolls to the message."""

from aiohttp import web

from handlers.playground.playground import Playground
from handlers.playground.teams import wire
from handlers.playground.teams.call import teams_workspaces


async def to_message(playground: Playground, request: web.Request) -> web.Response:
    """`/l/message/{channel}/{message}?tenantId=…`; a link to nowhere leads to the page itself."""
    app, tenant = playground.world.app, request.query.get("tenantId", "")
    plain = request.match_info["channel"].partition(wire.MARK)[0]
    ts = wire.ts_of(request.match_info["message"])
    query: dict[str, str] = {}
    for workspace in teams_workspaces(playground):
        channel = wire.channel_of(workspace, plain, app) if tenant in ("", workspace.id) else None
        if channel is not None and ts:
            query = {"message": f"{channel.id}/{ts}", "team": workspace.id}
    headers = {"Location": str(request.url.origin().with_path("/").with_query(query))}
    return web.Response(status=302, headers=headers)
