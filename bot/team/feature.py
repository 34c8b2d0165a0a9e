"""The team feature's part of the table: roles, channels, linked accounts, one's own day, problems."""

from dataclasses import dataclass

from bot.actions import Outcomes
from bot.buttons import Buttons, Forms
from bot.events import (
    AccountLinked,
    AccountsRevoked,
    ChannelClosed,
    CompanyJoined,
    CompanyLeft,
    CompanyToLeave,
    CustomersSeen,
    HomeOpened,
    PersonChanged,
    PersonUnreachable,
)
from bot.feature import Command, Routes
from bot.home import refreshed
from bot.team import channels, company, front_page, own_day, problems, roster, standard
from bot.team.accounts import (
    Accounts,
    LinkUrl,
    left_note,
    linked_note,
    on_person_changed,
    on_person_unreachable,
    unreachable_note,
)
from storage.database import Transaction
from storage.secrets import Vault


async def on_home_opened(event: HomeOpened, tx: Transaction) -> Outcomes:
    return [refreshed(event.person_id)]


@dataclass(frozen=True, slots=True)
class Team:
    """Built once by `bot/routes.py`; `link_url` comes from the platform's door."""

    vault: Vault
    link_url: LinkUrl

    def routes(self) -> Routes:
        accounts = Accounts(self.vault, self.link_url)
        return Routes(
            events={
                HomeOpened: on_home_opened,
                AccountLinked: accounts.on_linked,
                AccountsRevoked: accounts.on_revoked,
                PersonChanged: on_person_changed,
                PersonUnreachable: on_person_unreachable,
                ChannelClosed: channels.on_channel_closed,
                CustomersSeen: channels.on_customers_seen,
                CompanyJoined: company.on_joined,
                CompanyLeft: company.on_left,
                CompanyToLeave: company.on_to_leave,
            },
            buttons={
                Buttons.EDIT_SETTINGS: own_day.on_edit,
                Buttons.EDIT_PERSON: roster.on_edit_person,
                Buttons.SET_UP: roster.on_set_up,
                Buttons.EDIT_STANDARD: standard.on_edit,
                Buttons.LINK_ACCOUNT: accounts.on_link_pressed,
                Buttons.UNLINK_ACCOUNT: accounts.on_unlink,
            },
            forms={
                Forms.MY_SETTINGS: own_day.on_submit,
                Forms.PERSON_SETTINGS: roster.on_person_settings,
                Forms.STANDARD: standard.on_form,
            },
            commands=_commands(accounts),
            notes={
                "team.roles": roster.roles_note,
                "team.closed": channels.closed_note,
                "team.customers": channels.customers_note,
                "team.linked": linked_note,
                "team.left": left_note,
                company.JOINED: company.joined_note,
                company.LEFT: company.left_note,
                "team.unreachable": unreachable_note,
            },
            home=front_page.home_parts,
        )


def _commands(accounts: Accounts) -> dict[str, Command]:
    return {
        "here": Command(
            channels.on_here,
            "Let Kindline listen in this channel, or stop.",
            "[shared|relay|off]",
            ("", "relay", "off"),
        ),
        "pause": Command(channels.on_pause, "Pause drafts in this channel.", "[everywhere]", ("", "everywhere")),
        "resume": Command(channels.on_resume, "Go on after a pause.", "[everywhere]", ("", "everywhere")),
        "team": Command(
            roster.on_team,
            "See who has which role, or change it.",
            "[@person role …]",
            ("", "@Jonas agent", "@Nadine lead admin", "@Jonas none"),
        ),
        "standard": Command(
            standard.on_standard,
            "See the rules of kind service as they hold here; leads can change them.",
            examples=("",),
        ),
        "link": Command(
            accounts.on_link, "Let approved replies be posted under your name.", examples=("",), needs_accounts=True
        ),
        "unlink": Command(accounts.on_unlink, "Take that permission back.", examples=("",), needs_accounts=True),
        "company": Command(
            company.on_company,
            "Link this workspace with another one of your company (admins).",
            "[code|leave]",
            ("", "leave"),
        ),
        "problems": Command(problems.on_problems, "See what could not be delivered (admins).", examples=("",)),
    }
