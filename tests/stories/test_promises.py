"""What an agent promises is noticed, reminded and kept, or honestly moved: the second half of the main job."""

import pytest

from tests.stories.conftest import every_way
from tests.stories.people import HELP, Scene
from tests.stories.screens import Shown

ASKED = "Where is my parcel? Order MB-44120."
PROMISED = "Hello Annelie, I'll call the carrier and write to you by Friday noon."
DEED = "“I'll call the carrier and write to you by Friday noon”"


def waiting(scene: Scene) -> str:
    """Annelie asked, and the bot has heard it."""
    asked = scene.annelie.says(ASKED)
    scene.settle()
    return asked


def promised(scene: Scene, words: str = PROMISED) -> tuple[str, Shown]:
    """Frieda answers Annelie with a promise; the thread, and the card that says what was noticed."""
    asked = waiting(scene)
    scene.frieda.says(words, thread=asked)
    return asked, scene.frieda.card("You promised Annelie")


def in_chat(scene: Scene, person: str = "U0FRIEDA") -> list[str]:
    return [one.words for one in scene.someone(person).look().from_bot()]


@every_way
def test_a_promise_is_followed_from_the_morning_to_the_lead_and_nothing_is_said_twice(scene: Scene) -> None:
    promised(scene)
    moments: dict[str, list[str]] = {}
    heard = {"U0FRIEDA": 0, "U0NADINE": 0}
    for _ in range(12):
        now = scene.clock(to_next=True)
        for person, before in heard.items():
            said = in_chat(scene, person)
            heard[person] = len(said)
            moments.setdefault(f"{person} {now[:16]}", []).extend(said[before:])
        if heard["U0NADINE"]:
            break
    told = {moment: words for moment, words in moments.items() if words}
    frieda = {moment.split()[1]: words for moment, words in told.items() if moment.startswith("U0FRIEDA")}
    # Berlin is an hour ahead of these: the day starts at 9:00, noon is 12:00.
    assert "Your day, Frieda: 1 open promise" in frieda["2026-11-19T08:00"][0]
    assert "Your day, Frieda: 1 open promise" in frieda["2026-11-20T08:00"][0]
    assert f"You promised Annelie: {DEED}. It is due now." in frieda["2026-11-20T11:00"][0]
    assert "It was due Friday 20 November, 12:00: 1 hour late." in frieda["2026-11-20T12:00"][0]
    nudges = [moment for moment, words in frieda.items() if "Due Friday 20 November, 12:00." in words[0]]
    assert len(nudges) == 3 and sum(len(words) for words in frieda.values()) == len(frieda)
    lead = [words for moment, words in told.items() if moment.startswith("U0NADINE")]
    assert len(lead) == 1 and "Frieda Maas was reminded, and it is still open." in lead[0][0]
    assert "Frieda Maas promised Annelie" in lead[0][0]


@every_way
def test_the_daily_reminder_comes_at_nine_on_the_next_working_day_and_done_closes_it(scene: Scene) -> None:
    promised(scene)
    assert scene.clock(to="2026-11-19T08:59:58+01:00") and in_chat(scene) == []
    scene.clock(to="2026-11-19T09:00:01+01:00")
    digest = scene.frieda.card("Your day, Frieda: 1 open promise")
    assert digest.buttons[:3] == ["Done", "Move the date", "Draft the update"]
    scene.frieda.presses(digest, "Done")
    scene.frieda.sees(f"Kept: your promise to Annelie, {DEED}. Thank you.")
    assert scene.frieda.told("/promises") == "You have no open promises."
    scene.clock(to="2026-11-23T18:00:00+01:00")
    assert len(in_chat(scene)) == 1 and in_chat(scene, "U0NADINE") == []


def test_the_daily_reminder_skips_the_weekend_and_keeps_to_the_persons_own_zone(scene: Scene) -> None:
    scene.frieda.do("profile", tz="Europe/Lisbon")
    scene.clock(to="2026-11-20T15:00:00+01:00")
    promised(scene, "Hello Annelie, I'll write to you by Wednesday noon.")
    scene.clock(to="2026-11-23T09:30:00+01:00")
    assert in_chat(scene) == []
    scene.clock(to="2026-11-23T10:00:01+01:00")
    assert "Your day, Frieda" in in_chat(scene)[0]


