"""What one person sees at one moment: messages, cards, forms and the home page, as each platform's screen has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from tests.demo import Json
from tests.messages import is_home, quoted

HELP_DESK = "B0DESK"
"""Another app than ours, which writes what customers wrote."""
THREAD_LINK = "Open thread"
CONVERSATION = re.compile(r"/19:(\w+)@thread\.tacv2/(\d+)(\d{3})\b")
PLACE = re.compile(r"^(?:For [^·]+· )?In \S+ ")
"""How a card in the chat begins that would stand in a thread on Slack."""
NOTHING: Json = {"id": "", "plain": "", "actions": [], "blocks": []}


def plainly(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Shown:
    """A message or a form as one person sees it."""

    wire: Json

    @property
    def id(self) -> str:
        return str(self.wire["id"])

    @property
    def words(self) -> str:
        return plainly(str(self.wire["plain"]))

    @property
    def said(self) -> str:
        """The words without what leads to the place that they are about."""
        return self.words

    @property
    def buttons(self) -> list[str]:
        return [str(one["label"]) for one in self.wire["actions"]]

    @property
    def author(self) -> str:
        return str(self.wire["user"])

    @property
    def thread(self) -> str:
        return str(self.wire["thread"] or "")

    @property
    def is_private(self) -> bool:
        return bool(self.wire["ephemeral_for"])

    @property
    def is_by_app(self) -> bool:
        return bool(self.wire["is_app"])

    @property
    def is_home(self) -> bool:
        return False

    def button(self, label: str, nth: int = 0) -> Json:
        found = [one for one in self.wire["actions"] if one["label"] == label]
        assert found, f"no button “{label}” among {self.buttons} in:\n{self.words}"
        return dict(found[nth])

    def holds(self, name: str) -> object:
        """What stands in a form's field before anybody types."""
        return next(one["initial"] for one in self.wire["inputs"] if one["block_id"] == name)


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that one person could see at one moment."""

    wire: Json

    def _shown(self, message: Json) -> Shown:
        return Shown(message)

    @property
    def messages(self) -> list[Shown]:
        places = [*self.wire["channels"], *self.wire["dms"]]
        found = [self._shown(message) for place in places for message in place["messages"]]
        found += [self._shown(message) for message in self.wire["ephemerals"]]
        return sorted(found, key=lambda one: float(one.id.rpartition("/")[2]))

    def in_channel(self, channel: str) -> list[Shown]:
        return [one for one in self.messages if one.wire["channel"] == channel and not one.is_private]

    def private(self) -> list[Shown]:
        return [self._shown(message) for message in self.wire["ephemerals"]]

    def from_bot(self) -> list[Shown]:
        """What the bot wrote by itself into the chat with it."""
        return [self._shown(one) for dm in self.wire["dms"] if dm["with"] == "U0KINDLINE" for one in dm["messages"]]

    @property
    def form(self) -> Shown | None:
        return self._shown(self.wire["modal"]) if self.wire["modal"] else None

    @property
    def home(self) -> Shown:
        return Shown(self.wire["home"])

    @property
    def words(self) -> str:
        parts = [one.words for one in self.messages] + [self.home.words]
        return "\n".join([*parts, self.form.words if self.form else ""])

    def of_the_bot(self) -> Iterator[str]:
        """What the bot wrote, wherever it stands."""
        yield from (one.words for one in self.messages if one.is_by_app and one.author != HELP_DESK)
        yield self.home.words
        if self.form:
            yield self.form.words


class ShownOnTeams(Shown):
    """Teams has nothing in a channel that one person alone sees: such a card stands in the chat with the bot, names the
    channel and links to the thread."""

    @property
    def _link(self) -> str:
        actions = self.wire["actions"]
        return str(actions[-1]["url"]) if actions and actions[-1]["label"] == THREAD_LINK else ""

    @property
    def said(self) -> str:
        words = self.words.removesuffix(f" {THREAD_LINK}") if self._link else self.words
        return re.sub(r"^In \S+ ", "", words) if self.names_a_place else words

    @property
    def buttons(self) -> list[str]:
        labels = [str(one["label"]) for one in self.wire["actions"]]
        return labels[:-1] if self._link else labels

    @property
    def thread(self) -> str:
        found = CONVERSATION.search(unquote(self._link))
        return f"{found[1].upper()}/{found[2]}.{found[3]}000" if found else str(self.wire["thread"] or "")

    @property
    def is_private(self) -> bool:
        return str(self.wire["channel"]).startswith("D0") or bool(self.wire["ephemeral_for"])

    @property
    def names_a_place(self) -> bool:
        return PLACE.match(self.words) is not None

    @property
    def is_home(self) -> bool:
        return is_home(self.wire) or self.words.startswith("Kindline helps the team that answers customers.")

    @property
    def quoted(self) -> str:
        """Words that stand there to be copied."""
        return quoted(self.wire)


@dataclass(frozen=True, slots=True)
class SeenOnTeams(Seen):
    """One chat with the bot holds everything private, and the home page as a card."""

    about_places: frozenset[str] = frozenset()
    """Ids of cards that would stand in a thread on Slack; whatever takes their place no longer says so."""
    answers: frozenset[str] = frozenset()
    """Ids of what answered a typed line."""

    def _shown(self, message: Json) -> ShownOnTeams:
        return ShownOnTeams(message)

    def _chat(self) -> list[ShownOnTeams]:
        chats = [self._shown(message) for dm in self.wire["dms"] for message in dm["messages"]]
        return [one for one in chats if one.is_by_app]

    def private(self) -> list[Shown]:
        targeted: list[Shown] = [self._shown(message) for message in self.wire["ephemerals"]]
        return targeted + [one for one in self._chat() if self._is_about_a_place(one)]

    def from_bot(self) -> list[Shown]:
        by_itself = [one for one in self._chat() if one.id not in self.answers and not one.is_home]
        return [one for one in by_itself if not self._is_about_a_place(one)]

    def _is_about_a_place(self, one: ShownOnTeams) -> bool:
        return one.names_a_place or one.id in self.about_places

    def of_the_bot(self) -> Iterator[str]:
        """What a notification of Teams says is not always on the card."""
        # The two-argument form, since a dataclass with slots is another class than its body saw.
        yield from super(SeenOnTeams, self).of_the_bot()
        yield from (str(one.wire["text"]) for one in self.messages if one.is_by_app)

    @property
    def home(self) -> Shown:
        return next((one for one in reversed(self._chat()) if one.is_home), self._shown(NOTHING))
