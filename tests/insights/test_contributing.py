"""Logging an insight by command, form and shortcut, and taking it back."""

import pytest

from bot.actions import OpenForm, Replace, Say
from bot.buttons import Buttons, Shortcuts
from bot.cards import TextInput
from bot.events import MessagePosted
from bot.places import DirectMessage, InChannel, InPlaceOf
from storage import insights, people
from storage.insights import Insight
from tests.office import HERE, NOW, THERE, Office, buttons, only, said, to, words


async def logged(office: Office, team: str = HERE) -> list[Insight]:
    async with office.rows() as tx:
        return list(await insights.mine(tx, await people.viewer(tx, team, "U0FRIEDA")))


async def test_an_insight_is_confirmed_privately_with_its_number_and_way(office: Office) -> None:
    answer = only(await office.command("U0FRIEDA", "insight The bell is loved #bell heard:praise"), Say)
    assert "This is insight #1. It goes to #marketing, and Milo Rossi is asked to answer." in words(answer.card)
    assert buttons(answer.card.parts).keys() == {"Undo"}
    (card,) = to(await office.deliver(), InChannel)
    assert card.place == InChannel("C0MKT")
    assert "Insight #1: praise\nThe bell is loved\n#bell · logged by Frieda Brandt" in words(card.card)
    assert list(buttons(card.card.parts)) == ["Acting", "Known", "Not now", "Ask the agent"]


async def test_the_customer_is_never_named_to_marketing(office: Office) -> None:
    line = (
        'Annelie Voss (annelie@voss.example, 0171 1234567, order MB-10422) says annelie is lost customer:"Annelie Voss"'
    )
    await office.command("U0FRIEDA", f"insight {line}")
    (card,) = to(await office.deliver(), InChannel)
    assert "[name] ([e-mail], [phone], order [order]) says [name] is lost" in words(card.card)
    assert "annelie" not in words(card.card).lower() and card.link_to is None
    assert "from a customer" in words(card.card)


async def test_a_mentioned_customer_is_masked_by_name(office: Office) -> None:
    await office.command("U0FRIEDA", "insight Hendrik wants a trailer customer:<@U0HENDRIK>")
    (card,) = to(await office.deliver(), InChannel)
    assert "[name] wants a trailer" in words(card.card)


async def test_without_a_route_the_leads_get_it_and_the_confirmation_says_so(bare_office: Office) -> None:
    answer = said(await bare_office.command("U0FRIEDA", "insight Too slow"))
    assert "No route leads it to marketing yet, so it goes to Lars Holm and Nadine Okafor." in answer
    notes = to(await bare_office.deliver(), DirectMessage)
    assert {note.place for note in notes} == {DirectMessage("U0LARS"), DirectMessage("U0NADINE")}
    assert "Acting" in buttons(notes[0].card.parts)


async def test_with_nobody_to_tell_the_confirmation_is_honest(bare_office: Office) -> None:
    async with bare_office.rows() as tx:
        await people.set_roles(tx, HERE, "U0LARS", [])
        await people.set_roles(tx, HERE, "U0NADINE", [])
    assert "so it waits in my Home for you" in said(await bare_office.command("U0FRIEDA", "insight Too slow"))
    assert await bare_office.deliver() == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("slow heard:complain", "Did you mean complaint?"),
        ("#app heard:wish", "There is nothing to pass on yet"),
        ("#", "There is nothing to pass on yet"),
        ("x" * 41_000, "41,000 characters"),
    ],
)
async def test_after_a_slip_the_words_are_kept_and_nothing_is_stored(office: Office, line: str, problem: str) -> None:
    answer = said(await office.command("U0FRIEDA", f"insight {line}"))
    assert problem in answer
    assert line[:50] in answer or "nothing to pass on" in answer
    assert len(answer) < 12_000
    assert await logged(office) == []


async def test_hostile_words_are_stored_clean_and_shown_as_they_are(office: Office) -> None:
    line = "<!channel> \u202eabc\x00 <@U0MILO> 👩‍👩‍👧 שלום <https://evil.example|shop>"
    await office.command("U0FRIEDA", f"insight {line}")
    (found,) = await logged(office)
    assert found.text == "<!channel> abc <@U0MILO> 👩‍👩‍👧 שלום <https://evil.example|shop>"
    (card,) = to(await office.deliver(), InChannel)
    assert "<!channel> abc [person] 👩‍👩‍👧 שלום" in words(card.card)


@pytest.mark.parametrize("who", ["U0ANNELIE", "U0HENDRIK", "U0STRANGER"])
async def test_customers_cannot_log_or_open_anything(office: Office, who: str) -> None:
    for answer in (
        await office.command(who, "insight hello"),
        await office.press(who, Buttons.OPEN_INSIGHT_FORM),
        await office.shortcut(who, Shortcuts.LOG_INSIGHT, channel_id="C0HELP", message_id="1", text="x"),
    ):
        assert "helps the team that answers you" in said(answer)
    assert await office.deliver() == []


async def test_a_bare_command_opens_the_form_and_the_form_confirms_by_message(office: Office) -> None:
    form = only(await office.command("U0FRIEDA", "insight"), OpenForm).form
    values = {"text": "The bell is loved", "quote": "Ring ring, says Hendrik Maas", "theme": "#Bell", "heard": "praise"}
    assert await office.submit("U0FRIEDA", form, **values) == []
    delivered = await office.deliver()
    (note,) = to(delivered, DirectMessage)
    assert "This is insight #1. It goes to #marketing" in words(note.card)
    (card,) = to(delivered, InChannel)
    assert "Ring ring, says [name]" in words(card.card) and "#bell" in words(card.card)


