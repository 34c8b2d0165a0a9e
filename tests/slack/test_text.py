"""Slack's text to plain words and back, with everything that people and attackers put into it."""

import pytest

from handlers.hall.characters import pieces, shortened, units, visible
from handlers.slack.text import escaped, escaped_units, plain, typed

FAMILY, FLAG, ENGLAND, WAVE = "👨‍👩‍👧‍👦", "🇩🇪", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "👋🏽"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<@UJONAS> and <@U9|nils> and <@U8>", "@Jonas Keller and @nils and @U8"),
        ("<https://a.example/x|our page>", "our page (https://a.example/x)"),
        ("<https://a.example>", "https://a.example"),
        ("<https://a.example/|a.example>", "https://a.example/"),
        ("<https://evil.example|https://bank.example>", "https://bank.example (https://evil.example)"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("in <#C1|help> or <#C2>", "in #help or #C2"),
        ("<!here> <!channel> <!everyone> <!subteam^S1|@support>", "@here @channel @everyone @support"),
        ("<!date^1392734382^{date}|18 February>", "18 February"),
        ("1 < 2 and <unfinished", "1 < 2 and <unfinished"),
        ("line\r\nbreak", "line\nbreak"),
    ],
)
def test_markup_becomes_words(raw: str, words: str) -> None:
    assert plain(raw, {"UJONAS": "Jonas Keller"}) == words


@pytest.mark.parametrize("kept", [FAMILY, FLAG, ENGLAND, WAVE, "❤️", "שלום", "می‌خواهم", "क्‍ष", "ไทย", "e\u0301", "1️⃣"])
def test_what_people_can_see_stays_as_it_is(kept: str) -> None:
    assert visible(f"a {kept} b") == f"a {kept} b"


@pytest.mark.parametrize(
    "hidden",
    [
        "\0",
        "\u200b",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\u00ad",
        "\U000e0041\U000e0042",
        "\U000e0100",
        "\x1b",
        "\u2062",
        "\ufe01",
    ],
)
def test_what_nobody_can_see_is_removed(hidden: str) -> None:
    assert visible(f"pass{hidden}word") == "password"


def test_a_joiner_between_plain_letters_is_removed() -> None:
    assert visible("pass\u200d\u200cword") == "password"


def test_half_a_surrogate_pair_becomes_a_visible_sign() -> None:
    assert visible("a\ud800b") == "a\ufffdb"


def test_a_long_message_is_cut_at_forty_thousand() -> None:
    assert len(plain("x" * 41_000, {})) == 40_000
    assert plain("x" * 40_000, {}) == "x" * 40_000


def test_a_command_keeps_its_mentions_and_loses_the_escapes() -> None:
    raw = "<@UJONAS|jonas> &lt;now&gt; in <#C1|help> <https://a.example|a.example>"
    assert typed(raw) == "<@UJONAS|jonas> <now> in <#C1|help> https://a.example"


@pytest.mark.parametrize("word", ["<!channel>", "<!here>", "<@U1>", "<!subteam^S1>", "<https://evil|https://bank>"])
def test_escaping_disarms_every_mention_and_disguised_link(word: str) -> None:
    assert not {"<", ">"} & set(escaped(word))
    assert plain(escaped(word), {}) == word


@pytest.mark.parametrize("sign", [FAMILY, FLAG, ENGLAND, WAVE, "e\u0301\u0302", "&", "<"])
@pytest.mark.parametrize("most", [10, 11, 12, 13, 20, 37])
def test_no_cut_falls_inside_a_sign_or_an_escape(sign: str, most: int) -> None:
    cut = shortened(sign * 40, most, escaped_units)
    assert escaped_units(cut) <= most
    assert cut.removesuffix("…") == sign * cut.count(sign)


@pytest.mark.parametrize("length", [2_999, 3_000, 3_001, 11_999, 39_999])
def test_pieces_hold_everything_and_each_fits(length: int) -> None:
    text = ("word " * length)[:length]
    parts = list(pieces(text, 3_000, units))
    assert all(units(part) <= 3_000 for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert len(parts) == (length + 2_999) // 3_000
