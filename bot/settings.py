"""The settings of the process, read once by `app.py`; what a workspace may change lives in rows instead."""

import base64
import binascii
import ipaddress
import re
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
LOCAL_ADDRESSES = frozenset({"127.0.0.1", "::1"})
"""On which a server is reached by nobody but its own machine."""
LOCAL = LOCAL_ADDRESSES | {"localhost"}
"""How addresses name this machine."""


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
    teams_app_id: str = ""
    teams_app_password: SecretStr = SecretStr("")
    teams_tenant_ids: str = ""
    """Separated by commas; the first one is where the app is registered."""
    teams_targeted: bool = False
    teams_keys_url: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    teams_issuer: str = "https://api.botframework.com"
    teams_login_url: str = "https://login.microsoftonline.com/"
    teams_hosts: str = "smba.trafficmanager.net"
    """Separated by commas: where the Bot Connector may be, and nothing else is ever called with the bot's token."""
    teams_link_url: str = "https://teams.microsoft.com/"
    teams_open_dev: bool = False
    """Takes what nobody signed, for development: only without an app id, and only on this machine."""
    meaning_model: str = ""
    """Empty for the packaged sentence model, "off" for none, or the path of its file."""
    model_url: str = ""
    """Where an OpenAI-compatible endpoint is; empty for OpenAI's own."""
    model_key: SecretStr = SecretStr("")
    model_name: str = ""
    """Empty for no model at all."""
    model_at_once: int = Field(default=4, ge=1, le=64)
    model_tokens_per_day: int = Field(default=2_000_000, ge=0)
    model_money_per_day: float = Field(default=0.0, ge=0)
    model_price_in: float = Field(default=0.0, ge=0)
    """For a million tokens, as for `model_price_out`."""
    model_price_out: float = Field(default=0.0, ge=0)
    model_channel_percent: int = Field(default=50, ge=1, le=100)
    public_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8701, ge=1, le=65535)
    log_level: str = "INFO"

    @property
    def has_slack(self) -> bool:
        secrets = (self.slack_signing_secret, self.slack_bot_token, self.slack_app_token)
        return bool(self.slack_client_id) or any(secret.get_secret_value().strip() for secret in secrets)

    @property
    def has_teams(self) -> bool:
        given = (self.teams_app_id, self.teams_app_password.get_secret_value(), self.teams_tenant_ids)
        return self.teams_open_dev or any(one.strip() for one in given)

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


def with_model_of(settings: Settings, own: Settings) -> Settings:
    """The same settings with the other's model: for the demo, which takes nothing else from outside."""
    names = [name for name in Settings.model_fields if name.startswith("model_")]
    return settings.model_copy(update={name: getattr(own, name) for name in names})


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