async def test_a_theme_may_stand_in_the_forms_words_as_in_the_commands(office: Office) -> None:
    form = only(await office.command("U0FRIEDA", "insight"), OpenForm).form
    await office.submit("U0FRIEDA", form, text="The prices on the posters are too small #posters")
    (found,) = await logged(office)
    assert (found.text, found.theme) == ("The prices on the posters are too small", "posters")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "text"),
        ({"text": "# …"}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"text": "x", "quote": "x" * 2001}, "quote"),
        ({"text": "x", "heard": "banana"}, "heard"),
        ({"text": "x", "theme": "x" * 50}, "theme"),
        ({"text": "x", "customer": "x" * 200}, "customer"),
    ],
)
async def test_the_form_says_beside_which_field_something_is_wrong(
    office: Office, values: dict[str, str], field: str
) -> None:
    form = only(await office.command("U0FRIEDA", "insight"), OpenForm).form
    (answer,) = await office.submit("U0FRIEDA", form, **values)
    assert field in getattr(answer, "errors", {})
    assert await logged(office) == []


def initial(form: OpenForm) -> dict[str, str]:
    return {part.id: part.initial for part in form.form.parts if isinstance(part, TextInput) and part.initial}


async def test_the_shortcut_fills_the_form_from_the_rows(office: Office) -> None:
    posted = MessagePosted(
        workspace_id=HERE,
        at=NOW,
        channel_id="C0HELP",
        message_id="1.1",
        thread_id="1.1",
        author_id="U0ANNELIE",
        text="I can't find the battery level, says Annelie",
    )
    await office.hear(posted)
    about = {"channel_id": "C0HELP", "message_id": "1.1", "author_id": "U0ANNELIE", "text": "something else"}
    opened = only(await office.shortcut("U0FRIEDA", Shortcuts.LOG_INSIGHT, **about), OpenForm)
    assert initial(opened) == {"quote": posted.text, "customer": "Annelie Voss"}
    assert opened.form.subject == "C0HELP|1.1"
    await office.submit("U0FRIEDA", opened.form, text="Annelie overlooks the battery", quote=posted.text)
    (card,) = to(await office.deliver(), InChannel)
    assert "[name] overlooks the battery\nI can't find the battery level, says [name]" in words(card.card)


async def test_where_nothing_is_recorded_the_shortcut_uses_what_it_was_given(office: Office) -> None:
    about = {"channel_id": "C0NEW", "message_id": "1.1", "text": "Too slow"}
    by_customer = await office.shortcut("U0FRIEDA", Shortcuts.LOG_INSIGHT, author_id="U0HENDRIK", **about)
    assert initial(only(by_customer, OpenForm)) == {"quote": "Too slow", "customer": "Hendrik Maas"}
    by_colleague = await office.shortcut("U0FRIEDA", Shortcuts.LOG_INSIGHT, author_id="U0JONAS", **about)
    assert initial(only(by_colleague, OpenForm)) == {"text": "Too slow"}


async def test_undo_before_it_was_shown_means_nobody_sees_it(office: Office) -> None:
    answer = only(await office.command("U0FRIEDA", "insight Too slow"), Say)
    insight_id = buttons(answer.card.parts)["Undo"]
    withdrawn = only(await office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id), Replace)
    assert words(withdrawn.card) == "Insight #1 is withdrawn."
    assert await office.deliver() == []


async def test_undo_later_changes_the_card_in_place_and_a_second_undo_is_harmless(office: Office) -> None:
    answer = only(await office.command("U0FRIEDA", "insight Too slow"), Say)
    insight_id = buttons(answer.card.parts)["Undo"]
    await office.deliver()
    for _ in range(2):
        only(await office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id), Replace)
    (card,) = await office.deliver()
    assert card.place == InPlaceOf("C0MKT", "m1")
    assert "was withdrawn by Frieda Brandt" in words(card.card) and buttons(card.card.parts) == {}


async def test_nobody_undoes_the_insight_of_another(office: Office) -> None:
    answer = only(await office.command("U0FRIEDA", "insight Too slow"), Say)
    for who in ("U0JONAS", "U0NADINE", "U0MILO"):
        refused = said(await office.press(who, Buttons.UNDO_INSIGHT, buttons(answer.card.parts)["Undo"]))
        assert refused == said(await office.press(who, Buttons.UNDO_INSIGHT, "unknown"))
    assert (await logged(office))[0].state == "new"


async def test_two_workspaces_with_the_same_ids_never_mix(office: Office) -> None:
    answer = only(await office.command("U0FRIEDA", "insight Too slow"), Say)
    insight_id = buttons(answer.card.parts)["Undo"]
    await office.command("U0FRIEDA", "insight Theirs", team=THERE)
    assert "Only the person" in said(await office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id, team=THERE))
    assert "left it as it is" in said(await office.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight_id, team=THERE))
    assert [(one.number, one.text) for one in await logged(office, THERE)] == [(1, "Theirs")]
    assert [(one.number, one.state) for one in await logged(office)] == [(1, "new")]
