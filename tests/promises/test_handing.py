"""A promise changes hands only when the colleague says yes, and they hear the whole story first."""

from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Replace
from bot.cards import Form
from bot.events import PersonChanged
from bot.promises import handing
from storage import people, promises
from storage.people import machine
from storage.promises import Promise
from tests.promises.office import SHOP, Office, berlin, read_aloud, value_of
from tests.promises.test_pressing import form_of


async def hand_form(office: Office, promise: Promise, by: str = "U0FRIEDA") -> Form:
    [answer] = await office.press("promise.hand_over", f"{promise.promise_id}||", by=by)
    assert isinstance(answer, OpenForm)
    return form_of([answer])


async def asked(office: Office, promise: Promise, *, to: str = "U0JONAS", note: str = "", by: str = "U0FRIEDA") -> Any:
    form = await hand_form(office, promise, by)
    return await office.submit(form.subject, {"to": to, "note": note}, by=by, form="promise.hand_over")


async def answered(office: Office, label: str, by: str = "U0JONAS") -> str:
    card = office.deliveries(by)[-1].card
    button = {"I'll take it": "promise.take", "I can't": "promise.leave"}[label]
    [answer] = await office.press(button, value_of(card, label), by=by)
    assert isinstance(answer, Replace)
    return read_aloud(answer.card)


async def offer_again(office: Office, to: str) -> None:
    async with office.database.transaction() as tx:
        [known] = await promises.open_promises(tx, machine(SHOP), "U0FRIEDA")
        person = await people.person(tx, SHOP, to)
        assert person is not None
        await office.desk.carry_out(tx, SHOP, handing.offered(tx, known, [person], by=""))
    await office.send_all()


async def test_the_colleague_is_asked_with_the_story_and_the_note(office: Office, promise: Promise) -> None:
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": "the part is late"})
    assert await asked(office, promise, note="She prefers the telephone.") == []
    [told] = office.messages("U0JONAS")
    assert told.startswith(
        "Frieda Lang asks whether you can take over a promise.\n"
        "Frieda Lang promised Annelie: “I'll call you back by Friday noon”. Due Monday 23 November, 10:00.\n"
        "Annelie doesn't know the new date yet.\n"
        "She prefers the telephone.\n"
        "Frieda Lang said it, today 10:30.\n"
    )
    assert "Frieda Lang moved it from Friday 12:00 to" in told and ": the part is late, today 10:30." in told
    assert told.endswith("[I'll take it] [I can't]")
    assert office.deliveries("U0JONAS")[-1].link_to == ("C0HELP", "m1")


async def test_until_the_colleague_says_yes_it_stays_the_owners(office: Office, promise: Promise) -> None:
    await asked(office, promise)
    assert (await office.promise()).owner_id == "U0FRIEDA"
    assert "Waiting for Jonas Beck to take it over; until then it stays where it is." in await office.command(
        "promises"
    )
    await office.pass_time(berlin(20, 12))
    assert "It is due now." in office.messages("U0FRIEDA")[-1]


async def test_who_says_yes_has_its_reminders_and_its_customer(office: Office, promise: Promise) -> None:
    await asked(office, promise)
    assert (await answered(office, "I'll take it")).startswith("Thank you, it is yours now.\nYou promised Annelie")
    taken = await office.promise()
    assert (taken.owner_id, taken.due_at, taken.offers) == ("U0JONAS", berlin(20, 12), [])
    assert office.messages("U0FRIEDA")[-1] == (
        "Jonas Beck took over your promise to Annelie: “I'll call you back by Friday noon”. Nothing more to do for you."
    )
    before = len(office.messages("U0FRIEDA"))
    await office.pass_time(berlin(20, 13))
    assert len(office.messages("U0FRIEDA")) == before
    said = [one.splitlines()[0] for one in office.messages("U0JONAS")]
    assert sum("It is due now." in one for one in said) == 1 and sum("1 hour late" in one for one in said) == 1
    assert "handed over" in [change.what for change in await office.story(taken)]


async def test_who_says_no_leaves_it_with_its_owner_who_hears_so(office: Office, promise: Promise) -> None:
    await asked(office, promise)
    assert await answered(office, "I can't") == "All right. Frieda hears that it stays where it is."
    told = office.messages("U0FRIEDA")[-1]
    assert told.startswith("Jonas Beck can't take over your promise: “I'll call you back by Friday noon”.")
    assert "[Hand over]" in told and (await office.promise()).offers == []


async def test_a_second_yes_and_a_yes_to_a_kept_promise_are_told_so(office: Office, promise: Promise) -> None:
    await asked(office, promise)
    await asked(office, promise, to="U0NADINE")
    await answered(office, "I'll take it")
    assert await answered(office, "I'll take it", by="U0NADINE") == "Thank you. Jonas Beck looks after it."
    await office.press("promise.done", f"{promise.promise_id}||", by="U0JONAS")
    assert "already marked as kept" in await answered(office, "I can't", by="U0NADINE")


async def test_nobody_takes_what_they_were_not_asked_to(office: Office, promise: Promise) -> None:
    [answer] = await office.press("promise.take", f"{promise.promise_id}||", by="U0JONAS")
    assert isinstance(answer, Replace) and read_aloud(answer.card) == "This promise is no longer here."
    assert (await office.promise()).owner_id == "U0FRIEDA"


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("", "Please choose a colleague."),
        ("U0NOBODY", "Please choose a colleague."),
        ("U0FRIEDA", "It is theirs already."),
        ("U0ANNELIE", "Annelie Voss answers no customers here. A lead can change that with /kindline team."),
    ],
)
async def test_somebody_who_cannot_take_it_is_refused_beside_the_field(
    office: Office, promise: Promise, to: str, said: str
) -> None:
    assert await asked(office, promise, to=to) == [RefuseForm({"to": said})]
    assert office.messages("U0JONAS") == office.messages("U0ANNELIE") == []


