"""The promises feature's part of the table."""

from bot.actions import Outcomes, RemindAgent, SendDigest, TellPromise
from bot.buttons import Forms, Shortcuts, Timers
from bot.events import (
    DraftUsed,
    Event,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PersonChanged,
    PersonUnreachable,
    PostFailed,
)
from bot.feature import Command, Handler, Routes
from bot.promises import (
    asked,
    daily,
    delivering,
    evidence,
    handing,
    leaving,
    moving,
    noticing,
    pointed,
    reminding,
    target,
    theirs,
    unanswered,
)
from bot.promises.pressing import BUTTONS
from storage.database import Transaction


def _all(*rooms: Handler) -> Handler:
    """Several rooms of this feature hear the same event, one after the other."""

    async def handler(event: Event, tx: Transaction) -> Outcomes:
        return [outcome for room in rooms for outcome in await room(event, tx)]

    return handler


class Promises:
    """Stateless: everything it knows is in the rows. Promises are shown to their owner and to leads only."""

    def routes(self) -> Routes:
        return Routes(
            events={
                MessagePosted: _all(noticing.on_message, evidence.on_message, theirs.on_message, unanswered.on_message),
                DraftUsed: _all(noticing.on_draft_used, evidence.on_draft_used, unanswered.on_draft_used),
                MessageEdited: _all(noticing.on_edit, unanswered.on_edit),
                MessageDeleted: _all(noticing.on_deletion, unanswered.on_deletion),
                PersonChanged: leaving.on_person,
                PersonUnreachable: leaving.on_unreachable,
                PostFailed: leaving.on_failure,
            },
            buttons=BUTTONS,
            forms={Forms.MOVE_DATE: moving.on_form, Forms.HAND_OVER: handing.on_form},
            commands=_commands(),
            shortcuts={Shortcuts.TRACK_A_PROMISE: pointed.on_shortcut},
            timers={
                Timers.PROMISE_STAGE: reminding.on_stage,
                Timers.DIGEST: daily.on_digest,
                Timers.UNANSWERED: unanswered.on_time,
            },
            writers={
                TellPromise: delivering.promise_delivery,
                RemindAgent: delivering.reminder_delivery,
                SendDigest: daily.digest_delivery,
            },
            notes={
                noticing.CHANGED: delivering.changed,
                moving.MOVED: delivering.moved,
                reminding.LATE_LIST: delivering.late_list,
                leaving.ORPHANS: delivering.orphans,
                handing.OFFER: handing.offer_note,
                handing.OFFERS: handing.offers_note,
                handing.ASKED: handing.asked_note,
                handing.ANSWER: handing.answer_note,
                evidence.EVIDENCE: evidence.evidence_note,
                unanswered.UNANSWERED: unanswered.waiting_note,
            },
            home=asked.home,
        )


def _commands() -> dict[str, Command]:
    return {
        "promises": Command(
            asked.on_promises,
            "List your open promises, or count how they ended; a lead may name a colleague or the team.",
            usage="[@name|team|numbers]",
            examples=["", "@Frieda", "team", "numbers", "numbers team"],
            has_short_form=True,
        ),
        "promise": Command(
            asked.on_promise,
            "Put a promise on your list by hand, such as one made on the telephone.",
            usage="WORDS",
            examples=["I'll call Annelie back by Friday noon"],
        ),
        "target": Command(
            target.on_target,
            "Say within which working time customers are answered; leads set it for a channel or everywhere.",
            usage="[2h|90m|off] [everywhere]",
            examples=["", "2h", "off", "4h everywhere"],
        ),
    }
