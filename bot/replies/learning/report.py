"""`/kindline learning`: what a team's drafts taught, in plain words for its leads, who can start over and go back."""

from collections import Counter
from collections.abc import Sequence

from bot.actions import Outcomes, Replace, Say
from bot.buttons import Buttons
from bot.calendar.words import in_few_words
from bot.cards import Actions, Button, Card, Heading, Part, Small, Words, sentence
from bot.events import ButtonPressed, CommandGiven
from bot.replies.learning import lessons as learned
from bot.replies.learning.priors import DISMISSED, EDITED, SHORTER, USED, Priors, priors
from storage import learning, people, workspaces
from storage.database import Transaction
from storage.learning import Lesson
from storage.people import Viewer

TITLE = "What I learned from your team's drafts"
FOR_LEADS = "Only a lead or an admin can see this. /kindline team shows who that is."
NOTHING_AFTER_IT = "Type /kindline learning alone: it shows what I learned, and lets you start over."
NOTHING_YET = "Nothing yet. I learn from drafts that are used, edited or put away."
HOW = "This only decides between answers that fit about equally well. Nothing of it comes from customers' words."
START_OVER = "Start over? What I learned until now counts no more. You can bring it back."
STARTED, BACK = "I start over: what I learned until now counts no more.", "What I had learned counts again."
NOTHING_TO_BRING = "There is nothing to bring back."
WORTH_TELLING, MOST = 0.04, 5


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    if event.text.strip():
        return [Say(sentence(NOTHING_AFTER_IT))]
    return [Say(await report_card(tx, viewer))]


async def on_reset(event: ButtonPressed, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    await workspaces.locked_workspace(tx, event.workspace_id)
    if await learning.lessons(tx, event.workspace_id, limit=1):  # A second press starts nothing over again.
        await learned.reset(tx, event.workspace_id, event.person_id)
        workspaces.audit(tx, event.workspace_id, event.person_id, "learning started over")
    return [Replace(await report_card(tx, viewer, STARTED))]


async def on_undo(event: ButtonPressed, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    await workspaces.locked_workspace(tx, event.workspace_id)
    is_back = await learned.undo_reset(tx, event.workspace_id, event.person_id)
    if is_back:
        workspaces.audit(tx, event.workspace_id, event.person_id, "learning brought back")
    return [Replace(await report_card(tx, viewer, BACK if is_back else NOTHING_TO_BRING))]


async def report_card(tx: Transaction, viewer: Viewer, line: str = "") -> Card:
    rows = await learning.lessons(tx, viewer.workspace_id)
    parts: list[Part] = [Words(line)] if line else []
    parts += [Heading(TITLE), *(Words(told) for told in in_words(rows, priors(rows)))]
    live = [row for row in await learning.examples(tx, viewer.workspace_id) if not row.is_removed]
    if live:
        count = "1 saved example" if len(live) == 1 else f"{len(live)} saved examples"
        parts.append(Words(f"Drafts may also tell from {count}: /kindline examples"))
    buttons = [Button(Buttons.RESET_LEARNING, "Start over", confirm=START_OVER)] if rows else []
    if last := await learning.last_reset(tx, viewer.workspace_id):
        who, me = [await people.person(tx, viewer.workspace_id, one) for one in (last.by, viewer.person_id)]
        when = in_few_words(last.at, me.own_zone if me else "UTC", tx.now)
        parts.append(Small(f"{who.name if who else 'A colleague'} started over {when}."))
        buttons.append(Button(Buttons.UNDO_RESET, "Bring it back"))
    parts.append(Small(HOW))
    return Card(line or TITLE, [*parts, *([Actions(buttons)] if buttons else [])])


def in_words(rows: Sequence[Lesson], found: Priors) -> list[str]:
    """One sentence each: what became of the drafts, and what that changes."""
    if not rows:
        return [NOTHING_YET]
    kinds = Counter(row.kind for row in rows)
    told = [
        f"{_counted(len(rows), 'draft')}: {kinds[USED]} sent unchanged, {kinds[EDITED]} edited, "
        f"{kinds[DISMISSED]} put away{_reasons(rows)}."
    ]
    ordered = sorted(found.sources.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    liked = [source for source, push in ordered if push >= WORTH_TELLING][:MOST]
    changed = [source for source, push in ordered if push <= -WORTH_TELLING][:MOST]
    if liked:
        told.append(f"Mostly sent as it stands, so it comes first where two answers fit: {_quoted(liked)}.")
    if changed:
        told.append(f"Often changed, so others come first, and the page may need a look: {_quoted(changed)}.")
    if found.of_variant(SHORTER) >= WORTH_TELLING:
        told.append("Your team shortens drafts, so shorter ones are preferred.")
    return told


def _reasons(rows: Sequence[Lesson]) -> str:
    given = Counter(row.reason for row in rows if row.kind == DISMISSED and row.reason in learned.REASONS)
    said = ", ".join(f"{learned.REASONS[reason].lower()}: {count}" for reason, count in given.most_common())
    return f" ({said})" if said else ""


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
