"""The bot's own port: only what Slack signed in the last minutes is heard, and the same thing is never done twice."""

import json
import time
from urllib.parse import urlencode

import pytest

from tests.stories.people import DESK, HELP, MARKETING, Scene
from tests.stories.wire import FORM, JSON, SlackWire, command_body, event_body, signed

LOVES = "insight Loves the bell heard:praise"


def nothing_came_of_it(scene: Scene) -> bool:
    scene.clock(advance_s=5)
    return not scene.milo.look().in_channel(MARKETING) and not scene.frieda.look().messages


@pytest.fixture
def forged() -> dict[str, tuple[bytes, dict[str, str]]]:
    body = command_body("/kindline", LOVES)
    fair = signed(body)
    return {
        "unsigned": (body, {}),
        "another secret": (body, signed(body, secret="guess")),
        "an empty secret": (body, signed(body, secret="")),
        "altered": (body + b"&text=insight+Hates+it", fair),
        "stale": (body, signed(body, at=time.time() - 400)),
        "from the future": (body, signed(body, at=time.time() + 400)),
        "no timestamp": (body, {"X-Slack-Signature": fair["X-Slack-Signature"]}),
        "a timestamp in words": (body, {**fair, "X-Slack-Request-Timestamp": "now"}),
        "cut short": (body, {**fair, "X-Slack-Signature": fair["X-Slack-Signature"][:20]}),
        "not ASCII": (body, {**fair, "X-Slack-Signature": "v0=\xe4\xf6"}),
    }


def test_what_slack_did_not_sign_is_refused_and_leaves_nothing(
    scene: Scene, forged: dict[str, tuple[bytes, dict[str, str]]]
) -> None:
    wire = SlackWire(scene.demo)
    answers = {name: wire.post(body, FORM, headers) for name, (body, headers) in forged.items()}
    assert answers == dict.fromkeys(forged, (401, ""))
    assert nothing_came_of_it(scene)


def test_a_team_that_never_installed_the_app_is_refused(scene: Scene) -> None:
    wire = SlackWire(scene.demo)
    message = {
        "type": "message",
        "channel": HELP,
        "user": "U0ANNELIE",
        "text": "When do you open?",
        "ts": "1794994200.5",
    }
    assert wire.event(message, "Ev0FOREIGN", "T0STRANGER") == (403, "")
    assert wire.command("/kindline", LOVES, team_id="T0STRANGER") == (403, "")
    assert nothing_came_of_it(scene)


def test_a_body_larger_than_any_of_slacks_is_refused(scene: Scene) -> None:
    body = b"text=" + b"x" * 1_100_000
    assert SlackWire(scene.demo).post(body, FORM) == (413, "")
    assert nothing_came_of_it(scene)


GARBAGE = (
    (b"{", JSON),
    (b"[]", JSON),
    (b"null", JSON),
    (b"\xff\xfe", JSON),
    (b"[" * 100_000, JSON),
    (b"payload=%7B", FORM),
    (b"a=b", FORM),
    (b"text=%ED%A0%BD", FORM),
    (b"<xml/>", "text/xml"),
    (b"", FORM),
)


def test_signed_garbage_is_a_bad_request_and_nothing_more(scene: Scene) -> None:
    wire = SlackWire(scene.demo)
    answers = [(body[:20], wire.post(body, kind)) for body, kind in GARBAGE]
    assert answers == [(body[:20], (400, "")) for body, _ in GARBAGE]
    assert nothing_came_of_it(scene)


def test_a_payload_with_nothing_in_it_is_never_a_failure(scene: Scene) -> None:
    wire = SlackWire(scene.demo)
    kinds = ("block_actions", "view_submission", "message_action", "shortcut", "view_closed", "block_suggestion", "x")
    for kind in kinds:
        payload = {"type": kind, "team": {"id": "T0MARIGOLD"}, "user": {"id": "U0FRIEDA"}}
        status, _ = wire.post(urlencode({"payload": json.dumps(payload)}).encode(), FORM)
        assert status == 200, kind
    assert nothing_came_of_it(scene)


def test_a_replayed_command_has_one_effect(scene: Scene) -> None:
    body = command_body("/kindline", LOVES)
    headers = signed(body)
    wire = SlackWire(scene.demo)
    first, *again = [wire.post(body, FORM, headers) for _ in range(3)]
    assert first[0] == 200 and "This is insight #1" in first[1]
    assert [status for status, _ in again] == [200, 200]
    scene.milo.card("Insight #1")
    scene.settle()
    assert len(scene.milo.look().in_channel(MARKETING)) == 1


def test_a_replayed_event_has_one_effect(scene: Scene) -> None:
    ts = "1794994200.777000"
    message = {
        "type": "message",
        "channel": DESK,
        "ts": ts,
        "event_ts": ts,
        "bot_id": "B0DESK",
        "subtype": "bot_message",
    }
    mail = {**message, "text": "From: Annelie Voss <annelie.voss@mail.example>\n\nWhen do you open on Saturday?"}
    body = event_body({**mail, "channel_type": "channel"}, "Ev0SAME")
    headers = signed(body)
    wire = SlackWire(scene.demo)
    assert [wire.post(body, JSON, headers) for _ in range(3)] == [(200, "")] * 3
    assert wire.event(mail, "Ev0OTHER") == (200, "")
    scene.settle()
    waiting = scene.frieda.types("/reply", DESK)
    assert waiting is not None and waiting.buttons == ["Help me reply"]


def test_the_word_payload_in_a_command_is_only_a_word(scene: Scene) -> None:
    words = "insight payload={} loves the bell"
    scene.memory.written.append(words)
    status, text = SlackWire(scene.demo).command("/kindline", words)
    assert status == 200 and "This is insight #1" in text
    scene.milo.card("Insight #1")


def test_slacks_own_questions_are_answered(scene: Scene) -> None:
    wire = SlackWire(scene.demo)
    asked = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a", "token": "x"}).encode()
    assert wire.post(asked, JSON) == (200, "3eZbrw1a")
    assert wire.post(asked, JSON, {})[0] == 401
    assert wire.post(b"ssl_check=1&token=x", FORM, {}) == (200, "")
