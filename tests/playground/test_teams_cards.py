"""Adaptive Cards are drawn as people would read them, and what Teams would not draw is refused loudly."""

from typing import Any

import pytest

from tests.playground.teams_bench import HELP, TeamsBench, button, card, with_card

Json = dict[str, Any]
CHOICE = {"type": "Input.ChoiceSet", "id": "x", "choices": [{"title": "A", "value": "a"}]}


async def test_words_of_a_card_are_read_in_their_order(teams: TeamsBench) -> None:
    lines = [
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "Two ", "weight": "bolder"}, "things:"]},
        {"type": "RichTextBlock", "spacing": "none", "inlines": [{"type": "TextRun", "text": "one & <two>"}]},
    ]
    body = [
        {"type": "TextBlock", "style": "heading", "text": "Draft ready"},
        {"type": "Container", "style": "emphasis", "items": lines},
        {"type": "FactSet", "facts": [{"title": "Due", "value": "Friday"}]},
        {"type": "TextBlock", "text": "a **bold** word and a [link](https://example.com/x)", "separator": True},
        {"type": "TextBlock", "text": "small", "isSubtle": True, "size": "small"},
        {"type": "ColumnSet", "columns": [{"type": "Column", "items": [{"type": "TextBlock", "text": "left"}]}]},
    ]
    shown = {"type": "AdaptiveCard", "version": "1.5", "body": body, "actions": [button("use", "Use it")]}
    assert (await teams.post(HELP, with_card(shown)))[0] == 201
    (message,) = await teams.messages("U0FRIEDA")
    assert [block["type"] for block in message["blocks"]] == [
        *("header", "section", "section", "divider", "section", "context", "section", "actions")
    ]
    assert message["blocks"][1]["text"]["text"] == "> *Two* things:\n> one &amp; &lt;two&gt;"
    words = "Draft ready Two things: one & <two> Due Friday a bold word and a link small left Use it"
    assert " ".join(message["plain"].split()) == words


@pytest.mark.parametrize(
    "shown",
    [
        {"type": "AdaptiveCard", "version": "1.6", "body": [{"type": "TextBlock", "text": "x"}]},
        {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "x"}]},
        {"type": "AdaptiveCard", "version": "1.5", "body": []},
        card(body=[{"type": "Carousel", "pages": []}]),
        card(body=["words"]),
        card(body=[{"type": "ColumnSet", "columns": ["left"]}]),
        card(body=[{"type": "TextBlock", "text": ""}]),
        card(body=[{"type": "TextBlock", "text": "x", "colour": "attention"}]),
        card(body=[{"type": "TextBlock", "text": "x", "color": "red"}]),
        card(body=[CHOICE, CHOICE]),
        card(body=[{**CHOICE, "value": "b"}]),
        card(body=[{**CHOICE, "choices": []}]),
        card(body=[{**CHOICE, "isRequired": True}]),
        card(body=[{"type": "Input.Date", "id": "d", "value": "tomorrow"}]),
        card(*[button(f"b{n}") for n in range(7)]),
        card({**button("use"), "style": "primary"}),
        card({"type": "Action.Http", "title": "x"}),
        card({"type": "Action.OpenUrl", "title": "x", "url": "javascript:alert(1)"}),
        card({"type": "Action.ShowCard", "title": "x", "card": card({"type": "Action.ShowCard", "title": "y"})}),
    ],
)
async def test_what_teams_would_not_draw_is_refused(teams: TeamsBench, shown: Json) -> None:
    status, answer = await teams.post(HELP, with_card(shown))
    assert (status, answer["error"]["code"]) == (400, "BadArgument")
    assert await teams.messages("U0FRIEDA") == []
