"""Cards and forms inside Slack's limits, and nobody's words with power over Slack."""

import json
from collections.abc import Iterator
from dataclasses import replace
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
    Tone,
    Words,
)
from handlers.hall.characters import units
from handlers.slack.blocks import BUDGET, MOST_IN_MESSAGE, home, message
from handlers.slack.forms import error_blocks, modal, origin, values

HOSTILE = "<!channel> <!here> <@U1> <!subteam^S1> <https://evil|https://bank> @everyone & :boom: *x*"


def texts(found: Any) -> Iterator[dict[str, Any]]:
    """Every text object in a message, with its kind."""
    if isinstance(found, dict):
        if found.get("type") in ("plain_text", "mrkdwn"):
            yield found
        for value in found.values():
            yield from texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from texts(value)


def card(*parts: Part) -> Card:
    return Card(summary="Summary", parts=parts)


def test_hostile_words_stay_literal_in_every_place() -> None:
    button = Button("b", HOSTILE, "v", confirm=HOSTILE)
    row = Actions([button, LinkButton(HOSTILE, "https://x.example"), Choice("c", HOSTILE, [(HOSTILE, "1")])])
    shown = message(
        Card(HOSTILE, [Heading(HOSTILE), Words(HOSTILE), Words(HOSTILE, HOSTILE), Quote(HOSTILE), Small(HOSTILE), row])
    )
    marked = [one for one in texts(shown) if one["type"] == "mrkdwn"]
    assert len(marked) == 2
    assert [one for one in marked if "<" in one["text"] or not one["verbatim"]] == []
    assert [one for one in texts(shown) if one["type"] == "plain_text" and one["emoji"]] == []
    assert "<" not in shown["text"]


