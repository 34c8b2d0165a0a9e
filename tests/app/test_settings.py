"""The process's settings: everything that is wrong is said at once, one line each, and never a secret's value."""

import base64

import pytest
from pydantic import SecretStr

from bot.errors import SettingsError
from bot.settings import OPEN_DOOR, Settings, problems

GOOD = {
    "database_url": "sqlite+aiosqlite:///kindline.db",
    "secret_key": SecretStr(base64.b64encode(b"k" * 32).decode()),
    "slack_signing_secret": SecretStr("8f742231b10e8888abcd99yyyzzz85a5"),
    "slack_bot_token": SecretStr("xoxb-1-2-obviously-fake"),
    "slack_app_token": SecretStr(""),
    "slack_client_id": "",
    "slack_client_secret": SecretStr(""),
    "slack_api_url": "https://slack.com/api/",
    "public_url": "",
    "host": "127.0.0.1",
    "port": 8701,
    "log_level": "INFO",
}


def found(**changes: object) -> list[str]:
    return problems(Settings.model_construct(None, **(GOOD | changes)))


def test_a_whole_configuration_has_no_problems() -> None:
    assert found() == []


def test_everything_that_is_missing_is_said_at_once() -> None:
    changes = {"slack_signing_secret": SecretStr(""), "slack_bot_token": SecretStr("xoxp-1"), "database_url": "x"}
    lines = found(secret_key=SecretStr(""), **changes)

    assert len(lines) == 4
    for name in ("SECRET_KEY", "SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN", "DATABASE_URL"):
        assert any(f"KINDLINE_{name}" in line for line in lines)


NO_SLACK = {"slack_signing_secret": SecretStr(""), "slack_bot_token": SecretStr("")}
TEAMS = {
    "teams_app_id": "00000000-0000-4000-8000-000000000001",
    "teams_app_password": SecretStr("obviously-fake-password"),
    "teams_tenant_ids": "00000000-0000-4000-8000-000000000002",
}


def test_one_door_is_enough_and_none_is_said_kindly() -> None:
    assert found(**NO_SLACK, **TEAMS) == []
    assert found(**TEAMS) == []
    (line,) = found(**NO_SLACK)
    assert line.startswith("Kindline has no door yet.")
    assert "KINDLINE_SLACK_BOT_TOKEN" in line and "KINDLINE_TEAMS_APP_ID" in line


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"teams_app_id": ""}, "KINDLINE_TEAMS_APP_ID"),
        ({"teams_app_id": "kindline"}, "KINDLINE_TEAMS_APP_ID"),
        ({"teams_app_password": SecretStr("")}, "KINDLINE_TEAMS_APP_PASSWORD"),
        ({"teams_app_password": SecretStr("changeme")}, "KINDLINE_TEAMS_APP_PASSWORD"),
        ({"teams_tenant_ids": " , "}, "KINDLINE_TEAMS_TENANT_IDS"),
        ({"teams_hosts": ""}, "KINDLINE_TEAMS_HOSTS"),
        ({"teams_hosts": "https://smba.trafficmanager.net/"}, "KINDLINE_TEAMS_HOSTS"),
        ({"teams_issuer": " "}, "KINDLINE_TEAMS_ISSUER"),
        ({"teams_keys_url": "http://keys.example"}, "KINDLINE_TEAMS_KEYS_URL"),
        ({"teams_login_url": "login"}, "KINDLINE_TEAMS_LOGIN_URL"),
    ],
)
def test_what_teams_lacks_is_said_by_name(changes: dict[str, object], name: str) -> None:
    (line,) = found(**NO_SLACK, **(TEAMS | changes))

    assert line.startswith(name)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.7", "localhost.example"])
def test_teams_without_signatures_is_for_this_machine_only(host: str) -> None:
    assert found(**NO_SLACK, teams_open_dev=True) == []
    assert found(**NO_SLACK, teams_open_dev=True, host=host) == [OPEN_DOOR]
    assert found(**TEAMS, teams_open_dev=True) == [OPEN_DOOR]


@pytest.mark.parametrize("value", ["", "  ", "changeme", "your-signing-secret", "secret", "short"])
def test_an_empty_or_default_signing_secret_is_refused(value: str) -> None:
    assert any("KINDLINE_SLACK_SIGNING_SECRET" in line for line in found(slack_signing_secret=SecretStr(value)))


@pytest.mark.parametrize("value", ["not base64!", base64.b64encode(b"short").decode(), "a,b"])
def test_a_weak_key_is_refused_with_the_way_to_make_one(value: str) -> None:
    (line,) = found(secret_key=SecretStr(value))

    assert "KINDLINE_SECRET_KEY must be 32 random bytes" in line
    assert value not in line


def test_a_token_of_the_wrong_kind_is_named_without_its_value() -> None:
    (line,) = found(slack_bot_token=SecretStr("xoxp-a-persons-token"))

    assert line == "KINDLINE_SLACK_BOT_TOKEN must start with xoxb- (OAuth & Permissions)."


def test_socket_mode_needs_no_signing_secret() -> None:
    assert found(slack_app_token=SecretStr("xapp-1-fake"), slack_signing_secret=SecretStr("")) == []


def test_plain_http_is_refused_except_on_this_machine() -> None:
    assert found(public_url="http://kindline.example") == [
        "KINDLINE_PUBLIC_URL must use https, except on this machine."
    ]
    assert found(public_url="http://127.0.0.1:8701") == []


def test_a_client_id_needs_its_secret_and_an_address() -> None:
    lines = found(slack_client_id="1.2")

    assert [line.split()[0] for line in lines] == ["KINDLINE_SLACK_CLIENT_SECRET", "KINDLINE_PUBLIC_URL"]


def test_an_unknown_database_is_refused() -> None:
    assert found(database_url="mysql://x") == [
        "KINDLINE_DATABASE_URL must start with sqlite+aiosqlite:/// or postgresql+psycopg://."
    ]


def test_several_keys_are_read_in_order() -> None:
    both = ",".join(base64.b64encode(letter * 32).decode() for letter in (b"n", b"o"))
    settings = Settings.model_construct(None, **(GOOD | {"secret_key": SecretStr(both)}))

    assert settings.keys() == [b"n" * 32, b"o" * 32]
    with pytest.raises(SettingsError):
        Settings.model_construct(None, **(GOOD | {"secret_key": SecretStr("x")})).keys()


def test_the_sentence_models_setting_is_empty_off_or_a_file() -> None:
    assert found(meaning_model="") == found(meaning_model="off") == found(meaning_model=__file__) == []
    (line,) = found(meaning_model="nowhere/model.onnx")
    assert "KINDLINE_MEANING_MODEL" in line and "no file at that path" in line


def test_a_model_needs_its_name_and_a_safe_address() -> None:
    assert found(model_key=SecretStr("sk-1")) == found(model_url="https://m.example/v1")
    assert found(model_url="https://m.example/v1") == [
        "KINDLINE_MODEL_NAME is missing: which model of the endpoint to ask."
    ]
    assert found(model_name="m", model_url="http://m.example/v1") == [
        "KINDLINE_MODEL_URL must use https, except inside your own network."
    ]
    for near in ("http://127.0.0.1:11434/v1", "http://ollama:11434/v1", "http://10.0.0.7/v1", "https://m.example/v1"):
        assert found(model_name="m", model_url=near) == []


def test_a_budget_in_money_needs_prices_to_count_with() -> None:
    (line,) = found(model_name="m", model_money_per_day=5.0)
    assert "KINDLINE_MODEL_PRICE_IN" in line
    assert found(model_name="m", model_money_per_day=5.0, model_price_out=2.0) == []
