"""The approval: one agent's yes to one exact text, without which nothing reaches a customer."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from bot.errors import KindlineError
from bot.places import ReplyDelivery
from storage.database import Transaction
from storage.replies import Approval
from storage.rows import new_id

VALID_FOR = timedelta(hours=2)
"""Long enough for a platform outage and its retries; after that the agent is asked again."""


class NotApproved(KindlineError):
    """The words, the thread, the agent or the time do not match an approval."""


@dataclass(frozen=True, slots=True)
class ApprovedReply:
    """Made only by `checked`; the one thing the platforms' customer-thread method accepts."""

    workspace_id: str
    channel_id: str
    thread_id: str
    agent_id: str
    text: str


def text_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def approve(
    tx: Transaction, *, workspace_id: str, channel_id: str, thread_id: str, agent_id: str, text: str
) -> Approval:
    """Record that this agent approved exactly these words for this thread, just now."""
    approval = Approval(
        workspace_id=workspace_id,
        approval_id=new_id("y"),
        channel_id=channel_id,
        thread_id=thread_id,
        text_hash=text_hash(text),
        agent_id=agent_id,
        expires_at=tx.raw_now + VALID_FOR,
    )
    tx.session.add(approval)
    return approval


async def checked(tx: Transaction, workspace_id: str, wanted: ReplyDelivery) -> ApprovedReply:
    """The approved reply, or `NotApproved`. Everything must match; used approvals serve only retries of the same
    post."""
    approval = await tx.session.get(Approval, (workspace_id, wanted.approval_id))
    asked = (wanted.channel_id, wanted.thread_id, wanted.agent_id, text_hash(wanted.text))
    if approval is None or asked != (
        approval.channel_id,
        approval.thread_id,
        approval.agent_id,
        approval.text_hash,
    ):
        raise NotApproved("no approval matches these words")
    if approval.expires_at <= tx.raw_now:
        raise NotApproved("the approval is too old")
    approval.used_at = approval.used_at or tx.raw_now
    return ApprovedReply(workspace_id, wanted.channel_id, wanted.thread_id, wanted.agent_id, wanted.text)
