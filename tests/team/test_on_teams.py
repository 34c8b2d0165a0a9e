"""What the team feature says where no bot can post as a person, and where Home is a card in the chat."""

import pytest

from bot.actions import RefreshHome, Say, TellPerson
from bot.buttons import Buttons
from bot.errors import UNREACHABLE, PlatformRefused
from bot.events import HomeOpened, PersonUnreachable
from bot.places import DirectMessage, HomePage
from bot.team.roles import team_wish
from storage import addresses, people
from storage.promises import Promise
from storage.secrets import account_name
from tests.office import HERE, NOW, THERE, Office, buttons, said, to, words
from tests.team.conftest import VAULT


async def test_link_says_kindly_why_there_is_nothing_to_link(office: Office) -> None:
    await office.moves_to_teams()
    answer = said(await office.command("U0FRIEDA", "kindline link"))
    assert answer == (
        "Teams lets no bot post as a person, so there is nothing to link. Use gives you the text to copy."
    )
    assert "[Link my account]" in said(await office.command("U0FRIEDA", "kindline link", team=THERE))


async def test_a_link_button_from_before_opens_no_dead_page(office: Office) -> None:
    await office.moves_to_teams()
    (answer,) = await office.press("U0FRIEDA", Buttons.LINK_ACCOUNT, message=("", ""))
    assert isinstance(answer, Say) and "nothing to link" in words(answer.card)


async def test_home_shows_no_link_button_that_could_do_nothing(office: Office) -> None:
    await office.moves_to_teams()
    await office.hear(HomeOpened(workspace_id=HERE, at=NOW, person_id="U0FRIEDA"))
    shown = buttons((await office.home("U0FRIEDA")).parts)
    assert "My settings" in shown and "Link my account" not in shown


async def test_a_secret_that_should_not_be_there_links_nobody(office: Office) -> None:
    await office.moves_to_teams()
    async with office.rows() as tx:
        await VAULT.keep(tx, HERE, "U0FRIEDA", account_name("teams"), "pretend")
    assert "nothing changes" in said(await office.command("U0FRIEDA", "kindline unlink"))


async def test_help_lists_home_and_leaves_out_what_can_do_nothing(office: Office) -> None:
    before = said(await office.command("U0FRIEDA", "kindline help"))
    assert "/kindline link" in before and "/kindline home" not in before
    await office.moves_to_teams()
    listed = said(await office.command("U0FRIEDA", "kindline help"))
    assert "link" not in listed and "/kindline home Show my Home" in listed
    assert "In a channel, everybody there reads what you type." in listed


async def test_an_unknown_word_is_not_led_to_a_command_that_does_nothing(office: Office) -> None:
    await office.moves_to_teams()
    assert "Did you mean" not in said(await office.command("U0FRIEDA", "kindline unlnk"))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("thanks", "You're welcome."),
        ("Thank you so much, Kindline!", "You're welcome."),
        ("ok thanks 🙏", "You're welcome."),
        ("hi", "Hello. Type help, and I list everything I can do."),
        ("Good morning", "Hello. Type help, and I list everything I can do."),
        ("ok", "All right. Type help, and I list everything I can do."),
        ("👍", "All right. Type help, and I list everything I can do."),
        ("bye", "Goodbye."),
        ("xyzzy", "I don't know “xyzzy” yet. Type help, and I list everything I can do."),
        ("ok move it to Friday", "I don't know “ok” yet. Type help, and I list everything I can do."),
        ("tema", "I don't know “tema” yet. Did you mean “team”?"),
    ],
)
async def test_small_talk_in_the_chat_gets_a_kind_answer(office: Office, typed: str, answer: str) -> None:
    await office.moves_to_teams()
    assert said(await office.command("U0FRIEDA", typed.lower(), channel="")) == answer


async def test_in_a_channel_and_behind_a_slash_the_whole_way_to_help_is_named(office: Office) -> None:
    assert "/kindline help lists everything." in said(await office.command("U0FRIEDA", "kindline thanks", channel=""))
    await office.moves_to_teams()
    assert "/kindline help lists everything." in said(await office.command("U0FRIEDA", "kindline thanks"))


async def test_enrolling_a_channel_says_how_the_bot_comes_into_it(office: Office) -> None:
    assert "/invite @Kindline" in said(await office.command("U0LARS", "kindline here", channel="C0NEW"))
    await office.moves_to_teams()
    answer = said(await office.command("U0LARS", "kindline here", channel="C0OTHER"))
    assert "ask an owner of its team to add the Kindline app" in answer and "/invite" not in answer


