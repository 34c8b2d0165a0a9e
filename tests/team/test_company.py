"""Two admins link their workspaces with a code, and either can end it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.events import AccountsRevoked
from bot.places import DirectMessage
from storage import companies, oauth, people
from storage.oauth import OAuthState
from storage.workspaces import Workspace
from tests.office import HERE, NOW, THERE, Office, furnish, said, to, words

THIRD = "T0THIRD"


@pytest.fixture
async def named(office: Office) -> Office:
    """With names as companies give them."""
    async with office.rows() as tx:
        furnish(tx, THIRD)
        await tx.session.flush()
        for team, name, platform in (
            (HERE, "Marigold Bikes", "test"),
            (THERE, "Marigold Bikes on Teams", "teams"),
            (THIRD, "Marigold Repairs", "test"),
        ):
            home = await tx.session.get_one(Workspace, team)
            home.name, home.platform = name, platform
    return office


async def company(office: Office, text: str = "", who: str = "U0NADINE", team: str = HERE) -> str:
    return said(await office.command(who, f"kindline company {text}".rstrip(), team=team))


def code_in(answer: str) -> str:
    (found,) = re.findall(r"/kindline company ([0-9a-f]{32})", answer)
    return str(found)


async def link(office: Office, one: str = HERE, other: str = THERE) -> str:
    """What the admin who types the code is told."""
    return await company(office, code_in(await company(office, team=one)), team=other)


async def are_linked(office: Office, one: str = HERE, other: str = THERE) -> bool:
    async with office.rows() as tx:
        return await companies.is_one_company(tx, one, other)


async def test_a_code_typed_in_the_other_workspace_links_the_two(named: Office) -> None:
    shown = await company(named)
    assert "This workspace stands alone." in shown and "within ten minutes, once" in shown
    answer = await company(named, code_in(shown), team=THERE)
    assert "This workspace and Marigold Bikes on This platform belong to one company from now on." in answer
    assert "are masked before anything crosses." in answer
    assert await are_linked(named)
    (note,) = await named.deliver()
    assert note.place == DirectMessage("U0NADINE")
    assert "Marigold Bikes on Teams and this workspace belong to one company from now on." in words(note.card)
    assert "belongs to one company with Marigold Bikes on Teams." in await company(named)
    assert "company joined" in await named.audited(HERE) and "company joined" in await named.audited(THERE)


@pytest.mark.parametrize("who", ["U0FRIEDA", "U0LARS", "U0MILO"])
async def test_only_admins_see_it_or_change_it(named: Office, who: str) -> None:
    code = code_in(await company(named))
    for text, team in (("", HERE), (code, THERE), ("leave", HERE)):
        assert "Only an admin can link workspaces." in await company(named, text, who, team)
    assert not await are_linked(named)
    assert "belong to one company from now on" in await company(named, code, team=THERE)


async def test_a_code_works_once(named: Office) -> None:
    code = code_in(await company(named))
    await company(named, code, team=THERE)
    assert "I don't know this code." in await company(named, code, team=THIRD)
    assert not await are_linked(named, HERE, THIRD)


async def test_a_code_ends_after_ten_real_minutes_whatever_the_demo_clock_says(named: Office) -> None:
    code = code_in(await company(named))
    await named.database.set_offset(int(timedelta(days=1).total_seconds()) * 1000)
    assert "belong to one company" in await company(named, code, team=THERE)
    code = code_in(await company(named))
    async with named.rows() as tx:
        await tx.session.execute(update(OAuthState).values(expires_at=tx.raw_now - timedelta(milliseconds=1)))
    assert "I don't know this code." in await company(named, code, team=THIRD)


async def test_only_the_codes_hash_is_kept(named: Office) -> None:
    code = code_in(await company(named))
    async with named.rows() as tx:
        (row,) = (await tx.session.scalars(select(OAuthState))).all()
    assert code not in repr(row) and (row.workspace_id, row.person_id) == (HERE, "U0NADINE")


async def test_tickets_for_other_purposes_link_nothing(named: Office) -> None:
    async with named.rows() as tx:
        ticket = await oauth.issue(tx, HERE, "U0NADINE")
    assert "I don't know this code." in await company(named, ticket.lower(), team=THERE)
    code = code_in(await company(named))
    async with named.rows() as tx:
        assert await oauth.take(tx, code) is None
        assert await oauth.take(tx, f"company:{code}") is None
    assert not await are_linked(named)
    assert "belong to one company" in await company(named, code, team=THERE)


async def test_the_code_of_somebody_who_is_no_admin_any_more_links_nothing(named: Office) -> None:
    code = code_in(await company(named))
    async with named.rows() as tx:
        await people.set_roles(tx, HERE, "U0NADINE", ["lead"])
    assert "I don't know this code." in await company(named, code, team=THERE)
    assert not await are_linked(named)


async def test_the_code_of_a_workspace_that_removed_the_app_links_nothing(named: Office) -> None:
    code = code_in(await company(named))
    async with named.rows() as tx:
        (await tx.session.get_one(Workspace, HERE)).is_active = False
    assert "I don't know this code." in await company(named, code, team=THERE)


@pytest.mark.parametrize("typed", ["", "x", "leave now please", "'; DROP TABLE work; --", "<!channel>", "🚒" * 500])
async def test_whatever_else_is_typed_changes_nothing(named: Office, typed: str) -> None:
    assert await company(named, typed) != ""
    async with named.rows() as tx:
        rows = (await tx.session.scalars(select(Workspace.company_id))).all()
    assert set(rows) == {""}


async def test_a_code_typed_where_it_was_given_is_answered_with_a_new_one(named: Office) -> None:
    code = code_in(await company(named))
    again = await company(named, code)
    assert "for an admin of the other workspace" in again
    assert "belong to one company" in await company(named, code_in(again), team=THERE)


async def test_a_code_may_be_pasted_with_the_whole_line_around_it(named: Office) -> None:
    code = code_in(await company(named))
    assert "belong to one company" in await company(named, f"company `{code.upper()}`", team=THERE)


async def test_linking_twice_changes_nothing(named: Office) -> None:
    await link(named)
    await named.deliver()
    assert "linked already" in await link(named)
    assert "linked already" in await link(named, THERE, HERE)
    assert await named.deliver() == []


async def test_a_third_workspace_joins_and_all_admins_hear_of_it(named: Office) -> None:
    await link(named)
    await named.deliver()
    answer = await link(named, THERE, THIRD)
    assert "Marigold Bikes on This platform and Marigold Bikes on Teams belong to one company" in answer
    assert len(await named.deliver()) == 2
    assert await are_linked(named, HERE, THIRD)


async def test_a_workspace_that_belongs_with_others_cannot_be_drawn_away(named: Office) -> None:
    await link(named)
    assert "belongs with others already" in await link(named, THIRD, HERE)
    assert not await are_linked(named, HERE, THIRD) and await are_linked(named)


async def test_leaving_ends_it_and_the_other_side_is_told(named: Office) -> None:
    await link(named)
    await named.deliver()
    answer = await company(named, "leave", team=THERE)
    assert "This workspace is no longer linked with Marigold Bikes on This platform." in answer
    assert not await are_linked(named)
    (note,) = to(await named.deliver(), DirectMessage)
    assert "Marigold Bikes on Teams is no longer linked with this workspace." in words(note.card)
    assert "company left" in await named.audited(THERE)
    assert "This workspace stands alone" in await company(named)
    assert "stands alone, so nothing changes" in await company(named, "leave", team=THERE)


async def test_after_leaving_the_two_can_be_linked_again(named: Office) -> None:
    await link(named)
    await company(named, "leave")
    await link(named, THERE, HERE)
    assert await are_linked(named)
    assert [words(note.card) for note in await named.deliver() if "no longer linked" in words(note.card)] == []


async def test_who_was_left_alone_may_join_another_company(named: Office) -> None:
    await link(named)
    await company(named, "leave", team=THERE)
    await link(named, THIRD, HERE)
    assert await are_linked(named, HERE, THIRD) and not await are_linked(named)


async def test_workspaces_that_stand_alone_are_not_one_company(named: Office) -> None:
    assert not await are_linked(named)
    async with named.rows() as tx:
        assert await companies.linked(tx, HERE) == []
        assert not await companies.is_one_company(tx, HERE, "T0NOWHERE")


async def test_a_workspace_that_removes_the_app_leaves_the_company_and_the_others_are_told(named: Office) -> None:
    await link(named)
    await link(named, THERE, THIRD)
    await named.deliver()
    await named.hear(AccountsRevoked(workspace_id=THERE, at=NOW, is_bot=True))
    notes = to(await named.deliver(), DirectMessage)

    assert not await are_linked(named) and await are_linked(named, HERE, THIRD)
    assert len(notes) == 2
    assert all("Marigold Bikes on Teams is no longer linked with this workspace." in words(one.card) for one in notes)
    assert "company left" in await named.audited(THERE)


async def test_when_it_comes_back_it_stands_alone(named: Office) -> None:
    await link(named)
    await named.hear(AccountsRevoked(workspace_id=HERE, at=NOW, is_bot=True))
    async with named.rows() as tx:
        (await tx.session.get_one(Workspace, HERE)).is_active = True
    assert "This workspace stands alone." in await company(named)


async def test_removing_the_app_from_a_workspace_that_stands_alone_tells_nobody(named: Office) -> None:
    await named.hear(AccountsRevoked(workspace_id=HERE, at=NOW, is_bot=True))
    assert await named.deliver() == []
    assert "company left" not in await named.audited(HERE)


async def test_the_code_comes_with_the_way_to_type_it_on_each_platform(named: Office) -> None:
    shown = await company(named)
    code = code_in(shown)
    assert f"On Slack: /kindline company {code}" in shown.splitlines()
    assert f"On Teams, in the chat with Kindline: company {code}" in shown.splitlines()
