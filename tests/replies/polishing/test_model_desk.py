"""What admins are shown and may change of the model."""

from pathlib import Path

from bot.model.asker import Asked
from bot.model.budget import Budget
from bot.replies.polishing.model_desk import FOR_ADMINS, HOW, NONE_SET_UP
from bot.replies.polishing.writing import Words
from prompts.asking import Purpose, Request, Trouble
from tests.office import HERE, THERE, said
from tests.replies.desk import reply_desk
from tests.replies.polishing.scripted import ASKED, saying_the_plan, scripted

WARM = "I know how you have been counting on it. "


def warmer(plan: str) -> str:
    greeting, _, rest = plan.partition("\n\n")
    return f"{greeting}\n\n{WARM}{rest}"


async def test_an_admin_sees_word_for_word_what_would_leave_and_it_is_what_leaves(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan()) as house:
        await house.desk.says("U0ANNELIE", ASKED)
        await house.desk.settled()
        shown = said(await house.desk.office.command("U0NADINE", "kindline model show"))
        await house.desk.polished()
        system, case = [one["content"] for one in house.fake.asked[0]["messages"]]
    assert system in shown and case.split("THE THREAD")[1] in shown
    assert "Annelie" not in shown and "44120" not in shown


async def test_the_command_says_how_it_stands_and_only_admins_change_it(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan()) as house:
        house.asker.name = "m"
        await house.drafted()
        office = house.desk.office
        assert "m, masked:" in said(await office.command("U0FRIEDA", "kindline model"))
        assert said(await office.command("U0FRIEDA", "kindline model off")) == FOR_ADMINS
        assert "Today, draft: asked 1, answered 1" in said(await office.command("U0NADINE", "kindline model"))
        assert "m, off:" in said(await office.command("U0NADINE", "kindline model off"))
        assert said(await office.command("U0NADINE", "kindline model loud")) == HOW
        assert "model policy set" in await office.audited()


async def test_without_a_model_the_command_says_so(tmp_path: Path) -> None:
    async with reply_desk(tmp_path) as desk:
        assert said(await desk.office.command("U0NADINE", "kindline model")) == NONE_SET_UP


async def test_another_workspace_spends_its_own_budget_and_reads_no_answer_of_ours(tmp_path: Path) -> None:
    async with scripted(tmp_path, Budget(tokens=300), says=saying_the_plan()) as house:
        await house.drafted()
        house.fake.says = lambda _: "Hello."
        request = Request(Purpose.DRAFT, "draft", 1, "Be kind.", ("Hello",), Words)
        here = await house.asker.ask(Asked(HERE), request, 5)
        there = await house.asker.ask(Asked(THERE), request, 5)
        assert here.trouble == Trouble.BUDGET_SPENT and there.trouble == Trouble.GARBAGE
