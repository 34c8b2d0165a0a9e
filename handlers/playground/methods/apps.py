"""api.test, auth.* and apps.*: who am I, let me listen, let me go."""

from handlers.playground.events import app_uninstalled, tokens_revoked
from handlers.playground.methods.call import Call, Method, SlackError
from handlers.playground.world import Json


def api_test(call: Call) -> Json:
    if call.args.get("error"):
        raise SlackError(str(call.args["error"]), args=call.args)
    return {"args": call.args} if call.args else {}


def auth_test(call: Call) -> Json:
    if call.grant.kind == "app":
        raise SlackError("not_allowed_token_type")
    person = call.workspace.people[call.grant.user]
    answer: Json = {"url": f"{call.playground.settings.address}/", "team": call.workspace.name, "user": person.name}
    answer.update(team_id=call.workspace.id, user_id=person.id, is_enterprise_install=False)
    return {**answer, "bot_id": person.bot_id} if call.is_bot else answer


def connections_open(call: Call) -> Json:
    if call.playground.sockets.is_full:
        raise SlackError("too_many_websockets")
    return {"url": call.playground.sockets.ticket()}


def auth_revoke(call: Call) -> Json:
    if call.flag("test"):
        return {"revoked": False}
    call.grant.is_revoked = True
    users, bots = ([], [call.grant.user]) if call.is_bot else ([call.grant.user], [])
    tokens_revoked(call.playground, call.workspace, users, bots)
    call.playground.changes.note()
    return {"revoked": True}


def uninstall(call: Call) -> Json:
    """Takes the app out of the workspace, and with it every token that it had there."""
    app = call.playground.world.app
    if call.text("client_id") != app.client_id:
        raise SlackError("invalid_client_id")
    if call.text("client_secret") != app.client_secret:
        raise SlackError("bad_client_secret")
    workspace = call.workspace
    grants = [
        grant for grant in call.playground.world.tokens.values() if grant.team == workspace.id and not grant.is_revoked
    ]
    for grant in grants:
        grant.is_revoked = True
    tokens_revoked(call.playground, workspace, [g.user for g in grants if g.kind == "user"], [app.bot_user])
    app_uninstalled(call.playground, workspace)
    call.playground.changes.note()
    return {}


METHODS = {
    "api.test": Method(api_test, kinds=()),
    "auth.test": Method(auth_test, kinds=("bot", "user", "app")),
    "auth.revoke": Method(auth_revoke),
    "apps.connections.open": Method(connections_open, scopes=("connections:write",), kinds=("app",)),
    "apps.uninstall": Method(uninstall),
}
