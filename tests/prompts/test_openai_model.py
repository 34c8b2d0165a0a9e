"""One endpoint after another, as they really are: what each wants, and how each fails."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pydantic import BaseModel

from prompts.asking import Purpose, Reply, Request, Trouble
from prompts.breaker import REST_S
from prompts.manner import MOST_PLACES, Manner, objects_in
from prompts.openai_model import MOST_BYTES, MOST_TOKENS, Endpoint, OpenAIModel
from tests.loopback import free_port
from tests.prompts.fake_model import (
    Behaviour,
    FakeModel,
    cut_off,
    dripping,
    fake_model,
    hanging_up,
    newer_limit,
    not_really_packed,
    only_json_object,
    only_json_object_by,
    only_text,
    raw,
    refusing,
    saying,
    slow,
    using,
)


class Answer(BaseModel):
    answer: str


REQUEST = Request(Purpose.DRAFT, "draft", 1, "Be kind.", ("Hello?",), Answer)
FINE = json.dumps({"answer": "Fine."})


@asynccontextmanager
async def model_of(fake: FakeModel, **about: object) -> AsyncIterator[OpenAIModel]:
    model = OpenAIModel(Endpoint(**{"url": fake.url, "key": "sk-test", "name": "m"} | about))  # type: ignore[arg-type]
    yield model
    await model.close()


async def asked(behaves: Behaviour | None, deadline_s: float = 5.0, **about: object) -> Reply[Answer]:
    async with fake_model(behaves=behaves) as fake, model_of(fake, **about) as model:
        return await model.ask(REQUEST, deadline_s)


async def test_an_answer_comes_back_checked_and_with_what_it_used() -> None:
    reply = await asked(None)
    assert reply == Reply(Answer(answer="Fine."), None, 200, 100)


async def test_the_key_the_instructions_and_the_words_arrive_apart() -> None:
    async with fake_model() as fake, model_of(fake) as model:
        await model.ask(REQUEST, 5)
    (body,) = fake.asked
    assert fake.keys == ["Bearer sk-test"]
    assert [one["role"] for one in body["messages"]] == ["system", "user"]
    assert body["messages"][0]["content"].startswith("Be kind.") and body["messages"][1]["content"] == "Hello?"
    assert "max_tokens" in body and "max_completion_tokens" not in body and "tools" not in body


@pytest.mark.parametrize(
    ("behaves", "first", "then"),
    [
        (only_json_object, ["json_schema", "json_object"], "json_object"),
        (only_text, ["json_schema", "json_object", "text"], "text"),
    ],
)
async def test_the_ladder_is_climbed_down_once_and_remembered(behaves: Behaviour, first: list[str], then: str) -> None:
    async with fake_model(behaves=behaves) as fake, model_of(fake) as model:
        replies = [await model.ask(REQUEST, 5) for _ in range(2)]
        assert [reply.value for reply in replies] == [Answer(answer="Fine.")] * 2
        assert fake.shapes == [*first, then]


async def test_a_newer_model_gets_the_newer_limit_and_no_temperature() -> None:
    async with fake_model(behaves=newer_limit) as fake, model_of(fake) as model:
        assert (await model.ask(REQUEST, 5)).value == Answer(answer="Fine.")
        assert (await model.ask(REQUEST, 5)).value == Answer(answer="Fine.")
        assert model.manner == Manner(limit="max_completion_tokens", has_temperature=False)
        assert len(fake.asked) == 4


async def test_what_a_server_error_teaches_about_the_form_helps_once_and_is_forgotten() -> None:
    """The Python server of llama.cpp says 500 to a form that it does not know; so may any server in a bad moment."""
    async with fake_model(behaves=only_json_object_by(500)) as fake, model_of(fake) as model:
        assert (await model.ask(REQUEST, 5)).value == Answer(answer="Fine.")
        assert model.manner == Manner() and fake.shapes == ["json_schema", "json_object"]


async def test_an_outage_costs_two_requests_of_the_same_form() -> None:
    async with fake_model(behaves=refusing(500, "Internal server error")) as fake, model_of(fake) as model:
        assert (await model.ask(REQUEST, 5)).trouble == Trouble.BUSY
        assert fake.shapes == ["json_schema"] * 2 and model.manner == Manner()


async def test_a_call_waits_for_its_turn_as_long_as_the_deadline_leaves_time_for_it() -> None:
    async with fake_model(behaves=slow(1.5)) as fake, model_of(fake, at_once=1) as model:
        replies = await asyncio.gather(*(model.ask(REQUEST, 12) for _ in range(5)))
        assert [reply.trouble for reply in replies] == [None] * 5


async def test_a_turn_that_does_not_come_in_time_is_told_as_busy() -> None:
    async with fake_model(behaves=slow(4)) as fake, model_of(fake, at_once=1) as model:
        replies = await asyncio.gather(model.ask(REQUEST, 6), model.ask(REQUEST, 6))
        assert [reply.trouble for reply in replies] == [None, Trouble.BUSY]


async def test_a_bad_moment_does_not_teach_a_simpler_form() -> None:
    async with fake_model(behaviours=[refusing(503)]) as fake, model_of(fake) as model:
        assert (await model.ask(REQUEST, 5)).value == Answer(answer="Fine.")
        assert model.manner == Manner() and len(fake.asked) == 2


GARBAGE = {
    "empty": saying(""),
    "not JSON": saying("Sure! I hope that helps."),
    "the wrong schema": saying('{"reply": "Fine."}'),
    "a refusal": saying("I'm sorry, but as an AI I can't help with that."),
    "no finish reason": saying(FINE, None),
    "cut by a filter": saying(FINE, "content_filter"),
    "a call of a tool": saying(FINE, "tool_calls"),
    "HTML": raw("<html><body>Sign in</body></html>", "text/html"),
    "half a JSON": raw('{"choices": [{"message": {"content": "{\\"ans'),
    "no choices": raw('{"choices": []}'),
    "a list": raw("[]"),
    "packed with something else": not_really_packed,
    "a stream cut short": raw('data: {"choices":[{"delta":{"content":"Fi"}}]}\n\n', "text/event-stream"),
}


@pytest.mark.parametrize("behaves", GARBAGE.values(), ids=GARBAGE)
async def test_garbage_is_never_an_answer(behaves: Behaviour) -> None:
    assert (await asked(behaves)).trouble == Trouble.GARBAGE


@pytest.mark.parametrize(
    ("tokens", "counted"), [("1e999", 0), ("-5", 0), ("1e300", MOST_TOKENS), ("true", 1), ('"12"', 12), ("null", 0)]
)
async def test_a_curious_figure_for_what_was_used_neither_raises_nor_empties_the_budget(
    tokens: str, counted: int
) -> None:
    reply = await asked(using(tokens))
    assert reply.value == Answer(answer="Fine.") and (reply.tokens_in, reply.tokens_out) == (counted, counted)


REFUSALS = {
    "wrong key": (refusing(401), "sk-test", Trouble.WRONG_KEY),
    "no key": (refusing(401), "", Trouble.NO_KEY),
    "no permission": (refusing(403), "sk-test", Trouble.WRONG_KEY),
    "quota gone": (refusing(429, "You exceeded your quota", "insufficient_quota"), "sk-test", Trouble.QUOTA_GONE),
    "an empty account": (refusing(402), "sk-test", Trouble.QUOTA_GONE),
    "too many on Azure": (
        refusing(429, "Rate limit is exceeded. To increase it, go to https://aka.ms/oai/quotaincrease.", "429"),
        "sk-test",
        Trouble.BUSY,
    ),
    "too many on OpenAI": (
        refusing(429, "Rate limit reached. Visit /account/billing to raise your quota.", "rate_limit_exceeded"),
        "sk-test",
        Trouble.BUSY,
    ),
    "too many": (refusing(429, "Rate limit reached"), "sk-test", Trouble.BUSY),
    "unknown model": (refusing(404, "The model does not exist"), "sk-test", Trouble.REFUSED),
    "too long": (refusing(400, "maximum context length is 4096 tokens", "x"), "sk-test", Trouble.TOO_LONG),
    "down": (refusing(502), "sk-test", Trouble.BUSY),
    "breaks off in the middle": (cut_off, "sk-test", Trouble.UNREACHABLE),
    "hangs up": (hanging_up, "sk-test", Trouble.UNREACHABLE),
    "reaches the limit": (saying('{"answer": "Fi', "length"), "sk-test", Trouble.TOO_LONG),
    "a megabyte": (raw('{"x": "' + "y" * (MOST_BYTES * 5) + '"}'), "sk-test", Trouble.TOO_LONG),
}


@pytest.mark.parametrize(("behaves", "key", "trouble"), REFUSALS.values(), ids=REFUSALS)
async def test_each_refusal_has_its_own_name_and_sentence(behaves: Behaviour, key: str, trouble: Trouble) -> None:
    reply = await asked(behaves, key=key)
    assert reply.trouble == trouble and reply.value is None
    assert trouble.sentence.endswith("so these are my own words.")


async def test_nobody_there_is_told_quickly() -> None:
    started = time.monotonic()
    model = OpenAIModel(Endpoint(f"http://127.0.0.1:{free_port()}/v1", "", "m"))
    assert (await model.ask(REQUEST, 5)).trouble == Trouble.UNREACHABLE
    assert time.monotonic() - started < 5
    await model.close()


@pytest.mark.parametrize("behaves", [slow(120), dripping], ids=["two minutes", "a byte at a time"])
async def test_the_deadline_holds_whatever_the_endpoint_does_and_the_loop_goes_on(behaves: Behaviour) -> None:
    async with fake_model(behaves=behaves) as fake, model_of(fake) as model:
        turns, asking = 0, asyncio.create_task(model.ask(REQUEST, 3.0))
        started = time.monotonic()
        while not asking.done():
            await asyncio.sleep(0.01)
            turns += 1
        assert asking.result().trouble == Trouble.TOO_SLOW
        assert time.monotonic() - started < 6 and turns > 50


async def test_the_next_question_works_after_one_that_was_too_slow() -> None:
    async with fake_model(behaviours=[slow(30)]) as fake, model_of(fake) as model:
        await model.ask(REQUEST, 2.5)
        assert (await model.ask(REQUEST, 5)).value == Answer(answer="Fine.")


async def test_an_endpoint_has_only_so_much_to_do_at_once() -> None:
    async with fake_model(behaves=slow(0.2)) as fake, model_of(fake, at_once=2) as model:
        replies = await asyncio.gather(*(model.ask(REQUEST, 10) for _ in range(6)))
        assert {reply.trouble for reply in replies} == {None}
        assert fake.most_at_once == 2


async def test_after_three_failures_it_rests_and_one_more_is_enough_then() -> None:
    now = [0.0]
    async with fake_model(behaves=refusing(502)) as fake:
        model = OpenAIModel(Endpoint(fake.url, "k", "m"), lambda: now[0])
        troubles = [(await model.ask(REQUEST, 5)).trouble for _ in range(4)]
        assert troubles == [Trouble.BUSY] * 3 + [Trouble.RESTING]
        now[0] += REST_S
        assert (await model.ask(REQUEST, 5)).trouble == Trouble.BUSY
        assert (await model.ask(REQUEST, 5)).trouble == Trouble.RESTING
        fake.behaves = None
        now[0] += REST_S
        assert (await model.ask(REQUEST, 5)).trouble is None
        await model.close()


async def test_a_wrong_key_is_not_tried_again_and_again() -> None:
    async with fake_model(behaves=refusing(401)) as fake, model_of(fake) as model:
        assert [(await model.ask(REQUEST, 5)).trouble for _ in range(3)] == [
            Trouble.WRONG_KEY,
            Trouble.RESTING,
            Trouble.RESTING,
        ]
        assert len(fake.asked) == 1


def test_the_object_is_found_among_thoughts_fences_and_braces() -> None:
    text = '<think>{"answer": "no"}</think> {not json} ```json\n{"answer": "a } b"}\n``` {"more": 1}'
    assert list(objects_in(text)) == [{"answer": "a } b"}, {"more": 1}]


@pytest.mark.parametrize("text", ["<think>", '{"a":', "{", "[{", '{"a":1} '])
async def test_endless_braces_and_thoughts_cost_no_time_and_hold_nobody_up(text: str) -> None:
    flood = text * (MOST_BYTES * 9 // 10 // len(json.dumps(text)))
    started = time.monotonic()
    assert len(list(objects_in(flood))) <= MOST_PLACES
    assert time.monotonic() - started < 0.5
    async with fake_model(behaves=saying(flood)) as fake, model_of(fake) as model:
        asking = asyncio.create_task(model.ask(REQUEST, 5))
        longest = 0.0
        while not asking.done():
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - before)
        assert asking.result().trouble == Trouble.GARBAGE and longest < 2


@pytest.mark.parametrize(
    "text",
    [
        'Let me see, {"answer": "no"}, hm.</think>{"answer": "yes"}',
        '<think>a</think>{"answer": "yes"}',
        '{"answer": "yes"} <think> {"answer": "no"}',
    ],
)
def test_a_thought_is_no_answer_wherever_it_begins_or_ends(text: str) -> None:
    assert list(objects_in(text)) == [{"answer": "yes"}]
