"""Views as Slack keeps them: what the app sent, with ids and a hash, in a stack of at most three."""

import secrets
from typing import TYPE_CHECKING

from handlers.playground.element_state import fields_of, state_values
from handlers.playground.world import Json, View, Workspace

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

FROM_APP = ("type", "title", "blocks", "close", "submit", "private_metadata", "callback_id", "external_id")
FLAGS = ("clear_on_close", "notify_on_close", "submit_disabled")


def new_view(playground: "Playground", workspace: Workspace, user: str, wire: Json) -> View:
    app = playground.world.app
    view_id = f"V{playground.world.number():04d}{secrets.token_hex(3).upper()}"
    full: Json = {
        "id": view_id,
        "team_id": workspace.id,
        "state": {"values": {}},
        "app_id": app.id,
        "bot_id": app.bot_id,
    }
    full.update(app_installed_team_id=workspace.id, root_view_id=view_id, previous_view_id=None)
    view = View(wire=full, user=user)
    changed_view(playground, view, wire)
    return view


def changed_view(playground: "Playground", view: View, wire: Json) -> None:
    """Puts new content into a view. What stands in an input stays while its block_id and action_id do, touched or not:
    the first value that the app sends with it now is not shown."""
    stood = state_values(view) if "blocks" in view.wire else {}
    for name in FROM_APP:
        view.wire[name] = wire.get(name, None if name in ("close", "submit", "title") else "")
    for name in FLAGS:
        view.wire[name] = bool(wire.get(name))
    view.wire["hash"] = f"{int(playground.clock.now().timestamp())}.{secrets.token_hex(4)}"
    view.values = {}
    for (block_id, action_id), (_, element) in fields_of(view).items():
        state = stood.get(block_id, {}).get(action_id)
        if state is not None and state["type"] == element["type"]:
            view.values.setdefault(block_id, {})[action_id] = state


def push_view(playground: "Playground", workspace: Workspace, user: str, wire: Json) -> View:
    stack = workspace.modals.setdefault(user, [])
    view = new_view(playground, workspace, user, wire)
    if stack:
        view.wire.update(root_view_id=stack[0].id, previous_view_id=stack[-1].id)
    stack.append(view)
    return view
