"""The sentences that drafts are made of, several for each move; each must be good when it is read aloud.

Slots in braces are always filled."""

from collections.abc import Mapping, Sequence

BANK: Mapping[str, Sequence[str]] = {
    "serious": (
        "I'm sorry for the trouble that you describe.",
        "I'm sorry that you've had this trouble with us.",
        "I've read what happened, and I'm sorry.",
    ),
    "again": (
        "I'm sorry that you have to write about this again.",
        "You shouldn't have to deal with this more than once, and I'm sorry that you do.",
        "I'm sorry that this isn't settled for good yet.",
    ),
    "slipped": (
        "We gave you our word on this and you had to come back to us, which is our fault and not yours. I'm sorry.",
        "You were told that you'd hear from us and you didn't. That's on us, and I'm sorry.",
        "We didn't keep to what we told you. That's our fault, and I'm sorry.",
    ),
    "follow_up": (
        "You're still waiting for that answer, and I'm sorry.",
        "I still owe you that answer, and I'm sorry for the wait.",
        "You've waited long enough for this, and I'm sorry.",
    ),
    "glad": (
        "I'm glad that {what}.",
        "It's good to read that {what}.",
        "How nice to hear that {what}.",
    ),
    "praise_mine": (
        "Thank you for your kind words; they mean a lot to me.",
        "Thank you, that's very kind of you.",
        "Your words made my day, thank you.",
    ),
    "find_out": (
        "I'm finding out {what}, and I'll write to you {when}.",
        "I'll find out {what}, and you'll hear from me {when}.",
        "I'm going to find out {what}, and I'll write to you {when}.",
    ),
    "know": (
        "You'll know {when} {what}.",
        "I'll tell you {when} {what}.",
        "You'll hear {when} {what}.",
    ),
    "hear_about": (
        "You'll hear from me {when} about {what}.",
        "I'll write to you {when} about {what}.",
    ),
    "sorry_short": (
        "I'm sorry that {what}.",
        "Sorry that {what}.",
    ),
    "check": (
        "I'm checking {what}, and I'll write to you {when}.",
        "I'll check {what}, and you'll hear from me {when}.",
        "I'm looking up {what}, and I'll write to you {when}.",
    ),
    "look_into": (
        "I'm looking into {what} and will write to you {when}.",
        "I'm checking what we can do about {what}, and I'll write to you {when}.",
        "I'm looking into {what}, and you'll hear from me {when}.",
    ),
    "both": (
        "I'm looking into {request}, I'm finding out {question}, and you'll hear from me {when}.",
        "I'll look into {request}, find out {question}, and write to you {when}.",
    ),
    "list": (
        "I'm still finding these out for you, and you'll have the answers {when}:",
        "These I have to check first; I'll write to you {when}:",
        "I don't have these answers yet and will send them to you {when}:",
    ),
    "rest_about": (
        "I'll also write to you about {what} then.",
        "You'll have an answer about {what} with it.",
    ),
    "follow_up_owed": (
        "I'm checking where this stands, and I'll write to you {when}, whatever I find.",
        "I'm finding out where it stands this minute, and you'll hear from me {when} either way.",
    ),
    "press": (
        "A colleague who speaks for us will get back to you {when}. Which number reaches you best?",
        "Somebody who can speak for us on this will get in touch with you {when}. Which number is best for you?",
    ),
    "in_call": (
        "Everything else you asked will be answered in that call.",
        "In that call you can ask everything else, too.",
    ),
    "rest": (
        "I'll answer the rest of what you asked in the same message.",
        "The rest of what you asked comes with it.",
    ),
    "answer_one": (
        "I don't want to guess, so I'm looking this up and will write to you {when}.",
        "I'm looking this up for you, and I'll write to you {when}.",
        "I'm finding this out, and you'll hear from me {when}.",
    ),
    "answer_about": (
        "I'm looking up what you asked about {what}, and I'll write to you {when}.",
        "You'll have an answer about {what} from me {when}.",
        "I'm going through your question about {what} and will write to you {when}.",
    ),
    "matter": (
        "I'm looking into what you wrote, and I'll write to you {when} to say what we do about it.",
        "I'm going through this now, and you'll hear from me {when}.",
        "I'm looking at this now and will write to you {when}.",
    ),
    "trouble": (
        "I'm also looking into what went wrong, and I'll write to you {when}.",
        "I'll also find out what went wrong, and you'll hear from me {when}.",
        "What went wrong is with me too, and I'll write to you about it {when}.",
    ),
    "trouble_too": (
        "I'm also looking into what went wrong.",
        "I'll tell you then what we do about what went wrong, too.",
    ),
    "spared": (
        "You don't have to {what}; I'll see to it here.",
        "There's no need for you to {what}.",
        "You won't have to {what}.",
    ),
    "another": (
        "What concerns somebody else I may tell only them, and that includes whether there is anything to tell.",
        "I speak with each person about their own matters only, so I can't even say whether there is something.",
    ),
    "from_them": ("If they write to us themselves, I'll see to it at once.",),
    "writes": (
        "You don't have to ring anybody; we can settle all of this here in writing.",
        "No calls needed: I'll write to you here, as you prefer.",
        "I'll keep to messages, as you prefer.",
    ),
    "past": (
        "I can see the earlier dates in your file ({days}), so you don't have to explain it again.",
        "I have the story before me, with {days}, so you needn't tell it again.",
        "Your file shows {days}, so I know what came before.",
    ),
    "ahead": (
        "You'll know well before your date on {day}.",
        "That leaves time before your date on {day}.",
        "So you'll have it before your date on {day}.",
    ),
    "offer": (
        "To make up for the trouble, I'd like to offer you {thing}.",
        "For the trouble this gave you, I'd like to offer you {thing}.",
    ),
    "lead": (
        "I'm bringing in my team lead today and stay your contact here.",
        "My team lead is coming in on this today, and I stay with it.",
    ),
    "warm_open": (
        "It's good that you wrote to us about this.",
        "Thank you for writing to us about this.",
        "I'm glad that you asked.",
    ),
    "warm_sorry": (
        "I can imagine how that feels.",
        "I understand how much this asks of you.",
        "I'd feel the same in your place.",
    ),
    "warm_close": (
        "If anything else is on your mind, just write to me here.",
        "Just write to me here if something is still unclear.",
        "I'm here if you have another question.",
    ),
    "cool": (
        "I've read what you wrote, and I understand that this isn't what you expected of us.",
        "I see why you're not happy with this.",
        "I understand why you write as you do.",
    ),
    "sorry": (
        "I'm sorry to read that {what}.",
        "I'm sorry to hear that {what}.",
        "I've read that {what}, and I'm sorry.",
    ),
    "overdue_short": (
        "I've read that {what}, and I'm sorry.",
        "I see that {what}, and I'm sorry.",
    ),
    "overdue": (
        "I've read that {what}, and I'm sorry that you're still waiting.",
        "I understand that {what}, and I'm sorry for the wait.",
        "You write that {what}. I'm sorry that you're still waiting.",
    ),
    "heard": (
        "Thank you for telling me that {what}.",
        "I've noted that {what}.",
        "I understand that {what}.",
    ),
    "stake": (
        "I know that {stake}, so this comes first for me.",
        "As {stake}, I'm treating this as urgent.",
        "I see that {stake}, so I'm starting with this.",
    ),
    "praise": (
        "That's lovely to read, thank you for taking the time to tell us.",
        "What a kind message, thank you.",
        "Thank you, that made me smile.",
    ),
    "praise_person": (
        "I'm passing your words on to {person}.",
        "I'll make sure that {person} hears this.",
    ),
    "files": (
        "Thank you for {files} you attached.",
        "I have {files} you attached, thank you.",
    ),
    "wish": (
        "I'm passing your wish on to the colleagues who decide about it.",
        "Thank you for the idea. I'm passing it on to the colleagues who decide about it.",
    ),
    "date_past": (
        "{what} was due on {day}, so it's late.",
        "{what} should have been with you on {day}, and I can see that it's late.",
    ),
    "date_ahead": (
        "{what} is due on {day}.",
        "The date I have is {day}.",
    ),
    "ring": (
        "A person from our team will ring you {when}, on {phone}.",
        "One of us will ring you {when}, on {phone}.",
    ),
    "ring_ask": (
        "A person from our team will ring you {when}. Which number reaches you best?",
        "One of us will ring you {when}. Please send me the number that reaches you best.",
    ),
    "write_back": (
        "I know that you prefer messages, so I'll write to you here {when}.",
        "As you prefer messages, you'll hear from me here {when}.",
    ),
    "safe_thing": (
        "Please stop using it, and keep people away from it if you can do that without risk.",
        "Please don't use it any more, and stay away from it if anything about it seems dangerous.",
    ),
    "safe_health": (
        "If anyone feels unwell, or if it gets worse, please ring your emergency number or a doctor at once and "
        "don't wait for us.",
        "If this is getting worse or you're in doubt, please ring your emergency number or a doctor now, before "
        "anything else.",
    ),
    "safe_grave": ("Please ring your emergency number now, before anything else.",),
    "relieved": ("I'm very relieved to read that nothing worse came of it.",),
    "ours_lot": (
        "Yours is {label} {number}, which lies within {low} to {high}, so it is concerned.",
        "Yours is concerned: {label} {number} lies within {low} to {high}.",
    ),
    "not_lot": (
        "Yours is {label} {number}, which lies outside {low} to {high}, so it isn't concerned.",
        "Yours isn't concerned: {label} {number} lies outside {low} to {high}.",
    ),
}  # fmt: skip
