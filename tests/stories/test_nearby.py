"""A customer asks in her own words, and the playbook has no more than a near answer: the agent decides with one
press."""

from tests.stories.conftest import both_doors
from tests.stories.people import HELP, Scene

ASKED = "Hi Frieda, does the e-bike go as far when it is freezing?"
FROST = "In frost it is about 30 % less; that is normal and comes back with warmth."
PAGE = "Batteries \u203a Which bike has which"
PRESSED = "In frost it is about 30 % less; that…"


@both_doors
def test_a_near_answer_is_offered_and_one_press_tells_it_with_its_source(scene: Scene) -> None:
    asked = scene.annelie.says(ASKED)
    draft = scene.frieda.draft(f"Perhaps in {PAGE}: {FROST}")
    assert "Annelie asks: Does the e-bike go as far when it is freezing?" in draft.words
    assert draft.words.count("30 %") == 2  # In the offer and on its button; the draft itself does not tell it.

    scene.frieda.presses(draft, PRESSED)
    told = scene.frieda.card(f"From {PAGE}, chosen by Frieda")
    assert FROST in told.words and "Perhaps in" not in told.words and "You promise" not in told.words
    scene.settle()
    assert FROST not in " ".join(one.words for one in scene.annelie.look().in_channel(HELP))

    scene.frieda.presses(scene.frieda.card("chosen by Frieda"), "Use")
    scene.frieda.passes_on(asked)
    assert FROST in scene.annelie.sees(FROST).words


@both_doors
def test_a_choice_is_left_out_again(scene: Scene) -> None:
    scene.annelie.says(ASKED)
    draft = scene.frieda.draft(f"Perhaps in {PAGE}: {FROST}")
    scene.frieda.presses(draft, PRESSED)
    scene.frieda.presses(scene.frieda.card("chosen by Frieda"), "Leave it out")
    back = scene.frieda.card(f"Perhaps in {PAGE}: {FROST}")
    assert "chosen by Frieda" not in back.words and PRESSED in back.buttons
