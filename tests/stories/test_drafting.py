"""What an agent adds to a draft on its card: facts, a variant, who the customer is; and how many cards they want."""

from tests.stories.conftest import every_way
from tests.stories.people import HELP, Scene
from tests.stories.screens import Shown

PARCEL = "Hi Frieda, will my parcel arrive by Saturday? Order MB-44120."
SEAT = "Hi Frieda, where is my child seat? It should have come on Monday."
STYLES = ["Warmer", "Shorter", "More formal", "Cool it down"]


def sent_as_frieda(scene: Scene) -> list[str]:
    return [one.words for one in scene.annelie.look().in_channel(HELP) if one.author == "U0FRIEDA"]


def told(scene: Scene, words: str) -> Shown:
    """The card once it says what the agent told it."""
    return scene.frieda.card(f"You told me: {words}")


@every_way
def test_a_missing_fact_is_one_press_away_and_the_card_is_written_anew(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    draft = scene.frieda.draft("Annelie asks: Will my parcel arrive by Saturday?")
    scene.frieda.presses(draft, "Yes")
    anew = told(scene, "Will my parcel arrive by Saturday? Yes")
    assert "needs a fact" not in anew.words and "Annelie asks" not in anew.words
    assert sent_as_frieda(scene) == []


@every_way
def test_words_of_the_agents_own_come_from_a_form_and_stand_in_the_draft(scene: Scene) -> None:
    scene.annelie.says(SEAT)
    draft = scene.frieda.draft("Annelie asks: Where is my child seat?")
    scene.frieda.presses(draft, "Write it…")
    scene.frieda.form("Where is my child seat?")
    assert scene.frieda.submits(fact0="It is with the carrier in Bremen") == {}
    anew = told(scene, "Where is my child seat? It is with the carrier in Bremen")
    assert anew.words.count("Bremen") == 2
    scene.frieda.presses(anew, "Change what I told you")
    scene.frieda.form("Where is my child seat?")
    assert scene.frieda.submits(fact0="") == {}
    scene.frieda.until(lambda seen: "You told me" not in seen.words, "a card without it")
    assert sent_as_frieda(scene) == []


@every_way
def test_the_drafts_form_takes_a_fact_too_and_shows_what_it_writes_with_it(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    scene.frieda.presses(scene.frieda.draft("1 needs a fact"), "Open")
    before = scene.frieda.form("If you know more now").holds("text")
    assert scene.frieda.submits(fact0="Yes") == {}
    form = scene.frieda.until(lambda seen: seen.form and seen.form.holds("text") != before, "the form anew").form
    assert form is not None and form.holds("fact0") == "Yes"
    assert sent_as_frieda(scene) == []


@every_way
def test_each_variant_is_another_draft_and_the_first_one_comes_back(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    first = scene.frieda.draft("1 needs a fact")
    card = first
    for style in STYLES:
        scene.frieda.chooses(card, "More", style)
        card = scene.frieda.card(f"Written as you chose: {style.lower()}.")
    scene.frieda.chooses(card, "More", "As it was first")
    scene.frieda.until(lambda seen: "Written as you chose" not in seen.words, "the first words")
    assert first.words.endswith(scene.frieda.card("1 needs a fact").words)
    assert sent_as_frieda(scene) == []


@every_way
def test_why_is_one_line_of_the_menu(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    scene.frieda.chooses(scene.frieda.draft("1 needs a fact"), "More", "Why this draft")
    why = scene.frieda.card("needs a fact from you (nothing in the playbook answers this)")
    assert "needs a fact from you" in why.words


@every_way
def test_pause_here_says_who_may_and_a_muted_agent_gets_no_card(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    draft = scene.frieda.draft("1 needs a fact")
    scene.frieda.chooses(draft, "More", "Pause drafts here")
    scene.frieda.sees("Only a lead or an admin can do this.")
    scene.frieda.chooses(draft, "More", "No draft cards for me today")
    muted = scene.frieda.card("You get no more draft cards today.")
    scene.hendrik.says("When do you open on Saturday?")
    scene.jonas.draft("Hi Hendrik")
    assert "Hi Hendrik" not in " ".join(one.words for one in scene.frieda.look().private())
    assert "For Hendrik" in scene.frieda.home("For Hendrik").words
    scene.frieda.presses(muted, "Show draft cards again")
    scene.frieda.sees("You get draft cards again.")


@every_way
def test_an_answer_in_the_channel_is_read_with_its_thread(scene: Scene) -> None:
    asked = scene.annelie.says("Hi Frieda, my brakes squeak since the service. Can you help?")
    scene.frieda.draft("Draft ready")
    scene.frieda.says("I'm sorry to hear that, Annelie. Which order was it?", thread=asked)
    scene.settle()
    scene.annelie.says("It's MB-44120. They squeak most when it rains.")
    outside = scene.frieda.draft("Annelie answered outside the thread, in the channel.")
    assert outside.thread == asked and outside.is_private
