"""The one table from what Slack or the network did to what the bot may do next: try later, give up, or admit that
nobody knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.errors import KindlineError, PlatformBusy, PlatformError, PlatformRefused, PlatformUncertain

_RETRY_AFTER_S = 30.0
_BUSY = {"ratelimited": "channel", "rate_limited": "channel", "message_limit_exceeded": "workspace"}
_UNCERTAIN = {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"}


@contextmanager
def translated() -> Iterator[None]:
    """Everything that one call to Slack can end in, in the bot's own three words."""
    try:
        yield
    except SlackApiError as error:
        raise of_answer(error) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise of_connection(error) from error
    except AttributeError as error:
        # The SDK reads a body that is text or a list as if it were an object, and stumbles over it.
        raise PlatformUncertain("unreadable_answer") from error


def of_connection(error: Exception) -> PlatformError:
    """Only what surely happened before anything was sent counts as not done."""
    name = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return PlatformBusy(f"Slack cannot be reached ({name})")
    return PlatformUncertain(f"the connection broke ({name})")


def of_answer(error: SlackApiError) -> PlatformError:
    answer: Any = error.response
    status = int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0) or 0)
    data = getattr(answer, "data", None)
    code = str(data.get("error") or "") if isinstance(data, dict) else ""
    return of_code(status, code, getattr(answer, "headers", None) or {})


def of_code(status: int, code: str, headers: Any) -> PlatformError:
    """From an HTTP status and Slack's error word; an answer that nobody can read is never taken for a success."""
    if status == 429 or code in _BUSY:
        return PlatformBusy(
            "Slack asked us to slow down", retry_after_s=_retry_after_s(headers), scope=_BUSY.get(code, "channel")
        )
    if status >= 500 or status == 408 or code in _UNCERTAIN:
        return PlatformUncertain(code or f"http_{status}")
    if code:
        return PlatformRefused(code)
    return PlatformRefused(f"http_{status}") if 400 <= status < 500 else PlatformUncertain("unreadable_answer")


def _retry_after_s(headers: Any) -> float:
    given = str(headers.get("Retry-After", "")).strip()
    return float(given) if given.isascii() and given.isdigit() else _RETRY_AFTER_S


def as_waiting(error: KindlineError) -> PlatformBusy:
    """For a call that only reads: not knowing how it ended is the same as not done."""
    if isinstance(error, PlatformBusy):
        return error
    return PlatformBusy(str(error))