@pytest.mark.parametrize("length", [1, 2_999, 3_000, 3_001, 11_499, 12_001, 13_300, 39_999, 40_001])
@pytest.mark.parametrize("sign", ["x", "👨‍👩‍👧‍👦", "&", "word\n"])
@pytest.mark.parametrize(
    "part", [Words, Quote, lambda text: Words(text, strong="Bold")], ids=["words", "quote", "strong"]
)
def test_long_words_are_split_and_shortened_to_what_slack_takes(length: int, sign: str, part: Any) -> None:
    text = (sign * length)[: length // len(sign) * len(sign)] or sign
    shown = message(card(part(text), Actions([Button("b", "Go", "v")])))
    lengths = [units(one["text"]) for one in texts(shown["blocks"])]
    assert max(lengths) <= 3_000
    assert sum(lengths) <= BUDGET + 100
    assert len(shown["blocks"]) <= MOST_IN_MESSAGE
    assert shown["blocks"][-1]["elements"][0]["action_id"] == "b"
    assert all("&" not in one["text"].replace("&amp;", "") for one in texts(shown["blocks"]) if one["type"] == "mrkdwn")


def test_what_does_not_fit_is_said() -> None:
    shown = message(card(Words("x" * 20_000)))
    assert shown["blocks"][-1]["elements"][0]["text"] == "There is more, but it does not fit here."


@pytest.mark.parametrize("count", [49, 50, 51, 120])
def test_more_blocks_than_slack_takes_lose_words_before_buttons(count: int) -> None:
    parts: list[Part] = [*[Words("w") for _ in range(count)], Actions([Button("b", "Go", "v")])]
    shown = message(card(*parts))
    assert len(shown["blocks"]) == min(count + 1, 50)
    assert shown["blocks"][-1]["type"] == "actions"
    assert len(home(card(*parts))["blocks"]) == min(count + 1, 100)


def test_the_same_button_twice_in_a_row_has_two_ids() -> None:
    shown = message(card(Actions([Button("keep", "A", "1"), Button("keep", "B", "2"), Button("move", "C", "3")])))
    assert [one["action_id"] for one in shown["blocks"][0]["elements"]] == ["keep", "keep#1", "move"]


def test_labels_are_short_and_values_are_whole_or_refused() -> None:
    shown = message(card(Heading("h" * 200), Actions([Button("b", "l" * 100, "v" * 2_000, Tone.PRIMARY)])))
    assert len(shown["blocks"][0]["text"]["text"]) == 150
    assert len(shown["blocks"][1]["elements"][0]["text"]["text"]) == 75
    with pytest.raises(ValueError, match="2000"):
        message(card(Actions([Button("b", "Go", "v" * 2_001)])))


def test_thirty_buttons_become_two_rows_and_an_empty_menu_none() -> None:
    shown = message(
        card(Actions([Button(f"b{n}", "Go") for n in range(30)]), Actions([Choice("c", "Pick", [])]), Divider())
    )
    assert [len(one.get("elements", ())) for one in shown["blocks"]] == [25, 5, 0]


def test_a_menu_of_a_hundred_and_more_options_shows_a_hundred() -> None:
    shown = message(card(Actions([Choice("c", "Pick", [(str(n), str(n)) for n in range(120)])])))
    assert len(shown["blocks"][0]["elements"][0]["options"]) == 100


def test_a_link_to_the_thread_is_a_button() -> None:
    shown = message(card(Words("w")), "https://marigold.example/C1/1")
    assert shown["blocks"][-1]["elements"][0]["url"] == "https://marigold.example/C1/1"


FORM = Form(
    id="insight",
    title="A title that may not be so long",
    subject="i7",
    parts=[
        Words("Intro"),
        TextInput("claim", "What", initial="x" * 4_000, is_multiline=True, hint="h", placeholder="p"),
        SelectInput("kind", "Kind", [("Praise", "praise"), ("Wish", "wish")], initial="wish"),
        ChecksInput("asks", "Asks", [("One", "1"), ("Two", "2")], initial=["2"]),
        MomentInput("due", "When", initial="2026-11-20T14:30"),
        PersonInput("who", "Who", initial="U1", is_optional=True),
        SelectInput("none", "Nothing to choose", []),
    ],
)


def test_a_form_keeps_its_subject_and_where_the_person_was() -> None:
    view = modal(FORM, "C1", "1.2")
    assert origin(view) == ("i7", "C1", "1.2")
    assert (view["callback_id"], len(view["title"]["text"]), view["submit"]["text"]) == ("insight", 24, "Save")
    ids = [block.get("block_id") for block in view["blocks"]]
    assert ids == [None, "claim", "kind", "asks", "due", "due:time", "who"]
    assert len(view["blocks"][1]["element"]["initial_value"]) == 3_000


def test_a_form_without_submit_is_for_reading() -> None:
    assert "submit" not in modal(Form("why", "Why", [Words("Because")], submit=""))


def test_a_subject_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        modal(Form("f", "T", [], subject="s" * 3_001))


def names(*parts: Part | Input) -> dict[str, str]:
    """The action_id of each input, by block_id."""
    found = modal(Form("f", "T", parts))["blocks"]
    return {block["block_id"]: block["element"]["action_id"] for block in found if block["type"] == "input"}


def test_an_input_keeps_its_name_as_long_as_it_asks_the_same_and_starts_with_the_same() -> None:
    text, yes = TextInput("text", "Your reply", initial="Dear Annelie"), ChecksInput("anyway", "Sure?", [("Yes", "y")])
    found = names(Words("It is late."), yes, text)
    assert found == names(Words("It is late."), yes, text)
    assert found["text"].startswith("text#") and found["anyway"].startswith("anyway#")


def test_another_first_value_or_another_question_makes_another_input() -> None:
    yes, due = ChecksInput("one", "Sure?", [("Yes", "y")]), MomentInput("one", "When", initial="2026-11-20T14:30")
    told = [
        names(TextInput("one", "What", initial="Dear Annelie")),
        names(TextInput("one", "What", initial="Dear Tom")),
        names(TextInput("one", "Which frame", initial="Dear Tom")),
        names(Words("It is late."), yes),
        names(Words("It was sent before."), yes),
        names(Words("It was sent before."), replace(yes, options=[("No", "n")])),
        names(Words("It was sent before."), replace(yes, initial=["y"])),
        names(SelectInput("one", "Who", [("Ann", "1"), ("Tom", "2")])),
        names(SelectInput("one", "Who", [("Ann", "1"), ("Tom", "2")], initial="2")),
        names(due),
        names(replace(due, initial="2026-11-20T15:30")),
    ]
    assert len({one["one"] for one in told}) == len(told)


def test_what_was_filled_in_is_read_by_the_block_alone() -> None:
    state = {
        "claim": {"claim#0f": {"type": "plain_text_input", "value": "bike"}},
        "due": {"due#1a": {"type": "datepicker", "selected_date": "2026-11-20"}},
        "due:time": {"due#1a": {"type": "timepicker", "selected_time": "14:30"}},
    }
    assert values({"values": state}) == {"claim": "bike", "due": "2026-11-20T14:30"}


def test_what_was_filled_in_comes_back_by_input_id() -> None:
    state = {
        "claim": {"claim": {"type": "plain_text_input", "value": "bike\0 <b>"}},
        "kind": {"kind": {"type": "static_select", "selected_option": {"value": "wish"}}},
        "asks": {"asks": {"type": "checkboxes", "selected_options": [{"value": "1"}, {"value": "2"}]}},
        "due": {"due": {"type": "datepicker", "selected_date": "2026-11-20"}},
        "due:time": {"due": {"type": "timepicker", "selected_time": "14:30"}},
        "who": {"who": {"type": "users_select", "selected_user": "U1"}},
        "blank": {"blank": {"type": "plain_text_input", "value": None}},
    }
    assert values({"values": state}) == {
        "claim": "bike <b>",
        "kind": "wish",
        "asks": ["1", "2"],
        "due": "2026-11-20T14:30",
        "who": "U1",
        "blank": "",
    }


def test_a_moment_without_its_time_is_empty() -> None:
    state = {
        "due": {"due": {"type": "datepicker", "selected_date": "2026-11-20"}},
        "due:time": {"due": {"type": "timepicker"}},
    }
    assert values({"values": state}) == {"due": ""}


def test_a_sentence_without_a_field_stands_beside_the_first() -> None:
    view = {"blocks": [{"type": "section"}, {"type": "input", "block_id": "a"}, {"type": "input", "block_id": "b"}]}
    assert error_blocks(view, {"b": "No.", "gone": "Oh."}) == {"b": "No.", "a": "Oh."}
    assert error_blocks({"blocks": []}, {"b": "No."}) == {}


def test_a_foreign_private_note_in_a_view_is_no_subject() -> None:
    assert origin({"private_metadata": "not json"}) == ("", "", "")
    assert origin({"private_metadata": json.dumps([1])}) == ("", "", "")
