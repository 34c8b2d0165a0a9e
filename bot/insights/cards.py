"""How insights look: marketing's card, the contributor's notes, the forms, and short answers."""

from collections.abc import Sequence

from bot.buttons import Buttons, Forms
from bot.cards import (
    Actions,
    Button,
    Card,
    Form,
    Heading,
    Input,
    Part,
    Quote,
    SelectInput,
    Small,
    TextInput,
    Tone,
    Words,
)
from bot.insights.life import ANSWERS, NEW, WITHDRAWN
from bot.insights.parse import HEARD, LONGEST_CUSTOMER, LONGEST_TEXT, LONGEST_THEME, shortened
from bot.insights.view import MaskedInsight
from storage.insights import Insight, InsightAnswer

LONGEST_ANSWER = 1000
SUBJECT_SIGN = "|"
KEPT_TEXT = 9000
QUOTE_LENGTH = 2800
_BUTTONS = (
    ("acting", Button(Buttons.ACT_ON_INSIGHT, "Acting", tone=Tone.PRIMARY)),
    ("known", Button(Buttons.INSIGHT_KNOWN, "Known")),
    ("not_now", Button(Buttons.INSIGHT_NOT_NOW, "Not now")),
)
_QUESTIONS = {
    "not_now": ("Not now", "Why not now?", "Whoever heard it reads this, so a reason they can pass on helps."),
    "asked": ("Ask the agent", "What would you like to know?", "Your question goes to whoever logged this insight."),
    "words": ("A few words", "What would you like to add?", "It goes to whoever logged this insight."),
}


def kept_text_card(problem: str, text: str) -> Card:
    """Say what to mend, and hand the person their own words back."""
    kept = text[:KEPT_TEXT]
    parts: list[Part] = [Words(problem)]
    if kept:
        parts.append(Small("Your words, so that nothing is lost:"))
        parts += [Quote(kept[start : start + QUOTE_LENGTH]) for start in range(0, len(kept), QUOTE_LENGTH)]
    if len(text) > KEPT_TEXT:
        parts.append(Small(f"Only the first {KEPT_TEXT:,} characters fit here."))
    return Card(problem, parts)


def marketing_card(seen: MaskedInsight) -> Card:
    """The one card of this insight; it is replaced in place whenever something changes."""
    title = f"Insight #{seen.number}" + (f": {seen.heard}" if seen.heard else "")
    if seen.state == WITHDRAWN:
        return Card(f"{title} was withdrawn", [Words(f"{title} was withdrawn by {seen.author}. It needs no answer.")])
    parts: list[Part] = [Heading(title), Words(seen.claim)]
    if seen.quote:
        parts.append(Quote(seen.quote))
    where = ["from a customer"] if seen.has_customer else []
    theme = [f"#{seen.theme}"] if seen.theme else []
    parts.append(Small(" · ".join([*theme, *where, f"logged by {seen.author}"])))
    parts += [Words(one.words, strong=one.lead_in) for one in seen.exchanges]
    if seen.state == NEW and seen.owner:
        parts.append(Small(f"{seen.owner}, this one is yours to answer."))
    parts.append(answer_buttons(seen.insight_id, seen.state))
    return Card(f"{title}: {shortened(seen.claim, 120)}", parts)


def answer_buttons(insight_id: str, state: str) -> Actions:
    buttons = [
        Button(button.id, button.label, insight_id, button.tone if state == NEW else Tone.PLAIN)
        for kind, button in _BUTTONS
        if kind != state
    ]
    if state in ANSWERS:
        buttons.append(Button(Buttons.ADD_WORDS, "Add a few words", insight_id))
    return Actions([*buttons, Button(Buttons.ASK_AGENT, "Ask the agent", insight_id)])


def confirmation_card(found: Insight, whither: str) -> Card:
    line = f"Thank you. This is insight #{found.number}. {whither}"
    about = " · ".join(part for part in (f"#{found.theme}" if found.theme else "", found.heard) if part)
    parts: list[Part] = [Words(line), Quote(shortened(found.text, 300))]
    if about:
        parts.append(Small(about))
    return Card(line, [*parts, Actions([undo_button(found)])])


def undo_button(found: Insight) -> Button:
    return Button(Buttons.UNDO_INSIGHT, "Undo", found.insight_id)


