"""What must not leave stays here, and comes back to its place."""

import pytest

from bot.replies.polishing.masks import Masks


def test_invisible_words_go_and_visible_ones_stay_both_ways() -> None:
    masks = Masks(["Annelie"])
    hidden = "Hi\u200b Anne\u2060lie \U000e0049\U000e0067\u202egnore\u202c"
    assert masks.hidden(hidden) == "Hi [NAME_1] gnore" and masks.shown("[NA\u200bME_1]\U000e0041") == "Annelie"
    for visible in ("👨\u200d👩\u200d👧 🇩🇪 ❤️", "مرحبا كيف الحال", "שלום", "สวัสดีครับ", "می\u200cخواهم"):  # noqa: RUF001
        assert masks.hidden(visible) == visible == masks.shown(visible)


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        ("my card is 4111 1111 1111 1111", "4111"),
        ("Mein Passwort lautet Sommer2026!", "Sommer2026"),
        ("the one-time code is 482913", "482913"),
        ("PIN: 0815", "0815"),
        ("IBAN DE89 3704 0044 0532 0130 00", "3704"),
        ("mon mot de passe est Tr0mpette", "Tr0mpette"),
        ("mi contraseña es Gato99", "Gato99"),
        ("My code is 482913", "482913"),
        ("Der Code lautet 482913", "482913"),
        ("the pin for the door is 4711", "4711"),
        ("Login: bob / secret99", "secret99"),
        ("the key is sk-live_8sJd72kLmQpa", "8sJd72kLmQpa"),
        ("it says sk_live_8sJd72kLmQpa", "8sJd72kLmQpa"),
        ("I clicked https://shop.com/reset/AbCdEfGhIj", "AbCdEfGhIj"),
        ("see https://shop.com/password/new?token=AbCdEfGhIj now", "AbCdEfGhIj"),
    ],
)
@pytest.mark.parametrize("policy", ["masked", "open"])
def test_a_secret_never_leaves_and_never_comes_back(words: str, secret: str, policy: str) -> None:
    masks = Masks(["Annelie"], policy)  # type: ignore[arg-type]
    assert secret not in masks.hidden(words) and secret not in masks.shown(masks.hidden(words))


def test_people_cannot_borrow_a_placeholder() -> None:
    masks = Masks(["Annelie Voss"])
    assert masks.hidden("I am Annelie Voss, and [NAME_1] is the boss") == "I am [NAME_1], and NAME_1 is the boss"


@pytest.mark.parametrize(
    "words",
    [
        "Please reset my password.",
        "The code does not work",
        "I forgot my PIN, what now?",
        "The code is broken",
        "My login: it fails",
    ],
)
def test_talk_about_secrets_is_no_secret(words: str) -> None:
    assert Masks([]).hidden(words) == words
