"""Where an insight goes that no route here takes: to the fitting route of another workspace of the company."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.company import called, place_of
from bot.insights.route import route_for, rule_words
from bot.insights.view import name_of
from bot.mentions import channel_words
from storage import companies, insights, people, workspaces
from storage.database import Transaction
from storage.insights import Insight, InsightRoute
from storage.workspaces import Workspace

CUT_OFF = "It went to a workspace that is no longer linked with this one, so no answer can come back."


@dataclass(frozen=True, slots=True)
class Destination:
    """A workspace of the company, and the route there."""

    workspace: Workspace
    route: InsightRoute


async def destination(tx: Transaction, workspace_id: str, theme: str, heard: str) -> Destination | None:
    """The company's most specific route that fits; None when nothing there takes it either."""
    return _chosen(await _routes_of_others(tx, workspace_id), theme, heard)


async def _routes_of_others(tx: Transaction, workspace_id: str) -> Sequence[Destination]:
    return [
        Destination(other, route)
        for other in await companies.linked(tx, workspace_id)
        for route in await insights.routes(tx, other.workspace_id)
    ]


def _chosen(open_to_us: Sequence[Destination], theme: str, heard: str) -> Destination | None:
    route = route_for([one.route for one in open_to_us], theme, heard)
    return next((one for one in open_to_us if one.route is route), None)


async def elsewhere(tx: Transaction, workspace_id: str) -> Sequence[str]:
    """A sentence for each route of the company that takes what no route here does."""
    own = await insights.routes(tx, workspace_id)
    open_to_us = await _routes_of_others(tx, workspace_id)
    lines = []
    for one in open_to_us:
        theme, heard = one.route.theme, one.route.heard
        if route_for(own, theme, heard) is None and _chosen(open_to_us, theme, heard) is one:
            about = f"Insights about {rule_words(theme, heard)}" if theme or heard else "Insights"
            where = await _place(tx, one.workspace, one.route.channel_id)
            lines.append(f"{about} without a route here go to {where}.")
    return lines


async def whither(tx: Transaction, found: Insight) -> str:
    """One true sentence for whoever logged it."""
    linked = {one.workspace_id: one for one in await companies.linked(tx, found.workspace_id)}
    other = linked.get(found.sent_to_workspace_id)
    if other is None:
        return CUT_OFF
    channel_id, owner_id = await _channel_and_owner(tx, found, other)
    owner = await name_of(tx, other.workspace_id, owner_id)
    channel = await workspaces.channel(tx, other.workspace_id, channel_id)
    if channel is None or channel.has_customers:
        where = f"{owner} ({called(other)}) in private, who"
    else:
        where = f"{await _place(tx, other, channel_id)}, and {owner}"
    return f"It goes to {where} is asked to answer. You will hear what comes of it."


async def _channel_and_owner(tx: Transaction, found: Insight, other: Workspace) -> tuple[str, str]:
    """As its copy has it; until that stands there, as the route says."""
    copy_id = insights.copy_id(found.workspace_id, found.insight_id)
    copy = await insights.insight(tx, people.machine(other.workspace_id), copy_id)
    if copy is not None:
        return copy.route_channel_id, copy.owner_id
    there = await destination(tx, found.workspace_id, found.theme, found.heard)
    return (there.route.channel_id, there.route.owner_id) if there is not None else ("", "")


async def _place(tx: Transaction, other: Workspace, channel_id: str) -> str:
    channel = await workspaces.channel(tx, other.workspace_id, channel_id)
    return place_of(other, channel_words(channel, "marketing channel"))
