"""Carries the bot's answers back to the person who is waiting, within Slack's three seconds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import orjson
import structlog

from bot.actions import Answer, OpenForm, RefuseForm, Replace, Say
from bot.cards import Card, sentence
from bot.errors import PlatformRefused
from bot.events import ButtonPressed, CommandGiven, FormSubmitted, Interaction, ShortcutUsed
from bot.places import OnlyVisibleTo
from handlers.hall.afterwards import Afterwards
from handlers.hall.remarks import form_offer, together
from handlers.slack.api import Api, Json
from handlers.slack.blocks import message
from handlers.slack.forms import error_blocks, modal, origin
from handlers.slack.handles import Handle, unpacked
from handlers.slack.interactions import person_in
from handlers.slack.posting import Posting
from storage.rows import EPOCH

log = structlog.get_logger()

_TRIGGER_GONE = (
    "trigger_expired",
    "trigger_exchanged",
    "expired_trigger_id",
    "exchanged_trigger_id",
    "invalid_trigger_id",
)
LATE = "That took a moment too long for Slack. Your form is ready: press the button to open it."
LATE_AND_LONG = "That took a moment too long for Slack. Please do it once more, and the form will open."


@dataclass(slots=True)
class Answers:
    api: Api
    posting: Posting
    _afterwards: Afterwards = field(default_factory=lambda: Afterwards("slack"))

    async def give(self, event: Interaction, answers: Sequence[Answer], view: Json) -> Json | None:
        """Carry out the answers; what comes back is the body of the acknowledgement. `view` is the submitted form."""
        if isinstance(event, FormSubmitted):
            return await self._to_form(event, answers, view)
        cards: list[Card] = []
        for answer in answers:
            if isinstance(answer, OpenForm):
                late = await self._open(event, answer)
                cards += [late] if late else []
            elif isinstance(answer, Replace) and isinstance(event, ButtonPressed) and _can_replace(event):
                self._afterwards.later(event, partial(self._replace, event, answer.card))
            elif isinstance(answer, Say | Replace):
                cards.append(answer.card)
        if not cards:
            return None
        if isinstance(event, CommandGiven):
            return {"response_type": "ephemeral", **message(together(cards))}
        self._afterwards.later(event, partial(self._say, event, together(cards)))
        return None

    async def finish(self) -> None:
        """Wait for what is still being said; called once, when the server stops."""
        await self._afterwards.finish()

    async def instead(self, workspace_id: str, body: Json, text: str) -> Json | None:
        """One sentence where the person looks, when there is no answer yet or will be none; typed words stay."""
        if "command" in body:
            return {"response_type": "ephemeral", "text": text}
        if body.get("type") == "view_submission":
            shown = error_blocks(body.get("view") or {}, {"": text})
            return {"response_action": "errors", "errors": shown} if shown else None
        url, person_id = str(body.get("response_url") or ""), person_in(body)
        event = Interaction(workspace_id=workspace_id, at=EPOCH, person_id=person_id, reply_to=Handle(url).packed())
        self._afterwards.later(event, partial(self._say, event, sentence(text)))
        return None

    def late(self, workspace_id: str, body: Json, said: Any) -> None:
        """A command's answer still has its response address; a form's waits until it is submitted once more."""
        url = str(body.get("response_url") or "")
        if "command" in body and url:
            event = Interaction(workspace_id=workspace_id, at=EPOCH, person_id=person_in(body))
            told = said if isinstance(said, dict) else orjson.loads(said)
            self._afterwards.later(event, partial(self.api.respond, url, told))

    async def _to_form(self, event: FormSubmitted, answers: Sequence[Answer], view: Json) -> Json | None:
        _, channel_id, thread_id = origin(view)
        errors: dict[str, str] = {}
        said: Json | None = None
        cards: list[Card] = []
        for answer in answers:
            if isinstance(answer, RefuseForm):
                errors |= answer.errors
            elif isinstance(answer, OpenForm):
                said = {"response_action": "update", "view": modal(answer.form, channel_id, thread_id)}
            elif isinstance(answer, Say | Replace):
                cards.append(answer.card)
        if errors:
            return {"response_action": "errors", "errors": error_blocks(view, errors)}
        if cards:
            place = OnlyVisibleTo(event.person_id, channel_id, thread_id)
            self._afterwards.later(event, partial(self._tell, event, place, together(cards)))
        return said

    async def _open(self, event: Interaction, answer: OpenForm) -> Card | None:
        """Open it now. When the trigger is too old: the card with which the person can open it after all."""
        try:
            if isinstance(event, ButtonPressed) and event.form_id:
                view = modal(answer.form, event.channel_id, event.thread_id)
                await self.api.call(event.workspace_id, "views.update", view_id=event.form_id, view=view)
            else:
                view = modal(answer.form, *_place(event))
                await self.api.call(event.workspace_id, "views.open", trigger_id=event.opener, view=view)
        except PlatformRefused as error:
            if error.code not in _TRIGGER_GONE:
                raise
            log.warning("slack.trigger_too_old", workspace=event.workspace_id, kind=type(event).__name__)
            return form_offer(event, LATE, LATE_AND_LONG)
        return None

    async def _replace(self, event: ButtonPressed, card: Card) -> None:
        await self.posting.replace(event.workspace_id, unpacked(event.reply_to), card)

    async def _say(self, event: Interaction, card: Card) -> None:
        """Privately, where the person is looking; in their own chat with the bot when they look at no channel."""
        url = unpacked(event.reply_to).url
        if url and not _is_in_thread(event):
            await self.api.respond(url, {"replace_original": False, "response_type": "ephemeral", **message(card)})
        else:
            await self._tell(event, OnlyVisibleTo(event.person_id, *_place(event)), card)

    async def _tell(self, event: Interaction, place: OnlyVisibleTo, card: Card) -> None:
        await self.posting.show_only_to(event.workspace_id, place, message(card))


def _is_in_thread(event: Interaction) -> bool:
    """A response address knows no thread, and whoever chose a shortcut on a reply is looking at its thread."""
    return isinstance(event, ShortcutUsed) and event.thread_id not in ("", event.message_id)


def _can_replace(event: ButtonPressed) -> bool:
    return unpacked(event.reply_to) != Handle()


def _place(event: Interaction) -> tuple[str, str]:
    if isinstance(event, ButtonPressed | ShortcutUsed):
        return event.channel_id, event.thread_id
    return (event.channel_id, "") if isinstance(event, CommandGiven) else ("", "")
