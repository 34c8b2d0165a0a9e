"""Dialogs: what is asked, what comes back, and that nothing typed is ever lost."""

import json
from typing import Any

import pytest

from bot.cards import (
    Actions,
    Button,
    Card,
    ChecksInput,
    Choice,
    Divider,
    Form,
    Heading,
    Input,
    LinkButton,
    MomentInput,
    Part,
    PersonInput,
    Quote,
    SelectInput,
    Small,
    TextInput,
    Words,
)
from handlers.teams.carried import packed, unpacked
from handlers.teams.forms import Origin, again, dialog, reading, submitted
from tests.teams.drawn import objects

TEXT = TextInput("text", "Your reply", "Hi", is_multiline=True, hint="Kindly", placeholder="Dear", max_length=500)
KIND = SelectInput("kind", "Kind", [("Praise", "praise"), ("Wish", "wish")], "wish", is_optional=True)
DAYS = ChecksInput("days", "Days", [("Monday", "0"), ("Tuesday", "1"), ("Sunday", "6")], ["0", "1"])
DUE = MomentInput("due", "When?", "2026-11-20T12:00")
WHO = PersonInput("who", "Who?", "aad-frieda", is_optional=True)
EVERY: list[Part | Input] = [
    *(Heading("H"), Words("W", "S"), Quote("Q"), Small("s"), Divider()),
    *(TEXT, KIND, DAYS, DUE, WHO),
    Actions([Button("b", "Go", "v"), LinkButton("Web", "https://x.example"), Choice("c", "Pick", [("One", "1")])]),
]
FORM = Form("draft", "Your reply", EVERY, "Use", "Cancel", "d1")
ORIGIN = Origin("n1", "19:c@thread.tacv2", "5", "https://t.example/l/message/5")


def card_in(shown: dict[str, Any]) -> dict[str, Any]:
    assert shown["task"]["type"] == "continue"
    found: dict[str, Any] = shown["task"]["value"]["card"]["content"]
    return found


def fields(shown: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in objects(card_in(shown)) if one.get("type", "").startswith("Input.")}


def data_in(shown: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(card_in(shown)["actions"][0]["data"]))
    return found


def typed(**more: Any) -> dict[str, Any]:
    """What Teams sends back when somebody presses the button."""
    filled = {
        "text": "Hi Annelie",
        "kind": "praise",
        "days": "0,6",
        "due": "2026-11-21",
        "due:time": "09:30",
        "who": "a-1",
    }
    return {**data_in(dialog(FORM, ORIGIN)), **filled, **more}


def test_every_input_is_asked_for_with_what_it_holds() -> None:
    shown = fields(dialog(FORM, ORIGIN))
    assert {name: one["value"] for name, one in shown.items() if not name.startswith("choice:")} == {
        "text": "Hi",
        "kind": "wish",
        "days": "0,1",
        "due": "2026-11-20",
        "due:time": "12:00",
        "who": "aad-frieda",
    }
    assert (shown["text"]["isMultiline"], shown["text"]["maxLength"]) == (True, 500)
    assert shown["days"]["isMultiSelect"] is True
    assert shown["who"]["choices.data"]["dataset"] == "graph.microsoft.com/users"
    assert [name for name, one in shown.items() if one.get("isRequired")] == ["text", "due", "due:time"]


def test_a_dialog_carries_where_it_came_from() -> None:
    shown = dialog(FORM, ORIGIN)
    assert shown["task"]["value"]["title"] == "Your reply"
    data = data_in(shown)
    assert {name: data[name] for name in "fsnctlm"} == {
        "f": "draft",
        "s": "d1",
        "n": "n1",
        "c": "19:c@thread.tacv2",
        "t": "5",
        "l": "https://t.example/l/message/5",
        "m": ["days"],
    }


def test_what_was_filled_in_comes_back_as_plain_values() -> None:
    found = submitted(typed())
    assert (found.form_id, found.subject, found.origin) == ("draft", "d1", ORIGIN)
    assert found.values == {
        "text": "Hi Annelie",
        "kind": "praise",
        "days": ["0", "6"],
        "due": "2026-11-21T09:30",
        "who": "a-1",
    }


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ({"days": ""}, "days", []),
        ({"days": "0,made up,6"}, "days", ["0", "6"]),
        ({"days": None}, "days", []),
        ({"due:time": ""}, "due", ""),
        ({"due": ""}, "due", ""),
        ({"text": "one, two\r\nthree\u202e"}, "text", "one, two\nthree"),
        ({"text": ["list"]}, "text", ""),
        ({"kind": 7}, "kind", "7"),
    ],
)
def test_odd_answers_are_read_as_what_they_are(more: dict[str, Any], name: str, value: Any) -> None:
    assert submitted(typed(**more)).values[name] == value


