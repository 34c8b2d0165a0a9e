"""A workspace may switch rules of the standard off and add words of its own; leads decide, everybody may look."""

import pytest

from bot.actions import OpenForm, RefuseForm, Say
from bot.buttons import Buttons
from bot.cards import ChecksInput, Form, TextInput
from bot.own_standard import LONGEST_PHRASE, MOST_PHRASES, RULE_IDS, OwnStandard, lines_of, own_standard, phrases_in
from bot.team import standard
from bot.team.channels import FOR_LEADS
from storage.rows import EPOCH
from storage.workspaces import Workspace
from tests.office import HERE, Office, buttons, only, said, words

FIRST, SECOND = list(RULE_IDS[:6]), list(RULE_IDS[6:])


async def opened(office: Office, who: str = "U0NADINE") -> Form:
    return only(await office.press(who, Buttons.EDIT_STANDARD), OpenForm).form


async def kept(office: Office) -> OwnStandard:
    async with office.rows() as tx:
        return own_standard(await tx.session.get_one(Workspace, HERE))


async def test_everybody_may_look_and_only_leads_are_offered_to_change_it(office: Office) -> None:
    lead = only(await office.command("U0NADINE", "kindline standard"), Say).card
    agent = only(await office.command("U0FRIEDA", "kindline standard"), Say).card
    assert all(f"{rule} " in words(agent) for rule in RULE_IDS)
    assert "All rules are as they came. Leads can change that." in words(agent)
    assert (list(buttons(lead.parts)), list(buttons(agent.parts))) == (["Change it"], [])


async def test_a_lead_switches_a_rule_off_and_adds_words(office: Office) -> None:
    form = await opened(office)
    answer = await office.submit(
        "U0NADINE", form, first=[one for one in FIRST if one != "S4"], second=SECOND, phrases="S8: calm down, dear"
    )
    told = said(answer)
    assert "never only what can't. Switched off here." in told and "And never: “calm down, dear”." in told
    assert "Nadine Okafor changed it last, " in told
    assert await kept(office) == OwnStandard(
        frozenset({"S4"}), {"S8": ("calm down, dear",)}, "U0NADINE", (await kept(office)).at
    )
    assert "standard changed" in await office.audited()


async def test_the_form_shows_what_holds_and_a_line_taken_out_is_deleted(office: Office) -> None:
    await office.submit("U0NADINE", await opened(office), first=FIRST, second=["S7"], phrases="S1 dear one\nS1 hey you")
    form = await opened(office)
    checks = [list(part.initial) for part in form.parts if isinstance(part, ChecksInput)]
    assert [set(one) for one in checks] == [{*FIRST, "S7"}] * 2
    assert [part.initial for part in form.parts if isinstance(part, TextInput)] == ["S1 dear one\nS1 hey you"]
    await office.submit("U0NADINE", form, first=FIRST, second=SECOND, phrases="S1 hey you")
    assert (await kept(office)).phrases == {"S1": ("hey you",)} and (await kept(office)).muted == frozenset()


async def test_a_form_saved_unchanged_changes_nothing(office: Office) -> None:
    await office.submit("U0NADINE", await opened(office), first=FIRST, second=SECOND, phrases="")
    assert await office.audited() == [] and (await kept(office)).by == ""


async def test_nobody_undoes_another_leads_change_unseen(office: Office) -> None:
    mine, theirs = await opened(office), await opened(office, "U0LARS")
    await office.submit("U0LARS", theirs, first=FIRST[1:], second=SECOND, phrases="")
    told = said(await office.submit("U0NADINE", mine, first=FIRST, second=SECOND[1:], phrases=""))
    assert told.startswith("Lars Holm changed the standard while this form was open.")
    assert (await kept(office)).muted == {"S1"}


async def test_an_older_form_of_ones_own_blames_no_colleague(office: Office) -> None:
    older, newer = await opened(office), await opened(office)
    await office.submit("U0NADINE", newer, first=FIRST[1:], second=SECOND, phrases="")
    assert said(await office.submit("U0NADINE", older, first=FIRST, second=SECOND, phrases="")) == standard.YOURSELF


@pytest.mark.parametrize("who", ["U0FRIEDA", "U0MILO"])
async def test_anyone_else_is_refused_kindly(office: Office, who: str) -> None:
    form = await opened(office)
    assert said(await office.press(who, Buttons.EDIT_STANDARD)) == FOR_LEADS
    refused = only(await office.submit(who, form, first=[], second=SECOND, phrases=""), RefuseForm)
    assert refused.errors == {"first": FOR_LEADS} and await kept(office) == OwnStandard()


async def test_one_rule_stays_on(office: Office) -> None:
    refused = await office.submit("U0NADINE", await opened(office), first=[], second=[], phrases="")
    assert said(refused) == standard.ALL_OFF


async def test_words_after_the_command_are_explained(office: Office) -> None:
    assert said(await office.command("U0NADINE", "kindline standard off S4")) == standard.NOTHING_AFTER_IT


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("no can do", "“no can do” names no rule. Please begin each line with the one that it breaks, such as S4."),
        ("S13 no can do", "There is no rule S13; they go from S1 to S12."),
        ("S4", "Which words break S4? Please write them after it."),
        ("S4: …", "Which words break S4? Please write them after it."),
        (f"S4 {'x' * 81}", f"A phrase has room for {LONGEST_PHRASE} characters, and “{'x' * 30}…” has 81."),
        ("\n".join(f"S4 no {n}" for n in range(31)), f"There is room for {MOST_PHRASES} phrases, and these are 31."),
    ],
)
async def test_a_line_that_cannot_be_kept_is_explained_and_keeps_the_form(
    office: Office, lines: str, problem: str
) -> None:
    form = await opened(office)
    refused = only(await office.submit("U0NADINE", form, first=FIRST, second=SECOND, phrases=lines), RefuseForm)
    assert refused.errors == {"phrases": problem}


@pytest.mark.parametrize("line", ["S4 no can do", "s4: no can do", "S4 – “no can do”", "  S4,  no   can do "])
def test_a_phrase_may_be_written_in_several_ways(line: str) -> None:
    assert phrases_in(line) == ({"S4": ("no can do",)}, "")


def test_a_phrase_typed_on_a_phone_is_the_same_phrase() -> None:
    assert phrases_in("S4 it’s sold\nS4 it's sold") == ({"S4": ("it's sold",)}, "")


def test_the_same_phrase_is_kept_once_and_lines_come_back_in_the_order_of_the_rules() -> None:
    phrases, _ = phrases_in("S10 in due course\nS4 no can do\n\nS4 No can do")
    assert lines_of(phrases) == "S4 no can do\nS10 in due course"


@pytest.mark.parametrize(
    "stored",
    [
        None,
        7,
        [],
        {"muted": "S4"},
        {"muted": ["S99"], "phrases": {"S4": "x", "S5": [1]}, "at": "now"},
        {"muted": [["S4"], {}], "phrases": [], "at": 10**30},
    ],
)
def test_what_makes_no_sense_in_the_settings_changes_no_rule(stored: object) -> None:
    home = Workspace(workspace_id=HERE, platform="slack", name="x", bot_person_id="B", created_at=EPOCH)
    home.settings = {"standard": stored}
    assert own_standard(home) == OwnStandard()
