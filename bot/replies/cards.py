"""Every card and form of the replies feature."""

from collections.abc import Sequence

from bot.buttons import Buttons, Forms
from bot.capabilities import Capabilities
from bot.cards import (
    Actions,
    Button,
    Card,
    ChecksInput,
    Form,
    Heading,
    Input,
    Part,
    Quote,
    Small,
    TextInput,
    Tone,
    Words,
    sentence,
)
from bot.replies.when import open_asks
from storage.replies import Draft
from storage.threads import Thread

_GROUPS = {"answered": "Answered", "needs_fact": "Needs a fact", "owed": "You promise to find out"}


def headline(draft: Draft) -> str:
    """ "Draft ready: 3 asks, 1 needs a fact"."""
    if draft.promise_id:
        return "Draft ready: an update on your promise"
    asks = len(draft.asks)
    missing = sum(1 for ask in draft.asks if ask["state"] == "needs_fact")
    words = "Draft ready" if not asks else f"Draft ready: {asks} ask{'s' if asks != 1 else ''}"
    return words + (f", {missing} need{'s' if missing == 1 else ''} a fact" if missing else "")


def draft_card(draft: Draft, thread: Thread, *, is_open_to_all: bool) -> Card:
    """The card beside a waiting customer. `is_open_to_all` while nobody has taken the thread."""
    parts: list[Part] = [Heading(headline(draft)), Quote(draft.text)]
    parts += _asks(draft)
    if draft.needs:
        parts.append(Words(draft.needs, strong="Before you send it:"))
    if draft.sources:
        parts.append(Small("From " + ", ".join(draft.sources)))
    parts.append(Actions(_draft_buttons(draft, is_open_to_all=is_open_to_all)))
    who = thread.customer_name or "the customer"
    return Card(summary=f"{headline(draft)}, for {who}", parts=parts)


def _asks(draft: Draft) -> list[Part]:
    """What was asked, one small line for each thing that becomes of it."""
    asked = {state: [ask["ask"] for ask in draft.asks if ask["state"] == state] for state in _GROUPS}
    return [Small(f"{_GROUPS[state]}: {' · '.join(asks)}") for state, asks in asked.items() if asks]


def closed_card(who: str, line: str, *, words_of: str = "") -> Card:
    """What stays of a draft's card when there is nothing left to do with it. `words_of` names a draft whose words were
    handed over to be copied: the message that held them may be gone, or never have come."""
    again = [Actions([Button(Buttons.OPEN_DRAFT, "Show my words", words_of)])] if words_of else []
    return Card(summary=line, parts=[Small(f"For {who} · {line}" if who else line), *again])


def _draft_buttons(draft: Draft, *, is_open_to_all: bool) -> list[Button]:
    buttons = [
        Button(Buttons.OPEN_DRAFT, "Open", draft.draft_id),
        Button(Buttons.USE_DRAFT, "Use", draft.draft_id, Tone.PRIMARY),
        Button(Buttons.DISMISS_DRAFT, "Not now", draft.draft_id),
        Button(Buttons.WHY_DRAFT, "Why", draft.draft_id),
    ]
    if is_open_to_all:
        buttons.append(Button(Buttons.TAKE_THREAD, "I'll take it", draft.draft_id))
    return buttons


def draft_form(draft: Draft, *, text: str = "", question: str = "") -> Form:
    """The draft to edit. With a `question`, submitting needs one extra yes."""
    parts: list[Part | Input] = []
    if draft.asks:
        options = [(_short(f"{ask['ask']}"), str(i)) for i, ask in enumerate(draft.asks)][:10]
        ticked = [str(i) for i in range(len(options)) if i not in open_asks(draft)]
        parts.append(ChecksInput("asks", "What your reply covers", options, initial=ticked))
    parts.append(TextInput("text", "Your reply", initial=text or draft.text, is_multiline=True))
    if draft.needs:
        parts.append(Words(draft.needs, strong="Missing:"))
    if draft.sources:
        parts.append(Small("Facts from " + ", ".join(draft.sources)))
    if question:
        parts.append(Words(question, strong="One moment:"))
        parts.append(ChecksInput("anyway", "Your decision", [("Yes, use it like this", "yes")]))
    return Form(Forms.DRAFT, "Your reply", parts, submit="Use", subject=draft.draft_id)


