"""What a careful model may say passes, in many languages; what it may not is named."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.conversation import Turn
from bot.replies.compose import compose
from bot.replies.polishing.guard import Decided, findings
from bot.replies.polishing.masks import Masks
from bot.replies.polishing.worth import is_worth_asking
from tests.evals.drafts import Company, brief_for
from tests.house.files import ROOT

DECIDED = """Hi Annelie,

I'm sorry that your bicycle trailer isn't with you yet; it should have come on Monday.

The repair costs 69.50 euros and takes two days. You can pick the trailer up until 5 pm.

I'm finding out where order MB-44120 is, and I'll write to you by 11:00 tomorrow.

Frieda"""

FINE = {
    "en": """Hi Annelie,

You have been waiting for your trailer since Monday, and I'm sorry that it isn't with you yet.

The repair costs 69.50 euros and takes 2 days; you can collect the trailer until 5 pm.

I'm looking for order MB-44120 now, and I'll write to you by 11:00 tomorrow.

Frieda""",
    "de": """Hallo Annelie,

es tut mir leid, dass Ihr Fahrradanhänger noch nicht bei Ihnen ist; er sollte am Montag kommen.

Die Reparatur kostet 69,50 Euro und dauert zwei Tage. Sie können den Anhänger bis 17 Uhr abholen.

Ich suche gerade nach der Bestellung MB-44120 und schreibe Ihnen bis morgen um 11:00 Uhr.

Frieda""",
    "fr": """Bonjour Annelie,

je suis désolée que votre remorque ne soit pas encore chez vous ; elle devait arriver lundi.

La réparation coûte 69,50 euros et prend deux jours. Vous pouvez retirer la remorque jusqu'à 17 h.

Je cherche où est la commande MB-44120 et je vous écris demain avant 11:00.

Frieda""",
    "es": """Hola Annelie:

Siento que su remolque no haya llegado todavía; tenía que llegar el lunes.

La reparación cuesta 69,50 euros y tarda dos días. Puede recoger el remolque hasta las 17:00.

Estoy buscando el pedido MB-44120 y le escribo mañana antes de las 11:00.

Frieda""",
    "it": """Ciao Annelie,

mi dispiace che il tuo rimorchio non sia ancora arrivato; doveva arrivare lunedì.

La riparazione costa 69,50 euro e dura due giorni. Puoi ritirare il rimorchio fino alle 17.

Sto cercando l'ordine MB-44120 e ti scrivo domani entro le 11:00.

Frieda""",
    "nl": """Hallo Annelie,

het spijt me dat je fietskar nog niet bij je is; hij zou maandag komen.

De reparatie kost 69,50 euro en duurt twee dagen. Je kunt de kar tot 17 uur ophalen.

Ik zoek uit waar bestelling MB-44120 is en ik schrijf je morgen voor 11:00.

Frieda""",
    "pl": """Dzień dobry Annelie,

przykro mi, że przyczepki jeszcze nie ma u pani; miała przyjść w poniedziałek.

Naprawa kosztuje 69,50 euro i trwa dwa dni. Przyczepkę można odebrać do 17:00.

Sprawdzam, co się dzieje z zamówieniem MB-44120, i napiszę do pani jutro do 11:00.

Frieda""",
    "ja": """Annelie様

月曜日に届くはずだった自転車トレーラーがまだ届いておらず、申し訳ありません。

修理は69.50ユーロで、2日かかります。17時までにお受け取りいただけます。

ご注文MB-44120がどこにあるか調べており、明日11:00までにご連絡します。

Frieda""",
}


def decided(language: str = "en") -> Decided:
    return Decided(DECIDED, language, customer="Annelie", agent="Frieda")


@pytest.mark.parametrize("language", FINE)
def test_the_decided_reply_in_other_words_passes(language: str) -> None:
    assert findings(FINE[language], decided(language)) == []


@pytest.mark.parametrize(
    ("language", "old", "new", "named"),
    [
        ("de", "am Montag", "am Dienstag", "tuesday"),
        ("de", "69,50", "59,50", "59,50"),
        ("de", "Frieda", "Wir erstatten Ihnen alles.\n\nFrieda", "money back"),
        ("fr", "Frieda", "Vous recevez un bon d'achat.\n\nFrieda", "voucher"),
        ("es", "mañana antes de las 11:00", "pronto", "11:00"),
        ("it", "lunedì", "sabato", "saturday"),
        ("nl", "MB-44120", "MB-99999", "99999"),
        ("pl", "Frieda", "Naprawa jest bezpłatna.\n\nFrieda", "free"),
        ("ja", "Frieda", "全額返金します。\n\nFrieda", "money back"),
        ("en", "I'll write", "I'll refund everything and write", "refund"),
        ("en", "Annelie", "dear customer", "Annelie"),
        ("en", "Frieda", "", "Frieda"),
    ],
)
def test_a_changed_fact_a_new_day_or_an_offer_is_named(language: str, old: str, new: str, named: str) -> None:
    found = findings(FINE[language].replace(old, new), decided(language))
    assert [one for one in found if named in one]


ASKED_ONLY = """Hi Annelie,

