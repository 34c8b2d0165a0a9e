"""Each line of a list leads to its promise's words, where the platform knows an address for them."""

from bot.cards import Actions, Card, LinkButton, ThreadLink
from handlers.hall.links import with_links
from tests.promises.office import FRIDAY_NOON, Office, berlin


def links(card: Card) -> list[ThreadLink]:
    rows = [part.items for part in card.parts if isinstance(part, Actions)]
    return [item for row in rows for item in row if isinstance(item, ThreadLink)]


async def test_a_line_of_the_daily_list_leads_to_the_words(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await office.pass_time(berlin(19, 10))
    [digest] = office.deliveries("U0FRIEDA")[1:]
    assert links(digest.card) == [ThreadLink("Show thread", "C0HELP", "m1")]


async def test_a_promise_noted_by_hand_leads_nowhere(office: Office) -> None:
    await office.command("promise", "I'll call Annelie back by Friday noon")
    await office.pass_time(berlin(19, 10))
    assert links(office.deliveries("U0FRIEDA")[-1].card) == []


async def test_a_message_without_an_address_gets_no_button_and_each_is_asked_for_once() -> None:
    asked: list[tuple[str, str]] = []

    async def find(channel_id: str, message_id: str) -> str:
        asked.append((channel_id, message_id))
        return "https://chat.example/1" if message_id == "m1" else ""

    rows = [Actions([ThreadLink("Show thread", "C0", message)]) for message in ("m1", "m2", "m1")]
    card = await with_links(Card("list", rows), find)
    found = [part.items for part in card.parts if isinstance(part, Actions)]
    assert found == [[LinkButton("Show thread", "https://chat.example/1")], [], found[0]]
    assert asked == [("C0", "m1"), ("C0", "m2")]
