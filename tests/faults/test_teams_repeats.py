"""Teams sends again what was answered in time, under the same id or a new one, and not always in order: each thing
happens once."""

import pytest

from tests.faults.bench import ON_TEAMS, Bench
from tests.faults.conftest import Begin
from tests.faults.flows import ANNELIE, ASKS, FRIEDA, READY, REMINDER_ON_TEAMS, REPLY_COPIED
from tests.faults.on_teams import fault, posted, rows, shown, someone, told, writes
from tests.faults.oracles import judged, nothing_accepted_is_lost
from tests.faults.trials import each

AGAIN = ("again", "again_new_id")
LATER_S = 31
"""By then whatever is sent again has come."""
CLAIM = "The app hides the battery level"
KEPT_ONCE = "SELECT * FROM promises WHERE state = 'kept'"


async def comes_again(bench: Bench) -> None:
    """Until the copy was delivered and worked on."""
    await bench.do("clock", advance_s=LATER_S)
    assert await bench.settled() == []


async def test_use_that_comes_again_hands_the_words_over_once(begin_on_teams: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        frieda = someone(bench)
        await fault(bench, "invokes", kind)
        await frieda.presses(await shown(bench, "draft.use"), "draft.use")
        await told(bench, READY)
        before = len(await posted(bench))
        await comes_again(bench)
        assert [row["state"] for row in rows(bench, "drafts") if row["sent_text"]] == ["copied"], kind
        assert len(await told(bench, READY)) == 1, kind
        assert len(await posted(bench)) == before, kind

    await each(begin_on_teams, REPLY_COPIED, AGAIN, trial)


async def test_an_insight_that_is_submitted_again_is_one_insight(begin_on_teams: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        frieda = someone(bench)
        message = next(m for c in (await frieda.sees())["channels"] for m in c["messages"] if m["user"] == ANNELIE)
        await frieda.tries("shortcut", callback_id="log_insight", message=message["id"])
        form = (await frieda.sees())["modal"]
        fields = {one["block_id"]: one["action_id"] for one in form["inputs"]}
        await fault(bench, "invokes", kind)
        await frieda.tries("submit", view=form["id"], values={"text": {fields["text"]: CLAIM}})
        await told(bench, "This is insight #1")
        await comes_again(bench)
        logged = [(row["workspace_id"], row["text"]) for row in rows(bench, "insights")]
        assert sorted(logged) == [(ON_TEAMS, CLAIM), ("T0MARIGOLD", CLAIM)], kind
        assert len(await told(bench, "This is insight #1")) == 1, kind

    await each(begin_on_teams, REPLY_COPIED, AGAIN, trial)


async def test_done_that_comes_again_keeps_the_promise_once(begin_on_teams: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        await bench.do("clock", to_next=True)
        reminder = await shown(bench, "promise.done")
        before = len(await posted(bench))
        await fault(bench, "invokes", kind)
        await someone(bench).presses(reminder, "promise.done")
        await comes_again(bench)
        assert len(bench.rows(KEPT_ONCE)) == 1, kind
        assert len(await posted(bench)) == before, kind

    await each(begin_on_teams, REMINDER_ON_TEAMS, AGAIN, trial)


async def test_snooze_that_comes_again_brings_one_reminder(begin_on_teams: Begin) -> None:
    async def trial(bench: Bench, kind: str) -> None:
        await bench.do("clock", to_next=True)
        reminder = await shown(bench, "promise.snooze")
        menu = next(one for one in reminder["actions"] if one["action_id"] == "promise.snooze")
        place = {"message": reminder["id"], "block_id": menu["block_id"]}
        await fault(bench, "invokes", kind)
        await someone(bench).tries("press", **place, action_id="promise.snooze", selected=menu["options"][0]["value"])
        await comes_again(bench)
        before = len(await posted(bench))
        await bench.do("clock", advance_s=11 * 60)
        assert await bench.settled() == []
        assert len(await posted(bench)) == before + 1, kind

    # The reminder that comes back is the same card once more, as it should be; what is lost or not is judged here.
    await each(begin_on_teams, REMINDER_ON_TEAMS, AGAIN, trial, nothing_accepted_is_lost)


@pytest.mark.parametrize("kind", ["duplicate", "again", "again_new_id"])
async def test_a_message_that_comes_again_is_one_question(teams: Bench, kind: str) -> None:
    await fault(teams, "events", kind)
    await writes(teams)
    await shown(teams, "draft.use")
    await comes_again(teams)
    assert [row["text"] for row in rows(teams, "messages")] == [ASKS]
    assert sorted(row["person_id"] for row in rows(teams, "drafts")) == ["aad-u0frieda", "aad-u0jonas"]
    assert len(await told(teams, "Draft ready")) == 1
    if kind != "again_new_id":  # Its row has another key by design; that it has no effect is seen above.
        assert await judged(teams) == []


async def test_an_edit_that_overtakes_its_message_wins(teams: Bench) -> None:
    await fault(teams, "events", "out_of_order")
    message = await writes(teams, "Where is my order?")
    await teams.do("edit", team=ON_TEAMS, user=ANNELIE, message=message, text=ASKS)
    assert await teams.settled() == []
    kinds = [row["key"].split(":")[-2] for row in arrived(teams)]
    assert kinds[0] != "message", "nothing was overtaken"
    assert [(row["text"], row["is_by_customer"]) for row in rows(teams, "messages")] == [(ASKS, 1)]
    await told(teams, "Draft ready")
    assert await judged(teams) == []


async def test_a_reply_that_overtakes_the_root_of_its_thread_belongs_to_it(teams: Bench) -> None:
    await fault(teams, "events", "out_of_order")
    root = await writes(teams, "Hello, my bike arrived with a bent wheel.")
    await writes(teams, "Can you send me a new one?", thread=root)
    assert await teams.settled() == []
    first, second = arrived(teams)[:2]
    assert first["key"] > second["key"], "nothing was overtaken"
    assert len({row["thread_id"] for row in rows(teams, "messages")}) == 1
    assert len(rows(teams, "messages")) == 2
    await shown(teams, "draft.use")
    assert len({row["thread_id"] for row in rows(teams, "drafts WHERE state = 'offered'")}) == 1
    for person_id in (FRIEDA, "U0JONAS"):
        assert await shown(teams, "draft.use", person_id)
    assert await judged(teams) == []


def arrived(bench: Bench) -> list[dict[str, str]]:
    """The stored activities, first come first."""
    return list(rows(bench, "work WHERE kind = 'teams.event' ORDER BY created_at, rowid"))
