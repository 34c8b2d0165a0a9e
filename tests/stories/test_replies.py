"""A customer writes; an agent gets a draft, and a person sends it: the first half of the main job."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.stories.conftest import both_roads, every_way
from tests.stories.people import HELP, Scene
from tests.stories.screens import Shown

PARCEL = "Hi Frieda, will my parcel arrive by Saturday? Order MB-44120."
TROUBLE = "Hi Frieda, my parcel still hasn't arrived. Order MB-44120."
PRICE = "And what does the small service cost?"
HOURS = "When do you open on Saturday?"
EDITED = (
    "Hello Annelie, I am sorry about the parcel. I'll call the carrier and write to you by Friday noon. "
    "The small service is 69 euros. Frieda"
)


def draft_for_hours(scene: Scene) -> tuple[str, Shown]:
    """A question that the playbook answers, and Frieda's draft for it."""
    asked = scene.annelie.says(HOURS)
    return asked, scene.frieda.draft("Draft ready")


def posted_as(scene: Scene, agent: str) -> list[str]:
    """What the customer sees of an agent in the channel."""
    return [one.words for one in scene.annelie.look().in_channel(HELP) if one.author == agent]


@every_way
def test_two_messages_of_a_customer_become_one_private_draft_that_answers_each_ask(scene: Scene) -> None:
    began = time.monotonic()
    asked = scene.annelie.says(PARCEL)
    scene.annelie.says(PRICE, thread=asked)
    draft = scene.frieda.card("Draft ready: 2 asks, 1 needs a fact")
    assert time.monotonic() - began < 5
    assert draft.is_private and draft.thread == asked
    assert re.search(r"\b(?:Hello|Hi) Annelie,", draft.words)
    assert "69 euros" in draft.words and "From Repairs and workshop appointments" in draft.words
    assert "MB-44120" in draft.words and re.search(r"by 1\d:00 today", draft.words)
    assert draft.buttons == ["Yes", "No", "Write it…", "Open", "Use", "Not now", "I'll take it", "More"]
    assert len(scene.frieda.look().private()) == 1


def test_trouble_beside_a_question_is_owed_an_answer_with_a_time_too(scene: Scene) -> None:
    asked = scene.annelie.says(TROUBLE)
    scene.annelie.says(PRICE, thread=asked)
    draft = scene.frieda.draft("Draft ready")
    assert "69 euros" in draft.words and re.search(r"\bby 1\d:00 today", draft.words)


@every_way
def test_nobody_but_the_agents_sees_a_draft_before_a_person_sends_it(scene: Scene) -> None:
    draft_for_hours(scene)
    scene.jonas.draft("Draft ready")
    strangers = (scene.annelie, scene.hendrik, scene.milo, scene.nadine, scene.frida, scene.nils)
    assert [one.id for one in strangers if "Draft" in one.look().words] == []
    assert posted_as(scene, "U0FRIEDA") == [] and posted_as(scene, "U0KINDLINE") == []


@both_roads
def test_a_draft_that_was_opened_and_edited_is_posted_as_the_agent(scene: Scene) -> None:
    asked = scene.annelie.says(PARCEL)
    scene.annelie.says(PRICE, thread=asked)
    scene.frieda.presses(scene.frieda.draft("Draft ready: 2 asks"), "Open")
    form = scene.frieda.form("Your reply")
    assert "what does the small service cost" in form.words and "Annelie," in str(form.holds("text"))
    assert scene.frieda.submits(text=EDITED) == {}
    sent = scene.annelie.sees("I am sorry about the parcel").in_channel(HELP)[-1]
    assert (sent.author, sent.words, sent.thread) == ("U0FRIEDA", EDITED, asked)
    scene.frieda.sees("Sent to Annelie Voss as you")
    assert scene.frieda.look().form is None
    noticed = scene.frieda.card("You promised Annelie")
    assert "by Friday noon”. Due Friday 20 November, 12:00." in noticed.words and noticed.is_private
    assert "Undo" in noticed.buttons
    posts = [one["token"] for one in scene.calls("chat.postMessage") if one["args"]["channel"] == HELP]
    assert posts == ["xoxp-demo-U0FRIEDA"]


