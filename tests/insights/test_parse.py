"""What people type after /insight, and how it is read."""

import pytest

from bot.insights.parse import Typed, clean, shortened, typed


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("The bell is loved", Typed("The bell is loved")),
        ("The bell is loved #Bell heard:praise", Typed("The bell is loved", "bell", "", "praise")),
        ('#app too slow customer:"Ada Moss" heard:Complaint', Typed("app too slow", "app", "Ada Moss", "complaint")),
        ("slow customer:“Ada Moss”", Typed("slow", customer="Ada Moss")),
        ("slow customer:Ada", Typed("slow", customer="Ada")),
        ("slow customer:<@U0ADA>", Typed("slow", customer="<@U0ADA>")),
        ("people say #checkout is slow #app", Typed("people say checkout is slow", "checkout")),
        ("too dear <#C0PRICE|pricing>", Typed("too dear", "pricing")),
        ("order #10422 came late", Typed("order #10422 came late")),
        (
            "open at 9:30, see https://shop.example/x note:this",
            Typed("open at 9:30, see https://shop.example/x note:this"),
        ),
        ("customer: said it broke", Typed("customer: said it broke")),
        ("größer wäre schöner #größe", Typed("größer wäre schöner", "größe")),
    ],
)
def test_the_line_is_read_as_people_type_it(line: str, read: Typed) -> None:
    assert typed(line) == read


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("#app heard:wish", "what did the customer say"),
        ("slow heard:complain", "Did you mean complaint?"),
        ("slow heard:banana", "praise, complaint, confusion, wish or competitor"),
        ("slow custmer:Ada", "Did you mean “customer:”?"),
        ("slow --theme app", "Say it as #theme"),
        ("x" * 2001, "2,001 characters"),
        (f"slow #{'x' * 41}", "at most 40"),
        (f'slow customer:"{"x" * 121}"', "longer than 120"),
    ],
)
def test_a_slip_is_explained_in_one_kind_sentence(line: str, problem: str) -> None:
    assert problem in typed(line).problem


def test_invisible_and_broken_characters_are_dropped_and_scripts_kept() -> None:
    assert clean("a\x00b\u200bc\u202ed\ud800e\u2066") == "abcde"
    assert clean("שלום 👩‍👩‍👧 می‌خواهم") == "שלום 👩‍👩‍👧 می‌خواهم"


def test_a_text_is_never_cut_inside_an_emoji_or_an_accented_letter() -> None:
    assert shortened("ab👩‍👩‍👧", 5) == "ab…"
    assert shortened("abe\u0301f", 4) == "ab…"
    assert shortened("abcd", 4) == "abcd"
