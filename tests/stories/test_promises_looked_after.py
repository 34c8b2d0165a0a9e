"""Promises change hands, are asked about and pointed at, and customers who wait are seen."""

from tests.stories.conftest import every_way
from tests.stories.people import Scene
from tests.stories.test_promises import DEED, in_chat, promised, waiting


@every_way
def test_a_promise_is_handed_over_to_a_colleague_who_says_yes(scene: Scene) -> None:
    promised(scene)
    listed = scene.frieda.types("/promises")
    assert listed is not None
    scene.frieda.presses(listed, "Hand over")
    scene.frieda.form("Who should take it over?")
    assert list(scene.frieda.submits(to="U0ANNELIE").values()) != []
    assert scene.frieda.submits(to="U0JONAS", note="She prefers the telephone.") == {}
    question = scene.jonas.card("Frieda Maas asks whether you can take over a promise.")
    assert DEED in question.words and "She prefers the telephone." in question.words
    assert "Waiting for Jonas" in scene.frieda.told("/promises")
    scene.jonas.presses(question, "I'll take it")
    scene.jonas.sees("Thank you, it is yours now.")
    scene.frieda.card("took over your promise to Annelie")
    assert scene.frieda.told("/promises") == "You have no open promises."
    scene.clock(to="2026-11-20T12:00:01+01:00")
    assert any("It is due now." in words for words in in_chat(scene, "U0JONAS"))
    assert not any("It is due now." in words for words in in_chat(scene))
    assert DEED not in " ".join(scene.annelie.shown_by_bot())


@every_way
def test_somebody_who_waits_is_seen_and_told_honestly_when_they_will_hear(scene: Scene) -> None:
    asked = waiting(scene)
    scene.clock(to="2026-11-18T14:31:00+01:00")
    note = scene.frieda.card("Annelie has been waiting for an answer since today 10:30.")
    scene.frieda.presses(note, "Say when they'll hear")
    draft = scene.frieda.card("I'm looking into it now, and I'll write to you by 10:00 tomorrow.")
    assert draft.thread == asked and "looking into it" not in scene.annelie.look().words
    scene.frieda.presses(draft, "Use")
    scene.frieda.passes_on(asked)
    scene.annelie.sees("I'll write to you by 10:00 tomorrow.")
    scene.frieda.card("You promised Annelie")
    assert "Due Thursday 19 November, 10:00." in scene.frieda.told("/promises")
    assert in_chat(scene, "U0NADINE") == []


@every_way
def test_what_looks_like_the_delivery_is_asked_about_and_thanks_close_nothing(scene: Scene) -> None:
    asked, _ = promised(scene, "Hello Annelie, I'll send you the label by Friday noon.")
    scene.annelie.says("Thank you, that's it!", thread=asked)
    scene.settle()
    assert "Friday 20 November, 12:00" in scene.frieda.told("/promises")
    scene.frieda.says("Here is your label, Annelie.", thread=asked)
    question = scene.frieda.card("You wrote this. Was this it?")
    assert question.buttons == ["Yes, it is done", "Not yet"] and question.is_private
    scene.frieda.presses(question, "Yes, it is done")
    scene.frieda.sees("Kept: your promise to Annelie")
    assert scene.frieda.told("/promises") == "You have no open promises."


@every_way
def test_a_date_that_cannot_stand_is_named_before_it_is_promised(scene: Scene) -> None:
    told = scene.frieda.told("/check Hello Annelie, I'll call you back on Saturday at 10:00. Frieda")
    assert "Your team doesn't work on Saturday 21 November." in told
    assert "Monday 23 November, 10:00" in told


@every_way
def test_a_promise_is_tracked_by_pointing_at_the_words(scene: Scene) -> None:
    asked = waiting(scene)
    said = scene.frieda.says("Label for the bell, posted with the next van.", thread=asked)
    scene.settle()
    scene.frieda.uses("track_a_promise", said)
    scene.frieda.sees("You promised Annelie: “Label for the bell, posted with the next van.”")
    assert "Label for the bell" in scene.frieda.told("/promises")
    scene.jonas.uses("track_a_promise", said)
    scene.jonas.sees("This promise would be a colleague's.")
    scene.frieda.uses("track_a_promise", asked)
    scene.frieda.sees("These are a customer's words. Only what one of us said can be our promise.")
