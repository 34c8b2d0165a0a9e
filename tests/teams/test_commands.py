"""What people type becomes a command: in the private chat every message, in a channel after the bot's name."""

from datetime import UTC, datetime

import pytest

from bot.events import CommandGiven, Interaction
from handlers.teams.interactions import Seen, interaction, is_asked
from handlers.teams.wire import Json
from tests.teams.activities import AT_BOT, CHANNEL, FRIEDA, ROOT, mention, said, told
from tests.teams.wire import BOT, TENANT

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
COMMANDS = frozenset({"insight", "reply", "team", "route"})
SEEN = Seen(TENANT, NOW, BOT, COMMANDS, {"29:jonas": "aad-jonas"})


def read(found: Json) -> Interaction | None:
    return interaction(found, SEEN)


def command(found: Json) -> tuple[str, str]:
    event = read(found)
    assert isinstance(event, CommandGiven)
    return event.word, event.text


@pytest.mark.parametrize(
    ("typed", "word", "text"),
    [
        ("promises", "promises", ""),
        ("/promises", "promises", ""),
        ("Promises please", "promises", "please"),
        ("kindline insight They love it", "kindline", "insight They love it"),
        ("/kindline", "kindline", ""),
        ("Kindline, help", "kindline", "help"),
        (f"{AT_BOT} promises", "promises", ""),
        ("help!", "help", ""),
        ("what can you do", "what", "can you do"),
        ("insight two lines\nof words", "insight", "two lines\nof words"),
        ("\u202einsight\u202c \u200bgood\x07", "insight", "good"),
        ("😀", "😀", ""),
        ("مرحبا بك", "مرحبا", "بك"),
        ("", "help", ""),
        ("   ", "help", ""),
    ],
)
def test_every_message_in_the_private_chat_is_a_command(typed: str, word: str, text: str) -> None:
    assert command(told(typed, entities=[mention()])) == (word, text)


def test_a_command_in_the_private_chat_names_no_channel() -> None:
    event = read(told("promises"))
    assert isinstance(event, CommandGiven)
    assert (event.channel_id, event.person_id, event.at, event.reply_to) == ("", FRIEDA, NOW, "")


def test_home_is_no_question() -> None:
    assert read(told("home")) is None
    assert not is_asked(told("/home"), BOT, COMMANDS)


def test_in_a_channel_a_known_word_after_the_bots_name_is_a_command() -> None:
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:team"}, "channel": {"id": CHANNEL, "name": "help"}}
    event = read(said(f"{AT_BOT}&nbsp;insight They love it", entities=[mention()], channelData=data))
    assert isinstance(event, CommandGiven)
    assert (event.word, event.text, event.channel_id, event.channel_name) == (
        "insight",
        "They love it",
        CHANNEL,
        "help",
    )


def test_a_channel_that_teams_does_not_name_is_named_by_who_asked() -> None:
    event = interaction(said(f"{AT_BOT} help", entities=[mention()]), Seen(TENANT, NOW, BOT, channel_name="help"))
    assert isinstance(event, CommandGiven)
    assert event.channel_name == "help"


@pytest.mark.parametrize(
    ("text", "is_command"),
    [
        (f"{AT_BOT} help", True),
        (f"{AT_BOT} kindline problems", True),
        (f"{AT_BOT} /reply", True),
        (f"{AT_BOT}", True),
        (f"{AT_BOT} can you answer this?", False),
        (f"I asked {AT_BOT} insight", False),
        ("insight They love it", False),
    ],
)
def test_anything_else_in_a_channel_is_no_command(text: str, is_command: bool) -> None:
    assert is_asked(said(text, entities=[mention()]), BOT, COMMANDS) is is_command


def test_a_slash_command_that_only_the_bot_sees_is_one_without_its_name() -> None:
    event = read(said("insight They love it", recipient={"id": BOT, "isTargeted": True}))
    assert isinstance(event, CommandGiven)
    assert (event.word, event.channel_id) == ("insight", CHANNEL)


def test_an_app_gives_no_commands() -> None:
    assert read(said(f"{AT_BOT} help", entities=[mention()], by={"id": "28:desk"})) is None


def test_people_and_channels_in_a_command_are_named_by_id() -> None:
    entities = [mention(), mention("29:jonas", "Jonas"), mention("29:x", "Milo", aadObjectId="aad-milo")]
    entities += [mention("19:mkt@thread.tacv2", "marketing"), mention("29:unknown", "Nobody|<x>")]
    text = f"{AT_BOT} team <at>Jonas</at> <at>Milo</at> <at>marketing</at>"
    assert command(said(text, entities=entities)) == (
        "team",
        "<@aad-jonas|Jonas> <@aad-milo|Milo> <#19:mkt@thread.tacv2|marketing>",
    )


@pytest.mark.parametrize(("reply_id", "is_command"), [(ROOT, True), ("1763458300000", False)])
def test_help_in_a_customers_thread_is_a_call_for_help_with_this_customer(reply_id: str, is_command: bool) -> None:
    asked = said(f"{AT_BOT} help please", entities=[mention()], id=reply_id)
    assert is_asked(asked, BOT, COMMANDS | {"help"}) == is_command
