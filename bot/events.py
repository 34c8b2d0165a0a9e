"""What happened, in the past tense and in words that no platform owns.

Every event leads with its workspace. `at` is product time (aware UTC): it comes with the event, so no feature asks a
clock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    workspace_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePosted(Event):
    """Somebody wrote in a channel. `thread_id` is the root's id; for a root it is the message's own id."""

    channel_id: str
    message_id: str
    thread_id: str
    author_id: str
    text: str
    author_name: str = ""
    """The display name that came with the message; only a help-desk app's posts need it."""
    client_key: str = ""
    """The platform's key for one gesture of one person; the same gesture may arrive as two messages."""
    files: Sequence[str] = ()
    is_by_app: bool = False
    calls_bot: bool = False
    """It is addressed to the bot, so a colleague's words in it answer no customer."""
    is_command: bool = False
    """It is a command to the bot, typed in the channel: then it is no question of a customer's, whoever typed it."""
    is_shared: bool | None = None
    """Whether people of another organisation belong to the channel; None when the platform did not say."""
    is_outside: bool = False
    """It stands in the channel, and `thread_id` is the thread that it belongs to."""

    @property
    def is_root(self) -> bool:
        return self.thread_id == self.message_id


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited(Event):
    channel_id: str
    message_id: str
    thread_id: str
    author_id: str
    text: str
    is_restored: bool = False
    """Its deletion was taken back, so the words stand there again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDeleted(Event):
    channel_id: str
    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned(Event):
    """Somebody called the bot by name in a message, which itself also arrives as `MessagePosted`."""

    channel_id: str
    message_id: str
    thread_id: str
    person_id: str
    text: str
    client_key: str = ""
    """As in `MessagePosted`: the same call may come again under another id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOpened(Event):
    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged(Event):
    """A profile changed on the platform; the people rows already hold the new values."""

    person_id: str
    is_deactivated: bool = False
    zone_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonUnreachable(Event):
    """The platform refused a private message because this person blocked the bot or removed it; told once, until they
    write to it again."""

    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelClosed(Event):
    """The channel was archived or deleted, or the bot was removed from it."""

    channel_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdChanged(Event):
    """Somebody came into a channel, who has not written there yet."""

    channel_id: str
    is_shared: bool | None
    """Whether somebody from outside belongs to it now; None when nobody can say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersSeen(Event):
    """A channel that was taken for internal has customers in it after all; its row says so already."""

    channel_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLinked(Event):
    """A person allowed Kindline to post their approved replies as them."""

    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsRevoked(Event):
    """People took their permission back; `is_bot` when the whole app was removed."""

    person_ids: Sequence[str] = ()
    is_bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction(Event):
    """Something a person waits for: it is decided and answered within two seconds, from rows alone."""

    person_id: str
    reply_to: str = ""
    """An opaque handle with which the platform can change or answer what was pressed; short-lived."""
    opener: str = ""
    """An opaque handle with which the platform can open a form, once, within three seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonPressed(Interaction):
    """A button or menu of one of our cards, forms or home pages."""

    button: str
    subject: str = ""
    channel_id: str = ""
    message_id: str = ""
    thread_id: str = ""
    form_id: str = ""
    """The platform's id of the open form when the button sits in one."""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSubmitted(Interaction):
    form: str
    subject: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandGiven(Interaction):
    """A slash command: `word` without the slash, `text` as typed."""

    word: str
    text: str = ""
    channel_id: str = ""
    channel_name: str = ""
    is_shared: bool | None = None
    """As for `MessagePosted`, of a channel that we did not know before; otherwise nobody is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutUsed(Interaction):
    """A shortcut; a message shortcut says which message."""

    shortcut: str
    channel_id: str = ""
    message_id: str = ""
    thread_id: str = ""
    author_id: str = ""
    text: str = ""
    said_at: datetime | None = None
    """When the message was written."""
    is_by_app: bool = False
    """The message is another app's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePassed(Event):
    """A timer row came due. `due_at` is when it should have fired; `at` may be much later."""

    timer: str
    key: str
    due_at: datetime
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftUsed(Event):
    """An approved reply stands in the customer's thread as `message_id`, posted for `person_id`."""

    draft_id: str
    person_id: str
    channel_id: str
    thread_id: str
    message_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFailed(Event):
    """An outbound post ended without success: refused by the platform, or nobody can know (`is_uncertain`)."""

    action: str
    key: str
    payload: Mapping[str, Any]
    reason: str
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing(Event):
    """Told in another workspace of the same company: no other event may be, and the desk sees to it.

    What crosses is in the event and nowhere else, so a handler reads only its own workspace's rows. It names nobody and
    no channel by id, since the same id may be somebody else there.
    """

    from_workspace_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightCame(Crossing):
    """Somebody there logged what only this workspace has a route for; masked as a marketing card shows it."""

    insight_id: str
    """Its id where it was logged, as in every event about it."""
    author_name: str
    text: str
    quote: str
    theme: str
    heard: str
    is_from_customer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightTakenBack(Crossing):
    """Whoever logged it there took it back."""

    insight_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightAnswered(Crossing):
    """Marketing there answered an insight of this workspace, or asks about it (`kind`)."""

    insight_id: str
    answer_id: str
    kind: str
    words: str
    by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered(Crossing):
    """The contributor there replied to a question of this workspace."""

    insight_id: str
    answer_id: str
    question_id: str
    words: str
    by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyJoined(Crossing):
    """Another workspace belongs to the same company from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLeft(Crossing):
    """Another workspace is about to leave the company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyToLeave(Event):
    """This workspace is to stand alone from now on; the others were told, while something could still cross."""

    person_id: str
    """The admin who wants it; empty when the app was removed."""
