"""What people see of stock replies: the list, the form to add some, and the form to change one."""

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
from bot.replies.playbook_cards import LONGEST_PAGE, problem_parts, short
from bot.replies.sources.stock import StockReply

MOST_STOCK = 15
HOW_STOCK = "One line for each: id,title,topic,visibility,text. A reply with an id that is there already replaces it."
EXAMPLE = "id,title,topic,visibility,text"
NO_STOCK = "There are no stock replies yet."
NO_MATCH = "No stock reply holds these words."
LONGEST_TITLE = 100


def stock_card(known: Sequence[StockReply], words: str, *, is_lead: bool) -> Card:
    """All of them, or those that hold the words."""
    found = [one for one in known if _holds(one, words)]
    title = f"Stock replies: {len(found)}" + (f" of {len(known)}" if words else "")
    parts: list[Part] = [Heading(title)]
    if is_lead:
        parts.append(Actions([Button(Buttons.ADD_STOCK, "Add stock replies", tone=Tone.PRIMARY)]))
    if not found:
        parts.append(Words(NO_MATCH if known else NO_STOCK))
    for one in found[:MOST_STOCK]:
        marks = [one.reply_id, one.topic, "internal" if one.is_internal else "", one.language]
        parts.append(Words(" · ".join(mark for mark in marks if mark), strong=one.title))
        parts.append(Quote(short(one.text, 300)))
        parts += [_buttons(one)] if is_lead else []
    if len(found) > MOST_STOCK:
        more = len(found) - MOST_STOCK
        parts.append(Small(f"And {more} more. Words after the command find them: /kindline playbook stock refund"))
    return Card(title, parts)


def _buttons(one: StockReply) -> Actions:
    value = f"{one.version}|{one.reply_id}"
    question = f"Remove “{short(one.title, LONGEST_TITLE)}”? Drafts no longer use it. To undo that, add it once more."
    return Actions(
        [
            Button(Buttons.EDIT_STOCK, "Change", value),
            Button(Buttons.REMOVE_STOCK, "Remove", value, confirm=question),
        ]
    )


def _holds(one: StockReply, words: str) -> bool:
    text = f"{one.reply_id} {one.title} {one.topic} {one.text}".casefold()
    return all(word in text for word in words.casefold().split())


def stock_saved_card(count: int, problems: Sequence[str]) -> Card:
    said = f"Saved: {count} stock repl{'y' if count == 1 else 'ies'}."
    return Card(said, [Words(said), *problem_parts(problems)])


def changed_card(one: StockReply, problems: Sequence[str]) -> Card:
    said = f"Saved: “{short(one.title, LONGEST_TITLE)}”. Drafts use it from now on."
    return Card(said, [Words(said), *problem_parts(problems)])


def stock_form() -> Form:
    field = TextInput(
        "text",
        "Stock replies, as CSV",
        initial=EXAMPLE + "\n",
        is_multiline=True,
        hint=HOW_STOCK,
        max_length=LONGEST_PAGE,
    )
    return Form(Forms.STOCK, "Stock replies", [field])


def change_form(one: StockReply) -> Form:
    visibility = "internal" if one.is_internal else "public"
    shown_to = [("Customers may read it", "public"), ("Internal: never to a customer", "internal")]
    parts: list[Part | Input] = [
        TextInput("title", "Title", initial=short(one.title, LONGEST_TITLE), is_optional=True, max_length=100),
        TextInput("topic", "Topic", initial=short(one.topic, LONGEST_TITLE), is_optional=True, max_length=100),
        TextInput("text", "The reply", initial=one.text, is_multiline=True, max_length=LONGEST_PAGE),
        SelectInput("visibility", "Who may read it", shown_to, visibility),
    ]
    return Form(Forms.STOCK_REPLY, "A stock reply", parts, subject=f"{one.version}|{one.reply_id}")
