"""Cards inside Teams' limits, nobody's words with power over Teams, and buttons that outlive the words."""

import json
from typing import Any

import pytest

from bot.buttons import Buttons
from bot.cards import Actions, Button, Card, Choice, Divider, Heading, LinkButton, Part, Quote, Small, Tone, Words
from handlers.hall.again import AGAIN
from handlers.teams.cards import BUDGET, MOST_IN_ROW, content, home, message
from handlers.teams.fitting import TOO_LONG
from tests.teams.drawn import objects

HOSTILE = (
    "<at>Frieda</at> [bank](https://evil.example) ![x](https://evil.example/x.png) **b** _i_ `c` ~~s~~ <b>h</b> &lt; "
    "{{DATE(2026-11-18T09:30:00Z, SHORT)}} # - 1. \\* @everyone"
)
MARKDOWN = set("*_~`[]<>\\|")


def card(*parts: Part) -> Card:
    return Card(summary="Summary", parts=parts)


def words(shown: Any) -> str:
    return "\n".join(
        "".join(run["text"] for run in one["inlines"]) if "inlines" in one else one["text"]
        for one in objects(shown)
        if "inlines" in one or one.get("type") == "TextBlock"
    )


def size(shown: Any) -> int:
    return len(json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode())


def test_hostile_words_stay_words_in_every_place() -> None:
    row = Actions(
        [
            Button("b", HOSTILE, "v", confirm=HOSTILE),
            LinkButton(HOSTILE, "https://x.example"),
            Choice("c", HOSTILE, [(HOSTILE, "1")]),
        ]
    )
    parts: list[Part] = [Heading(HOSTILE), Words(HOSTILE), Words(HOSTILE, HOSTILE), Quote(HOSTILE), Small(HOSTILE), row]
    shown = message(Card(HOSTILE, parts))
    for one in objects(shown):
        if one.get("type") == "TextBlock":  # The only kind of text in which a renderer reads markdown.
            assert MARKDOWN.isdisjoint(one["text"])
        if one.get("type") == "Input.ChoiceSet":
            assert MARKDOWN.isdisjoint(one["choices"][0]["title"])
        assert one.get("type") not in ("Image", "Media")
        assert {"entities", "url", "iconUrl", "backgroundImage"}.isdisjoint(one) or one["type"] == "Action.OpenUrl"
    (attachment,) = shown["attachments"]
    assert "{{DATE(" not in json.dumps(attachment["content"]["body"])
    assert "<" not in shown["summary"] + attachment["content"]["speak"] + attachment["content"]["fallbackText"]
    assert "[bank](https://evil.example)" in words(attachment["content"])


@pytest.mark.parametrize("start", ["# x", "- x", "+ x", "1. x", "12) x", "> x", "=== x", "* x"])
def test_a_heading_never_becomes_a_list_or_a_rule(start: str) -> None:
    (block,) = content(card(Heading(start)))["body"]
    assert block["text"][0] not in "#-+>=*0123456789"


def test_words_keep_their_lines_and_a_quote_is_set_apart() -> None:
    shown = content(card(Words("one\ntwo\n\nthree", strong="Bold:"), Quote("\nfour\n\n  five\n")))["body"]
    assert [(one.get("spacing"), words(one)) for one in shown[:3]] == [
        (None, "Bold: one"),
        ("none", "two"),
        ("medium", "three"),
    ]
    assert (shown[3]["type"], shown[3]["style"]) == ("Container", "emphasis")
    assert words(shown[3]) == "four\n  five"


def test_a_card_says_itself_aloud_and_where_nothing_can_draw_it() -> None:
    shown = message(Card("Draft ready & waiting", [Words("x")]))
    drawn = shown["attachments"][0]["content"]
    assert shown["attachments"][0]["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert (drawn["version"], shown["summary"], drawn["speak"], drawn["fallbackText"]) == (
        "1.5",
        *["Draft ready waiting"] * 3,
    )
    assert message(Card("", []))["summary"] == "Kindline"


def test_commands_are_said_the_way_people_type_them_here_but_never_in_a_quote() -> None:
    said = "Type /kindline route"
    shown = words(content(card(Words(said, said), Small(said), Heading(said), Quote(said))))
    assert shown.count("@Kindline route") == 4 and shown.count("/kindline route") == 1


def test_a_press_opens_a_dialog_only_where_a_form_may_come() -> None:
    row = Actions([Button(Buttons.OPEN_DRAFT, "Open", "d1"), Button(Buttons.USE_DRAFT, "Use", "d1", Tone.PRIMARY)])
    (shown,) = content(card(row))["body"]
    opening, using = shown["actions"]
    assert opening == {
        "type": "Action.Submit",
        "title": "Open",
        "data": {"msteams": {"type": "task/fetch"}, "b": "draft.open", "s": "d1"},
    }
    assert using == {
        "type": "Action.Execute",
        "title": "Use",
        "style": "positive",
        "verb": "draft.use",
        "data": {"s": "d1"},
    }
    (again,) = content(card(Actions([Button(AGAIN, "Open the form", "{}")])))["body"][0]["actions"]
    assert again["data"]["msteams"] == {"type": "task/fetch"}


def test_a_question_is_asked_before_the_press_is_sent() -> None:
    button = Button("b", "Remove", "v", Tone.DANGER, confirm="Really?")
    (asking,) = content(card(Actions([button])))["body"][0]["actions"]
    assert (asking["type"], words(asking["card"])) == ("Action.ShowCard", "Really?")
    (real,) = [one for one in objects(asking["card"]) if one.get("type") == "Action.Execute"]
    assert (real["verb"], real["style"], real["data"]) == ("b", "destructive", {"s": "v"})