def test_without_the_form_the_values_are_still_read() -> None:
    data = typed()
    del data["form"]
    found = submitted(data)
    assert found.values["days"] == ["0", "6"]
    assert (found.values["due"], found.values["text"]) == ("2026-11-21T09:30", "Hi Annelie")
    assert found.values.keys() == {"text", "kind", "days", "due", "who"}
    assert again(found, {"text": "No"}) is None


@pytest.mark.parametrize(
    "data", [None, "x", [], {}, {"form": 5}, {"f": None}, {"form": "{}"}, {"m": "text", "text": "x"}]
)
def test_data_that_nobody_of_ours_made_is_harmless(data: Any) -> None:
    found = submitted(data)
    assert (found.form_id, found.form) == ("", None)


def test_a_refused_form_comes_again_with_what_was_typed_and_each_sentence_at_its_field() -> None:
    shown = again(submitted(typed()), {"text": "Please say /kindline help.", "gone": "Something else."})
    assert shown is not None
    assert fields(shown)["text"]["value"] == "Hi Annelie"
    assert fields(shown)["days"]["value"] == "0,6"
    assert (fields(shown)["due"]["value"], fields(shown)["due:time"]["value"]) == ("2026-11-21", "09:30")
    body = card_in(shown)["body"]
    said = [one["inlines"][0] for one in body if one["type"] == "RichTextBlock"]
    problems = [one["text"] for one in said if one.get("color") == "attention"]
    assert problems == ["Something else.", "Please say @Kindline help."]
    assert body[0]["inlines"][0]["text"] == "Something else."
    below = [one.get("id") for one in body].index("text") + 2  # Its hint stands between them.
    assert body[below]["inlines"][0]["text"] == "Please say @Kindline help."
    assert data_in(shown)["n"] == "n1"


def test_a_form_is_drawn_again_exactly_as_it_was() -> None:
    plain = Form("draft", "Your reply", EVERY, "Use", "Cancel", "d1")
    first = dialog(plain, ORIGIN)
    untouched = {
        **data_in(first),
        **{"text": "Hi", "kind": "wish", "days": "0,1", "due": "2026-11-20", "due:time": "12:00", "who": "aad-frieda"},
    }
    assert again(submitted(untouched), {}) == first


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-5],
        lambda text: text.replace("TextInput", "Path"),
        lambda text: text.replace('"is_multiline":true', '"is_multiline":"often"'),
        lambda text: text.replace('"label":"Your reply"', '"label":null'),
        lambda text: text.replace('"options":[["Praise","praise"]', '"options":[["Praise"]'),
        lambda text: "[]",
        lambda text: "x" * 100_000,
    ],
)
def test_a_packed_form_that_somebody_changed_is_none(change: Any) -> None:
    whole = packed(FORM)
    assert unpacked(whole) is not None
    assert change(whole) != whole
    assert unpacked(change(whole)) is None


def test_in_a_dialog_every_press_is_a_submission() -> None:
    shown = dialog(FORM, ORIGIN)
    assert [
        one for one in objects(shown) if one.get("type") == "Action.Execute" or "msteams" in one.get("data", {})
    ] == []
    (go,) = [one for one in objects(shown) if one.get("title") == "Go"]
    assert (go["data"]["b"], go["data"]["s"], go["data"]["f"], go["data"]["n"]) == ("b", "v", "draft", "n1")


def test_a_card_in_a_dialog_only_tells_something() -> None:
    shown = reading(Card("Gone", [Words("It is gone."), Actions([Button("draft.open", "Open", "d1")])]), origin=ORIGIN)
    card = card_in(shown)
    assert "actions" not in card
    (press,) = [one for one in objects(card) if one.get("type") == "Action.Submit"]
    assert (press["data"]["b"], press["data"]["f"], press["data"]["n"], press["data"]["s"]) == (
        "draft.open",
        "card",
        "n1",
        "d1",
    )


def test_a_form_without_a_button_cannot_be_sent() -> None:
    shown = dialog(Form("draft.why", "Why", [Words("Because.")], submit=""), ORIGIN)
    assert "actions" not in card_in(shown)


def test_a_menu_without_options_asks_nothing() -> None:
    assert fields(dialog(Form("f", "T", [SelectInput("kind", "Kind", [])]), ORIGIN)) == {}


def test_the_largest_form_stays_within_what_teams_takes() -> None:
    options = [(f"{'long ' * 12}{n}", f"value {n}") for n in range(60)]
    parts: list[Part | Input] = [SelectInput("kind", "Kind", options), TextInput("text", "Text", "ü" * 3_000)]
    assert len(json.dumps(dialog(Form("f", "T", parts), ORIGIN), ensure_ascii=False).encode()) < 28_000
