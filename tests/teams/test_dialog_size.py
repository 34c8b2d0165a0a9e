"""Each form of the bot opens as a dialog that Teams takes, however long the words in it are."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from typing import Any

import orjson
import pytest

from bot.buttons import Forms
from bot.cards import Form, TextInput
from bot.insights.cards import LONGEST_ANSWER, answer_form, insight_form, reply_form
from bot.own_standard import LONGEST_PHRASE, MOST_PHRASES, OwnStandard
from bot.promises.cards import Reader, move_form
from bot.promises.hand_cards import hand_form
from bot.promises.ids import Ref
from bot.replies.cards import draft_form, why_form
from bot.replies.check_cards import checked_form
from bot.replies.facts_form import facts_form
from bot.replies.findings import Remark
from bot.replies.judging import Judged
from bot.replies.learning.example_cards import example_form
from bot.replies.learning.voice_cards import LONGEST_GREETING, LONGEST_SIGN_OFF, voice_form
from bot.replies.linking import link_form
from bot.replies.playbook_cards import page_form
from bot.replies.sources.stock import StockReply
from bot.replies.stock_cards import change_form, stock_form
from bot.team.cards import my_settings_form, person_form
from bot.team.standard import standard_form
from bot.workspace_settings import OwnDay
from handlers.teams.forms import Origin, again, dialog, submitted
from storage.insights import Insight, InsightAnswer
from storage.learning import Voice
from storage.people import Person
from storage.promises import Promise
from storage.replies import Draft
from storage.rows import EPOCH
from tests.teams.drawn import objects
from tests.teams.wire import TENANT

MOST_BYTES = 28_000
"""What Teams takes in a message; it names no other figure for a dialog."""
ORIGIN = Origin(
    "0123456789abcdef", f"19:{'c' * 60}@thread.tacv2", "1763458200000", "https://teams.example/" + "l" * 300
)
ASKS, ASK, REPLY = 40, 1_000, 3_000
NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


def draft(letter: str) -> Draft:
    place: dict[str, Any] = {
        "workspace_id": TENANT,
        "channel_id": "19:c",
        "thread_id": "1",
        "basis_id": "1",
        "basis_hash": "h",
    }
    found = Draft(**place, draft_id="d" * 27, text=letter * REPLY, created_at=EPOCH)
    ask = {"ask": letter * ASK, "state": "needs_fact", "answer": letter * ASK, "source": letter * 100}
    found.asks, found.why, found.needs = [ask] * ASKS, letter * ASK, letter * 2 * ASK
    found.sources = found.guidance = [letter * 100] * 6
    return found


def owed(letter: str) -> tuple[Promise, Reader]:
    place: dict[str, Any] = {
        "workspace_id": TENANT,
        "channel_id": "19:c",
        "thread_id": "1",
        "message_id": "1",
        "owner_id": "aad",
    }
    promise = Promise(**place, promise_id="p" * 21, quote=letter * 3_000, made_at=EPOCH, state="open")
    promise.customer_name, promise.due_at, promise.due_zone = letter * 200, NOW, "America/Argentina/ComodRivadavia"
    return promise, Reader("Asia/Kathmandu", EPOCH, False, letter * 200)


def moving(letter: str) -> Form:
    return move_form(*owed(letter), Ref("p" * 21, "digest"), is_correction=False)


def replying(letter: str) -> Form:
    of: dict[str, Any] = {"workspace_id": TENANT, "insight_id": "i" * 27}
    insight = Insight(**of, number=12_345, author_id="aad", text=letter * 2_000, created_at=EPOCH)
    asked = InsightAnswer(**of, answer_id="a" * 27, at=EPOCH, by="aad", kind="asked", words=letter * LONGEST_ANSWER)
    return reply_form(insight, asked, letter * 200, f"{'i' * 27}|{'a' * 27}")


def person(letter: str) -> Form:
    known = Person(workspace_id=TENANT, person_id="aad", name=letter * 200, checked_at=EPOCH)
    return person_form(known, ["agent", "lead", "marketer", "admin"])


def remarks(letter: str) -> list[Remark]:
    return [Remark("S10", letter * 3_000, letter * 200, letter * 3_000)] * 40


def standard(letter: str) -> Form:
    own = [letter * (LONGEST_PHRASE - 2) + f"{number:2}" for number in range(MOST_PHRASES)]
    return standard_form(OwnStandard(phrases={"S12": tuple(own)}, by="aad", at=NOW))


def voice(letter: str) -> Voice:
    chosen = {"greeting": letter * LONGEST_GREETING, "sign_off": letter * LONGEST_SIGN_OFF, "mark": "!"}
    return Voice(workspace_id=TENANT, person_id="aad", changed_at=EPOCH, chosen=chosen)


LONGEST: Mapping[Forms, Callable[[str], Form]] = {
    Forms.DRAFT: lambda letter: draft_form(draft(letter), None, remarks(letter), letter * 500),
    Forms.WHY: lambda letter: why_form(draft(letter)),
    Forms.FACTS: lambda letter: facts_form(draft(letter)),
    Forms.CUSTOMER: lambda letter: link_form(
        "d" * 27, letter * 100, [(f"{n}" * 140, letter * 200, letter * 200) for n in range(10)], who=letter * 200
    ),
    Forms.PAGE: lambda letter: page_form(letter * 3_000, "p" * 20),
    Forms.STOCK: lambda letter: stock_form(),
    Forms.STOCK_REPLY: lambda letter: change_form(StockReply("i" * 128, letter * 900, letter * 900, letter * 3_000)),
    Forms.VOICE: lambda letter: voice_form(voice(letter)),
    Forms.EXAMPLE: lambda letter: example_form("d" * 27, letter * REPLY, [letter * ASK] * ASKS),
    Forms.INSIGHT: lambda letter: insight_form(
        text=letter * 3_000, quote=letter * 3_000, customer=letter * 200, subject="s" * 500
    ),
    Forms.INSIGHT_ANSWER: lambda letter: answer_form(12_345, "asked", "s" * 500),
    Forms.ASK_REPLY: replying,
    Forms.MOVE_DATE: moving,
    Forms.HAND_OVER: lambda letter: hand_form(*owed(letter), Ref("p" * 21, "digest")),
    Forms.MY_SETTINGS: lambda letter: my_settings_form(OwnDay("America/New_York", time(7), frozenset(range(7)))),
    Forms.PERSON_SETTINGS: person,
    Forms.STANDARD: standard,
    Forms.CHECK: lambda letter: checked_form(Judged(letter * REPLY, tuple(remarks(letter)))),
}


@pytest.mark.parametrize("letter", ["x", "ü", '"', "€", "\\", "😀"])
@pytest.mark.parametrize("form_id", Forms)
def test_a_form_with_the_longest_words_is_one_that_teams_takes(form_id: Forms, letter: str) -> None:
    form = LONGEST[form_id](letter)
    opened = dialog(form, ORIGIN)
    assert len(orjson.dumps(opened)) < MOST_BYTES


@pytest.mark.parametrize("form_id", sorted(set(Forms) - {Forms.WHY}))
def test_a_refused_form_full_of_words_is_one_that_teams_takes(form_id: Forms) -> None:
    form = LONGEST[form_id]("€")
    actions = dialog(form, ORIGIN)["task"]["value"]["card"]["content"]["actions"]
    texts = [part for part in form.parts if isinstance(part, TextInput)]
    typed = {part.id: "€" * part.max_length for part in texts}
    refused = again(submitted(actions[0]["data"] | typed), {part.id: "€" * 200 for part in texts})
    assert refused is not None
    assert [one["id"] for one in objects(refused) if one.get("type") == "Input.Text"] == [part.id for part in texts]
    assert len(orjson.dumps(refused)) < MOST_BYTES


def test_what_is_filled_in_is_never_shortened() -> None:
    opened = dialog(draft_form(draft("€"), question="€" * 3_000), ORIGIN)
    values = [one["value"] for one in objects(opened) if one.get("type") == "Input.Text" and "value" in one]
    assert values == ["€" * REPLY]
