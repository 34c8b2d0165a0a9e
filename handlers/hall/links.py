"""Finds the addresses of the messages that a card leads to, before the card is drawn."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.cards import Actions, Button, Card, Choice, LinkButton, Part, ThreadLink

FindLink = Callable[[str, str], Awaitable[str]]
"""(channel, message) -> its address, or "" where there is none."""


async def with_links(card: Card, find: FindLink) -> Card:
    """The card with an address behind each link; a message without one gets no button. Each is asked for once."""
    known: dict[tuple[str, str], str] = {}
    parts: list[Part] = []
    for part in card.parts:
        links = [one for one in part.items if isinstance(one, ThreadLink)] if isinstance(part, Actions) else []
        for one in links:
            place = (one.channel_id, one.message_id)
            known[place] = known[place] if place in known else await find(*place)
        parts.append(_linked(part, known) if isinstance(part, Actions) and links else part)
    return replace(card, parts=parts)


def _linked(part: Actions, known: dict[tuple[str, str], str]) -> Actions:
    items: list[Button | LinkButton | ThreadLink | Choice] = []
    for one in part.items:
        if not isinstance(one, ThreadLink):
            items.append(one)
        elif url := known[one.channel_id, one.message_id]:
            items.append(LinkButton(one.label, url))
    return Actions(items)
