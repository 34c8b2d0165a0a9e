"""The replies feature's part of the table."""

from functools import partial

from bot.actions import OfferDraft, RedrawDraft, SendReply, TakeBackReply
from bot.buttons import Buttons, Forms, Shortcuts, Timers
from bot.events import Mentioned, MessageDeleted, MessageEdited, MessagePosted, PostFailed
from bot.feature import Command, Routes
from bot.replies import deliver
from bot.replies.asked import HELP, Asking, help_note
from bot.replies.library import Library
from bot.replies.listen import Listening
from bot.replies.offer import Offers
from bot.replies.press import Presses
from bot.replies.shown import redraw_delivery
from bot.replies.thinking import Thinking
from bot.replies.waiting import home_parts

REPLY_COMMAND = "List the customers who wait in this channel, with a draft for each."


def routes(library: Library, thinking: Thinking) -> Routes:
    """Drafts for customers' messages: each goes to an agent, and to nobody else."""
    offers = Offers(library, thinking)
    listening, asking, presses = Listening(offers), Asking(offers), Presses(offers)
    return Routes(
        events={
            MessagePosted: listening.on_message,
            MessageEdited: listening.on_edit,
            MessageDeleted: listening.on_deletion,
            Mentioned: asking.on_mention,
            PostFailed: deliver.on_failure,
        },
        timers={Timers.SETTLE: listening.on_settled},
        ahead={
            listening.on_settled: listening.before_settled,
            asking.on_shortcut: asking.before_answer,
            asking.on_button: asking.before_answer,
            asking.on_mention: asking.before_answer,
        },
        shortcuts={Shortcuts.HELP_ME_REPLY: asking.on_shortcut},
        commands={"reply": Command(asking.on_command, REPLY_COMMAND, examples=[""], has_short_form=True)},
        buttons={**presses.buttons(), Buttons.HELP_THREAD: asking.on_button},
        forms={Forms.DRAFT: presses.on_form},
        writers={
            OfferDraft: deliver.offer_delivery,
            RedrawDraft: redraw_delivery,
            SendReply: deliver.reply_delivery,
            TakeBackReply: deliver.removal,
        },
        delivered={
            OfferDraft: deliver.on_offered,
            SendReply: deliver.on_sent,
            TakeBackReply: deliver.on_removed,
        },
        notes={
            topic: partial(deliver.note, topic=topic)
            for topic in (
                deliver.SENT,
                deliver.TAKEN_BACK,
                deliver.FAILED,
                deliver.UNCERTAIN,
                deliver.STAYS,
                deliver.COPIED,
            )
        }
        | {HELP: help_note},
        home=home_parts,
    )
