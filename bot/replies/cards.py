"""Every card and form of the replies feature."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from bot.buttons import Buttons, Forms
from bot.capabilities import Capabilities
from bot.cards import (
    Actions,
    Button,
    Card,
    ChecksInput,
    Divider,
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
from bot.events import FormSubmitted
from bot.replies.facts_form import LONGEST_BESIDE_TEXT, MOST_BESIDE_TEXT, fact_fields
from bot.replies.findings import MOST_BEFORE_SENDING, Remark, counted, mark, marks, news_first, remark_parts
from bot.replies.missing import as_question, is_choice
from bot.replies.when import open_asks
from storage.replies import Draft
from storage.threads import Thread

SEEN = "|"
"""Stands in the form's subject between the draft and the marks of what the form showed."""
MOST_SEEN = 60
"""Marks of what was seen, the newest of them; a form's subject has no room for more."""
FIELDS = "If you know more now: write it here, and I write the draft anew. Nothing is sent by that."
NOT_AN_AGENT = "Drafts are for agents. A lead can make you one with /kindline team."
USE_ANYWAY = "Use anyway"


def closed_card(who: str, line: str, *, words_of: str = "") -> Card:
    """What stays of a draft's card when there is nothing left to do with it. `words_of` names a draft whose words were
    handed over to be copied: the message that held them may be gone, or never have come."""
    again = [Actions([Button(Buttons.OPEN_DRAFT, "Show my words", words_of)])] if words_of else []
    return Card(summary=line, parts=[Small(f"For {who} · {line}" if who else line), *again])


@dataclass(frozen=True, slots=True)
class Filled:
    """What an agent left in the form: it comes back just so when the form is shown once more.

    `asked` marks the question that the form put, `given` what the draft had been told when it was shown, `words` how
    it read then, and `seen` what the standard already said, the newest last.
    """

    draft_id: str
    text: str = ""
    ticked: Sequence[str] | None = None
    has_ticked_yes: bool = False
    asked: str = ""
    given: str = ""
    words: str = ""
    seen: tuple[str, ...] = ()

    @classmethod
    def of(cls, event: FormSubmitted) -> Self:
        draft_id, asked, given, words, seen = (event.subject.split(SEEN) + [""] * 4)[:5]
        ticked = event.values.get("asks")
        return cls(
            draft_id,
            str(event.values.get("text") or "").strip(),
            [str(one) for one in ticked] if isinstance(ticked, list | tuple) else None,
            bool(event.values.get("anyway")),
            asked,
            given,
            words,
            tuple(filter(None, seen.split("."))),
        )

    def is_sure(self, question: str) -> bool:
        """They said yes to just this question, and to no other one that arose since."""
        return self.has_ticked_yes and self.asked == mark(question)


def draft_form(
    draft: Draft,
    filled: Filled | None = None,
    remarks: Sequence[Remark] | None = None,
    question: str = "",
    *,
    fresh: str = "",
) -> Form:
    """The draft to edit, with what the standard says to the words in it. With a `question`, submitting needs one extra
    yes; `fresh` is what the draft says now, where the agent's own words stand in the field."""
    filled = filled or Filled(draft.draft_id)
    remarks = [Remark.stored(one) for one in draft.findings] if remarks is None else remarks
    remarks = news_first(remarks, filled.seen)
    text = filled.text or draft.text
    parts: list[Part | Input] = []
    if remarks:
        parts.append(
            Words(f"{counted(remarks)}. Change your words, or press “{USE_ANYWAY}”.", strong="Before you send:")
        )
        parts += [*remark_parts(remarks, MOST_BEFORE_SENDING), Divider()]
    if draft.asks:
        options = [(_short(f"{ask['ask']}"), str(i)) for i, ask in enumerate(draft.asks)][:10]
        ticked = [str(i) for i in range(len(options)) if i not in open_asks(draft)]
        initial = ticked if filled.ticked is None else filled.ticked
        parts.append(ChecksInput("asks", "What your reply covers", options, initial=initial))
    parts.append(TextInput("text", "Your reply", initial=text, is_multiline=True))
    if fresh:
        parts += [Words("With what you told me, I would write:"), Quote(fresh)]
    fields = fact_fields(draft, MOST_BESIDE_TEXT, LONGEST_BESIDE_TEXT)
    if fields:
        parts += [Words(FIELDS), *fields]
    elif draft.needs:
        parts.append(Words(draft.needs, strong="Missing:"))
    if draft.sources:
        parts.append(Small("Facts from " + ", ".join(draft.sources)))
    if question:
        parts.append(Words(question, strong="One moment:"))
        yes = ["yes"] if filled.is_sure(question) else []
        parts.append(ChecksInput("anyway", "Your decision", [("Yes, use it like this", "yes")], initial=yes))
    news = marks(text, remarks) if remarks else []
    seen = [*(one for one in filled.seen if one not in news), *dict.fromkeys(news)][-MOST_SEEN:]
    about = [mark(question) if question else "", given_mark(draft), mark(draft.text.strip()), ".".join(seen)]
    subject = SEEN.join([draft.draft_id, *about])
    return Form(Forms.DRAFT, "Your reply", parts, submit=USE_ANYWAY if remarks else "Use", subject=subject)


