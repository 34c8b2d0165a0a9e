"""Roles: who may give which to whom, and who looks after a workspace first."""

import pytest

from bot.actions import OpenForm, RefuseForm
from bot.buttons import Buttons
from bot.mentions import Meant
from bot.places import DirectMessage
from bot.team.roles import TeamWish, team_wish
from storage import people
from tests.office import HERE, THERE, Office, only, said, to, words


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("", TeamWish()),
        ("@U0JONAS agent lead", TeamWish(Meant("U0JONAS", "U0JONAS"), frozenset({"agent", "lead"}))),
        ("<@U0JONAS> agent", TeamWish(Meant("U0JONAS"), frozenset({"agent"}))),
        ("<@U0JONAS|jonas> Agent, Lead", TeamWish(Meant("U0JONAS", "jonas"), frozenset({"agent", "lead"}))),
        ("Jonas Weber none", TeamWish(Meant("", "Jonas Weber"), frozenset())),
        ("@jonas", TeamWish(Meant("", "jonas"))),
        ("<@U0JONAS> agnet", TeamWish(Meant("U0JONAS"), unknown="agnet")),
    ],
)
def test_the_team_command_is_read_as_people_type_it(text: str, wish: TeamWish) -> None:
    assert team_wish(text) == wish


@pytest.mark.parametrize("who", ["@U0OLGA", "<@U0OLGA>", "<@U0OLGA|olga>", "Olga", "olga petrova", "@Olga Petrova"])
async def test_a_person_is_found_by_mention_id_or_name(office: Office, who: str) -> None:
    assert "Olga Petrova: agent." in said(await office.command("U0NADINE", f"kindline team {who} agent"))
    assert await office.roles("U0OLGA") == {"agent"}


@pytest.mark.parametrize(
    ("actor", "line", "refused"),
    [
        ("U0FRIEDA", "@U0OLGA agent", "Only a lead or an admin"),
        ("U0MILO", "@U0MILO marketer admin", "Only a lead or an admin"),
        ("U0OLGA", "@U0OLGA admin", "Only a lead or an admin"),
        ("U0LARS", "@U0LARS lead admin", "Only an admin"),
        ("U0LARS", "@U0NADINE none", "Only an admin"),
        ("U0NADINE", "@U0NADINE lead", "make another person admin first"),
        ("U0NADINE", "@U0ANNELIE agent", "not of your workspace"),
        ("U0NADINE", "@U0HENDRIK lead", "is a guest here"),
        ("U0NADINE", "<@U0OLGA> leader", "Did you mean lead?"),
        ("U0NADINE", "<@U0OLGA> agent none", "stands alone"),
        ("U0NADINE", "@nobody agent", "I don't know “nobody” yet"),
    ],
)
async def test_a_change_that_is_not_theirs_to_make_is_refused_kindly(
    office: Office, actor: str, line: str, refused: str
) -> None:
    before = [await office.roles(who) for who in ("U0OLGA", "U0MILO", "U0LARS", "U0NADINE", "U0ANNELIE", "U0HENDRIK")]
    assert refused in said(await office.command(actor, f"kindline team {line}"))
    after = [await office.roles(who) for who in ("U0OLGA", "U0MILO", "U0LARS", "U0NADINE", "U0ANNELIE", "U0HENDRIK")]
    assert (after, await office.audited()) == (before, [])


async def test_a_lead_adds_an_agent_and_the_agent_hears_of_it(office: Office) -> None:
    await office.command("U0LARS", "kindline team @U0OLGA agent")
    (note,) = to(await office.deliver(), DirectMessage, person_id="U0OLGA")
    assert "Lars Holm added you as agent." in words(note.card)
    assert await office.audited() == ["roles changed"]
    assert await office.roles("U0OLGA", THERE) == set()


async def test_the_same_change_twice_is_made_once(office: Office) -> None:
    for _ in range(2):
        await office.command("U0NADINE", "kindline team @U0OLGA agent")
    assert await office.audited() == ["roles changed"]


async def test_a_guest_can_be_an_agent(office: Office) -> None:
    await office.command("U0NADINE", "kindline team @U0HENDRIK agent")
    assert await office.roles("U0HENDRIK") == {"agent"}


