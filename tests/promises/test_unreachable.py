"""Somebody blocked the bot: what they promised is not forgotten, and nobody is pestered about it."""

from bot.errors import UNREACHABLE, PlatformRefused
from bot.events import PersonUnreachable
from storage import addresses
from tests.promises.office import FRIDAY_NOON, SHOP, Office, berlin

OWES = "I can't reach Frieda Lang (agent) any more: they blocked me, or removed me."


async def blocks(office: Office) -> None:
    """Frieda owes something today, and the reminder of it is refused because she blocked the bot."""
    await office.ask()
    await office.say("I'll ring you at 12.")
    office.platform.ends = [PlatformRefused(UNREACHABLE)]
    await office.pass_time(berlin(18, 11, 46))
    await office.send_all()


async def test_the_first_reminder_that_is_refused_goes_to_the_lead_with_the_list(office: Office) -> None:
    await blocks(office)
    told = office.messages("U0NADINE")
    assert any(OWES in one and "Please see that this is kept" in one for one in told)
    assert any("I could not reach Frieda Lang, so this comes to you." in one for one in told)
    assert office.messages("U0FRIEDA") == []


async def test_later_reminders_go_to_the_lead_without_another_call(office: Office) -> None:
    await blocks(office)
    before = len(office.messages("U0NADINE"))
    await office.pass_time(berlin(18, 18))
    later = office.messages("U0NADINE")[before:]
    assert any("It is due now." in one for one in later)
    assert all("so this comes to you" in one and "was reminded" not in one for one in later)
    # The platform would take them by now, so their absence shows that nothing was even tried.
    assert office.messages("U0FRIEDA") == []


async def test_who_writes_again_gets_their_own_reminders_again(office: Office) -> None:
    await blocks(office)
    async with office.database.transaction() as tx:
        await addresses.note_address(tx, SHOP, "U0FRIEDA", chat_id="a:1")
    before = len(office.messages("U0NADINE"))
    await office.pass_time(berlin(18, 12, 1))
    assert ["It is due now." in one for one in office.messages("U0FRIEDA")] == [True]
    assert len(office.messages("U0NADINE")) == before


async def test_the_list_is_sent_once_a_day_at_most(office: Office) -> None:
    await office.ask()
    await office.say(FRIDAY_NOON)
    async with office.database.transaction() as tx:
        await addresses.unreachable(tx, SHOP, "U0FRIEDA")
    for minute in (1, 2):
        await office.hear(PersonUnreachable(workspace_id=SHOP, at=berlin(18, 12, minute), person_id="U0FRIEDA"))
    await office.send_all()
    assert len([one for one in office.messages("U0NADINE") if OWES in one]) == 1


async def test_the_list_is_not_sent_when_they_wrote_again_meanwhile(office: Office) -> None:
    await office.ask()
    await office.say(FRIDAY_NOON)
    await office.hear(PersonUnreachable(workspace_id=SHOP, at=berlin(18, 12), person_id="U0FRIEDA"))
    await office.send_all()
    assert office.messages("U0NADINE") == []