async def test_a_lead_may_hand_over_or_take_what_is_somebody_elses(office: Office, promise: Promise) -> None:
    await asked(office, promise, to="U0NADINE", by="U0NADINE")
    assert (await office.promise()).owner_id == "U0NADINE"
    assert "Nadine Roth took over your promise" in office.messages("U0FRIEDA")[-1]


async def test_a_colleague_in_the_thread_is_asked_when_the_owner_is_gone(office: Office, promise: Promise) -> None:
    await office.say("I have looked at the pictures.", by="U0JONAS", message="m7")
    await office.change_person("U0FRIEDA", is_deactivated=True)
    gone = PersonChanged(workspace_id=SHOP, at=office.now, person_id="U0FRIEDA", is_deactivated=True)
    await office.hear(gone)
    await office.hear(gone)
    await office.send_all()
    [told] = office.messages("U0JONAS")
    assert told.startswith("Frieda Lang can't be reached. Can you take over a promise?")
    assert "[Hand over]" in office.messages("U0NADINE")[0]
    before = len(office.messages("U0NADINE"))
    assert await answered(office, "I can't") == "All right. Nadine hears that it stays where it is."
    assert len(office.messages("U0NADINE")) == before + 1 and (await office.promise()).offers == []


async def test_each_no_to_a_promise_that_nobody_owns_reaches_who_asked(office: Office, promise: Promise) -> None:
    await office.change_person("U0FRIEDA", is_deactivated=True)
    for count in (1, 2, 3):
        await asked(office, promise, by="U0NADINE")
        assert await answered(office, "I can't") == "All right. Nadine hears that it stays where it is."
        told = office.messages("U0NADINE")
        assert len(told) == count and told[-1].startswith("Jonas Beck can't take over the promise of Frieda Lang: ")
        assert "[Hand over]" in told[-1]


async def test_each_no_to_the_bots_own_question_reaches_the_leads(office: Office, promise: Promise) -> None:
    await office.change_person("U0FRIEDA", is_deactivated=True)
    for count in (1, 2):
        await offer_again(office, "U0JONAS")
        assert await answered(office, "I can't") == "All right. Nadine hears that it stays where it is."
        assert len(office.messages("U0NADINE")) == count


async def test_a_lead_who_asked_for_somebody_else_hears_the_no_too(office: Office, promise: Promise) -> None:
    await asked(office, promise, by="U0NADINE")
    assert await answered(office, "I can't") == "All right. Frieda and Nadine hear that it stays where it is."
    assert office.messages("U0FRIEDA")[-1].startswith("Jonas Beck can't take over your promise")


async def owed_in_thread(office: Office, count: int) -> None:
    """So many promises of Frieda's in one thread in which Jonas wrote too."""
    for number in range(count):
        await office.say(f"I'll send you part {number} by Friday noon.", message=f"n{number}")
    await office.say("I have looked at the pictures.", by="U0JONAS", message="m7")
    await office.change_person("U0FRIEDA", is_deactivated=True)


async def frieda_goes(office: Office) -> None:
    await office.hear(PersonChanged(workspace_id=SHOP, at=office.now, person_id="U0FRIEDA", is_deactivated=True))
    await office.send_all()


async def test_many_promises_of_somebody_gone_come_in_one_note(office: Office) -> None:
    await owed_in_thread(office, 5)
    await frieda_goes(office)
    [told] = office.messages("U0JONAS")
    assert told.startswith("Frieda Lang can't be reached. Can you take over 5 promises?")
    assert told.count("[I'll take it] [I can't]") == 5
    left = await answered(office, "I'll take it")
    assert left.startswith("Thank you, it is yours now: ") and "take over 4 promises?" in left
    assert sorted(one.owner_id for one in await office.promises()) == [*["U0FRIEDA"] * 4, "U0JONAS"]


async def test_who_said_no_is_not_asked_again_for_the_same_promise(office: Office) -> None:
    await owed_in_thread(office, 1)
    await frieda_goes(office)
    await answered(office, "I can't")
    await frieda_goes(office)
    assert len(office.messages("U0JONAS")) == 1


async def test_a_question_to_somebody_who_leaves_is_over_and_who_asked_hears_so(
    office: Office, promise: Promise
) -> None:
    await asked(office, promise)
    await office.change_person("U0JONAS", is_deactivated=True)
    await office.hear(PersonChanged(workspace_id=SHOP, at=office.now, person_id="U0JONAS", is_deactivated=True))
    await office.send_all()
    assert office.messages("U0FRIEDA")[-1].startswith("Jonas Beck can't take over your promise")
    assert (await office.promise()).offers == []


async def test_an_old_question_takes_no_promise_that_was_closed_and_reopened(office: Office, promise: Promise) -> None:
    await asked(office, promise)
    await office.press("promise.done", f"{promise.promise_id}||")
    await office.press("promise.reopen", f"{promise.promise_id}||")
    assert (await office.promise()).state == "open"
    await answered(office, "I'll take it")
    assert (await office.promise()).owner_id == "U0FRIEDA"
