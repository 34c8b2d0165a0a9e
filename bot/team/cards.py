"""How the team feature speaks: its short answers, lists of people and channels, and forms."""

from collections.abc import Sequence

from bot.buttons import Buttons, Forms
from bot.capabilities import Capabilities
from bot.cards import Actions, Button, Card, ChecksInput, Form, LinkButton, Part, SelectInput, Small, TextInput, Words
from bot.mentions import channel_words
from bot.workspace_settings import OwnDay
from storage.people import ROLES, Person
from storage.workspaces import Channel

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HALF_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30))
ENROLLED = {
    "shared": "Kindline listens here as a shared channel. Customers read along, so drafts are shown to agents only.",
    "relay": "Kindline listens here as a relay channel. Threads start with a customer's words; drafts appear in them.",
}


def belonging(able: Capabilities) -> str:
    return f"I hear only channels that I belong to. If I am not in this one yet, {able.adding}"


def said_roles(roles: Sequence[str]) -> str:
    """The roles in their usual order: "agent, lead"."""
    return ", ".join(role for role in ROLES if role in roles) or "no role yet"


def roster_card(rows: Sequence[tuple[Person, Sequence[str]]], *, can_edit: bool) -> Card:
    parts: list[Part] = [Words(_roster_line(person, roles), strong=f"{person.name}:") for person, roles in rows]
    if not parts:
        parts.append(Words("Nobody has a role yet."))
    if can_edit:
        parts.append(
            Small("Change roles: /kindline team @person agent lead. Take all away: /kindline team @person none.")
        )
    return Card("Your team", parts)


def _roster_line(person: Person, roles: Sequence[str]) -> str:
    return said_roles(roles) + (" (account deactivated)" if person.is_deactivated else "")


def person_row(person: Person, roles: Sequence[str]) -> list[Part]:
    """A line of the home page's list of people, with its Edit button."""
    button = Button(Buttons.EDIT_PERSON, "Edit", person.person_id)
    return [Words(f"{_roster_line(person, roles)} · {person.own_zone}", strong=f"{person.name}:"), Actions([button])]


def channel_line(channel: Channel) -> str:
    state = " · drafts paused" if channel.is_paused else ""
    closed = " · closed, or I was removed" if channel.is_closed else ""
    return f"{channel_words(channel, channel.channel_id)}: {channel.kind}{state}{closed}"


def my_settings_form(day: OwnDay, back_on: str = "") -> Form:
    return Form(
        id=Forms.MY_SETTINGS,
        title="Your day",
        parts=[
            zone_input(day.zone),
            SelectInput(
                "day_starts",
                "When does your day start?",
                [(each, each) for each in sorted({*HALF_HOURS, f"{day.starts_at:%H:%M}"})],
                f"{day.starts_at:%H:%M}",
            ),
            ChecksInput(
                "workdays",
                "Which days do you work?",
                [(name, str(number)) for number, name in enumerate(DAYS)],
                [str(number) for number in sorted(day.workdays)],
                is_optional=False,
            ),
            TextInput(
                "back_on",
                "Away? Your first day back",
                back_on,
                is_optional=True,
                hint="A date such as Monday 30 November. Empty means that you are here.",
                max_length=60,
            ),
            Small(
                "Your daily reminder comes when your day starts, and only on days you work. "
                "While you are away, what is due goes to colleagues who take it, and to your lead."
            ),
        ],
    )


def person_form(person: Person, roles: Sequence[str]) -> Form:
    return Form(
        id=Forms.PERSON_SETTINGS,
        title="Roles and time zone",
        parts=[
            Words(person.name),
            ChecksInput("roles", "Roles", [(role.capitalize(), role) for role in ROLES], list(roles)),
            zone_input(person.own_zone),
        ],
        subject=person.person_id,
    )


def zone_input(zone: str) -> TextInput:
    return TextInput("zone", "Time zone", zone, hint="A city is enough, such as Berlin or New York.", max_length=60)


def link_words() -> str:
    return (
        "With your account linked, a reply that you approve is posted under your name. "
        "Nothing is ever sent before you approve its exact words, and you can unlink at any time."
    )


def link_card(url: str) -> Card:
    return Card("Link your account", [Words(link_words()), Actions([LinkButton("Link my account", url)])])


def link_form(url: str) -> Form:
    card = link_card(url)
    return Form(id=Buttons.LINK_ACCOUNT, title="Link your account", parts=card.parts, submit="", close="Close")
