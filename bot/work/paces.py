"""Which posts share a pace: platforms allow about one message a second in one channel, by any route."""

from bot.actions import Action, OfferDraft, RefreshHome, RemindAgent, SendDigest, TellContributor, TellHere, TellPerson
from bot.places import Delivery, HomePage, InChannel, Removal
from bot.work.approval import ApprovedReply


def pace_of(action: Action) -> str:
    """What is known before the card is written: the person or channel whose turn a post has to wait for, or ""."""
    if isinstance(action, TellHere):
        return action.channel_id
    if isinstance(action, RefreshHome):
        return f"home:{action.person_id}"
    if isinstance(action, OfferDraft | RemindAgent | SendDigest | TellContributor | TellPerson):
        return action.person_id
    return ""


def pace_of_place(prepared: Delivery | ApprovedReply | Removal) -> str:
    """The channel into which a new message goes, which only the written card knows; "" for everything else."""
    if isinstance(prepared, ApprovedReply):
        return prepared.channel_id
    if isinstance(prepared, Delivery) and isinstance(prepared.place, InChannel):
        return prepared.place.channel_id
    if isinstance(prepared, Delivery) and isinstance(prepared.place, HomePage):
        return f"home:{prepared.place.person_id}"
    return ""