def test_a_menu_unfolds_and_two_of_a_kind_have_names_of_their_own() -> None:
    menu = Actions([Choice("promise.snooze", "Snooze", [("1 hour", "p|1h"), ("Tomorrow", "p|t")])])
    found = list(objects(content(card(menu, menu))))
    assert [one["id"] for one in found if "choices" in one] == ["choice:promise.snooze", "choice:promise.snooze#2"]
    picks = [one["data"]["pick"] for one in found if one.get("type") == "Action.Execute"]
    assert picks == ["choice:promise.snooze", "choice:promise.snooze#2"]
    assert [one["value"] for one in found if "choices" in one] == ["p|1h"] * 2
    assert content(card(Actions([Choice("c", "Nothing", [])])))["body"] == []


def test_a_row_holds_six_buttons_at_most_and_none_is_lost() -> None:
    for label in ("A", "A rather long label of a button"):
        row = Actions([Button("b", f"{label} {n}", str(n)) for n in range(20)])
        rows = [one["actions"] for one in content(card(row))["body"]]
        assert max(len(one) for one in rows) <= MOST_IN_ROW
        assert [one["data"]["s"] for actions in rows for one in actions] == [str(n) for n in range(20)]


def test_only_web_addresses_are_opened() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "msteams:/l/x", ""):
        assert content(card(Actions([LinkButton("Go", url)])))["body"] == []
    (go,) = content(card(Actions([LinkButton("Go", "https://x.example")])))["body"][0]["actions"]
    assert (go["type"], go["url"]) == ("Action.OpenUrl", "https://x.example")


def test_a_link_joins_the_last_row_and_travels_with_each_press() -> None:
    shown = content(card(Words("x"), Actions([Button("b", "Go", "v")])), "https://t.example/l/message/1")
    press, link = shown["body"][-1]["actions"]
    assert (press["data"]["l"], link["title"]) == ("https://t.example/l/message/1", "Open thread")
    alone = content(card(Words("x")), "https://t.example/l/message/1")
    assert [one["title"] for one in alone["body"][-1]["actions"]] == ["Open thread"]


def test_lines_of_a_list_have_their_button_beside_them() -> None:
    lines: list[Part] = []
    for name in ("Frieda", "Jonas"):
        lines += [Words("agent", strong=name), Actions([Button("b", "Edit", name)])]
    shown = content(card(Heading("People"), *lines, Small("end")))["body"]
    assert [one["type"] for one in shown] == ["TextBlock", "ColumnSet", "ColumnSet", "RichTextBlock"]
    single = content(card(Heading("People"), *lines[:2]))["body"]
    assert [one["type"] for one in single] == ["TextBlock", "RichTextBlock", "ActionSet"]


def test_a_rule_stands_between_groups_and_never_alone() -> None:
    shown = content(card(Divider(), Words("a"), Divider(), Divider(), Words("b"), Divider()))["body"]
    assert [one.get("separator", False) for one in shown] == [False, True]


@pytest.mark.parametrize("length", [1, 299, 2_999, 11_499, 20_000, 40_001])
@pytest.mark.parametrize("sign", ["x", "👨‍👩‍👧‍👦", "&", "word\n", '"', "ü "])
@pytest.mark.parametrize(
    "part", [Words, Quote, lambda text: Words(text, strong="Bold")], ids=["words", "quote", "strong"]
)
def test_long_words_are_shortened_to_what_teams_takes_and_buttons_stay(length: int, sign: str, part: Any) -> None:
    text = (sign * length)[:length]
    shown = message(card(part(text), Actions([Button("b", "Go", "v")])))
    assert size(shown) < 24_000
    assert [one["verb"] for one in objects(shown) if one.get("type") == "Action.Execute"] == ["b"]
    is_cut = TOO_LONG in words(shown)
    assert is_cut is ("…" in words(shown))
    if not is_cut:
        assert words(shown).replace("Bold ", "").replace("\n", "") == text.replace("\n", "").rstrip()


def test_words_give_way_from_the_end_and_a_card_says_so() -> None:
    parts = [Quote(f"{name} " + "word " * 3_000) for name in ("first", "second", "third")]
    shown = message(card(*parts, Actions([Button("b", "Go", "v")])))
    said = words(shown)
    assert size(shown) < 24_000
    assert all(name in said for name in ("first", "second", "third"))
    assert said.count("…") == 2 and TOO_LONG in said
    assert len(said) > BUDGET * 0.9


def test_a_long_list_ends_between_two_entries() -> None:
    entries: list[Part] = []
    for number in range(120):
        entries += [
            Words("x" * 120, strong=f"{number}:"),
            Actions(
                [Button("b", "Done", str(number)), Button("c", "Move", str(number)), Button("d", "Draft", str(number))]
            ),
        ]
    for shown in (message(card(*entries)), home(card(*entries))):
        assert size(shown) < 24_000
        named = [
            one["text"].rstrip(": ") for one in objects(shown) if one.get("weight") == "bolder" and ":" in one["text"]
        ]
        pressed = [one["data"]["s"] for one in objects(shown) if one.get("verb") == "b"]
        assert named == pressed == [str(number) for number in range(len(pressed))]
        assert len(pressed) > 20 and TOO_LONG in words(shown)


def test_a_value_that_would_be_cut_is_refused() -> None:
    with pytest.raises(ValueError, match="2001 characters"):
        content(card(Actions([Button("b", "Go", "v" * 2_001)])))
