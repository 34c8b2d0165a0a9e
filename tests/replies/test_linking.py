"""An agent says who a customer is in the records; it is remembered for that person, in that workspace alone."""

from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Say
from bot.buttons import Buttons
from bot.cards import Form, SelectInput
from bot.places import OnlyVisibleTo, PressedCard
from bot.replies.linking import found
from storage import playbook
from storage.playbook import CustomerRow
from storage.rows import EPOCH
from tests.office import HERE, THERE, buttons, only, said, to
from tests.replies.desk import ReplyDesk

FRIEDA = "U0FRIEDA"
KNOWN = [
    ("C-1001", "Annelie Voss", "annelie@voss.example"),
    ("C-1002", "Hendrik Maas", "hendrik@example.org"),
    ("C-1003", "José Núñez", "jose@example.org"),
]


async def with_records(desk: ReplyDesk, *teams: str) -> None:
    async with desk.office.rows() as tx:
        for team in teams or (HERE,):
            for record_id, name, email in KNOWN:
                fields: dict[str, Any] = {"record_id": record_id, "name": name, "email": email}
                tx.session.add(
                    CustomerRow(workspace_id=team, record_id=record_id, email=email, fields=fields, imported_at=EPOCH)
                )


async def card_for(desk: ReplyDesk) -> Any:
    await desk.says("U0ANNELIE", "What are your opening hours?")
    return to(await desk.settled(), OnlyVisibleTo, person_id=FRIEDA)[-1].card


async def opened(desk: ReplyDesk) -> tuple[str, Form]:
    carried = buttons((await card_for(desk)).parts)
    form = only(await desk.office.press(FRIEDA, Buttons.LINK_CUSTOMER, carried["Link to customer…"]), OpenForm).form
    return carried["Use"], form


def offered(form: Form) -> list[str]:
    return [label for part in form.parts if isinstance(part, SelectInput) for label, _ in part.options]


async def record_of(desk: ReplyDesk, person: str = "U0ANNELIE", team: str = HERE) -> str:
    async with desk.office.rows() as tx:
        row = await playbook.linked_record(tx, team, person)
    return row.record_id if row else ""


async def test_without_records_nobody_is_asked_to_link(desk: ReplyDesk) -> None:
    assert "Link to customer…" not in buttons((await card_for(desk)).parts)


async def test_the_form_opens_with_those_of_that_name(desk: ReplyDesk) -> None:
    await with_records(desk)
    _, form = await opened(desk)
    assert offered(form) == ["Annelie Voss · annelie@voss.example · C-1001"]


async def test_a_pick_is_remembered_and_the_draft_is_made_anew(desk: ReplyDesk) -> None:
    await with_records(desk)
    draft_id, form = await opened(desk)
    answers = await desk.office.submit(FRIEDA, form, search="Annelie Voss", record="C-1001")
    assert "I now know Annelie Voss as Annelie Voss (C-1001) in your records" in said(answers[:1])
    assert await record_of(desk) == "C-1001" and await record_of(desk, team=THERE) == ""
    (anew,) = to(await desk.office.deliver(), PressedCard)
    assert "Link to customer…" not in buttons(anew.card.parts)
    assert (await desk.thread()).record_id == "C-1001" and (await desk.draft(draft_id)).state == "offered"
    assert "customer linked" in await desk.office.audited()
    await desk.says("U0ANNELIE", "And where do I park?")
    assert (await desk.thread("m2")).record_id == "C-1001"
    assert desk.sent == []


async def test_a_link_is_undone(desk: ReplyDesk) -> None:
    await with_records(desk)
    _, form = await opened(desk)
    card = only((await desk.office.submit(FRIEDA, form, search="Annelie Voss", record="C-1001"))[:1], Say).card
    undo = buttons(card.parts)["Undo"]
    assert "Undone" in said((await desk.office.press(FRIEDA, Buttons.UNLINK_CUSTOMER, undo))[:1])
    assert await record_of(desk) == "" and (await desk.thread()).record_id == ""
    assert "changed meanwhile" in said(await desk.office.press(FRIEDA, Buttons.UNLINK_CUSTOMER, undo))


async def test_typed_words_are_searched_first_and_picked_from_after(desk: ReplyDesk) -> None:
    await with_records(desk)
    _, form = await opened(desk)
    # What was picked before the search words changed is not meant.
    second = only(await desk.office.submit(FRIEDA, form, search="nunez", record="C-1001"), OpenForm).form
    assert offered(second) == ["José Núñez · jose@example.org · C-1003"] and await record_of(desk) == ""
    await desk.office.submit(FRIEDA, second, search="nunez", record="C-1003")
    assert await record_of(desk) == "C-1003"


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"search": "Nobody At All"}, "search", "Nobody in your records"),
        ({"search": ""}, "search", "Nobody in your records"),
        ({"search": "Annelie Voss"}, "record", "Choose who it is"),
        ({"search": "Annelie Voss", "record": "C-9999"}, "record", "Choose who it is"),
        ({"search": "x" * 5_000}, "search", "Nobody in your records"),
        ({}, "search", "Nobody in your records"),
    ],
)
async def test_a_bad_pick_is_told_kindly(desk: ReplyDesk, values: dict[str, str], field: str, sentence: str) -> None:
    await with_records(desk)
    _, form = await opened(desk)
    assert sentence in only(await desk.office.submit(FRIEDA, form, **values), RefuseForm).errors[field]
    assert await record_of(desk) == ""


async def test_a_record_of_another_workspace_cannot_be_linked(desk: ReplyDesk) -> None:
    await with_records(desk)
    async with desk.office.rows() as tx:
        tx.session.add(
            CustomerRow(
                workspace_id=THERE, record_id="N-1", email="", fields={"name": "Annelie Voss"}, imported_at=EPOCH
            )
        )
    _, form = await opened(desk)
    assert offered(form) == ["Annelie Voss · annelie@voss.example · C-1001"]
    refused = only(await desk.office.submit(FRIEDA, form, search="Annelie Voss", record="N-1"), RefuseForm)
    assert refused.errors == {"record": "Choose who it is, or search for another name."}


@pytest.mark.parametrize("who", ["U0ANNELIE", "U0OLGA", "U0JONAS"])
async def test_only_the_drafts_agent_links(desk: ReplyDesk, who: str) -> None:
    await with_records(desk)
    draft_id, form = await opened(desk)
    answers = await desk.office.press(who, Buttons.LINK_CUSTOMER, draft_id)
    assert not any(isinstance(one, OpenForm) for one in answers)
    await desk.office.submit(who, form, search="Annelie Voss", record="C-1001")
    assert await record_of(desk) == ""


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("c-1002", ["C-1002"]),
        ("HENDRIK@example.org", ["C-1002"]),
        ("example.org", ["C-1002", "C-1003"]),
        ("voss annelie", ["C-1001"]),
        ("Anneli Vos", ["C-1001"]),
        ("Jose  Nuñez", ["C-1003"]),
        ("zzz", []),
        ("  ", []),
    ],
)
def test_people_are_found_by_name_email_and_id(wanted: str, ids: list[str]) -> None:
    assert [one[0] for one in found(KNOWN, wanted)] == ids


def test_whoever_has_exactly_this_id_comes_first_and_ten_are_enough() -> None:
    many = [(f"K{number}", f"Kim {number}", "") for number in range(30)] + [("kim", "Zoe", "")]
    ids = [one[0] for one in found(many, "Kim")]
    assert ids[0] == "kim" and len(ids) == 10
