"""Drafts learn from the people who use them, show what they learned, and let it be changed, removed, brought back."""

from tests.stories.conftest import both_doors
from tests.stories.people import HELP, MARIGOLD, NORTH, Scene
from tests.stories.screens import Shown
from tests.stories.wire import SlackWire

HOURS = "When do you open on Saturday?"
PRICE = "What does the small service cost?"
OWN = (
    "Hey Annelie! I've seen it, that's fine.\n\nCheers,\nFrieda",
    "Hey Annelie! It's on its way.\n\nCheers,\nFrieda",
    "Hey Annelie! We'll keep it here until you're back.\n\nCheers,\nFrieda",
    "Hey Annelie! You're welcome, I'll tell Jonas.\n\nCheers,\nFrieda",
)
BELLS = "Can I have a bell engraved?"
ENGRAVED = "A bell can be engraved with up to 12 letters, and that is free."


def shown(answer: Shown | None) -> Shown:
    assert answer is not None
    return answer


def has_written(scene: Scene) -> None:
    """Frieda answered a few times in words of her own."""
    asked = scene.annelie.says("Hello Frieda, a few small things about my bike.")
    for text in OWN:
        scene.frieda.says(text, thread=asked)
    scene.settle()


# How an agent writes


@both_doors
def test_a_draft_wears_its_agents_own_voice_and_nobody_elses(scene: Scene) -> None:
    has_written(scene)
    told = scene.frieda.told("/kindline voice")
    assert "You mostly open with “Hey Anna!”." in told and "You mostly close with “Cheers”" in told
    assert "Only you see this." in told and "Hey" not in scene.jonas.told("/kindline voice")
    scene.annelie.says(HOURS)
    assert "Hey Annelie!" in scene.frieda.draft().words and "Cheers, Frieda" in scene.frieda.draft().words
    assert "Hi Annelie," in scene.jonas.draft().words


@both_doors
def test_what_an_agent_sets_stands_above_what_was_learned(scene: Scene) -> None:
    has_written(scene)
    scene.frieda.presses(shown(scene.frieda.types("/kindline voice")), "Edit how I write")
    scene.frieda.form("What you set here stands above what I learn.")
    assert scene.frieda.submits(greeting="<!channel>").keys() == {"greeting"}
    assert scene.frieda.submits(greeting="Hello", emoji="no") == {}
    scene.frieda.sees("You set the greeting and emoji yourself.")
    scene.annelie.says(HOURS)
    draft = scene.frieda.draft()
    assert "Hello Annelie," in draft.words and "Cheers, Frieda" in draft.words


@both_doors
def test_a_voice_that_is_forgotten_leaves_drafts_plain_until_it_is_wanted_again(scene: Scene) -> None:
    has_written(scene)
    scene.frieda.presses(shown(scene.frieda.types("/kindline voice")), "Forget it")
    again = scene.frieda.card("I forgot how you write, and I don't learn it.")
    has_written(scene)
    scene.annelie.says(HOURS)
    assert "Hi Annelie," in scene.frieda.draft().words
    scene.frieda.presses(again, "Learn it again")
    scene.frieda.sees("I don't know it yet.")


@both_doors
def test_all_that_is_kept_of_an_agent_can_be_erased_and_what_they_saved_keeps_no_name(scene: Scene) -> None:
    saved(scene)
    scene.frieda.presses(shown(scene.frieda.types("/kindline voice")), "Erase it all")
    assert "I don't learn it." in scene.frieda.card("Erased: how you write, your edits of drafts").words
    listed = scene.nadine.told("/kindline examples bell")
    assert ENGRAVED in listed and "Saved by a colleague" in listed and "Frieda" not in listed


@both_doors
def test_home_shows_an_agent_how_they_write(scene: Scene) -> None:
    has_written(scene)
    home = scene.frieda.home("How you write")
    scene.frieda.presses(home, "Edit how I write")
    scene.frieda.form("What you set here stands above what I learn.")
    scene.frieda.submits(sign_off="All the best")
    assert "All the best" in scene.frieda.home("You set the sign-off yourself.").words
    assert "How you write" not in scene.milo.home("Hello").words


# What became of drafts


