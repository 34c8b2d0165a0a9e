"""The outbox: what the machine may do when a call fails, and what it may never do."""

import asyncio

from bot.actions import OfferDraft, RefreshHome, RemindAgent
from bot.errors import UNREACHABLE, PlatformBusy, PlatformRefused, PlatformUncertain
from bot.places import Delivery, HomePage, InChannel
from bot.work.approval import ApprovedReply
from bot.work.sending import MAY_REPEAT, NO_LONGER_STAFF
from storage import work
from storage.people import Person
from storage.workspaces import Workspace
from tests.work.conftest import WORKSPACE, Bench

REMINDER = RemindAgent(key="remind:1", promise_id="p1", due_version=1, stage="due", person_id="U1")
OFFER = OfferDraft(key="offer:1", draft_id="d1", person_id="U1")


async def test_a_reminder_is_delivered_once_and_its_feature_told(bench: Bench) -> None:
    await bench.put(REMINDER)
    await bench.put(REMINDER)
    await bench.settle()

    assert [key for _, key in bench.recorder.posted] == ["remind:1"]
    assert bench.feature.delivered == ["m1"]


async def test_what_is_no_longer_true_is_not_sent(bench: Bench) -> None:
    bench.feature.is_wanted = False
    await bench.put(REMINDER)
    await bench.settle()

    assert bench.recorder.posted == []
    assert (await bench.row("remind:1")).state == work.CANCELLED


async def test_an_approved_reply_goes_out_as_approved(bench: Bench) -> None:
    await bench.put_reply()
    await bench.settle()

    assert bench.recorder.posted == [(ApprovedReply(WORKSPACE, "C1", "1", "U1", "I'll call you on Friday."), "reply:1")]


async def test_words_that_differ_from_the_approved_ones_never_leave(bench: Bench) -> None:
    bench.feature.text = "I'll call you on Monday."
    await bench.put_reply()
    await bench.settle()

    assert bench.recorder.posted == []
    assert [failure.reason for failure in bench.feature.failures] == ["no approval matches these words"]


async def test_an_approval_does_not_serve_another_workspace(bench: Bench) -> None:
    await bench.put_reply()
    async with bench.database.transaction() as tx:
        row = await work.by_key(tx, WORKSPACE, work.POST, "reply:1")
        assert row is not None
        other = work.new_work(tx, "T2", work.POST, row.kind, "reply:1", payload=row.payload)
        await work.enqueue(tx, other)
    await bench.settle()

    assert [what.workspace_id for what, _ in bench.recorder.posted if isinstance(what, ApprovedReply)] == [WORKSPACE]


async def test_a_card_never_goes_openly_into_a_channel_with_customers(bench: Bench) -> None:
    bench.feature.place = InChannel("C1", "1")
    await bench.put(REMINDER)
    await bench.settle()

    assert bench.recorder.posted == []
    assert bench.feature.failures[0].reason == "customers may be in that channel"


async def test_an_unknown_channel_counts_as_one_with_customers(bench: Bench) -> None:
    bench.feature.place = InChannel("C9")
    await bench.put(REMINDER)
    await bench.settle()

    assert bench.recorder.posted == []


async def test_a_customer_visible_post_that_arrived_unheard_is_found_and_not_repeated(bench: Bench) -> None:
    bench.recorder.ends, bench.recorder.accepts_before_failing = [PlatformUncertain("reset")], True
    await bench.put_reply()
    await bench.settle()

    assert len(bench.recorder.posted) == 1
    assert ((await bench.row("reply:1")).state, bench.feature.delivered) == (work.DONE, ["m1"])


async def test_a_customer_visible_post_that_cannot_be_proved_asks_the_agent(bench: Bench) -> None:
    bench.recorder.ends, bench.recorder.can_look = [PlatformUncertain("reset")], False
    bench.recorder.accepts_before_failing = True
    await bench.put_reply()
    await bench.settle()

    assert len(bench.recorder.posted) == 1
    assert (await bench.row("reply:1")).state == work.UNCERTAIN
    assert [failure.is_uncertain for failure in bench.feature.failures] == [True]