I'm finding out whether you can get a refund of 500 euros for order MB-44120, and I'll write to you by 15:00 today.

Frieda"""


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


LINKED = DECIDED.replace("\n\nFrieda", " You can follow it on https://help.shop.com/a or ask care@shop.com.\n\nFrieda")


@pytest.mark.parametrize("language", FINE)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://help.shop.com/a", "https://evil.online/collect"),
        ("https://help.shop.com/a", "https://help.shop.com/abc"),
        ("https://help.shop.com/a", "https://help.shop.com.evil.online/a"),
        ("https://help.shop.com/a", ""),
        ("care@shop.com", "help@evil.online"),
        ("care@shop.com", "our team"),
        ("(", "( evil.online, "),
        ("(", "( evil.wtf/x "),
        ("(", "( shop.co.zzz "),
    ],
)
def test_an_address_is_the_plans_to_the_letter_in_every_language(language: str, old: str, new: str) -> None:
    fine = FINE[language].replace("\n\nFrieda", "\n\n( https://help.shop.com/a, care@shop.com )\n\nFrieda")
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


WARM = """Hi Annelie,

Thank you for your patience. I can imagine how annoying it is to stand there without your bicycle trailer when it \
should have come on Monday, and I'm truly sorry.

We need two days for the repair, and the price is 69.50 euros. You're welcome to collect it until 5 pm.

Let me look for order MB-44120; I'll be back in touch by 11:00 tomorrow at the latest.

Best wishes,
Frieda"""
WARM_OPEN = """Hi Annelie,

I understand that you'd like a refund of 500 euros for order MB-44120. I'm looking into it and will get back to you \
by 15:00 today.

Frieda"""


def test_a_warmer_wording_that_keeps_to_what_was_decided_passes() -> None:
    assert findings(WARM, decided()) == []
    assert findings(WARM_OPEN, replace(decided(), text=ASKED_ONLY)) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "\n\nFrieda", " It comes tonight.\n\nFrieda"),
        ("en", "\n\nFrieda", " Your trailer comes this weekend.\n\nFrieda"),
        ("en", "\n\nFrieda", " Your trailer comes before Christmas.\n\nFrieda"),
        ("en", "\n\nFrieda", " Your trailer comes on Fri.\n\nFrieda"),
        ("en", " since Monday", ""),
        ("en", "by 11:00 tomorrow", "by 11:00"),
        ("de", "\n\nFrieda", " Er kommt am Wochenende.\n\nFrieda"),
        ("de", "\n\nFrieda", " Er kommt heute Abend.\n\nFrieda"),
        ("de", "\n\nFrieda", " Er kommt Friday.\n\nFrieda"),
        ("de", " am Montag", ""),
        ("fr", "\n\nFrieda", " Elle arrive avant Noël.\n\nFrieda"),
        ("fr", " demain", ""),
        ("ja", "\n\nFrieda", "週末に届きます。\n\nFrieda"),
        ("ja", "月曜日に", ""),
    ],
)
def test_no_day_comes_and_none_gets_lost(language: str, old: str, new: str) -> None:
    found = findings(FINE[language].replace(old, new), decided(language))
    assert [one for one in found if one.startswith(("It names", "It no longer names"))]


CASES = [json.loads(line) for line in (ROOT / "tests/evals/cases/reading.jsonl").read_text().splitlines()][::12]


def test_a_decided_reply_said_word_for_word_always_passes() -> None:
    asked, found = 0, {}
    for case in CASES:
        turns = [Turn(turn["by"], turn["name"], turn["text"]) for turn in case["thread"]]
        brief = brief_for(case, Company((), (), ()), datetime(2026, 11, 18, 10, 30, tzinfo=UTC))
        composed = compose(brief)
        if not is_worth_asking(brief, composed):
            continue
        asked += 1
        masks = Masks([turn.name for turn in turns])
        back = masks.shown(masks.hidden(composed.text))
        if wrong := findings(back, Decided(composed.text, "en")):
            found[case["id"]] = wrong
    assert asked > 30 and found == {}


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
