"""An asker without a ledger, for tests and evaluations that are about words."""

from bot.model.asker import Asked, Asker
from prompts.asking import Reply, Request, T


class Unbooked(Asker):
    async def ask(self, asked: Asked, request: Request[T], deadline_s: float) -> Reply[T]:
        assert self.model is not None
        return await self.model.ask(request, deadline_s)
