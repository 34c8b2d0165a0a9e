"""A customer who waits longer than the channel's target is shown to the agents, then to the leads; nobody else is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.events import MessageDeleted, MessageEdited
from bot.promises.target import minutes_in
from storage.workspaces import Channel
from tests.promises.office import HELP, SHOP, START, Office, berlin, posted, value_of


async def set_target(office: Office, minutes: int | None) -> None:
    async with office.database.transaction() as tx:
        (await tx.session.get_one(Channel, (SHOP, HELP))).answer_minutes = minutes


async def test_after_the_target_the_agents_hear_and_after_twice_of_it_the_lead(office: Office) -> None:
    await office.pass_time(berlin(18, 14, 29))
    assert office.messages("U0FRIEDA") == office.messages("U0JONAS") == []
    await office.pass_time(berlin(18, 14, 31))
    [told] = office.messages("U0FRIEDA")
    assert told == (
        "Annelie has been waiting for an answer since today 10:30.\n"
        "Here customers should hear from us within 4 hours of working time.\n"
        "[Help me reply] [Say when they'll hear]"
    )
    assert office.messages("U0JONAS") == [told] and office.messages("U0NADINE") == []
    assert office.deliveries("U0FRIEDA")[0].link_to == (HELP, "m0")
    await office.pass_time(berlin(19, 10, 31))
    assert office.messages("U0NADINE") == [
        "Annelie has been waiting for an answer since yesterday 10:30.\n"
        "The agents had a note after 4 hours of working time, and there is no answer yet."
    ]
    await office.pass_time(berlin(25, 18))
    assert len(office.messages("U0NADINE")) == 1


async def test_the_notes_buttons_carry_the_thread(office: Office) -> None:
    await office.pass_time(berlin(18, 15))
    card = office.deliveries("U0FRIEDA")[0].card
    assert value_of(card, "Say when they'll hear") == value_of(card, "Help me reply") == f"{HELP}|m0"


async def test_an_answer_in_time_is_spoken_of_by_nobody(office: Office) -> None:
    await office.say("Hello Annelie, it left this morning.", at=berlin(18, 14))
    await office.pass_time(berlin(20, 18))
    assert office.messages("U0FRIEDA") == office.messages("U0JONAS") == office.messages("U0NADINE") == []


async def test_more_words_from_the_customer_do_not_start_the_wait_anew(office: Office) -> None:
    await office.hear(posted(SHOP, "U0ANNELIE", "Hello? Anybody there?", "m2", berlin(18, 14)))
    await office.pass_time(berlin(18, 15))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_thanks_wait_for_no_answer(office: Office) -> None:
    await office.say("Hello Annelie, it left this morning.")
    await office.hear(posted(SHOP, "U0ANNELIE", "Thank you!", "m2", berlin(18, 11)))
    await office.pass_time(berlin(20, 18))
    assert office.messages("U0FRIEDA") == office.messages("U0NADINE") == []


async def test_the_threads_owner_alone_is_told_while_they_are_at_work(office: Office) -> None:
    await office.say("Hello Annelie, let me see.", by="U0JONAS")
    await office.hear(posted(SHOP, "U0ANNELIE", "And when does it come?", "m2", berlin(18, 11)))
    await office.pass_time(berlin(18, 16))
    assert len(office.messages("U0JONAS")) == 1 and office.messages("U0FRIEDA") == []


async def test_an_owner_who_is_off_leaves_it_to_those_at_work(office: Office) -> None:
    await office.say("Hello Annelie, let me see.", by="U0JONAS")
    await office.change_person("U0JONAS", settings={"workdays": [0]})
    await office.hear(posted(SHOP, "U0ANNELIE", "And when does it come?", "m2", berlin(18, 11)))
    await office.pass_time(berlin(18, 16))
    assert office.messages("U0JONAS") == [] and len(office.messages("U0FRIEDA")) == 1


async def test_the_night_and_the_weekend_do_not_count(office: Office) -> None:
    await office.say("Hello Annelie, it left this morning.")
    await office.hear(posted(SHOP, "U0ANNELIE", "It is not here. Where is it?", "m2", berlin(20, 16)))
    await office.pass_time(berlin(23, 11, 59))
    assert office.messages("U0FRIEDA") == []
    await office.pass_time(berlin(23, 12, 1))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_an_answer_that_was_deleted_leaves_them_waiting(office: Office) -> None:
    await office.say("Hello Annelie, it left this morning.")
    await office.hear(MessageDeleted(workspace_id=SHOP, at=berlin(18, 11), channel_id=HELP, message_id="m1"))
    await office.pass_time(berlin(18, 15))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_a_question_that_was_deleted_and_restored_waits_again(office: Office) -> None:
    await office.hear(MessageDeleted(workspace_id=SHOP, at=berlin(18, 11), channel_id=HELP, message_id="m0"))
    restored = MessageEdited(
        workspace_id=SHOP,
        at=berlin(18, 11, 1),
        channel_id=HELP,
        message_id="m0",
        thread_id="m0",
        author_id="U0ANNELIE",
        text="Where is my bike?",
        is_restored=True,
    )
    await office.hear(restored)
    await office.pass_time(berlin(18, 15))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_what_an_app_posts_by_itself_is_no_answer_and_owns_nothing(office: Office) -> None:
    ticket = posted(SHOP, "U0TICKETS", "Ticket 12 was created", "m1", berlin(18, 10, 31))
    await office.hear(replace(ticket, is_by_app=True))
    await office.pass_time(berlin(18, 15))
    assert len(office.messages("U0FRIEDA")) == len(office.messages("U0JONAS")) == 1


async def test_a_target_that_is_lowered_reaches_who_waits_already_and_nobody_hears_twice(office: Office) -> None:
    await office.command("target", "1h", by="U0NADINE")
    await office.pass_time(berlin(18, 11, 31))
    assert len(office.messages("U0FRIEDA")) == 1
    await office.command("target", "30m", by="U0NADINE")
    await office.pass_time(berlin(18, 18))
    assert len(office.messages("U0FRIEDA")) == len(office.messages("U0NADINE")) == 1


async def test_a_target_that_is_switched_off_and_on_stops_and_starts_the_notes(office: Office) -> None:
    await office.command("target", "off", by="U0NADINE")
    await office.pass_time(berlin(19, 18))
    assert office.messages("U0FRIEDA") == office.messages("U0NADINE") == []
    await office.command("target", "4h", by="U0NADINE")
    await office.pass_time(berlin(19, 18, 1))
    assert len(office.messages("U0FRIEDA")) == 1


async def test_a_target_switched_off_elsewhere_stops_what_is_planned(office: Office) -> None:
    await set_target(office, 0)
    await office.pass_time(berlin(20, 18))
    assert office.messages("U0FRIEDA") == office.messages("U0NADINE") == []


async def test_an_owner_who_was_off_is_not_said_to_have_had_a_note(office: Office) -> None:
    await office.say("Hello Annelie, let me see.", by="U0JONAS")
    await office.change_person("U0JONAS", settings={"workdays": [0]})
    await office.hear(posted(SHOP, "U0ANNELIE", "And when does it come?", "m2", berlin(18, 11)))
    await office.pass_time(berlin(19, 18))
    [told] = office.messages("U0NADINE")
    assert "Jonas" not in told and "The agents had a note after 4 hours of working time" in told


async def test_a_note_that_comes_after_the_answer_is_not_sent(office: Office) -> None:
    await office.turn_clock(berlin(18, 14, 31))
    row = await office._next_timer(office.now)
    assert row is not None
    await office._fire(row, office.now)
    await office.hear(posted(SHOP, "U0FRIEDA", "Hello Annelie, here I am.", "m3", office.now))
    await office.send_all()
    assert office.messages("U0FRIEDA") == office.messages("U0JONAS") == []


async def test_after_downtime_each_hears_of_it_once(office: Office) -> None:
    await office.sleep_through(START + timedelta(days=3))
    assert len(office.messages("U0FRIEDA")) == len(office.messages("U0NADINE")) == 1
    assert "had a note" not in office.messages("U0NADINE")[0]


@pytest.mark.parametrize("minutes", [0, 30])
async def test_a_channel_has_its_own_target_or_none(office: Office, minutes: int) -> None:
    await office.say("Hello Annelie, let me see.")
    await set_target(office, minutes)
    await office.hear(posted(SHOP, "U0ANNELIE", "And when does it come?", "m2", berlin(18, 11)))
    await office.pass_time(berlin(18, 11, 31))
    assert len(office.messages("U0FRIEDA")) == (1 if minutes else 0)


async def test_leads_set_the_target_and_everybody_reads_it(office: Office) -> None:
    said = await office.command("target")
    assert said.startswith("Everywhere customers should be answered within 4 hours of working time.")
    assert (await office.command("target", "2h")).startswith("Only a lead or an admin can change this.")
    assert (await office.command("target", "90m", by="U0NADINE")).startswith("In this channel customers should be")
    assert "1 hour 30 minutes" in await office.command("target")
    assert "nobody is told" in await office.command("target", "off everywhere", by="U0NADINE")
    assert (await office.command("target", "soon", by="U0NADINE")).startswith("Write a length of working time")


@pytest.mark.parametrize(
    ("wish", "minutes"),
    [("2h", 120), ("90 m", 90), ("1h 30m", 90), ("off", 0), ("", None), ("2", None), ("999h", None), ("-1h", None)],
)
def test_a_length_is_read_as_people_write_it(wish: str, minutes: int | None) -> None:
    assert minutes_in(wish) == minutes
