"""The sentences with which a draft meets what happened, by situation; {thing} is filled only where it is sure."""

from collections.abc import Mapping, Sequence

from bot.replies.writing.situations import Kind

LIGHT: Mapping[Kind, Sequence[str]] = {
    "bereaved": (
        "I'm very sorry for your loss.",
        "I'm so sorry to hear this, and my thoughts are with you.",
        "Please accept my sympathy, and take all the time you need.",
    ),
    "ill": (
        "I'm sorry that you're not well, and I hope you feel better soon.",
        "Get well soon; that comes first.",
        "I hope that you're feeling better soon.",
    ),
    "was_ill": (
        "I'm sorry to hear that, and I hope you're on the mend.",
        "I hope you're recovering well.",
        "That sounds like a hard time, and I hope you're getting better.",
    ),
    "hard_time": (
        "I'm sorry that things are hard at the moment, and thank you for telling me.",
        "Thank you for telling me how things are; let's find a way.",
        "That's a lot to carry, and I'd like to make this part easier.",
    ),
    "fear": (
        "Thank you for telling me how you feel about this; it helps me to help you.",
        "I'm glad that you told me this, because there are ways to make it easier.",
        "It's good that you say so, and you don't have to explain yourself.",
    ),
    "mishap": (
        "That happens, and it's good that you're asking.",
        "It's good that you're asking; let's see what's next.",
        "That's easily done, so let's see what's next.",
    ),
    "missed": (
        "You kept that time free for us and nobody came. That's on us, and I'm sorry.",
        "You waited for us in vain, and I'm sorry.",
        "I'm sorry that you waited and nobody came.",
    ),
    "cancelled": (
        "The change came from our side and not from yours, and I'm sorry for the trouble it made.",
        "I'm sorry that we couldn't keep what we'd agreed.",
        "We let you down on what was agreed, and I'm sorry.",
    ),
    "unanswered": (
        "You should have heard from us before now, and I'm sorry.",
        "I'm sorry that you had to come after us for an answer.",
        "You've been waiting for an answer from us, and I'm sorry.",
    ),
    "rude": (
        "That isn't how anybody should be treated by us, and I'm sorry.",
        "You deserved better manners from us, and I'm sorry.",
        "I'm sorry for how this was handled.",
    ),
    "told_two": (
        "I'm sorry that you got two different answers from us; it's for us to clear that up.",
        "You were given two different answers, and clearing that up is our job. I'm sorry.",
        "Two different answers from us aren't fair on you, and I'm sorry.",
    ),
    "charged": (
        "I'm sorry for the trouble with this charge.",
        "I see why you question this charge, and I'm sorry for the trouble.",
        "Thank you for pointing out this charge; I'm sorry that you had to.",
    ),
    "threatened": (
        "A letter like that is a shock, and I'm sorry that you're in this position.",
        "I understand how worrying this is, and I'm sorry.",
        "I'm sorry that you have to worry about this.",
    ),
    "repeated": (
        "I'm sorry that {thing} has let you down again.",
        "I'm sorry that this is back; it should have been settled for good.",
        "Going through the same trouble again isn't fair on you, and I'm sorry.",
    ),
    "wrong": (
        "I'm sorry that you didn't get what you asked us for.",
        "That isn't what you asked us for, and I'm sorry.",
        "I'm sorry for the mix-up.",
    ),
    "missing": (
        "I'm sorry that what you got wasn't complete.",
        "You should have had everything together, and I'm sorry.",
        "I'm sorry that something is missing.",
    ),
    "not_done": (
        "That should have been done, and I'm sorry that it wasn't.",
        "I'm sorry that this wasn't done as it should have been.",
        "We should have done this by now, and I'm sorry.",
    ),
    "down": (
        "I'm sorry that this isn't working for you.",
        "I'm sorry; I know how much hangs on this working.",
        "Doing without isn't easy, and I'm sorry.",
    ),
    "broken": (
        "I'm sorry about {thing}.",
        "I'm sorry that {thing} isn't as it should be.",
        "I'm sorry that this isn't as it should be.",
        "I'm sorry for the trouble that this gives you.",
    ),
    "came_late": (
        "You were kept waiting on the day, and I'm sorry.",
        "I'm sorry that you had to wait for us on the day.",
        "Being late on the day is on us, and I'm sorry.",
    ),
    "late": (
        "I'm sorry that you're still waiting for {thing}.",
        "I'm sorry for the wait.",
        "I'm sorry that this is taking so long.",
    ),
}  # fmt: skip

FIRM: Mapping[Kind, Sequence[str]] = {
    "missed": (
        "You kept that time free for us and nobody came. That's on us, and I'm sorry.",
        "You waited and nobody came. There's no excuse for that, and I'm sorry.",
        "We left you waiting for nothing. That's our fault, and I'm sorry.",
    ),
    "cancelled": (
        "You arranged your time around us and we didn't keep our side. I'm sorry.",
        "We didn't keep what we'd agreed with you, and I'm sorry.",
        "You planned around a date that we then took away. That's on us, and I'm sorry.",
    ),
    "unanswered": (
        "You should never have had to chase us for an answer. I'm sorry.",
        "We left you without an answer, and that's our fault. I'm sorry.",
        "You've been kept waiting for an answer for too long, and I'm sorry.",
    ),
    "charged": (
        "I'm sorry. You shouldn't have to fight over a charge.",
        "I take what you say about this charge seriously, and I'm sorry for the trouble.",
        "I'm sorry that you have to chase this charge with us.",
    ),
    "repeated": (
        "{thing} has let you down again, and I'm sorry. It should have been put right for good.",
        "This should have been put right for good the first time, and I'm sorry.",
        "Having to go through this again isn't good enough from us, and I'm sorry.",
    ),
    "late": (
        "You've waited too long for {thing}, and I'm sorry.",
        "You've waited too long for this, and I'm sorry.",
        "You've been left waiting, and I'm sorry for that.",
    ),
    "down": (
        "You've been without it for too long, and I'm sorry.",
        "Doing without for this long isn't right, and I'm sorry.",
        "I'm sorry. This should be working for you.",
    ),
    "broken": (
        "I'm sorry about {thing}; you shouldn't have to deal with this.",
        "You shouldn't have to deal with this, and I'm sorry.",
        "I'm sorry. This isn't as it should be.",
    ),
}  # fmt: skip

BESIDE: Mapping[Kind, Sequence[str]] = {
    "missed": ("You waited for nothing, and that's on us.", "That's time we owe you, and it's on us."),
    "cancelled": ("That came from our side, not from yours.", "That was our doing, not yours."),
    "unanswered": ("You should have heard from us first.", "It was for us to write to you, not the other way round."),
    "charged": ("You shouldn't have to chase that.", "That's for us to put right, not for you to prove."),
    "repeated": ("It should have been put right for good.", "Once should have been enough."),
    "late": ("You should have had word from us.", "That's too long to be left waiting."),
    "told_two": ("It's for us to clear that up.", "Clearing that up is our job."),
}  # fmt: skip
"""A second sentence of owning, where what happened was already said in their words."""
