"""Whoever is away is left in peace, and what they owe meanwhile is looked after."""

from typing import Any

import pytest

from bot.actions import RefuseForm
from bot.events import PersonChanged
from storage.promises import Promise
from tests.promises.office import SHOP, Office, berlin, value_of
from tests.promises.test_handing import asked


async def goes_away(office: Office, until: str = "2026-11-30") -> None:
    await office.change_person("U0FRIEDA", settings={"back_on": until})
    changed = PersonChanged(workspace_id=SHOP, at=office.now, person_id="U0FRIEDA", zone_changed=True)
    await office.hear(changed)
    await office.send_all()


async def test_what_comes_due_meanwhile_is_shown_to_the_lead_at_once_and_once(office: Office, promise: Promise) -> None:
    await office.say("I'll send the bill by Wednesday 2 December.", message="m9")
    await goes_away(office)
    await goes_away(office)
    [told] = office.messages("U0NADINE")
    assert "1 promise of Frieda Lang needs a look" in told
    assert "Frieda Lang is away and back Monday 30 November." in told
    assert "call you back by Friday noon" in told and "bill" not in told and "[Hand over]" in told


async def test_somebody_who_is_away_hears_nothing_until_the_first_day_back(office: Office, promise: Promise) -> None:
    await office.say("I'll send the bill by Wednesday 2 December.", message="m9")
    await goes_away(office)
    await office.pass_time(berlin(30, 8, 59))
    assert office.messages("U0FRIEDA") == []
    due = [one for one in office.messages("U0NADINE") if "It is due now." in one]
    assert len(due) == 1 and "Frieda Lang is away and back Monday 30 November." in due[0]
    await office.pass_time(berlin(30, 9, 1))
    assert office.messages("U0FRIEDA")[0].startswith("Your day, Frieda: 2 open promises")


async def test_a_colleague_who_wrote_there_is_asked_and_may_take_it(office: Office, promise: Promise) -> None:
    await office.say("I have looked at the pictures.", by="U0JONAS", message="m7")
    await goes_away(office)
    card = office.deliveries("U0JONAS")[-1].card
    await office.press("promise.take", value_of(card, "I'll take it"), by="U0JONAS")
    assert (await office.promise()).owner_id == "U0JONAS"


async def test_nobody_hands_anything_to_somebody_who_is_away(office: Office, promise: Promise) -> None:
    await office.change_person("U0JONAS", settings={"back_on": "2026-11-30"})
    said = "Jonas Beck is away at the moment. Please choose somebody else."
    assert await asked(office, promise) == [RefuseForm({"to": said})]


@pytest.mark.parametrize("until", ["2026-11-18", "2026-11-02", "nonsense", ""])
async def test_a_day_that_is_past_or_none_changes_nothing(office: Office, promise: Promise, until: Any) -> None:
    await goes_away(office, until)
    await office.pass_time(berlin(20, 12))
    assert "It is due now." in office.messages("U0FRIEDA")[-1] and office.messages("U0NADINE") == []
