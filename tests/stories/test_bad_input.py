"""Whatever people type, they get a kind and clear answer, and nothing that they did not mean is kept."""

import pytest

from tests.demo import Refused
from tests.stories.conftest import every_way
from tests.stories.people import HELP, MARKETING, ON_TEAMS, Scene
from tests.stories.wire import SlackWire

COMMANDS = (
    "cards",
    "check",
    "company",
    "examples",
    "here",
    "insight",
    "learning",
    "link",
    "mute",
    "pause",
    "playbook",
    "problems",
    "promise",
    "promises",
    "reply",
    "resume",
    "route",
    "shadow",
    "standard",
    "team",
    "unlink",
    "voice",
)
FAMILIES = "👩‍👩‍👧‍👦🏳️‍🌈👨🏽‍🚒 Ça coûte très cher, 素晴らしい, مرحبا شكرا جزيلا 🇩🇪"
HOSTILE = [
    "",
    "   ",
    "\u202e\u202d",
    "--",
    "<!channel>",
    "<@U0NOBODY>",
    "'; DROP TABLE work; --",
    "payload={}",
    FAMILIES,
]


def marketing_is_empty(scene: Scene) -> bool:
    scene.settle()
    return not scene.milo.look().in_channel(MARKETING)


@every_way
def test_an_unknown_word_gets_the_nearest_one_that_exists(scene: Scene) -> None:
    is_chat = scene.team == ON_TEAMS  # Where nobody types a slash, none is shown.
    near = "“insight”?" if is_chat else "/kindline insight?"
    everything = "Type help, and I list everything I can do." if is_chat else "/kindline help lists everything."
    assert scene.frieda.told("/kindline insihgt") == f"I don't know “insihgt” yet. Did you mean {near}"
    assert scene.frieda.told("/kindline xyzzy") == f"I don't know “xyzzy” yet. {everything}"
    assert "What Kindline can do for you" in scene.frieda.told("/kindline")


def test_an_unknown_flag_is_explained_and_the_words_are_handed_back(scene: Scene) -> None:
    said = scene.frieda.told("/insight Loves the bell --urgent")
    assert "I don't know “--urgent”." in said and "Loves the bell --urgent" in said
    assert "Did you mean “heard:”?" in scene.frieda.told("/insight Loves the bell hear:praise")
    assert "Did you mean praise?" in scene.frieda.told("/insight Loves the bell heard:prase")
    assert marketing_is_empty(scene)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_every_command_has_an_answer_for_every_input(scene: Scene, text: str) -> None:
    for word in COMMANDS:
        answer = scene.frieda.types(f"/kindline {word} {text}")
        assert answer is not None or scene.frieda.look().form, f"{word} said nothing"
        if scene.frieda.look().form:
            scene.frieda.do("close", view="modal")
        assert answer is None or "did not work just now" not in answer.words, f"{word} failed"
    scene.frieda.told(f"/kindline {text}")


def test_forty_one_thousand_characters_are_answered_kindly_and_not_kept(scene: Scene) -> None:
    long = "The bell is lovely. " * 2050
    assert len(long) == 41_000
    with pytest.raises(Refused, match="too long"):
        scene.frieda.types(f"/insight {long}")
    for word in ("insight", "check", "promise", "promises", "team", "here", "xyz"):
        status, text = SlackWire(scene.demo).command("/kindline", f"{word} {long}")
        assert status == 200 and text and "did not work" not in text, word
    assert marketing_is_empty(scene) and scene.frieda.told("/promises") == "You have no open promises."


def test_a_very_long_customer_message_still_gets_a_draft(scene: Scene) -> None:
    scene.annelie.says("My parcel is late and I am sad about it. " * 900 + "When do you open on Saturday?")
    draft = scene.frieda.draft("Draft ready")
    scene.frieda.presses(draft, "Open")
    assert "Annelie," in str(scene.frieda.form("Your reply").holds("text"))


@every_way
def test_emoji_families_and_right_to_left_text_come_back_unharmed(scene: Scene) -> None:
    scene.has_marketing()
    confirmation = scene.frieda.types(f"/insight {FAMILIES} heard:praise")
    assert confirmation is not None and FAMILIES in confirmation.words
    assert FAMILIES in scene.milo.card("Insight #1").words
    scene.annelie.says(f"{FAMILIES} When do you open on Saturday?")
    scene.frieda.draft("Draft ready")


