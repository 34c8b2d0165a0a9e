"""What people see of the playbook: its pages, their versions, and the form to write one."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.buttons import Buttons, Forms
from bot.calendar.words import MONTHS, in_few_words
from bot.cards import Actions, Button, Card, Form, Heading, Part, Small, TextInput, Tone, Words
from bot.replies.pages import BY_IMPORT, Page
from storage.playbook import PageVersion

MOST_PAGES, MOST_VERSIONS, MOST_PROBLEMS = 20, 10, 5
LONGEST_PAGE = 3000
FOR_LEADS = "Only a lead or an admin can change the playbook. /kindline team shows who that is."
HOW = (
    "Begin with “# Title”. Lines between --- at the top may say owner: Nadine, live_to: 2026-12-31 or visibility: "
    "internal. A paragraph that begins with “> Internal:” never reaches a customer."
)
NO_PAGES = "There are no pages yet, so every answer is owed. A lead can add the first one here."


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
            question = f"Remove “{short(page.name, 100)}”? Drafts no longer use it. You can bring it back."
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
    said = f"Saved: “{short(name, 100)}”, version {version}. Drafts use it from now on."
    parts: list[Part] = [Words(said), *problem_parts(problems)]
    buttons = [
        Button(Buttons.EDIT_PAGE, "Edit", page_id),
        Button(Buttons.RESTORE_PAGE, "Undo", f"{page_id}|{before}|{version}"),
    ]
    return Card(said, [*parts, Actions(buttons)])


def removed_card(name: str, page_id: str, version: int) -> Card:
    said = f"Removed: “{short(name, 100)}”. Drafts no longer use it."
    undo = Button(Buttons.RESTORE_PAGE, "Undo", f"{page_id}|{version - 1}|{version}")
    return Card(said, [Words(said), Actions([undo])])


def versions_card(name: str, versions: Sequence[tuple[PageVersion, str]], zone: str, now: datetime) -> Card:
    """The newest first; each older one can be brought back."""
    title = f"Versions of “{short(name, 100)}”"
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


def page_form(text: str, subject: str) -> Form:
    field = TextInput("text", "The page", initial=text, is_multiline=True, hint=HOW, max_length=LONGEST_PAGE)
    return Form(Forms.PAGE, "A playbook page", [field], subject=subject)


def problem_parts(problems: Sequence[str]) -> list[Part]:
    more = len(problems) - MOST_PROBLEMS
    parts: list[Part] = [Small(problem) for problem in problems[:MOST_PROBLEMS]]
    return [*parts, *([Small(f"And {more} more.")] if more > 0 else [])]


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
