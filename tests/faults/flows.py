"""The flows that are swept: each person does what a patient colleague would do, and looks again before doing it
twice."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.faults.bench import CONNECTION_LOST, Bench, Json, Refused

FRIEDA, ANNELIE, MILO = "U0FRIEDA", "U0ANNELIE", "U0MILO"
ASKS = "Hello, my bike arrived with a bent wheel. Can you send me a new one, and when would it be here?"
REPLY = "Hi Annelie, I am sorry about the wheel. I'll send you the tracking link today at 15:00. Best, Frieda"
INSIGHT = "Customers keep asking for a child seat that fits the M400"
LOOKS_AGAIN_S = 4.0
PATIENCE_S = 60.0


Found = Callable[[Json], Any]
Act = Callable[[Json], Awaitable[None]]


class NeverHappened(AssertionError):
    """Somebody waited for something in vain."""


@dataclass(frozen=True, slots=True)
class Person:
    """What one person sees, and how they act while the bot may be away."""

    bench: Bench
    id: str

    async def sees(self) -> Json:
        return await self.bench.state(self.id)

    async def tries(self, call: str, **fields: Any) -> None:
        """An error on the screen is no reason to give up."""
        await self.bench.up()
        try:
            await self.bench.do(call, user=self.id, **fields)
        except (Refused, *CONNECTION_LOST):
            await asyncio.sleep(0.2)

    async def presses(self, place: Json, action_id: str) -> None:
        button = next(one for one in place["actions"] if one["action_id"] == action_id)
        where = {"message": place["id"]} if place["id"] else {"view": "home"}
        value = {"value": button["value"]} if button["value"] is not None else {}
        await self.tries("press", **where, action_id=action_id, block_id=button["block_id"], **value)

    async def opens_home(self, _: Json) -> None:
        """App Home has what a private card may have lost; somebody who misses it looks there."""
        await self.tries("open_home")

    async def waits(self, _: Json) -> None:
        await self.bench.up()

    async def gets(self, what: str, found: Found, act: Act, *, waits_s: float = 0.0) -> Any:
        """Until it is there: wait a while, act, and act again only when nothing came of it."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + PATIENCE_S

        async def outcome() -> Any:
            return found(await self.sees())

        while loop.time() < deadline:
            if answer := await self.bench.until(outcome, waits_s):
                return answer
            await act(await self.sees())
            waits_s = LOOKS_AGAIN_S
        raise NeverHappened(f"{self.id} waited in vain for {what}")


def places(state: Json) -> list[Json]:
    """Every message, and the home page, that a person can press something in."""
    shown = [message for place in [*state["channels"], *state["dms"]] for message in place["messages"]]
    return [{**state["home"], "id": None}, *shown, *state["ephemerals"]]


def with_button(state: Json, *action_ids: str) -> Json | None:
    """The newest message that has one of these buttons, else the home page."""
    shown = [one for one in places(state) if any(a["action_id"] in action_ids for a in one["actions"])]
    return shown[-1] if shown else None


def plainly(shown: Json) -> str:
    return " ".join(str(shown["plain"]).split())


def saying(state: Json, text: str) -> list[Json]:
    return [one for one in places(state) if one["id"] and text in plainly(one)]


def by(state: Json, author: str, text: str) -> list[Json]:
    shown = [message for channel in state["channels"] for message in channel["messages"]]
    return [one for one in shown if one["user"] == author and text in plainly(one)]


async def writes_to_us(bench: Bench) -> None:
    """A customer's message becomes a draft that the agent can see."""
    await bench.say(ANNELIE, ASKS)
    frieda = Person(bench, FRIEDA)
    await frieda.gets("a draft", lambda state: with_button(state, "draft.use"), frieda.opens_home, waits_s=5)


async def uses_the_draft(bench: Bench) -> None:
    """The agent edits the draft and uses it; the promise in it is noticed."""
    frieda = Person(bench, FRIEDA)

    async def goes_on(state: Json) -> None:
        asked = with_button(state, "reply.send_again")
        card = with_button(state, "draft.open")
        if state["modal"]:
            await frieda.tries("submit", view=state["modal"]["id"], values={"text": {"text": REPLY}})
        elif asked:
            await frieda.presses(asked, "reply.send_again")
        elif card:
            await frieda.presses(card, "draft.open")
            await frieda.tries("submit", view="modal", values={"text": {"text": REPLY}})
        else:
            await frieda.opens_home(state)

    await frieda.gets("her reply in the thread", lambda state: by(state, FRIEDA, "tracking link"), goes_on)
    noticed = ("promise.undo", "promise.track", "promise.done")
    await frieda.gets("her promise", lambda state: with_button(state, *noticed), frieda.opens_home, waits_s=5)


async def waits_for_the_reminder(bench: Bench) -> None:
    """The clock goes from one due thing to the next until the promise is due, and its owner hears of it."""
    frieda = Person(bench, FRIEDA)

    async def time_passes(_: Json) -> None:
        await bench.up()
        try:
            await bench.do("clock", to_next=True)
        except (Refused, *CONNECTION_LOST):
            await asyncio.sleep(0.2)

    await frieda.gets("the reminder", lambda state: saying(state, "It is due now"), time_passes)


async def logs_an_insight(bench: Bench) -> None:
    """An insight is logged, marketing answers on its card, and the contributor hears of it."""
    frieda, milo = Person(bench, FRIEDA), Person(bench, MILO)

    async def logs_it(_: Json) -> None:
        await frieda.tries("open_home")
        if INSIGHT not in plainly((await frieda.sees())["home"]):
            await frieda.tries("command", channel="C0TEAM", command="/insight", text=f"{INSIGHT} #accessories")

    async def answers(state: Json) -> None:
        card = with_button(state, "insight.acting")
        if card:
            await milo.presses(card, "insight.acting")

    await milo.gets("the card", lambda state: saying(state, INSIGHT), logs_it)
    await milo.gets("his answer on the card", lambda state: saying(state, "Milo Brandt is acting"), answers)
    await frieda.gets("the answer", lambda state: saying(state, "is acting on your insight"), frieda.waits, waits_s=5)


@dataclass(frozen=True, slots=True)
class Flow:
    name: str
    run: Callable[[Bench], Awaitable[None]]


DRAFT = Flow("a customer's message becomes a draft", writes_to_us)
REPLY_SENT = Flow("a used draft becomes a reply and a promise", uses_the_draft)
REMINDER = Flow("a due promise becomes a reminder", waits_for_the_reminder)
INSIGHT_ANSWERED = Flow("an insight comes back answered", logs_an_insight)
CHAINS = ((DRAFT, REPLY_SENT, REMINDER), (INSIGHT_ANSWERED,))
"""Each flow begins where the one before it ended."""
