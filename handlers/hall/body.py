"""A request's body, read with a limit and a deadline, before anybody knows who sent it."""

import asyncio

from starlette.requests import ClientDisconnect, Request

MOST_BYTES = 1_000_000
BODY_S = 5.0


class BodyRefused(Exception):
    """`status` says why in HTTP's words: 413 too large, 408 too slow, 400 broken off."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def body_of(request: Request, deadline_s: float = BODY_S) -> bytes:
    """The raw bytes. Raises `BodyRefused`; of what is too large no more than the limit is read."""
    try:
        async with asyncio.timeout(deadline_s):
            return await _read(request)
    except TimeoutError as error:
        raise BodyRefused(408) from error
    except ClientDisconnect as error:
        raise BodyRefused(400) from error


def content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _read(request: Request) -> bytes:
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and (len(length) > 9 or int(length) > MOST_BYTES):
        raise BodyRefused(413)
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise BodyRefused(413)
        chunks.append(chunk)
    return b"".join(chunks)
