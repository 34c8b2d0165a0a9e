"""Masking: what leads to a person is hidden, and dates, prices and products are left alone."""

import time

import pytest

from bot.reading.masking import mask

ARABIC = {ord("0") + digit: chr(0x660 + digit) for digit in range(10)}
WIDE = {ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)}
NAMES = ["Annelie Voss", "Will Young"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("write to annelie.voss+shop@mail.example.com now", "write to [e-mail] now"),
        ("anne\u200blie@exa\u200bmple.com", "[e-mail]"),
        ("anne🙂lie@example.com", "[e-mail]"),
        ("anne\uff20example\uff0ecom", "[e-mail]"),
        ("anne (at) example (dot) com", "[e-mail]"),
        ("<mailto:a@example.com|a@example.com> or <tel:+4917|+49 17>", "[e-mail] or [phone]"),
        ("<@U0ANNELIE> told me", "[person] told me"),
        ("müller@büro.example", "[e-mail]"),
        (
            "see https://x.example/archives/C1/p1 and https://shop.example/lamps",
            "see [link] and https://shop.example/lamps",
        ),
    ],
)
def test_addresses_are_masked_however_they_are_hidden(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "number",
    [
        "+49 (0)171 1234567",
        "0171/1234567",
        "(030) 1234-5678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "555-123-4567",
        "(555) 123-4567",
        "+44 20 7946 0958",
        "+91 98765 43210",
        "612 345 678",
        "0171 1234567".translate(ARABIC),
        "0171 1234567".translate(WIDE),
        "0171🙂1234567",
        "0171\u200d123\u20604567",
    ],
)
def test_a_phone_number_is_masked(number: str) -> None:
    assert mask(f"It is {number}, in the morning.") == "It is [phone], in the morning."


@pytest.mark.parametrize(
    "text",
    [
        "on 18.11.2026 at 10:30, again 2026-11-18 10:30",
        "from 11/18/2026 to 11/20/2026, 9-17, 24/7",
        "it costs 1,299.00 EUR, or € 1.299, or 1 299 000 €",
        "we sold 1.299.000 bikes, 1000000 of them red",
        "the M400 battery, 36 V, 500 Wh, 25 km/h, after 10 000 km",
        "between 2019-2026, in version 1.2.3.4",
        "they waited 3-4 weeks for the GT-500",
        "between 10:00-12:00 on 12.5.2026",
        "the order of 250 lamps in 2026",
        "will you give a young customer a chance?",
        "",
    ],
)
def test_dates_prices_and_products_stay(text: str) -> None:
    assert mask(text, names=NAMES) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("4111 1111 1111 1111 was charged", "[card] was charged"),
        ("4111-1111-1111-1111", "[card]"),
        ("DE89 3704 0044 0532 0130 00 THANKS", "[iban] THANKS"),
        ("gb82west12345698765432", "[iban]"),
        ("MB-10422 and #10422", "[order] and [order]"),
        ("order 10422, Bestellung Nr. 10422", "order [order], Bestellung [order]"),
        ("parcel 1Z999AA10123456784", "parcel [number]"),
        ("member 123456789", "member [number]"),
        ("ring me on 555-1234", "ring me on [phone]"),
    ],
)
def test_numbers_that_lead_to_a_person_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_a_card_number_that_does_not_add_up_is_still_no_open_number() -> None:
    assert "1112" not in mask("4111 1111 1111 1112")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Annelie Voss likes it", "[name] likes it"),
        ("ANNELIE, annelie and Annelie's bike", "[name], [name] and [name] bike"),
        ("Anne\u200blie Voss", "[name]"),
        ("Will asked if it will rain", "[name] asked if it will rain"),
        ("Vossberg is a town", "Vossberg is a town"),
    ],
)
def test_given_names_are_masked_whole_and_in_parts(text: str, masked: str) -> None:
    assert mask(text, names=NAMES) == masked


def test_of_other_known_customers_only_the_whole_name_is_masked() -> None:
    assert mask("Ann Brown wants a brown one", known=["Ann Brown"]) == "[name] wants a brown one"


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("Ольга Петрова", "Ольга довольна", "[name] довольна"),
        ("محمد علي", "محمد سعيد جدا", "[name] سعيد جدا"),
        ("José Núñez", "josé quiere otra", "[name] quiere otra"),
        ("Zoë", "ZOË asked", "[name] asked"),
    ],
)
def test_names_of_many_scripts_are_masked(name: str, text: str, masked: str) -> None:
    assert mask(text, names=[name]) == masked


def test_the_rest_of_a_hostile_text_is_unchanged() -> None:
    hostile = "<!channel> \u202eabc 👩‍👩‍👧 {x} \\1 [name]"
    assert mask(hostile) == hostile


@pytest.mark.parametrize("piece", ["a", "1", "1 ", "a.", "http://", "a@a.test ", "DE89", "order ", "<@", "(at)", "+"])
def test_a_very_long_text_is_masked_in_good_time(piece: str) -> None:
    text = piece * (41_000 // len(piece))
    started = time.perf_counter()
    mask(text, names=NAMES, known=["Ann Brown"])
    assert time.perf_counter() - started < 5