def answer_note(found: Insight, answer: InsightAnswer, by: str) -> Card:
    """What comes back to whoever logged it, in marketing's own words."""
    line = {
        "acting": f"{by} is acting on your insight #{found.number}.",
        "known": f"{by} already knows about what you heard (insight #{found.number}). Thank you for making sure.",
        "not_now": f"{by} answered your insight #{found.number}: not now.",
        "words": f"{by} added a few words about your insight #{found.number}.",
    }[answer.kind]
    parts: list[Part] = [Words(line), Small(f"You wrote: {shortened(found.text, 200)}")]
    if answer.words:
        parts.append(Quote(answer.words))
    return Card(line, parts)


def question_card(found: Insight, question: InsightAnswer, by: str, reply: InsightAnswer | None) -> Card:
    line = f"{by} has a question about your insight #{found.number}."
    parts: list[Part] = [Words(line), Small(f"You wrote: {shortened(found.text, 200)}"), Quote(question.words)]
    if reply is None:
        parts.append(Actions([reply_button(question)]))
    else:
        parts.append(Words(reply.words, strong="You answered:"))
    return Card(line, parts)


def reply_button(question: InsightAnswer) -> Button:
    value = SUBJECT_SIGN.join((question.insight_id, question.answer_id))
    return Button(Buttons.REPLY_TO_ASK, "Reply", value, Tone.PRIMARY)


def insight_form(*, text: str = "", quote: str = "", customer: str = "", subject: str = "") -> Form:
    return Form(
        id=Forms.INSIGHT,
        title="Log an insight",
        parts=[
            TextInput(
                "text",
                "What did you hear?",
                shortened(text, LONGEST_TEXT),
                is_multiline=True,
                is_optional=True,
                hint="In your words; it may stay empty where the customer's own words say it all.",
                max_length=LONGEST_TEXT,
            ),
            TextInput(
                "quote",
                "The customer's own words",
                shortened(quote, LONGEST_TEXT),
                is_multiline=True,
                is_optional=True,
                hint="Names, addresses and numbers are masked before marketing sees them.",
                max_length=LONGEST_TEXT,
            ),
            SelectInput("heard", "What kind is it?", [(kind.capitalize(), kind) for kind in HEARD], is_optional=True),
            TextInput("theme", "Theme", is_optional=True, placeholder="delivery", max_length=LONGEST_THEME),
            TextInput(
                "customer",
                "Customer",
                shortened(customer, LONGEST_CUSTOMER),
                is_optional=True,
                hint="Stays with your team; marketing never sees the name.",
                max_length=LONGEST_CUSTOMER,
            ),
        ],
        submit="Log it",
        subject=subject,
    )


def answer_form(number: int, kind: str, subject: str) -> Form:
    title, label, hint = _QUESTIONS[kind]
    words = TextInput("words", label, is_multiline=True, hint=hint, max_length=LONGEST_ANSWER)
    return Form(Forms.INSIGHT_ANSWER, title, [Small(f"Insight #{number}"), words], submit="Send", subject=subject)


def reply_form(found: Insight, question: InsightAnswer, by: str, subject: str) -> Form:
    hint = "Names, addresses and numbers are masked before marketing sees them."
    parts: list[Part | Input] = [
        Words(question.words, strong=f"{by} asked:"),
        TextInput("words", "Your answer", is_multiline=True, hint=hint, max_length=LONGEST_ANSWER),
    ]
    return Form(Forms.ASK_REPLY, f"About insight #{found.number}"[:24], parts, submit="Send", subject=subject)


def rules_card(lines: Sequence[tuple[str, str, str]], elsewhere: Sequence[str], *, can_edit: bool) -> Card:
    """Rows of (what, whither, route id), then what goes to another workspace of the company."""
    parts: list[Part] = []
    for what, whither, route_id in lines:
        parts.append(Words(whither, strong=f"{what}:"))
        if can_edit:
            parts.append(Actions([Button(Buttons.REMOVE_ROUTE, "Remove", route_id)]))
    parts += [Words(line) for line in elsewhere]
    if not parts:
        parts.append(Words("There is no route yet, so each insight goes to the leads."))
    if can_edit:
        parts.append(
            Small("Set one: /kindline route #theme @owner #channel. Without a theme it takes everything else.")
        )
    return Card("Where insights go", parts)
