"""The people of the stories: what they do, what they see, and a memory of all that the bot ever showed to anyone."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.demo import Demo, Json
from tests.stories.screens import HELP_DESK, Seen, SeenOnTeams, Shown, ShownOnTeams, plainly

MARIGOLD, NORTH, ON_TEAMS = "T0MARIGOLD", "T0NORTH", "M0MARIGOLD"
"""The last one is on Microsoft Teams; the same company as the first, and the same people."""
HELP, DESK, MARKETING, TEAM = "C0HELP", "C0DESK", "C0MKT", "C0TEAM"
OF_A_CHANNEL = frozenset({"here", "pause", "reply", "resume", "shadow"})
"""Commands that are about the channel in which they are typed."""
WITHIN_S = 8.0
SETTLED_S = 2
"""Longer than the scene's settle time."""


@dataclass(slots=True)
class Memory:
    """All that the bot showed to anybody during one story, and all that people wrote themselves."""

    sentences: set[str] = field(default_factory=set)
    written: list[str] = field(default_factory=list)
    expected_errors: set[str] = field(default_factory=set)
    """Names of log lines that the story provokes."""
    on_teams: set[str] = field(default_factory=set)
    """Those of the sentences that somebody read in Microsoft Teams."""
    answers: set[str] = field(default_factory=set)
    """Ids of what answered a typed line in Teams, where it stands in the chat for good."""
    about_places: set[str] = field(default_factory=set)
    """Ids of cards in a chat in Teams that would stand in a thread on Slack."""
    opened: set[str] = field(default_factory=set)
    """Who has opened their chat with the bot in Teams."""

    def note(self, seen: Seen) -> Seen:
        self.sentences.update(seen.of_the_bot())
        if isinstance(seen, SeenOnTeams):
            self.on_teams.update(seen.of_the_bot())
            self.about_places.update(one.id for one in seen.private())
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
        return answer.said

    def passes_on(self, thread: str) -> None:
        """What is left to do after Use, where the bot can post in this person's name: nothing."""

    def uses(self, shortcut: str, message: str) -> None:
        self.do("shortcut", callback_id=shortcut, message=message)

    def presses(self, card: Shown, label: str, nth: int = 0, **fields: object) -> None:
        button = card.button(label, nth)
        place = {"view": card.id} if "title" in card.wire or card.wire.get("home") else {"message": card.id}
        if button.get("value") is not None and "value" not in fields and "selected" not in fields:
            fields["value"] = button["value"]
        answer = self.do("press", **place, action_id=button["action_id"], block_id=button["block_id"], **fields)
        self.memory.sentences.add(str(answer.get("message", "")))

    def chooses(self, card: Shown, menu: str, option: str) -> None:
        """One line of a card's menu."""
        offered = {str(one["label"]): one["value"] for one in card.button(menu)["options"]}
        assert option in offered, f"no “{option}” among {list(offered)}"
        self.presses(card, menu, selected=offered[option])

    def submits(self, **values: object) -> dict[str, str]:
        """Fills the open form's fields by name and submits it; answers the sentences beside fields, if any."""
        form = self.form()
        fields = {one["block_id"]: one["action_id"] for one in form.wire["inputs"]}
        typed = {name.replace("__", ":"): value for name, value in values.items()}
        given = {name: {fields[name]: value} for name, value in typed.items()}
        return dict(self.do("submit", view=form.id, values=given).get("errors", {}))

    def look(self) -> Seen:
        return self.memory.note(Seen(self.demo.look("state", viewer=self.id, team=self.team)))

    def shown_by_bot(self) -> list[str]:
        """The words of every message that an app ever showed this person: the bot's, and the help desk's."""
        return [one.words for one in self.look().messages if one.is_by_app]

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
    cards = [one for one in seen.messages if one.is_by_app and one.author != HELP_DESK and not one.is_home]
    return [one for one in cards if plainly(text) in one.words]


class SomeoneOnTeams(Someone):
    """One person of the scene in Microsoft Teams, where some things are done in another way."""

    def types(self, line: str, channel: str = HELP) -> Shown | None:
        """Typed in the chat with the bot; only what is about a channel, in that channel after the bot's name."""
        self._open_the_chat()
        command, _, text = line.removeprefix("/").removeprefix("kindline").strip().partition(" ")
        is_there = command in OF_A_CHANNEL and "everywhere" not in text
        place: Json = {"channel": channel} if is_there else {}
        response = self.do("command", command="kindline", text=f"{command} {text}".strip(), **place)["response"]
        if response is None:
            return None
        shown = self._not_the_home_card(ShownOnTeams(response))
        self.memory.sentences.add(shown.words)
        self.memory.on_teams.add(shown.words)
        self.memory.answers.add(shown.id)
        if shown.buttons == ["Open the form"]:
            # A typed line opens no dialog in Teams.
            self.presses(shown, "Open the form")
            return None
        return shown

    def passes_on(self, thread: str) -> None:
        """No bot posts in anybody's name, so the words are copied into the thread."""
        ready = self.card("Your reply, ready to copy")
        assert isinstance(ready, ShownOnTeams)
        self.says(ready.quoted, thread=thread)

    def look(self) -> Seen:
        state = self.demo.look("state", viewer=self.id, team=self.team)
        known = frozenset(self.memory.about_places), frozenset(self.memory.answers)
        return self.memory.note(SeenOnTeams(state, *known))

    def home(self, text: str = "") -> Shown:
        self.memory.opened.add(self.id)
        return super().home(text)

    def _not_the_home_card(self, shown: ShownOnTeams) -> ShownOnTeams:
        """A home card may be drawn anew while somebody waits for an answer, which then stands below it."""
        if not shown.is_home:
            return shown
        seen = self.until(lambda seen: seen.from_bot() and seen.from_bot()[-1].id > shown.id, "an answer")
        found = seen.from_bot()[-1]
        assert isinstance(found, ShownOnTeams)
        return found

    def _open_the_chat(self) -> None:
        """The first word to the bot brings the home card, which is no answer to it."""
        if self.id not in self.memory.opened:
            self.home()


@dataclass(frozen=True, slots=True)
class Scene:
    """The people of the workspaces, by name; those without another team are of the story's own."""

    demo: Demo
    memory: Memory
    team: str = MARIGOLD

    def someone(self, person_id: str, team: str = "") -> Someone:
        kind = SomeoneOnTeams if (team or self.team) == ON_TEAMS else Someone
        return kind(self.demo, self.memory, person_id, team or self.team)

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
        elsewhere = [self.someone(one.id, MARIGOLD) for one in marigold] if self.team == ON_TEAMS else []
        return [*marigold, *elsewhere, self.frida, self.nils]

    def has_marketing(self) -> None:
        """Insights have somebody who answers them in this workspace; on Slack the scene starts with that."""
        if self.team == ON_TEAMS:
            self.nadine.says("<@U0KINDLINE> route <@U0MILO> here", MARKETING)
            self.nadine.sees("#marketing")

    def named(self, command: str) -> str:
        """How the bot writes a command for people to type."""
        return command.replace("/kindline", "@Kindline") if self.team == ON_TEAMS else command

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