def why_form(draft: Draft) -> Form:
    """What each ask was answered from, and what may help the agent but must not be quoted."""
    parts: list[Part | Input] = []
    if draft.why:
        parts.append(Words(draft.why))
    for ask in draft.asks:
        source = ask.get("source") or "nothing in the playbook answers this"
        parts.append(Words(f"{_STATES[ask['state']]} ({source})", strong=ask["ask"]))
    if draft.guidance:
        parts.append(Words(", ".join(draft.guidance), strong="For your eyes only:"))
        parts.append(Small("Internal pages guide you; their words and figures never go to a customer."))
    if not parts:
        parts.append(Words("It answers the customer's newest message."))
    return Form(Forms.WHY, "Why this draft", parts, submit="", close="Close")


_STATES = {
    "answered": "answered",
    "owed": "you would promise to find out",
    "needs_fact": "needs a fact from you",
}


def confirm_card(draft: Draft, question: str) -> Card:
    return Card(
        summary=question,
        parts=[
            Words(question),
            Quote(draft.text),
            Actions(
                [
                    Button(Buttons.USE_DRAFT_ANYWAY, "Use it like this", draft.draft_id, Tone.PRIMARY),
                    Button(Buttons.OPEN_DRAFT, "Open", draft.draft_id),
                    Button(Buttons.DISMISS_DRAFT, "Not now", draft.draft_id),
                ]
            ),
        ],
    )


def copy_card(text: str, able: Capabilities, *, is_relay: bool) -> Card:
    """Ready to copy, where Kindline cannot post as the agent."""
    hint = f"Copy it into the thread. {able.name} lets no bot post as a person, so the last step is yours."
    if able.posts_as_person:
        hint = "Copy it into the thread. Once your account is linked (/kindline link), Use posts replies as you."
    if is_relay:
        hint = "Copy it into your help desk; this channel is not seen by the customer."
    return Card(
        summary="Your reply, ready to copy", parts=[Words("Your reply, ready to copy:"), Quote(text), Small(hint)]
    )


def sent_card(draft: Draft, who: str, at: str, until: str) -> Card:
    """`until` is the minute up to which it can be taken back, or "" when that is over."""
    parts: list[Part] = [Words(f"Sent to {who} as you, {at}."), Quote(draft.sent_text)]
    if until:
        parts.append(Actions([Button(Buttons.TAKE_BACK, "Take it back", draft.draft_id)]))
        parts.append(Small(f"You can take it back until {until}."))
    return Card(summary=f"Sent to {who} as you", parts=parts)


def stays_card(draft: Draft, who: str, reason: str) -> Card:
    """A reply that could not be taken back."""
    return Card(
        summary=f"{who} still sees your reply",
        parts=[
            Words(f"I could not take your reply back: {reason}. {who} still sees it."),
            Quote(draft.sent_text),
        ],
    )


def uncertain_card(draft: Draft, who: str) -> Card:
    """Nobody can tell whether the reply arrived; only a person may send it again."""
    return Card(
        summary=f"Please check the thread with {who}",
        parts=[
            Words(
                f"The connection broke while your reply to {who} was being sent, and I can't tell whether it arrived. "
                "Please look at the thread."
            ),
            Quote(draft.sent_text),
            Actions(
                [
                    Button(Buttons.REPLY_IS_THERE, "It is there", draft.draft_id),
                    Button(Buttons.REPLY_SEND_AGAIN, "It is not, send it", draft.draft_id, Tone.PRIMARY),
                ]
            ),
        ],
    )


def failed_card(draft: Draft, who: str, reason: str) -> Card:
    return Card(
        summary=f"Your reply to {who} was not sent",
        parts=[
            Words(f"Your reply to {who} was not sent: {reason}. Here it is, so nothing is lost."),
            Quote(draft.sent_text),
        ],
    )


def waiting_card(rows: Sequence[tuple[Thread, str]], *, where: str) -> Card:
    """Threads in which a customer waits: (thread, "since 10:32"), the longest wait first."""
    if not rows:
        return sentence(f"Nobody is waiting for an answer {where}.")
    parts: list[Part] = [Heading("Waiting for an answer")]
    for thread, since in rows:
        parts.append(Words(since, strong=thread.customer_name or "A customer"))
        target = f"{thread.channel_id}|{thread.thread_id}"
        parts.append(Actions([Button(Buttons.HELP_THREAD, "Help me reply", target)]))
    return Card(summary=f"{len(rows)} waiting", parts=parts)


def _short(text: str) -> str:
    return text if len(text) <= 75 else text[:74] + "…"
