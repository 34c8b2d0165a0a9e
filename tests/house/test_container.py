"""Dockerfile and compose.yaml, read as text: no Docker engine is needed to see that they keep their rules."""

import json
import re
from typing import Any

import yaml

from tests.house.files import ROOMS, ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def instructions() -> list[tuple[str, str]]:
    """(word, rest) of each instruction, continued lines joined."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", DOCKERFILE, flags=re.MULTILINE))
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in joined.splitlines() if line.strip()]


def values(word: str) -> list[str]:
    return [rest for name, rest in instructions() if name == word]


def test_the_image_is_built_in_two_stages_from_one_exact_version() -> None:
    images = [rest.split()[0] for rest in values("FROM")]
    assert len(images) == 2
    assert len(set(images)) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+", images[0])


def test_the_image_installs_only_what_the_lock_names() -> None:
    installs = [rest for rest in values("RUN") if "pip install" in rest]
    assert len(installs) == 1
    assert "--require-hashes -r requirements.lock" in installs[0]


def test_the_last_stage_carries_every_room_and_nothing_else() -> None:
    last_stage = DOCKERFILE.rsplit("FROM ", 1)[1]
    copied = set(re.findall(r"^COPY (?!--from)(\S+) ", last_stage, re.MULTILINE))
    assert copied == {"app.py", *ROOMS}


def test_the_docker_context_is_a_list_of_what_may_come_in() -> None:
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*"
    assert {line[1:] for line in lines if line.startswith("!")} == {"app.py", "requirements.lock", *ROOMS}


def test_the_image_runs_as_an_ordinary_user_without_a_shell() -> None:
    words = [word for word, _ in instructions()]
    assert values("USER") == ["kindline"]
    assert words.index("USER") < words.index("CMD")
    assert "--shell /usr/sbin/nologin" in DOCKERFILE


def test_python_itself_is_the_first_process_so_that_a_stop_reaches_it() -> None:
    assert [json.loads(rest) for rest in values("CMD")] == [["python", "app.py", "serve"]]


def test_the_health_check_asks_healthz_with_python_and_a_deadline() -> None:
    (check,) = values("HEALTHCHECK")
    command = json.loads(check.split("CMD ", 1)[1])
    assert command[:2] == ["python", "-c"]
    compile(command[2], "healthcheck", "exec")
    assert "/healthz" in command[2]
    assert "timeout=3" in command[2]


def test_no_secret_is_written_in_either_file() -> None:
    secrets = r"(?:KEY|SECRET|TOKEN|PASSWORD)\w*(?:=|: )(?!\$\{)\S"
    assert re.findall(secrets, DOCKERFILE) == []
    assert re.findall(secrets, (ROOT / "compose.yaml").read_text()) == []


def test_kindline_waits_for_the_database_and_its_tables() -> None:
    assert SERVICES["kindline"]["depends_on"] == {
        "postgres": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }
    assert SERVICES["migrate"]["command"] == ["python", "app.py", "migrate"]
    assert "healthcheck" in SERVICES["postgres"]


def test_only_loopback_reaches_the_published_port() -> None:
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert ports == {"kindline": ["127.0.0.1:8701:8701"]}


def test_the_containers_can_change_nothing_but_their_data() -> None:
    for name in ("kindline", "migrate"):
        assert SERVICES[name]["read_only"] is True
        assert SERVICES[name]["cap_drop"] == ["ALL"]
        assert SERVICES[name]["security_opt"] == ["no-new-privileges:true"]


def test_every_foreign_image_is_pinned_to_a_version() -> None:
    images = [service["image"] for service in SERVICES.values()]
    assert [image for image in images if not re.search(r":\d+\.\d+", image)] == []


def test_compose_runs_on_postgresql_through_psycopg() -> None:
    url = SERVICES["kindline"]["environment"]["KINDLINE_DATABASE_URL"]
    assert url.startswith("postgresql+psycopg://kindline:${POSTGRES_PASSWORD:?")
