"""What the fault tests do and look for in Teams, where everything private stands in the chat with the bot."""

from typing import Any

from tests.faults.bench import ON_TEAMS, Bench, Json
from tests.faults.flows import ANNELIE, ASKS, FRIEDA, REPLY
from tests.faults.oracles import SEND
from tests.faults.person import Person, saying

CHAT = {FRIEDA: "D0FRIEDA", "U0JONAS": "D0JONAS", "U0NADINE": "D0NADINE"}


def someone(bench: Bench, person_id: str = FRIEDA) -> Person:
    return Person(bench, person_id, ON_TEAMS)


async def writes(bench: Bench, text: str = ASKS, user: str = ANNELIE, **more: Any) -> str:
    return await bench.say(user, text, team=ON_TEAMS, **more)


async def shown(bench: Bench, button: str, person_id: str = FRIEDA, within_s: float = 15.0) -> Json:
    return await someone(bench, person_id).shown(button, within_s)


async def told(bench: Bench, text: str, person_id: str = FRIEDA, within_s: float = 15.0) -> list[Json]:
    """The cards that hold these words, once there is one."""

    async def found() -> list[Json]:
        return saying(await someone(bench, person_id).sees(), text)

    cards = await bench.until(found, within_s)
    assert cards, f"nobody told {person_id}: {text}"
    return list(cards)


async def posted(bench: Bench, person_id: str = FRIEDA) -> list[Json]:
    """What the connector accepted for somebody's chat with the bot, in order."""
    calls = [call for call in await bench.calls(SEND) if call["answer"]["status"] < 300]
    return [call["args"]["activity"] for call in calls if call["args"]["channel"] == CHAT[person_id]]


async def fault(bench: Bench, method: str, kind: str, **more: Any) -> None:
    await bench.do("fault", platform="teams", method=method, kind=kind, **more)


async def deliveries(bench: Bench, kind: str) -> list[Json]:
    """What Teams brought to the bot, each with its attempts."""
    return [one for one in (await bench.ask("events", team=ON_TEAMS))["events"] if one["kind"] == kind]


def rows(bench: Bench, query: str) -> list[Any]:
    return bench.rows(f"SELECT * FROM {query}")


async def edits_and_uses(bench: Bench) -> None:
    """The agent opens the draft, writes her own words and uses them."""
    frieda = someone(bench)
    await frieda.presses(await shown(bench, "draft.open"), "draft.open")
    form = (await frieda.sees())["modal"]
    await frieda.tries("submit", view=form["id"], values={"text": {"text": REPLY}})
