"""The scene: who and what is there when the story begins."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from handlers.playground.world import Grant, Json, Person, World

SCENE_FILE = Path(__file__).with_name("scene.json")


class SceneUnusable(Exception):
    """The scene that was asked for has a part that makes no sense; the message names it."""


def world_of(changed: Json | None = None) -> World:
    """A fresh world from scene.json; `changed` replaces parts of it, deep down, for a test that needs another scene."""
    scene: Json = orjson.loads(SCENE_FILE.read_bytes())
    whole = merged(scene, changed or {})
    linked = whole.pop("linked_users", {})
    try:
        world = World.model_validate({**whole, "tokens": {}})
        starts_at = datetime.fromisoformat(world.starts_at)
    except (ValidationError, ValueError) as problem:
        raise SceneUnusable(f"That scene can't be used: {_first_line(problem)}.") from problem
    if starts_at.tzinfo is None:
        raise SceneUnusable("That scene can't be used: starts_at needs a time zone.")
    _furnish(world, starts_at)
    _hand_out_tokens(world, linked)
    return world


def _first_line(problem: ValueError) -> str:
    if isinstance(problem, ValidationError):
        error = problem.errors()[0]
        return f"{'.'.join(str(step) for step in error['loc'])}: {error['msg']}"
    return str(problem)


def merged(old: Any, new: Any) -> Any:
    """Objects part by part, everything else as a whole."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {
            key: merged(old.get(key), new.get(key, old.get(key))) for key in [*old, *(k for k in new if k not in old)]
        }
    return new


def _furnish(world: World, starts_at: datetime) -> None:
    opened_at = int((starts_at - timedelta(days=90)).timestamp())
    app = world.app
    for workspace in world.workspaces.values():
        bot = Person(id=app.bot_user, name=app.name.lower(), real_name=app.name, is_bot=True, bot_id=app.bot_id)
        workspace.people.setdefault(app.bot_user, bot)
        for channel in workspace.channels.values():
            channel.created = channel.created or opened_at
        for person in workspace.people.values():
            person.home_team = person.home_team or workspace.id


def _hand_out_tokens(world: World, linked: dict[str, list[str]]) -> None:
    app = world.app
    world.tokens[app.app_token] = Grant(kind="app", scopes=["connections:write"])
    for team in [team.id for team in world.workspaces.values() if team.platform == "slack"]:
        world.tokens[f"xoxb-demo-{team}"] = Grant(kind="bot", team=team, user=app.bot_user, scopes=list(app.bot_scopes))
        for user in linked.get(team, []):
            world.tokens[user_token(team, user)] = Grant(
                kind="user", team=team, user=user, scopes=list(app.user_scopes)
            )


def user_token(team: str, user: str) -> str:
    """Readable, and different for two people with the same id in two workspaces."""
    return f"xoxp-demo-{user}" if team == "T0MARIGOLD" else f"xoxp-demo-{team}-{user}"
