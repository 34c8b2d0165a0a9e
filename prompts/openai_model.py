"""Asks an OpenAI-compatible endpoint; the one module that knows the SDK, which is loaded at the first question."""

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from pydantic import ValidationError

from prompts.asking import Reply, Request, T, Trouble
from prompts.breaker import Breaker
from prompts.manner import Manner, is_too_long, messages_of, objects_in

CONNECT_S, AGAIN_S = 3.0, 0.3
LEAST_S = 3.0
"""What is left of the deadline for a call whose turn came late; with less, an answer would hardly come in time."""
MOST_BYTES = 200_000
"""Of an answer; a draft has a few thousand."""
MOST_TOKENS = 10_000_000
"""What one question may be said to have used: a curious figure must not empty a budget for good, or fill it up."""
_AGAIN = (Trouble.BUSY, Trouble.UNREACHABLE)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` ends where "/chat/completions" is added. `at_once` is how many requests it may have to do at a time."""

    url: str
    key: str
    name: str
    at_once: int = 4


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One request that brought no answer; `status` is 0 where no server spoke."""

    trouble: Trouble
    status: int = 0
    said: str = ""


class OpenAIModel:
    """One endpoint: how it wants to be asked, how busy it is, and whether it works, is remembered here."""

    def __init__(self, endpoint: Endpoint, now: Callable[[], float] = monotonic) -> None:
        self._endpoint = endpoint
        self._manner = Manner()
        self._turns = asyncio.Semaphore(endpoint.at_once)
        self._breaker = Breaker(now)
        self._opening = asyncio.Lock()
        self._client: Any = None

    @property
    def manner(self) -> Manner:
        """How the endpoint wants to be asked, as far as is known."""
        return self._manner

    async def ask(self, request: Request[T], deadline_s: float) -> Reply[T]:
        if self._breaker.is_resting:
            return Reply(trouble=Trouble.RESTING, tries=0)
        tried: list[Manner] = []
        try:
            async with asyncio.timeout(deadline_s):
                if not await self._has_turn(max(deadline_s - LEAST_S, deadline_s / 2)):
                    return Reply(trouble=Trouble.BUSY, tries=0)
                try:
                    reply = await self._asked(request, tried)
                finally:
                    self._turns.release()
        except TimeoutError:
            reply = Reply(trouble=Trouble.TOO_SLOW)
        self._breaker.note(reply.trouble)
        return replace(reply, tries=len(tried))

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()

    async def _has_turn(self, wait_s: float) -> bool:
        try:
            async with asyncio.timeout(wait_s):
                await self._turns.acquire()
        except TimeoutError:
            return False
        return True

    async def _asked(self, request: Request[T], tried: list[Manner]) -> Reply[T]:
        """Down the ladder while the endpoint refuses the form, and once more after what may be over in a moment."""
        manner, may_repeat, is_sure = self._manner, True, True
        while True:
            tried.append(manner)
            got = await self._called(request, manner)
            if isinstance(got, bytes):
                if is_sure:
                    self._manner = manner
                return await asyncio.to_thread(_answer, got, request.schema)
            simpler = manner.simpler(got.status, got.said)
            if simpler is not None:
                # A server that is out of order says all kinds of things; what it taught is not worth remembering.
                manner, is_sure = simpler, is_sure and got.status != 500
            elif got.trouble in _AGAIN and may_repeat:
                may_repeat = False
                await asyncio.sleep(AGAIN_S)
            else:
                return Reply(trouble=got.trouble)

    async def _called(self, request: Request[T], manner: Manner) -> "bytes | _Refusal":
        """One request: the whole answer, or what went wrong."""
        async with self._opening:
            if self._client is None:
                # Loading the SDK takes a second or two.
                self._client = await asyncio.to_thread(_client, self._endpoint)
        import httpx2
        import openai

        fields = manner.fields(request.schema, request.most_tokens)
        try:
            create = self._client.chat.completions.with_streaming_response.create
            async with create(model=self._endpoint.name, messages=messages_of(request), **fields) as response:
                body = b""
                async for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MOST_BYTES:
                        return _Refusal(Trouble.TOO_LONG)
                return body
        except openai.APIStatusError as error:
            said = error.response.text[:4000]
            return _Refusal(self._trouble(error.status_code, str(error.code), said), error.status_code, said)
        except (openai.OpenAIError, httpx2.HTTPError) as error:
            return _Refusal(_broken(error))

    def _trouble(self, status: int, code: str, said: str) -> Trouble:
        if status in (401, 403):
            return Trouble.WRONG_KEY if self._endpoint.key else Trouble.NO_KEY
        if status == 402 or code == "insufficient_quota":  # Texts of a rate limit speak of quotas and billing too.
            return Trouble.QUOTA_GONE
        if status in (400, 413, 422) and is_too_long(said):
            return Trouble.TOO_LONG
        return Trouble.BUSY if status in (408, 409, 429) or status >= 500 else Trouble.REFUSED


def _broken(error: Exception) -> Trouble:
    """What an error of the line means; the SDK lets those of its HTTP library through once an answer has begun."""
    import httpx2
    import openai

    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return Trouble.TOO_SLOW
    if isinstance(error, openai.APIConnectionError | httpx2.TransportError):
        return Trouble.UNREACHABLE
    return Trouble.GARBAGE if isinstance(error, httpx2.HTTPError) else Trouble.REFUSED


def _client(endpoint: Endpoint) -> Any:
    import openai

    for name in ("openai", "httpx2", "httpcore2"):  # Their debug lines hold what was asked.
        logging.getLogger(name).setLevel(logging.WARNING)
    client = openai.AsyncOpenAI(
        base_url=endpoint.url,
        api_key=endpoint.key or "none",
        max_retries=0,
        timeout=openai.Timeout(max(60.0, CONNECT_S), connect=CONNECT_S),
        # Neither a proxy from the environment nor a redirect decides where words go.
        http_client=openai.DefaultAsyncHttpxClient(trust_env=False, follow_redirects=False),
    )
    client.organization = client.project = None  # The SDK takes them from the environment by itself.
    return client


def _answer(body: bytes, schema: type[T]) -> Reply[T]:
    """The first object of the text that fits the schema; an answer without a finish reason was cut off."""
    try:
        whole = json.loads(body)
        choice, usage = whole["choices"][0], whole.get("usage") or {}
        text, finish = choice["message"]["content"], choice.get("finish_reason")
        used = (_count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return Reply(trouble=Trouble.GARBAGE)
    if finish == "length":
        return Reply(None, Trouble.TOO_LONG, *used)
    for found in objects_in(text) if finish == "stop" and isinstance(text, str) else ():
        try:
            return Reply(schema.model_validate(found), None, *used)
        except ValidationError:
            continue
    return Reply(None, Trouble.GARBAGE, *used)


def _count(tokens: Any) -> int:
    """0 for what is no number."""
    try:
        return min(max(int(tokens or 0), 0), MOST_TOKENS)
    except (ValueError, TypeError, OverflowError):
        return 0
