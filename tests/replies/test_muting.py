"""Fewer cards: an agent who wants none, and a channel in which more customers write than anyone can follow."""

import pytest
from sqlalchemy import select

from bot.buttons import Buttons
from bot.places import Delivery, OnlyVisibleTo
from bot.workspace_settings import settings_of
from storage import people, workspaces
from storage.replies import Draft
from storage.workspaces import Workspace
from tests.office import HERE, THERE, said, words
from tests.replies.desk import ReplyDesk

FRIEDA, JONAS, LEAD = "U0FRIEDA", "U0JONAS", "U0NADINE"


def seen_by(posted: list[Delivery], who: str) -> list[str]:
    return [words(one.card) for one in posted if isinstance(one.place, OnlyVisibleTo) and one.place.person_id == who]


async def drafts(desk: ReplyDesk, who: str) -> list[Draft]:
    async with desk.office.rows() as tx:
        query = select(Draft).where(Draft.workspace_id == HERE, Draft.person_id == who)
        return list(await tx.session.scalars(query))


async def test_a_muted_agent_gets_no_card_and_finds_the_draft_at_home(desk: ReplyDesk) -> None:
    assert "until you switch them on again" in said((await desk.office.command(FRIEDA, "mute"))[:1])
    await desk.says("U0ANNELIE", "What are your opening hours?")
    posted = await desk.settled()
    assert seen_by(posted, FRIEDA) == [] and len(seen_by(posted, JONAS)) == 1
    home = words(await desk.office.home(FRIEDA))
    assert "You get no draft cards until you switch them on again." in home and "For Annelie Voss:" in home
    assert [one.state for one in await drafts(desk, FRIEDA)] == ["offered"]


async def test_help_me_reply_brings_a_card_all_the_same(desk: ReplyDesk) -> None:
    await desk.office.command(FRIEDA, "mute today")
    await desk.says("U0ANNELIE", "What are your opening hours?")
    await desk.settled()
    await desk.help_me(FRIEDA)
    assert len(seen_by(await desk.office.deliver(), FRIEDA)) == 1


async def test_mute_for_today_ends_at_midnight_of_the_agents_own_zone(desk: ReplyDesk) -> None:
    await desk.office.command(FRIEDA, "mute today")
    async with desk.office.rows() as tx:
        me = await people.person(tx, HERE, FRIEDA)
        assert me is not None and str(me.settings["cards_muted_until"]).endswith(("T23:00:00+00:00", "T22:00:00+00:00"))


async def test_cards_come_again_when_they_are_wanted_again(desk: ReplyDesk) -> None:
    await desk.office.command(FRIEDA, "mute")
    assert said((await desk.office.press(FRIEDA, Buttons.SHOW_CARDS))[:1]) == "You get draft cards again."
    assert said((await desk.office.command(FRIEDA, "mute off"))[:1]) == "Draft cards are on for you already."
    await desk.says("U0ANNELIE", "What are your opening hours?")
    assert len(seen_by(await desk.settled(), FRIEDA)) == 1


async def test_an_unknown_wish_and_a_colleague_without_drafts_are_answered_kindly(desk: ReplyDesk) -> None:
    assert said(await desk.office.command(FRIEDA, "mute please everything")).startswith("Type /kindline mute today")
    assert "Drafts are for agents" in said(await desk.office.command("U0MILO", "mute"))


async def test_above_the_cap_drafts_stand_at_home_and_one_line_says_so(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        (await tx.session.get_one(Workspace, HERE)).settings = {"cards_per_hour": 2}
    for number in range(5):
        await desk.says("U0ANNELIE", f"What are your opening hours on day {number}?")
    seen = seen_by(await desk.settled(), FRIEDA)
    lines = [one for one in seen if "further drafts stand in my Home" in one]
    assert len(seen) == 3 and lines == [
        "You had 2 draft cards from this channel in an hour, so further drafts stand in my Home for now."
    ]
    assert sorted(one.is_held for one in await drafts(desk, FRIEDA)) == [False, False, True, True, True]
    assert words(await desk.office.home(FRIEDA)).count("For Annelie Voss:") == 5


async def test_the_cap_is_each_agents_own_and_the_openly_shown_draft_has_none(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        (await tx.session.get_one(Workspace, HERE)).settings = {"cards_per_hour": 0}
    await desk.says(
        "B0DESK", "From: Kim <kim@example.com>\n\nWhat are your opening hours?", channel="C0DESK", is_by_app=True
    )
    posted = await desk.settled()
    assert [one for one in posted if "Draft ready" in words(one.card)]


async def cap(desk: ReplyDesk, team: str = HERE) -> int:
    async with desk.office.rows() as tx:
        return settings_of(await workspaces.workspace(tx, team)).cards_per_hour


async def test_a_lead_sets_the_cap_and_everybody_sees_it(desk: ReplyDesk) -> None:
    assert said(await desk.office.command(FRIEDA, "cards")).startswith("Each agent gets at most 12 draft cards")
    done = said(await desk.office.command(LEAD, "cards 2"))
    assert "at most 2 draft cards" in done and await cap(desk) == 2
    assert "at most 2 draft cards" in said(await desk.office.command(FRIEDA, "cards"))
    assert await desk.office.audited() == ["draft cards an hour set"] and await cap(desk, THERE) == 12
    for number in range(3):
        await desk.says("U0ANNELIE", f"What are your opening hours on day {number}?")
    await desk.settled()
    assert sorted(one.is_held for one in await drafts(desk, FRIEDA)) == [False, False, True]


async def test_the_cap_may_be_one_none_or_what_it_was(desk: ReplyDesk) -> None:
    assert "at most 1 draft card from a channel" in said(await desk.office.command(LEAD, "cards 1"))
    assert "no draft cards" in said(await desk.office.command(LEAD, "cards 0"))
    assert said(await desk.office.command(LEAD, "cards 0")).startswith("Nothing changes.")
    assert len(await desk.office.audited()) == 2
    assert "at most 12 draft cards" in said(await desk.office.command(LEAD, "cards usual")) and await cap(desk) == 12


async def test_only_a_lead_sets_the_cap(desk: ReplyDesk) -> None:
    assert said(await desk.office.command(FRIEDA, "cards 2")).startswith("Only a lead or an admin")
    assert await cap(desk) == 12 and await desk.office.audited() == []


@pytest.mark.parametrize("wish", ["many", "-1", "1001", "2.5", "²", "٣", "1 2", "off", "9" * 5000])
async def test_a_cap_that_is_no_number_is_answered_with_what_to_type(desk: ReplyDesk, wish: str) -> None:
    assert said(await desk.office.command(LEAD, f"cards {wish}")).startswith("Type a whole number from 0 to 1000")
    assert await cap(desk) == 12 and await desk.office.audited() == []