async def test_a_private_post_is_looked_up_before_it_is_repeated(bench: Bench) -> None:
    bench.recorder.ends, bench.recorder.accepts_before_failing = [PlatformUncertain("time-out")], True
    await bench.put(REMINDER)
    await bench.settle()

    assert len(bench.recorder.posted) == 1


async def test_a_private_post_that_must_arrive_repeats_once_and_says_so(bench: Bench) -> None:
    bench.recorder.ends = [PlatformUncertain("a"), PlatformUncertain("b"), PlatformUncertain("c")]
    bench.recorder.can_look, bench.recorder.accepts_before_failing = False, True
    await bench.put(REMINDER)
    await bench.settle(20)

    cards = [what.card for what, _ in bench.recorder.posted if isinstance(what, Delivery)]
    assert [MAY_REPEAT in str(card) for card in cards] == [False, True]
    assert (await bench.row("remind:1")).state == work.DEAD


async def test_a_private_card_that_may_vanish_is_never_repeated(bench: Bench) -> None:
    bench.recorder.ends, bench.recorder.can_look = [PlatformUncertain("reset")], False
    bench.recorder.accepts_before_failing = True
    await bench.put(OFFER)
    await bench.settle()

    assert len(bench.recorder.posted) == 1


async def test_a_call_that_hangs_counts_as_unknown_and_not_as_failed(bench: Bench) -> None:
    bench.recorder.ends = [TimeoutError()]
    bench.recorder.accepts_before_failing = True
    await bench.put_reply()
    await bench.settle()

    assert (len(bench.recorder.posted), (await bench.row("reply:1")).state) == (1, work.DONE)


async def test_a_refusal_ends_at_once_with_a_reason_an_admin_can_read(bench: Bench) -> None:
    bench.recorder.ends = [PlatformRefused("is_archived")]
    await bench.put(REMINDER)
    await bench.settle()

    row = await bench.row("remind:1")
    assert (row.state, row.reason, row.attempts) == (work.DEAD, "is_archived", 1)
    assert [failure.reason for failure in bench.feature.failures] == ["is_archived"]


async def test_after_somebody_blocked_the_bot_nothing_private_is_tried_and_the_features_hear_of_each(
    bench: Bench,
) -> None:
    bench.recorder.ends = [PlatformRefused(UNREACHABLE)]
    for number in (1, 2):
        await bench.put(
            RemindAgent(key=f"remind:{number}", promise_id="p1", due_version=1, stage="due", person_id="U1")
        )
        await bench.settle()

    assert bench.recorder.posted == []
    assert [(await bench.row(f"remind:{number}")).state for number in (1, 2)] == [work.DEAD, work.CANCELLED]
    assert [failure.reason for failure in bench.feature.failures] == [UNREACHABLE, UNREACHABLE]
    assert [event.person_id for event in bench.feature.unreachable] == ["U1"]


async def test_what_stands_in_a_channel_says_nothing_about_a_reader(bench: Bench) -> None:
    bench.feature.place = InChannel("C2")
    bench.recorder.ends = [PlatformRefused(UNREACHABLE)]
    await bench.put(REMINDER)
    await bench.settle()

    assert bench.feature.unreachable == []
    assert (await bench.row("remind:1")).state == work.DEAD


async def test_too_many_requests_hold_that_person_and_nobody_else(bench: Bench) -> None:
    bench.recorder.ends = [PlatformBusy("ratelimited", retry_after_s=30)]
    await bench.put(REMINDER)
    await bench.dispatcher.drained(0.5)
    held = await bench.row("remind:1")
    same = RemindAgent(key="remind:2", promise_id="p2", due_version=1, stage="due", person_id="U1")
    other = RemindAgent(key="remind:3", promise_id="p3", due_version=1, stage="due", person_id="U2")
    await bench.put(same)
    await bench.put(other)
    await bench.dispatcher.drained(0.5)

    assert [key for _, key in bench.recorder.posted] == ["remind:3"]
    assert (held.state, held.sending_since) == (work.WAITING, None)


