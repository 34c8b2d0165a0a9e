"""An agent asks for help, or handles a draft in another way than sending it."""

from tests.stories.conftest import both_roads, every_way
from tests.stories.people import HELP, TEAM, Scene

HOURS = "When do you open on Saturday?"


@every_way
def test_the_shortcut_brings_a_draft_for_the_message_it_was_used_on(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    first = scene.frieda.draft("Draft ready")
    scene.frieda.presses(first, "Not now")
    scene.frieda.sees("Put away.")
    scene.frieda.uses("help_me_reply", asked)
    assert "Berlin is open 10:00 to 17:00" in scene.frieda.draft("Draft ready").words


def test_the_shortcut_explains_itself_where_no_customer_waits(scene: Scene) -> None:
    said = scene.frieda.says("Lunch at one?", TEAM)
    scene.frieda.uses("help_me_reply", said)
    assert scene.frieda.card("I only read along in channels that a lead enrolled.").is_private
    answered = scene.frieda.says("We close at 18:00 today.", HELP)
    scene.frieda.uses("help_me_reply", answered)
    assert scene.frieda.card("There is no customer message waiting in this thread").is_private


def test_drafts_are_for_agents_and_the_shortcut_says_so(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.nadine.uses("help_me_reply", asked)
    assert scene.nadine.card("Drafts are for agents. A lead can make you one with /kindline team.").is_private


@every_way
def test_the_list_of_waiting_customers_leads_to_a_draft(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.hendrik.says("How long do I have to return a helmet?")
    scene.jonas.until(lambda seen: len(seen.private()) == 2, "two drafts")
    waiting = scene.jonas.types("/reply")
    assert waiting is not None and "Annelie Voss" in waiting.words and "Hendrik de Boer" in waiting.words
    assert waiting.buttons == ["Help me reply", "Help me reply"]
    scene.jonas.presses(waiting, "Help me reply")
    fresh = scene.jonas.until(lambda seen: len(seen.private()) == 4, "the draft again").private()[-1]
    assert fresh.thread == asked and "Saturday" in fresh.words


def test_nobody_waits_in_an_empty_channel_and_a_channel_that_is_not_enrolled_is_named(scene: Scene) -> None:
    assert scene.frieda.told("/reply") == "Nobody is waiting for an answer in this channel."
    assert scene.frieda.told("/kindline reply") == "Nobody is waiting for an answer in this channel."
    assert "/kindline here" in scene.frieda.told("/reply", TEAM)


@every_way
def test_a_mention_in_a_thread_brings_a_draft_there(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.frieda.draft("Draft ready")
    scene.frieda.says("<@U0KINDLINE> help please", thread=asked)
    drafts = scene.frieda.until(lambda seen: len(seen.private()) >= 2, "a draft for the mention").private()
    assert drafts[-1].thread == asked and "Saturday" in drafts[-1].words
    assert [one for one in scene.annelie.look().in_channel(HELP) if one.author == "U0KINDLINE"] == []


def test_a_mention_does_not_count_as_an_answer_to_the_customer(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.frieda.draft("Draft ready")
    scene.frieda.says("<@U0KINDLINE> help please", thread=asked)
    scene.frieda.until(lambda seen: len(seen.private()) >= 2, "a draft for the mention")
    assert "Annelie Voss" in scene.frieda.told("/reply")


def test_why_names_the_source_of_each_answer(scene: Scene) -> None:
    scene.annelie.says("When do you open on Saturday? And will it snow on my birthday?")
    scene.frieda.chooses(scene.frieda.draft("Draft ready"), "More", "Why this draft")
    why = scene.frieda.card("answered (Shops and hours").words
    assert "answered (Shops and hours" in why and "you would promise to find out" in why


def test_a_draft_that_was_put_away_waits_on_no_page(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    draft = scene.frieda.draft("Draft ready")
    assert "For Annelie Voss: Draft ready" in scene.frieda.home("For Annelie Voss").words
    scene.frieda.presses(draft, "Not now")
    gone = scene.frieda.until(lambda seen: "For Annelie Voss" not in seen.home.words, "a home page without it")
    assert "Put away. “Help me reply” on the message brings it back." in gone.words


@both_roads
def test_whoever_takes_a_thread_keeps_it_and_the_others_are_told(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    mine, theirs = scene.frieda.draft("Draft ready"), scene.jonas.draft("Draft ready")
    scene.frieda.presses(mine, "I'll take it")
    taken = scene.frieda.until(lambda seen: "I'll take it" not in seen.private()[-1].buttons, "a card that is theirs")
    assert taken.private()[-1].buttons == ["Open", "Use", "Not now", "More"]
    scene.jonas.presses(theirs, "I'll take it")
    scene.jonas.sees("Frieda Maas has taken this one already.")
    assert "Nobody is waiting" in scene.jonas.told("/reply") and "Annelie Voss" in scene.frieda.told("/reply")


def test_a_thread_that_a_colleague_took_needs_a_yes(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    mine, theirs = scene.frieda.draft("Draft ready"), scene.jonas.draft("Draft ready")
    scene.jonas.presses(theirs, "I'll take it")
    scene.frieda.presses(mine, "Use")
    scene.frieda.sees("Jonas Keller has taken this thread. Send yours all the same?")
    assert [one for one in scene.annelie.look().in_channel(HELP) if one.author == "U0FRIEDA"] == []


def test_a_file_is_mentioned_and_never_said_to_be_read(scene: Scene) -> None:
    scene.annelie.says("The rack bolt broke again, see the photo. What can you do?", files=["bolt.jpg"])
    draft = scene.frieda.draft("Draft ready")
    scene.frieda.chooses(draft, "More", "Why this draft")
    scene.frieda.card("I can't open files, so please look at bolt.jpg yourself.")
    for claim in ("I see in your photo", "I can see", "your photo shows", "looking at your photo"):
        assert claim not in draft.words


def test_a_message_that_is_only_a_file_breaks_nothing(scene: Scene) -> None:
    sent = scene.annelie.says("", files=["scratch.png"])
    scene.clock(advance_s=30)
    scene.frieda.uses("help_me_reply", sent)
    scene.frieda.until(lambda seen: seen.private(), "an answer")
    assert "scratch.png" in scene.frieda.look().words
