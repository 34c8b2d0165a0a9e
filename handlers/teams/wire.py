"""How much of an answer is read: no more than anything that we would ask for."""

from typing import Any

import aiohttp

Json = dict[str, Any]
MOST_ANSWER = 2_000_000


class TooLarge(Exception):
    """The answer is longer than anything we would ask for."""


async def limited(content: aiohttp.StreamReader, most: int = MOST_ANSWER) -> bytes:
    """A whole body of at most `most` bytes. Raises `TooLarge` and leaves the rest unread."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in content.iter_chunked(65_536):
        size += len(chunk)
        if size > most:
            raise TooLarge(str(most))
        chunks.append(chunk)
    return b"".join(chunks)
