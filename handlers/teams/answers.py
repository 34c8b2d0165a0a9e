"""Carries the bot's answers back to the person who is waiting: in the answer to an invoke, or in a chat right after."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from secrets import token_hex
from typing import Any

from bot.actions import Answer, OpenForm, RefuseForm, Replace, Say
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, Interaction, ShortcutUsed
from bot.places import OnlyVisibleTo
from handlers.hall.afterwards import Afterwards
from handlers.hall.characters import shortened, visible
from handlers.hall.remarks import form_offer, together
from handlers.teams.activity import account_of, inner, is_own_chat, person_of, place_of, word
from handlers.teams.cards import CONTENT_TYPE, content, message
from handlers.teams.forms import Origin, Submitted, again, dialog, reading, submitted
from handlers.teams.interactions import ACTION_FETCH, ACTION_SUBMIT, FETCH, PRESS, SUBMIT
from handlers.teams.posting import Posting
from handlers.teams.typed import as_typed
from handlers.teams.wire import Json
from storage.rows import EPOCH

OPENING, SUBMITTING = frozenset({FETCH, ACTION_FETCH}), frozenset({SUBMIT, ACTION_SUBMIT})
MESSAGE_TYPE = "application/vnd.microsoft.activity.message"
FORM_IS_READY = "Your form is ready: press the button to open it."
FORM_IS_LONG = "Your form is too long to open from here. Please use the button on the card or your home card."
BELOW, IN_CHAT, UNDER_WAY = "Answered below.", "I answered in our private chat.", "Done; nothing more is needed here."
PRIVATELY, SOON = "I answered for your eyes alone.", "It is on its way, for your eyes alone."
ON_ITS_WAY = "It is on its way: please look in our private chat."
NOTHING_NEW = "Nothing new came of this. If you are waiting for a form, please press the button once more."
MOST_THANKS = 300
MOST_OPENED = 200
"""Forms kept for a press that Teams sends again; it does so within seconds."""
CLOSED = "This form is no longer open. Please open it once more; nothing was lost on our side."


@dataclass(slots=True)
class Answers:
    posting: Posting
    _afterwards: Afterwards = field(default_factory=lambda: Afterwards("teams"))
    _opened: OrderedDict[tuple[str, str, str], Json] = field(default_factory=OrderedDict)

    async def give(self, event: Interaction, answers: Sequence[Answer], activity: Json) -> Json | None:
        """Carry out the answers; what comes back is the body of the invoke's answer, None for none."""
        name = activity.get("name")
        if name == PRESS:
            return self._to_press(event, answers, activity)
        if name in OPENING:
            return self._to_opening(event, answers, activity)
        if name in SUBMITTING:
            return self._to_submission(event, answers, activity)
        cards = self._cards(event, answers)
        if cards:
            self._afterwards.later(event, partial(self._say, event, activity, together(cards)))
        return None

    async def finish(self) -> None:
        """Wait for what is still being said; called once, when the server stops."""
        await self._afterwards.finish()

    async def instead(self, workspace_id: str, body: Json, text: str) -> Json | None:
        """One sentence where the person looks, when there is no answer yet or will be none; typed words stay."""
        name = body.get("name")
        if name == PRESS:
            return _said(text)
        if name in SUBMITTING:
            return again(_submitted(body), {"": text}) or reading(sentence(text))
        if name in OPENING:
            return reading(sentence(text))
        event = Interaction(workspace_id=workspace_id, at=EPOCH, person_id=person_of(account_of(body)))
        self._afterwards.later(event, partial(self._say, event, body, sentence(text)))
        return None

    def late(self, workspace_id: str, body: Json, said: Any) -> None:
        """Cards and sentences went out by themselves; a dialog can be opened by nobody but its person, who asks once
        more."""

    def _to_press(self, event: Interaction, answers: Sequence[Answer], activity: Json) -> Json:
        """The new card is the answer, for whoever pressed, and is put in its place for everybody and for good."""
        shown: Json | None = None
        others: list[Answer] = []
        link = self._link(inner(inner(activity, "value"), "action"))
        for answer in answers:
            if isinstance(answer, Replace) and _can_replace(event):
                shown = content(answer.card, link)
                self._afterwards.later(event, partial(self._replace, event, answer.card, link))
            else:
                others.append(answer)
        cards = self._cards(event, others)
        if cards:
            self._afterwards.later(event, partial(self._say, event, activity, together(cards)))
        if shown is not None:
            return {"statusCode": 200, "type": CONTENT_TYPE, "value": shown}
        if not cards:
            return _said(UNDER_WAY)
        return _said(BELOW if place_of(activity).is_personal else PRIVATELY if self.posting.targeted else IN_CHAT)

    def _to_opening(self, event: Interaction, answers: Sequence[Answer], activity: Json) -> Json:
        """Teams opens a dialog now, whatever stands in it. No answers may mean a press that came again: it is opened
        as before, where this process did it."""
        opened = self._opened.get(_gesture(event, activity))
        if opened is not None and not answers:
            return opened
        link = self._link(inner(activity, "value"))
        origin = Origin(token_hex(8), *_place(event), link)
        for answer in answers:
            if isinstance(answer, OpenForm):
                return self._kept(event, activity, dialog(answer.form, origin))
            if isinstance(answer, Replace) and _can_replace(event):
                self._afterwards.later(event, partial(self._replace, event, answer.card, link))
        cards = [answer.card for answer in answers if isinstance(answer, Say | Replace)]
        # A message action that opens nothing sends something instead, which arrives a moment later.
        soon = SOON if self.posting.targeted else ON_ITS_WAY
        otherwise = soon if isinstance(event, ShortcutUsed) else NOTHING_NEW
        return reading(together(cards) if cards else sentence(otherwise), origin=origin)

    def _kept(self, event: Interaction, activity: Json, opened: Json) -> Json:
        self._opened[_gesture(event, activity)] = opened
        if len(self._opened) > MOST_OPENED:
            self._opened.popitem(last=False)
        return opened

    def _to_submission(self, event: Interaction, answers: Sequence[Answer], activity: Json) -> Json | None:
        """None closes the dialog. A form that came back without itself, which only an older version sends, cannot be
        drawn again, and its sentences are told instead."""
        found = _submitted(activity)
        errors: dict[str, str] = {}
        opened: Json | None = None
        cards: list[Card] = []
        for answer in answers:
            if isinstance(answer, RefuseForm):
                errors |= answer.errors
            elif isinstance(answer, OpenForm):
                opened = dialog(answer.form, Origin(token_hex(8), *_origin(found)))
            elif isinstance(answer, Say | Replace):
                cards.append(answer.card)
        if errors:
            said = " ".join(dict.fromkeys(errors.values()))
            return again(found, errors) or reading(sentence(said or CLOSED))
        if cards and isinstance(event, ButtonPressed) and opened is None:
            return reading(together(cards), origin=Origin(token_hex(8), *_origin(found)))
        if cards:
            self._afterwards.later(event, partial(self._tell, event, activity, found, together(cards)))
        return opened or (_thanks(cards) if activity.get("name") == ACTION_SUBMIT else None)

    async def _replace(self, event: Interaction, card: Card, link: str) -> None:
        await self.posting.replace(event.workspace_id, event.reply_to, card, link)

    async def _say(self, event: Interaction, activity: Json, card: Card) -> None:
        """Where the person is looking, if nobody else does; otherwise in their own chat, or for their eyes alone."""
        if is_own_chat(activity):
            await self.posting.post(event.workspace_id, place_of(activity).conversation_id, message(card))
        else:
            await self.posting.show_only_to(event.workspace_id, _eyes_only(event, activity), card)

    async def _tell(self, event: Interaction, activity: Json, found: Submitted, card: Card) -> None:
        """What follows from a form, with the link to the thread that it was about."""
        channel_id, thread_id, link = _origin(found)
        link = link if self.posting.is_link(link) else ""
        if channel_id:
            place = OnlyVisibleTo(event.person_id, channel_id, thread_id)
            await self.posting.show_only_to(event.workspace_id, place, card, link)
        elif is_own_chat(activity):
            await self.posting.post(event.workspace_id, place_of(activity).conversation_id, message(card, link))
        else:
            await self.posting.post_privately(event.workspace_id, event.person_id, message(card, link))

    def _cards(self, event: Interaction, answers: Sequence[Answer]) -> list[Card]:
        """What is said where no form can open: a form is then a card with the button that opens it."""
        seal = partial(self.posting.handles.sealed, event.workspace_id, event.person_id)
        cards = []
        for answer in answers:
            if isinstance(answer, OpenForm):
                cards.append(form_offer(event, FORM_IS_READY, FORM_IS_LONG, seal))
            elif isinstance(answer, Say | Replace):
                cards.append(answer.card)
            elif isinstance(answer, RefuseForm):
                cards.append(sentence(" ".join(answer.errors.values())))
        return cards

    def _link(self, pressed: Json) -> str:
        """The link that the pressed card had. It comes from the person's client, so it must be one of ours."""
        link = word(inner(pressed, "data"), "l", 2_000)
        return link if self.posting.is_link(link) else ""


