"""Sentences that tell people what to type are right on Teams too."""

import pytest

from handlers.teams.typed import as_typed


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("To change that: /kindline route", "To change that: @Kindline route"),
        ("Type /kindline here in a channel.", "Type @Kindline here in a channel."),
        ("/kindline team @person agent", "@Kindline team @person agent"),
        ("And 3 more in /promises.", "And 3 more in @Kindline promises."),
        ("Try /promises @name (or /insight).", "Try @Kindline promises @name (or @Kindline insight)."),
        ("your account (/kindline link), or /kindline.", "your account (@Kindline link), or @Kindline."),
    ],
)
def test_a_command_is_shown_as_teams_takes_it(written: str, read: str) -> None:
    assert as_typed(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "https://shop.example/kindline here",
        "https://kindline.example/kindline",
        "/kindlines",
        "and/or /replying",
        "No command at all.",
        "On Slack: /kindline company 0f3a",
    ],
)
def test_what_only_looks_like_a_command_stays_as_it_is(text: str) -> None:
    assert as_typed(text) == text
