"""Where a platform reaches each person privately, for platforms that must be told: Teams writes to a chat, by its id.

The bot learns a chat's id when the person first writes or installs it, and keeps it; ids are long, so none is a key."""

from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction, add_new
from storage.rows import Id, Row


class Address(Row):
    """One person as the platform addresses them. No row means that the platform was never asked."""

    __tablename__ = "addresses"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, primary_key=True)
    user_id: Mapped[str] = mapped_column(default="")
    """The platform's name for this person in a conversation; differs from the person's id, which never changes."""
    chat_id: Mapped[str] = mapped_column(default="")
    """Their private chat with the bot."""
    home_message_id: Mapped[str] = mapped_column(default="")
    """The card in that chat which stands in for a home page."""
    wants_home: Mapped[bool] = mapped_column(default=False)
    """They asked for the home page, so one may be posted where none stands yet."""
    is_reachable: Mapped[bool] = mapped_column(default=True)
    """False from the moment the platform says that they blocked the bot, until they write to it again."""


async def address(tx: Transaction, workspace_id: str, person_id: str) -> Address | None:
    return await tx.session.get(Address, (workspace_id, person_id))


async def note_address(
    tx: Transaction, workspace_id: str, person_id: str, *, user_id: str = "", chat_id: str = ""
) -> Address:
    """Keep what is known now. Empty values change nothing; a private chat means that the person can be reached."""
    found = await _held(tx, workspace_id, person_id)
    found.user_id = user_id or found.user_id
    if chat_id:
        found.chat_id, found.is_reachable = chat_id, True
    return found


async def set_home(
    tx: Transaction, workspace_id: str, person_id: str, *, message_id: str | None = None, is_wanted: bool | None = None
) -> Address:
    """Note where the home page stands (empty for nowhere), or whether one is wanted; None leaves it as it is."""
    found = await _held(tx, workspace_id, person_id)
    found.home_message_id = found.home_message_id if message_id is None else message_id
    found.wants_home = found.wants_home if is_wanted is None else is_wanted
    return found


async def take_wish(tx: Transaction, workspace_id: str, person_id: str) -> bool:
    """True for one caller alone: who posts the home page that this person asked for."""
    found = await _held(tx, workspace_id, person_id)
    is_wanted, found.wants_home = found.wants_home, False
    return is_wanted


async def unreachable(tx: Transaction, workspace_id: str, person_id: str) -> bool:
    """Note that nothing private arrives there any more; True when this is news."""
    found = await _held(tx, workspace_id, person_id)
    is_news, found.is_reachable = found.is_reachable, False
    return is_news


async def is_reachable(tx: Transaction, workspace_id: str, person_id: str) -> bool:
    """True unless we know better, also for people on platforms that keep no addresses."""
    found = await address(tx, workspace_id, person_id)
    return found is None or found.is_reachable


async def _held(tx: Transaction, workspace_id: str, person_id: str) -> Address:
    """The row, made if new, and held until the transaction ends."""
    await add_new(tx, Address(workspace_id=workspace_id, person_id=person_id))
    key = (workspace_id, person_id)
    return await tx.session.get_one(Address, key, with_for_update=True, populate_existing=True)
