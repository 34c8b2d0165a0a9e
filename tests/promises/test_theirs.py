"""What the customer owes stands beside what we owe: it reminds nobody, and hides nothing of ours."""

from bot.events import MessageDeleted
from tests.promises.office import FRIDAY_NOON, HELP, SHOP, Office, berlin, posted

THEIR_WORDS = "I'll send you the pictures tomorrow."


async def said_by_annelie(office: Office, text: str = THEIR_WORDS, message: str = "m5") -> None:
    await office.hear(posted(SHOP, "U0ANNELIE", text, message, office.now))


async def test_it_stands_beside_ones_own_promises(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await said_by_annelie(office)
    told = await office.command("promises")
    assert "Annelie: “I'll call you back by Friday noon”." in told
    assert told.endswith("Waiting on others\nAnnelie: “I'll send you the pictures tomorrow”. By Thursday 19 November.")
    await office.pass_time(berlin(19, 10))
    assert "Waiting on others" in office.messages("U0FRIEDA")[0]


async def test_it_reminds_nobody_and_is_nobodys_promise(office: Office) -> None:
    await office.say("Hello Annelie, thank you.")
    await said_by_annelie(office)
    await office.say("Great, thanks.", message="m6")
    await office.pass_time(berlin(25, 18))
    assert office.messages("U0FRIEDA") == office.messages("U0NADINE") == []
    assert office.told("U0ANNELIE") == []
    assert (await office.command("promises")).startswith("You have no open promises.")
    assert await office.command("promises", "team", by="U0NADINE") == "Nobody here has an open promise."


async def test_it_goes_when_they_write_again_or_take_it_back(office: Office) -> None:
    await office.say("Hello Annelie, thank you.")
    await said_by_annelie(office)
    await office.turn_clock(berlin(18, 12))
    await said_by_annelie(office, "Here they are.", "m7")
    assert "Waiting on others" not in await office.command("promises")
    await said_by_annelie(office, "I'll measure the saddle tonight.", "m8")
    assert "measure the saddle" in await office.command("promises")
    await office.hear(MessageDeleted(workspace_id=SHOP, at=office.now, channel_id=HELP, message_id="m8"))
    assert "Waiting on others" not in await office.command("promises")


async def test_only_the_threads_owner_sees_it(office: Office) -> None:
    await office.say("Hello Annelie, thank you.")
    await said_by_annelie(office)
    assert "Waiting on others" not in await office.command("promises", by="U0JONAS")
    assert "Waiting on others" not in await office.command("promises", "@Frieda", by="U0NADINE")
