"""What people wrote in Teams arrives as plain words, whatever Teams wraps around it."""

import time

import pytest

from handlers.teams.markup import from_html
from handlers.teams.text import MOST_TEXT, called, files_in, spoken, tidy, words
from handlers.teams.wire import Json
from tests.teams.activities import AT_BOT, html, mention, said
from tests.teams.wire import BOT

BOTS = frozenset({BOT})


def read(activity: Json) -> str:
    return spoken(words(activity, BOTS))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Two bikes &amp; a lock, 1 &lt; 2", "Two bikes & a lock, 1 < 2"),
        ("if a <b then stop", "if a <b then stop"),
        ("one&nbsp;two", "one two"),
        ("line\r\nnext\n\n\n\nlast  \n", "line\nnext\n\nlast"),
        ('so nice <at><img alt="🍺" itemid="beer" itemtype="http://schema.skype.com/Emoji"></at>', "so nice 🍺"),
        ("Ask <at>General</at> please", "Ask @General please"),
        ("\u202eevil\u202c \u200bgone\x07", "evil gone"),
        ("مرحبا، أين طلبي؟", "مرحبا، أين طلبي؟"),
        ("👩‍👩‍👧 und 🇩🇪", "👩‍👩‍👧 und 🇩🇪"),
    ],
)
def test_text_is_read_as_people_see_it(written: str, read_as: str) -> None:
    assert read(said(written)) == read_as


def test_others_are_called_by_the_name_that_stands_there() -> None:
    activity = said("<at>Jonas</at> knows", entities=[mention("29:jonas", "Jonas")])
    assert read(activity) == "@Jonas knows"


@pytest.mark.parametrize(
    ("text", "calls", "rest"),
    [
        (f"{AT_BOT} help please", True, "help please"),
        (f"{AT_BOT}, help", True, "help"),
        (f"hey {AT_BOT}, a draft?", True, "hey a draft?"),
        (f"It leaves today. {AT_BOT} found it", False, "It leaves today. @Kindline found it"),
        ("Kindline is nice", False, "Kindline is nice"),
    ],
)
def test_words_that_begin_with_the_bots_name_call_it(text: str, calls: bool, rest: str) -> None:
    assert called(words(said(text, entities=[mention()]), BOTS)) == (calls, rest)


def test_somebody_else_of_the_bots_name_is_not_the_bot() -> None:
    activity = said(f"{AT_BOT} ask {AT_BOT}", entities=[mention("29:kind", "Kindline"), mention()])
    assert called(words(activity, BOTS)) == (False, "@Kindline ask @Kindline")


def test_nobody_can_type_the_sign_that_stands_for_the_bot() -> None:
    assert called(words(said("\ue000 &#xe000; help"), BOTS))[0] is False


def test_a_tag_without_a_mention_calls_nobody() -> None:
    assert called(words(said(f"{AT_BOT} help"), BOTS)) == (False, "@Kindline help")


def test_html_serves_where_there_is_no_text() -> None:
    body = (
        '<div><p>Hi <span itemtype="http://schema.skype.com/Mention" itemid="0">Kindline</span>,</p><p>two things:</p>'
        '<ul><li>a lock</li><li>a <a href="https://x.example/b">bike</a></li></ul>'
        '<p>thanks <emoji id="smile" alt="🙂" title="Smile"></emoji><br>Nils &amp; Co</p></div>\n'
    )
    activity = said("", attachments=[html(body)], entities=[mention()])
    expected = "Hi two things:\n\n- a lock\n- a bike (https://x.example/b)\n\nthanks 🙂\nNils & Co"
    assert read(activity).replace("Hi \n\n", "Hi ") == expected


def test_a_quoted_message_is_not_the_writers_words() -> None:
    quote = '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Ann</strong><p>Old</p>'
    activity = said("Ann Old Mine", attachments=[html(f"<div>{quote}</blockquote><p>Mine</p></div>")])
    assert read(activity) == "Mine"


def test_scripts_and_styles_are_not_words() -> None:
    assert tidy(from_html("<style>p{}</style><p>Hi</p><script>alert(1)</script>", lambda number, label: label)) == "Hi"


def test_an_apps_card_is_read_when_there_is_no_text() -> None:
    card = {
        "type": "AdaptiveCard",
        "body": [
            {"type": "TextBlock", "text": "Ticket 7"},
            {"type": "FactSet", "facts": [{"title": "By", "value": "Nils"}]},
            {"type": "ColumnSet", "columns": [{"items": [{"type": "TextBlock", "text": "It broke"}]}]},
        ],
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
    assert read(said("", attachments=[attachment])) == "Ticket 7\nBy: Nils\nIt broke"


def test_files_are_named_and_pictures_of_emoji_are_none() -> None:
    attachments = [
        html('<p>See <attachment id="a1"></attachment><attachment id="a2"></attachment></p>'),
        {"contentType": "reference", "name": "frame.jpg"},
        {"contentType": "image/*", "contentUrl": "https://statics.teams.example/beer.png"},
    ]
    assert files_in(said("See", attachments=attachments)) == ["frame.jpg"]
    assert files_in(said("See", attachments=attachments[:1])) == ["a file", "a file"]
    assert files_in(said("See", attachments=[{"contentType": "image/png"}])) == ["a file"]
    assert files_in(said("See")) == []


HOSTILE = ["<at>", "<at><img ", '<img alt="a" ', "<" * 9, "<!--", "&#x110000;", "<a href='", "<blockquote><p>", "]]>"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_long_or_raises(piece: str) -> None:
    long = piece * (41_000 // len(piece))
    began = time.perf_counter()
    activity = said(long, textFormat="xml", entities=[mention()])
    assert len(words(activity, BOTS)) <= MOST_TEXT
    assert len(words(said("", attachments=[html(long)]), BOTS)) <= MOST_TEXT
    assert time.perf_counter() - began < 1.5


def test_41000_characters_are_cut_between_what_a_reader_sees_as_characters() -> None:
    found = read(said("👩‍👩‍👧" * 10_000))
    assert len(found) <= MOST_TEXT
    assert found.endswith("👧…")
