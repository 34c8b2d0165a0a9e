"""team.info and bots.info."""

from handlers.playground.methods.call import Call, Method, SlackError
from handlers.playground.shapes import bot_shape, team_shape
from handlers.playground.world import Json


def team_info(call: Call) -> Json:
    if (call.maybe("team") or call.workspace.id) != call.workspace.id:
        raise SlackError("team_not_found")
    return {"team": team_shape(call.workspace)}


def bots_info(call: Call) -> Json:
    app, workspace = call.playground.world.app, call.workspace
    bot = call.maybe("bot") or app.bot_id
    if bot == app.bot_id:
        return {"bot": bot_shape(app, workspace.id)}
    if bot in workspace.relays:
        return {
            "bot": {"id": bot, "name": workspace.relays[bot], "deleted": False, "updated": 0, "app_id": f"A{bot[1:]}"}
        }
    raise SlackError("bot_not_found")


METHODS = {
    "team.info": Method(team_info, scopes=("team:read",)),
    "bots.info": Method(bots_info, scopes=("users:read",)),
}
