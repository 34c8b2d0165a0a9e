"""What drafts are grounded in, as people keep it: pages and stock replies, and what customers ask again and again."""

from tests.stories.conftest import both_doors
from tests.stories.people import HELP, MARIGOLD, Scene
from tests.stories.screens import Shown
from tests.stories.wire import SlackWire

PAGE = """---
owner: Jonas Keller
---
# Bells

A bell is engraved with up to 12 letters, and that is free.

> Internal: the engraver is on holiday in August."""
BELLS = "Hi, how many letters can be engraved on a bell?"
STOCK = 'id,title,topic,visibility,text\nSR90,Bell ready,bells,public,"Hi {nam}, your bell is ready. {agent}"'
SAME = (
    "When do you open on Saturday?",
    "Hello, when do you open on Saturday?",
    "Hi Frieda, when do you open on Saturday?",
)


def shown(answer: Shown | None) -> Shown:
    assert answer is not None
    return answer


@both_doors
def test_a_lead_writes_a_page_drafts_use_it_and_everything_can_be_brought_back(scene: Scene) -> None:
    listed = shown(scene.nadine.types("/kindline playbook"))
    assert "Shops and hours" in listed.words and "Edit" not in shown(scene.frieda.types("/kindline playbook")).buttons
    scene.nadine.presses(listed, "Add a page")
    scene.nadine.form("The page")
    assert scene.nadine.submits(text="no title at all").keys() == {"text"}
    assert scene.nadine.submits(text=PAGE) == {}
    saved = scene.nadine.card("Saved: “Bells”, version 1.")
    scene.annelie.says(BELLS)
    draft = scene.frieda.draft("Draft ready")
    assert "12 letters" in draft.words and "From Bells" in draft.words and "August" not in draft.words
    scene.nadine.presses(saved, "Undo")
    scene.nadine.sees("“Bells” is gone again, as it was before.")
    assert "Version 2: removed by Nadine Rupp" in scene.nadine.told("/kindline playbook versions bells")
    scene.hendrik.says(BELLS)
    assert "12 letters" not in scene.frieda.draft("Hi Hendrik").words


@both_doors
def test_a_lead_adds_changes_and_removes_one_stock_reply(scene: Scene) -> None:
    listed = shown(scene.nadine.types("/kindline playbook stock"))
    assert "Stock replies: 25" in listed.words
    scene.nadine.presses(listed, "Add stock replies")
    scene.nadine.form("Stock replies, as CSV")
    assert scene.nadine.submits(text=STOCK) == {}
    assert "did you mean" in scene.nadine.card("Saved: 1 stock reply.").words
    one = shown(scene.nadine.types("/kindline playbook stock bell ready"))
    assert "Stock replies: 1 of 26" in one.words
    scene.nadine.presses(one, "Change")
    form = scene.nadine.form("Who may read it")
    assert form.holds("title") == "Bell ready"
    assert scene.nadine.submits(text="Hi {name}, your bell is ready and it sings. {agent}") == {}
    scene.nadine.sees("Saved: “Bell ready”. Drafts use it from now on.")
    scene.nadine.presses(one, "Remove")
    scene.nadine.sees("This stock reply was changed meanwhile, so nothing was removed.")
    scene.nadine.presses(shown(scene.nadine.types("/kindline playbook stock sings")), "Remove")
    scene.nadine.sees("Removed: “Bell ready”. Drafts no longer use it.")
    assert "No stock reply holds these words." in scene.frieda.told("/kindline playbook stock sings")
    assert "Change" not in shown(scene.frieda.types("/kindline playbook stock")).buttons


def test_nobody_else_changes_a_stock_reply_by_guessing_its_id(scene: Scene) -> None:
    value = str(shown(scene.nadine.types("/kindline playbook stock SR01")).button("Remove")["value"])
    wire = SlackWire(scene.demo)
    for user in ("U0FRIEDA", "U0MILO", "U0HENDRIK"):
        for action in ("playbook.remove_stock", "playbook.edit_stock"):
            assert wire.press(MARIGOLD, user, HELP, action, value) == 200
    scene.settle()
    assert "Stock replies: 25" in scene.frieda.told("/kindline playbook stock")


@both_doors
def test_what_customers_ask_again_and_again_reaches_the_pages_owner_once_a_week(scene: Scene) -> None:
    for text in SAME:
        scene.annelie.says(text)
        scene.hendrik.says(text)
    scene.clock(advance_s=3)
    scene.clock(to="2026-11-23T12:00:00+01:00")
    note = scene.frieda.card("Asked again and again last week")
    assert "Asked 6 times: When do you open on Saturday?" in note.words
    assert "Shops and hours" in note.words and "A clearer page, or a mended cause" in note.words
    others = (scene.jonas, scene.nadine, scene.milo, scene.annelie)
    assert [one.id for one in others if "again and again" in one.look().words] == []
