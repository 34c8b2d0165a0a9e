"""The one table from what Teams or the network did to what the bot may do next: try later, give up, or admit that
nobody knows."""

import re
from enum import StrEnum
from typing import Any

import aiohttp

from bot.errors import UNREACHABLE, KindlineError, PlatformBusy, PlatformError, PlatformRefused, PlatformUncertain

MESSAGE_GONE, CHAT_GONE, NOT_A_MEMBER = "message_not_found", "conversation_not_found", "not_a_member"
RETRY_AFTER_S, MOST_RETRY_AFTER_S, REFUSED_TOKEN_S = 5.0, 600.0, 60.0
_BLOCKED = ("MessageWritesBlocked", "ConversationBlockedByUser", "BotDisabledByAdmin")
_NOBODY_KNOWS = frozenset({408, 412})
_WORD = re.compile(r"[A-Za-z]{3,60}")


class Call(StrEnum):
    """What a call does, since that decides what not knowing its end means. Only a new post may not be repeated."""

    POST = "post"
    CHANGE = "change"
    READ = "read"
    OPEN = "open"


def of_connection(error: Exception, call: Call) -> PlatformError:
    """Only what surely happened before anything was sent counts as not done."""
    name = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return PlatformBusy(f"Teams cannot be reached ({name})")
    return _unknown(f"the connection broke ({name})", call)


def of_status(status: int, headers: Any, body: bytes, call: Call) -> PlatformError:
    """From an HTTP status and what came with it; an answer that nobody can read is never taken for a success."""
    if status == 429:
        scope = "workspace" if call is Call.OPEN else "channel"
        return PlatformBusy("Teams asked us to slow down", retry_after_s=_retry_after_s(headers), scope=scope)
    if status == 401:
        # Asked with a fresh token before. An admin can mend it, and until then nothing may be lost.
        return PlatformBusy("Teams does not accept our token", retry_after_s=REFUSED_TOKEN_S, scope="workspace")
    if status >= 500 or status in _NOBODY_KNOWS:
        return _unknown(f"http_{status}", call)
    if status == 403:
        said = body.decode(errors="replace")
        return PlatformRefused(UNREACHABLE if any(word in said for word in _BLOCKED) else _code(said) or "forbidden")
    if status == 404:
        return PlatformRefused(_missing(body, call))
    if status == 413:
        return PlatformRefused("msg_too_long")
    if 400 <= status < 500:
        return PlatformRefused(_code(body.decode(errors="replace")) or f"http_{status}")
    return PlatformRefused("redirected") if 300 <= status < 400 else _unknown("unreadable_answer", call)


def as_waiting(error: KindlineError) -> PlatformBusy:
    """For a call that only reads: not knowing how it ended is the same as not done."""
    return error if isinstance(error, PlatformBusy) else PlatformBusy(str(error))


def _unknown(reason: str, call: Call) -> PlatformError:
    """Changing, reading or opening a chat twice does no harm, so not knowing is the same as not done."""
    return PlatformUncertain(reason) if call is Call.POST else PlatformBusy(reason)


def _missing(body: bytes, call: Call) -> str:
    if call is Call.READ:
        return _code(body.decode(errors="replace")) or NOT_A_MEMBER
    return MESSAGE_GONE if call is Call.CHANGE else CHAT_GONE


def _code(said: str) -> str:
    """The connector's own word for what is wrong, and nothing of what else it says: that may hold people's words."""
    _, found, rest = said.partition('"code"')
    word = _WORD.search(rest[:80]) if found else None
    return word[0] if word else ""


def _retry_after_s(headers: Any) -> float:
    given = str(headers.get("Retry-After", "")).strip()
    seconds = float(given) if given.isascii() and given.isdigit() else RETRY_AFTER_S
    return min(max(seconds, 1.0), MOST_RETRY_AFTER_S)
