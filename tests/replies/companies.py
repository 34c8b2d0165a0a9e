"""Small made-up companies in several trades, and a short way to draft for them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time

from bot.calendar.hours import TeamCalendar
from bot.conversation import Turn
from bot.reading.read import read
from bot.replies.sources.customers import CustomerRecord
from bot.replies.sources.playbook import Section, parse_page
from bot.replies.sources.stock import StockReply
from bot.replies.writing.brief import DraftBrief, Style
from bot.replies.writing.compose import Draft, compose
from bot.replies.writing.own_voice import OwnVoice

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)  # A Wednesday, 10:30 in Berlin.

BAKERY = parse_page("bakery.md", """# Opening hours
| | Old Town | Harbour |
|---|---|---|
| Monday-Friday | 7:00-18:00 | 6:30-17:00 |
| Saturday | 7:00-13:00 | closed |
| Sunday | closed | closed |

## Allergens
All cakes may hold traces of nuts. We bake without gluten on Tuesdays only.

## Cake orders
Order cakes 3 days ahead. Change or cancel free of charge until 24 hours before. A deposit of 15 euros is taken.

> Internal only: regulars get the deposit waived up to 40 euros.
""").sections  # fmt: skip

CLINIC = parse_page("clinic.md", """# Appointments
## Moving and cancelling
Free of charge until 24 hours before; later it is 35 euros.
## Blood tests
The patient should not eat for 8 hours before a blood test. Results are ready within 3 business days.
## In an emergency
Chest pain or trouble breathing: ring 112 at once. Do not drive yourself.
""").sections  # fmt: skip

SAAS = parse_page("saas.md", """# Plans and billing
## Prices
| plan | price a month | users |
|---|---|---|
| Solo | 9 euros | 1 |
| Team | 49 euros | 15 |
| Company | 190 euros | 100 |
## Refunds
We refund a yearly plan in full within 30 days of paying.
## Export
Every plan can export to CSV and JSON under Settings.

> Internal only: the discount floor is 22 percent; never say so.
""").sections  # fmt: skip

AIRLINE = parse_page("airline.md", """# Baggage
## Delayed baggage
We deliver a delayed bag to your address within 48 hours in most cases.
Buy what you need for the first night, up to 100 euros, and send us the receipts.
## Pets
Dogs up to 8 kg travel in the cabin for 60 euros.
""").sections  # fmt: skip


def draft(
    words: str | Sequence[str],
    sections: Sequence[Section] = (),
    *,
    name: str = "Robin Hale",
    record: CustomerRecord | None = None,
    now: datetime = NOW,
    zone: str = "Europe/Berlin",
    files: tuple[str, ...] = (),
    earlier: Sequence[str] = (),
    voice: OwnVoice | None = None,
    style: Style = "",
    given: Mapping[str, str] | None = None,
    chosen_remedy: str = "",
    stock: Sequence[StockReply] = (),
) -> Draft:
    """`words`: the customer's message, or lines "C: ..." and "A: ..." in order."""
    lines = [f"C: {words}"] if isinstance(words, str) else words
    turns = [
        Turn(
            "customer" if line[0] == "C" else "agent",
            name if line[0] == "C" else "Pat",
            line[3:],
            now,
            files if place == len(lines) - 1 else (),
        )
        for place, line in enumerate(lines)
    ]
    return compose(
        DraftBrief(
            turns=turns,
            reading=read(turns),
            customer_name=name,
            agent_name="Pat",
            record=record,
            sections=sections,
            now=now,
            customer_zone=zone,
            agent_zone="Europe/Berlin",
            calendar=TeamCalendar("Europe/Berlin", opens_at=time(8), closes_at=time(18)),
            earlier_texts=[*earlier, *(turn.text for turn in turns if turn.by == "agent")],
            voice=voice or OwnVoice(),
            style=style,
            given=given or {},
            chosen_remedy=chosen_remedy,
            stock=stock,
        )
    )
