"""`/promises`, `/promise` and the home page show each person what is theirs, and leads what they may see."""

import pytest

from bot.actions import Say
from bot.events import CommandGiven, HomeOpened
from bot.home import refreshed
from tests.promises.office import SHOP, Office, berlin, value_of

FRIDAY_NOON = "Thanks, Annelie. I'll call you back by Friday noon."


async def test_the_list_shows_ones_own_promises_with_their_buttons(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    assert await office.command("promises") == (
        "Your open promises\nThis week\n"
        "Annelie: “I'll call you back by Friday noon”. Due Friday 20 November, 12:00.\n"
        "[Done] [Move the date] [Draft the update] [Hand over] [Snooze…]"
    )


async def test_an_empty_list_says_so(office: Office) -> None:
    assert await office.command("promises") == "You have no open promises."


@pytest.mark.parametrize(
    "words", ["<@U0FRIEDA>", "<@U0FRIEDA|frieda>", "@U0FRIEDA", "@Frieda", "frieda lang", "FRIEDA"]
)
async def test_a_lead_may_name_a_colleague(office: Office, words: str) -> None:
    await office.say(FRIDAY_NOON)
    told = await office.command("promises", words, by="U0NADINE")
    assert told.startswith("Open promises of Frieda Lang")


async def test_an_agent_may_not_see_a_colleagues(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    told = await office.command("promises", "@Frieda", by="U0JONAS")
    assert told == "A colleague's promises are for them and their lead. /promises alone shows yours."


async def test_an_agent_who_names_nobody_is_told_so(office: Office) -> None:
    told = await office.command("promises", "blah", by="U0JONAS")
    assert told == "I know no colleague called “blah”. Try /promises @name, or their full name."


async def test_ones_own_name_shows_ones_own(office: Office) -> None:
    assert await office.command("promises", "@Jonas", by="U0JONAS") == "You have no open promises."


@pytest.mark.parametrize("words", ["@nobody", "--all", "x" * 41_000, "🙂🙂", "\u202eabc", "<@U0ANNELIE>", "<@>"])
async def test_an_unknown_name_gets_a_kind_answer(office: Office, words: str) -> None:
    assert (await office.command("promises", words, by="U0NADINE")).startswith("I know no colleague called")


async def test_a_name_that_fits_several_asks_for_the_whole_one(office: Office) -> None:
    await office.change_person("U0JONAS", name="Frieda Beck")
    told = await office.command("promises", "frieda", by="U0NADINE")
    assert told.startswith("Several colleagues fit “frieda”: Frieda Beck, Frieda Lang.")


async def test_a_customer_gets_nothing_to_see(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    assert "Annelie:" not in await office.command("promises", by="U0ANNELIE")


async def test_pressing_in_the_list_keeps_the_list(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    event = CommandGiven(workspace_id=SHOP, at=office.now, person_id="U0FRIEDA", word="promises", channel_id="C0HELP")
    [answer] = await office.interact(event)
    assert isinstance(answer, Say)
    await office.press("promise.done", value_of(answer.card, "Done"))
    assert await office.command("promises") == "You have no open promises."


async def test_a_promise_can_be_noted_by_hand(office: Office) -> None:
    told = await office.command("promise", "I'll call Annelie back by Friday noon")
    assert told.startswith("You promised the customer: “I'll call Annelie back by Friday noon”. Due Friday 20 November")
    await office.pass_time(berlin(20, 12))
    assert "It is due now." in office.messages("U0FRIEDA")[-1]


async def test_by_hand_the_deed_alone_is_enough(office: Office) -> None:
    assert "Due Thursday 19 November." in await office.command("promise", "the new bell for Hendrik tomorrow")


@pytest.mark.parametrize(("words", "start"), [("", "Write it as you told"), ("x" * 41_000, "That is longer than 1000")])
async def test_a_promise_by_hand_that_cannot_be_gets_a_kind_answer(office: Office, words: str, start: str) -> None:
    assert (await office.command("promise", words)).startswith(start)
    assert await office.promises() == []


async def test_moving_a_promise_by_hand_drafts_nothing_since_there_is_no_thread(office: Office) -> None:
    await office.command("promise", "I'll call Annelie back by Friday noon")
    promise = await office.promise()
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": ""})
    assert (await office.promise()).due_at == berlin(23, 10)
    assert await office.drafts() == []


async def test_the_home_page_is_the_durable_copy(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await office.say("The clasp will be repaired.", message="m2")
    home = office.home("U0FRIEDA")
    assert "“The clasp will be repaired”. Is this a promise?" in home
    assert "[Track] [Not a promise]" in home
    assert "“I'll call you back by Friday noon”. Due Friday 20 November, 12:00." in home


async def test_a_home_page_without_promises_says_what_will_be_there(office: Office) -> None:
    async with office.database.transaction() as tx:
        await office.desk.carry_out(tx, SHOP, [refreshed("U0JONAS")])
    await office.hear(HomeOpened(workspace_id=SHOP, at=office.now, person_id="U0JONAS"))
    await office.send_all()
    assert "None right now. What you promise a customer appears here." in office.home("U0JONAS")
