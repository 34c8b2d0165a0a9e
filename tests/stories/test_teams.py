"""What only Microsoft Teams has: one chat for everything private, people of other tenants, blocking, and taking back a
deletion."""

import re

import pytest

from tests.stories.people import HELP, MARKETING, TEAM, Scene, Someone
from tests.stories.screens import Seen, Shown

HOURS = "When do you open on Saturday?"
PRICE = "What does the small service cost?"
PROMISED = "Hello Annelie, I'll call the carrier and write to you by Friday noon."


@pytest.fixture
def way() -> str:
    return "teams"


def drafts(one: Someone) -> list[Shown]:
    return [card for card in one.look().messages if card.is_by_app and "Draft ready" in card.words and not card.is_home]


def now(seen: Seen, card: Shown) -> Shown:
    """The card as it stands at this moment."""
    return next(one for one in seen.messages if one.id == card.id)


# One draft, and the hand that sends it


def test_use_gives_words_to_copy_and_the_agents_own_post_answers_the_customer(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    draft = scene.frieda.draft()
    assert draft.thread == asked and draft.wire["channel"] == "D0FRIEDA"
    scene.frieda.presses(draft, "Use")
    ready = scene.frieda.card("Your reply, ready to copy")
    assert ready.id == draft.id and "Teams lets no bot post as a person" in ready.words
    scene.frieda.passes_on(asked)
    answered = scene.annelie.sees("Berlin is open 10:00 to 17:00").in_channel(HELP)[-1]
    assert (answered.author, answered.thread) == ("U0FRIEDA", asked)
    scene.settle()
    assert scene.jonas.told("/reply") == "Nobody is waiting for an answer in this channel."


def test_an_edited_draft_is_handed_over_as_edited_and_its_promise_is_noticed_when_posted(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    draft = scene.frieda.draft()
    scene.frieda.presses(draft, "Open")
    assert "Annelie," in str(scene.frieda.form("Your reply").holds("text"))
    assert scene.frieda.submits(text=f"{PROMISED} On Saturday Berlin is open from 10:00 to 17:00.") == {}
    scene.frieda.passes_on(asked)
    noticed = scene.frieda.card("You promised Annelie")
    assert noticed.thread == asked and "Due Friday 20 November, 12:00." in noticed.words
    assert [card for card in drafts(scene.frieda) if card.id == draft.id] == []


def test_a_dialog_with_a_mistake_comes_back_with_what_was_typed(scene: Scene) -> None:
    assert scene.frieda.types("/insight") is None
    first = scene.frieda.form("Log an insight")
    refused = scene.frieda.submits(text=" ", quote="", customer="Annelie Voss")
    assert list(refused.values()) == ["There is nothing to pass on yet: what did the customer say or mean?"]
    again = scene.frieda.form("There is nothing to pass on yet")
    assert again.id == first.id and again.holds("customer") == "Annelie Voss"
    assert scene.frieda.submits(text="The basket rattles", heard="complaint") == {}
    scene.frieda.sees("This is insight #1.")
    assert scene.frieda.look().form is None


def test_a_colleagues_answer_takes_the_buttons_off_everybodys_card(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    mine, theirs = scene.frieda.draft(), scene.jonas.draft()
    scene.jonas.says("Berlin is open from 10 to 17 on Saturday, Annelie.", thread=asked)
    hers = scene.frieda.until(lambda seen: now(seen, mine).buttons == [], "a card without buttons")
    assert "Jonas Keller answered this thread." in now(hers, mine).words
    his = scene.jonas.until(lambda seen: now(seen, theirs).buttons == [], "a card without buttons")
    assert "You answered this thread yourself." in now(his, theirs).words


def test_a_thread_that_somebody_took_is_no_longer_offered_to_the_others(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    mine, theirs = scene.frieda.draft(), scene.jonas.draft()
    scene.frieda.presses(mine, "I'll take it")
    his = scene.jonas.until(lambda seen: now(seen, theirs).buttons == [], "a card without buttons")
    assert "Frieda Maas has taken this thread." in now(his, theirs).words
    kept = scene.frieda.until(lambda seen: "I'll take it" not in now(seen, mine).buttons, "a card that is theirs")
    assert now(kept, mine).buttons == ["Open", "Use", "Not now", "More"]
    assert "Nobody is waiting" in scene.jonas.told("/reply") and "Annelie Voss" in scene.frieda.told("/reply")


# Who is a customer, and who sees what


@pytest.mark.parametrize("customer", ["U0ANNELIE", "U0HENDRIK"])
def test_a_guest_and_a_person_of_another_tenant_are_customers(scene: Scene, customer: str) -> None:
    asked = scene.someone(customer).says(HOURS)
    assert scene.frieda.draft().thread == asked
    assert scene.annelie.shown_by_bot() == [] and scene.hendrik.shown_by_bot() == []


def test_a_colleagues_question_gets_no_draft(scene: Scene) -> None:
    for colleague in (scene.frieda, scene.jonas, scene.nadine):
        colleague.says(HOURS)
    scene.clock(advance_s=30)
    assert [one.id for one in (scene.frieda, scene.jonas, scene.nadine) if drafts(one)] == []


def test_nobody_but_the_agents_is_ever_shown_a_card(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.frieda.presses(scene.frieda.draft(), "Use")
    scene.jonas.says(PROMISED, thread=asked)
    scene.jonas.card("You promised Annelie")
    scene.clock(to="2026-11-19T09:00:01+01:00")
    scene.jonas.sees("Your day, Jonas: 1 open promise")
    outside = (scene.annelie, scene.hendrik, scene.nadine, scene.milo)
    assert [words for one in outside for words in one.shown_by_bot()] == []
    assert [one.words for one in scene.frieda.look().in_channel(HELP) if one.is_by_app] == []


# Where the bot listens


def test_a_lead_lets_it_listen_in_a_new_channel_by_calling_it_there(scene: Scene) -> None:
    scene.frieda.do("join", channel=MARKETING)
    scene.hendrik.do("join", channel=MARKETING)
    unheard = scene.hendrik.says(HOURS, MARKETING)
    scene.clock(advance_s=30)
    assert drafts(scene.frieda) == []
    assert "listens here as a shared channel" in scene.nadine.told("/kindline here shared", MARKETING)
    asked = scene.hendrik.says(PRICE, MARKETING)
    draft = scene.frieda.draft()
    assert draft.thread == asked != unheard and "69 euros" in draft.words
    assert "#marketing: shared" in scene.nadine.home("#marketing").words


def test_only_a_lead_says_where_it_listens(scene: Scene) -> None:
    refused = scene.frieda.told("/kindline here off", HELP)
    assert refused == "Only a lead or an admin can do this. @Kindline team shows who that is."
    scene.annelie.says(HOURS)
    scene.frieda.draft()


# Words that change


def test_an_edited_question_gets_a_fresh_draft_and_the_old_card_says_so(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    old = scene.frieda.draft()
    scene.annelie.edits(asked, PRICE)
    fresh = scene.frieda.card("69 euros")
    assert fresh.id != old.id and fresh.thread == asked
    spent = scene.frieda.until(lambda seen: now(seen, old).buttons == [], "the old card without buttons")
    assert re.search("A newer draft is there|a newer draft follows", now(spent, old).words)


def test_a_deleted_question_is_not_answered_and_one_brought_back_is(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    draft = scene.frieda.draft()
    scene.annelie.deletes(asked)
    scene.frieda.until(lambda seen: "Use" not in now(seen, draft).buttons, "the card without Use")
    assert scene.jonas.told("/reply") == "Nobody is waiting for an answer in this channel."
    scene.annelie.do("undelete", message=asked)
    scene.settle()
    assert "Annelie Voss" in scene.jonas.told("/reply")
    scene.frieda.uses("help_me_reply", asked)
    again = scene.frieda.until(lambda seen: any("Use" in one.buttons for one in seen.private()), "a draft again")
    assert "Berlin is open 10:00 to 17:00" in again.words


# The menu of a message


def test_the_menu_works_on_a_message_that_the_bot_never_heard(scene: Scene) -> None:
    said = scene.frieda.says("Three people asked for evening hours today.", TEAM)
    scene.frieda.uses("log_insight", said)
    form = scene.frieda.form("Log an insight")
    assert form.holds("text") == "Three people asked for evening hours today." and not form.holds("quote")
    assert scene.frieda.submits(theme="hours", heard="wish") == {}
    scene.frieda.sees("This is insight #1.")


def test_help_on_a_message_that_the_bot_never_heard_says_why_there_is_none(scene: Scene) -> None:
    said = scene.frieda.says("Lunch at one?", TEAM)
    scene.frieda.uses("help_me_reply", said)
    assert scene.frieda.form("I only read along in channels that a lead enrolled.").words


# Coming and going


def test_whoever_blocked_the_bot_is_named_to_the_lead_and_nothing_is_lost(scene: Scene) -> None:
    scene.frieda.home()
    scene.frieda.do("block")
    asked = scene.annelie.says(HOURS)
    assert scene.jonas.draft().thread == asked
    scene.nadine.sees("Frieda Maas")
    scene.settle()
    assert drafts(scene.frieda) == []
    scene.frieda.do("unblock")
    scene.frieda.uses("help_me_reply", asked)
    assert scene.frieda.draft().thread == asked
    scene.hendrik.says(PRICE)
    scene.frieda.sees("69 euros")


def test_adding_and_removing_the_app_twice_changes_nothing(scene: Scene) -> None:
    for _ in range(2):
        scene.frieda.do("install")
        scene.frieda.until(lambda seen: seen.home.words, "a home card")
        scene.frieda.do("uninstall")
        scene.settle()
    scene.frieda.do("install")
    scene.annelie.says(HOURS)
    assert scene.frieda.draft().wire["channel"] == "D0FRIEDA"
    scene.clock(advance_s=30)
    assert len(drafts(scene.frieda)) == 1
    assert "Frieda Maas: agent" in scene.nadine.told("/kindline team")


def test_a_channel_that_the_bot_left_and_joined_again_goes_on(scene: Scene) -> None:
    bot = scene.someone("U0KINDLINE")
    bot.do("leave", channel=HELP)
    scene.settle()
    bot.do("join", channel=HELP)
    scene.settle()
    scene.annelie.says(HOURS)
    scene.clock(advance_s=30)
    assert len(drafts(scene.frieda)) <= 1
