"""The promising clause is found in what agents of many trades write, and nothing else is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.hours import TeamCalendar
from bot.promises.notice import NoticedPromise, notice

ZONE = "Europe/Berlin"
WEDNESDAY = datetime(2026, 11, 18, 10, 30, tzinfo=ZoneInfo(ZONE))


def noticed(text: str) -> list[NoticedPromise]:
    calendar = TeamCalendar(zone=ZONE)
    found = notice(text, said_at=WEDNESDAY, zone=ZONE, customer_zone=None, calendar=calendar)
    return [promise for promise in found if promise.strength != "doubtful"]


PROMISES = [
    ("Our potter is poorly, but I'll fire your vase on Thursday.", "I'll fire your vase on Thursday", "11-19 23:59"),
    ("We will regrout the shower by Monday noon, Mr Osei.", "We will regrout the shower by Monday noon", "11-23 12:00"),
    ("I shall post the deeds tomorrow.", "I shall post the deeds tomorrow", "11-19 23:59"),
    ("I'm going to ring the vet this afternoon", "I'm going to ring the vet this afternoon", "11-18 18:00"),
    ("gonna ask the chef and text you by 6", "gonna ask the chef and text you by 6", "11-18 18:00"),
    ("Will call you tmrw", "Will call you tmrw", "11-19 23:59"),
    ("On it, back to you in 20", "back to you in 20", "11-18 10:50"),
    ("ill email ye the menu tonight", "ill email ye the menu tonight", "11-18 23:59"),
    ("Leave it with me, update by 3pm.", "update by 3pm", "11-18 15:00"),
    ("Tomorrow morning we'll tune the piano.", "Tomorrow morning we'll tune the piano", "11-19 12:00"),
    (
        "I promise to bring the spare saddle on Saturday.",
        "I promise to bring the spare saddle on Saturday",
        "11-21 23:59",
    ),
    ("We won't charge you for the broken night.", "We won't charge you for the broken night", None),
    ("Our gardener will prune the hedge next week.", "Our gardener will prune the hedge next week", "11-27 23:59"),
    ("Someone from the kitchen will ring you by 4.", "Someone from the kitchen will ring you by 4", "11-18 16:00"),
    (
        "One of our guides will meet you at 9:15 tomorrow.",
        "One of our guides will meet you at 9:15 tomorrow",
        "11-19 09:15",
    ),
    ("You'll receive the tickets by Friday.", "You'll receive the tickets by Friday", "11-20 23:59"),
    ("You will hear from us within two days.", "You will hear from us within two days", "11-20 23:59"),
    ("Your passport will be with you by 24 November.", "Your passport will be with you by 24 November", "11-24 23:59"),
    (
        "The deposit will be refunded by our bursar tomorrow.",
        "The deposit will be refunded by our bursar tomorrow",
        "11-19 23:59",
    ),
    ("Once the glazier answers, I'll ring you.", "I'll ring you", None),
    ("I'll let you know as soon as the permit is through.", "I'll let you know", None),
    ("Could you send me your shoe size? We'll take a look.", "We'll take a look", None),
    ("We'll see what we can suggest.", "We'll see what we can suggest", None),
    (
        "I'm collecting the cello from the workshop at noon.",
        "I'm collecting the cello from the workshop at noon",
        "11-18 12:00",
    ),
    ("Give me ten minutes and I'll have the seating plan.", "I'll have the seating plan", "11-18 10:40"),
    (
        "I'll check with the pharmacist and get back to you by 4.",
        "I'll check with the pharmacist and get back to you by 4",
        "11-18 16:00",
    ),
    ("I'll phone you at 11, ok?", "I'll phone you at 11", "11-18 11:00"),
    ("Expect my email by noon.", "Expect my email by noon", "11-18 12:00"),
    ("You can expect the swatches on Monday.", "You can expect the swatches on Monday", "11-23 23:59"),
    ("Consider it done.", "Consider it done", None),
    ("Next update at 2pm.", "Next update at 2pm", "11-18 14:00"),
    ("*Update*\n• leak found\n• we'll seal it by 5pm", "we'll seal it by 5pm", "11-18 17:00"),
    ("Sending the lease over this evening.", "Sending the lease over this evening", "11-18 21:00"),
    ("I've briefed our driver, Ines. She'll be with you by 11.", "She'll be with you by 11", "11-18 11:00"),
    ("I will make sure the room is quiet.", "I will make sure the room is quiet", None),
    (
        "I'll send the form you asked for on Monday by tomorrow.",
        "I'll send the form you asked for on Monday by tomorrow",
        "11-19 23:59",
    ),
    ("Let me ask the curator and get back to you tomorrow.", "get back to you tomorrow", "11-19 23:59"),
    ("We'll cancel the direct debit", "We'll cancel the direct debit", None),
    ("I'll personally walk the dog at 5.", "I'll personally walk the dog at 5", "11-18 17:00"),
    ("As soon as we've heard from the mill we'll be in touch.", "we'll be in touch", None),
]


@pytest.mark.parametrize(("text", "clause", "due"), PROMISES)
def test_a_promise_is_found_with_its_due_instant(text: str, clause: str, due: str | None) -> None:
    found = noticed(text)
    assert len(found) == 1, found
    [promise] = found
    assert text[promise.start : promise.end] == promise.quote
    assert promise.quote in clause or clause in promise.quote
    due_at = promise.due.due_at if promise.due else None
    assert (due_at.strftime("%m-%d %H:%M") if due_at else None) == due


NO_PROMISES = [
    "FedEx has it and will deliver tomorrow.",
    "We'll be able to tell you more on Friday.",
    "There's a chance we'll get it tomorrow.",
    "We will never ask for your password.",
    "Our policy is that we'll replace within 30 days.",
    "Our new app is going to launch next month.",
    "The offer will be available until Friday.",
    "I'll let you know if anything changes.",
    "I'll be on the road until 5.",
    "From Monday you'll see the new prices.",
    "Shall I book the ferry for Friday?",
    "Would you like us to re-hem it by Monday?",
    "I'd have rung you on Monday.",
    "We could repaint it by Friday.",
    "I'll be happy to help you with the aquarium!",
    "We'll be glad to see you on Saturday.",
    "I'll be honest, that oven is a mystery.",
    "We rang the bank this morning.",
    "You said you'd collect the bike on Tuesday.",
    'He wrote "I\'ll refund you by Friday" and went on leave.',
    "> I'll bring the drawings on Monday\nDid those arrive?",
    "DHL says it'll be there tomorrow.",
    "The post office will deliver it on Thursday.",
    "Your bank will release it by Friday.",
    "If the drum squeaks again we'll send a mechanic within a day.",
    "Send us a photo of the crack and we'll take a look.",
    "Let me know your size and I'll order it.",
    "Once you've signed, we'll start the work.",
    "You should receive the seeds by Friday.",
    "We're looking into it.",
    "I'm in until 6.",
    "I'll try to reach the captain today.",
    "We'll do our best to find the ring.",
    "Refunds take 5 working days.",
    "We usually reply within one day.",
    "Hopefully we'll have the lamp by Friday.",
    "I can't promise we'll have it by Friday.",
    "You'll need the receipt tomorrow.",
    "You'll find the code on the back.",
    "I have already sent the brochure.",
    "Please return the skates by Friday.",
    "We'll see.",
    "The shop will be closed on Monday.",
    "I'll be on leave from Monday.",
    "The customer thinks we'll come today.",
    "Did we say we'll come at 5?",
    "I wish I could say we'll make it.",
    "The museum opens at 10 tomorrow.",
    "We might have room on Friday.",
    "Unless it rains we'd set off at 9.",
    "I'll admit the manual is poor.",
    "We'll need your account number.",
]


@pytest.mark.parametrize("text", NO_PROMISES)
def test_other_sentences_are_no_promise(text: str) -> None:
    assert noticed(text) == []


def test_separate_deadlines_are_separate_promises() -> None:
    found = noticed("I'll ask the weaver on Thursday and ring you on Friday. We'll also post the sample today.")
    assert [promise.quote for promise in found] == [
        "I'll ask the weaver on Thursday",
        "ring you on Friday",
        "We'll also post the sample today",
    ]


def test_a_new_subject_is_a_new_promise() -> None:
    found = noticed("We'll mend the zip today and our driver will bring the coat tomorrow by 11am.")
    dues = [promise.due.due_at for promise in found if promise.due and promise.due.due_at]
    assert [(due.day, due.hour) for due in dues] == [(18, 23), (19, 11)]


def test_the_deed_can_follow_you_promised_to() -> None:
    [promise] = noticed("I'll call you back by Friday noon.")
    assert promise.what == "call them back"


def test_what_a_promise_waits_for_is_told() -> None:
    [promise] = noticed("I'll ring you once the glazier answers.")
    assert promise.condition == "once the glazier answers"


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("I'll mend the strap today.", "certain"),
        ("The clasp will be repaired.", "likely"),
        ("Hopefully we'll have the lamp by Friday.", "doubtful"),
    ],
)
def test_the_words_say_how_sure_the_promise_is(text: str, strength: str) -> None:
    calendar = TeamCalendar(zone=ZONE)
    [promise] = notice(text, said_at=WEDNESDAY, zone=ZONE, customer_zone=None, calendar=calendar)
    assert promise.strength == strength


def test_the_customers_zone_applies_when_no_other_is_named() -> None:
    calendar = TeamCalendar(zone=ZONE)
    [promise] = notice(
        "I'll email the score by 5.", said_at=WEDNESDAY, zone=ZONE, customer_zone="Asia/Tokyo", calendar=calendar
    )
    assert promise.due is not None
    assert promise.due.due_at is not None
    assert promise.due.due_at.isoformat() == "2026-11-19T17:00:00+09:00"


@pytest.mark.parametrize(
    "text", ["", "   ", "🙂" * 500, "I'll " * 3000, "a" * 41_000, "by " * 9000, "שלום, I'll ring."]
)
def test_odd_input_is_read_without_trouble(text: str) -> None:
    assert isinstance(noticed(text), list)
