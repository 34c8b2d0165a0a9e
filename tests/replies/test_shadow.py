"""In shadow mode drafts are made and nobody sees one; leads read how it would have gone."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.actions import Answer
from bot.buttons import Buttons
from bot.places import DirectMessage, OnlyVisibleTo
from bot.replies.sources.playbook import Section
from storage import learning, playbook, replies
from storage.people import machine
from storage.playbook import PlaybookSection
from storage.replies import Draft
from tests.office import HERE, THERE, buttons, said, to, words
from tests.replies.desk import ReplyDesk
from tests.replies.learned import learning_desk

ASKED = "Can I return the helmet?"
RULE = "You can return a helmet within 30 days."


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[ReplyDesk]:
    async with learning_desk(tmp_path) as made:
        async with made.office.rows() as tx:
            section = Section("Returns", "Helmets", RULE)
            fields = {name: getattr(section, name) for name in section.__dataclass_fields__}
            row = PlaybookSection(workspace_id=HERE, section_id="s1", position=0, fields=fields, imported_at=tx.raw_now)
            await playbook.replace_all(tx, PlaybookSection, [row], HERE)
        await made.office.command("U0NADINE", "shadow on")
        yield made


async def drafts(desk: ReplyDesk, thread_id: str = "m1") -> Sequence[Draft]:
    async with desk.office.rows() as tx:
        return await replies.drafts_of_thread(tx, HERE, "C0HELP", thread_id)


async def report(desk: ReplyDesk, who: str = "U0NADINE") -> str:
    return said(await desk.office.command(who, "shadow"))


async def test_a_draft_is_made_and_nobody_sees_it(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    shown = await desk.settled()

    (draft,) = await drafts(desk)
    assert (draft.state, draft.person_id) == ("shadow", "") and RULE in draft.text
    assert [one for one in shown if "Draft" in words(one.card)] == []
    assert "I draft in silence here" in said(await desk.help_me("U0FRIEDA"))


async def test_the_same_facts_as_the_teams_answer_are_counted(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    await desk.says("U0FRIEDA", "Hi Annelie, sure: a helmet can be returned within 30 days.", thread=root)

    told = await report(desk)
    assert "Customers wrote once; I would have offered a draft once." in told
    assert "your team has answered 1." in told and "In 1 my draft tells the same facts" in told
    assert "Shadow mode is on in #help since" in told
    assert told.endswith("To let your agents see drafts: /kindline shadow off, in the channel")


async def test_a_figure_that_differs_is_listed_with_a_way_to_its_thread(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    answer = await desk.says("U0FRIEDA", "Hi Annelie, you can return the helmet within 14 days.", thread=root)

    (card,) = await desk.office.command("U0NADINE", "shadow")
    assert "Annelie Voss" in told_on(card) and "30 days in my draft, 14 days in the answer." in told_on(card)
    await desk.office.press("U0NADINE", Buttons.SHADOW_LINKS)
    (note,) = to(await desk.office.deliver(), DirectMessage, person_id="U0NADINE")
    assert note.link_to == ("C0HELP", answer) and "30 days in my draft" in words(note.card)


def told_on(answer: Answer) -> str:
    return said([answer])


async def test_an_answer_in_two_messages_an_edit_and_a_deletion_all_count(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    first = await desk.says("U0FRIEDA", "Hi Annelie!", thread=root)
    second = await desk.says("U0FRIEDA", "You can return a helmet within 30 days.", thread=root)
    assert "In 1 my draft tells the same facts" in await report(desk)

    await desk.edits(second, "You can return a helmet within 14 days.")
    assert "In 1 a figure differs" in await report(desk)

    for one in (first, second):
        await desk.deletes(one)
    assert "Your team has answered none of those yet" in await report(desk)


async def test_a_turn_that_the_customer_added_to_counts_once(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    await desk.says("U0ANNELIE", "It is the red one.", thread=root)
    await desk.settled()

    assert [one.state for one in await drafts(desk)].count("shadow") == 1
    assert "Customers wrote once" in await report(desk)


async def test_without_shadow_mode_the_agents_get_their_draft_again(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    assert "Shadow mode is off in this channel" in said(await desk.office.command("U0NADINE", "shadow off"))
    await desk.says("U0ANNELIE", "It is the red one.", thread=root)

    shown = to(await desk.settled(), OnlyVisibleTo)
    assert len([one for one in shown if "Draft ready" in words(one.card)]) == 2
    assert "Shadow mode is off: agents see their drafts." in await report(desk)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("shadow on", "Nothing changes: shadow mode is on in this channel already."),
        ("shadow ON  Everywhere", "Shadow mode is on everywhere"),
        ("shadow off everywhere", "Nothing changes: shadow mode is off everywhere already."),
        ("shadow perhaps", "Type /kindline shadow for the report"),
        ("shadow on here", "Type /kindline shadow for the report"),
    ],
)
async def test_the_command_says_what_it_did(desk: ReplyDesk, line: str, answer: str) -> None:
    assert said(await desk.office.command("U0NADINE", line)).startswith(answer)


async def test_one_channel_stays_silent_while_everything_is(desk: ReplyDesk) -> None:
    await desk.office.command("U0NADINE", "shadow on everywhere")
    assert "Shadow mode is still on everywhere" in said(await desk.office.command("U0NADINE", "shadow off"))
    assert "not listening here" in said(await desk.office.command("U0NADINE", "shadow on", channel="C0NONE"))


async def test_it_is_for_leads_and_its_own_workspace(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    await desk.says("U0FRIEDA", "Within 14 days you can return a helmet.", thread=root)

    for line in ("shadow", "shadow on", "shadow off everywhere"):
        assert said(await desk.office.command("U0FRIEDA", line)).startswith("Only a lead or an admin")
    assert "Only a lead" in said(await desk.office.press("U0FRIEDA", Buttons.SHADOW_LINKS))
    assert "Shadow mode is off" in said(await desk.office.command("U0NADINE", "shadow", team=THERE))
    async with desk.office.rows() as tx:
        (draft,) = await replies.drafts_of_thread(tx, HERE, "C0HELP", root)
        assert await learning.shadow_turn(tx, THERE, draft.draft_id) is None
        assert await learning.shadow_turn(tx, HERE, draft.draft_id) is not None
        assert await replies.draft(tx, machine(THERE), draft.draft_id) is None
    assert "shadow mode on" in await desk.office.audited()


async def test_the_report_has_a_button_only_when_a_figure_differs(desk: ReplyDesk) -> None:
    (card,) = await desk.office.command("U0NADINE", "shadow")
    assert buttons(card.card.parts) == {}  # type: ignore[attr-defined]
    assert "No customer has written since." in said([card])
