"""What people see of the playbook: its pages, their versions, the stock replies, and the forms to write them."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.buttons import Buttons, Forms
from bot.calendar.words import MONTHS, in_few_words
from bot.cards import Actions, Button, Card, Form, Heading, Part, Quote, Small, TextInput, Tone, Words
from bot.replies.pages import BY_IMPORT, Page
from bot.replies.stock import StockReply
from storage.playbook import PageVersion

MOST_PAGES, MOST_STOCK, MOST_VERSIONS, MOST_PROBLEMS = 20, 20, 10, 5
LONGEST_PAGE = 3000
HOW = (
    "Begin with “# Title”. Lines between --- at the top may say owner: Nadine, live_to: 2026-12-31 or visibility: "
    "internal. A paragraph that begins with “> Internal:” never reaches a customer."
)
HOW_STOCK = "One line for each: id,title,topic,visibility,text. A reply with an id that is there already replaces it."
EXAMPLE = "id,title,topic,visibility,text"
NO_PAGES = "There are no pages yet, so every answer is owed. A lead can add the first one here."
NO_STOCK = "There are no stock replies yet."


def playbook_card(pages: Sequence[Page], on: date, *, is_lead: bool) -> Card:
    stale = sum(1 for page in pages if page.why_stale(on))
    title = f"Playbook: {len(pages)} page{'' if len(pages) == 1 else 's'}" + (f", {stale} to look at" if stale else "")
    parts: list[Part] = [Heading(title)]
    if is_lead:
        parts.append(
            Actions(
                [
                    Button(Buttons.ADD_PAGE, "Add a page", "", Tone.PRIMARY),
                    Button(Buttons.ADD_STOCK, "Add stock replies"),
                ]
            )
        )
    if not pages:
        parts.append(Words(NO_PAGES))
    for page in pages[:MOST_PAGES]:
        parts.append(Words(_about(page, on), strong=page.name))
        if is_lead:
            question = f"Remove “{_short(page.name, 100)}”? Drafts no longer use it. You can bring it back."
            parts.append(
                Actions(
                    [
                        Button(Buttons.EDIT_PAGE, "Edit", page.page_id),
                        Button(Buttons.REMOVE_PAGE, "Remove", page.page_id, confirm=question),
                    ]
                )
            )
    if len(pages) > MOST_PAGES:
        parts.append(Small(f"And {len(pages) - MOST_PAGES} more."))
    return Card(title, parts)


def _about(page: Page, on: date) -> str:
    count = len(page.sections)
    facts = [
        page.owner or "nobody looks after it",
        f"looked at on {_day(page.updated)}" if page.updated else "",
        f"until {_day(page.live_to)}" if page.live_to and page.live_to >= on else "",
        f"{count} section{'' if count == 1 else 's'}",
        "internal" if page.is_internal else "",
    ]
    stale = page.why_stale(on)
    return " · ".join(fact for fact in facts if fact) + (f". Please check: {stale}." if stale else "")


def saved_card(name: str, page_id: str, version: int, before: int, problems: Sequence[str]) -> Card:
    said = f"Saved: “{_short(name, 100)}”, version {version}. Drafts use it from now on."
    parts: list[Part] = [Words(said), *_problems(problems)]
    buttons = [
        Button(Buttons.EDIT_PAGE, "Edit", page_id),
        Button(Buttons.RESTORE_PAGE, "Undo", f"{page_id}|{before}|{version}"),
    ]
    return Card(said, [*parts, Actions(buttons)])


def removed_card(name: str, page_id: str, version: int) -> Card:
    said = f"Removed: “{_short(name, 100)}”. Drafts no longer use it."
    undo = Button(Buttons.RESTORE_PAGE, "Undo", f"{page_id}|{version - 1}|{version}")
    return Card(said, [Words(said), Actions([undo])])


def versions_card(name: str, versions: Sequence[tuple[PageVersion, str]], zone: str, now: datetime) -> Card:
    """The newest first; each older one can be brought back."""
    title = f"Versions of “{_short(name, 100)}”"
    parts: list[Part] = [Heading(title)]
    newest = versions[-1][0].version
    for one, who in list(reversed(versions))[:MOST_VERSIONS]:
        what = "removed" if not one.sections else "imported" if one.by == BY_IMPORT else "written"
        by = "" if one.by == BY_IMPORT else f" by {who or 'a colleague'}"
        parts.append(Words(f"{what}{by}, {in_few_words(one.at, zone, now)}", strong=f"Version {one.version}:"))
        if one.version != newest and one.sections:
            value = f"{one.page_id}|{one.version}|{newest}"
            parts.append(Actions([Button(Buttons.RESTORE_PAGE, "Bring it back", value)]))
    return Card(title, parts)


def stock_card(found: Sequence[StockReply], *, is_lead: bool) -> Card:
    title = f"Stock replies: {len(found)}"
    parts: list[Part] = [Heading(title)]
    if is_lead:
        parts.append(Actions([Button(Buttons.ADD_STOCK, "Add stock replies", tone=Tone.PRIMARY)]))
    if not found:
        parts.append(Words(NO_STOCK))
    for one in found[:MOST_STOCK]:
        marks = [one.reply_id, one.topic, "internal" if one.is_internal else "", one.language]
        parts.append(Words(" · ".join(mark for mark in marks if mark), strong=one.title))
        parts.append(Quote(_short(one.text, 300)))
    if len(found) > MOST_STOCK:
        parts.append(Small(f"And {len(found) - MOST_STOCK} more."))
    return Card(title, parts)


def stock_saved_card(count: int, problems: Sequence[str]) -> Card:
    said = f"Saved: {count} stock repl{'y' if count == 1 else 'ies'}."
    return Card(said, [Words(said), *_problems(problems)])


def page_form(text: str, subject: str) -> Form:
    field = TextInput("text", "The page", initial=text, is_multiline=True, hint=HOW, max_length=LONGEST_PAGE)
    return Form(Forms.PAGE, "A playbook page", [field], subject=subject)


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


def _problems(problems: Sequence[str]) -> list[Part]:
    more = len(problems) - MOST_PROBLEMS
    parts: list[Part] = [Small(problem) for problem in problems[:MOST_PROBLEMS]]
    return [*parts, *([Small(f"And {more} more.")] if more > 0 else [])]


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
