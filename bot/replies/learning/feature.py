"""The learning part of the table: it hears what replies hears, after replies has decided."""

from dataclasses import dataclass

from bot.actions import Outcomes
from bot.buttons import Buttons, Forms
from bot.events import DraftUsed, MessageDeleted, MessageEdited, MessagePosted, PersonChanged
from bot.feature import Command, Routes
from bot.reading.meaning import Meaning
from bot.replies.learning import example_desk, outcomes, report, shadow_desk, voice_desk
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Learning:
    """`meaning` lets silent drafts be compared by what they mean; without it words and figures have to do."""

    meaning: Meaning | None = None

    async def before_message(self, event: MessagePosted, tx: Transaction) -> None:
        await shadow_desk.think_ahead(event, tx, self.meaning)

    async def on_message(self, event: MessagePosted, tx: Transaction) -> Outcomes:
        await outcomes.on_message(event, tx)
        await voice_desk.on_message(event, tx)
        await shadow_desk.on_message(event, tx, self.meaning)
        return []

    async def on_edit(self, event: MessageEdited, tx: Transaction) -> Outcomes:
        await outcomes.on_message(event, tx)
        await voice_desk.on_change(event, tx)
        await shadow_desk.on_message(event, tx, self.meaning)
        return []

    async def on_deletion(self, event: MessageDeleted, tx: Transaction) -> Outcomes:
        await outcomes.on_deletion(event, tx)
        await voice_desk.on_change(event, tx)
        await shadow_desk.on_message(event, tx, self.meaning)
        return []


async def on_used(event: DraftUsed, tx: Transaction) -> Outcomes:
    await outcomes.on_used(event, tx)
    await voice_desk.on_used(event, tx)
    return []


async def on_person_changed(event: PersonChanged, tx: Transaction) -> Outcomes:
    await voice_desk.on_person_changed(event, tx)
    return []


def routes(meaning: Meaning | None = None) -> Routes:
    learning = Learning(meaning)
    return Routes(
        events={
            MessagePosted: learning.on_message,
            MessageEdited: learning.on_edit,
            MessageDeleted: learning.on_deletion,
            DraftUsed: on_used,
            PersonChanged: on_person_changed,
        },
        ahead={learning.on_message: learning.before_message},
        commands=_commands(),
        buttons={
            Buttons.DISMISS_REASON: outcomes.on_reason,
            Buttons.EDIT_VOICE: voice_desk.on_edit,
            Buttons.FORGET_VOICE: voice_desk.on_forget,
            Buttons.LEARN_VOICE: voice_desk.on_learn_again,
            Buttons.ERASE_VOICE: voice_desk.on_erase,
            Buttons.SAVE_EXAMPLE: example_desk.on_save,
            Buttons.REMOVE_EXAMPLE: example_desk.on_remove,
            Buttons.RESTORE_EXAMPLE: example_desk.on_restore,
            Buttons.RESET_LEARNING: report.on_reset,
            Buttons.UNDO_RESET: report.on_undo,
            Buttons.SHADOW_LINKS: shadow_desk.on_links,
        },
        forms={Forms.VOICE: voice_desk.on_form, Forms.EXAMPLE: example_desk.on_form},
        notes={shadow_desk.TURN: shadow_desk.turn_note},
        home=voice_desk.home_parts,
    )


def _commands() -> dict[str, Command]:
    return {
        "voice": Command(
            voice_desk.on_command,
            "See how I think you write, which your drafts wear; change it, have it forgotten or all of it erased.",
            examples=("",),
        ),
        "examples": Command(
            example_desk.on_command,
            "Look through the replies that your team saved as examples.",
            "[words]",
            ("", "return"),
        ),
        "learning": Command(
            report.on_command, "See what your team's drafts taught me, or start over (leads).", examples=("",)
        ),
        "shadow": Command(
            shadow_desk.on_command,
            "Let me draft in silence, and see how it would have gone (leads).",
            "[on|off] [everywhere]",
            ("", "on", "off", "on everywhere"),
        ),
    }
