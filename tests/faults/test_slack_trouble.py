"""Slack slows down, loses answers and refuses: what waits, what is asked, and what is never done twice."""

import json
from typing import Any

import pytest

from tests.faults.bench import Bench, Json
from tests.faults.conftest import Begin
from tests.faults.flows import ANNELIE, ASKS, DRAFT, FRIEDA, REMINDER, REPLY_SENT
from tests.faults.oracles import MARK, judged
from tests.faults.person import Person, by, places, saying, with_button
from tests.faults.trials import each

ACCEPTED = ("reset_after", "500_after", "garbled", "hang_after")
NOT_ACCEPTED = ("reset_before", "500", "hang")
POST = "chat.postMessage"


async def shown(bench: Bench, button: str, viewer: str = FRIEDA) -> Json:
    return await Person(bench, viewer).shown(button)


async def uses_as_it_is(bench: Bench) -> None:
    """One press, and one more where the draft asks whether it is meant."""
    frieda = Person(bench, FRIEDA)
    await frieda.presses(await shown(bench, "draft.use"), "draft.use")
    if asked := with_button(await frieda.sees(), "draft.use_anyway"):
        await frieda.presses(asked, "draft.use_anyway")


async def posted(bench: Bench, channel: str) -> list[Json]:
    return [c["args"] for c in await bench.calls(POST) if c["args"]["channel"] == channel and c["answer"]["ok"]]


def rows(bench: Bench, kind: str) -> list[Any]:
    return bench.rows("SELECT * FROM work WHERE kind = ?", kind)


