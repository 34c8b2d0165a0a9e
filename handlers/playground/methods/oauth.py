"""oauth.v2.access: a code from the consent page becomes tokens, once."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from handlers.playground.methods.call import Call, Method, SlackError
from handlers.playground.scene import user_token
from handlers.playground.world import Grant, Json

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

CODE_LIVES = timedelta(minutes=10)


def access(call: Call) -> Json:
    app = call.playground.world.app
    if call.args.get("client_id") != app.client_id:
        raise SlackError("invalid_client_id")
    if call.args.get("client_secret") != app.client_secret:
        raise SlackError("bad_client_secret")
    asked = call.playground.codes.get(call.text("code", "invalid_code"))
    if asked is None or call.playground.clock.now() - datetime.fromisoformat(asked["at"]) > CODE_LIVES:
        raise SlackError("invalid_code")
    if asked["is_used"]:
        raise SlackError("code_already_used")
    if (call.args.get("redirect_uri") or "") not in ("", asked["redirect_uri"]):
        raise SlackError("bad_redirect_uri")
    asked["is_used"] = True
    return _granted(call.playground, asked)


def _granted(playground: "Playground", asked: Json) -> Json:
    app, team = playground.world.app, asked["team"]
    workspace = playground.world.workspaces[team]
    person: Json = {"id": asked["user"]}
    answer: Json = {"app_id": app.id, "team": {"id": team, "name": workspace.name}, "enterprise": None}
    answer.update(is_enterprise_install=False, authed_user=person)
    if asked["user_scopes"]:
        token, grant = _grant(playground, "user", team, asked["user"], asked["user_scopes"])
        person.update(access_token=token, token_type="user", scope=",".join(grant.scopes))
    if asked["scopes"]:
        token, grant = _grant(playground, "bot", team, app.bot_user, asked["scopes"])
        answer.update(access_token=token, token_type="bot", bot_user_id=app.bot_user, scope=",".join(grant.scopes))
    playground.changes.note()
    return answer


def _grant(playground: "Playground", kind: str, team: str, user: str, scopes: list[str]) -> tuple[str, Grant]:
    """The same token as before with the new scopes added; a fresh one once the old was revoked."""
    tokens = playground.world.tokens
    first = f"xoxb-demo-{team}" if kind == "bot" else user_token(team, user)
    name, turn = first, 1
    while name in tokens and tokens[name].is_revoked:
        turn += 1
        name = f"{first}-{turn}"
    grant = tokens.setdefault(name, Grant(kind="bot" if kind == "bot" else "user", team=team, user=user))
    grant.scopes = list(dict.fromkeys([*grant.scopes, *scopes]))
    return name, grant


METHODS = {"oauth.v2.access": Method(access, kinds=())}
