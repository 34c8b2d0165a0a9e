"""The manifest asks for what the code uses, no more and no less."""

import ast
import re
from pathlib import Path
from typing import Any

import yaml

from bot.buttons import Shortcuts
from handlers.slack import door
from handlers.slack.incoming import HANDLED

ROOM = Path(door.__file__).parent
MANIFEST: dict[str, Any] = yaml.safe_load((ROOM / "manifest.yaml").read_text())
SCOPES = MANIFEST["oauth_config"]["scopes"]

# What each method and event needs, from Slack's reference. A method that is missing here fails the first test.
METHODS: dict[str, set[str]] = {
    "apps.connections.open": set(),
    "auth.test": set(),
    "chat.delete": set(),
    "chat.getPermalink": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"channels:history", "groups:history", "im:history"},
    "conversations.open": {"im:write"},
    "conversations.replies": {"channels:history", "groups:history"},
    "users.info": {"users:read", "users:read.email"},
    "views.open": set(),
    "views.publish": set(),
    "views.update": set(),
}
EVENTS: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "channel_archive": {"channels:read"},
    "channel_deleted": {"channels:read"},
    "channel_left": {"channels:read"},
    "group_archive": {"groups:read"},
    "group_deleted": {"groups:read"},
    "group_left": {"groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "tokens_revoked": set(),
    "user_change": {"users:read"},
}


def words_in_code() -> set[str]:
    """Every text constant that looks like a Web API method."""
    trees = [ast.parse(path.read_text()) for path in ROOM.glob("*.py")]
    texts = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    rooms = r"(?:apps|auth|bots|chat|conversations|files|im|pins|reactions|team|users|views)"
    return {text for text in texts if isinstance(text, str) and re.fullmatch(rooms + r"(?:\.[a-zA-Z]+)+", text)}


def test_every_method_that_the_code_calls_is_accounted_for() -> None:
    assert words_in_code() == set(METHODS)


def test_the_bots_scopes_are_what_methods_events_and_commands_need() -> None:
    needed = set().union(*METHODS.values(), *EVENTS.values()) | {"commands"}
    assert set(SCOPES["bot"]) == needed


def test_a_persons_scope_is_only_to_post() -> None:
    assert SCOPES["user"] == ["chat:write"]


def test_the_subscribed_events_are_those_that_the_code_understands() -> None:
    subscribed = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    assert set(subscribed) == set(EVENTS)
    assert {name.split(".")[0] for name in subscribed} == set(HANDLED)


def test_private_chats_are_not_listened_to() -> None:
    assert not {"message.im", "message.mpim"} & set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


def test_the_shortcuts_are_ours() -> None:
    named = {one["callback_id"] for one in MANIFEST["features"]["shortcuts"]}
    assert named == set(Shortcuts)
    assert {one["type"] for one in MANIFEST["features"]["shortcuts"]} == {"message"}


def test_every_address_is_one_example_and_no_domain_is_wild() -> None:
    text = (ROOM / "manifest.yaml").read_text()
    assert set(re.findall(r"https://[^/\s\"]+", text)) == {"https://kindline.example"}
    assert "*" not in text


def test_commands_hand_over_ids_of_mentions() -> None:
    commands = {one["command"]: one["should_escape"] for one in MANIFEST["features"]["slash_commands"]}
    assert commands == dict.fromkeys(("/kindline", "/reply", "/promises", "/insight", "/check"), True)
