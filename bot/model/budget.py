"""May this channel ask the model once more today? A pure rule over what was used."""

from collections.abc import Sequence
from dataclasses import dataclass

from prompts.asking import Trouble
from storage.model_use import ModelUse


@dataclass(frozen=True, slots=True)
class Budget:
    """Per workspace and day; 0 sets no limit. Prices are per million tokens, in the currency of `money`."""

    tokens: int = 0
    money: float = 0.0
    price_in: float = 0.0
    price_out: float = 0.0
    channel_percent: int = 50
    """What one channel may use of it; 100 lets it have all."""

    @property
    def is_set(self) -> bool:
        return bool(self.tokens or self.money)

    def cost_micros(self, tokens_in: int, tokens_out: int) -> int:
        """In millionths: a price per million tokens is that many millionths per token."""
        return round(tokens_in * self.price_in + tokens_out * self.price_out)

    def trouble(self, used: Sequence[ModelUse], channel_id: str) -> Trouble | None:
        """Why there is no further question today; None while there may be one."""
        own = [row for row in used if row.channel_id == channel_id]
        if self._is_spent(used, 100):
            return Trouble.BUDGET_SPENT
        return Trouble.SHARE_SPENT if self._is_spent(own, self.channel_percent) else None

    def _is_spent(self, rows: Sequence[ModelUse], percent: int) -> bool:
        tokens, micros = sum(row.tokens for row in rows), sum(row.cost_micros for row in rows)
        has_tokens = not self.tokens or tokens * 100 < self.tokens * percent
        return not (has_tokens and (not self.money or micros * 100 < self.money * 1_000_000 * percent))
