"""`/kindline target`: within which working time customers are to be answered, in one channel or everywhere."""

import re
from datetime import timedelta

from bot.actions import Outcomes, Say
from bot.cards import sentence
from bot.events import CommandGiven
from bot.promises.unanswered import in_length, planned_anew
from bot.workspace_settings import LONGEST_TARGET_MINUTES, answer_minutes
from storage import people, workspaces
from storage.database import Transaction

FOR_LEADS = "Only a lead or an admin can change this. /kindline team shows who that is."
HOW = "Write a length of working time, as in /kindline target 2h, /kindline target 90m or /kindline target off."
NOT_HERE = "Type this in a channel where I listen, or write /kindline target 2h everywhere."
_LENGTH = re.compile(r"(?:(?P<hours>\d{1,3})\s*h(?:ours?)?)?\s*(?:(?P<minutes>\d{1,4})\s*m(?:in(?:utes?)?)?)?", re.I)


async def on_target(event: CommandGiven, tx: Transaction) -> Outcomes:
    """Alone it says how it stands here; leads set it."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    wish, _, rest = event.text.strip().lower().rpartition(" ")
    is_everywhere = rest in ("everywhere", "all")
    wish = wish if is_everywhere else event.text.strip().lower()
    if not wish:
        return [Say(sentence(await _as_it_stands(tx, event)))]
    minutes = minutes_in(wish)
    if not viewer.is_lead or minutes is None:
        return [Say(sentence(HOW if viewer.is_lead else FOR_LEADS))]
    if problem := await _set(tx, event, minutes, is_everywhere=is_everywhere):
        return [Say(sentence(problem))]
    waiting = await planned_anew(tx, event.workspace_id, "" if is_everywhere else event.channel_id, event.at)
    return [Say(sentence(_said(minutes, "Everywhere" if is_everywhere else "In this channel"))), *waiting]


async def _set(tx: Transaction, event: CommandGiven, minutes: int, *, is_everywhere: bool) -> str:
    """Why it was not set; empty when it was."""
    if is_everywhere:
        home = await workspaces.locked_workspace(tx, event.workspace_id)
        if home is None:
            return NOT_HERE
        home.settings = {**home.settings, "answer_minutes": minutes}
    else:
        channel = await workspaces.locked_channel(tx, event.workspace_id, event.channel_id)
        if channel is None or not channel.is_enrolled:
            return NOT_HERE
        channel.answer_minutes = minutes
    where = "" if is_everywhere else event.channel_id
    workspaces.audit(tx, event.workspace_id, event.person_id, "answer target set", minutes=minutes, channel=where)
    return ""


async def _as_it_stands(tx: Transaction, event: CommandGiven) -> str:
    channel = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    minutes = answer_minutes(await workspaces.workspace(tx, event.workspace_id), channel)
    where = "In this channel" if channel is not None and channel.answer_minutes is not None else "Everywhere"
    return f"{_said(minutes, where)} To change that, a lead types /kindline target 2h, or off."


def _said(minutes: int, where: str) -> str:
    if not minutes:
        return f"{where}: nobody is told about customers who wait for an answer."
    length = in_length(timedelta(minutes=minutes))
    return (
        f"{where} customers should be answered within {length} of working time. After that the agents hear of it, "
        "and after twice that time the leads."
    )


def minutes_in(wish: str) -> int | None:
    """ "2h", "90m", "1h 30m", "off"; None for anything else, and for what is longer than a week."""
    if wish in ("off", "none", "0"):
        return 0
    found = _LENGTH.fullmatch(wish.strip())
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    minutes = 60 * int(found["hours"] or 0) + int(found["minutes"] or 0)
    return minutes if 0 < minutes <= LONGEST_TARGET_MINUTES else None
