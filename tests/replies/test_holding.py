"""The note that says when a customer will hear never names a time that is over."""

from datetime import timedelta

from sqlalchemy import select

from bot.actions import Replace
from bot.buttons import Buttons
from storage.replies import Draft
from tests.office import NOW, only, words
from tests.replies.desk import ASKED, ReplyDesk

WAITS = "C0HELP|m1"


async def held(desk: ReplyDesk) -> Draft:
    """Frieda asks for the note; its draft as it then stands."""
    await desk.office.press("U0FRIEDA", Buttons.ACKNOWLEDGE, WAITS)
    await desk.office.deliver()
    async with desk.office.rows() as tx:
        found = await tx.session.scalars(select(Draft).where(Draft.why.startswith("You asked for a note")))
        return found.one()


async def wait(desk: ReplyDesk, days: int) -> None:
    async with desk.office.database.reading() as tx:
        offset = NOW + timedelta(days=days) - tx.raw_now
    await desk.office.database.set_offset(int(offset / timedelta(milliseconds=1)))


async def test_a_second_press_after_the_named_time_names_a_new_one(desk: ReplyDesk) -> None:
    await wait(desk, 0)
    await desk.says("U0ANNELIE", ASKED)
    before = await held(desk)
    await wait(desk, 3)
    after = await held(desk)
    assert after.draft_id == before.draft_id and after.text != before.text
    assert before.due_at is not None and after.due_at is not None and after.due_at > before.due_at


async def test_a_note_that_was_taken_back_is_offered_again(desk: ReplyDesk) -> None:
    await wait(desk, 0)
    await desk.says("U0ANNELIE", ASKED)
    first = await held(desk)
    async with desk.office.rows() as tx:
        (await tx.session.get_one(Draft, (first.workspace_id, first.draft_id))).state = "taken_back"
    assert (await held(desk)).state in ("offered", "opened")


async def test_a_note_whose_time_is_over_is_not_sent_as_it_stands(desk: ReplyDesk) -> None:
    await wait(desk, 0)
    await desk.says("U0ANNELIE", ASKED)
    draft = await held(desk)
    await wait(desk, 3)
    answer = words(only(await desk.use("U0FRIEDA", draft.draft_id), Replace).card)
    assert answer.startswith("The time that these words name is over.") and desk.sent == []
