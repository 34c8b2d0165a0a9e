"""One quiet line, when more drafts came from a channel than one agent gets cards for."""

from collections.abc import Mapping
from datetime import datetime

from bot.actions import Outcome, TellHere
from bot.cards import Card, sentence
from bot.replies.muting import is_muted
from bot.workspace_settings import settings_of
from storage import workspaces
from storage.database import Transaction
from storage.people import Person
from storage.replies import Draft

CAPPED = "reply.capped"
"""The topic of the line that says that more drafts came than cards."""


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
    counted = f"{most} draft card{'' if most == 1 else 's'}"
    return sentence(f"You had {counted} from this channel in an hour, so further drafts stand in my Home for now.")
