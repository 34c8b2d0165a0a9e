"""A promise is found whoever its subject is: the thing we owe, a colleague, the customer who receives, or nobody."""

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


# The message, a part of each promise in order, and when it is due ("-" for no date).
OWED = [
    # What we owe is the subject.
    ("Your refund will be on your card by Friday.", [("Your refund will be on your card", "11-20 23:59")]),
    ("The €18.40 will be back in your wallet tomorrow.", [("will be back in your wallet", "11-19 23:59")]),
    ("The curtains and the rail will ship on Monday.", [("The curtains and the rail will ship", "11-23 23:59")]),
    ("It'll be at his desk by 4pm.", [("It'll be at his desk", "11-18 16:00")]),
    ("They'll be with your sister by noon.", [("They'll be with your sister", "11-18 12:00")]),
    ("That'll be fixed by 6 today.", [("That'll be fixed", "11-18 18:00")]),
    ("Both keys will be cut and posted by tomorrow noon.", [("Both keys will be cut", "11-19 12:00")]),
    ("The second hearing aid goes out on Thursday.", [("hearing aid goes out", "11-19 23:59")]),
    ("Your new bib ships tomorrow.", [("Your new bib ships", "11-19 23:59")]),
    ("Your seat is being rebooked this afternoon.", [("Your seat is being rebooked", "11-18 18:00")]),
    ("The overcharge gets refunded today.", [("The overcharge gets refunded", "11-18 23:59")]),
    ("The late fee comes off your next bill by 1 December.", [("The late fee comes off", "12-01 23:59")]),
    ("Your dentures will be ready for you on 24 November.", [("Your dentures will be ready", "11-24 23:59")]),
    ("The repaired cello is coming back to you on Friday.", [("cello is coming back to you", "11-20 23:59")]),
    ("Replacement filters will be sent out tonight.", [("Replacement filters will be sent", "11-18 23:59")]),
    ("Unless the ferry is cancelled, your crate will arrive by Tuesday.", [("your crate will arrive", "11-24 23:59")]),
    ("A fitter will be there by 8:30 tomorrow.", [("A fitter will be there", "11-19 08:30")]),
    ("There'll be an electrician at your door by 3pm.", [("There'll be an electrician", "11-18 15:00")]),
    ("That form is going out in tomorrow's post.", [("That form is going out", "11-19 23:59")]),
    # A colleague or a department is the subject.
    ("Plumber (Aidan) will be with you by 11.", [("Plumber (Aidan) will be with you", "11-18 11:00")]),
    ("Zoë will ring you before lunch.", [("Zoë will ring you", "11-18 12:00")]),
    ("Siân from our workshop is calling you at 3.", [("is calling you at 3", "11-18 15:00")]),
    ("Billing will reverse the charge today.", [("Billing will reverse the charge", "11-18 23:59")]),
    ("Our van will be outside yours at 8:45 tomorrow.", [("Our van will be outside yours", "11-19 08:45")]),
    (
        "Your file is with Mrs Lund, who runs the desk. She'll write to you by Monday.",
        [("She'll write", "11-23 23:59")],
    ),
    ("I've got Tomás on it. He'll call you at 2.", [("He'll call you at 2", "11-18 14:00")]),
    ("The whole crew will be back on Thursday to finish your roof.", [("crew will be back", "11-19 23:59")]),
    ("I'm getting our chemist to phone you this afternoon.", [("chemist to phone you", "11-18 18:00")]),
    # The customer is the one who receives.
    ("You'll have it by 5.", [("You'll have it by 5", "11-18 17:00")]),
    ("youll get the gate code from me tonight", [("youll get the gate code", "11-18 23:59")]),
    ("You're getting the deposit back on Friday.", [("You're getting the deposit back", "11-20 23:59")]),
    ("You shall have my answer tomorrow.", [("You shall have my answer", "11-19 23:59")]),
    ("You have my word the kiln will be lit on Saturday.", [("You have my word", "11-21 23:59")]),
    ("You can count on us to honour the old rate.", [("count on us to honour", "-")]),
    ("Look out for my email by 4pm.", [("Look out for my email", "11-18 16:00")]),
    # No subject at all.
    ("on it, back in 20", [("back in 20", "11-18 10:50")]),
    ("brb checking the shelf, 5 min", [("brb checking the shelf", "11-18 10:35")]),
    ("refund going out today, sorry again", [("refund going out today", "11-18 23:59")]),
    ("new label in your inbox within the hour", [("new label in your inbox", "11-18 11:30")]),
    ("Fresh bouquet with her by 5:30!", [("Fresh bouquet with her by 5:30", "11-18 17:30")]),
    ("Found it. Will be with you tomorrow morning.", [("Will be with you tomorrow morning", "11-19 12:00")]),
    ("replacement scooter on its way to you tomorrow", [("replacement scooter on its way", "11-19 23:59")]),
    ("Revised menu to you by 3pm.", [("Revised menu to you by 3pm", "11-18 15:00")]),
    ("Refunding both nights today.", [("Refunding both nights today", "11-18 23:59")]),
    ("Corrected lease by Friday.", [("Corrected lease by Friday", "11-20 23:59")]),
    ("Just seen this. Ringing the surgery now, back to you by 1.", [("back to you by 1", "11-18 13:00")]),
    ("Leave it with me.", [("Leave it with me", "-")]),
    ("Consider it done!", [("Consider it done", "-")]),
    # What we will not do.
    ("We won't take the June fee.", [("We won't take the June fee", "-")]),
    ("I won't close the case until the lamp works.", [("I won't close the case", "-")]),
    ("No deposit will be kept for the broken week.", [("No deposit will be kept", "-")]),
    ("Nothing will be charged to your card for July.", [("Nothing will be charged", "-")]),
    ("You won't be charged for the second visit.", [("You won't be charged", "-")]),
    ("There will be no fee for the swap.", [("There will be no fee", "-")]),
    ("We will not be billing you for the empty weeks.", [("not be billing you", "-")]),
    # Present progressive, and going to.
    ("I'm sending the seedlings today.", [("I'm sending the seedlings", "11-18 23:59")]),
    ("We're putting a new charger in tonight's post.", [("We're putting a new charger", "11-18 23:59")]),
    ("I'm packing your replacement mug right now.", [("I'm packing your replacement mug", "-")]),
    ("We are going to re-lay the turf next week.", [("We are going to re-lay the turf", "11-27 23:59")]),
    # Two in one sentence.
    (
        "I'll retune it by EOD Friday and text you when it's done.",
        [("I'll retune it by EOD Friday", "11-20 17:00"), ("text you when it's done", "-")],
    ),
    (
        "I'll have the key cut by EOD and a spare in your letterbox Monday.",
        [("I'll have the key cut by EOD", "11-18 17:00"), ("a spare in your letterbox Monday", "11-23 23:59")],
    ),
    (
        "I'll join at 2pm and stay until the tank is full.",
        [("I'll join at 2pm", "11-18 14:00"), ("stay until the tank is full", "-")],
    ),
    (
        "We'll bleed the radiators on 24 November. The plumber will ring you that morning between 8 and 9.",
        [("We'll bleed the radiators", "11-24 23:59"), ("plumber will ring you that morning", "11-24 09:00")],
    ),
    (
        "We'll bring it on Monday, and a loan car will be at your gate at quarter to nine that day.",
        [("We'll bring it on Monday", "11-23 23:59"), ("a loan car will be at your gate", "11-23 08:45")],
    ),
    # The date of a thing is no deadline.
    ("I'll move you to the 9:30 slot on Friday.", [("I'll move you to the 9:30 slot", "-")]),
    ("I'll switch your class to the Tuesday one today.", [("I'll switch your class", "11-18 23:59")]),
    ("I'll send the second one tonight.", [("I'll send the second one", "11-18 23:59")]),
    ("If we can't mend the zip, we'll replace the tent.", [("we'll replace the tent", "-")]),
]


