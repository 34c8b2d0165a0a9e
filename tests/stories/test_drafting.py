"""What an agent adds to a draft on its card: facts, a variant, who the customer is; and how many cards they want."""

from tests.stories.conftest import both_doors
from tests.stories.people import HELP, Scene
from tests.stories.screens import Shown

PARCEL = "Hi Frieda, will my parcel arrive by Saturday? Order MB-44120."
SEAT = "Hi Frieda, where is my child seat? It should have come on Monday."
MISSED = (
    "Hi Frieda, your fitter missed my appointment this morning, so I waited two hours for nothing. "
    "When can I come instead?"
)
STYLES = ["Warmer", "Shorter", "More formal", "Cool it down"]


def sent_as_frieda(scene: Scene) -> list[str]:
    return [one.words for one in scene.annelie.look().in_channel(HELP) if one.author == "U0FRIEDA"]


def told(scene: Scene, words: str) -> Shown:
    """The card once it says what the agent told it."""
    return scene.frieda.card(f"You told me: {words}")


@both_doors
def test_a_missing_fact_is_one_press_away_and_the_card_is_written_anew(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    draft = scene.frieda.draft("Annelie asks: Will my parcel arrive by Saturday?")
    scene.frieda.presses(draft, "Yes")
    anew = told(scene, "Will my parcel arrive by Saturday? Yes")
    assert "needs a fact" not in anew.words and "Annelie asks" not in anew.words
    assert sent_as_frieda(scene) == []


@both_doors
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


@both_doors
def test_the_drafts_form_takes_a_fact_too_and_shows_what_it_writes_with_it(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    scene.frieda.presses(scene.frieda.draft("1 needs a fact"), "Open")
    before = scene.frieda.form("If you know more now").holds("text")
    assert scene.frieda.submits(fact0="Yes") == {}
    form = scene.frieda.until(lambda seen: seen.form and seen.form.holds("text") != before, "the form anew").form
    assert form is not None and form.holds("fact0") == "Yes"
    assert sent_as_frieda(scene) == []


@both_doors
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


@both_doors
def test_why_is_one_line_of_the_menu(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    scene.frieda.chooses(scene.frieda.draft("1 needs a fact"), "More", "Why this draft")
    why = scene.frieda.card("needs a fact from you (nothing in the playbook answers this)")
    assert "needs a fact from you" in why.words


@both_doors
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


@both_doors
def test_an_answer_in_the_channel_is_read_with_its_thread(scene: Scene) -> None:
    asked = scene.annelie.says("Hi Frieda, my brakes squeak since the service. Can you help?")
    scene.frieda.draft("Draft ready")
    scene.frieda.says("I'm sorry to hear that, Annelie. Which order was it?", thread=asked)
    scene.settle()
    scene.annelie.says("It's MB-44120. They squeak most when it rains.")
    outside = scene.frieda.draft("Annelie answered outside the thread, in the channel.")
    assert outside.thread == asked and outside.is_private


@both_doors
def test_a_customer_whom_nobody_knows_is_linked_once_and_the_draft_is_written_anew(scene: Scene) -> None:
    tom = scene.someone("U0TOM")
    tom.do("join", real_name="Tom Eriksson")
    tom.do("profile", is_guest=True)
    tom.do("join", channel=HELP)
    tom.says("Hi, when do you open on Saturday?")
    draft = scene.frieda.draft("Hi Tom")
    scene.frieda.presses(draft, "Link to customer…")
    form = scene.frieda.form("Who is Tom Eriksson in your records?")
    assert form.holds("search") == "Tom Eriksson"
    assert scene.frieda.submits(search="nobody at all").keys() == {"search"}
    assert scene.frieda.submits(search="Tom Eriksson", record="C10") == {}
    said = scene.frieda.card("I now know Tom Eriksson as Tom Eriksson (C10) in your records")
    scene.frieda.until(lambda seen: "Link to customer…" not in seen.words, "a card without the button")
    tom.says("And where can I park?")
    assert "Link to customer…" not in scene.jonas.draft("park").buttons
    scene.frieda.presses(said, "Undo")
    scene.frieda.sees("Undone: I no longer take them for this customer")
    assert "Tom" not in " ".join(one.words for one in scene.annelie.look().in_channel(HELP) if one.is_by_app)


@both_doors
def test_a_remedy_within_the_agents_limit_stands_in_the_draft_only_when_it_is_chosen(scene: Scene) -> None:
    asked = scene.annelie.says(MISSED)
    draft = scene.frieda.draft("Draft ready")
    assert "euros" not in draft.words
    offered = [str(one["label"]) for one in draft.button("Make it right")["options"]]
    assert "20 euros, within your limit" in offered and "50 euros, within your limit" in offered
    scene.frieda.chooses(draft, "Make it right", "20 euros, within your limit")
    chosen = scene.frieda.card("20 euros")
    assert "No offer" in [str(one["label"]) for one in chosen.button("Make it right")["options"]]
    assert sent_as_frieda(scene) == []
    scene.frieda.presses(chosen, "Use")
    if asking := [one for one in scene.frieda.look().messages if "Use it like this" in one.buttons]:
        scene.frieda.presses(asking[-1], "Use it like this")
    scene.frieda.passes_on(asked)
    assert "20 euros" in scene.annelie.sees("20 euros").words and len(sent_as_frieda(scene)) == 1


@both_doors
def test_a_lead_sets_how_many_cards_come_in_an_hour_and_further_drafts_stand_at_home(scene: Scene) -> None:
    assert "at most 12 draft cards" in scene.frieda.told("/kindline cards")
    assert scene.frieda.told("/kindline cards 1").startswith("Only a lead or an admin can change this.")
    assert scene.nadine.told("/kindline cards plenty").startswith("Type a whole number from 0 to 1000")
    assert "at most 1 draft card from a channel" in scene.nadine.told("/kindline cards 1")
    scene.annelie.says(PARCEL)
    scene.frieda.draft("Will my parcel arrive")
    scene.hendrik.says("When do you open on Saturday?")
    scene.clock(advance_s=2)
    scene.frieda.sees("You had 1 draft card from this channel in an hour")
    assert not [one for one in scene.frieda.look().messages if "Hi Hendrik" in one.words and not one.is_home]
    assert "For Hendrik" in scene.frieda.home("For Hendrik").words