@both_doors
def test_one_press_says_why_a_draft_was_put_away_and_leads_read_it(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    scene.frieda.presses(scene.frieda.draft(), "Not now")
    away = scene.frieda.card("Put away.")
    assert away.buttons == ["Facts wrong", "Tone wrong", "Too long", "Already answered", "Not needed"]
    scene.frieda.presses(away, "Facts wrong")
    assert scene.frieda.card("Noted: facts wrong. Thank you.").buttons == []
    told = shown(scene.nadine.types("/kindline learning"))
    assert "1 draft: 0 sent unchanged, 0 edited, 1 put away (facts wrong: 1)." in told.words
    assert scene.frieda.told("/kindline learning").startswith("Only a lead or an admin can see this.")


@both_doors
def test_a_lead_starts_over_and_goes_back(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.frieda.presses(scene.frieda.draft(), "Use")
    scene.frieda.passes_on(asked)
    scene.annelie.sees("Berlin is open")
    scene.settle()
    report = shown(scene.nadine.types("/kindline learning"))
    assert "1 draft: 1 sent unchanged" in report.words
    scene.nadine.presses(report, "Start over")
    over = scene.nadine.card("I start over:")
    assert "Nothing yet." in over.words
    scene.nadine.presses(over, "Bring it back")
    assert "1 draft: 1 sent unchanged" in scene.nadine.card("What I had learned counts again.").words


# Examples


def saved(scene: Scene) -> None:
    """Frieda answered what no page tells, and saved it."""
    asked = scene.annelie.says(BELLS)
    scene.frieda.presses(scene.frieda.draft(), "Open")
    scene.frieda.form("Your reply")
    text = f"Hi Annelie, {ENGRAVED[0].lower()}{ENGRAVED[1:]}\n\nFrieda"
    scene.frieda.submits(text=text)
    if scene.frieda.look().form:
        scene.frieda.submits(text=text, anyway=["yes"])
    scene.frieda.passes_on(asked)
    scene.annelie.sees("up to 12 letters")
    card = "Your reply, ready to copy" if scene.team.startswith("M0") else "Sent to Annelie Voss"
    scene.frieda.presses(scene.frieda.card(card), "Save as example")
    form = scene.frieda.form("The reply")
    assert "Hi [name]" in str(form.holds("text")) and "bell" in str(form.holds("asks"))
    assert scene.frieda.submits(text="I've sent it.").keys() == {"text"}
    assert scene.frieda.submits(text=ENGRAVED, asks=BELLS) == {}
    scene.frieda.sees("Saved as an example")


@both_doors
def test_a_saved_example_answers_the_next_customer_and_says_whose_it_is(scene: Scene) -> None:
    saved(scene)
    scene.hendrik.says(BELLS)
    draft = scene.jonas.draft("Example saved by Frieda, 18 November")
    assert "up to 12 letters" in draft.words and "[name]" not in draft.words


@both_doors
def test_an_example_is_removed_and_brought_back(scene: Scene) -> None:
    saved(scene)
    listed = shown(scene.nadine.types("/kindline examples bell"))
    assert ENGRAVED in listed.words and "Saved by Frieda, 18 November" in listed.words
    scene.nadine.presses(listed, "Remove")
    gone = scene.nadine.card("Removed: drafts tell nothing of it any more.")
    scene.hendrik.says(BELLS)
    assert "12 letters" not in scene.jonas.draft("Draft ready").words
    scene.nadine.presses(gone, "Bring back")
    scene.nadine.sees("It is back: drafts may tell it again.")


def test_an_example_of_another_workspace_cannot_be_removed(scene: Scene) -> None:
    saved(scene)
    listed = shown(scene.nadine.types("/kindline examples"))
    value = str(listed.button("Remove")["value"])
    wire = SlackWire(scene.demo)
    for team, user in ((NORTH, "U0FRIEDA"), (MARIGOLD, "U0JONAS"), (MARIGOLD, "U0MILO"), (MARIGOLD, "U0HENDRIK")):
        for action in ("example.remove", "example.save", "learning.reset", "shadow.links"):
            assert wire.press(team, user, HELP, action, value) == 200
    scene.settle()
    assert ENGRAVED in scene.frieda.told("/kindline examples")
    assert "No examples yet." in scene.frida.told("/kindline examples")


# Shadow mode


@both_doors
def test_in_shadow_mode_nobody_sees_a_draft_and_the_lead_reads_how_it_would_have_gone(scene: Scene) -> None:
    assert "I draft in silence and nobody sees it." in scene.nadine.told("/kindline shadow on everywhere")
    same, other = scene.annelie.says(HOURS), scene.hendrik.says(PRICE)
    scene.clock(advance_s=30)
    assert [one.id for one in (scene.frieda, scene.jonas, scene.nadine) if "Draft" in one.look().words] == []
    scene.jonas.says("Hello Annelie, Berlin is open from 10 to 17 on Saturday.", thread=same)
    scene.frieda.says("Hello Hendrik, the small service costs 75 euros.", thread=other)
    scene.settle()
    report = shown(scene.nadine.types("/kindline shadow"))
    assert "Customers wrote twice; I would have offered a draft twice." in report.words
    assert "In 1 my draft tells the same facts" in report.words and "In 1 a figure differs" in report.words
    assert "69 euros in my draft, 75 euros in the answer" in report.words
    assert "To let your agents see drafts:" in report.words
    scene.nadine.presses(report, "Send me the links")
    scene.nadine.card("75 euros in the answer")


@both_doors
def test_a_lead_lets_the_drafts_out_and_agents_see_them(scene: Scene) -> None:
    scene.nadine.told("/kindline shadow on everywhere")
    asked = scene.annelie.says(HOURS)
    scene.clock(advance_s=30)
    scene.frieda.uses("help_me_reply", asked)
    scene.frieda.sees("I draft in silence here, and show nobody a draft yet.")
    assert "Shadow mode is off everywhere" in scene.nadine.told("/kindline shadow off everywhere")
    scene.frieda.uses("help_me_reply", asked)
    assert "Berlin is open" in scene.frieda.draft().words


def test_one_channel_can_be_silent_alone(scene: Scene) -> None:
    assert "in this channel" in scene.nadine.told("/kindline shadow on")
    scene.annelie.says(HOURS)
    scene.clock(advance_s=30)
    assert scene.frieda.look().private() == []
    assert scene.frieda.told("/kindline shadow").startswith("Only a lead or an admin can do this.")
    assert "Shadow mode is on in #help-marigold since today" in scene.nadine.told("/kindline shadow")
