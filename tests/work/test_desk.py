"""The front desk: what it thinks about ahead, and when the same press may be answered once more."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.actions import OpenForm, Outcomes, Say
from bot.cards import Form, sentence
from bot.events import CommandGiven, Event, FormSubmitted
from bot.feature import Command, Routes
from storage.database import Transaction
from tests.office import HERE, Office, opened

NOW = datetime(2026, 3, 18, 9, 30, tzinfo=UTC)


@dataclass
class Feature:
    thought: list[Event] = field(default_factory=list)

    async def before_word(self, event: CommandGiven, _tx: Transaction) -> None:
        self.thought.append(event)

    async def on_word(self, _event: CommandGiven, _tx: Transaction) -> Outcomes:
        return [Say(sentence("Done."))]

    async def on_form(self, event: FormSubmitted, _tx: Transaction) -> Outcomes:
        if event.values.get("sure"):
            return [Say(sentence("Done."))]
        return [OpenForm(Form("test", "Are you sure?", [], submit="Yes", subject=""))]

    def routes(self) -> Routes:
        return Routes(
            commands={"weigh": Command(self.on_word, "Weigh some words.")},
            forms={"test": self.on_form},
            ahead={self.on_word: self.before_word},
        )


@dataclass
class Front:
    office: Office
    feature: Feature


@pytest.fixture
async def front(tmp_path: Path) -> AsyncIterator[Front]:
    feature = Feature()
    async with opened(tmp_path, [feature.routes()]) as office:
        yield Front(office, feature)


def submitted(**values: str) -> FormSubmitted:
    return FormSubmitted(
        workspace_id=HERE, at=NOW, person_id="U0FRIEDA", reply_to="", opener="", form="test", subject="", values=values
    )


@pytest.mark.parametrize(("word", "text"), [("weigh", "these words"), ("kindline", "weigh these words")])
async def test_a_command_is_thought_about_ahead_however_it_is_typed(front: Front, word: str, text: str) -> None:
    typed = CommandGiven(
        workspace_id=HERE,
        at=NOW,
        person_id="U0FRIEDA",
        reply_to="",
        opener="",
        word=word,
        text=text,
        channel_id="C0HELP",
    )
    await front.office.desk.answer(typed, "k1")

    (seen,) = front.feature.thought
    assert isinstance(seen, CommandGiven)
    assert (seen.word, seen.text) == ("weigh", "these words")


async def test_a_form_that_is_followed_by_a_question_can_be_sent_again_when_the_answer_got_lost(front: Front) -> None:
    first = await front.office.desk.answer(submitted(), "k1")
    again = await front.office.desk.answer(submitted(), "k1")

    assert [type(answer) for answer in (*first, *again)] == [OpenForm, OpenForm]


async def test_a_form_that_was_carried_out_is_not_carried_out_twice(front: Front) -> None:
    assert len(await front.office.desk.answer(submitted(sure="yes"), "k1")) == 1
    assert await front.office.desk.answer(submitted(sure="yes"), "k1") == []
