"""Builds the asker from the settings, and tries a model out for an admin."""

from collections.abc import Callable
from time import monotonic

from pydantic import BaseModel

from bot.model.asker import Asker
from bot.model.budget import Budget
from bot.settings import Settings
from prompts.asking import DEADLINE_S, Purpose, Request, Trouble
from prompts.openai_model import Endpoint, OpenAIModel
from prompts.prompt import prompts
from storage.database import Database

OPENAI = "https://api.openai.com/v1"
_SHAPES = {
    "schema": "it keeps to a JSON schema",
    "object": "it answers in JSON, though not to a schema",
    "text": "it answers in plain text, in which JSON is looked for",
}
_MEND = {
    Trouble.NO_KEY: "it wants a key; set KINDLINE_MODEL_KEY",
    Trouble.WRONG_KEY: "it did not accept KINDLINE_MODEL_KEY",
    Trouble.QUOTA_GONE: "its account is used up",
    Trouble.TOO_SLOW: "it took longer than {seconds:.0f} seconds",
    Trouble.UNREACHABLE: "nobody answers at KINDLINE_MODEL_URL",
    Trouble.REFUSED: "it refused; look at KINDLINE_MODEL_URL and KINDLINE_MODEL_NAME",
    Trouble.BUSY: "it is busy or out of order; try again in a while",
    Trouble.GARBAGE: "its answer could not be used; a larger model would help",
    Trouble.TOO_LONG: "it talked until it was cut off; a larger model would help",
}


class Greeting(BaseModel):
    word: str


def model_from(settings: Settings) -> OpenAIModel | None:
    """None without a model's name."""
    name, key = settings.model_name.strip(), settings.model_key.get_secret_value().strip()
    if not name:
        return None
    return OpenAIModel(Endpoint(settings.model_url.strip() or OPENAI, key, name, settings.model_at_once))


def asker_from(settings: Settings, database: Database) -> Asker:
    """The prompts are loaded here, so that a broken one stops the start."""
    prompts()
    budget = Budget(
        tokens=settings.model_tokens_per_day,
        money=settings.model_money_per_day,
        price_in=settings.model_price_in,
        price_out=settings.model_price_out,
        channel_percent=settings.model_channel_percent,
    )
    return Asker(database, model_from(settings), budget, settings.model_name.strip())


async def try_model(asker: Asker, say: Callable[[str], object]) -> None:
    """Ask one small thing, and say what the model can do; that it cannot be asked is a pity and stops nothing."""
    if isinstance(asker.model, OpenAIModel):
        said, can_be_used = await _trial(asker.model, asker.name)
        say(f"{'[green]✓[/]' if can_be_used else '[yellow]![/]'} {said}")


async def _trial(model: OpenAIModel, name: str) -> tuple[str, bool]:
    request = Request(Purpose.DRAFT, "trial", 1, "You greet people.", ("Greet with one English word.",), Greeting)
    started = monotonic()
    reply = await model.ask(request, DEADLINE_S[Purpose.DRAFT])
    if reply.trouble is not None:
        said = _MEND[reply.trouble].format(seconds=DEADLINE_S[Purpose.DRAFT])
        return f"The model {name} cannot be used: {said}. Drafts come in Kindline's own words meanwhile.", False
    shape = _SHAPES[model.manner.shape]
    return f"The model {name} answers within {max(monotonic() - started, 0.1):.1f} s, and {shape}.", True
