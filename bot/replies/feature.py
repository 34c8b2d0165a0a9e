"""The replies feature's part of the table."""

from functools import partial

from bot.actions import OfferDraft, RedrawDraft, SendReply, TakeBackReply
from bot.buttons import Buttons, Forms, Shortcuts, Timers
from bot.events import Mentioned, MessageDeleted, MessageEdited, MessagePosted, PostFailed
from bot.feature import Ahead, Command, Handler, Note, Routes
from bot.model.asker import Asker
from bot.replies import capped, deliver, holding, muting, playbook_desk, recurring
from bot.replies.asked import HELP, Asking, help_note
from bot.replies.checking import Checking
from bot.replies.held import for_agents
from bot.replies.judging import Judging
from bot.replies.library import Library
from bot.replies.linking import Linking
from bot.replies.listen import Listening
from bot.replies.offer import Offers
from bot.replies.polishing import feature as polishing
from bot.replies.press import Presses
from bot.replies.redo import REDONE, Redoing, redone_note
from bot.replies.shown import redraw_delivery
from bot.replies.thinking import Thinking
from bot.replies.waiting import home_parts

CHECK_COMMAND = "Hold your own words against the standard, before a customer reads them. Only you see the answer."
PLAYBOOK_COMMAND = "See what drafts are grounded in; leads add, change and remove pages and stock replies."
CARDS_COMMAND = "See how many draft cards each agent gets from a channel in an hour; leads set it."
MUTE_COMMAND = "Get no draft cards, for today or until you want them again; drafts stand in my Home meanwhile."
REPLY_COMMAND = "List the customers who wait in this channel, with a draft for each."


def routes(library: Library, thinking: Thinking, asker: Asker | None = None) -> Routes:
    """Drafts for customers' messages: each goes to an agent, and to nobody else."""
    judging = Judging(library, thinking)
    offers = Offers(library, thinking, judging, asker=asker or Asker())
    better_words = polishing.routes(offers)
    listening, asking, presses = Listening(offers), Asking(offers), Presses(offers, judging)
    checking, redoing = Checking(judging), Redoing(offers)
    redo_buttons, linking = redoing.buttons(), Linking(offers)
    return Routes(
        events={
            MessagePosted: listening.on_message,
            MessageEdited: listening.on_edit,
            MessageDeleted: listening.on_deletion,
            Mentioned: asking.on_mention,
            PostFailed: deliver.on_failure,
        },
        timers={
            Timers.SETTLE: listening.on_settled,
            Timers.QUESTIONS: recurring.on_week,
            **better_words.timers,
        },
        ahead={
            **_ahead(listening, asking, presses, checking),
            **redoing.ahead(redo_buttons),
            **linking.ahead(),
            **better_words.ahead,
        },
        shortcuts={Shortcuts.HELP_ME_REPLY: asking.on_shortcut, Shortcuts.CHECK_MY_WORDS: checking.on_shortcut},
        commands={**_commands(asking, checking), **better_words.commands},
        buttons={**presses.buttons(), **redo_buttons, **linking.buttons(), **_buttons(asking, checking)},
        forms=_forms(presses, redoing, linking, checking),
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
        notes={**_notes(), **better_words.notes},
        home=home_parts,
    )


def _ahead(listening: Listening, asking: Asking, presses: Presses, checking: Checking) -> dict[Handler, Ahead]:
    """What is composed, or held against the standard, before anything is locked."""
    return {
        listening.on_settled: listening.before_settled,
        asking.on_shortcut: asking.before_answer,
        asking.on_button: asking.before_answer,
        asking.on_mention: asking.before_answer,
        presses.on_form: presses.before_form,
        checking.on_command: checking.before_command,
        checking.on_shortcut: checking.before_shortcut,
        checking.on_form: checking.before_form,
    }


def _buttons(asking: Asking, checking: Checking) -> dict[str, Handler]:
    return {
        **playbook_desk.BUTTONS,
        Buttons.SHOW_CARDS: muting.on_show,
        Buttons.HELP_THREAD: asking.on_button,
        Buttons.ACKNOWLEDGE: for_agents(holding.on_acknowledge),
        Buttons.EDIT_WORDS: checking.on_edit,
    }


def _forms(presses: Presses, redoing: Redoing, linking: Linking, checking: Checking) -> dict[str, Handler]:
    return {
        Forms.DRAFT: presses.on_form,
        Forms.FACTS: redoing.on_facts,
        Forms.CUSTOMER: linking.on_form,
        **playbook_desk.FORMS,
        Forms.CHECK: checking.on_form,
    }


def _notes() -> dict[str, Note]:
    """The private notes of replies, by topic."""
    by_topic: dict[str, Note] = {
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
    others: dict[str, Note] = {
        HELP: help_note,
        REDONE: redone_note,
        capped.CAPPED: capped.capped_note,
    }
    return {**by_topic, **others, recurring.RECURRING: recurring.recurring_note}


def _commands(asking: Asking, checking: Checking) -> dict[str, Command]:
    return {
        "reply": Command(asking.on_command, REPLY_COMMAND, examples=[""], has_short_form=True),
        "playbook": Command(
            playbook_desk.on_command, PLAYBOOK_COMMAND, "[stock [words]|versions PAGE]", ("", "stock", "stock refund")
        ),
        "cards": Command(capped.on_command, CARDS_COMMAND, "[NUMBER|usual]", ("", "6", "usual")),
        "mute": Command(muting.on_command, MUTE_COMMAND, "[today|off]", ("", "today", "off")),
        "check": Command(
            checking.on_command,
            CHECK_COMMAND,
            "[your words]",
            ("", "Hi Annelie, we can't change the colour any more."),
            has_short_form=True,
        ),
    }
