"""Deliberately broken bots. Each takes away one protection, and an oracle must notice."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import update

from bot.work import sending
from bot.work.approval import ApprovedReply
from bot.work.sending import Gateway
from handlers.slack import reception
from handlers.slack.outgoing import SlackPlatform
from handlers.slack.posting import Posting
from handlers.teams import cards as teams_cards
from handlers.teams import reception as teams_reception
from handlers.teams.posting import Posting as PostingOnTeams
from storage import inbox, upkeep, work
from storage.database import Transaction
from storage.inbox import Inbox
from storage.rows import new_id


def _replace(owner: object, name: str, value: object) -> None:
    setattr(owner, name, value)


def forgets_the_mark() -> None:
    """Calls are made without noting first that they will be."""

    async def unmarked(tx: Transaction, row: work.Work) -> None:
        """Nothing is written."""

    _replace(work, "mark_sending", unmarked)


def repeats_without_looking() -> None:
    """What may have been sent is sent again, whatever its class."""

    async def always(self: Gateway, row: work.Work, *_: Any) -> bool:
        return True

    _replace(Gateway, "_may_send", always)


def repeats_without_a_word() -> None:
    """A private post that is repeated does not say so, and nobody looks first whether it is there."""

    async def unseen(self: Gateway, *_: Any) -> None:
        return None

    _replace(Gateway, "_look_up", unseen)
    _replace(Gateway, "_final", staticmethod(lambda row, prepared: prepared))


def takes_repeats_for_new() -> None:
    """A delivery's own id no longer keeps its copies out."""
    real = work.new_work

    def always_new(tx: Transaction, workspace_id: str, lane: str, kind: str, key: str, **more: Any) -> work.Work:
        return real(tx, workspace_id, lane, kind, f"{key}:{new_id()}", **more)

    _replace(inbox, "new_work", always_new)


def acknowledges_unstored() -> None:
    """Says "got it" and stores nothing: what a crash between the two leaves behind."""

    async def accept(self: Inbox, *_: Any) -> bool:
        return True

    _replace(Inbox, "accept", accept)


def skips_the_approval() -> None:
    """Any words may go to a customer; here they change on the way."""

    async def unchecked(tx: Transaction, workspace_id: str, wanted: Any) -> ApprovedReply:
        text = f"{wanted.text} And a discount of 50 %."
        return ApprovedReply(workspace_id, wanted.channel_id, wanted.thread_id, wanted.agent_id, text)

    _replace(sending, "checked", unchecked)


def mixes_workspaces() -> None:
    """Every delivery counts as the first workspace's."""
    for door in (reception, teams_reception):
        _replace(door, "tenant_of", lambda body: "T0MARIGOLD")


def forgets_waiting_work() -> None:
    """What was leased when the process died is given up."""

    async def dropped(tx: Transaction) -> None:
        leased = update(work.Work).where(work.Work.state == work.WAITING, work.Work.owner != "")
        await tx.session.execute(leased.values(state=work.CANCELLED))

    _replace(upkeep, "drop_leases", dropped)


def shows_cards_openly() -> None:
    """A card for one pair of eyes lands in the open thread."""

    async def openly(self: Posting, workspace_id: str, place: Any, shown: Any, key: str = "") -> str:
        return await self.post(workspace_id, place.channel_id, shown, thread_id=place.thread_id, key=key)

    _replace(Posting, "show_only_to", openly)


def shows_cards_openly_on_teams() -> None:
    """The same where the thread is the only place that both an agent and a customer look at."""

    async def openly(self: PostingOnTeams, workspace_id: str, place: Any, card: Any, link_url: str = "") -> str:
        shown = teams_cards.message(card, link_url)
        return await self.post(workspace_id, place.channel_id, shown, thread_id=place.thread_id)

    _replace(PostingOnTeams, "show_only_to", openly)


def posts_twice() -> None:
    """The retry of a well-meaning library: each reply is posted once more when the answer is lost."""
    real = SlackPlatform.post_reply

    async def again(self: SlackPlatform, reply: ApprovedReply, key: str) -> str:
        try:
            return await real(self, reply, key)
        except Exception:  # noqa: BLE001 - that is what such libraries do.
            return await real(self, reply, key)

    _replace(SlackPlatform, "post_reply", again)


MUTANTS: Mapping[str, Callable[[], None]] = {
    mutant.__name__: mutant
    for mutant in (
        forgets_the_mark,
        repeats_without_looking,
        repeats_without_a_word,
        takes_repeats_for_new,
        acknowledges_unstored,
        skips_the_approval,
        mixes_workspaces,
        forgets_waiting_work,
        shows_cards_openly,
        shows_cards_openly_on_teams,
        posts_twice,
    )
}
