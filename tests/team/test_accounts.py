"""Linked accounts, people who leave, one's own day, the home page and the list of problems."""

import re
from datetime import time
from typing import Any

import pytest

from bot.actions import OpenForm
from bot.buttons import Buttons
from bot.events import AccountLinked, AccountsRevoked, HomeOpened, PersonChanged
from bot.places import DirectMessage
from bot.workspace_settings import own_day
from storage import people, work, workspaces
from storage.promises import Promise
from storage.secrets import account_name, has_secret
from tests.office import HERE, NOW, THERE, Office, buttons, only, said, to, words
from tests.team.conftest import VAULT


async def link(office: Office, who: str, team: str = HERE) -> None:
    async with office.rows() as tx:
        await VAULT.keep(tx, team, who, account_name("test"), "xoxp-pretend")


async def is_linked(office: Office, who: str, team: str = HERE) -> bool:
    async with office.rows() as tx:
        return await has_secret(tx, team, who, account_name("test"))


async def test_link_shows_a_button_and_never_the_address_of_another(office: Office) -> None:
    answer = await office.command("U0FRIEDA", "kindline link")
    assert "[Link my account]" in said(answer) and "before you approve its exact words" in said(answer)
    assert "[Link my account]" in said(await office.press("U0FRIEDA", Buttons.LINK_ACCOUNT, message=("", "")))


async def test_a_linked_account_is_confirmed_by_message(office: Office) -> None:
    await link(office, "U0FRIEDA")
    for _ in range(2):
        await office.hear(AccountLinked(workspace_id=HERE, at=NOW, person_id="U0FRIEDA"))
    (note,) = to(await office.deliver(), DirectMessage)
    assert "Your account is linked" in words(note.card)


async def test_unlinking_forgets_the_secret_and_says_so(office: Office) -> None:
    await link(office, "U0FRIEDA")
    await link(office, "U0FRIEDA", THERE)
    assert "unlinked" in said(await office.command("U0FRIEDA", "kindline unlink"))
    assert "nothing changes" in said(await office.command("U0FRIEDA", "kindline unlink"))
    assert not await is_linked(office, "U0FRIEDA")
    assert await is_linked(office, "U0FRIEDA", THERE)
    assert await office.audited() == ["account unlinked"]


async def test_a_revoked_permission_is_forgotten_at_once(office: Office) -> None:
    await link(office, "U0FRIEDA")
    await link(office, "U0JONAS")
    await office.hear(AccountsRevoked(workspace_id=HERE, at=NOW, person_ids=["U0FRIEDA"]))
    assert not await is_linked(office, "U0FRIEDA")
    assert await is_linked(office, "U0JONAS")


async def test_after_the_app_was_removed_nothing_is_kept_and_nothing_sent(office: Office) -> None:
    await link(office, "U0JONAS")
    await office.hear(AccountsRevoked(workspace_id=HERE, at=NOW, is_bot=True))
    await office.hear(HomeOpened(workspace_id=HERE, at=NOW, person_id="U0JONAS"))
    assert not await is_linked(office, "U0JONAS")
    assert await office.deliver() == []


async def test_leads_hear_when_a_colleague_has_left(office: Office) -> None:
    async with office.rows() as tx:
        (await tx.session.get_one(people.Person, (HERE, "U0JONAS"))).is_deactivated = True
    for _ in range(3):
        await office.hear(PersonChanged(workspace_id=HERE, at=NOW, person_id="U0JONAS", is_deactivated=True))
    notes = to(await office.deliver(), DirectMessage)
    assert len(notes) == 2 and "Jonas Weber's account was deactivated (agent)." in words(notes[0].card)


async def test_a_person_sets_their_own_day(office: Office) -> None:
    form = only(await office.press("U0FRIEDA", Buttons.EDIT_SETTINGS, message=("", "")), OpenForm).form
    assert "Did you mean Europe/Berlin?" in said(
        await office.submit("U0FRIEDA", form, zone="Europe/Berlni", day_starts="08:30", workdays=["0"])
    )
    assert "at least one day" in said(
        await office.submit("U0FRIEDA", form, zone="Berlin", day_starts="08:30", workdays=[])
    )
    assert await office.submit("U0FRIEDA", form, zone="Lisbon", day_starts="08:30", workdays=["1", "6", "99"]) == []
    async with office.rows() as tx:
        frieda = await people.person(tx, HERE, "U0FRIEDA")
        other = await people.person(tx, THERE, "U0FRIEDA")
        home = await workspaces.workspace(tx, HERE)
    assert frieda is not None and other is not None
    day = own_day(frieda, home)
    assert (day.zone, day.starts_at, day.workdays) == ("Europe/Lisbon", time(8, 30), frozenset({1, 6}))
    assert other.settings == {}


async def test_the_home_page_shows_each_person_what_is_theirs(office: Office) -> None:
    for who in ("U0FRIEDA", "U0LARS", "U0NADINE"):
        await office.hear(HomeOpened(workspace_id=HERE, at=NOW, person_id=who))
    agent, lead, admin = [await office.home(who) for who in ("U0FRIEDA", "U0LARS", "U0NADINE")]
    assert "Agent · Europe/Berlin · your day starts at 9:00, Monday to Friday" in words(agent)
    assert "Link my account" in buttons(agent.parts) and "Edit" not in buttons(agent.parts)
    assert "#help: shared" in words(lead) and "Edit" in buttons(lead.parts)
    assert "Lead, admin" in words(admin)