def test_a_day_with_nothing_open_brings_no_reminder(scene: Scene) -> None:
    scene.clock(to="2026-11-19T12:00:00+01:00")
    assert in_chat(scene) == [] and in_chat(scene, "U0NADINE") == []


@every_way
def test_undo_takes_a_promise_off_the_list_and_nothing_reminds_of_it(scene: Scene) -> None:
    _, noticed = promised(scene)
    scene.frieda.presses(noticed, "Undo")
    scene.frieda.sees("Nothing will remind you of it.")
    scene.clock(to="2026-11-23T18:00:00+01:00")
    assert in_chat(scene) == [] and scene.frieda.told("/promises") == "You have no open promises."


def test_a_press_on_a_promise_that_was_closed_says_what_became_of_it(scene: Scene) -> None:
    _, noticed = promised(scene)
    listed = scene.frieda.types("/promises")
    assert listed is not None
    scene.frieda.presses(listed, "Done")
    scene.frieda.sees("You have no open promises.")
    scene.frieda.presses(noticed, "Undo")
    scene.frieda.sees("This promise was already marked as kept by you")


def test_a_snoozed_promise_comes_back_at_its_time_once(scene: Scene) -> None:
    promised(scene)
    listed = scene.frieda.types("/promises")
    assert listed is not None
    snooze = listed.button("Snooze")
    scene.frieda.presses(listed, "Snooze", selected=snooze["options"][1]["value"])
    scene.frieda.sees("I will remind you again today 11:30.")
    scene.clock(to="2026-11-18T11:29:00+01:00")
    assert in_chat(scene) == []
    scene.clock(to="2026-11-18T11:31:00+01:00")
    scene.clock(to="2026-11-18T12:31:00+01:00")
    assert len(in_chat(scene)) == 1 and DEED in in_chat(scene)[0]


@every_way
def test_moving_the_date_drafts_the_honest_notice_which_the_agent_sends(scene: Scene) -> None:
    asked, _ = promised(scene)
    scene.clock(to="2026-11-19T09:00:01+01:00")
    scene.frieda.presses(scene.frieda.card("Your day, Frieda"), "Move the date")
    form = scene.frieda.form("Move the date")
    assert (form.holds("due"), form.holds("due:time")) == ("2026-11-20", "12:00")
    why = "The carrier has not answered me yet"
    assert scene.frieda.submits(due="2026-11-24", due__time="15:00", reason=why) == {}
    notice = scene.frieda.card("Draft ready: an update on your promise")
    assert notice.is_private and notice.thread == asked
    assert "I won't manage that" in notice.words and "The carrier has not answered me yet." in notice.words
    assert "Tuesday 24 November, 15:00" in notice.words
    assert "won't manage" not in scene.annelie.look().words
    scene.frieda.presses(notice, "Use")
    scene.frieda.passes_on(asked)
    scene.annelie.sees("You'll hear from me by Tuesday 24 November, 15:00")
    scene.settle()
    listed = scene.frieda.told("/promises")
    assert "Due Tuesday 24 November, 15:00." in listed and "doesn't know the new date" not in listed
    assert listed.count("Annelie:") == 1
    scene.clock(to="2026-11-20T18:00:00+01:00")
    assert not any("It is due now" in words or "was due" in words for words in in_chat(scene))


@every_way
def test_a_date_in_the_past_is_refused_beside_its_field(scene: Scene) -> None:
    promised(scene)
    listed = scene.frieda.types("/promises")
    assert listed is not None
    scene.frieda.presses(listed, "Move the date")
    scene.frieda.form("Move the date")
    refused = scene.frieda.submits(due="2026-11-17", due__time="09:00")
    assert list(refused.values()) == ["That is in the past. Please choose a time that is still to come."]
    assert scene.frieda.submits(due="2026-11-25", due__time="09:00") == {}
    scene.frieda.card("Draft ready: an update on your promise")


def test_words_without_a_date_are_asked_about_with_three_concrete_ones(scene: Scene) -> None:
    _, noticed = promised(scene, "Hello Annelie, I'll get back to you soon.")
    assert "No date yet (“soon”)" in noticed.words
    assert noticed.buttons == ["today 17:00", "tomorrow 12:00", "Friday 17:00", "Pick a date", "Undo"]
    scene.frieda.presses(noticed, "tomorrow 12:00")
    scene.frieda.sees("The date is now Thursday 19 November, 12:00.")
    assert "Due Thursday 19 November, 12:00." in scene.frieda.told("/promises")


