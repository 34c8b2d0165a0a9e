"""The settings of the process, read once by `app.py`; what a workspace may change lives in rows instead."""

import base64
import binascii
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError

_WEAK = {
    "changeme",
    "change-me",
    "secret",
    "password",
    "default",
    "example",
    "xoxb-your-token",
    "your-signing-secret",
    "todo",
}
_LOCAL = {"127.0.0.1", "localhost", "::1"}


class Settings(BaseSettings):
    """All names start with KINDLINE_; other names, such as SLACK_BOT_TOKEN, are never read. See `.env.example`."""

    model_config = SettingsConfigDict(env_prefix="KINDLINE_", env_file=".env", extra="ignore")

    database_url: str = "sqlite+aiosqlite:///kindline.db"
    secret_key: SecretStr = SecretStr("")
    """One or more base64 keys of 32 bytes, separated by commas; the first one seals, the others still open."""
    slack_signing_secret: SecretStr = SecretStr("")
    slack_bot_token: SecretStr = SecretStr("")
    slack_app_token: SecretStr = SecretStr("")
    """Set it to use Socket Mode instead of public HTTP."""
    slack_client_id: str = ""
    slack_client_secret: SecretStr = SecretStr("")
    slack_api_url: str = "https://slack.com/api/"
    public_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8701, ge=1, le=65535)
    log_level: str = "INFO"

    def keys(self) -> list[bytes]:
        """The keys for secrets at rest. Raises `SettingsError` when one is not 32 bytes of base64."""
        found: list[bytes] = []
        for text in self.secret_key.get_secret_value().split(","):
            try:
                found.append(base64.b64decode(text.strip(), validate=True))
            except binascii.Error as error:
                raise SettingsError([_KEY_HELP]) from error
        if not found or any(len(key) != 32 for key in found):
            raise SettingsError([_KEY_HELP])
        return found


_KEY_HELP = (
    "KINDLINE_SECRET_KEY must be 32 random bytes in base64. "
    'Make one with: python -c "import base64,os;print(base64.b64encode(os.urandom(32)).decode())"'
)


def database_problems(settings: Settings) -> list[str]:
    """What is wrong with the database's address, for commands that need nothing else."""
    return _database(settings)


def problems(settings: Settings) -> list[str]:
    """Everything that is wrong, all at once, one clear line each; never a secret's value."""
    found = [line for check in _CHECKS for line in check(settings)]
    try:
        settings.keys()
    except SettingsError as error:
        found += error.problems
    return found


def _slack(settings: Settings) -> list[str]:
    found: list[str] = []
    is_socket = bool(settings.slack_app_token.get_secret_value())
    if not is_socket:
        found += _secret(
            "KINDLINE_SLACK_SIGNING_SECRET", settings.slack_signing_secret, "Basic Information, App Credentials"
        )
    elif not settings.slack_app_token.get_secret_value().startswith("xapp-"):
        found.append("KINDLINE_SLACK_APP_TOKEN must start with xapp- (Basic Information, App-Level Tokens).")
    token = settings.slack_bot_token.get_secret_value()
    if token and not token.startswith("xoxb-"):
        found.append("KINDLINE_SLACK_BOT_TOKEN must start with xoxb- (OAuth & Permissions).")
    elif token.lower() in _WEAK:
        found.append("KINDLINE_SLACK_BOT_TOKEN still has its example value.")
    if not token and not settings.slack_client_id:
        found.append(
            "Set KINDLINE_SLACK_BOT_TOKEN for one workspace, "
            "or KINDLINE_SLACK_CLIENT_ID and KINDLINE_SLACK_CLIENT_SECRET for many."
        )
    if settings.slack_client_id:
        found += _secret(
            "KINDLINE_SLACK_CLIENT_SECRET", settings.slack_client_secret, "Basic Information, App Credentials"
        )
        if not settings.public_url:
            found.append(
                "KINDLINE_PUBLIC_URL is needed with KINDLINE_SLACK_CLIENT_ID, so that Slack can send people back."
            )
    return found


def _secret(name: str, value: SecretStr, where: str) -> list[str]:
    text = value.get_secret_value().strip()
    if not text:
        return [f"{name} is missing. Find it in your Slack app's settings: {where}."]
    if text.lower() in _WEAK or len(text) < 8:
        return [f"{name} still has an example value. Find the real one in your Slack app's settings: {where}."]
    return []


def _addresses(settings: Settings) -> list[str]:
    found: list[str] = []
    for name, url in (("KINDLINE_PUBLIC_URL", settings.public_url), ("KINDLINE_SLACK_API_URL", settings.slack_api_url)):
        parts = urlsplit(url)
        if url and (parts.scheme not in ("http", "https") or not parts.hostname):
            found.append(f"{name} must be a whole address, such as https://kindline.example.")
        elif url and parts.scheme == "http" and parts.hostname not in _LOCAL:
            found.append(f"{name} must use https, except on this machine.")
    return found


def _database(settings: Settings) -> list[str]:
    url = settings.database_url
    if url.startswith("sqlite+aiosqlite:///"):
        folder = Path(url.removeprefix("sqlite+aiosqlite:///")).parent
        return [] if folder.is_dir() else [f"KINDLINE_DATABASE_URL names a folder that does not exist: {folder}"]
    if url.startswith("postgresql+psycopg://"):
        return []
    return ["KINDLINE_DATABASE_URL must start with sqlite+aiosqlite:/// or postgresql+psycopg://."]


_CHECKS: tuple[Callable[[Settings], list[str]], ...] = (_slack, _addresses, _database)
