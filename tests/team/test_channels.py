"""Where Kindline listens: enrolling, pausing, leaving, and a channel that is gone."""

import pytest

from bot.events import ChannelClosed, CommandGiven
from bot.places import DirectMessage
from bot.workspace_settings import is_paused
from storage import workspaces
from storage.insights import InsightRoute
from tests.office import HERE, NOW, THERE, Office, said, to, words


@pytest.mark.parametrize(
    ("line", "kind", "has_customers"),
    [
        ("here", "shared", True),
        ("here shared", "shared", True),
        ("here relay", "relay", True),
        ("here RELAY", "relay", True),
    ],
)
async def test_a_lead_enrols_the_channel_where_they_type(
    office: Office, line: str, kind: str, has_customers: bool
) -> None:
    answer = said(await office.command("U0LARS", f"kindline {line}", "C0NEW"))
    found = await office.channel("C0NEW")
    assert found is not None and (found.kind, found.is_enrolled, found.has_customers) == (kind, True, has_customers)
    assert f"as a {kind} channel" in answer and "/invite @Kindline" in answer
    assert await office.audited() == ["channel enrolled"]
    assert await office.channel("C0NEW", THERE) is None


async def test_here_again_keeps_the_kind_and_changes_nothing(office: Office) -> None:
    await office.command("U0LARS", "kindline here relay", "C0NEW")
    assert "relay channel" in said(await office.command("U0LARS", "kindline here", "C0NEW"))
    assert await office.audited() == ["channel enrolled"]


@pytest.mark.parametrize("who", ["U0FRIEDA", "U0MILO", "U0OLGA", "U0ANNELIE", "U0HENDRIK"])
async def test_nobody_but_a_lead_or_admin_enrols(office: Office, who: str) -> None:
    for line in ("here", "here off", "pause", "resume", "pause everywhere"):
        await office.command(who, f"kindline {line}", "C0NEW")
        await office.command(who, f"kindline {line}", "C0HELP")
    found = await office.channel("C0HELP")
    assert await office.channel("C0NEW") is None
    assert found is not None and found.is_enrolled and not found.is_paused
    assert await office.audited() == []


@pytest.mark.parametrize(
    ("word", "hint"), [("relai", "/kindline here relay"), ("\u202ex\x00", "shared, relay and off")]
)
async def test_an_unknown_word_is_explained_and_nothing_is_stored(office: Office, word: str, hint: str) -> None:
    assert hint in said(await office.command("U0LARS", f"kindline here {word}", "C0NEW"))
    assert await office.channel("C0NEW") is None


async def test_the_home_page_calls_a_channel_by_the_name_that_came_with_the_command(office: Office) -> None:
    for channel_id, name in (("C0NEW", "help-north"), ("C0PRV", "privategroup")):
        typed = CommandGiven(
            workspace_id=HERE, at=NOW, person_id="U0LARS", word="here", channel_id=channel_id, channel_name=name
        )
        await office.desk.answer(typed, channel_id)
    page = words(await office.home("U0LARS"))
    assert "#help-north: shared" in page
    assert "C0PRV: shared" in page and "privategroup" not in page


async def test_a_channel_can_be_left_and_leaving_twice_is_harmless(office: Office) -> None:
    assert "no longer listens" in said(await office.command("U0LARS", "kindline here off"))
    assert "nothing changes" in said(await office.command("U0LARS", "kindline here off"))
    found = await office.channel("C0HELP")
    assert found is not None and not found.is_enrolled


async def test_the_channel_of_the_insights_is_not_opened_to_customers(office: Office) -> None:
    async with office.rows() as tx:
        tx.session.add(InsightRoute(workspace_id=HERE, route_id="r1", channel_id="C0MKT", owner_id="U0MILO"))
    assert "stays among colleagues" in said(await office.command("U0NADINE", "kindline here", "C0MKT"))
    assert await office.channel("C0MKT") is None


async def test_a_pause_holds_for_one_channel_or_for_all(office: Office) -> None:
    await office.command("U0LARS", "kindline pause")
    assert await paused(office) == (True, False)
    await office.command("U0LARS", "kindline pause everywhere")
    assert "still paused everywhere" in said(await office.command("U0LARS", "kindline resume"))
    assert await paused(office) == (True, False)
    await office.command("U0LARS", "kindline resume everywhere")
    assert await paused(office) == (False, False)


async def paused(office: Office) -> tuple[bool, bool]:
    """Whether drafts are paused in the help channel, here and in the other workspace."""
    async with office.rows() as tx:
        here = is_paused(await workspaces.workspace(tx, HERE), await workspaces.channel(tx, HERE, "C0HELP"))
        there = is_paused(await workspaces.workspace(tx, THERE), await workspaces.channel(tx, THERE, "C0HELP"))
    return here, there


async def test_leads_hear_once_that_a_channel_is_gone(office: Office) -> None:
    for _ in range(2):
        await office.hear(ChannelClosed(workspace_id=HERE, at=NOW, channel_id="C0HELP"))
    notes = to(await office.deliver(), DirectMessage)
    assert {note.place for note in notes} == {DirectMessage("U0LARS"), DirectMessage("U0NADINE")}
    assert len(notes) == 2 and "I can no longer hear #help" in words(notes[0].card)


async def test_a_channel_nobody_enrolled_may_close_in_silence(office: Office) -> None:
    await office.hear(ChannelClosed(workspace_id=HERE, at=NOW, channel_id="C0OTHER"))
    assert await office.deliver() == []
