"""Whatever people do in whatever order, promises are what the model says, and everybody hears of each thing once."""

import asyncio
import tempfile
from collections.abc import Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.events import MessageDeleted, MessageEdited, PersonChanged
from bot.promises import life
from bot.promises.ids import promise_id
from bot.promises.remind import Stage, told_stage
from storage.promises import Promise
from tests.promises.model import FRIEDA, JONAS, Expected, Team
from tests.promises.office import BERLIN, HELP, SHOP, Office, opened

HOURS = st.integers(min_value=1, max_value=60)
WHO = st.sampled_from([FRIEDA, JONAS])
WHICH = st.integers(min_value=0, max_value=20)


class Walk(RuleBasedStateMachine):
    """Each rule does one thing to the office and to the model."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.office: Office = self.run(opened(Path(self.folder.name)))
        self.run(self.office.ask())
        self.expected: list[Expected] = []
        self.team = Team()
        self.counted = 0

    def run(self, doing: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        self.run(self.office.database.close())
        self.loop.close()
        self.folder.cleanup()

    def pick(self, which: int) -> Expected:
        return self.expected[which % len(self.expected)]

    def ref(self, one: Expected) -> str:
        return f"{promise_id(HELP, one.message, 0)}||"

    def words(self, hours: int) -> tuple[str, datetime]:
        """A promise for a full hour that lies ahead, and that instant."""
        due = (self.office.now + timedelta(hours=hours)).replace(minute=0, second=0, microsecond=0)
        local = due.astimezone(BERLIN)
        return f"I'll call you back on {local.day} {local:%B %Y} at {local:%H}:00.", due

    def press(self, one: Expected, button: str, more: str = "") -> None:
        by = self.team.acts_for(one.owner)
        self.run(self.office.press(button, f"{self.ref(one)}{more}", by=by))

    @rule(who=WHO, hours=HOURS)
    def say(self, who: str, hours: int) -> None:
        if not self.team.is_here(who) or len(self.expected) == 6:
            return
        text, due = self.words(hours)
        if due <= self.office.now:
            return
        self.counted += 1
        message = f"w{self.counted}"
        self.run(self.office.say(text, by=who, message=message, at=self.office.now))
        self.expected.append(Expected(message, who, due, due))
        self.team.wrote[message] = who

    @precondition(lambda self: self.expected)
    @rule(which=WHICH, hours=HOURS)
    def edit(self, which: int, hours: int) -> None:
        """Words follow the message; a date never moves in silence."""
        one = self.pick(which)
        if one.message in self.team.wrote:
            author = self.team.wrote[one.message]
            about: dict[str, Any] = {"channel_id": HELP, "message_id": one.message, "thread_id": "m0"}
            text = self.words(hours)[0]
            self.run(
                self.office.hear(
                    MessageEdited(workspace_id=SHOP, at=self.office.now, text=text, author_id=author, **about)
                )
            )

    @precondition(lambda self: self.expected)
    @rule(which=WHICH)
    def delete(self, which: int) -> None:
        one = self.pick(which)
        gone = MessageDeleted(workspace_id=SHOP, at=self.office.now, channel_id=HELP, message_id=one.message)
        self.run(self.office.hear(gone))
        self.team.wrote.pop(one.message, None)

    @precondition(lambda self: self.expected)
    @rule(which=WHICH)
    def done(self, which: int) -> None:
        one = self.pick(which)
        self.press(one, "promise.done")
        if one.is_live:
            one.close("kept")

    @precondition(lambda self: self.expected)
    @rule(which=WHICH)
    def withdraw(self, which: int) -> None:
        one = self.pick(which)
        self.press(one, "promise.withdraw")
        if one.is_live:
            one.withdraw(self.office.now)

    @precondition(lambda self: self.expected)
    @rule(which=WHICH)
    def reopen(self, which: int) -> None:
        one = self.pick(which)
        self.press(one, "promise.reopen")
        if not one.is_live:
            one.reopen(self.office.now)

    @precondition(lambda self: self.expected)
    @rule(which=WHICH, code=st.sampled_from(["10m", "1h", "tomorrow"]))
    def snooze(self, which: int, code: str) -> None:
        self.press(self.pick(which), "promise.snooze", code)

    @precondition(lambda self: self.expected)
    @rule(which=WHICH, hours=HOURS)
    def move(self, which: int, hours: int) -> None:
        one, due = self.pick(which), self.words(hours)[1]
        values = {"due": due.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M"), "reason": ""}
        by = self.team.acts_for(one.owner)
        self.run(self.office.submit(f"{self.ref(one)}{one.version};", values, by=by))
        if one.is_live and due > self.office.now and due != one.due:
            one.move(due, self.office.now)

    @precondition(lambda self: self.expected)
    @rule(which=WHICH, to=WHO)
    def hand_over(self, which: int, to: str) -> None:
        one = self.pick(which)
        by = self.team.acts_for(one.owner)
        self.run(self.office.submit(self.ref(one), {"to": to}, by=by, form="promise.hand_over"))
        if one.is_live and to != one.owner and self.team.is_here(to):
            one.ask({to})

    @precondition(lambda self: self.expected)
    @rule(which=WHICH, who=WHO, is_yes=st.booleans())
    def answer(self, which: int, who: str, *, is_yes: bool) -> None:
        one = self.pick(which)
        button = "promise.take" if is_yes else "promise.leave"
        self.run(self.office.press(button, self.ref(one), by=who))
        if who in one.asked and self.team.is_here(who):
            one.asked.discard(who)
            if is_yes:
                one.take(who, self.office.now)

    @rule(who=WHO)
    def leave_or_come_back(self, who: str) -> None:
        leaves = self.team.is_here(who)
        self.run(self.office.change_person(who, is_deactivated=leaves))
        changed = PersonChanged(workspace_id=SHOP, at=self.office.now, person_id=who, is_deactivated=leaves)
        (self.team.away.add if leaves else self.team.away.discard)(who)
        self.run(self.office.hear(changed))
        for one in self.expected if leaves else ():
            one.asked.discard(who)
            if one.is_live and one.owner == who:
                one.ask(self.team.near(who) - one.ever_asked)

    @rule(hours=HOURS)
    def time_passes(self, hours: int) -> None:
        self.run(self.office.pass_time(self.office.now + timedelta(hours=hours)))

    @rule(hours=st.sampled_from([0.02, 8, 72]))
    def the_process_is_down(self, hours: float) -> None:
        self.run(self.office.sleep_through(self.office.now + timedelta(hours=hours)))

    @invariant()
    def promises_are_what_the_model_says(self) -> None:
        rows = {row.message_id: row for row in self.run(self.office.promises())}
        assert set(rows) == {one.message for one in self.expected}
        for one in self.expected:
            row = rows[one.message]
            state = one.ending or "live"
            assert ("live" if row.state in life.LIVE else row.state) == state
            assert (row.owner_id, row.due_at, row.due_version) == (one.owner, one.due, one.version)
            assert {offer["to"] for offer in row.offers} == one.asked

    @invariant()
    def what_came_due_was_said(self) -> None:
        rows: dict[str, Promise] = {row.message_id: row for row in self.run(self.office.promises())}
        for one in self.expected:
            if one.is_live and one.is_awaited and one.due < self.office.now:
                row = rows[one.message]
                assert told_stage(row.told, row.due_version) in (Stage.DUE, Stage.OVERDUE)

    @invariant()
    def nothing_is_said_twice_and_nothing_to_customers(self) -> None:
        self.run(self.office.send_all())
        keys = [key for _, key in self.office.platform.posted if not key.startswith("home:")]
        assert len(keys) == len(set(keys))
        assert self.office.deliveries("U0ANNELIE") == []


TestWalk = Walk.TestCase
TestWalk.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