def _thanks(cards: Sequence[Card]) -> Json:
    """A message action was done elsewhere than in our chat, and some clients take an empty answer for a failure."""
    said = shortened(visible(as_typed(cards[0].summary)), MOST_THANKS) if cards else UNDER_WAY
    return {"task": {"type": "message", "value": said}}


def _said(text: str) -> Json:
    return {"statusCode": 200, "type": MESSAGE_TYPE, "value": text}


def _submitted(activity: Json) -> Submitted:
    value: Mapping[str, Any] = inner(activity, "value")
    return submitted(value.get("data") or value)


def _origin(found: Submitted) -> tuple[str, str, str]:
    return found.origin.channel_id, found.origin.thread_id, found.origin.link


def _gesture(event: Interaction, activity: Json) -> tuple[str, str, str]:
    return event.workspace_id, event.person_id, word(activity, "id")


def _can_replace(event: Interaction) -> bool:
    return isinstance(event, ButtonPressed) and bool(event.reply_to) and not event.form_id


def _place(event: Interaction) -> tuple[str, str]:
    if isinstance(event, ButtonPressed | ShortcutUsed):
        return event.channel_id, event.thread_id if event.channel_id else ""
    return (event.channel_id, "") if isinstance(event, CommandGiven) else ("", "")


def _eyes_only(event: Interaction, activity: Json) -> OnlyVisibleTo:
    place = place_of(activity)
    thread_id = _place(event)[1] or place.root_id
    return OnlyVisibleTo(event.person_id, place.channel_id, thread_id)