@pytest.mark.parametrize(("text", "expected"), OWED, ids=[text[:40] for text, _ in OWED])
def test_what_our_side_owes_is_found_whoever_is_the_subject(text: str, expected: list[tuple[str, str]]) -> None:
    found = noticed(text)
    dues = [promise.due.due_at if promise.due else None for promise in found]
    assert [due.strftime("%m-%d %H:%M") if due else "-" for due in dues] == [due for _, due in expected]
    for promise, (part, _) in zip(found, expected, strict=True):
        assert part in promise.quote or promise.quote in part


NOT_OWED = [
    # Other people's acts and plans.
    "The app update will land in November.",
    "Marketing think the new range will be out by Christmas.",
    "Your bank will have it on your card by Friday.",
    "Evri will be with you by 4.",
    "The postman will be there by noon.",
    "Your neighbour will get it to you tonight.",
    "The council will be round on Thursday.",
    "According to the tracking it will arrive tomorrow.",
    "The carrier's page says your crate gets delivered on Friday.",
    "Your landlord has the key. He'll be home by 6.",
    "The parcel is with DPD. They'll call you by 5.",
    "The film will be out on Friday.",
    "The next train leaves at 9:40 tomorrow.",
    "The clinic opens at 8 on Monday.",
    "The sale ends on Sunday.",
    "Your plan renews on 3 December.",
    "Your subscription will be renewed on Friday.",
    "Your trial ends tomorrow.",
    "The flight will depart at 21:40 tomorrow.",
    "The museum shop will be open again on Friday.",
    # Policy and habit.
    "Orders placed before noon go out the same day.",
    "Refunds are usually paid within 5 days.",
    "Refunds normally go out on Fridays.",
    "The van leaves the yard at six every morning.",
    "Deposits are returned within ten days under the contract.",
    "Delivery takes 3 to 5 working days.",
    "A decision is made within ten working days.",
    # Hedged, hypothetical or hanging on the customer.
    "It should be with you by Friday.",
    "Your boots may be back by Friday.",
    "With luck the cake will be ready by noon.",
    "The paint might arrive tomorrow.",
    "If the tap drips again on Friday, a plumber will come.",
    "If you post it today, the refund will be with you by Monday.",
    "Once you've paid, the tickets will be with you within an hour.",
    "Unless you object, the old rate stays.",
    "The refund would be with you by Friday.",
    "We could have it with you by Friday.",
    "We're hoping the piano will be back by the weekend.",
    "We aim to have it with you by Friday.",
    "Returns will be refunded within 14 days.",
    "Answer by Friday and you keep the price.",
    "Your insurer will reply.",
    # Past.
    "The refund went out on Monday.",
    "Your bike was collected this morning.",
    "The letter has been posted today.",
    "You told us the fridge would be back by Friday.",
    "We were putting it in the post when you rang.",
    "I sent it back in 2019.",
    # Questions, offers, orders.
    "Refund by Friday, or a new one?",
    "Will it be with her by 5:30?",
    "Back in 20, is that ok for the meeting you planned?",
    "Please have the box ready by Friday.",
    "Form back to us by Friday please.",
    "Leave it with the neighbour if you're out.",
    "Could you be there by 9?",
    # Whereabouts, feelings, small talk.
    "I'm back on Monday.",
    "I'm away until Thursday.",
    "Talk to you tomorrow!",
    "See you on Friday.",
    "Have a lovely evening!",
    "It won't take more than ten minutes.",
    "They won't survive until lunch.",
    "We won't be able to deliver on Sunday.",
    "I won't pretend this is quick.",
    "We won't know until Friday.",
    "You won't need to be home for it.",
    "You won't regret it.",
    "There will be traffic on Friday.",
    "It'll be fine by the weekend.",
    "I'm calling about your order of today.",
    "I'm looking at your file right now.",
    "We're reviewing it now.",
    "Good news coming your way!",
    "I keep everything posted on the board, so you won't have to chase.",
    "ha, we'll not be racing you to the biscuits on Monday",
]


@pytest.mark.parametrize("text", NOT_OWED)
def test_what_only_looks_like_a_debt_is_none(text: str) -> None:
    assert noticed(text) == []
