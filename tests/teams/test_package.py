"""The app package keeps Teams' rules, offers what the code does and nothing else, and is the same bytes each time."""

import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from bot.buttons import Shortcuts
from bot.errors import SettingsError
from bot.routes import route_table
from handlers.teams.package import FILES, ROOM, Package, commands, host_of
from storage.database import Transaction
from storage.secrets import Vault
from tests.house.files import ROOT

APP_ID = "00000000-0000-4000-8000-00006b696e64"
PACKAGE = Package(APP_ID, "kindline.example")
MANIFEST = PACKAGE.manifest()
BOT: dict[str, Any] = MANIFEST["bots"][0]
LISTS: list[dict[str, Any]] = BOT["commandLists"]
ACTIONS: list[dict[str, Any]] = MANIFEST["composeExtensions"][0]["commands"]

ANSWERED_BY_THE_DOOR = {"help", "home"}
NOT_ON_TEAMS = {"link", "unlink"}
"""A Teams bot cannot post as a person, so there is no account to link."""
PERMISSIONS = {"ChannelMessage.Read.Group": "Application"}
"""Hears every message of a channel. Everything else goes through the Bot Connector, which needs no permission."""
RELEASED = ("1.3.0", "54c7f276c5222388")
"""The version of the manifest, and the digest of what was uploaded under it."""


def words_of_the_code() -> set[str]:
    async def nowhere(_tx: Transaction, _workspace_id: str, _person_id: str) -> str:
        return ""

    return set(route_table(Vault([bytes(32)]), nowhere).commands)