@pytest.mark.parametrize(
    ("typed", "person_id", "roles"),
    [
        ("<@aad-u0jonas|Jonas Weber> agent, lead", "aad-u0jonas", frozenset({"agent", "lead"})),
        ("<@U0JONAS|jonas> none", "U0JONAS", frozenset()),
        (
            "<@8f2c1d00-6a7e-4b1c-9d51-0f7a1e0c2b3d> marketer",
            "8f2c1d00-6a7e-4b1c-9d51-0f7a1e0c2b3d",
            frozenset({"marketer"}),
        ),
    ],
)
def test_a_mention_is_understood_whatever_ids_the_platform_has(
    typed: str, person_id: str, roles: frozenset[str]
) -> None:
    wish = team_wish(typed)
    assert wish.who is not None
    assert (wish.who.id, wish.roles) == (person_id, roles)


async def tell(office: Office, who: str, number: int) -> None:
    """Something private for this person, such as a change of roles."""
    about = {"by": "U0NADINE", "roles": "agent"}
    await office.put(TellPerson(key=f"note{number}", person_id=who, topic="team.roles", about=about))


async def block(office: Office, who: str, number: int = 1) -> list[str]:
    """The platform refuses the next private message to this person; who was told what after that."""
    office.recorder.ends = [PlatformRefused(UNREACHABLE)]
    await tell(office, who, number)
    notes = to(await office.deliver(), DirectMessage)
    return [f"{note.place.person_id}: {words(note.card)}" for note in notes if isinstance(note.place, DirectMessage)]


async def test_each_lead_hears_once_that_a_colleague_blocked_the_bot(office: Office) -> None:
    told = await block(office, "U0JONAS")
    assert len(told) == 2
    assert "I can't reach Jonas Weber (agent) any more: they blocked me, or removed me." in told[0]
    await tell(office, "U0JONAS", 2)
    assert await office.deliver() == []


async def test_blocking_again_on_the_same_day_is_not_told_again(office: Office) -> None:
    await block(office, "U0JONAS")
    async with office.rows() as tx:
        await addresses.note_address(tx, HERE, "U0JONAS", chat_id="a:1")
    assert await block(office, "U0JONAS", 2) == []


async def test_who_writes_again_is_written_to_again(office: Office) -> None:
    await block(office, "U0JONAS")
    async with office.rows() as tx:
        await addresses.note_address(tx, HERE, "U0JONAS", chat_id="a:1")
    await tell(office, "U0JONAS", 2)
    (note,) = await office.deliver()
    assert note.place == DirectMessage("U0JONAS")


async def test_leads_are_not_told_when_the_person_wrote_again_meanwhile(office: Office) -> None:
    async with office.rows() as tx:
        await addresses.unreachable(tx, HERE, "U0JONAS")
    await office.hear(PersonUnreachable(workspace_id=HERE, at=NOW, person_id="U0JONAS"))
    async with office.rows() as tx:
        await addresses.note_address(tx, HERE, "U0JONAS", chat_id="a:1")
    assert await office.deliver() == []


async def test_nobody_hears_of_somebody_without_a_role(office: Office) -> None:
    async with office.rows() as tx:
        await people.set_roles(tx, HERE, "U0JONAS", [])
    await office.hear(PersonUnreachable(workspace_id=HERE, at=NOW, person_id="U0JONAS"))
    assert await office.deliver() == []


async def test_a_lead_who_blocked_the_bot_is_not_counted_on(office: Office) -> None:
    async with office.rows() as tx:
        await addresses.unreachable(tx, HERE, "U0LARS")
        assert [one.person_id for one in await people.leads_or_admins(tx, HERE)] == ["U0NADINE"]


async def test_leads_hear_of_somebody_who_still_owes_something_by_the_list_of_it_alone(office: Office) -> None:
    async with office.rows() as tx:
        place = {"channel_id": "C0HELP", "thread_id": "m1", "message_id": "m2"}
        facts = {"quote": "I'll call back", "made_at": NOW, "state": "open"}
        tx.session.add(Promise(workspace_id=HERE, promise_id="p1", owner_id="U0JONAS", **place, **facts))  # type: ignore[arg-type]
    assert await block(office, "U0JONAS") == []


async def test_no_home_is_drawn_for_somebody_who_blocked_the_bot(office: Office) -> None:
    await block(office, "U0JONAS")
    await office.put(RefreshHome(key="h", person_id="U0JONAS"))
    assert to(await office.deliver(), HomePage) == []


async def test_an_admin_reads_why_a_message_did_not_arrive(office: Office) -> None:
    await block(office, "U0JONAS")
    answer = said(await office.command("U0NADINE", "kindline problems"))
    assert "A private note" in answer and "the person blocked me, or removed me." in answer
