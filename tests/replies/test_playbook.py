"""A company's own files become sections, stock replies and customer records, and what is wrong is said kindly."""

from datetime import date
from pathlib import Path

import pytest

from bot.replies.finding.passages import statements_of
from bot.replies.finding.spoken import for_customer, said
from bot.replies.sources.customers import parse_customers
from bot.replies.sources.playbook import Section, parse_folder, parse_page
from bot.replies.sources.stock import parse_stock

PAGE = """---
title: Cakes
visibility: public
owner: Rosa Lind
updated: 2026-03-01
live_from: 2026-01-01
---
# Cakes

Baked every morning.

## Ordering
Order two days ahead.
The customer chooses the icing.

> Internal only: the walnut supplier changes in May.
> Do not name the old one.

After the note.

| size | price | serves |
|---|---|---|
| Small | 24 euros | 6 |
| **Large** | 39 euros | 12 |
"""


def test_a_page_is_cut_at_its_headings_and_cites_them() -> None:
    sections = parse_page("cakes.md", PAGE).sections
    assert [s.source for s in sections] == ["Cakes", "Cakes \u203a Ordering", "Cakes \u203a Ordering (internal)"]
    assert sections[0].owner == "Rosa Lind" and sections[0].updated == date(2026, 3, 1)


def test_an_internal_paragraph_is_split_off_with_its_following_lines() -> None:
    public, hidden = parse_page("cakes.md", PAGE).sections[1:]
    assert hidden.is_internal and hidden.text == "the walnut supplier changes in May.\nDo not name the old one."
    assert "walnut" not in public.text and "After the note." in public.text


def test_table_rows_become_statements_with_their_columns() -> None:
    rows = [s for s in statements_of(parse_page("cakes.md", PAGE).sections[1]) if s.kind == "row"]
    assert [row.text for row in rows] == ["Small: price 24 euros, serves 6", "Large: price 39 euros, serves 12"]


def test_an_internal_page_is_internal_throughout_and_an_unclear_one_too() -> None:
    hidden = parse_page("a.md", "---\nvisibility: internal\n---\nSecret.")
    unclear = parse_page("b.md", "---\nvisibility: pubic\n---\nSecret.")
    assert all(s.is_internal for s in (*hidden.sections, *unclear.sections))
    assert unclear.problems and "internal until" in unclear.problems[0]


def test_a_section_lives_only_between_its_dates() -> None:
    section = Section("Brief", "", "x", live_from=date(2026, 4, 7), live_to=date(2026, 5, 10))
    assert [section.is_live(date(2026, *day)) for day in ((4, 6), (4, 7), (5, 10), (5, 11))] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\n",
        "---\ntitle: X\n---\n",
        "# \n## \n",
        "| a |\n",
        "> Internal only:",
        "\x00",
        "---\nupdated: soon\n---\nHi.",
    ],
)
def test_odd_pages_are_read_without_an_error(text: str) -> None:
    read = parse_page("odd.md", text)
    assert read.sections or read.problems


def test_an_unreadable_page_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\x00bad\xff")
    (tmp_path / "b.md").write_text("# B\nFine.", encoding="utf-8")
    read = parse_folder(tmp_path)
    assert [s.page for s in read.sections] == ["B"] and "a.md" in read.problems[0]


def test_unknown_placeholders_are_named_with_their_line_and_a_guess() -> None:
    read = parse_stock(
        'id,title,topic,visibility,text\nS1,A,x,public,"Hi {nmae}, from {agent}"\nS2,B,x,public,"Hi {name"\n,,,,\n'
    )
    assert read.problems[0] == "Line 2: I don't know the placeholder {nmae}; did you mean {name}?"
    assert "Line 3" in read.problems[1] and "Line 4" in read.problems[2]
    assert [r.reply_id for r in read.replies] == ["S1", "S2"] and read.replies[0].placeholders == ("nmae", "agent")


def test_a_customer_record_keeps_what_it_can_read() -> None:
    text = (
        "id,name,email,phone,time_zone,language,customer_since,orders,history,preferences,open_matters\n"
        'K1,Ida Brook,ida@mail.example,+44 555 1,Europe/London,en,2024-01-02,"A-12 lamp (2024-01-02); A-14 '
        'bulb",2024-02: asked for a bulb,"messages only, formal",\n'
        "K2,Bo Reed,not-an-address,,Mars/North,en,soon,,,,\n"
        "K1,Twin,,,,,,,,,\n"
    )
    read = parse_customers(text)
    ida, bo = read.records
    assert (ida.orders[0].number, ida.orders[0].what, ida.orders[0].on) == ("A-12", "lamp", date(2024, 1, 2))
    assert ida.wants_messages_only and ida.is_formal and ida.zone == "Europe/London"
    assert (bo.email, bo.zone, bo.since) == ("", "", None) and len(read.problems) == 4


@pytest.mark.parametrize(("stated", "told"), [
    ("The customer sends us the blink code.", "you send us the blink code."),
    ("The customer never posts one: we collect it.", "you never post one: we collect it."),
    ("We tell the customer before they ask.", "We tell you before you ask."),
    ("It goes back to the customer's card (see Returns).", "It goes back to your card."),
])  # fmt: skip
def test_a_statement_about_the_customer_is_told_to_them(stated: str, told: str) -> None:
    assert for_customer(stated).lower() == told.lower()


def test_fragments_and_points_become_whole_sentences() -> None:
    section = parse_page(
        "x.md", "# X\n- Bikes: we collect. 29 euros for a city bike.\n\n30 days from delivery.\n"
    ).sections[0]
    told = [sentence for statement in statements_of(section) for sentence in said(statement)]
    assert told == ["For bikes, we collect.", "It's 29 euros for a city bike.", "It's 30 days from delivery."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. Wake it. 2. Try a socket.", [("step", "Wake it."), ("step", "Try a socket.")]),
        ("We need: 1. a photo 2. the number", [("step", "We need:"), ("step", "a photo"), ("step", "the number")]),
        ("1. Wake it.\n2. Try a socket.", [("step", "Wake it."), ("step", "Try a socket.")]),
        (
            "You may turn it to 23. Ash is ours to carry.",
            [("sentence", "You may turn it to 23."), ("sentence", "Ash is ours to carry.")],
        ),
        (
            "Baskets cost 8 and you may turn it to\n23. Ash is ours.",
            [("sentence", "Baskets cost 8 and you may turn it to 23."), ("sentence", "Ash is ours.")],
        ),
        (
            "Armbands until they are 1. Towels cost 6. Bring 2 of them.",
            [
                ("sentence", "Armbands until they are 1."),
                ("sentence", "Towels cost 6."),
                ("sentence", "Bring 2 of them."),
            ],
        ),
    ],
)
def test_a_figure_that_ends_a_sentence_is_no_number_of_a_step(text: str, said: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.text) for one in statements_of(Section("Page", "", text))] == said
