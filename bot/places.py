"""Where a card goes. The place decides who can see it; only an approval leads into a customer's thread."""

from dataclasses import dataclass

from bot.cards import Card


@dataclass(frozen=True, slots=True)
class DirectMessage:
    """The person's private chat with the bot."""

    person_id: str


@dataclass(frozen=True, slots=True)
class OnlyVisibleTo:
    """Visible to one person in a channel or thread; where the platform cannot do that, their private chat."""

    person_id: str
    channel_id: str
    thread_id: str = ""
    elsewhere: bool = True
    """False when it is not for their private chat: what customers said in a channel stays with its members."""


@dataclass(frozen=True, slots=True)
class InChannel:
    """Openly in a channel of colleagues, or in a thread of one. The gateway refuses channels that have customers."""

    channel_id: str
    thread_id: str = ""


@dataclass(frozen=True, slots=True)
class InPlaceOf:
    """Instead of a card that already stands there."""

    channel_id: str
    message_id: str


@dataclass(frozen=True, slots=True)
class PrivateCard:
    """Instead of a card that already stands in the person's private chat with the bot. One that is gone needs none."""

    person_id: str
    message_id: str


@dataclass(frozen=True, slots=True)
class PressedCard:
    """Instead of the card somebody pressed, through the short-lived handle that came with the press."""

    reply_to: str
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    person_id: str


NOT_SHOWN = "not shown"
"""What a post answers instead of a message id when the person is not there and it may go nowhere else."""

Place = DirectMessage | OnlyVisibleTo | InChannel | InPlaceOf | PrivateCard | PressedCard | HomePage


@dataclass(frozen=True, slots=True)
class Delivery:
    """A card and its place. `link_to` asks the platform for a link to that (channel, message), shown with the card."""

    place: Place
    card: Card
    link_to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ReplyDelivery:
    """Words for a customer's thread, with the approval they need. `text` is checked against it before anything is
    sent."""

    approval_id: str
    channel_id: str
    thread_id: str
    agent_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Removal:
    """Delete what was posted for a person."""

    person_id: str
    channel_id: str
    message_id: str
