"""What a careful model may say passes, in many languages; what it may not is named."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.conversation import Turn
from bot.replies.polishing.guard import Decided, findings
from bot.replies.polishing.masks import Masks
from bot.replies.polishing.worth import is_worth_asking
from bot.replies.writing.compose import compose
from tests.evals.drafts import Company, brief_for
from tests.house.files import ROOT
from tests.replies.polishing.decided_reply import ASKED_ONLY, FINE, decided


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
