"""Where insights go: the most specific rule wins, and only an admin sets one."""

from dataclasses import dataclass

import pytest

from bot.actions import Say
from bot.buttons import Buttons
from bot.events import CommandGiven
from bot.insights.route import USAGE, route_for, rule_wish
from storage import insights
from tests.office import HERE, NOW, THERE, Office, buttons, only, said


@dataclass(frozen=True)
class Rule:
    route_id: str
    theme: str = ""
    heard: str = ""


@pytest.mark.parametrize(
    ("theme", "heard", "route_id"),
    [
        ("app", "wish", "both"),
        ("app", "praise", "theme"),
        ("bell", "wish", "heard"),
        ("bell", "", "any"),
        ("", "", "any"),
    ],
)
def test_the_most_specific_rule_wins(theme: str, heard: str, route_id: str) -> None:
    rules = [Rule("any"), Rule("heard", heard="wish"), Rule("theme", "app"), Rule("both", "app", "wish")]
    found = route_for(rules, theme, heard)
    assert found is not None and found.route_id == route_id


def test_without_a_fitting_rule_there_is_none() -> None:
    assert route_for([Rule("theme", "app")], "bell", "wish") is None


@pytest.mark.parametrize("text", ["#app", "@U0MILO", "#a #b #c @U0MILO", "here"])
def test_an_unfinished_rule_is_answered_with_how_it_goes(text: str) -> None:
    assert rule_wish(text).problem == USAGE


@pytest.mark.parametrize(
    ("line", "channel_id"),
    [
        ("#app @U0MILO <#C0MKT|marketing>", "C0MKT"),
        ("#app <@U0MILO|milo> #C0MKT", "C0MKT"),
        ("#app Milo here", "C0HERE"),
        ("<#C0APP|app> @Milo Rossi <#C0MKT|marketing>", "C0MKT"),
    ],
)
async def test_an_admin_sets_a_rule_in_the_words_they_have(bare_office: Office, line: str, channel_id: str) -> None:
    answer = said(await bare_office.command("U0NADINE", f"kindline route {line}", "C0HERE"))
    assert "insights about #app go to" in answer and "Milo Rossi is asked to answer" in answer
    channel = await bare_office.channel(channel_id)
    assert channel is not None and (channel.kind, channel.has_customers, channel.is_enrolled) == (
        "internal",
        True,
        False,
    )
    async with bare_office.rows() as tx:
        (rule,) = await insights.routes(tx, HERE)
        assert await insights.routes(tx, THERE) == []
    assert (rule.theme, rule.channel_id, rule.owner_id) == ("app", channel_id, "U0MILO")
    assert await bare_office.audited() == ["route set"]


async def test_a_channel_of_colleagues_gets_insights_from_the_moment_it_is_routed_to(bare_office: Office) -> None:
    await bare_office.desk.answer(
        CommandGiven(
            workspace_id=HERE,
            at=NOW,
            person_id="U0NADINE",
            word="kindline",
            text="route @U0MILO here",
            channel_id="C0MKT",
            is_shared=False,
        ),
        "key",
    )
    channel = await bare_office.channel("C0MKT")
    assert channel is not None and not channel.has_customers


@pytest.mark.parametrize("who", ["U0FRIEDA", "U0LARS", "U0MILO", "U0OLGA", "U0ANNELIE", "U0HENDRIK"])
async def test_nobody_but_an_admin_sets_a_rule(bare_office: Office, who: str) -> None:
    await bare_office.command(who, "kindline route @U0MILO <#C0MKT|marketing>")
    async with bare_office.rows() as tx:
        assert await insights.routes(tx, HERE) == []


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("@U0MILO <#C0HELP|help>", "Customers read along in #help"),
        ("@U0ANNELIE <#C0MKT|marketing>", "is not a colleague here"),
        ("@nobody <#C0MKT|marketing>", "I don't know “nobody” yet"),
        ("@U0MILO #marketing", "I don't know #marketing yet"),
        ("#app heard:wsh @U0MILO <#C0MKT|marketing>", "Did you mean wish?"),
        ("remove #nothing", "There is no such route"),
    ],
)
async def test_a_rule_that_cannot_work_is_refused(bare_office: Office, line: str, refused: str) -> None:
    assert refused in said(await bare_office.command("U0NADINE", f"kindline route {line}"))
    async with bare_office.rows() as tx:
        assert await insights.routes(tx, HERE) == []


async def test_the_same_rule_again_replaces_it_and_rules_can_be_removed(office: Office) -> None:
    await office.command("U0NADINE", "kindline route @U0LARS <#C0MKT|marketing>")
    await office.command("U0NADINE", "kindline route #app heard:wish @U0MILO #marketing")
    listed = only(await office.command("U0NADINE", "kindline route"), Say).card
    assert "everything else: #marketing, Lars Holm answers" in said([Say(listed)])
    assert "#app, wish: #marketing, Milo Rossi answers" in said([Say(listed)])
    await office.press("U0FRIEDA", Buttons.REMOVE_ROUTE, buttons(listed.parts)["Remove"])
    assert "removed" in said(await office.command("U0NADINE", "kindline route remove #app heard:wish"))
    assert "removed" in said(await office.command("U0NADINE", "kindline route remove any"))
    async with office.rows() as tx:
        assert await insights.routes(tx, HERE) == []
