"""What a model's part in drafts looks like: the draft in its words, the command, what would leave, a spent budget."""

from bot.actions import OfferDraft, TellPerson
from bot.replies.polishing.desk import BUDGET
from bot.replies.polishing.writing import BY_MODEL
from bot.replies.when import basis_hash, newest_turn
from prompts.asking import Purpose, Reply, Request, T, Trouble
from storage import model_use, threads
from storage.replies import Draft
from tests.cards.house import House
from tests.office import HERE

ASKED = "Hi Frieda, when does my *blue* bicycle come back from its repair? It was ready on Monday, you said. MB-44120"


class Silent:
    """A model that is there and never gets to say anything."""

    async def ask(self, request: Request[T], deadline_s: float) -> Reply[T]:
        return Reply(trouble=Trouble.BUSY)

    async def close(self) -> None:
        return None


async def in_better_words(house: House) -> None:
    house.kept("model_none", await house.office.command("U0NADINE", "kindline model"))
    house.asker.model, house.asker.name = Silent(), "llama-*3*"
    async with house.office.rows() as tx:
        place = (HERE, tx.raw_now.date(), "C0HELP", str(Purpose.DRAFT))
        await model_use.book(tx, place, asked=4, answered=3, tokens=2100, cost_micros=1_250_000, took_ms=9400)
    await house.says("U0ANNELIE", ASKED, "w1", thread="w1")
    await _draft(house)
    house.kept("model", await house.office.command("U0NADINE", "kindline model"))
    house.kept("model_show", await house.office.command("U0NADINE", "kindline model show"))
    await house.office.put(OfferDraft(key="worded", draft_id="worded", person_id="U0FRIEDA"))
    await house.office.put(TellPerson(key="spent", person_id="U0NADINE", topic=BUDGET, about={"day": "2026-11-18"}))
    await house.delivered("by_model")
    house.asker.model = None


async def _draft(house: House) -> None:
    async with house.office.rows() as tx:
        thread = await threads.thread(tx, HERE, "C0HELP", "w1")
        assert thread is not None
        turn = newest_turn(await threads.messages_of(tx, thread))
        tx.session.add(
            Draft(
                workspace_id=HERE,
                draft_id="worded",
                channel_id="C0HELP",
                thread_id="w1",
                basis_id="w1",
                basis_hash=basis_hash(turn),
                text="Hi Annelie,\n\nI am looking into where your bicycle is.\n\nFrieda",
                created_at=tx.now,
                person_id="U0FRIEDA",
                by_model=BY_MODEL,
            )
        )
