"""How many draft cards one agent gets from a channel within an hour: a lead says so, and one quiet line tells when more
drafts came."""

from collections.abc import Mapping
from datetime import datetime

from bot.actions import Outcome, Outcomes, Say, TellHere
from bot.cards import Card, sentence
from bot.events import CommandGiven
from bot.replies.muting import is_muted
from bot.workspace_settings import MOST_CARDS_PER_HOUR, WorkspaceSettings, settings_of
from storage import people, workspaces
from storage.database import Transaction
from storage.people import Person
from storage.replies import Draft
from storage.workspaces import Workspace

CAPPED = "reply.capped"
"""The topic of the line that says that more drafts came than cards."""
SETTING, USUAL = "cards_per_hour", "usual"
FOR_LEADS = "Only a lead or an admin can change this. /kindline team shows who that is."
HOW = f"Type a whole number from 0 to {MOST_CARDS_PER_HOUR}, as in /kindline cards 12, or /kindline cards usual."
BEYOND = "Further drafts stand in their Home, and “Help me reply” still brings a card."
SAME = "Nothing changes."


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    """`/kindline cards [NUMBER|usual]`: alone it says how it stands."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    wish = event.text.strip().lower()
    if not wish:
        said = _as_it_stands(await workspaces.workspace(tx, event.workspace_id))
        return [Say(sentence(said, *(["To change that: /kindline cards 6"] if viewer.is_lead else [])))]
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    most = WorkspaceSettings().cards_per_hour if wish == USUAL else _number(wish)
    if most is None:
        return [Say(sentence(HOW))]
    home = await workspaces.locked_workspace(tx, event.workspace_id)
    if home is None:
        return []
    if settings_of(home).cards_per_hour == most:
        return [Say(sentence(f"{SAME} {_as_it_stands(home)}"))]
    home.settings = {**home.settings, SETTING: most}
    workspaces.audit(tx, event.workspace_id, event.person_id, "draft cards an hour set", most=most)
    return [Say(sentence(_as_it_stands(home)))]


def _number(wish: str) -> int | None:
    is_short = wish.isascii() and wish.isdecimal() and len(wish) <= len(str(MOST_CARDS_PER_HOUR))
    return int(wish) if is_short and int(wish) <= MOST_CARDS_PER_HOUR else None


def _as_it_stands(home: Workspace | None) -> str:
    most = settings_of(home).cards_per_hour
    if not most:
        return f"Agents get no draft cards by themselves. {BEYOND.replace('Further drafts', 'Drafts')}"
    return f"Each agent gets at most {_counted(most)} from a channel in an hour. {BEYOND}"


def _counted(most: int) -> str:
    return f"{most} draft card{'' if most == 1 else 's'}"


def quietly(draft: Draft, person: Person, now: datetime) -> list[Outcome]:
    """One line an hour that more drafts came than cards; nothing for whoever wants no cards."""
    if is_muted(person, now):
        return []
    about = {"channel_id": draft.channel_id}
    key = f"capped:{draft.channel_id}:{person.person_id}:{now:%Y-%m-%dT%H}"
    return [
        TellHere(
            key=key,
            person_id=person.person_id,
            channel_id=draft.channel_id,
            thread_id="",
            topic=CAPPED,
            about=about,
        )
    ]


async def capped_note(workspace_id: str, _person_id: str, _about: Mapping[str, str], tx: Transaction) -> Card:
    most = settings_of(await workspaces.workspace(tx, workspace_id)).cards_per_hour
    if not most:
        return sentence("Your lead switched draft cards off, so drafts stand in my Home for now.")
    return sentence(
        f"You had {_counted(most)} from this channel in an hour, so further drafts stand in my Home for now."
    )