async def test_the_home_page_of_outsiders_reveals_nothing(office: Office) -> None:
    for who in ("U0ANNELIE", "U0HENDRIK", "U0STRANGER"):
        await office.hear(HomeOpened(workspace_id=HERE, at=NOW, person_id=who))
        page = await office.home(who)
        assert words(page) == "Kindline helps the team that answers customers. There is nothing to do here for you."


async def test_a_removed_lead_sees_an_agents_page_the_next_time(office: Office) -> None:
    await office.command("U0NADINE", "kindline team @U0LARS agent")
    assert "People and roles" not in words(await office.home("U0LARS"))


async def test_leads_hear_of_a_leaver_who_still_owes_something_by_the_list_of_it_alone(office: Office) -> None:
    async with office.rows() as tx:
        (await tx.session.get_one(people.Person, (HERE, "U0JONAS"))).is_deactivated = True
        place = {"channel_id": "C0HELP", "thread_id": "m1", "message_id": "m2"}
        facts = {"quote": "I'll call back", "made_at": NOW, "state": "open"}
        tx.session.add(Promise(workspace_id=HERE, promise_id="p1", owner_id="U0JONAS", **place, **facts))  # type: ignore[arg-type]
    await office.hear(PersonChanged(workspace_id=HERE, at=NOW, person_id="U0JONAS", is_deactivated=True))
    assert to(await office.deliver(), DirectMessage) == []


async def test_without_a_lead_the_admins_hear_that_a_colleague_has_left(office: Office) -> None:
    async with office.rows() as tx:
        await people.set_roles(tx, HERE, "U0LARS", [])
        await people.set_roles(tx, HERE, "U0NADINE", ["admin"])
        (await tx.session.get_one(people.Person, (HERE, "U0JONAS"))).is_deactivated = True
    await office.hear(PersonChanged(workspace_id=HERE, at=NOW, person_id="U0JONAS", is_deactivated=True))
    assert [note.place for note in to(await office.deliver(), DirectMessage)] == [DirectMessage("U0NADINE")]


async def test_an_admin_reads_what_still_waits_and_since_when(office: Office) -> None:
    async with office.rows() as tx:
        for number in range(2):
            row = work.new_work(tx, HERE, work.POST, "RemindAgent", f"k{number}", payload={}, due_at=NOW)
            row.reason = "rate_limited"
            await work.enqueue(tx, row)
    answer = said(await office.command("U0NADINE", "kindline problems"))
    assert answer == "2 messages wait and are tried again; the oldest is due since 18 Nov, 10:30."


async def test_each_problem_has_a_reference_of_its_own(office: Office) -> None:
    async with office.rows() as tx:
        for number in range(3):
            row = work.new_work(tx, HERE, work.POST, "RemindAgent", f"k{number}", payload={})
            row.state, row.reason = work.DEAD, "odd_code"
            await work.enqueue(tx, row)
    answer = said(await office.command("U0NADINE", "kindline problems"))
    assert len(set(re.findall(r"reference (\w{8})\)", answer))) == 3


async def test_an_admin_reads_what_went_wrong_in_words(office: Office) -> None:
    async with office.rows() as tx:
        for number, reason in enumerate(["channel_not_found", "odd_code", "the connection broke"]):
            row = work.new_work(tx, HERE, work.POST, "RemindAgent", f"k{number}", payload={"secret": "canary"})
            row.state, row.reason = work.DEAD, reason
            await work.enqueue(tx, row)
    answer = said(await office.command("U0NADINE", "kindline problems"))
    assert "A reminder" in answer and "I am not in it" in answer and "“odd_code”" in answer and "canary" not in answer
    assert "Only an admin" in said(await office.command("U0LARS", "kindline problems"))
    assert "No problems" in said(await office.command("U0NADINE", "kindline problems", team=THERE))


@pytest.mark.parametrize(
    ("words", "back_on"),
    [("Monday 30 November", "2026-11-30"), ("30 November", "2026-11-30"), ("tomorrow", "2026-11-19"), ("", None)],
)
async def test_a_person_says_until_when_they_are_away(office: Office, words: str, back_on: str | None) -> None:
    form = only(await office.press("U0FRIEDA", Buttons.EDIT_SETTINGS, message=("", "")), OpenForm).form
    values: dict[str, Any] = {"zone": "Berlin", "day_starts": "09:00", "workdays": ["0", "1"]}
    assert await office.submit("U0FRIEDA", form, **values, back_on=words) == []
    async with office.rows() as tx:
        frieda = await people.person(tx, HERE, "U0FRIEDA")
    assert frieda is not None and frieda.settings.get("back_on") == back_on


@pytest.mark.parametrize("words", ["soon", "18 November 2026", "1 March 2027", "yesterday"])
async def test_a_day_that_cannot_be_the_first_one_back_is_refused(office: Office, words: str) -> None:
    form = only(await office.press("U0FRIEDA", Buttons.EDIT_SETTINGS, message=("", "")), OpenForm).form
    values: dict[str, Any] = {"zone": "Berlin", "day_starts": "09:00", "workdays": ["0", "1"]}
    assert "Please name a day of the next eight weeks" in said(
        await office.submit("U0FRIEDA", form, **values, back_on=words)
    )
