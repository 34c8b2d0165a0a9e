"""The ids of every button, form, shortcut and timer: shared by what shows one and the route that hears it."""

from enum import StrEnum


class Buttons(StrEnum):
    """Every button and menu."""

    OPEN_DRAFT = "draft.open"
    USE_DRAFT = "draft.use"
    USE_DRAFT_ANYWAY = "draft.use_anyway"
    DISMISS_DRAFT = "draft.dismiss"
    DISMISS_REASON = "draft.reason"
    WHY_DRAFT = "draft.why"
    MORE_DRAFT = "draft.more"
    MAKE_RIGHT = "draft.remedy"
    GIVE_FACT = "draft.fact"
    WRITE_FACTS = "draft.facts"
    LINK_CUSTOMER = "customer.link"
    UNLINK_CUSTOMER = "customer.unlink"
    SHOW_CARDS = "draft.cards_on"
    ADD_PAGE = "playbook.add"
    EDIT_PAGE = "playbook.edit"
    REMOVE_PAGE = "playbook.remove"
    RESTORE_PAGE = "playbook.restore"
    ADD_STOCK = "playbook.add_stock"
    EDIT_STOCK = "playbook.edit_stock"
    REMOVE_STOCK = "playbook.remove_stock"
    TAKE_BACK = "draft.take_back"
    TAKE_THREAD = "thread.take"
    HELP_THREAD = "thread.help"
    EDIT_WORDS = "check.edit"
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
    EDIT_STANDARD = "team.standard"
    EDIT_VOICE = "voice.edit"
    FORGET_VOICE = "voice.forget"
    LEARN_VOICE = "voice.learn"
    ERASE_VOICE = "voice.erase"
    SAVE_EXAMPLE = "example.save"
    REMOVE_EXAMPLE = "example.remove"
    RESTORE_EXAMPLE = "example.restore"
    RESET_LEARNING = "learning.reset"
    UNDO_RESET = "learning.undo"
    SHADOW_LINKS = "shadow.links"


OPENS_FORM = frozenset(
    Buttons[name]
    for name in (
        "OPEN_DRAFT WHY_DRAFT EDIT_WORDS MOVE_PROMISE DRAFT_UPDATE INSIGHT_NOT_NOW ASK_AGENT OPEN_INSIGHT_FORM "
        "REPLY_TO_ASK ADD_WORDS EDIT_SETTINGS EDIT_PERSON EDIT_STANDARD LINK_ACCOUNT "
        "EDIT_VOICE SAVE_EXAMPLE WRITE_FACTS LINK_CUSTOMER ADD_PAGE EDIT_PAGE ADD_STOCK EDIT_STOCK"
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
    STANDARD = "team.standard"
    CHECK = "check"
    WHY = "draft.why"
    FACTS = "draft.facts"
    CUSTOMER = "customer.link"
    PAGE = "playbook.page"
    STOCK = "playbook.stock"
    STOCK_REPLY = "playbook.stock_reply"
    VOICE = "voice"
    EXAMPLE = "example"


class Shortcuts(StrEnum):
    HELP_ME_REPLY = "help_me_reply"
    LOG_INSIGHT = "log_insight"
    CHECK_MY_WORDS = "check_my_words"


class Timers(StrEnum):
    SETTLE = "reply.settle"
    QUESTIONS = "reply.questions"
    PROMISE_STAGE = "promise.stage"
    DIGEST = "promise.digest"
