"""What a door says by itself: that something failed or takes longer, that a form waits, and several cards as one."""

from collections.abc import Sequence

from bot.cards import Actions, Button, Card, Divider, Part, Words, sentence
from bot.events import Interaction
from handlers.hall.again import AGAIN, Seal, again_value, as_it_is

SORRY = "Sorry, that did not work just now. Please try again in a moment. (Reference {reference})"
PATIENCE = "This takes a moment longer than it should. It is still being done; please look again in a few seconds."
OPEN_FORM = "Open the form"


def together(cards: Sequence[Card]) -> Card:
    """Several cards as one message."""
    if len(cards) == 1:
        return cards[0]
    parts: list[Part] = []
    for card in cards:
        parts += [Divider(), *card.parts] if parts else card.parts
    return Card(summary=cards[0].summary, parts=parts)


def form_offer(event: Interaction, text: str, otherwise: str, seal: Seal = as_it_is) -> Card:
    """A card whose button asks the same again, and so opens the form; `otherwise` where that cannot be packed."""
    value = again_value(event, seal)
    if not value:
        return sentence(otherwise)
    return Card(summary=text, parts=[Words(text), Actions([Button(AGAIN, OPEN_FORM, value)])])
