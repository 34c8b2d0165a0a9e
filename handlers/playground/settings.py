"""What can be set about the playground, read from the environment once."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

HERE = Path(__file__).parent


class Settings(BaseSettings):
    """Where the playground listens, where the bot is, how events reach it and where state is kept."""

    model_config = SettingsConfigDict(populate_by_name=True, frozen=True)

    port: int = Field(default=8700, validation_alias="PORT", ge=1, le=65535)
    bot_port: int = Field(default=8701, validation_alias="BOT_PORT", ge=1, le=65535)
    delivery: Literal["http", "socket"] = Field(default="http", validation_alias="PLAYGROUND_DELIVERY")
    state: Path = Field(default=Path(".demo"), validation_alias="PLAYGROUND_STATE")

    is_tied: bool = Field(default=False, validation_alias="PLAYGROUND_TIED")
    """Started beside the bot, and to stop with whoever started both."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def bot_address(self) -> str:
        return f"http://127.0.0.1:{self.bot_port}"

    @property
    def state_file(self) -> Path:
        return self.state / "playground.json"

    @property
    def calls_file(self) -> Path:
        return self.state / "playground-calls.jsonl"
