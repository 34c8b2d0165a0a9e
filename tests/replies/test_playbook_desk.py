"""`/kindline playbook`: pages and stock replies are listed for everybody and changed by leads, and nothing is lost."""

from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Replace, Say
from bot.buttons import Buttons
from bot.cards import Form
from bot.replies.pages import page_id, pages_of, read_page
from storage import playbook
from tests.office import HERE, NOW, THERE, buttons, only, said, words
from tests.replies.desk import ReplyDesk

LEAD, AGENT = "U0NADINE", "U0FRIEDA"
PAGE = """---
owner: Nadine
live_to: 2027-01-31
---
# Delivery

A parcel takes three days.

## Late deliveries

We write within a day.

> Internal: up to 20 euros may be offered."""


async def form(desk: ReplyDesk, button: str = Buttons.ADD_PAGE, subject: str = "") -> Form:
    return only(await desk.office.press(LEAD, button, subject), OpenForm).form


async def saved(desk: ReplyDesk, text: str = PAGE) -> Any:
    return only(await desk.office.submit(LEAD, await form(desk), text=text), Say).card


async def listed(desk: ReplyDesk, who: str = LEAD) -> str:
    return said(await desk.office.command(who, "playbook"))


async def texts(desk: ReplyDesk, team: str = HERE) -> list[str]:
    async with desk.office.rows() as tx:
        return [str(row.fields["text"]) for row in await playbook.sections(tx, team)]


async def test_a_page_that_was_written_is_listed_and_grounds_drafts_at_once(desk: ReplyDesk) -> None:
    assert "Saved: “Delivery”, version 1." in words(await saved(desk))
    shown = await listed(desk)
    assert "Playbook: 1 page" in shown
    assert "Delivery Nadine · looked at on " in shown and " · until 31 January 2027 · 3 sections" in shown
    await desk.says("U0ANNELIE", "How many days does a parcel take?")
    assert any("three days" in words(one.card) for one in await desk.settled())
    assert await texts(desk, THERE) == []


async def test_everybody_sees_the_pages_and_only_leads_change_them(desk: ReplyDesk) -> None:
    await saved(desk)
    assert "Delivery" in await listed(desk, AGENT) and "[Edit]" not in await listed(desk, AGENT)
    for button in (Buttons.ADD_PAGE, Buttons.EDIT_PAGE, Buttons.REMOVE_PAGE, Buttons.RESTORE_PAGE, Buttons.ADD_STOCK):
        answer = await desk.office.press(AGENT, button, page_id("Delivery"))
        assert said(answer).startswith("Only a lead or an admin")
    refused = await desk.office.submit(AGENT, await form(desk), text="# Prices\n\nAll is free.")
    assert said(refused).startswith("Only a lead") and len(await texts(desk)) == 3


async def test_what_was_written_comes_back_to_be_edited_and_says_the_same(desk: ReplyDesk) -> None:
    await saved(desk)
    before = await texts(desk)
    again = await form(desk, Buttons.EDIT_PAGE, page_id("Delivery"))
    typed = str(getattr(again.parts[0], "initial", ""))
    assert "owner: Nadine" in typed and "> Internal: up to 20 euros" in typed
    await desk.office.submit(LEAD, again, text=typed)
    assert await texts(desk) == before


async def test_what_another_lead_wrote_meanwhile_is_not_lost(desk: ReplyDesk) -> None:
    await saved(desk)
    mine = await form(desk, Buttons.EDIT_PAGE, page_id("Delivery"))
    theirs = await form(desk, Buttons.EDIT_PAGE, page_id("Delivery"))
    await desk.office.submit(LEAD, theirs, text=PAGE.replace("three days", "four days"))
    refused = only(await desk.office.submit(LEAD, mine, text=PAGE.replace("three days", "nine days")), RefuseForm)
    assert "changed while the form was open" in refused.errors["text"]
    assert any("four days" in text for text in await texts(desk))
    await desk.office.press(LEAD, Buttons.REMOVE_PAGE, page_id("Delivery"))
    gone = only(await desk.office.submit(LEAD, mine, text=PAGE), RefuseForm)
    assert "not in the playbook any more" in gone.errors["text"] and await texts(desk) == []