def test_messages_that_come_in_a_burst_are_understood_in_their_order(scene: Scene) -> None:
    for _ in range(4):
        for customer in (scene.annelie, scene.hendrik):
            asked = customer.says(ASKED)
            scene.frieda.says("Hello, I'll write to you by Friday noon.", thread=asked)
    scene.frieda.until(
        lambda seen: len([one for one in seen.private() if "You promised" in one.words]) == 8, "eight promises"
    )
    # Deliveries may overtake each other on the wire, so the list is what must be right in the end.
    listed = scene.frieda.told("/promises")
    assert (listed.count("Annelie: "), listed.count("Hendrik: ")) == (4, 4)


def test_a_likely_promise_is_asked_about_first(scene: Scene) -> None:
    asked = waiting(scene)
    scene.frieda.says("Hello Annelie, the bell comes on Friday.", thread=asked)
    question = scene.frieda.card("This sounds like a promise to Annelie")
    assert question.buttons == ["Track", "Not a promise"] and question.is_private
    assert scene.frieda.told("/promises") == "You have no open promises."
    scene.frieda.presses(question, "Track")
    scene.frieda.sees("You promised Annelie")
    assert "the bell comes on Friday" in scene.frieda.told("/promises")


@pytest.mark.parametrize(
    "words",
    ["Could you send me a photo by Friday?", "The carrier brings it on Friday.", "I called them yesterday at noon."],
)
def test_questions_others_plans_and_the_past_are_no_promises(scene: Scene, words: str) -> None:
    asked = scene.annelie.says(ASKED)
    scene.frieda.says(words, thread=asked)
    scene.annelie.says("I'll send you the number by Friday noon.", thread=asked)
    scene.settle()
    cards = [one.words for one in scene.frieda.look().messages if one.is_by_app]
    assert [words for words in cards if "You promised" in words or "sounds like a promise" in words] == []
    told = scene.frieda.told("/promises")
    assert told.startswith("You have no open promises. Waiting on others Annelie: “I'll send you the number")


def test_the_owner_says_what_becomes_of_a_promise_whose_message_was_edited_or_deleted(scene: Scene) -> None:
    asked = waiting(scene)
    said = scene.frieda.says(PROMISED, thread=asked)
    scene.frieda.card("You promised Annelie")
    scene.frieda.edits(said, PROMISED.replace("Friday", "Monday"))
    changed = scene.frieda.card("You changed the words of a promise. Does the promise still stand?")
    assert "New date: Monday" in " ".join(changed.buttons)
    scene.frieda.presses(changed, next(label for label in changed.buttons if label.startswith("New date")))
    scene.frieda.sees("The date is now Monday 23 November, 12:00.")
    scene.frieda.deletes(said)
    gone = scene.frieda.card("Your message with a promise was deleted. Does the promise still stand?")
    scene.frieda.presses(gone, "It still stands")
    scene.frieda.sees("Good, it stays as it was.")
    assert "Due Monday 23 November, 12:00." in scene.frieda.told("/promises")


def test_a_promise_can_be_noted_by_hand(scene: Scene) -> None:
    noted = scene.frieda.told("/kindline promise I'll call Annelie back by Friday noon")
    assert "I'll call Annelie back by Friday noon" in noted and "Friday 20 November, 12:00" in noted
    assert "Friday 20 November, 12:00" in scene.frieda.told("/promises")


def test_only_leads_read_the_promises_of_others(scene: Scene) -> None:
    promised(scene)
    refused = scene.jonas.told("/promises @frieda")
    assert refused == "A colleague's promises are for them and their lead. /promises alone shows yours."
    assert DEED in scene.nadine.told("/promises <@U0FRIEDA>") and DEED in scene.nadine.told("/promises team")
    assert "The team's promises are for leads." in scene.jonas.told("/promises team")
    assert "Open now: 1" in scene.frieda.told("/promises numbers")
    assert DEED not in scene.annelie.look().in_channel(HELP)[0].words
    strangers = (scene.annelie, scene.hendrik, scene.milo, scene.jonas, scene.nils, scene.frida)
    assert [one.id for one in strangers if "You promised" in one.look().words] == []