def listed(text: str) -> tuple[str, ...]:
    """The parts of a setting that is a list with commas, in order."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _doors(settings: Settings) -> list[str]:
    if settings.has_slack or settings.has_teams:
        return []
    return [
        "Kindline has no door yet. For Slack, set KINDLINE_SLACK_SIGNING_SECRET and KINDLINE_SLACK_BOT_TOKEN; for "
        "Microsoft Teams, KINDLINE_TEAMS_APP_ID, KINDLINE_TEAMS_APP_PASSWORD and KINDLINE_TEAMS_TENANT_IDS; or both."
    ]


def _slack(settings: Settings) -> list[str]:
    found: list[str] = []
    if not settings.has_slack:
        return found
    is_socket = bool(settings.slack_app_token.get_secret_value())
    if not is_socket:
        found += _secret("KINDLINE_SLACK_SIGNING_SECRET", settings.slack_signing_secret, _CREDENTIALS)
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
    return found + _slack_client(settings)


def _slack_client(settings: Settings) -> list[str]:
    found: list[str] = []
    if settings.slack_client_id:
        found += _secret("KINDLINE_SLACK_CLIENT_SECRET", settings.slack_client_secret, _CREDENTIALS)
        if not settings.public_url:
            found.append(
                "KINDLINE_PUBLIC_URL is needed with KINDLINE_SLACK_CLIENT_ID, so that Slack can send people back."
            )
    return found


def _teams(settings: Settings) -> list[str]:
    if not settings.has_teams:
        return []
    if settings.teams_open_dev:
        return _open_door(settings)
    found: list[str] = []
    if not _UUID.fullmatch(settings.teams_app_id.strip()):
        found.append("KINDLINE_TEAMS_APP_ID must be the bot's id: Application (client) ID in its app registration.")
    found += _secret("KINDLINE_TEAMS_APP_PASSWORD", settings.teams_app_password, _CERTIFICATES)
    if not listed(settings.teams_tenant_ids):
        found.append("KINDLINE_TEAMS_TENANT_IDS is missing: the Directory (tenant) ID of your organisation.")
    if not listed(settings.teams_hosts) or not all(_HOST.fullmatch(one) for one in listed(settings.teams_hosts)):
        found.append("KINDLINE_TEAMS_HOSTS must be names of hosts, such as smba.trafficmanager.net.")
    if not settings.teams_issuer.strip():
        found.append("KINDLINE_TEAMS_ISSUER is empty; leave it out for https://api.botframework.com.")
    return found


def _open_door(settings: Settings) -> list[str]:
    if settings.teams_app_id or settings.host not in LOCAL_ADDRESSES:
        return [OPEN_DOOR]
    return []


OPEN_DOOR = (
    "KINDLINE_TEAMS_OPEN_DEV lets anybody in, so it works only with an empty KINDLINE_TEAMS_APP_ID "
    "and with KINDLINE_HOST=127.0.0.1."
)
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HOST = re.compile(r"[a-z0-9.-]+")
_CREDENTIALS = "your Slack app's settings: Basic Information, App Credentials"
_CERTIFICATES = "its app registration: Certificates & secrets"


def _secret(name: str, value: SecretStr, where: str) -> list[str]:
    text = value.get_secret_value().strip()
    if not text:
        return [f"{name} is missing. Find it in {where}."]
    if text.lower() in _WEAK or len(text) < 8:
        return [f"{name} still has an example value. Find the real one in {where}."]
    return []


def _addresses(settings: Settings) -> list[str]:
    found: list[str] = []
    for name in ("public_url", "slack_api_url", "teams_keys_url", "teams_login_url", "teams_link_url"):
        url = getattr(settings, name)
        parts = urlsplit(url)
        if url and (parts.scheme not in ("http", "https") or not parts.hostname):
            found.append(f"KINDLINE_{name.upper()} must be a whole address, such as https://kindline.example.")
        elif url and parts.scheme == "http" and parts.hostname not in LOCAL:
            found.append(f"KINDLINE_{name.upper()} must use https, except on this machine.")
    return found


def _database(settings: Settings) -> list[str]:
    url = settings.database_url
    if url.startswith("sqlite+aiosqlite:///"):
        folder = Path(url.removeprefix("sqlite+aiosqlite:///")).parent
        return [] if folder.is_dir() else [f"KINDLINE_DATABASE_URL names a folder that does not exist: {folder}"]
    if url.startswith("postgresql+psycopg://"):
        return []
    return ["KINDLINE_DATABASE_URL must start with sqlite+aiosqlite:/// or postgresql+psycopg://."]


def _meaning(settings: Settings) -> list[str]:
    path = settings.meaning_model.strip()
    if not path or path.lower() == "off" or Path(path).is_file():
        return []
    return ["KINDLINE_MEANING_MODEL must be empty, off, or the path of a model's file; there is no file at that path."]


def _is_near(host: str) -> bool:
    """A name without a dot, or an address that the internet does not reach."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host


def _model(settings: Settings) -> list[str]:
    if not settings.model_name.strip():
        is_half = settings.model_url or settings.model_key.get_secret_value()
        return ["KINDLINE_MODEL_NAME is missing: which model of the endpoint to ask."] if is_half else []
    parts = urlsplit(settings.model_url)
    if settings.model_url and (parts.scheme not in ("http", "https") or not parts.hostname):
        return ["KINDLINE_MODEL_URL must be a whole address, such as http://127.0.0.1:11434/v1."]
    if parts.scheme == "http" and not _is_near(parts.hostname or ""):
        return ["KINDLINE_MODEL_URL must use https, except inside your own network."]
    if settings.model_money_per_day and not (settings.model_price_in or settings.model_price_out):
        return [
            "KINDLINE_MODEL_MONEY_PER_DAY needs KINDLINE_MODEL_PRICE_IN and KINDLINE_MODEL_PRICE_OUT to count with."
        ]
    return []


_CHECKS: tuple[Callable[[Settings], list[str]], ...] = (_doors, _slack, _teams, _addresses, _database, _meaning, _model)