async def test_a_change_and_a_removal_are_undone(desk: ReplyDesk) -> None:
    await saved(desk)
    changed = await saved(desk, PAGE.replace("three days", "five days"))
    assert "five days" in "".join(await texts(desk)) and "three days" not in "".join(await texts(desk))
    undone = only(await desk.office.press(LEAD, Buttons.RESTORE_PAGE, buttons(changed.parts)["Undo"]), Replace)
    assert "is back as it was" in words(undone.card) and "three days" in "".join(await texts(desk))
    removed = only(await desk.office.press(LEAD, Buttons.REMOVE_PAGE, page_id("Delivery")), Say).card
    assert await texts(desk) == []
    await desk.office.press(LEAD, Buttons.RESTORE_PAGE, buttons(removed.parts)["Undo"])
    assert len(await texts(desk)) == 3
    again = only(await desk.office.press(LEAD, Buttons.RESTORE_PAGE, buttons(removed.parts)["Undo"]), Replace)
    assert "changed meanwhile" in words(again.card)
    history = said(await desk.office.command(LEAD, "playbook versions delivery"))
    assert "Version 4: removed by Nadine Okafor" in history and "Version 1: written by Nadine Okafor" in history


async def test_the_first_page_is_undone_to_nothing(desk: ReplyDesk) -> None:
    card = await saved(desk)
    gone = await desk.office.press(LEAD, Buttons.RESTORE_PAGE, buttons(card.parts)["Undo"])
    assert "gone again" in said(gone) and await texts(desk) == []


async def test_what_was_wrong_with_a_page_is_told_and_the_rest_is_kept(desk: ReplyDesk) -> None:
    card = await saved(desk, "---\nlive_to: soon\nmood: good\n---\n# Prices\n\nThe small service is 69 euros.")
    assert "please write it as 2026-03-31" in words(card) and "“mood”" in words(card)
    assert await texts(desk) == ["The small service is 69 euros."]


@pytest.mark.parametrize("text", ["", "   ", "no title at all", "# Title only", "---\n---"])
async def test_a_page_that_cannot_be_read_is_refused_kindly(desk: ReplyDesk, text: str) -> None:
    refused = only(await desk.office.submit(LEAD, await form(desk), text=text), RefuseForm)
    assert refused.errors["text"] and await texts(desk) == []


async def test_a_renamed_page_leaves_no_twin(desk: ReplyDesk) -> None:
    await saved(desk)
    again = await form(desk, Buttons.EDIT_PAGE, page_id("Delivery"))
    await desk.office.submit(LEAD, again, text="# Shipping\n\nA parcel takes three days.")
    assert "Shipping" in await listed(desk) and "Delivery" not in await listed(desk)


async def test_old_and_expired_pages_are_marked(desk: ReplyDesk) -> None:
    await saved(desk, "---\nupdated: 2026-01-05\n---\n# Old\n\nText.")
    await saved(desk, "---\nlive_to: 2026-10-31\n---\n# Summer sale\n\nText.")
    shown = await listed(desk)
    assert "Playbook: 2 pages, 2 to look at" in shown
    assert "Please check: not looked at for half a year." in shown
    assert "Please check: over since 31 October 2026, so drafts no longer use it." in shown


async def test_stock_replies_are_added_replaced_and_listed(desk: ReplyDesk) -> None:
    csv = "id,title,topic,visibility,text\nthanks,Thank you,closing,public,Thank you {name}!\nbad,,,,"
    answer = only(await desk.office.submit(LEAD, await form(desk, Buttons.ADD_STOCK), text=csv), Say).card
    assert "Saved: 1 stock reply." in words(answer) and "needs an id and a text" in words(answer)
    await desk.office.submit(
        LEAD, await form(desk, Buttons.ADD_STOCK), text=csv.replace("Thank you {name}!", "Thanks {nam}!")
    )
    shown = said(await desk.office.command(AGENT, "playbook stock"))
    assert "Stock replies: 1" in shown and "Thanks {nam}!" in shown
    refused = await desk.office.submit(LEAD, await form(desk, Buttons.ADD_STOCK), text="hello")
    assert "columns" in said(refused)


async def test_an_unknown_word_and_an_unknown_page_are_answered(desk: ReplyDesk) -> None:
    assert said(await desk.office.command(AGENT, "playbook please")).startswith("Type /kindline playbook")
    assert "no versions" in said(await desk.office.command(AGENT, "playbook versions nothing"))
    for button in (Buttons.EDIT_PAGE, Buttons.REMOVE_PAGE):
        assert "not in the playbook any more" in said(await desk.office.press(LEAD, button, "nobody"))


async def test_a_page_longer_than_a_form_is_left_to_files(desk: ReplyDesk) -> None:
    await saved(desk, "# Long\n\n" + "word " * 800)
    assert "too long for a form" in said(await desk.office.press(LEAD, Buttons.EDIT_PAGE, page_id("Long")))


def test_many_pages_are_told_apart_by_their_names() -> None:
    sections = [one for name in ("A", "B", "A") for one in read_page(f"# {name}\n\nText.", NOW.date()).sections]
    assert [(page.name, len(page.sections)) for page in pages_of(sections)] == [("A", 2), ("B", 1)]
