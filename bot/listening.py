"""Writes down what was said, before any feature sees it; only in channels that a lead enrolled."""

import re

from bot.events import MessageDeleted, MessageEdited, MessagePosted
from storage import people, playbook, promises, replies, threads, workspaces
from storage.database import Transaction, add_new
from storage.people import Person
from storage.threads import Message, Thread
from storage.workspaces import Channel

_MAIL_FROM = re.compile(
    r"^\s*(?:\W{0,2})From:\s*\W{0,2}(?P<name>[^<\n(]*?)\s*[<(](?P<email>[^\s<>()]+@[^\s<>()]+)[>)]", re.I | re.M
)
_MAIL_HEAD = re.compile(r"^\W{0,2}(?:From|To|Cc|Date|Subject|Reply-To):.*\n?", re.I | re.M)


async def heard(tx: Transaction, event: MessagePosted, *, is_edited: bool = False) -> bool:
    """Record a message. True when it is new and in an enrolled channel; then, and only then, features see it."""
    place = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    home = await workspaces.workspace(tx, event.workspace_id)
    if place is None or home is None or not place.is_enrolled or event.author_id == home.bot_person_id:
        return False
    author = await people.person(tx, event.workspace_id, event.author_id)
    by_customer = await _is_by_customer(tx, event, place, author)
    said = Message(
        workspace_id=event.workspace_id,
        channel_id=event.channel_id,
        message_id=event.message_id,
        thread_id=event.thread_id,
        author_id=event.author_id,
        author_name=(author.name if author else "") or event.author_name,
        text=_words(event.text, place, by_customer=by_customer),
        sent_at=event.at,
        is_by_customer=by_customer,
        client_key=event.client_key or None,
        files=list(event.files),
        is_outside=event.is_outside,
        edited_at=tx.now if is_edited else None,
    )
    thread = await threads.locked_thread(tx, event.workspace_id, event.channel_id, event.thread_id)
    if not by_customer:
        said.draft_id = await _sent_draft(tx, thread, event)
        # Neither words to the bot nor what an app posts by itself ("Ticket 12 was created") answers the customer.
        said.calls_bot = (event.calls_bot or event.is_by_app) and not said.draft_id
    if await _stood_in_for(tx, said) or not await add_new(tx, said):
        return False
    if by_customer:
        await _customer_spoke(tx, thread, event, place, said)
    elif event.message_id != event.thread_id and not said.calls_bot:
        _agent_spoke(thread, event)
    return True


async def _is_by_customer(tx: Transaction, event: MessagePosted, place: Channel, author: Person | None) -> bool:
    if event.is_command:
        return False
    if place.kind == "relay":
        # The root is the customer's words whoever posts it, and so is whatever the help-desk app adds.
        is_customers = event.is_root or event.is_by_app
        return is_customers or await people.is_outsider(tx, event.workspace_id, event.author_id)
    if author is None:
        return not event.is_by_app
    roles = frozenset(await people.roles_of(tx, event.workspace_id, event.author_id))
    return not author.is_app and not people.is_colleague(author, roles)


async def _customer_spoke(tx: Transaction, thread: Thread, event: MessagePosted, place: Channel, said: Message) -> None:
    if thread.last_customer_at is None or event.at > thread.last_customer_at:
        thread.last_customer_at = event.at
    if place.kind == "relay":
        name, email = sender(event.text)
        record = await playbook.customer_by_email(tx, event.workspace_id, email)
        thread.customer_name = thread.customer_name or name or (record.fields["name"] if record else "")
    else:
        record = await playbook.linked_record(tx, event.workspace_id, event.author_id)
        thread.customer_id = thread.customer_id or event.author_id
        thread.customer_name = thread.customer_name or said.author_name
    if record is not None:
        thread.record_id = thread.record_id or record.record_id


