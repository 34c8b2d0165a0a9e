"""An agent may have no draft cards, for today or until they say otherwise; their drafts then stand at home alone."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.actions import Outcomes, Replace, Say
from bot.buttons import Buttons
from bot.calendar.local import local_instant, zone_named
from bot.cards import Actions, Button, Card, Part, Words, sentence
from bot.events import ButtonPressed, CommandGiven
from bot.home import refreshed
from bot.replies.cards import NOT_AN_AGENT
from storage import people
from storage.database import Transaction
from storage.people import Person

SETTING, FOR_GOOD = "cards_muted_until", "switched on"
TODAY = "You get no more draft cards today."
ALWAYS = "You get no draft cards until you switch them on again."
STILL = "New drafts stand in my Home meanwhile, and “Help me reply” on a message still brings one."
ON_AGAIN = "You get draft cards again."
ON_ALREADY = "Draft cards are on for you already."
HOW = "Type /kindline mute today, /kindline mute, or /kindline mute off."


def is_muted(person: Person | None, now: datetime) -> bool:
    until = str(person.settings.get(SETTING) or "") if person is not None else ""
    return until == FOR_GOOD or (bool(until) and now < datetime.fromisoformat(until))


async def mute(tx: Transaction, event: ButtonPressed | CommandGiven, *, is_for_today: bool) -> Outcomes:
    me = await people.person(tx, event.workspace_id, event.person_id)
    if me is None:
        return []
    tomorrow = tx.now.astimezone(zone_named(me.own_zone)).date() + timedelta(days=1)
    ends_at = local_instant(tomorrow, time(0), me.own_zone)
    me.settings = {**me.settings, SETTING: ends_at.isoformat() if is_for_today else FOR_GOOD}
    said = TODAY if is_for_today else ALWAYS
    back = Actions([Button(Buttons.SHOW_CARDS, "Show draft cards again")])
    return [Say(Card(said, [Words(said), Words(STILL), back])), refreshed(event.person_id)]


async def on_show(event: ButtonPressed, tx: Transaction) -> Outcomes:
    return [Replace(sentence(await _switched_on(tx, event))), refreshed(event.person_id)]


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    wish = event.text.strip().lower()
    if not viewer.has("agent"):
        return [Say(sentence(NOT_AN_AGENT))]
    if wish in ("off", "stop"):
        return [Say(sentence(await _switched_on(tx, event))), refreshed(event.person_id)]
    if wish not in ("", "today", "on"):
        return [Say(sentence(HOW))]
    return await mute(tx, event, is_for_today=wish == "today")


async def _switched_on(tx: Transaction, event: ButtonPressed | CommandGiven) -> str:
    me = await people.person(tx, event.workspace_id, event.person_id)
    if me is None or not is_muted(me, tx.now):
        return ON_ALREADY
    me.settings = {name: value for name, value in me.settings.items() if name != SETTING}
    return ON_AGAIN


def home_line(me: Person, now: datetime) -> Sequence[Part]:
    if not is_muted(me, now):
        return ()
    said = ALWAYS if me.settings.get(SETTING) == FOR_GOOD else TODAY
    return (Words(said), Actions([Button(Buttons.SHOW_CARDS, "Show draft cards again")]))
