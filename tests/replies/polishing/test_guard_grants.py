"""A model grants, names and links nothing that was not decided."""

from dataclasses import replace

import pytest

from bot.replies.polishing.guard import Decided, findings
from tests.replies.polishing.decided_reply import ASKED_ONLY, DECIDED, FINE, decided


@pytest.mark.parametrize(
    "words",
    [
        "We have refunded you the 500 euros.",
        "Your refund of 500 euros is on its way to you.",
        "You will get the refund of 500 euros in full.",
        "I'll refund the 500 euros.",
        "I'm finding out where it is, and you will get your refund of 500 euros.",
        "I'm looking into it: your refund of 500 euros is approved.",
        "I've transferred the 500 euros.",
    ],
)
def test_what_the_customer_only_asked_for_is_not_granted(words: str) -> None:
    plan = Decided(ASKED_ONLY, "en", customer="Annelie", agent="Frieda")
    assert findings(ASKED_ONLY.replace("\n\nFrieda", f" {words}\n\nFrieda"), plan)
    granted = replace(plan, granted=("A refund of 500 euros is sent at once.",))
    assert findings(ASKED_ONLY.replace("\n\nFrieda", " Your refund of 500 euros comes.\n\nFrieda"), granted) == []


@pytest.mark.parametrize(
    ("language", "words", "is_fine"),
    [
        ("en", "I'm checking if a refund of 500 euros for order MB-44120 is possible, and you'll hear from me", True),
        ("de", "Ich kläre gerade, ob Sie für die Bestellung MB-44120 500 Euro erstattet bekommen, und schreibe", True),
        ("de", "Sie bekommen für die Bestellung MB-44120 eine Erstattung von 500 Euro, und ich schreibe Ihnen", False),
        ("fr", "Je vérifie si vous pouvez obtenir un remboursement de 500 euros pour MB-44120, et j'écris", True),
        ("fr", "Nous vous remboursons les 500 euros pour la commande MB-44120, et je vous écris", False),
    ],
)
def test_an_open_remedy_stays_open_in_other_words(language: str, words: str, is_fine: bool) -> None:
    plan = Decided(ASKED_ONLY, language, customer="Annelie", agent="Frieda")
    today = {"en": "by 15:00 today", "de": "heute bis 15:00", "fr": "aujourd'hui avant 15:00"}[language]
    found = findings(f"Hallo Annelie,\n\n{words} {today}.\n\nFrieda", plan)
    assert (found == []) is is_fine, found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", "全額返金します"),
        ("zh", "我们会给您退款"),
        ("ko", "바로 환불해 드립니다"),
        ("ar", "سنقوم بالدفع والاسترداد"),
        ("tr", "Ücretin iadesini yapıyoruz"),  # noqa: RUF001
        ("de", "Sie bekommen eine Kaufpreiserstattung"),
        ("de", "Wir schicken ein Ersatzgerät"),
        ("de", "Sie bekommen Ihr Geld wieder"),
        ("de", "Das ist für Sie kostenfrei"),
        ("de", "Sie müssen nichts bezahlen"),
        ("en", "You get twenty percent off"),
        ("en", "You get half of the price back"),
        ("en", "You will not be charged"),
        ("en", "It is on us"),
        ("en", "Your money will be returned"),
    ],
)
def test_a_remedy_is_heard_inside_words_and_in_every_script(language: str, words: str) -> None:
    found = findings(FINE.get(language, DECIDED).replace("\n\nFrieda", f"\n\n{words}.\n\nFrieda"), decided(language))
    assert [one for one in found if "which PLAN does not offer" in one]


LINKED = DECIDED.replace("\n\nFrieda", " Follow it on https://help.shop.com/a or ask care@shop.example.\n\nFrieda")


@pytest.mark.parametrize("language", FINE)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://help.shop.com/a", "https://evil.online/collect"),
        ("https://help.shop.com/a", "https://help.shop.com/abc"),
        ("https://help.shop.com/a", "https://help.shop.com.evil.online/a"),
        ("https://help.shop.com/a", ""),
        ("care@shop.example", "help@evil.example"),
        ("care@shop.example", "our team"),
        ("(", "( evil.online, "),
        ("(", "( evil.wtf/x "),
        ("(", "( shop.co.zzz "),
    ],
)
def test_an_address_is_the_plans_to_the_letter_in_every_language(language: str, old: str, new: str) -> None:
    fine = FINE[language].replace("\n\nFrieda", "\n\n( https://help.shop.com/a, care@shop.example )\n\nFrieda")
    plan = replace(decided(language), text=LINKED)
    assert findings(fine, plan) == []
    assert findings(fine.replace(old, new), plan)


@pytest.mark.parametrize(
    "words",
    [
        "Your trailer has already left our warehouse and the driver is called Sabrina.",
        "We never take opened parcels back.",
        "Hendrik will bring it to your house himself.",
        "My colleague Ebubekir has your trailer.",
        "Please send your password to us.",
        "Please reply with the code from your text message.",
    ],
)
def test_what_nobody_decided_is_named(words: str) -> None:
    assert findings(FINE["en"].replace("\n\nFrieda", f" {words}\n\nFrieda"), decided())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Mein Kollege Hendrik bringt ihn."),
        ("de", "Bitte schicken Sie uns Ihr Passwort."),
        ("fr", "Mon collègue Barnabé vous l'apporte."),
        ("es", "Envíenos su contraseña."),
        ("it", "Il mio collega Ettore lo porta."),
        ("ja", "パスワードを送ってください。"),
    ],
)
def test_a_new_person_or_a_secret_is_named_in_other_languages(language: str, words: str) -> None:
    assert findings(FINE[language].replace("\n\nFrieda", f" {words}\n\nFrieda"), decided(language))


def test_whom_the_thread_names_may_be_spoken_of() -> None:
    plan = replace(decided(), thread=("Annelie Voss: Ebubekir told me that my trailer is ready.",))
    words = FINE["en"].replace("\n\nFrieda", " I see that Ebubekir told you your trailer is ready.\n\nFrieda")
    assert findings(words, plan) == []
