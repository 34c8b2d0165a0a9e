"""Whether customers read along: only the platform's word says no, and an outsider's message says yes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.events import CrowdChanged, MessagePosted
from bot.insights.feature import routes
from bot.places import DirectMessage, InChannel
from bot.team.feature import Team
from storage import threads
from tests.office import HERE, NOW, THERE, Office, opened, said, to, words
from tests.team.conftest import VAULT, link_url

ROUTE = "kindline route @U0MILO here"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with opened(tmp_path, [Team(VAULT, link_url).routes(), routes()]) as found:
        yield found


async def written(office: Office, by: str, message_id: str, channel: str = "C0NEW", **more: object) -> None:
    message = {"channel_id": channel, "message_id": message_id, "thread_id": message_id, "author_id": by, **more}
    await office.hear(MessagePosted(workspace_id=HERE, at=NOW, text="Good morning", **message))  # type: ignore[arg-type]


async def crowd_changed(office: Office, is_shared: bool | None, channel: str = "C0NEW") -> None:
    await office.hear(CrowdChanged(workspace_id=HERE, at=NOW, channel_id=channel, is_shared=is_shared))


async def has_customers(office: Office, channel: str = "C0NEW") -> bool:
    found = await office.channel(channel)
    assert found is not None
    return found.has_customers


async def test_a_route_to_an_unknown_channel_shows_nothing_there_and_says_so(office: Office) -> None:
    answer = said(await office.command("U0NADINE", ROUTE, "C0NEW"))
    confirmed = said(await office.command("U0FRIEDA", "insight Too slow"))
    delivered = await office.deliver()

    assert "While customers may read along" in answer and "insights go to Milo in private" in answer
    assert "It goes to Milo Rossi in private" in confirmed
    assert to(delivered, InChannel) == []
    assert [note.place for note in to(delivered, DirectMessage)] == [DirectMessage("U0MILO")]
    assert "Customers may read along" in words(to(delivered, DirectMessage)[0].card)


async def test_once_the_platform_says_it_is_internal_insights_are_shown_there(office: Office) -> None:
    await office.command("U0NADINE", ROUTE, "C0NEW")
    await written(office, "U0MILO", "m1", is_shared=False)
    await office.command("U0FRIEDA", "insight Too slow")

    assert to(await office.deliver(), InChannel)[0].place == InChannel("C0NEW")
    assert await office.channel("C0NEW", THERE) is None


@pytest.mark.parametrize("is_shared", [None, True])
async def test_without_the_platforms_word_a_channel_stays_one_with_customers(
    office: Office, is_shared: bool | None
) -> None:
    await office.command("U0NADINE", ROUTE, "C0NEW")
    await written(office, "U0MILO", "m1", is_shared=is_shared)
    assert await has_customers(office)


@pytest.mark.parametrize(("by", "is_shared"), [("U0HENDRIK", False), ("U0ANNELIE", None), ("U0MILO", True)])
async def test_customers_in_the_channel_of_the_insights_end_open_cards_there(
    office: Office, by: str, is_shared: bool | None
) -> None:
    await office.command("U0NADINE", ROUTE, "C0NEW")
    await written(office, "U0MILO", "m1", is_shared=False)
    await office.command("U0FRIEDA", "insight Shown openly")
    await office.deliver()
    for number in range(2, 5):
        await written(office, by, f"m{number}", is_shared=is_shared)
    await written(office, "U0MILO", "m9", is_shared=False)
    await office.command("U0FRIEDA", "insight Too slow")
    delivered = await office.deliver()
    notes = [note for note in to(delivered, DirectMessage) if "Customers may read along in" in note.card.summary]

    assert await has_customers(office)
    assert to(delivered, InChannel) == []
    assert sorted(note.place.person_id for note in notes if isinstance(note.place, DirectMessage)) == [
        "U0LARS",
        "U0NADINE",
    ]
    assert "each goes to its owner in private" in words(notes[0].card)
    assert "so insights can't go there" in said(await office.command("U0NADINE", ROUTE, "C0NEW"))


@pytest.mark.parametrize(("by", "is_shared"), [("U0HENDRIK", False), ("U0FRIEDA", True)])
async def test_a_relay_channel_with_customers_is_no_longer_open(office: Office, by: str, is_shared: bool) -> None:
    await office.command("U0LARS", "kindline here relay", "C0NEW")
    await written(office, "U0FRIEDA", "m1", is_shared=False)
    assert not await has_customers(office)
    await written(office, by, "m2", is_shared=is_shared)
    notes = to(await office.deliver(), DirectMessage)

    assert await has_customers(office)
    assert {note.place for note in notes} == {DirectMessage("U0LARS"), DirectMessage("U0NADINE")}
    assert "drafts there are shown to agents only" in words(notes[0].card)


async def test_neither_a_colleagues_message_nor_a_leads_word_undoes_that_an_outsider_wrote_there(
    office: Office,
) -> None:
    await office.command("U0LARS", "kindline here relay", "C0NEW")
    await written(office, "U0HENDRIK", "m1", is_shared=False)
    await office.command("U0LARS", "kindline here relay", "C0NEW")
    await written(office, "U0FRIEDA", "m2", is_shared=False)

    assert await has_customers(office)
    assert "Somebody from outside wrote" in said(await office.command("U0NADINE", ROUTE, "C0NEW"))


async def test_an_outsiders_answer_in_a_relay_thread_is_a_customers(office: Office) -> None:
    await office.command("U0LARS", "kindline here relay", "C0NEW")
    await written(office, "U0FRIEDA", "m1", is_shared=False)
    await written(office, "U0HENDRIK", "m2", is_shared=False, thread_id="m1")
    async with office.rows() as tx:
        found = await threads.message(tx, HERE, "C0NEW", "m2")
        thread = await threads.thread(tx, HERE, "C0NEW", "m1")
    assert found is not None and found.is_by_customer
    assert thread is not None and thread.owner_id == "" and thread.is_waiting


async def test_a_help_desks_app_and_an_unknown_author_are_no_outsiders(office: Office) -> None:
    await office.command("U0LARS", "kindline here relay", "C0NEW")
    await written(office, "B0DESK", "m1", is_shared=False, is_by_app=True)
    await written(office, "U0NOBODY", "m2", is_shared=False)
    assert not await has_customers(office)
    assert to(await office.deliver(), DirectMessage) == []


async def test_a_guest_who_joins_ends_open_cards_before_the_next_message(office: Office) -> None:
    await office.command("U0NADINE", ROUTE, "C0NEW")
    await written(office, "U0MILO", "m1", is_shared=False)
    await crowd_changed(office, True)
    await office.command("U0FRIEDA", "insight Too slow")
    delivered = await office.deliver()
    notes = [note for note in to(delivered, DirectMessage) if "Customers may read along in" in note.card.summary]

    assert await has_customers(office)
    assert to(delivered, InChannel) == []
    assert len(notes) == 2


async def test_while_nobody_can_say_who_joined_nothing_is_shown_openly(office: Office) -> None:
    await office.command("U0NADINE", ROUTE, "C0NEW")
    await written(office, "U0MILO", "m1", is_shared=False)
    await crowd_changed(office, None)
    assert await has_customers(office)
    assert to(await office.deliver(), DirectMessage) == []

    await written(office, "U0MILO", "m2", is_shared=False)
    assert not await has_customers(office)


async def test_a_colleague_who_joins_changes_nothing(office: Office) -> None:
    await office.command("U0NADINE", ROUTE, "C0NEW")
    await written(office, "U0MILO", "m1", is_shared=False)
    await crowd_changed(office, False)
    assert not await has_customers(office)


async def test_who_joins_a_channel_that_nobody_enrolled_or_a_shared_one_is_of_no_interest(office: Office) -> None:
    for channel in ("C0UNKNOWN", "C0HELP"):
        await crowd_changed(office, True, channel)
    assert await office.channel("C0UNKNOWN") is None
    assert to(await office.deliver(), DirectMessage) == []