def given_mark(draft: Draft) -> str:
    """Another one as soon as an agent told it something else, or chose another near answer."""
    told = ("\x1f".join(str(one.get(name, "")) for name in ("ask", "answer", "near")) for one in draft.given)
    return mark("\x1e".join(told))


def why_form(draft: Draft) -> Form:
    return Form(Forms.WHY, "Why this draft", why_parts(draft), submit="", close="Close")


def why_parts(draft: Draft) -> list[Part]:
    """What each ask was answered from, and what may help the agent but must not be quoted."""
    parts: list[Part] = []
    if draft.why:
        parts.append(Words(draft.why))
    for ask in draft.asks:
        parts.append(Words(f"{_STATES[ask['state']]} ({_source(draft, ask)})", strong=as_question(str(ask["ask"]))))
    if draft.guidance:
        parts.append(Words(", ".join(draft.guidance), strong="For your eyes only:"))
        parts.append(Small("Internal pages guide you; their words and figures never go to a customer."))
    return parts or [Words("It answers the customer's newest message.")]


def _source(draft: Draft, ask: Mapping[str, Any]) -> str:
    given = next((one for one in draft.given if one["ask"] == ask["ask"]), None)
    if given is not None:
        return f"{given['source']}, chosen by {given['name']}" if is_choice(given) else "you told me"
    unsure = "the playbook does not answer this for sure" if ask.get("near") else "nothing in the playbook answers this"
    return ask.get("source") or unsure


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


def copy_card(draft: Draft, able: Capabilities, *, is_relay: bool) -> Card:
    """Ready to copy, where Kindline cannot post as the agent."""
    hint = f"Copy it into the thread. {able.name} lets no bot post as a person, so the last step is yours."
    if able.posts_as_person:
        hint = "Copy it into the thread. Once your account is linked (/kindline link), Use posts replies as you."
    if is_relay:
        hint = "Copy it into your help desk; this channel is not seen by the customer."
    return Card(
        summary="Your reply, ready to copy",
        parts=[
            Words("Your reply, ready to copy:"),
            Quote(draft.sent_text),
            Small(hint),
            *([] if draft.promise_id else [Actions([_save(draft)])]),
        ],
    )


def sent_card(draft: Draft, who: str, at: str, until: str) -> Card:
    """`until` is the minute up to which it can be taken back, or "" when that is over."""
    parts: list[Part] = [Words(f"Sent to {who} as you, {at}."), Quote(draft.sent_text)]
    buttons = [Button(Buttons.TAKE_BACK, "Take it back", draft.draft_id)] if until else []
    buttons += [] if draft.promise_id else [_save(draft)]
    parts += [Actions(buttons)] if buttons else []
    parts += [Small(f"You can take it back until {until}.")] if until else []
    return Card(summary=f"Sent to {who} as you", parts=parts)


def _save(draft: Draft) -> Button:
    return Button(Buttons.SAVE_EXAMPLE, "Save as example", draft.draft_id)


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
