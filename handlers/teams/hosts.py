"""To which addresses Kindline speaks as itself: an activity names its own service address, and a token goes there."""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from bot.settings import LOCAL

_PLAIN = re.compile(r"[!#-\[\]-~]+")  # No spaces, quotes or backslashes, which programs read differently.


def is_safe(url: str) -> bool:
    """A whole https address; without encryption only on this machine, where the playground is."""
    if not _PLAIN.fullmatch(url):
        return False
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    if not parts.hostname or parts.username is not None or parts.password is not None:
        return False
    if parts.hostname in LOCAL:
        return parts.scheme in ("http", "https")
    return parts.scheme == "https" and port in (None, 443)


def is_allowed(url: str, hosts: Collection[str]) -> bool:
    return is_safe(url) and urlsplit(url).hostname in hosts
