"""Facts by kind, each as a customer of some trade would put it."""

import pytest

from bot.reading.facts import facts_in


def values(words: str, kind: str, *names: str) -> list[str]:
    return [value for key, value in facts_in(words, names=names).items() if key.rstrip("0123456789") == kind]


@pytest.mark.parametrize(("words", "wanted"), [
    ("The almond tart arrived in pieces.", ["almond tart"]),
    ("My canoe leaks since your repair.", ["canoe"]),
    ("Do you sell left-handed violins?", ["violins"]),
    ("I swallowed Meradol this morning, was that wrong?", ["Meradol"]),
    ("I want my money back for the green anorak.", ["anorak"]),
    ("Does Solvana insurance pay for it?", ["Solvana insurance"]),
    ("I don't want a voucher.", []),
    ("My purse was stolen at the pool.", []),
    ("Is there a fridge in the flat?", []),
    ("May we bring our own chairs?", []),
    ("My appointment was moved again.", []),
    ("The Morning Herald prints it on Friday.", []),
])  # fmt: skip
def test_a_product_is_what_was_bought_used_or_asked_for(words: str, wanted: list[str]) -> None:
    assert values(words, "product") == wanted


@pytest.mark.parametrize(("words", "wanted"), [
    ("Could Jorunn call me back?", ["Jorunn"]),
    ("Why did Anselm hang up?", ["Anselm"]),
    ("Ragna's bus pass ran out.", ["Ragna"]),
    ("My flatmate Tavio moves out.", ["Tavio"]),
    ("The lady who measured, Marivel, was kind.", ["Marivel"]),
    ("I told Dwight and nobody came.", ["Dwight"]),
    ("The desk is booked in the name of Okonjo.", ["Okonjo"]),
    ("my neighbour mr hobbs took it", ["mr hobbs"]),
    ("It's for my husband, Mr. Emeka Adu, please.", ["Emeka Adu"]),
    ("Hi Dana, any news?", []),
    ("Y'all fixed it in a day.", []),
    ("Does the sheet come in Japanese?", []),
])  # fmt: skip
def test_somebody_is_named_where_the_words_are_said_of_people(words: str, wanted: list[str]) -> None:
    assert values(words, "person") == wanted


def test_a_relative_of_the_customer_is_somebody_else() -> None:
    assert values("Her name is Noa Barend.", "person", "Theo Barend") == ["Noa Barend"]


@pytest.mark.parametrize(("words", "wanted"), [
    ("We land at 6 and the desk closes at 5.", ["6", "5"]),
    ("They wanted to ring by five.", ["five"]),
    ("Any slot after 4?", ["4"]),
    ("The slot 10 to 12 suits me.", ["10 to 12"]),
    ("It's ten past four.", ["ten past four"]),
    ("Good afternoon!", []),
    ("I waited 1h40 for a call.", []),
    ("May I wash it at 60?", []),
    ("Every column is shifted by one.", []),
    ("Please extend it by two nights.", []),
])  # fmt: skip
def test_a_bare_hour_is_a_time_after_a_word_of_time(words: str, wanted: list[str]) -> None:
    assert values(words, "time") == wanted


@pytest.mark.parametrize(("words", "kind", "wanted"), [
    ("Can it be done by wed?", "date", ["wed"]),
    ("can i come tmrw", "date", ["tmrw"]),
    ("It is the 19th now.", "date", ["the 19th"]),
    ("We'd take three more seats.", "quantity", ["three"]),
    ("A party of nine, please.", "quantity", ["nine"]),
    ("I need 3 dozen buns.", "quantity", ["3 dozen"]),
    ("It took three weeks.", "quantity", []),
    ("The app took 25 and nothing opened.", "amount", ["25"]),
    ("Give me the 30 back.", "amount", ["30"]),
    ("They charged me forty pounds.", "amount", ["forty pounds"]),
    ("The oven shows E24 and stops.", "error", ["E24"]),
    ("I get HTTP 500 on saving.", "error", ["HTTP 500"]),
    ("It broke since 7.2.3 came out.", "version", ["7.2.3"]),
    ("The serial is 8999-01-2234.", "date", []),
    ("please renew them, card 77120-4", "account", ["77120-4"]),
    ("My flight is on Saturday, KX 882.", "flight", ["KX 882"]),
    ("I have the clogs in 38 but need a 39.", "size", ["38", "39"]),
    ("Leaflets in A5, please.", "size", ["A5"]),
    ("Brown water comes out of the tap.", "colour", []),
    ("I left it in seat F12.", "place", ["seat F12"]),
    ("My suitcase has been in Lyon since then, and nothing since Metzburg.", "place", ["Lyon", "Metzburg"]),
    ("I'm taking my account to Brightwell.", "competitor", ["Brightwell"]),
    ("Kestrela quoted me 200 less.", "competitor", ["Kestrela"]),
    ("my mobile is 0171 5550 112", "phone", ["0171 5550 112"]),
])  # fmt: skip
def test_each_kind_is_read_as_people_write_it(words: str, kind: str, wanted: list[str]) -> None:
    assert values(words, kind) == wanted