@both_roads
def test_a_reply_taken_back_within_two_minutes_is_gone_and_promises_nothing(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    scene.frieda.presses(scene.frieda.draft("Draft ready"), "Open")
    scene.frieda.submits(text=EDITED)
    scene.frieda.card("You promised Annelie")
    scene.clock(advance_s=110)
    scene.frieda.presses(scene.frieda.card("Sent to Annelie Voss"), "Take it back")
    scene.frieda.sees("Taken back: Annelie Voss no longer sees this reply")
    assert posted_as(scene, "U0FRIEDA") == []
    assert scene.frieda.told("/promises") == "You have no open promises."


def test_a_reply_stays_when_the_two_minutes_are_over(scene: Scene) -> None:
    _, draft = draft_for_hours(scene)
    scene.frieda.presses(draft, "Use")
    sent = scene.frieda.card("Sent to Annelie Voss")
    scene.clock(advance_s=125)
    scene.frieda.presses(sent, "Take it back")
    scene.frieda.sees("The two minutes are over, so the reply stays.")
    assert len(posted_as(scene, "U0FRIEDA")) == 1


def test_a_sent_reply_is_said_in_a_sentence_that_people_would_say(scene: Scene) -> None:
    _, draft = draft_for_hours(scene)
    scene.frieda.presses(draft, "Use")
    assert "as you at Wednesday" not in scene.frieda.card("Sent to Annelie Voss").words


def test_no_line_says_that_a_reply_is_being_sent_once_it_is(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    scene.frieda.presses(scene.frieda.draft("Draft ready"), "Open")
    scene.frieda.submits(text=EDITED)
    seen = scene.frieda.sees("Sent to Annelie Voss")
    assert "Sending your reply" not in seen.words


@every_way
def test_an_agent_without_a_linked_account_gets_text_to_copy_and_the_own_post_counts(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.jonas.presses(scene.jonas.draft("Draft ready"), "Use")
    copy = scene.jonas.card("Your reply, ready to copy")
    assert "Copy it into the thread" in copy.words and copy.is_private
    assert posted_as(scene, "U0JONAS") == []
    scene.jonas.says("Hello Annelie, on Saturday Berlin is open from 10 to 17. Jonas", thread=asked)
    scene.frieda.sees("Berlin is open from 10 to 17")
    scene.settle()
    assert scene.frieda.told("/reply") == "Nobody is waiting for an answer in this channel."


def test_an_empty_place_in_the_words_needs_one_extra_yes(scene: Scene) -> None:
    _, draft = draft_for_hours(scene)
    scene.frieda.presses(draft, "Open")
    scene.frieda.form("Your reply")
    assert scene.frieda.submits(text="Hello Annelie, we open at [time?]. Frieda") == {}
    scene.frieda.form("“[time?]” is still empty. Send it like this?")
    assert posted_as(scene, "U0FRIEDA") == []
    assert scene.frieda.submits(text="Hello Annelie, we open at ten on Saturday. Frieda") == {}
    scene.annelie.sees("Hello Annelie, we open at ten on Saturday. Frieda")


def test_an_ask_that_is_left_unticked_needs_one_extra_yes(scene: Scene) -> None:
    scene.annelie.says(f"{HOURS} {PRICE}")
    scene.frieda.presses(scene.frieda.draft("Draft ready: 2 asks"), "Open")
    scene.frieda.form("Your reply")
    assert scene.frieda.submits(asks=["0"], text="Hello Annelie, we open at ten. Frieda") == {}
    scene.frieda.form("“what does the small service cost” has no answer yet. Send it like this?")
    assert posted_as(scene, "U0FRIEDA") == []
    assert scene.frieda.submits(anyway=["yes"]) == {}
    scene.annelie.sees("Hello Annelie, we open at ten. Frieda")


def test_what_is_not_known_yet_is_owed_by_a_time_and_becomes_a_promise(scene: Scene) -> None:
    scene.annelie.says(PARCEL)
    draft = scene.frieda.draft("1 needs a fact")
    due = re.search(r"by (1\d:00) today", draft.words)
    assert due and "Sent as it is, the draft promises an answer by" in draft.words
    scene.frieda.presses(draft, "Use")
    noticed = scene.frieda.card("You promised Annelie")
    assert f"Due Wednesday 18 November, {due[1]}." in noticed.words


def test_a_question_that_a_page_answers_is_answered_from_it(scene: Scene) -> None:
    scene.annelie.says("How long do I have to return a helmet?")
    draft = scene.frieda.draft("Draft ready")
    assert "30 days" in draft.words and "Returns and exchanges" in draft.words


def test_two_presses_at_once_send_one_reply(scene: Scene) -> None:
    _, draft = draft_for_hours(scene)
    with ThreadPoolExecutor(2) as pool:
        for press in [pool.submit(scene.frieda.presses, draft, "Use") for _ in range(2)]:
            press.result()
    scene.frieda.sees("Sent to Annelie Voss")
    scene.clock(advance_s=1)
    assert len(posted_as(scene, "U0FRIEDA")) == 1


@both_roads
def test_a_colleagues_answer_is_noticed_when_use_is_pressed(scene: Scene) -> None:
    asked, draft = draft_for_hours(scene)
    scene.jonas.says("Berlin is open from 10 to 17 on Saturday, Annelie.", thread=asked)
    scene.settle()
    scene.frieda.presses(draft, "Use")
    sure = scene.frieda.card("Jonas Keller answered meanwhile. Send yours as well?")
    assert posted_as(scene, "U0FRIEDA") == []
    scene.frieda.presses(sure, "Not now")
    scene.frieda.sees("Put away.")
    assert posted_as(scene, "U0FRIEDA") == []


def test_a_draft_that_the_customer_overtook_is_replaced_by_a_fresh_one(scene: Scene) -> None:
    asked, draft = draft_for_hours(scene)
    scene.annelie.says("And what does the small service cost?", thread=asked)
    scene.settle()
    scene.frieda.presses(draft, "Use")
    scene.frieda.sees("wrote, edited or deleted something since this draft was made")
    fresh = scene.frieda.draft("Draft ready: 2 asks")
    assert "69 euros" in fresh.words and posted_as(scene, "U0FRIEDA") == []


def test_a_message_that_was_edited_makes_its_draft_stale(scene: Scene) -> None:
    asked, draft = draft_for_hours(scene)
    scene.annelie.edits(asked, "What does the small service cost?")
    fresh = scene.frieda.until(lambda seen: len(seen.private()) == 2, "a second draft").private()[-1]
    assert "69 euros" in fresh.words and "Saturday" not in fresh.words
    scene.frieda.presses(draft, "Use")
    scene.frieda.sees("wrote, edited or deleted something since this draft was made")
    assert posted_as(scene, "U0FRIEDA") == []


def test_a_message_that_was_deleted_is_not_answered(scene: Scene) -> None:
    asked, draft = draft_for_hours(scene)
    scene.annelie.deletes(asked)
    scene.settle()
    scene.frieda.presses(draft, "Use")
    scene.frieda.sees("wrote, edited or deleted something since this draft was made")
    assert posted_as(scene, "U0FRIEDA") == []


def test_newer_words_of_the_customer_need_a_yes_in_the_form(scene: Scene) -> None:
    asked, draft = draft_for_hours(scene)
    scene.frieda.presses(draft, "Open")
    scene.frieda.form("Your reply")
    more = "And where can I park?"
    scene.annelie.says(more, thread=asked)
    scene.frieda.until(lambda seen: len(seen.private()) == 2, "a draft for both")
    assert scene.frieda.submits(text="Hello Annelie, we open at 10. Frieda") == {}
    scene.frieda.form("Send yours all the same?")
    assert posted_as(scene, "U0FRIEDA") == []
    assert scene.frieda.submits(anyway=["yes"]) == {}
    scene.annelie.sees("Hello Annelie, we open at 10. Frieda")


def test_no_draft_is_offered_when_an_agent_answers_first(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.jonas.says("We open at ten, Annelie.", thread=asked)
    scene.clock(advance_s=30)
    assert [one.id for one in (scene.frieda, scene.jonas) if one.look().private()] == []


@pytest.mark.parametrize("last", ["Thanks!", "👍", "ok"])
def test_a_closing_word_gets_no_draft(scene: Scene, last: str) -> None:
    asked = scene.annelie.says(HOURS)
    scene.frieda.draft("Draft ready")
    scene.frieda.says("We open at ten, Annelie.", thread=asked)
    scene.frieda.sees("We open at ten")
    before = len(scene.frieda.look().private())
    scene.annelie.says(last, thread=asked)
    scene.clock(advance_s=30)
    assert len(scene.frieda.look().private()) == before