async def test_a_workspace_that_is_busy_holds_all_its_posts(bench: Bench) -> None:
    bench.recorder.ends = [PlatformBusy("ratelimited", retry_after_s=30, scope="workspace")]
    await bench.put(REMINDER)
    await bench.dispatcher.drained(0.5)
    await bench.put(OFFER)
    await bench.dispatcher.drained(0.5)

    assert bench.recorder.posted == []


async def test_a_busy_platform_without_a_time_is_tried_again_soon(bench: Bench) -> None:
    bench.recorder.ends = [PlatformBusy("refused connection")]
    await bench.put(REMINDER)
    await bench.settle()

    assert (len(bench.recorder.posted), (await bench.row("remind:1")).attempts) == (1, 2)


async def test_a_look_up_that_must_wait_never_lets_a_customer_visible_post_be_repeated(bench: Bench) -> None:
    bench.recorder.ends, bench.recorder.accepts_before_failing = [PlatformUncertain("reset")], True
    bench.recorder.look_ups = [PlatformBusy("ratelimited", retry_after_s=1), PlatformUncertain("time-out")]
    await bench.put_reply()
    await bench.settle(20)

    assert len(bench.recorder.posted) == 1
    assert (await bench.row("reply:1")).state == work.DONE


async def test_somebody_who_lost_the_right_gets_nothing_private_any_more(bench: Bench) -> None:
    async with bench.database.transaction() as tx:
        person = await tx.session.get_one(Person, (WORKSPACE, "U1"))
        person.is_colleague = False
    await bench.put(REMINDER)
    await bench.settle()

    assert bench.recorder.posted == []
    assert [failure.reason for failure in bench.feature.failures] == [NO_LONGER_STAFF]


async def test_a_reply_caught_by_an_uninstall_goes_back_to_its_agent(bench: Bench) -> None:
    async with bench.database.transaction() as tx:
        (await tx.session.get_one(Workspace, WORKSPACE)).is_active = False
    await bench.put_reply()
    await bench.settle()

    assert bench.recorder.posted == []
    assert [failure.reason for failure in bench.feature.failures] == ["the workspace is no longer connected"]


async def test_a_reminder_waits_for_a_workspace_that_was_removed_and_goes_out_when_it_is_back(bench: Bench) -> None:
    async with bench.database.transaction() as tx:
        (await tx.session.get_one(Workspace, WORKSPACE)).is_active = False
    await bench.put(REMINDER)
    async with asyncio.timeout(10):
        while not (await bench.row("remind:1")).reason:
            await asyncio.sleep(0.02)
    async with bench.database.transaction() as tx:
        (await tx.session.get_one(Workspace, WORKSPACE)).is_active = True
        row = await work.by_key(tx, WORKSPACE, work.POST, "remind:1")
        assert row is not None
        row.hold_until = tx.raw_now
    bench.dispatcher.wake()
    await bench.settle()

    assert len(bench.recorder.posted) == 1


async def test_posts_into_one_channel_wait_their_turn_although_their_rows_know_no_channel(bench: Bench) -> None:
    bench.feature.place = InChannel("C2")
    for number in range(2):
        person = f"U{number + 1}"
        await bench.put(
            RemindAgent(key=f"remind:{number}", promise_id="p", due_version=1, stage="due", person_id=person)
        )
    await bench.dispatcher.drained(0.6)
    at_once = len(bench.recorder.posted)
    await bench.settle()

    assert (at_once, len(bench.recorder.posted)) == (1, 2)


async def test_a_home_page_is_drawn_once_for_many_changes_and_again_after_a_broken_call(bench: Bench) -> None:
    await bench.dispatcher.stop()
    for number in range(5):
        await bench.put(RefreshHome(key=f"home:U1:{number}", person_id="U1"))
    bench.recorder.ends, bench.feature.place = [PlatformUncertain("reset")], HomePage("U1")
    bench.dispatcher._is_stopping = False
    await bench.dispatcher.start()
    await bench.settle()

    assert len(bench.recorder.posted) == 1
