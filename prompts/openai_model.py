"""Asks an OpenAI-compatible endpoint; the one module that knows the SDK, which is loaded at the first question."""

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from pydantic import ValidationError

from prompts.asking import Reply, Request, T, Trouble
from prompts.breaker import Breaker
from prompts.manner import Manner, form_in_words, is_too_long, objects_in

CONNECT_S, QUEUE_S, AGAIN_S = 3.0, 5.0, 0.3
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
            return Reply(trouble=Trouble.RESTING)
        try:
            async with asyncio.timeout(deadline_s):
                if not await self._has_turn():
                    return Reply(trouble=Trouble.BUSY)
                try:
                    reply = await self._asked(request)
                finally:
                    self._turns.release()
        except TimeoutError:
            reply = Reply(trouble=Trouble.TOO_SLOW)
        self._breaker.note(reply.trouble)
        return reply

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()

    async def _has_turn(self) -> bool:
        try:
            async with asyncio.timeout(QUEUE_S):
                await self._turns.acquire()
        except TimeoutError:
            return False
        return True

    async def _asked(self, request: Request[T]) -> Reply[T]:
        """Down the ladder while the endpoint refuses the form, and once more after what may be over in a moment."""
        manner, may_repeat = self._manner, True
        while True:
            body, trouble, simpler = await self._called(request, manner)
            if body is not None:
                self._manner = manner
                return await asyncio.to_thread(_answer, body, request.schema)
            if simpler is not None:
                manner = simpler
            elif trouble in _AGAIN and may_repeat:
                manner, may_repeat = self._manner, False  # What was a bad moment says nothing about the form.
                await asyncio.sleep(AGAIN_S)
            else:
                return Reply(trouble=trouble)

    async def _called(self, request: Request[T], manner: Manner) -> tuple[bytes | None, Trouble | None, Manner | None]:
        """One request: the whole answer, or what went wrong and which form to try instead."""
        async with self._opening:
            if self._client is None:
                # Loading the SDK takes a second or two.
                self._client = await asyncio.to_thread(_client, self._endpoint)
        import httpx2
        import openai

        form = form_in_words(request.schema)
        messages = [{"role": "system", "content": f"{request.instructions}\n\n{form}"}]
        roles = ("user", "assistant")
        messages += [{"role": roles[n % 2], "content": words} for n, words in enumerate(request.said)]
        fields = manner.fields(request.schema, request.most_tokens)
        try:
            create = self._client.chat.completions.with_streaming_response.create
            async with create(model=self._endpoint.name, messages=messages, **fields) as response:
                body = b""
                async for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MOST_BYTES:
                        return None, Trouble.TOO_LONG, None
                return body, None, None
        except openai.APITimeoutError:
            return None, Trouble.TOO_SLOW, None
        except openai.APIConnectionError:
            return None, Trouble.UNREACHABLE, None
        except openai.APIStatusError as error:
            said = error.response.text[:4000]
            return None, self._trouble(error.status_code, said), manner.simpler(error.status_code, said)
        except openai.OpenAIError:
            return None, Trouble.REFUSED, None
        except httpx2.TransportError:  # The SDK lets it through once the answer has begun.
            return None, Trouble.UNREACHABLE, None
        except httpx2.HTTPError:
            return None, Trouble.GARBAGE, None

    def _trouble(self, status: int, said: str) -> Trouble:
        if status in (401, 403):
            return Trouble.WRONG_KEY if self._endpoint.key else Trouble.NO_KEY
        if status == 402 or (status == 429 and ("quota" in said or "billing" in said)):
            return Trouble.QUOTA_GONE
        if status in (400, 413, 422) and is_too_long(said):
            return Trouble.TOO_LONG
        return Trouble.BUSY if status in (408, 409, 429) or status >= 500 else Trouble.REFUSED


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
