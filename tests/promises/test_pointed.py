"""Whoever points at their own words has them on the list; a customer's words never come there."""

from typing import Any

from bot.actions import Say
from bot.events import ShortcutUsed
from tests.promises.office import HELP, SHOP, THREAD, Office, berlin, read_aloud


async def pointed(office: Office, message: str, *, by: str = "U0FRIEDA", **about: Any) -> str:
    where: dict[str, Any] = {"channel_id": HELP, "message_id": message, "thread_id": THREAD, "author_id": "U0FRIEDA"}
    event = ShortcutUsed(
        workspace_id=SHOP, at=office.now, person_id=by, shortcut="track_a_promise", **{**where, **about}
    )
    [answer] = await office.interact(event)
    assert isinstance(answer, Say)
    return read_aloud(answer.card)


async def test_what_was_not_noticed_is_tracked_with_its_date(office: Office) -> None:
    await office.say("The new bell by Friday noon.")
    assert "Due Friday 20 November, 12:00." in await pointed(office, "m1")
    await office.pass_time(berlin(20, 12))
    assert "It is due now." in office.messages("U0FRIEDA")[-1]


async def test_what_was_only_likely_is_tracked(office: Office) -> None:
    await office.say("The clasp will be repaired.")
    assert (await office.promise()).state == "proposed"
    await pointed(office, "m1")
    await pointed(office, "m1")
    assert (await office.promise()).state == "open"


async def test_what_was_taken_off_the_list_comes_back(office: Office) -> None:
    await office.say("I'll call you back by Friday noon.")
    await office.press("promise.undo", f"{(await office.promise()).promise_id}||")
    await pointed(office, "m1")
    assert (await office.promise()).state == "open"


async def test_a_message_that_was_never_heard_is_read_from_the_shortcut(office: Office) -> None:
    told = await pointed(office, "m99", text="I'll send the bill tomorrow.", said_at=berlin(17, 15))
    assert "Due Wednesday 18 November." in told or "today" in told
    assert (await office.promise()).message_id == "m99"


async def test_a_lead_may_point_for_a_colleague_and_a_colleague_may_not(office: Office) -> None:
    await office.say("The new bell by Friday noon.")
    assert (await pointed(office, "m1", by="U0JONAS")).startswith("This promise would be a colleague's.")
    await pointed(office, "m1", by="U0NADINE")
    assert (await office.promise()).owner_id == "U0FRIEDA"


async def test_a_customers_words_are_no_promise_of_ours(office: Office) -> None:
    assert (await pointed(office, "m0", author_id="U0ANNELIE")).startswith("These are a customer's words.")
    unheard = await pointed(office, "m98", author_id="U0ANNELIE", text="I'll pay tomorrow.")
    assert unheard.startswith("These are a customer's words.") and await office.promises() == []
