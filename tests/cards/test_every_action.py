"""Everything the bot shows exists on both platforms and looks as it was reviewed."""

from typing import Any

import orjson
import pytest

from bot.actions import ACTIONS, Action, ReplacePressed, SendReply, TakeBackReply
from bot.buttons import OPENS_FORM, Forms
from tests.cards.references import PLATFORMS, WAYS, drawn, references

INSTEAD: dict[tuple[str, type[Action]], str] = {
    ("teams", SendReply): "Replace.use_anyway",
    ("teams", TakeBackReply): WAYS,
}
"""What stands for an action that a platform carries out by a way round: the words to copy, or nothing but the table's
sentence."""
ALLOWED = frozenset(
    {
        *("AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ColumnSet", "Column", "ActionSet"),
        *("Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Time", "Data.Query"),
        *("Action.Submit", "Action.Execute", "Action.OpenUrl", "Action.ShowCard"),
        *("message", "continue", "task/fetch"),
    }
)
"""All of Adaptive Cards 1.5 that we use."""


@pytest.mark.parametrize("platform", PLATFORMS)
async def test_everything_looks_as_it_was_reviewed(platform: str) -> None:
    shown, reviewed = await drawn(platform), references(platform)
    differing = [name for name in sorted(shown.keys() | reviewed.keys()) if shown.get(name) != reviewed.get(name)]
    assert differing == [], "look at these, then: python -m tests.cards.references"


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_every_action_has_a_reference_on_every_platform(platform: str, action: Any) -> None:
    reviewed = references(platform)
    name = INSTEAD.get((platform, action), action.__name__)
    assert [one for one in reviewed if one == name or one.startswith(f"{name}.")]
    assert reviewed[WAYS][action.__name__] != "" and (name == action.__name__) is not ((platform, action) in INSTEAD)
    assert name == action.__name__ or reviewed[WAYS][action.__name__] != "directly"


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("form", Forms)
def test_every_form_has_a_reference_on_every_platform(platform: str, form: Forms) -> None:
    assert f"Form.{form}" in references(platform)


def test_both_platforms_show_the_same_but_for_what_one_cannot_do() -> None:
    slack, teams = (set(references(platform)) for platform in PLATFORMS)
    only_on_slack = {SendReply.__name__, TakeBackReply.__name__, f"{ReplacePressed.__name__}.reply.sent"}
    assert {name for name in slack - teams if "taken_back" not in name and "RefreshHome" not in name} == only_on_slack
    assert teams - slack == set()


def test_teams_cards_hold_only_what_version_1_5_has_and_fit() -> None:
    for name, reference in references("teams").items():
        if name == WAYS:
            continue
        assert {one["type"] for one in _objects(reference) if "type" in one} <= ALLOWED, name
        for message in reference if isinstance(reference, list) else [reference]:
            assert len(orjson.dumps(message)) < 28_000, name
        assert all(len(one["actions"]) <= 6 for one in _objects(reference) if "actions" in one), name


def test_a_button_that_opens_a_form_asks_teams_for_a_dialog_and_no_other_does() -> None:
    for name, reference in references("teams").items():
        for one in _objects(reference):
            if one.get("type") == "Action.Submit" and not name.startswith("Form."):
                assert one["data"]["msteams"] == {"type": "task/fetch"} and one["data"]["b"] in OPENS_FORM, name
            if one.get("type") == "Action.Execute":
                assert one["verb"] not in OPENS_FORM, name


def test_an_inputs_name_is_never_one_that_we_use_ourselves() -> None:
    ours = {"msteams", "b", "f", "s", "n", "c", "t", "m", "h", "l", "form", "pick"}
    names = {one["id"] for reference in references("teams").values() for one in _objects(reference) if "id" in one}
    assert names.isdisjoint(ours)


def _objects(found: Any) -> list[dict[str, Any]]:
    if isinstance(found, list):
        return [one for each in found for one in _objects(each)]
    return [found, *(one for each in found.values() for one in _objects(each))] if isinstance(found, dict) else []
