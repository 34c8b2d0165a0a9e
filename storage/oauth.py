"""Single-use tickets, for OAuth and for codes that one person hands to another: who asked for what, taken out by one
statement so that no two requests can use the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_hex, token_urlsafe

from sqlalchemy import Index, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.rows import Id, Row

VALID_FOR = timedelta(minutes=10)
MOST_STRANGERS = 200
"""Anybody may open the install page, so only so many of its tickets live at a time; the newest ones do."""


class OAuthState(Row):
    """Only the ticket's hash is kept, so a stolen file opens nothing."""

    __tablename__ = "oauth_states"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    """Empty for the installation of the app itself, where the workspace is not known yet."""
    state_hash: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id)
    expires_at: Mapped[datetime]
    """In raw time: moving the demo's clock makes no ticket older."""

    __table_args__ = (Index(None, "state_hash", unique=True),)


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who asked. Both are empty for an installation."""

    workspace_id: str
    person_id: str


async def issue(tx: Transaction, workspace_id: str = "", person_id: str = "", *, purpose: str = "") -> str:
    """A new ticket; those that ran out are cleared away on the same occasion.

    One with a `purpose` is typed by a person, so it has only letters and digits, and opens nothing else.
    """
    await tx.session.execute(delete(OAuthState).where(OAuthState.expires_at <= tx.raw_now))
    if not person_id:
        await _make_room(tx)
    state = token_hex(16) if purpose else token_urlsafe(32)
    tx.session.add(
        OAuthState(
            workspace_id=workspace_id,
            state_hash=_hash(state, purpose),
            person_id=person_id,
            expires_at=tx.raw_now + VALID_FOR,
        )
    )
    return state


async def _make_room(tx: Transaction) -> None:
    strangers = OAuthState.person_id == ""
    newest = (
        select(OAuthState.state_hash)
        .where(strangers)
        .order_by(OAuthState.expires_at.desc(), OAuthState.state_hash)
        .limit(MOST_STRANGERS - 1)
    )
    await tx.session.execute(delete(OAuthState).where(strangers, OAuthState.state_hash.not_in(newest)))


async def take(tx: Transaction, state: str, *, purpose: str = "") -> Ticket | None:
    """Use the ticket up. None when it is unknown, was used, ran out, or was meant for something else."""
    statement = (
        delete(OAuthState)
        .where(OAuthState.state_hash == _hash(state, purpose))
        .returning(OAuthState.workspace_id, OAuthState.person_id, OAuthState.expires_at)
    )
    row = (await tx.session.execute(statement)).first()
    if row is None or row.expires_at <= tx.raw_now:
        return None
    return Ticket(row.workspace_id, row.person_id)


def _hash(state: str, purpose: str) -> str:
    return sha256(f"{purpose}:{state}".encode()).hexdigest()
