"""The insights part of the home page: what you logged and what became of it, and what waits for your answer."""

from bot.buttons import Buttons
from bot.cards import Actions, Button, Heading, Part, Small, Words
from bot.insights import cards, crossing, life
from bot.insights.parse import shortened
from bot.insights.view import masked_view
from storage import insights
from storage.database import Transaction
from storage.insights import Insight
from storage.people import Person, Viewer

LONGEST_LINE = 150


async def home_parts(viewer: Viewer, person: Person, tx: Transaction) -> list[Part]:
    parts: list[Part] = [Heading("Insights")]
    for found in await insights.waiting_for(tx, viewer):
        seen = await masked_view(tx, found)
        parts.append(Words(shortened(seen.claim, LONGEST_LINE), strong=f"#{seen.number} waits for your answer:"))
        parts.append(cards.answer_buttons(seen.insight_id, seen.state))
    mine = await insights.mine(tx, viewer)
    for found in mine:
        parts += await _mine(viewer, found, tx)
    if not mine:
        parts.append(
            Small("Did a customer say something that marketing should know? Log it, and you hear what comes of it.")
        )
    return [*parts, Actions([Button(Buttons.OPEN_INSIGHT_FORM, "Log an insight")])]


async def _mine(viewer: Viewer, found: Insight, tx: Transaction) -> list[Part]:
    is_over = found.state == life.WITHDRAWN or await crossing.is_cut_off(tx, found)
    question = None if is_over else life.open_question(await insights.answers(tx, found))
    state = life.SAID[life.ASKED if question is not None else found.state]
    if is_over and found.state in (life.NEW, life.ASKED):
        state = "it went to a workspace that is no longer linked with this one"
    buttons = [cards.reply_button(question)] if question is not None else []
    if life.may_undo(viewer, found):
        buttons.append(cards.undo_button(found))
    line = Words(f"{shortened(found.text, LONGEST_LINE)} · {state}", strong=f"#{found.number}")
    return [line, Actions(buttons)] if buttons else [line]
