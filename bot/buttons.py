"""The ids of every button, form, shortcut and timer: shared by what shows one and the route that hears it."""

from enum import StrEnum


class Buttons(StrEnum):
    """Every button and menu."""

    OPEN_DRAFT = "draft.open"
    USE_DRAFT = "draft.use"
    USE_DRAFT_ANYWAY = "draft.use_anyway"
    DISMISS_DRAFT = "draft.dismiss"
    WHY_DRAFT = "draft.why"
    TAKE_BACK = "draft.take_back"
    TAKE_THREAD = "thread.take"
    HELP_THREAD = "thread.help"
    REPLY_IS_THERE = "reply.is_there"
    REPLY_SEND_AGAIN = "reply.send_again"
    TRACK_PROMISE = "promise.track"
    NOT_A_PROMISE = "promise.not_one"
    UNDO_PROMISE = "promise.undo"
    KEEP_PROMISE = "promise.done"
    SNOOZE_PROMISE = "promise.snooze"
    MOVE_PROMISE = "promise.move"
    PICK_DATE = "promise.pick_date"
    DRAFT_UPDATE = "promise.draft_update"
    STILL_STANDS = "promise.still_stands"
    WITHDRAW_PROMISE = "promise.withdraw"
    REOPEN_PROMISE = "promise.reopen"
    UNDO_INSIGHT = "insight.undo"
    ACT_ON_INSIGHT = "insight.acting"
    INSIGHT_KNOWN = "insight.known"
    INSIGHT_NOT_NOW = "insight.not_now"
    ASK_AGENT = "insight.ask"
    OPEN_INSIGHT_FORM = "insight.open"
    REPLY_TO_ASK = "insight.reply"
    ADD_WORDS = "insight.words"
    REMOVE_ROUTE = "insight.route_remove"
    EDIT_SETTINGS = "team.edit_me"
    EDIT_PERSON = "team.edit_person"
    LINK_ACCOUNT = "team.link"
    UNLINK_ACCOUNT = "team.unlink"
    SET_UP = "team.set_up"


OPENS_FORM = frozenset(
    Buttons[name]
    for name in (
        "OPEN_DRAFT WHY_DRAFT MOVE_PROMISE DRAFT_UPDATE INSIGHT_NOT_NOW ASK_AGENT OPEN_INSIGHT_FORM REPLY_TO_ASK "
        "ADD_WORDS EDIT_SETTINGS EDIT_PERSON LINK_ACCOUNT"
    ).split()
)
"""Every button that may answer with a form: some platforms must know before it is pressed (a test holds it true)."""


class Forms(StrEnum):
    DRAFT = "draft"
    INSIGHT = "insight"
    MOVE_DATE = "promise.move"
    INSIGHT_ANSWER = "insight.answer"
    ASK_REPLY = "insight.ask_reply"
    MY_SETTINGS = "team.me"
    PERSON_SETTINGS = "team.person"
    WHY = "draft.why"


class Shortcuts(StrEnum):
    HELP_ME_REPLY = "help_me_reply"
    LOG_INSIGHT = "log_insight"


class Timers(StrEnum):
    SETTLE = "reply.settle"
    PROMISE_STAGE = "promise.stage"
    DIGEST = "promise.digest"
