"""Leads see the team's promises and numbers; everybody sees their own numbers, and nobody else's."""

from typing import Any

import pytest

from bot.actions import Say
from bot.events import CommandGiven
from storage.people import Person, set_roles
from tests.promises.office import FRIDAY_NOON, SHOP, Office, berlin, posted, value_of


async def both(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await office.say("I'll send the bill today by 15:00.", by="U0JONAS", message="m2")


async def team_card(office: Office) -> Say:
    given: dict[str, Any] = {"workspace_id": SHOP, "at": office.now, "person_id": "U0NADINE"}
    [answer] = await office.interact(CommandGiven(channel_id="C0HELP", word="promises", text="team", **given))
    assert isinstance(answer, Say)
    return answer


async def test_a_lead_sees_the_whole_team_and_who_has_how_many(office: Office) -> None:
    await both(office)
    await office.turn_clock(berlin(18, 16))
    told = await office.command("promises", "team", by="U0NADINE")
    assert told.splitlines()[:4] == [
        "Your team's open promises",
        "2 open, 1 overdue: Frieda Lang 1, Jonas Beck 1.",
        "Overdue",
        "Jonas Beck to Annelie: “I'll send the bill today by 15:00”. "
        "It was due Wednesday 18 November, 15:00: 1 hour late.",
    ]
    assert "Frieda Lang to Annelie:" in told


async def test_a_press_in_the_teams_list_draws_it_anew(office: Office) -> None:
    await both(office)
    card = (await team_card(office)).card
    await office.press("promise.done", value_of(card, "Done"), by="U0NADINE")
    assert "1 open" in await office.command("promises", "team", by="U0NADINE")


@pytest.mark.parametrize("words", ["team", "numbers team", "Team"])
async def test_an_agent_sees_no_team(office: Office, words: str) -> None:
    await both(office)
    told = await office.command("promises", words)
    assert told.startswith("The team's promises are for leads.")


async def test_a_team_without_promises_says_so(office: Office) -> None:
    assert await office.command("promises", "team", by="U0NADINE") == "Nobody here has an open promise."


async def test_ones_own_numbers_count_what_the_customer_saw(office: Office) -> None:
    for number, text in enumerate(["I'll call you today by 15:00.", "I'll send it today by 16:00.", FRIDAY_NOON]):
        await office.say(text, message=f"m1{number}")
    by_due = sorted(await office.promises(), key=lambda one: str(one.due_at))
    first, second, third = (one.promise_id for one in by_due)
    await office.press("promise.done", f"{first}||", at=berlin(18, 14))
    await office.press("promise.done", f"{second}||", at=berlin(18, 17))
    await office.press("promise.withdraw", f"{third}||", at=berlin(20, 13))
    await office.say("I'll write to you by Tuesday.", message="m30", at=berlin(20, 13))
    assert await office.command("promises", "numbers") == (
        "Your promises, last 30 days\n"
        "Kept: 1 in time, 1 late\n"
        "Moved, and the customer was told: 0 in time, 0 late\n"
        "Not kept: 1\n"
        "Taken off the list: 0\n"
        "Open now: 1, of which 0 overdue\n"
        "Customers waiting for an answer now: 0\n"
        "From the words to the delivery it took 5 hours, in the middle."
    )
    assert "Kept: 0 in time" in await office.command("promises", "numbers", by="U0JONAS")


async def test_what_was_undone_was_never_a_promise(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await office.press("promise.undo", f"{(await office.promise()).promise_id}||")
    assert "Taken off the list: 0" in await office.command("promises", "numbers")


async def test_a_promise_undone_by_mistake_counts_as_it_ended(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    ref = f"{(await office.promise()).promise_id}||"
    await office.press("promise.undo", ref)
    await office.press("promise.reopen", ref, at=berlin(18, 11))
    await office.press("promise.done", ref, at=berlin(18, 12))
    assert "Kept: 1 in time" in await office.command("promises", "numbers")


async def test_thanks_alone_are_nobody_who_waits(office: Office) -> None:
    await office.say("Hello Annelie, it left this morning.")
    await office.hear(posted(SHOP, "U0ANNELIE", "Thank you!", "m2", berlin(18, 11)))
    assert "waiting for an answer now: 0" in await office.command("promises", "numbers")
    await office.hear(posted(SHOP, "U0ANNELIE", "And when does it come?", "m3", berlin(18, 12)))
    assert "waiting for an answer now: 1" in await office.command("promises", "numbers")


async def test_a_teams_numbers_are_shown_from_three_people_on(office: Office) -> None:
    await both(office)
    few = await office.command("promises", "numbers team", by="U0NADINE")
    assert few.startswith("A team's numbers are shown from 3 people on")
    async with office.database.transaction() as tx:
        about: dict[str, Any] = {
            "name": "Olga Petrova",
            "checked_at": tx.raw_now,
            "zone": "Europe/Berlin",
            "is_colleague": True,
        }
        tx.session.add(Person(workspace_id=SHOP, person_id="U0OLGA", **about))
        await tx.session.flush()
        await set_roles(tx, SHOP, "U0OLGA", ["agent"])
    await office.say("I'll check it by Friday.", by="U0OLGA", message="m3")
    told = await office.command("promises", "numbers team", by="U0NADINE")
    assert told.startswith("Your team's promises, last 30 days") and "Open now: 3" in told
