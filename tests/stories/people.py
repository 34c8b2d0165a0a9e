"""The people of the stories: what they do, what they see, and a memory of all that the bot ever showed to anyone."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.demo import Demo, Json

MARIGOLD, NORTH = "T0MARIGOLD", "T0NORTH"
HELP, DESK, MARKETING, TEAM = "C0HELP", "C0DESK", "C0MKT", "C0TEAM"
WITHIN_S = 8.0
SETTLED_S = 2
"""Longer than the scene's settle time."""


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

    @property
    def messages(self) -> list[Shown]:
        places = [*self.wire["channels"], *self.wire["dms"]]
        found = [Shown(message) for place in places for message in place["messages"]]
        found += [Shown(message) for message in self.wire["ephemerals"]]
        return sorted(found, key=lambda one: float(one.id.rpartition("/")[2]))

    def in_channel(self, channel: str) -> list[Shown]:
        return [one for one in self.messages if one.wire["channel"] == channel and not one.is_private]

    def private(self) -> list[Shown]:
        return [Shown(message) for message in self.wire["ephemerals"]]

    def from_bot(self) -> list[Shown]:
        """The chat with the bot."""
        return [Shown(one) for dm in self.wire["dms"] if dm["with"] == "U0KINDLINE" for one in dm["messages"]]

    @property
    def form(self) -> Shown | None:
        return Shown(self.wire["modal"]) if self.wire["modal"] else None

    @property
    def home(self) -> Shown:
        return Shown(self.wire["home"])

    @property
    def words(self) -> str:
        parts = [one.words for one in self.messages] + [self.home.words]
        return "\n".join([*parts, self.form.words if self.form else ""])

    def of_the_bot(self) -> Iterator[str]:
        """What the bot wrote, wherever it stands."""
        yield from (one.words for one in self.messages if one.is_by_app and one.author != "B0DESK")
        yield self.home.words
        if self.form:
            yield self.form.words


@dataclass(slots=True)
class Memory:
    """All that the bot showed to anybody during one story, and all that people wrote themselves."""

    sentences: set[str] = field(default_factory=set)
    written: list[str] = field(default_factory=list)
    expected_errors: set[str] = field(default_factory=set)
    """Names of log lines that the story provokes."""

    def note(self, seen: Seen) -> Seen:
        self.sentences.update(seen.of_the_bot())
        return seen


