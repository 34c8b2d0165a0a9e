"""What drafts learned, as the day shows it: a voice, a reason, an example, the report, and drafts that nobody saw."""

from bot.buttons import Buttons
from storage import threads
from storage.replies import Draft
from tests.cards.house import House
from tests.office import HERE

ANSWER = "The *small* service costs 69 euros."
SENT = f"Hi Annelie,\n\nI've looked at order MB-44120. {ANSWER}\n\nFrieda"
WRITTEN = "Hey Annelie! I've seen it, that's <fine>.\n\nCheers,\nFrieda"


async def learned(house: House) -> None:
    await _voice(house)
    await _put_away(house)
    await _example(house)
    await _shadow(house)


async def _voice(house: House) -> None:
    for number in range(4):
        await house.says("U0FRIEDA", WRITTEN, f"v{number}")
    await house.delivered()
    house.kept("voice", await house.office.command("U0FRIEDA", "kindline voice"))
    form = await house.press("U0FRIEDA", Buttons.EDIT_VOICE, "")
    house.kept("voice", form)
    house.kept("voice_set", await house.submit("U0FRIEDA", form, greeting="Good morning", emoji="no", length="long"))
    house.kept("voice_forgotten", await house.press("U0FRIEDA", Buttons.FORGET_VOICE, ""))
    house.kept("voice_erased", await house.press("U0FRIEDA", Buttons.ERASE_VOICE, ""))


async def _put_away(house: House) -> None:
    await _stored(house, "away", "m1", "offered")
    house.kept("put_away", await house.press("U0FRIEDA", Buttons.DISMISS_DRAFT, "away"))
    house.kept("reason", await house.press("U0FRIEDA", Buttons.DISMISS_REASON, "away|facts"))
    house.kept("learning", await house.office.command("U0NADINE", "kindline learning"))
    house.kept("started_over", await house.press("U0NADINE", Buttons.RESET_LEARNING, ""))


async def _example(house: House) -> None:
    await _stored(house, "sent", "m1", "used")
    form = await house.press("U0FRIEDA", Buttons.SAVE_EXAMPLE, "sent")
    house.kept("example", form)
    house.kept("example", await house.submit("U0FRIEDA", form, text=ANSWER, asks="What does the small service cost?"))
    house.kept("examples", await house.office.command("U0NADINE", "kindline examples"))
    house.kept("example_removed", await house.press("U0NADINE", Buttons.REMOVE_EXAMPLE, "xsent|"))


async def _shadow(house: House) -> None:
    house.kept("shadow_on", await house.office.command("U0NADINE", "kindline shadow on"))
    await house.says("U0ANNELIE", "What does the small service cost?", "s1", thread="s1")
    await _stored(house, "silent", "s1", "shadow", "")
    await house.says("U0FRIEDA", "The small service costs 75 euros, Annelie.", "s2", thread="s1")
    await house.delivered()
    house.kept("shadow", await house.office.command("U0NADINE", "kindline shadow"))
    house.kept("shadow_links", await house.press("U0NADINE", Buttons.SHADOW_LINKS, ""))
    await house.delivered()


async def _stored(house: House, draft_id: str, thread_id: str, state: str, who: str = "U0FRIEDA") -> None:
    """A draft with fixed words that has come so far."""
    async with house.office.rows() as tx:
        thread = await threads.thread(tx, HERE, "C0HELP", thread_id)
        assert thread is not None
        newest = [one for one in await threads.messages_of(tx, thread) if one.is_by_customer][-1]
        draft = Draft(
            workspace_id=HERE,
            draft_id=draft_id,
            channel_id="C0HELP",
            thread_id=thread_id,
            basis_id=newest.message_id,
            basis_hash=draft_id,
            text=SENT,
            created_at=tx.now,
            person_id=who,
            state=state,
        )
        draft.asks = [
            {"ask": "What does the small service cost?", "state": "answered", "answer": ANSWER, "source": "Prices"}
        ]
        draft.sources = ["Prices"]
        draft.sent_text = SENT if state == "used" else ""
        tx.session.add(draft)
