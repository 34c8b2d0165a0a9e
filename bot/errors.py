"""The one error family. SDK errors are translated into it at the edge, so the core never sees a platform's own."""

from storage.errors import KindlineError, LeaseLost, SettingsError, StorageUnavailable

__all__ = [
    "UNREACHABLE",
    "KindlineError",
    "LeaseLost",
    "NotKnownHere",
    "PlatformBusy",
    "PlatformError",
    "PlatformRefused",
    "PlatformUncertain",
    "SettingsError",
    "StorageUnavailable",
]


UNREACHABLE = "unreachable"
"""The code of a `PlatformRefused` with which a door says that a person blocked the bot or removed it."""


class NotKnownHere(KindlineError):
    """Work of a kind that this version does not know; another replica, or the next version, does."""


class PlatformError(KindlineError):
    """A platform did not do what we asked."""


class PlatformBusy(PlatformError):
    """Certainly not done, worth trying later. `scope` says what is blocked: "channel" or the whole "workspace"."""

    def __init__(self, reason: str, *, retry_after_s: float | None = None, scope: str = "channel") -> None:
        super().__init__(reason)
        self.retry_after_s = retry_after_s
        self.scope = scope


class PlatformRefused(PlatformError):
    """Certainly not done, and trying again will not help. `code` is the platform's own word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class PlatformUncertain(PlatformError):
    """The call may or may not have been accepted: a time-out, a reset, a 5xx."""
