"""A desk on which the learning part hears too, as it does in the whole table."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.replies.learning import feature as learning
from bot.replies.learning.voices import own_voice
from bot.replies.writing.own_voice import OwnVoice
from tests.office import HERE
from tests.replies.desk import ReplyDesk, reply_desk

CHATTY = (
    "Hey Annelie! I've found it, it'll be with you on Friday.\n\nCheers,\nFrieda",
    "Hey Annelie! It's on its way, I'll look again at noon.\n\nCheers,\nFrieda",
    "Hey Annelie! That's sorted, you'll see the money by Tuesday.\n\nCheers,\nFrieda",
    "Hey Annelie! I'm on it.\n\nCheers,\nFrieda",
)


@asynccontextmanager
async def learning_desk(folder: Path, url: str = "") -> AsyncIterator[ReplyDesk]:
    async with reply_desk(folder, learning.routes(), url=url) as desk:
        yield desk


async def writes(desk: ReplyDesk, who: str = "U0FRIEDA", texts: tuple[str, ...] = CHATTY) -> list[str]:
    """Annelie asks, this agent answers in their own words, as often as there are texts; the messages' ids."""
    root = await desk.says("U0ANNELIE", "Where is my order?")
    return [await desk.says(who, text, thread=root) for text in texts]


async def voice(desk: ReplyDesk, who: str = "U0FRIEDA", team: str = HERE) -> OwnVoice:
    async with desk.office.rows() as tx:
        return await own_voice(tx, team, who)
