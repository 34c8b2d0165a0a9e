"""The table opens in a spreadsheet as what was written, and calculates nothing."""

import csv
import io

import pytest

from bot.promises.export import HEAD, exported, safe
from storage.promises import Promise
from tests.promises.office import FRIDAY_NOON, OTHER, SHOP, Office, berlin


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49 30", "-5", "@SUM(A1)", "\t1", "\r1", "\n1", "\x00=1", "\uff1d1", "\uff20x"]
)
def test_a_cell_that_would_be_a_formula_is_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\uff1d"])
@pytest.mark.parametrize("separator", [";", "\t", "\n", "\r\n", ';"'])
def test_a_formula_is_text_behind_another_separator_too(separator: str, mark: str) -> None:
    assert safe(f"hello{separator}{mark}1") == f"hello{separator}'{mark}1"


@pytest.mark.parametrize("cell", ["", "a; b = c", "I'll call by 5 = noon", "Annelie", "49 30", "ends with ="])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


async def test_every_promise_of_the_workspace_is_a_row_and_no_other(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    async with office.database.transaction() as tx:
        tx.session.add(
            Promise(
                workspace_id=SHOP,
                promise_id="evil",
                owner_id="U0JONAS",
                channel_id="C0HELP",
                thread_id="m9",
                message_id="m9",
                quote='=HYPERLINK("https://evil.example","a;b, c")\nsecond line',
                made_at=berlin(18, 11),
                state="open",
                customer_name="@Annelie",
            )
        )
    async with office.database.reading() as tx:
        written, elsewhere = await exported(tx, SHOP), await exported(tx, OTHER)
    head, first, second = list(csv.reader(io.StringIO(written)))
    assert tuple(head) == HEAD and len(list(csv.reader(io.StringIO(elsewhere)))) == 1
    assert first[:6] == [
        "Frieda Lang",
        "Annelie Voss",
        "I'll call you back by Friday noon",
        "open",
        "2026-11-18 09:30",
        "2026-11-20 11:00",
    ]
    assert second[1:3] == ["'@Annelie", '\'=HYPERLINK("https://evil.example","a;b, c")\nsecond line']
