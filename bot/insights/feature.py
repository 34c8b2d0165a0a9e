"""The insights feature's part of the table: logging, sharing, answering, and the routes between them."""

from bot.actions import ShareInsight, TellContributor
from bot.buttons import Buttons, Forms, Shortcuts
from bot.events import InsightAnswered, InsightCame, InsightTakenBack, PostFailed, QuestionAnswered
from bot.feature import Command, Routes
from bot.insights import answering, contributing, crossing, front_page, life, rules, sharing


def routes() -> Routes:
    """Stateless: everything the feature knows is in the rows."""
    return Routes(
        events={
            PostFailed: sharing.on_post_failed,
            InsightCame: crossing.on_came,
            InsightTakenBack: crossing.on_taken_back,
            InsightAnswered: crossing.on_answered,
            QuestionAnswered: crossing.on_question_answered,
        },
        buttons={
            Buttons.OPEN_INSIGHT_FORM: contributing.on_open_form,
            Buttons.UNDO_INSIGHT: contributing.on_undo,
            Buttons.ACT_ON_INSIGHT: answering.answers_at_once("acting"),
            Buttons.INSIGHT_KNOWN: answering.answers_at_once("known"),
            Buttons.INSIGHT_NOT_NOW: answering.answers_in_words("not_now"),
            Buttons.ASK_AGENT: answering.answers_in_words(life.ASKED),
            Buttons.ADD_WORDS: answering.answers_in_words(life.WORDS),
            Buttons.REPLY_TO_ASK: answering.on_reply_pressed,
            Buttons.REMOVE_ROUTE: rules.on_remove,
        },
        forms={
            Forms.INSIGHT: contributing.on_form,
            Forms.INSIGHT_ANSWER: answering.on_answer_form,
            Forms.ASK_REPLY: answering.on_reply_form,
        },
        commands=_commands(),
        shortcuts={Shortcuts.LOG_INSIGHT: contributing.on_shortcut},
        writers={ShareInsight: sharing.write_share, TellContributor: sharing.write_answer},
        delivered={ShareInsight: sharing.on_shared},
        notes={
            contributing.LOGGED: contributing.logged_note,
            sharing.FOR_LEAD: sharing.lead_note,
            sharing.CARD: sharing.card_note,
            sharing.QUESTION: sharing.question_note,
            sharing.REPLIED: sharing.replied_note,
        },
        home=front_page.home_parts,
    )


def _commands() -> dict[str, Command]:
    return {
        "insight": Command(
            contributing.on_command,
            "Pass on what a customer said; marketing answers, and you hear about it.",
            "[text #theme customer:Name heard:praise|complaint|confusion|wish|competitor]",
            ("", "The app hides the battery level #app heard:confusion", 'Loves the bell customer:"Ada Moss"'),
            has_short_form=True,
        ),
        "route": Command(
            rules.on_route,
            "See or set where insights go (admins).",
            "[#theme] [heard:kind] @owner #channel",
            ("", "@Milo #marketing", "#app heard:wish @Milo here", "remove #app"),
        ),
    }
