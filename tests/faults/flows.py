"""The flows that are swept: each person does what a patient colleague would do, and looks again before doing it
twice."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tests.faults.bench import CONNECTION_LOST, MARIGOLD, ON_TEAMS, Bench, Json, Refused
from tests.faults.person import Person, by, of_the_bot, plainly, saying, with_button
from tests.messages import is_home, quoted

FRIEDA, ANNELIE, MILO = "U0FRIEDA", "U0ANNELIE", "U0MILO"
ASKS = "Hello, my bike arrived with a bent wheel. Can you send me a new one, and when would it be here?"
REPLY = "Hi Annelie, I am sorry about the wheel. I'll send you the tracking link today at 15:00. Best, Frieda"
INSIGHT = "Customers keep asking for a child seat that fits the M400"
NOTICED = ("promise.undo", "promise.track", "promise.done")
READY = "Your reply, ready to copy"


async def writes_to_us(bench: Bench, team: str = MARIGOLD) -> None:
    """A customer's message becomes a draft that the agent can see."""
    await bench.say(ANNELIE, ASKS, team=team)
    frieda = Person(bench, FRIEDA, team)
    await frieda.gets("a draft", lambda state: with_button(state, "draft.use"), frieda.opens_home, waits_s=5)


async def uses_the_draft(bench: Bench) -> None:
    """The agent edits the draft and uses it; the promise in it is noticed."""
    frieda = Person(bench, FRIEDA)

    async def goes_on(state: Json) -> None:
        asked = with_button(state, "reply.send_again")
        if asked:
            await frieda.presses(asked, "reply.send_again")
        else:
            await edits_the_draft(frieda, state)

    await frieda.gets("her reply in the thread", lambda state: by(state, FRIEDA, "tracking link"), goes_on)
    await frieda.gets("her promise", lambda state: with_button(state, *NOTICED), frieda.opens_home, waits_s=5)


async def edits_the_draft(frieda: Person, state: Json) -> None:
    card = with_button(state, "draft.open")
    if state["modal"]:
        await frieda.submits(text=REPLY)
    elif card:
        await frieda.presses(card, "draft.open")
        await frieda.submits(text=REPLY)
    else:
        await frieda.opens_home(state)


async def uses_the_draft_by_hand(bench: Bench) -> None:
    """Where no bot can post as a person: the agent gets the words to copy, and posts them; the promise is noticed."""
    frieda = Person(bench, FRIEDA, ON_TEAMS)

    async def goes_on(state: Json) -> None:
        ready = [one for one in [state["modal"] or {}, *saying(state, READY)] if READY in plainly(one)]
        asked = by(state, ANNELIE, "bent wheel")[-1]
        if ready:
            await frieda.tries("say", channel="C0HELP", text=quoted(ready[-1]), thread=asked["id"])
        else:
            await edits_the_draft(frieda, state)

    await frieda.gets("her reply in the thread", lambda state: by(state, FRIEDA, "tracking link"), goes_on)
    await frieda.gets("her promise", lambda state: with_button(state, *NOTICED), frieda.opens_home, waits_s=5)


async def waits_for_the_reminder(bench: Bench, team: str = MARIGOLD) -> None:
    """The clock goes from one due thing to the next until the promise is due, and its owner hears of it."""
    frieda = Person(bench, FRIEDA, team)

    async def time_passes(_: Json) -> None:
        await bench.up()
        try:
            await bench.do("clock", to_next=True)
        except (Refused, *CONNECTION_LOST):
            await frieda.looks_away()

    await frieda.gets("the reminder", lambda state: saying(state, "It is due now"), time_passes)


async def logs_an_insight(bench: Bench) -> None:
    """An insight is logged, marketing answers on its card, and the contributor hears of it."""
    frieda = Person(bench, FRIEDA)

    async def logs_it(_: Json) -> None:
        await frieda.tries("open_home")
        if INSIGHT not in plainly((await frieda.sees())["home"]):
            await frieda.tries("command", channel="C0TEAM", command="/insight", text=f"{INSIGHT} #accessories")

    await is_answered(bench, frieda, logs_it)


async def logs_an_insight_on_teams(bench: Bench) -> None:
    """The same on Teams; the company's marketing is on Slack, so the insight crosses over and its answer comes back."""
    frieda = Person(bench, FRIEDA, ON_TEAMS)

    async def logs_it(before: Json) -> None:
        await frieda.tries("open_home")
        known = {one["id"] for one in of_the_bot(before)}

        async def home() -> list[Json]:
            return [one for one in of_the_bot(await frieda.sees()) if is_home(one) and one["id"] not in known]

        cards = await bench.until(home, 5.0)
        if cards and not any(INSIGHT in plainly(one) for one in of_the_bot(await frieda.sees())):
            await frieda.tries("command", command="insight", text=f"{INSIGHT} #accessories")

    await is_answered(bench, frieda, logs_it)


async def is_answered(bench: Bench, frieda: Person, logs_it: Callable[[Json], Awaitable[None]]) -> None:
    milo = Person(bench, MILO)

    async def logs(_: Json) -> None:
        await logs_it(await frieda.sees())

    async def answers(state: Json) -> None:
        card = with_button(state, "insight.acting")
        if card:
            await milo.presses(card, "insight.acting")

    await milo.gets("the card", lambda state: saying(state, INSIGHT), logs)
    await milo.gets("his answer on the card", lambda state: saying(state, "Milo Brandt is acting"), answers)
    await frieda.gets("the answer", lambda state: saying(state, "is acting on your insight"), frieda.waits, waits_s=5)


@dataclass(frozen=True, slots=True)
class Flow:
    name: str
    run: Callable[[Bench], Awaitable[None]]


Chains = Sequence[Sequence[Flow]]
DRAFT = Flow("a customer's message becomes a draft", writes_to_us)
REPLY_SENT = Flow("a used draft becomes a reply and a promise", uses_the_draft)
REMINDER = Flow("a due promise becomes a reminder", waits_for_the_reminder)
INSIGHT_ANSWERED = Flow("an insight comes back answered", logs_an_insight)
CHAINS: Chains = ((DRAFT, REPLY_SENT, REMINDER), (INSIGHT_ANSWERED,))
"""Each flow begins where the one before it ended."""
DRAFT_ON_TEAMS = Flow("on Teams a message becomes a draft", partial(writes_to_us, team=ON_TEAMS))
REPLY_COPIED = Flow("on Teams a draft is copied and makes a promise", uses_the_draft_by_hand)
REMINDER_ON_TEAMS = Flow("on Teams a promise becomes a reminder", partial(waits_for_the_reminder, team=ON_TEAMS))
INSIGHT_CROSSED = Flow("on Teams an insight crosses to Slack and back", logs_an_insight_on_teams)
CHAINS_ON_TEAMS: Chains = ((DRAFT_ON_TEAMS, REPLY_COPIED, REMINDER_ON_TEAMS), (INSIGHT_CROSSED,))