async def test_an_approved_reply_whose_answer_is_lost_is_found_and_not_repeated(begin: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        await bench.fault(POST, kind)
        await uses_as_it_is(bench)
        assert await bench.until(lambda: rows(bench, "SendReply")[0]["state"] == "done", 25), kind
        assert rows(bench, "SendReply")[0]["attempts"] > 1, kind
        assert len(await posted(bench, "C0HELP")) == 1, kind

    await each(begin, REPLY_SENT, ACCEPTED, trial)


async def test_an_approved_reply_that_nobody_can_find_is_the_agents_decision(begin: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        await bench.fault(POST, kind)
        await uses_as_it_is(bench)
        assert await bench.until(lambda: rows(bench, "SendReply")[0]["state"] == "uncertain", 25), kind
        question = await shown(bench, "reply.send_again")
        assert await posted(bench, "C0HELP") == [], kind
        await Person(bench, FRIEDA).presses(question, "reply.send_again")
        assert await bench.settled() == [], kind
        assert len(await posted(bench, "C0HELP")) == 1, kind

    await each(begin, REPLY_SENT, NOT_ACCEPTED, trial)


async def test_a_reminder_comes_whatever_happens_to_its_answer(begin: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        before = len(await posted(bench, "D0FRIEDA"))
        await bench.fault(POST, kind)
        await bench.do("clock", to_next=True)
        assert await bench.settled(25) == [], kind
        reminders = (await posted(bench, "D0FRIEDA"))[before:]
        is_marked = MARK in json.dumps(reminders)
        assert (len(reminders), is_marked) == (1, kind in NOT_ACCEPTED), kind

    await each(begin, REMINDER, [*ACCEPTED, *NOT_ACCEPTED], trial)


async def test_a_reminder_that_cannot_be_looked_up_comes_twice_and_says_so(begin: Begin) -> None:
    async with begin(REMINDER) as bench:
        before = len(await posted(bench, "D0FRIEDA"))
        await bench.fault(POST, "reset_after")
        await bench.fault("conversations.history", "missing_scope")
        await bench.do("clock", to_next=True)
        assert await bench.settled() == []
        reminders = (await posted(bench, "D0FRIEDA"))[before:]
        assert [MARK in json.dumps(one) for one in reminders] == [False, True]


async def test_a_slowed_channel_waits_and_everybody_else_goes_on(bench: Bench) -> None:
    await bench.fault(POST, "429", retry_after=4)
    await bench.do("command", user=FRIEDA, channel="C0TEAM", command="/insight", text="They ask for a child seat")
    slowed = "SELECT * FROM work WHERE kind = 'ShareInsight' AND reason LIKE '%slow down%'"
    assert await bench.until(lambda: bench.rows(slowed))
    await bench.do("command", user=FRIEDA, channel="C0TEAM", command="/insight", text="They ask for a blue bell")
    await bench.say(ANNELIE, ASKS)
    await shown(bench, "draft.use")
    early = await posted(bench, "C0MKT")

    assert await bench.settled() == []
    words = json.dumps(await posted(bench, "C0MKT"))
    assert "child seat" in words and "blue bell" in words
    assert early == [], "something was posted into the channel before its time"


async def test_a_customer_whom_slack_cannot_name_now_waits_and_is_then_judged_right(bench: Bench) -> None:
    await bench.fault("users.info", "429", retry_after=2)
    await bench.say(ANNELIE, ASKS)
    assert await bench.until(lambda: any(row["reason"] for row in rows(bench, "slack.event")))
    assert bench.rows("SELECT * FROM messages") == []
    await shown(bench, "draft.use")
    assert [row["is_by_customer"] for row in bench.rows("SELECT * FROM messages")] == [1]


async def test_a_colleague_whom_slack_cannot_name_now_is_not_taken_for_a_customer(bench: Bench) -> None:
    await bench.fault("users.info", "429", retry_after=2)
    await bench.say("U0NADINE", ASKS)
    assert await bench.settled() == []
    assert bench.rows("SELECT * FROM drafts") == []
    assert [row["is_by_customer"] for row in bench.rows("SELECT * FROM messages")] in ([], [0])


async def test_an_agent_who_is_not_in_the_channel_is_not_shown_its_customers_words(bench: Bench) -> None:
    await bench.fault("chat.postEphemeral", "user_not_in_channel", times=4)
    await bench.say(ANNELIE, ASKS)
    assert await bench.settled() == []
    for person in (FRIEDA, "U0JONAS"):
        assert "Draft ready" not in json.dumps((await bench.state(person))["dms"])
    assert await posted(bench, "C0HELP") == []


async def test_a_form_that_came_too_late_is_offered_with_a_button(begin: Begin) -> None:
    async with begin(REPLY_SENT) as bench:
        frieda = Person(bench, FRIEDA)
        await bench.fault("views.open", "expired_trigger_id")
        await frieda.presses(await shown(bench, "draft.open"), "draft.open")
        assert (await frieda.sees())["modal"] is None

        async def offered() -> Json | None:
            labelled = [
                p for p in places(await frieda.sees()) if any(a["label"] == "Open the form" for a in p["actions"])
            ]
            return labelled[-1] if labelled else None

        offer = await bench.until(offered)
        assert offer
        await frieda.presses(offer, offer["actions"][0]["action_id"])
        assert (await frieda.sees())["modal"] is not None


@pytest.mark.parametrize("code", ["channel_not_found", "is_archived"])
async def test_a_draft_that_cannot_be_shown_in_the_thread_goes_to_the_private_chat_only(
    bench: Bench, code: str
) -> None:
    await bench.fault("chat.postEphemeral", code, times=4)
    await bench.say(ANNELIE, ASKS)

    async def in_private_chat() -> list[Json]:
        return [m for dm in (await bench.state(FRIEDA))["dms"] for m in dm["messages"] if "Draft ready" in m["plain"]]

    assert await bench.until(in_private_chat)
    assert await bench.settled() == []
    assert await posted(bench, "C0HELP") == []
    assert by(await bench.state(ANNELIE), "U0KINDLINE", "") == []
    assert await judged(bench) == []


async def test_a_draft_card_of_unknown_fate_is_not_shown_twice_and_stands_on_the_home_page(bench: Bench) -> None:
    await bench.fault("chat.postEphemeral", "reset_after", times=2)
    await bench.say(ANNELIE, ASKS)
    assert await bench.settled() == []
    state = await bench.state(FRIEDA)
    assert len(saying(state, "Draft ready")) == 1
    assert "Draft ready" in state["home"]["plain"]


async def test_every_kind_of_trouble_at_once_loses_and_doubles_nothing(bench: Bench) -> None:
    """The first calls of a whole day fail in turn, and people only notice that it takes a moment."""
    for method in ("users.info", "chat.postEphemeral", POST, "views.publish", "chat.update"):
        for kind in ("429", "500_after"):
            await bench.fault(method, kind, retry_after=1)
    await DRAFT.run(bench)
    await REPLY_SENT.run(bench)
    assert await bench.settled() == []
    assert await judged(bench) == []