async def test_an_admin_may_step_back_once_there_is_another(office: Office) -> None:
    await office.command("U0NADINE", "kindline team @U0LARS lead admin")
    await office.command("U0NADINE", "kindline team @U0NADINE lead")
    assert (await office.roles("U0NADINE"), await office.roles("U0LARS")) == ({"lead"}, {"lead", "admin"})


async def test_everybody_can_see_who_has_which_role(office: Office) -> None:
    listed = said(await office.command("U0FRIEDA", "kindline team"))
    assert "Nadine Okafor: lead, admin" in listed
    assert "Change one" not in listed


async def test_customers_learn_nothing_about_the_team(office: Office) -> None:
    for who in ("U0ANNELIE", "U0HENDRIK", "U0STRANGER"):
        answer = said(await office.command(who, "kindline team"))
        assert "Nadine" not in answer


async def nobody_is_admin(office: Office, *, leads: bool) -> None:
    async with office.rows() as tx:
        await people.set_roles(tx, HERE, "U0NADINE", ["lead"] if leads else [])
        await people.set_roles(tx, HERE, "U0LARS", ["lead"] if leads else [])


async def test_without_admin_and_leads_the_first_colleague_can_set_it_up(office: Office) -> None:
    await nobody_is_admin(office, leads=False)
    assert "Set up Kindline" in said(await office.command("U0OLGA", "kindline team"))
    await office.press("U0OLGA", Buttons.SET_UP, message=("", ""))
    await office.press("U0FRIEDA", Buttons.SET_UP, message=("", ""))
    assert await office.roles("U0OLGA") == {"admin", "lead"}
    assert await office.roles("U0FRIEDA") == {"agent"}
    assert await office.audited() == ["first admin"]


async def test_where_there_are_leads_only_a_lead_becomes_the_first_admin(office: Office) -> None:
    await nobody_is_admin(office, leads=True)
    await office.command("U0FRIEDA", "kindline team @me agent admin")
    await office.press("U0FRIEDA", Buttons.SET_UP)
    assert await office.roles("U0FRIEDA") == {"agent"}
    await office.command("U0LARS", "kindline team @me admin")
    assert await office.roles("U0LARS") == {"admin", "lead"}


async def test_a_guest_never_becomes_the_first_admin(office: Office) -> None:
    await office.command("U0NADINE", "kindline team @U0HENDRIK agent")
    await nobody_is_admin(office, leads=False)
    await office.press("U0HENDRIK", Buttons.SET_UP)
    assert await office.roles("U0HENDRIK") == {"agent"}


async def test_roles_and_zone_are_changed_in_a_form(office: Office) -> None:
    form = only(await office.press("U0NADINE", Buttons.EDIT_PERSON, "U0OLGA", message=("", "")), OpenForm).form
    assert only(await office.submit("U0NADINE", form, roles=["agent"], zone="Atlantis"), RefuseForm).errors.keys() == {
        "zone"
    }
    assert await office.submit("U0NADINE", form, roles=["agent", "emperor"], zone="new york") == []
    async with office.rows() as tx:
        olga = await people.person(tx, HERE, "U0OLGA")
    assert olga is not None and olga.own_zone == "America/New_York"
    assert await office.roles("U0OLGA") == {"agent"}


async def test_a_lead_who_was_removed_while_the_form_was_open_changes_nothing(office: Office) -> None:
    form = only(await office.press("U0LARS", Buttons.EDIT_PERSON, "U0OLGA", message=("", "")), OpenForm).form
    await office.command("U0NADINE", "kindline team @U0LARS none")
    assert "Only a lead or an admin" in said(await office.submit("U0LARS", form, roles=["agent"], zone="UTC"))
    assert await office.roles("U0OLGA") == set()


async def test_an_agent_cannot_open_or_forge_the_form_of_another(office: Office) -> None:
    assert "Only a lead or an admin" in said(await office.press("U0FRIEDA", Buttons.EDIT_PERSON, "U0OLGA"))
    form = only(await office.press("U0LARS", Buttons.EDIT_PERSON, "U0OLGA", message=("", "")), OpenForm).form
    assert "Only a lead or an admin" in said(await office.submit("U0FRIEDA", form, roles=["admin"], zone="UTC"))
    assert await office.roles("U0OLGA") == set()
