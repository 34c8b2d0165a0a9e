"""What `app.py` asks of a platform's door, so that it builds and runs each of them in the same way."""

from collections.abc import Sequence
from typing import Protocol

from starlette.routing import BaseRoute

from bot.work.platform import Platform
from storage.database import Transaction


class Door(Protocol):
    @property
    def platform(self) -> Platform:
        """What the gateway posts through."""
        ...

    def routes(self) -> Sequence[BaseRoute]: ...

    async def start(self) -> None:
        """Register what is configured and connect. Raises `SettingsError` or a `PlatformError` when it cannot work."""
        ...

    async def register_again(self) -> None:
        """What `start` could not finish while the platform was busy; the clock calls it."""
        ...

    async def make_known(self) -> None:
        """Give every configured workspace its row, so that an import may come before the first `serve`."""
        ...

    async def is_hearing(self) -> bool:
        """False when events cannot come in just now; readiness asks."""
        ...

    async def try_tokens(self) -> list[str]:
        """Ask the platform about every configured secret; one sentence for each that it refuses."""
        ...

    async def link_url(self, tx: Transaction, workspace_id: str, person_id: str) -> str:
        """Where this person can let Kindline post as them. Raises `PlatformRefused` where that is not possible."""
        ...

    async def stop(self) -> None: ...