async def _sent_draft(tx: Transaction, thread: Thread, event: MessagePosted) -> str:
    """The draft posted with these words: the platform's echo may come before the answer to our own call, or long after
    the agent said that the reply is there."""
    for draft in await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id):
        is_awaited = draft.state in ("sending", "uncertain") or (draft.state == "used" and not draft.message_id)
        if is_awaited and draft.person_id == event.author_id and draft.sent_text == event.text:
            return draft.draft_id
    return ""


async def _stood_in_for(tx: Transaction, said: Message) -> bool:
    """True when the agent's word already put this reply into the thread: then only its id is new."""
    if not said.draft_id:
        return False
    stand_in = await threads.locked_message(tx, said.workspace_id, said.channel_id, said.draft_id)
    draft = await replies.draft(tx, people.machine(said.workspace_id), said.draft_id)
    if stand_in is None or draft is None:
        return False
    await tx.session.delete(stand_in)
    await tx.session.flush()
    await add_new(tx, said)
    draft.message_id = said.message_id
    await promises.follow_message(tx, said.workspace_id, said.channel_id, said.draft_id, said.message_id)
    return True


def _words(text: str, place: Channel | None, *, by_customer: bool) -> str:
    """What counts as said: a relayed mail's header lines do not."""
    is_mail = by_customer and place is not None and place.kind == "relay"
    return spoken_text(text) if is_mail else text


def _agent_spoke(thread: Thread, event: MessagePosted) -> None:
    if thread.last_agent_at is None or event.at > thread.last_agent_at:
        thread.last_agent_at = event.at
    thread.owner_id = thread.owner_id or event.author_id


async def edited(tx: Transaction, event: MessageEdited) -> Message | None:
    """Take over the new words. None when the message is unknown, which includes channels that are not enrolled."""
    found = await threads.locked_message(tx, event.workspace_id, event.channel_id, event.message_id)
    if found is None or (found.deleted_at is not None and not event.is_restored):
        return None
    place = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    found.text, found.edited_at = _words(event.text, place, by_customer=found.is_by_customer), tx.now
    if found.deleted_at is not None:
        found.deleted_at = None
        await _recount(tx, found)
    return found


async def deleted(tx: Transaction, event: MessageDeleted) -> Message | None:
    """Forget the words at once; the row stays, so that a late copy of the original cannot bring them back."""
    place = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    if place is None or not place.is_enrolled:
        return None
    found = await threads.locked_message(tx, event.workspace_id, event.channel_id, event.message_id)
    if found is None:
        await add_new(tx, _tombstone(event))
        return None
    if found.deleted_at is None:
        found.text, found.files, found.deleted_at = "", [], tx.now
        await _recount(tx, found)
    return found


async def _recount(tx: Transaction, changed: Message) -> None:
    """A deleted question waits for no answer, and a deleted answer answers nothing; until it stands there again."""
    thread = await threads.locked_thread(tx, changed.workspace_id, changed.channel_id, changed.thread_id)
    left = await threads.messages_of(tx, thread)
    spoke = {by: max((m.sent_at for m in left if m.is_by_customer is by), default=None) for by in (True, False)}
    if changed.is_by_customer:
        thread.last_customer_at = spoke[True]
    else:
        thread.last_agent_at = spoke[False]


def _tombstone(event: MessageDeleted) -> Message:
    return Message(
        workspace_id=event.workspace_id,
        channel_id=event.channel_id,
        message_id=event.message_id,
        thread_id=event.message_id,
        author_id="",
        author_name="",
        text="",
        sent_at=event.at,
        is_by_customer=False,
        deleted_at=event.at,
    )


def sender(mail: str) -> tuple[str, str]:
    """The name and address in a pasted or relayed mail's "From:" line, or two empty strings."""
    found = _MAIL_FROM.search(mail[:2000])
    return (found["name"].strip(" \"'*_"), found["email"]) if found else ("", "")


def spoken_text(mail: str) -> str:
    """A relayed mail without its header lines: the customer's own words, the subject first when it says something."""
    head, _, body = mail.partition("\n\n")
    if not _MAIL_HEAD.search(head):
        return mail
    return body.strip() or _MAIL_HEAD.sub("", head).strip()
