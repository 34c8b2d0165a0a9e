"""Once a week, tells whoever looks after a page what customers asked again and again, so that a person mends the
cause."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.actions import Outcomes, SetTimer, TellPerson
from bot.buttons import Timers
from bot.calendar.local import local_instant, zone_named
from bot.cards import Card, Heading, Part, Small, Words
from bot.events import TimePassed
from bot.replies.repeats import Repeat, repeats
from bot.replies.sources.playbook import ARROW
from bot.workspace_settings import settings_of
from storage import people, playbook, replies, workspaces
from storage.database import Transaction
from storage.people import Person

RECURRING = "reply.recurring"
"""The topic of the weekly note."""
TITLE = "Asked again and again last week"
HINT = "A clearer page, or a mended cause, would spare these customers the question."


async def at_weeks_end(tx: Transaction, workspace_id: str) -> SetTimer:
    """One timer a workspace and ISO week, due on the Monday after it; asking for it once more changes nothing."""
    settings = settings_of(await workspaces.workspace(tx, workspace_id))
    today = tx.now.astimezone(zone_named(settings.zone)).date()
    monday = today - timedelta(days=today.weekday())
    begins, ends = (local_instant(day, settings.day_starts, settings.zone) for day in (monday, monday + timedelta(7)))
    year, week, _ = today.isocalendar()
    if tx.now < begins:  # Before the first morning, the week before is still being counted.
        begins, ends = begins - timedelta(7), begins
        year, week, _ = (monday - timedelta(1)).isocalendar()
    span = {"since": begins.isoformat(), "until": ends.isoformat(), "week": f"{year}-W{week:02d}"}
    return SetTimer(Timers.QUESTIONS, f"questions:{span['week']}", ends, span)


async def on_week(event: TimePassed, tx: Transaction) -> Outcomes:
    span = {name: str(event.payload[name]) for name in ("since", "until", "week")}
    told = await _told(tx, event.workspace_id, span)
    return [
        TellPerson(key=f"recurring:{span['week']}:{person_id}", person_id=person_id, topic=RECURRING, about=span)
        for person_id in told
    ]


async def recurring_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    found = (await _told(tx, workspace_id, about)).get(person_id)
    return recurring_card(found) if found else None


def recurring_card(found: Sequence[Repeat]) -> Card:
    parts: list[Part] = [Heading(TITLE)]
    for one in found:
        answers = f"“{one.source}” should answer it." if one.source else "No page answers it."
        parts.append(Words(f"{one.question} {answers}", strong=f"Asked {one.count} times:"))
    return Card(f"{TITLE}: {found[0].question}", [*parts, Small(HINT)])


async def _told(tx: Transaction, workspace_id: str, span: Mapping[str, str]) -> dict[str, list[Repeat]]:
    """By person: what their pages should answer; what no page answers, or a page without an owner, goes to leads."""
    since, until = (datetime.fromisoformat(span[name]) for name in ("since", "until"))
    found = repeats(await replies.drafts_between(tx, workspace_id, since, until))
    owners = await _owners(tx, workspace_id)
    leads = [lead.person_id for lead in await people.leads_or_admins(tx, workspace_id)] if found else []
    told: dict[str, list[Repeat]] = {}
    for one in found:
        owner = owners.get(one.source.split(ARROW)[0].removesuffix(" (internal)"), "")
        for person_id in [owner] if owner else leads:
            told.setdefault(person_id, []).append(one)
    return told


async def _owners(tx: Transaction, workspace_id: str) -> dict[str, str]:
    """Who looks after each page, where its owner is one colleague by email or name."""
    colleagues = [one for one in await people.colleagues(tx, workspace_id) if not one.is_deactivated]
    owners: dict[str, str] = {}
    for row in await playbook.sections(tx, workspace_id):
        named = str(row.fields.get("owner") or "").strip().casefold()
        meant = [one for one in colleagues if named and named in _names(one)]
        if len(meant) == 1:
            owners[str(row.fields["page"])] = meant[0].person_id
    return owners


def _names(person: Person) -> set[str]:
    return {person.name.casefold(), person.first_name.casefold(), person.email.casefold()} - {""}
