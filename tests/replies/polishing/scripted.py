"""A reply desk whose model is a real server on loopback with a scripted mind."""

import json
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.model.asker import Asker
from bot.model.budget import Budget
from bot.places import Delivery
from prompts.openai_model import Endpoint, OpenAIModel
from storage import replies
from storage.replies import Draft
from tests.prompts.fake_model import FakeModel, fake_model
from tests.replies.desk import ReplyDesk, reply_desk

ASKED = "Hi, where is my bicycle trailer? It should have come on Monday. My order is MB-44120."


@dataclass
class Scripted:
    desk: ReplyDesk
    fake: FakeModel
    asker: Asker

    async def drafted(self, text: str = ASKED, who: str = "U0ANNELIE") -> tuple[Draft, list[Delivery]]:
        """The customer writes, time passes; Frieda's draft then, and what was posted."""
        thread = await self.desk.says(who, text)
        posted = [*await self.desk.settled(), *await self.desk.polished()]
        return await self.mine(thread), posted

    async def mine(self, thread: str = "m1", who: str = "U0FRIEDA") -> Draft:
        async with self.desk.office.rows() as tx:
            found = await replies.drafts_of_thread(tx, "T0HERE", "C0HELP", thread)
        return next(one for one in found if one.person_id == who)


@asynccontextmanager
async def scripted(folder: Path, budget: Budget | None = None, **about: Any) -> AsyncIterator[Scripted]:
    async with fake_model(**about) as fake:
        asker = Asker(model=OpenAIModel(Endpoint(fake.url, "sk-test", "m")), budget=budget or Budget())
        try:
            async with reply_desk(folder, asker=asker) as desk:
                yield Scripted(desk, fake, asker)
        finally:
            await asker.close()


def plan_of(body: dict[str, Any]) -> str:
    """The decided reply, as the request shows it."""
    (case,) = [one["content"] for one in body["messages"] if "PLAN, the decided reply:" in one["content"]]
    found = re.search(r"PLAN, the decided reply:\n(.*?)\n\nTHE THREAD", case, re.DOTALL)
    assert found is not None
    return re.sub(r"\n*\(What the source of an answer says: .*?\)", "", found[1])


def answer(words: str) -> str:
    return json.dumps({"reply": words})


def saying_the_plan(change: Callable[[str], str] = lambda plan: plan) -> Callable[[dict[str, Any]], str]:
    """A model that does what it is told, with `change` as its own touch."""
    return lambda body: answer(change(plan_of(body)))


def all_words(bodies: Sequence[dict[str, Any]]) -> str:
    """Everything that left."""
    return "\n".join(one["content"] for body in bodies for one in body["messages"])
