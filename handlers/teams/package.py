"""The app package that an administrator uploads to Teams: manifest and icons in one flat zip, always the same bytes."""

import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.errors import SettingsError

Json = dict[str, Any]

ROOM = Path(__file__).parent / "manifest"
FILES = ("manifest.json", "color.png", "outline.png")
TARGETED_VERSION = "1.29"
"""The first manifest version that knows messages which only one person sees, and so private slash commands."""

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HOST = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.IGNORECASE
)
_VERSION = re.compile(r"(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a zip can hold; every file gets it, so that the same package has the same bytes."""


@cache
def _template() -> str:
    return (ROOM / "manifest.json").read_text(encoding="utf-8")


UNLISTED = frozenset({"resume"})
"""Answered although a list of twelve has no room for it: the entry before it and the answer to "pause" name it."""


@cache
def commands() -> frozenset[str]:
    """The words that are commands in channels and in the chat with Kindline: those that the manifest offers, and
    more."""
    lists = json.loads(_template())["bots"][0]["commandLists"]
    return frozenset(command["title"] for one in lists for command in one["commands"]) | UNLISTED


@dataclass(frozen=True, slots=True)
class Package:
    """What differs from one organisation to the next."""

    app_id: str
    """The application (client) id of the Entra app registration."""
    host: str
    """Where Teams reaches Kindline, without https:// and without a path."""
    about: str = ""
    """The page that tells about Kindline in this organisation; empty: the host's own front page."""
    version: str = ""
    """Empty: the version of this release. Teams wants a higher one for each upload."""
    has_private_commands: bool = False
    """True offers the commands behind a slash as well, seen by nobody else (targeted messages)."""

    def problems(self) -> list[str]:
        """What is missing or cannot be right, one clear line each."""
        found = []
        if not _GUID.fullmatch(self.app_id):
            found.append(
                "The app id must be the Application (client) ID of your Entra app registration, five groups of digits "
                "and letters. Set KINDLINE_TEAMS_APP_ID or use --app-id."
            )
        if not _HOST.fullmatch(self.host):
            found.append(
                "The host must be a public name such as kindline.example, without https:// and without a port. "
                "Set KINDLINE_PUBLIC_URL or use --host."
            )
        if self.about and not _is_https(self.about):
            found.append("--about must be the whole address of a page, such as https://kindline.example/about.")
        if self.version and not _VERSION.fullmatch(self.version):
            found.append("--version must be three numbers, such as 1.2.0, and higher than at the last upload.")
        return found

    def manifest(self) -> Json:
        """The template with this organisation's names in it. Raises `SettingsError` with every problem at once."""
        if found := self.problems():
            raise SettingsError(found)
        names = {"app_id": self.app_id.lower(), "host": self.host.lower()}
        filled = _filled(_template(), {**names, "about": self.about or f"https://{names['host']}/"})
        manifest: Json = json.loads(filled)
        if self.version:
            manifest["version"] = self.version
        return _with_private_commands(manifest) if self.has_private_commands else manifest

    def zipped(self) -> bytes:
        """The package's bytes. Nothing is compressed: zlib's versions differ, and the files are small."""
        content = {name: (ROOM / name).read_bytes() for name in FILES}
        content["manifest.json"] = f"{json.dumps(self.manifest(), indent=2, ensure_ascii=False)}\n".encode()
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            for name in FILES:
                entry = zipfile.ZipInfo(name, _EARLIEST)
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                archive.writestr(entry, content[name])
        return packed.getvalue()


def host_of(public_url: str) -> str:
    """The host name in KINDLINE_PUBLIC_URL, or nothing."""
    return urlsplit(public_url).hostname or ""


def _is_https(address: str) -> bool:
    return re.fullmatch(r"https://[^\s\"\\<>]+", address) is not None and bool(urlsplit(address).hostname)


def _filled(text: str, blanks: Mapping[str, str]) -> str:
    for name, value in blanks.items():
        text = text.replace("{{" + name + "}}", value)
    return text


def _with_private_commands(manifest: Json) -> Json:
    """Slash commands exist in channels only: in the chat with Kindline there is nobody to hide a message from."""
    manifest["$schema"] = manifest["$schema"].replace(manifest["manifestVersion"], TARGETED_VERSION)
    manifest["manifestVersion"] = TARGETED_VERSION
    (bot,) = manifest["bots"]
    bot["supportsTargetedMessages"] = True
    for one in bot["commandLists"]:
        one["triggers"] = ["mention", "slash"] if "team" in one["scopes"] else ["mention"]
    return manifest
