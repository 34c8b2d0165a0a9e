"""What an agent adds to a draft, as the day shows it: facts, a variant, who the customer is; and fewer cards."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.actions import Replace, Say, TellHere, TellPerson
from bot.buttons import Buttons
from bot.replies.capped import CAPPED
from bot.replies.draft_card import draft_card
from bot.replies.pages import page_id
from bot.replies.recurring import RECURRING
from bot.replies.when import basis_hash, newest_turn
from storage import threads
from storage.playbook import CustomerRow
from storage.replies import Draft
from storage.rows import EPOCH
from tests.cards.house import House
from tests.office import HERE, buttons

ASKS = {
    "will my *parcel* arrive by Saturday": "needs_fact",
    "when is my <bike> ready": "needs_fact",
    "where can I park": "needs_fact",
    "what does the small service cost": "answered",
}
NEAR = [
    {"words": "Behind the *shop*, <free> for two hours.", "source": "Shops \u203a Getting here", "key": "behind"},
    {
        "words": "At the workshop you may park on the forecourt while you hand your bike in. " * 4,
        "source": "Repairs and workshop appointments",
        "key": "forecourt",
    },
]
"""What the playbook perhaps says to where one can park."""
TEXT = "Hi Annelie,\n\nthe *small* service costs 69 euros. About the parcel I'll write to you by 15:00 today.\n\nFrieda"
PAGE = """---
owner: Nadine
updated: 2026-01-05
mood: good
---
# Delivery *abroad*

A parcel takes <three> days.

