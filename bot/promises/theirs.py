"""What customers said that they would do: shown beside our own promises, never on their list, and never instead."""

from collections.abc import Sequence
from datetime import timedelta

from bot.actions import Outcomes
from bot.cards import Heading, Part, Words
from bot.events import MessagePosted
from bot.promises import reading
from bot.promises.cards import Reader
from bot.promises.wording import customer_of, deed, instant_words
from storage import promises, threads
from storage.database import Transaction, add_new
from storage.people import Viewer
from storage.promises import THEIRS, Promise

SHOWN_FOR = timedelta(days=14)
MOST_SHOWN = 5


async def on_message(event: MessagePosted, tx: Transaction) -> Outcomes:
    """Keep what is certain; nobody is told, reminded or asked because of it."""
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is None or not said.is_by_customer:
        return []
    place = await reading.around(tx, said)
    for index, one in enumerate(await reading.promises_in(tx, said)):
        if one.strength == "certain":
            promise = reading.new_promise(said, one, index, place)
            promise.state = THEIRS
            await add_new(tx, promise)
    return []


async def waiting_on(tx: Transaction, viewer: Viewer) -> Sequence[Promise]:
    """What customers in the viewer's threads said they would do, while they have not written since."""
    return await promises.theirs(tx, viewer, tx.now - SHOWN_FOR, MOST_SHOWN)


def waiting_on_parts(found: Sequence[Promise], reader: Reader) -> list[Part]:
    parts: list[Part] = [Heading("Waiting on others")] if found else []
    for promise in found:
        due = promise.due_at
        by = f" By {instant_words(promise, due, reader.zone, reader.now)}." if due is not None else ""
        parts.append(Words(f"{deed(promise, 160)}.{by}", strong=f"{customer_of(promise)}:"))
    return parts