@pytest.mark.parametrize("text", ["Loves\x00 the bell", "Loves\x1b[31m the\x08 bell\x7f"])
def test_characters_that_no_database_takes_are_left_out(scene: Scene, text: str) -> None:
    confirmation = scene.frieda.types(f"/insight {text}")
    assert confirmation is not None and "Loves" in confirmation.words and "the" in confirmation.words
    scene.milo.card("Insight #1")
    scene.annelie.says(f"{text}? When do you open on Saturday?")
    scene.frieda.draft("Draft ready")


def test_half_a_surrogate_pair_in_a_customers_words_still_gets_a_draft(scene: Scene) -> None:
    ts = "1794994201.000100"
    said = {
        "type": "message",
        "channel": HELP,
        "channel_type": "channel",
        "user": "U0ANNELIE",
        "ts": ts,
        "event_ts": ts,
    }
    broken = {**said, "text": "Hello \ud83d! When do you open on Saturday?\x00"}
    assert SlackWire(scene.demo).event(broken, "Ev0HALF") == (200, "")
    scene.clock(advance_s=5)
    assert "Annelie Voss" in scene.frieda.told("/reply")


def test_markup_in_a_customers_words_neither_pings_nor_hides_a_link(scene: Scene) -> None:
    scene.annelie.says("<!channel> <https://evil.example|my order> *bold* <@U0NADINE> when do you open on Saturday?")
    scene.frieda.draft("Draft ready")
    shown = [call["args"] for call in scene.calls("chat.postEphemeral")]
    assert shown and "<!channel>" not in str(shown) and "<@U0NADINE>" not in str(shown)
    assert "|my order>" not in str(shown)


def test_a_form_whose_trigger_expired_can_be_opened_with_a_button(scene: Scene) -> None:
    scene.annelie.says("When do you open on Saturday?")
    draft = scene.frieda.draft("Draft ready")
    scene.demo.ask("fault", method="views.open", kind="trigger_expired")
    scene.frieda.presses(draft, "Open")
    late = scene.frieda.card("That took a moment too long for Slack.")
    scene.frieda.presses(late, "Open the form")
    assert "Annelie," in str(scene.frieda.form("Your reply").holds("text"))


def test_a_slow_slack_never_leaves_a_person_without_an_answer(scene: Scene) -> None:
    scene.demo.ask("fault", method="views.open", kind="delay", delay_s=2.6)
    scene.memory.expected_errors.add("slack.interaction_failed")
    answer = scene.frieda.types("/insight")
    seen = scene.frieda.until(lambda seen: seen.form or answer is not None, "a form or a sentence")
    assert seen.form or answer is not None


def test_an_empty_form_is_refused_beside_its_field(scene: Scene) -> None:
    scene.annelie.says("When do you open on Saturday?")
    scene.frieda.presses(scene.frieda.draft("Draft ready"), "Open")
    scene.frieda.form("Your reply")
    refused = scene.frieda.submits(text="   ")
    assert list(refused) == ["text"]
    assert [one for one in scene.annelie.look().in_channel(HELP) if one.author == "U0FRIEDA"] == []


def test_buttons_with_unreadable_values_are_answered(scene: Scene) -> None:
    wire = SlackWire(scene.demo)
    for action in ("draft.use", "promise.done", "promise.pick_date", "promise.snooze", "insight.reply", "thread.help"):
        for value in ("", "|||", "x" * 2000, "C0HELP|x", "p|list|9;2026-99-99", "\u202e"):
            assert wire.press("T0MARIGOLD", "U0FRIEDA", HELP, action, value) == 200
    scene.settle()
    assert "did not work just now" not in scene.frieda.look().words


@every_way
def test_a_guest_who_is_a_customer_is_told_kindly_that_there_is_nothing_for_them(scene: Scene) -> None:
    for line in ("/kindline team", "/promises", "/insight I love it", "/reply", "/kindline here off", "/kindline help"):
        said = scene.hendrik.told(line)
        assert said == (
            "Kindline helps the team that answers you. To ask them something, just write in your shared channel."
        )
    assert marketing_is_empty(scene)