> Internal: up to 20 euros may be offered."""
STOCK = "id,title,topic,visibility,text\nthanks,Thank *you*,closing,public,Thank you {name} for <that>!\nbad,,,,"
WEEK = datetime(2026, 9, 28, tzinfo=UTC)
NEEDS = "What is the answer to “will my *parcel* arrive by Saturday”? Sent as it is, the draft promises one by 15:00."


async def added_to(house: House) -> None:
    await house.says("U0ANNELIE", "Will my parcel arrive by Saturday?", "f1", thread="f1")
    await _stored(house)
    await _shown(house, "asks")
    await _facts(house)
    await _chosen(house)
    await _ways(house)
    await _linked(house)
    await _fewer(house)
    await _pages(house)
    await _week(house)


async def _facts(house: House) -> None:
    house.kept("facts", await house.press("U0FRIEDA", Buttons.WRITE_FACTS, "flow"))
    await house.press("U0FRIEDA", Buttons.GIVE_FACT, "flow|0|yes")
    await _shown(house, "told")
    form = await house.press("U0FRIEDA", Buttons.OPEN_DRAFT, "flow")
    house.kept("with_facts", form)
    await house.submit(
        "U0FRIEDA", await house.press("U0FRIEDA", Buttons.WRITE_FACTS, "flow"), fact1="In <half> an hour"
    )
    await _fixed(house)
    await house.delivered()


async def _chosen(house: House) -> None:
    """A near answer of the playbook is pressed, and left out again."""
    await house.press("U0FRIEDA", Buttons.GIVE_FACT, "flow|2|behind")
    await _shown(house, "chosen")
    await house.press("U0FRIEDA", Buttons.GIVE_FACT, "flow|2|none")


async def _ways(house: House) -> None:
    await house.press("U0FRIEDA", Buttons.MORE_DRAFT, "flow|formal")
    await _shown(house, "formal")
    house.kept("why", await house.press("U0FRIEDA", Buttons.MORE_DRAFT, "flow|why"))
    await house.press("U0FRIEDA", Buttons.MAKE_RIGHT, "flow|5 %")
    await _shown(house, "offered")


async def _linked(house: House) -> None:
    async with house.office.rows() as tx:
        fields = {"record_id": "C-1001", "name": "Annelie *Voss*", "email": "annelie@voss.example"}
        row = CustomerRow(
            workspace_id=HERE, record_id="C-1001", email=fields["email"], fields=fields, imported_at=EPOCH
        )
        tx.session.add(row)
    form = await house.press("U0FRIEDA", Buttons.LINK_CUSTOMER, "flow")
    house.kept("customer", form)
    linked = house.kept("linked", await house.submit("U0FRIEDA", form, search="Annelie Voss", record="C-1001"))
    assert isinstance(linked, Say)
    undo = buttons(linked.card.parts)["Undo"]
    house.kept("unlinked", await house.press("U0FRIEDA", Buttons.UNLINK_CUSTOMER, undo))
    await _fixed(house)
    await house.delivered()


async def _fewer(house: House) -> None:
    house.kept("muted_today", await house.press("U0FRIEDA", Buttons.MORE_DRAFT, "flow|mute_today"))
    house.kept("muted", await house.office.command("U0FRIEDA", "mute"))
    house.kept("cards_on", await house.press("U0FRIEDA", Buttons.SHOW_CARDS, ""))
    told = {"person_id": "U0FRIEDA", "channel_id": "C0HELP", "thread_id": "", "topic": CAPPED}
    await house.office.put(TellHere(key="capped", about={"channel_id": "C0HELP"}, **told))
    await _fixed(house)
    await house.delivered()


async def _pages(house: House) -> None:
    form = await house.press("U0NADINE", Buttons.ADD_PAGE, "")
    house.kept("page", form)
    card = house.kept("page_saved", await house.submit("U0NADINE", form, text=PAGE))
    assert isinstance(card, Say)
    house.kept("page_undone", await house.press("U0NADINE", Buttons.RESTORE_PAGE, buttons(card.card.parts)["Undo"]))
    await house.submit("U0NADINE", form, text=PAGE)
    house.kept("playbook", await house.office.command("U0NADINE", "playbook"))
    house.kept("page_edit", await house.press("U0NADINE", Buttons.EDIT_PAGE, page_id("Delivery *abroad*")))
    house.kept("page_removed", await house.press("U0NADINE", Buttons.REMOVE_PAGE, page_id("Delivery *abroad*")))
    form = await house.press("U0NADINE", Buttons.ADD_STOCK, "")
    house.kept("stock", form)
    house.kept("stock_saved", await house.submit("U0NADINE", form, text=STOCK))
    stock = house.kept("stock", await house.office.command("U0NADINE", "playbook stock"))
    assert isinstance(stock, Say)
    form = await house.press("U0NADINE", Buttons.EDIT_STOCK, buttons(stock.card.parts)["Change"])
    house.kept("stock_reply", form)
    house.kept("cards", await house.office.command("U0NADINE", "kindline cards"))


async def _week(house: House) -> None:
    """Five threads asked the same, and no page answers it."""
    async with house.office.rows() as tx:
        for number in range(5):
            asks = [{"ask": "can you gift-wrap a *helmet*", "state": "owed", "source": ""}]
            place: dict[str, Any] = {"workspace_id": HERE, "channel_id": "C0HELP", "thread_id": f"w{number}"}
            made: dict[str, Any] = {"draft_id": f"week{number}", "basis_id": "m", "basis_hash": "h", "text": "Hi"}
            tx.session.add(Draft(**place, **made, created_at=WEEK, state="used", asks=asks))
    span = {"since": WEEK.isoformat(), "until": (WEEK + timedelta(days=7)).isoformat(), "week": "2026-W40"}
    await house.office.put(TellPerson(key="week", person_id="U0NADINE", topic=RECURRING, about=span))
    await house.delivered()


async def _shown(house: House, name: str) -> None:
    """The card as it stands now, with fixed words: what is composed has tests of its own."""
    draft = await _fixed(house)
    async with house.office.rows() as tx:
        thread = await threads.thread(tx, HERE, "C0HELP", "f1")
    assert thread is not None
    house.kept(f"draft_{name}", [Replace(draft_card(draft, thread, is_open_to_all=False))])


async def _fixed(house: House) -> Draft:
    async with house.office.rows() as tx:
        draft = await tx.session.get_one(Draft, (HERE, "flow"))
        told = {str(one["ask"]) for one in draft.given}
        draft.text, draft.needs, draft.can_link, draft.findings = TEXT, NEEDS, True, []
        draft.asks = [{"ask": ask, "state": "answered" if ask in told else state} for ask, state in ASKS.items()]
        near = draft.asks[2]
        near |= {"source": NEAR[0]["source"]} if near["ask"] in told else {"near": NEAR}
        draft.sources = ["Prices", *({near["source"]} if "source" in near else [])]
        draft.note = "Annelie answered outside the thread, in the channel."
        draft.offers = [
            {"key": "5 %", "words": "5 % off the next order", "needs_lead": False},
            {"key": "20 %", "words": "20 % off", "needs_lead": True},
        ]
        return draft


async def _stored(house: House) -> None:
    async with house.office.rows() as tx:
        thread = await threads.thread(tx, HERE, "C0HELP", "f1")
        assert thread is not None
        turn = newest_turn(await threads.messages_of(tx, thread))
        place: dict[str, Any] = {"workspace_id": HERE, "channel_id": "C0HELP", "thread_id": "f1"}
        made: dict[str, Any] = {
            "draft_id": "flow",
            "basis_id": turn[-1].message_id,
            "basis_hash": basis_hash(turn),
            "text": TEXT,
        }
        tx.session.add(Draft(**place, **made, created_at=tx.now, person_id="U0FRIEDA"))
    await _fixed(house)
