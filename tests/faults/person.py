"""What one person sees on their screen, and how they act while the bot may be away."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.faults.bench import CONNECTION_LOST, MARIGOLD, Bench, Json, Refused

LOOKS_AGAIN_S = 4.0
PATIENCE_S = 60.0

Found = Callable[[Json], Any]
Act = Callable[[Json], Awaitable[None]]


class NeverHappened(AssertionError):
    """Somebody waited for something in vain."""


@dataclass(frozen=True, slots=True)
class Person:
    bench: Bench
    id: str
    team: str = MARIGOLD

    async def sees(self) -> Json:
        return await self.bench.state(self.id, team=self.team)

    async def tries(self, call: str, **fields: Any) -> None:
        """An error on the screen is no reason to give up."""
        await self.bench.up()
        try:
            await self.bench.do(call, user=self.id, team=self.team, **fields)
        except (Refused, *CONNECTION_LOST):
            await self.looks_away()

    async def looks_away(self) -> None:
        await asyncio.sleep(0.2)

    async def shown(self, button: str, within_s: float = 15.0) -> Json:
        """The newest card with this button, once it is there."""

        async def found() -> Json | None:
            return with_button(await self.sees(), button)

        card = await self.bench.until(found, within_s)
        assert card, f"nobody showed {button} to {self.id}"
        return dict(card)

    async def presses(self, place: Json, action_id: str) -> None:
        button = next(one for one in place["actions"] if one["action_id"] == action_id)
        where = {"message": place["id"]} if place["id"] else {"view": "home"}
        value = {"value": button["value"]} if button["value"] is not None else {}
        await self.tries("press", **where, action_id=action_id, block_id=button["block_id"], **value)

    async def submits(self, **values: str) -> None:
        """Fills the open form's fields by name; without one, something went wrong when it was opened."""
        form = (await self.sees())["modal"]
        if form is None:
            return await self.looks_away()
        names = {one["block_id"]: one["action_id"] for one in form["inputs"]}
        given = {block: {names.get(block, block): value} for block, value in values.items()}
        await self.tries("submit", view=form["id"], values=given)

    async def opens_home(self, _: Json) -> None:
        """Home has what a private card may have lost; somebody who misses it looks there."""
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
    shown = [one for one in places(state) if any(a["action_id"] in action_ids for a in one.get("actions", []))]
    return shown[-1] if shown else None


def plainly(shown: Json) -> str:
    return " ".join(str(shown.get("plain", "")).split())


def saying(state: Json, text: str) -> list[Json]:
    return [one for one in places(state) if one["id"] and text in plainly(one)]


def by(state: Json, author: str, text: str) -> list[Json]:
    shown = [message for channel in state["channels"] for message in channel["messages"]]
    return [one for one in shown if one["user"] == author and text in plainly(one)]


def of_the_bot(state: Json) -> list[Json]:
    """What the bot wrote into the chat with it, as Teams shows it: the home page is a card there too."""
    return [one for dm in state["dms"] for one in dm["messages"] if one["is_app"]]
