"""The team's part of the home page: who you are here, your day, and for leads the channels and people."""

from bot.buttons import Buttons
from bot.cards import Actions, Button, Heading, Part, Small, Tone, Words
from bot.team import cards
from bot.team.accounts import is_linked, never_words
from bot.team.problems import problem_parts
from bot.team.roster import can_set_up, with_roles
from bot.workspace_settings import OwnDay, own_day, settings_of
from storage import work, workspaces
from storage.database import Transaction
from storage.people import Person, Viewer

MOST_PEOPLE = 15
MOST_PROBLEMS = 3


async def home_parts(viewer: Viewer, person: Person, tx: Transaction) -> list[Part]:
    home = await workspaces.workspace(tx, viewer.workspace_id)
    parts: list[Part] = [Heading(f"Hello {person.first_name}")]
    if await can_set_up(tx, viewer, person):
        parts += _set_up()
    parts.append(Words(_about(viewer, own_day(person, home))))
    parts.append(Actions(await _buttons(tx, viewer)))
    if settings_of(home).is_paused:
        parts.append(Small("Drafts are paused everywhere."))
    if viewer.is_lead:
        parts += await _channels(tx, viewer.workspace_id)
        parts += await _people(tx, viewer.workspace_id)
    if viewer.is_admin:
        parts += await _problems(tx, viewer, person)
    return parts


def _set_up() -> list[Part]:
    button = Button(Buttons.SET_UP, "Set up Kindline", tone=Tone.PRIMARY)
    return [Words("Nobody looks after Kindline here yet. If that should be you:"), Actions([button])]


def _about(viewer: Viewer, day: OwnDay) -> str:
    roles = cards.said_roles(list(viewer.roles)).capitalize()
    starts_at = f"{day.starts_at.hour}:{day.starts_at.minute:02d}"
    return f"{roles} · {day.zone} · your day starts at {starts_at}, {_days(sorted(day.workdays))}"


def _days(days: list[int]) -> str:
    """ "Monday to Friday" for days in a row, otherwise each by name."""
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{cards.DAYS[days[0]]} to {cards.DAYS[days[-1]]}"
    return ", ".join(cards.DAYS[number] for number in days)


async def _buttons(tx: Transaction, viewer: Viewer) -> list[Button]:
    settings = Button(Buttons.EDIT_SETTINGS, "My settings")
    if await is_linked(tx, viewer.workspace_id, viewer.person_id):
        question = "Unlink your account? Use will then give you the text to copy."
        return [settings, Button(Buttons.UNLINK_ACCOUNT, "Unlink my account", confirm=question)]
    if "agent" in viewer.roles and not await never_words(tx, viewer.workspace_id):
        return [settings, Button(Buttons.LINK_ACCOUNT, "Link my account", tone=Tone.PRIMARY)]
    return [settings]


async def _channels(tx: Transaction, workspace_id: str) -> list[Part]:
    enrolled = [channel for channel in await workspaces.channels(tx, workspace_id) if channel.is_enrolled]
    lines: list[Part] = [Words(cards.channel_line(channel)) for channel in enrolled]
    if not lines:
        lines = [Words("None yet. Type /kindline here in a channel where you answer customers.")]
    return [Heading("Where Kindline listens"), *lines]


async def _people(tx: Transaction, workspace_id: str) -> list[Part]:
    rows = await with_roles(tx, workspace_id)
    parts: list[Part] = [Heading("People and roles")]
    for person, roles in rows[:MOST_PEOPLE]:
        parts += cards.person_row(person, roles)
    more = len(rows) - MOST_PEOPLE
    lead_in = f"{more} more are listed by /kindline team. " if more > 0 else ""
    return [*parts, Small(f"{lead_in}To add somebody: /kindline team @person agent")]


async def _problems(tx: Transaction, viewer: Viewer, person: Person) -> list[Part]:
    rows = await work.dead_letters(tx, viewer.workspace_id, MOST_PROBLEMS)
    if not rows:
        return []
    return [
        Heading("What could not be delivered"),
        *problem_parts(rows, person.own_zone),
        Small("All of them: /kindline problems"),
    ]
