"""Two workspaces of one company and a stranger, all with the same ids, each with a platform that only remembers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.actions import OpenForm, Say
from bot.buttons import Buttons
from bot.insights.feature import routes
from bot.places import Delivery, DirectMessage
from bot.work.sending import Gateway
from storage import companies, insights, people
from storage.insights import Insight, InsightAnswer, InsightRoute
from storage.work import Work
from storage.workspaces import Channel, Workspace
from tests.office import HERE, THERE, Office, buttons, furnish, only, opened, to
from tests.recorder import Recorder

STRANGER = "T0STRANGER"
PLATFORMS = {HERE: "teams", THERE: "slack", STRANGER: "test"}
NAMES = {HERE: "Marigold Bikes on Teams", THERE: "Marigold Bikes", STRANGER: "North Post"}
MARKETING = "C0MKT"
CARD = (MARKETING, "m1")


@dataclass
class Linked:
    """HERE has no route; THERE and the stranger send everything to #marketing, where Milo answers."""

    office: Office
    recorders: dict[str, Recorder]

    async def deliver(self) -> dict[str, list[Delivery]]:
        """What was posted in each workspace; those where nothing was are left out."""
        before = {team: len(one.posted) for team, one in self.recorders.items()}
        await self.office.deliver()
        new = {team: [d for d, _ in one.posted[before[team] :]] for team, one in self.recorders.items()}
        return {team: [d for d in posted if isinstance(d, Delivery)] for team, posted in new.items() if posted}

    async def insights(self, team: str) -> list[Insight]:
        return await self._rows(Insight, team)

    async def answers(self, team: str) -> list[InsightAnswer]:
        return await self._rows(InsightAnswer, team)

    async def state(self, team: str) -> str:
        (found,) = await self.insights(team)
        return found.state

    async def written(self, team: str) -> str:
        """Every value of every insight, answer and piece of work in a workspace, to look for what must not be there."""
        rows = [row for kind in (Insight, InsightAnswer, Work) for row in await self._rows(kind, team)]
        return "\n".join(repr(row) for row in rows)

    async def _rows(self, kind: Any, team: str) -> list[Any]:
        async with self.office.rows() as tx:
            return list((await tx.session.scalars(select(kind).where(kind.workspace_id == team))).all())

    async def set_route(self, team: str, **about: str) -> None:
        async with self.office.rows() as tx:
            wanted = {"route_id": f"r{about}", "channel_id": MARKETING, "owner_id": "U0MILO"} | about
            await insights.set_route(tx, InsightRoute(workspace_id=team, **wanted))

    async def link(self, one: str = HERE, other: str = THERE) -> None:
        async with self.office.rows() as tx:
            held = {found.workspace_id: found for found in await companies.hold(tx, one, other)}
            companies.join(held[one], held[other])

    async def cut(self) -> None:
        async with self.office.rows() as tx:
            (here,) = await companies.hold(tx, HERE)
            companies.leave(here)

    async def lets_customers_in(self, team: str) -> None:
        async with self.office.rows() as tx:
            (await tx.session.get_one(Channel, (team, MARKETING))).has_customers = True

    async def has_no_leads(self, team: str) -> None:
        async with self.office.rows() as tx:
            for who in ("U0NADINE", "U0LARS"):
                await people.set_roles(tx, team, who, [])


@asynccontextmanager
async def linked_offices(folder: Path, *, url: str = "") -> AsyncIterator[Linked]:
    async with opened(folder, [routes()], url=url) as office:
        recorders = {team: Recorder() for team in PLATFORMS}
        platforms = {PLATFORMS[team]: one for team, one in recorders.items()}
        office.gateway = Gateway(office.database, office.desk, office.gateway.table, platforms, timedelta(0))
        async with office.rows() as tx:
            furnish(tx, STRANGER)
            await tx.session.flush()
            for team in PLATFORMS:
                home = await tx.session.get_one(Workspace, team)
                home.name, home.platform = NAMES[team], PLATFORMS[team]
                tx.session.add(
                    Channel(
                        workspace_id=team,
                        channel_id=MARKETING,
                        kind="internal",
                        name="marketing",
                        has_customers=False,
                    )
                )
        linked = Linked(office, recorders)
        for team in (THERE, STRANGER):
            await linked.set_route(team)
        await linked.link()
        yield linked


async def logged(linked: Linked, line: str = "Annelie is lost #app heard:confusion customer:Annelie") -> str:
    """The id of an insight that Frieda logged in the workspace without a route; its card stands in the other one."""
    answer = only(await linked.office.command("U0FRIEDA", f"insight {line}"), Say)
    await linked.deliver()
    return buttons(answer.card.parts)["Undo"]


async def copy_of(linked: Linked) -> str:
    (copy,) = await linked.insights(THERE)
    return copy.insight_id


async def asked(linked: Linked) -> Delivery:
    """The card with Milo's question, as Frieda got it."""
    pressed = await linked.office.press("U0MILO", Buttons.ASK_AGENT, await copy_of(linked), message=CARD, team=THERE)
    await linked.office.submit("U0MILO", only(pressed, OpenForm).form, team=THERE, words="Which screen?")
    (question,) = to((await linked.deliver())[HERE], DirectMessage)
    return question


async def reply_form(linked: Linked, question: Delivery) -> OpenForm:
    subject = buttons(question.card.parts)["Reply"]
    return only(await linked.office.press("U0FRIEDA", Buttons.REPLY_TO_ASK, subject), OpenForm)
