"""Which posts share a pace: platforms allow about one message a second in one channel, by any route."""

from bot.actions import (
    Action,
    OfferDraft,
    RemindAgent,
    SendDigest,
    TellContributor,
    TellHere,
    TellPerson,
)


def pace_of(action: Action) -> str:
    """The person or channel whose turn a post has to wait for; "" for what is not a new message."""
    if isinstance(action, TellHere):
        return action.channel_id
    if isinstance(action, OfferDraft | RemindAgent | SendDigest | TellContributor | TellPerson):
        return action.person_id
    return ""