def content_of(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def pixels(path: Path) -> tuple[int, int, list[tuple[int, ...]]]:
    """Width, height and the colours of a PNG of 8 bits a channel."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        packed += data[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    size = {2: 3, 6: 4}[colour]
    assert depth == 8
    raw, line, above = zlib.decompress(packed), width * size, bytearray(width * size)
    found: list[tuple[int, ...]] = []
    for start in range(0, len(raw), line + 1):
        row = bytearray(raw[start + 1 : start + 1 + line])
        for i in range(line):
            left, over, corner = (row[i - size], above[i], above[i - size]) if i >= size else (0, above[i], 0)
            near = min((left, over, corner), key=lambda one: abs(left + over - corner - one))
            row[i] = (row[i] + (0, left, over, (left + over) // 2, near)[raw[start]]) % 256
        found += [tuple(row[i : i + size]) for i in range(0, line, size)]
        above = row
    return width, height, found


def test_the_zip_is_flat_and_holds_the_manifest_and_two_icons() -> None:
    content = content_of(PACKAGE.zipped())

    assert tuple(content) == FILES == ("manifest.json", "color.png", "outline.png")
    assert json.loads(content["manifest.json"]) == MANIFEST
    assert set(MANIFEST["icons"].values()) == {"color.png", "outline.png"}


def test_the_same_package_is_the_same_bytes() -> None:
    assert PACKAGE.zipped() == Package(APP_ID.upper(), "Kindline.Example").zipped()
    assert b"PK" in PACKAGE.zipped()


def test_the_schema_and_the_version_of_the_manifest_agree() -> None:
    for manifest in (MANIFEST, Package(APP_ID, "kindline.example", has_private_commands=True).manifest()):
        assert f"/v{manifest['manifestVersion']}/" in manifest["$schema"]
        assert float(manifest["manifestVersion"]) >= 1.25


def test_a_team_app_says_that_it_works_in_every_kind_of_channel() -> None:
    assert "team" in BOT["scopes"]
    assert MANIFEST["supportsChannelFeatures"] == "tier1"


def test_every_place_that_names_the_app_holds_the_same_id() -> None:
    ids = [
        MANIFEST["id"],
        BOT["botId"],
        MANIFEST["composeExtensions"][0]["botId"],
        MANIFEST["webApplicationInfo"]["id"],
    ]
    assert ids == [APP_ID] * 4
    assert MANIFEST["webApplicationInfo"]["resource"]


def test_no_blank_of_the_template_stays_open() -> None:
    text = json.dumps(MANIFEST)
    assert "{{" not in text
    assert set(re.findall(r"https://([^/\"]+)", text)) == {"developer.microsoft.com", "kindline.example"}
    assert MANIFEST["validDomains"] == ["kindline.example"]


def test_texts_keep_to_the_lengths_that_teams_allows() -> None:
    assert len(MANIFEST["name"]["short"]) <= 30 and len(MANIFEST["name"]["full"]) <= 100
    assert len(MANIFEST["description"]["short"]) <= 80 and len(MANIFEST["description"]["full"]) <= 4000
    assert len(MANIFEST["developer"]["name"]) <= 32
    assert all(len(MANIFEST["developer"][page]) <= 2048 for page in ("websiteUrl", "privacyUrl", "termsOfUseUrl"))
    assert re.fullmatch(r"#[0-9a-f]{6}", MANIFEST["accentColor"])


def test_command_lists_keep_to_the_limits_and_repeat_nothing() -> None:
    assert [one["scopes"] for one in LISTS] == [["team"], ["personal"]]
    for one in LISTS:
        titles = [command["title"] for command in one["commands"]]
        assert len(titles) == len(set(titles)) <= 12
        assert [title for title in titles if not re.fullmatch(r"[a-z]{1,32}", title)] == []
        assert [c for c in one["commands"] if not 0 < len(c["description"]) <= 128] == []


def test_the_commands_are_those_that_the_code_knows() -> None:
    assert set(commands()) == words_of_the_code() - NOT_ON_TEAMS | ANSWERED_BY_THE_DOOR


def test_the_message_actions_are_our_shortcuts_and_open_a_dialog() -> None:
    assert {one["id"] for one in ACTIONS} == set(Shortcuts)
    assert [
        one for one in ACTIONS if (one["type"], one["context"], one["fetchTask"]) != ("action", ["message"], True)
    ] == []
    assert [one for one in ACTIONS if len(one["title"]) > 32 or len(one["description"]) > 128] == []


def test_it_asks_for_no_permission_that_it_does_not_use() -> None:
    asked = MANIFEST["authorization"]["permissions"]
    assert {one["name"]: one["type"] for one in asked["resourceSpecific"]} == PERMISSIONS
    assert set(asked) == {"resourceSpecific"}


def test_the_set_up_page_explains_every_permission() -> None:
    page = (ROOT / "docs/teams.md").read_text()
    assert [name for name in PERMISSIONS if f"`{name}`" not in page] == []


def test_private_commands_are_offered_in_channels_only_and_only_when_asked_for() -> None:
    manifest = Package(APP_ID, "kindline.example", has_private_commands=True).manifest()
    triggers = {one["scopes"][0]: one["triggers"] for one in manifest["bots"][0]["commandLists"]}

    assert manifest["manifestVersion"] == "1.29"
    assert manifest["bots"][0]["supportsTargetedMessages"] is True
    assert triggers == {"team": ["mention", "slash"], "personal": ["mention"]}
    assert "Targeted" not in json.dumps(MANIFEST) and "triggers" not in json.dumps(MANIFEST)


def test_the_colour_icon_is_a_full_square() -> None:
    width, height, colours = pixels(ROOM / "color.png")
    assert (width, height) == (192, 192)
    assert colours[0] == (0x1D, 0x6B, 0x62) == colours[-1]
    assert len(set(colours)) > 3


def test_the_outline_icon_is_white_on_nothing() -> None:
    width, height, colours = pixels(ROOM / "outline.png")
    assert (width, height) == (32, 32)
    assert {one[:3] for one in colours if one[3]} == {(255, 255, 255)}
    assert colours[0][3] == 0 and {one[3] for one in colours} >= {0, 255}


def test_icons_are_small_enough_for_the_upload() -> None:
    assert {name: (ROOM / name).stat().st_size < 100_000 for name in FILES} == dict.fromkeys(FILES, True)


def test_a_changed_package_carries_a_higher_version() -> None:
    digest = hashlib.sha256(b"".join((ROOM / name).read_bytes() for name in FILES)).hexdigest()[:16]
    assert (MANIFEST["version"], digest) == RELEASED, "raise version in manifest.json, then note it here"


def test_an_admin_may_name_a_higher_version_and_a_page_of_their_own() -> None:
    manifest = Package(APP_ID, "kindline.example", about="https://intranet.example/bots", version="1.0.7").manifest()
    assert manifest["version"] == "1.0.7"
    assert manifest["developer"]["privacyUrl"] == "https://intranet.example/bots"


@pytest.mark.parametrize(
    ("package", "hint"),
    [
        (Package("", "kindline.example"), "KINDLINE_TEAMS_APP_ID"),
        (Package("my-bot", "kindline.example"), "--app-id"),
        (Package(APP_ID, ""), "KINDLINE_PUBLIC_URL"),
        (Package(APP_ID, "https://kindline.example"), "--host"),
        (Package(APP_ID, "kindline.example:8443"), "--host"),
        (Package(APP_ID, "127.0.0.1"), "--host"),
        (Package(APP_ID, "localhost"), "--host"),
        (Package(APP_ID, "kindline.example", about="http://kindline.example"), "--about"),
        (Package(APP_ID, "kindline.example", about='https://kindline.example/"'), "--about"),
        (Package(APP_ID, "kindline.example", version="2"), "--version"),
        (Package(APP_ID, "kindline.example", version="01.0.0"), "--version"),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{one.app_id[:6]}-{one.host}-{one.about}-{one.version}",
)
def test_what_cannot_be_right_is_said_in_one_line(package: Package, hint: str) -> None:
    with pytest.raises(SettingsError) as refused:
        package.zipped()
    assert len(refused.value.problems) == 1
    assert hint in refused.value.problems[0]


def test_the_host_is_read_from_the_public_address() -> None:
    assert host_of("https://kindline.example:443/x") == "kindline.example"
    assert host_of("") == ""
