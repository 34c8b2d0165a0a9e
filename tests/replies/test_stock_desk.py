"""One stock reply at a time: a lead changes it or takes it away, and nobody's change is lost."""

from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Say
from bot.buttons import Buttons
from bot.cards import Form, SelectInput, TextInput
from storage import playbook
from tests.office import HERE, THERE, buttons, only, said, words
from tests.replies.desk import ReplyDesk

LEAD, AGENT = "U0NADINE", "U0FRIEDA"
CSV = """id,title,topic,visibility,text,language
thanks,Thank you,closing,public,Thank you {name}!,en
danke,Danke,closing,public,"Danke, {name}!",de"""


@pytest.fixture(autouse=True)
async def imported(desk: ReplyDesk) -> None:
    form = only(await desk.office.press(LEAD, Buttons.ADD_STOCK), OpenForm).form
    await desk.office.submit(LEAD, form, text=CSV)


async def listed(desk: ReplyDesk, line: str = "playbook stock", who: str = LEAD) -> Any:
    return only(await desk.office.command(who, line), Say).card


async def form_for(desk: ReplyDesk, words_of_it: str) -> Form:
    card = await listed(desk, f"playbook stock {words_of_it}")
    return only(await desk.office.press(LEAD, Buttons.EDIT_STOCK, buttons(card.parts)["Change"]), OpenForm).form


def as_shown(form: Form) -> dict[str, str]:
    return {part.id: str(part.initial) for part in form.parts if isinstance(part, TextInput | SelectInput)}


async def texts(desk: ReplyDesk, team: str = HERE) -> dict[str, str]:
    async with desk.office.rows() as tx:
        return {row.reply_id: str(row.fields["text"]) for row in await playbook.stock_replies(tx, team)}


async def test_one_reply_is_found_by_its_words_and_changed(desk: ReplyDesk) -> None:
    found = words(await listed(desk, "playbook stock danke"))
    assert "Stock replies: 1 of 2" in found and "Thank you" not in found
    form = await form_for(desk, "danke")
    assert as_shown(form) == {"title": "Danke", "topic": "closing", "text": "Danke, {name}!", "visibility": "public"}
    values = as_shown(form) | {"text": "Vielen Dank, {name}!", "visibility": "internal"}
    done = said(await desk.office.submit(LEAD, form, **values))
    assert done.startswith("Saved: “Danke”.")
    assert await texts(desk) == {"thanks": "Thank you {name}!", "danke": "Vielen Dank, {name}!"}
    assert "danke · closing · internal · de" in words(await listed(desk))
    assert "stock reply changed" in await desk.office.audited() and await texts(desk, THERE) == {}


async def test_one_reply_is_removed_and_the_others_stay(desk: ReplyDesk) -> None:
    pressed = buttons((await listed(desk, "playbook stock danke")).parts)["Remove"]
    assert said(await desk.office.press(LEAD, Buttons.REMOVE_STOCK, pressed)).startswith("Removed: “Danke”.")
    assert await texts(desk) == {"thanks": "Thank you {name}!"}
    assert "stock reply removed" in await desk.office.audited()
    again = said(await desk.office.press(LEAD, Buttons.REMOVE_STOCK, pressed))
    assert "not among the stock replies any more" in again


async def test_a_change_that_somebody_made_meanwhile_is_not_lost(desk: ReplyDesk) -> None:
    first, second = await form_for(desk, "danke"), await form_for(desk, "danke")
    card = await listed(desk, "playbook stock danke")
    await desk.office.submit(LEAD, first, **as_shown(first) | {"text": "Danke sehr, {name}!"})
    refused = only(await desk.office.submit(LEAD, second, **as_shown(second) | {"text": "Merci"}), RefuseForm)
    assert "changed while this form was open" in refused.errors["text"]
    kept = said(await desk.office.press(LEAD, Buttons.REMOVE_STOCK, buttons(card.parts)["Remove"]))
    assert "was changed meanwhile" in kept
    assert (await texts(desk))["danke"] == "Danke sehr, {name}!"
    await desk.office.press(
        LEAD, Buttons.REMOVE_STOCK, buttons((await listed(desk, "playbook stock danke")).parts)["Remove"]
    )
    gone = only(await desk.office.submit(LEAD, first, **as_shown(first)), RefuseForm)
    assert "not among the stock replies any more" in gone.errors["text"]


async def test_what_is_wrong_with_a_change_is_said(desk: ReplyDesk) -> None:
    form = await form_for(desk, "danke")
    empty = only(await desk.office.submit(LEAD, form, **as_shown(form) | {"text": "  "}), RefuseForm)
    assert empty.errors["text"] == "Write the reply first."
    done = said(await desk.office.submit(LEAD, form, **as_shown(form) | {"title": "", "text": "Danke, {nam}!"}))
    assert "did you mean {name}?" in done and done.startswith("Saved: “danke”.")


async def test_only_leads_change_stock_replies(desk: ReplyDesk) -> None:
    card = await listed(desk)
    assert "[Change]" not in words(await listed(desk, who=AGENT))
    form = await form_for(desk, "danke")
    for button, label in ((Buttons.EDIT_STOCK, "Change"), (Buttons.REMOVE_STOCK, "Remove")):
        pressed = await desk.office.press(AGENT, button, buttons(card.parts)[label])
        assert said(pressed).startswith("Only a lead or an admin")
    assert said(await desk.office.submit(AGENT, form, **as_shown(form))).startswith("Only a lead")
    assert len(await texts(desk)) == 2


@pytest.mark.parametrize("subject", ["", "|", "x|", "|danke", "nothing", "00000000|danke", "00000000|nobody"])
async def test_a_malformed_press_changes_nothing(desk: ReplyDesk, subject: str) -> None:
    removed = await desk.office.press(LEAD, Buttons.REMOVE_STOCK, subject)
    assert said(removed).startswith("This stock reply")
    if not subject.endswith("danke"):
        assert said(await desk.office.press(LEAD, Buttons.EDIT_STOCK, subject)).startswith("This stock reply")
    assert len(await texts(desk)) == 2


async def test_words_that_no_reply_holds_and_a_long_list_say_so(desk: ReplyDesk) -> None:
    assert "No stock reply holds these words." in words(await listed(desk, "playbook stock refund"))
    lines = "".join(f"\nr{number},Title {number},,public,Text {number}" for number in range(40))
    form = only(await desk.office.press(LEAD, Buttons.ADD_STOCK), OpenForm).form
    await desk.office.submit(LEAD, form, text=CSV.splitlines()[0] + lines)
    shown = await listed(desk)
    assert len(shown.parts) <= 48 and "Words after the command find them: /kindline playbook stock refund" in words(
        shown
    )