@dataclass(frozen=True, slots=True)
class Someone:
    """One person of the scene at their screen."""

    demo: Demo
    memory: Memory
    id: str
    team: str = MARIGOLD

    def do(self, call: str, **fields: object) -> Json:
        self.memory.written.append(json.dumps(fields, ensure_ascii=False))
        return self.demo.ask(call, team=self.team, user=self.id, **fields)

    def says(self, text: str, channel: str = HELP, *, thread: str = "", files: Sequence[str] = ()) -> str:
        """Answers the message's id."""
        more: Json = {"thread": thread} if thread else {}
        if files:
            more["files"] = list(files)
        return str(self.do("say", channel=channel, text=text, **more)["message"])

    def edits(self, message: str, text: str) -> None:
        self.do("edit", message=message, text=text)

    def deletes(self, message: str) -> None:
        self.do("delete", message=message)

    def types(self, line: str, channel: str = HELP) -> Shown | None:
        """A slash command; answers what came back at once."""
        command, _, text = line.partition(" ")
        answer = self.do("command", channel=channel, command=command, text=text.strip())
        assert "failed" not in answer, answer
        if answer["response"] is None:
            return None
        shown = Shown(answer["response"])
        self.memory.sentences.add(shown.words)
        return shown

    def told(self, line: str, channel: str = HELP) -> str:
        """The words with which a slash command is answered."""
        answer = self.types(line, channel)
        assert answer is not None, f"{line[:80]} got no answer"
        return answer.words

    def uses(self, shortcut: str, message: str) -> None:
        self.do("shortcut", callback_id=shortcut, message=message)

    def presses(self, card: Shown, label: str, nth: int = 0, **fields: object) -> None:
        button = card.button(label, nth)
        place = {"view": card.id} if "title" in card.wire or card.wire.get("home") else {"message": card.id}
        if button.get("value") is not None and "value" not in fields and "selected" not in fields:
            fields["value"] = button["value"]
        self.do("press", **place, action_id=button["action_id"], block_id=button["block_id"], **fields)

    def submits(self, **values: object) -> dict[str, str]:
        """Fills the open form's fields by name and submits it; answers the sentences beside fields, if any."""
        form = self.form()
        fields = {one["block_id"]: one["action_id"] for one in form.wire["inputs"]}
        typed = {name.replace("__", ":"): value for name, value in values.items()}
        given = {name: {fields[name]: value} for name, value in typed.items()}
        return dict(self.do("submit", view=form.id, values=given).get("errors", {}))

    def look(self) -> Seen:
        return self.memory.note(Seen(self.demo.look("state", viewer=self.id, team=self.team)))

    def until(self, wanted: Callable[[Seen], object], what: str, within_s: float = WITHIN_S) -> Seen:
        """The first look at which `wanted` is true; woken by each change instead of sleeping."""
        deadline = time.monotonic() + within_s
        while True:
            seen = self.look()
            if wanted(seen):
                return seen
            left = deadline - time.monotonic()
            assert left > 0, f"{self.id} did not see {what} within {within_s:g} s, but:\n…{seen.words[-1500:]}"
            self.demo.look("changes", since=seen.wire["version"], timeout=min(left, 5.0))

    def sees(self, text: str, within_s: float = WITHIN_S) -> Seen:
        return self.until(lambda seen: plainly(text) in seen.words, f"“{text}”", within_s)

    def card(self, text: str, within_s: float = WITHIN_S) -> Shown:
        """The newest message of the bot's that holds these words."""
        found = self.until(lambda seen: _with(seen, text), f"a card with “{text}”", within_s)
        return _with(found, text)[-1]

    def draft(self, text: str = "Draft ready") -> Shown:
        """The newest draft's card; the clock is moved past the time in which a customer may go on writing."""
        self.demo.ask("clock", advance_s=SETTLED_S)
        return self.card(text)

    def form(self, text: str = "", within_s: float = WITHIN_S) -> Shown:
        """The open form."""
        found = self.until(lambda seen: seen.form and text in seen.form.words, f"a form with “{text}”", within_s).form
        assert found is not None
        return found

    def home(self, text: str = "") -> Shown:
        """Opens the home page, and waits until these words stand there."""
        self.do("open_home")
        return self.until(lambda seen: seen.home.words and text in seen.home.words, f"a home page with “{text}”").home


def _with(seen: Seen, text: str) -> list[Shown]:
    return [one for one in seen.messages if one.is_by_app and one.author != "B0DESK" and plainly(text) in one.words]


@dataclass(frozen=True, slots=True)
class Scene:
    """The people of both workspaces, by name."""

    demo: Demo
    memory: Memory

    def someone(self, person_id: str, team: str = MARIGOLD) -> Someone:
        return Someone(self.demo, self.memory, person_id, team)

    @property
    def frieda(self) -> Someone:
        return self.someone("U0FRIEDA")

    @property
    def jonas(self) -> Someone:
        return self.someone("U0JONAS")

    @property
    def nadine(self) -> Someone:
        return self.someone("U0NADINE")

    @property
    def milo(self) -> Someone:
        return self.someone("U0MILO")

    @property
    def annelie(self) -> Someone:
        return self.someone("U0ANNELIE")

    @property
    def hendrik(self) -> Someone:
        return self.someone("U0HENDRIK")

    @property
    def frida(self) -> Someone:
        """Frieda's namesake in the other workspace, with the same id."""
        return self.someone("U0FRIEDA", NORTH)

    @property
    def nils(self) -> Someone:
        """The other workspace's customer."""
        return self.someone("U0NORTHCUST", NORTH)

    def everybody(self) -> list[Someone]:
        marigold = (self.frieda, self.jonas, self.nadine, self.milo, self.annelie, self.hendrik)
        return [*marigold, self.frida, self.nils]

    def desk_posts(self, mail: str, thread: str = "") -> str:
        """The help desk's app puts a customer's mail into the relay channel."""
        return self.someone("B0DESK").says(mail, DESK, thread=thread)

    def clock(self, **fields: object) -> str:
        """Moves time; answers the new time."""
        answer = self.demo.ask("clock", **fields)
        assert "note" not in answer, answer
        return str(answer["now"])

    def settle(self) -> None:
        """Until everything that happened so far was delivered and worked on."""
        self.clock(advance_s=0)

    def calls(self, method: str) -> list[Json]:
        return list(self.demo.look("calls", method=method)["calls"])
