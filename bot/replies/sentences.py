"""The sentences that drafts are made of, several for each move; each must be good when it is read aloud.

Slots in braces are always filled. A sentence that already stands in the thread is never used again.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from zlib import crc32

BANK: Mapping[str, Sequence[str]] = {
    "sorry": (
        "I'm sorry to read that {what}.",
        "I'm sorry to hear that {what}.",
        "I've read that {what}, and I'm sorry.",
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
    "serious": (
        "I'm sorry. What you describe is serious to me, and I'm taking it on myself.",
        "I'm sorry for the trouble you describe. I'm taking it on myself from here.",
        "I'm sorry, and I'm staying with this until you have an answer.",
    ),
    "own": (
        "I'm taking this on myself.",
        "This is with me now.",
        "I'm staying with this until it's settled.",
    ),
    "worry": (
        "I can see why this is on your mind.",
        "I understand that this worries you.",
        "I can tell that this matters to you.",
    ),
    "stake": (
        "I know that {stake}, so this comes first for me.",
        "As {stake}, I'm treating this as urgent.",
        "I see that {stake}, so I'm starting with this.",
    ),
    "again": (
        "I'm sorry that you have to write about this again.",
        "You shouldn't have to deal with this more than once, and I'm sorry that you do.",
        "I'm sorry that this isn't settled for good yet.",
    ),
    "slipped": (
        "We gave you our word on this earlier and you had to come back to us, which is our fault and not yours. "
        "I'm sorry.",
        "You were given an answer that didn't hold. That's on us, and I'm sorry.",
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
    "find_out": (
        "I'll find out {what}, and I'll write to you {when}.",
        "I'm finding out {what}, and you'll hear from me {when}.",
        "I'm checking {what}, and I'll write to you {when}.",
    ),
    "look_into": (
        "I'm looking into {what} and will write to you {when}.",
        "I'm on it: you'll hear from me about {what} {when}.",
        "I've taken on {what}, and I'll write to you {when} to say where it stands.",
    ),
    "both": (
        "I'm looking into {request}, I'll find out {question}, and you'll hear from me {when}.",
        "You'll hear from me {when} about {request}, and I'll also tell you {question}.",
    ),
    "many": (
        "I have all {count} of your points and will answer each of them {when}.",
        "Your {count} points are with me, and I'll come back to you on each of them {when}.",
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
    "matter": (
        "I'm looking into what you wrote and will write to you {when} to say what we do about it.",
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
    "lead": (
        "I'm bringing in my team lead today, with everything you've told us, so you won't have to explain it twice.",
        "My team lead gets the whole story from me today, so you won't have to tell it again.",
    ),
    "safe": (
        "Please put your safety first.",
        "Your safety comes first.",
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
    "ours_lot": (
        "Yours is {label} {number}, which lies within {low} to {high}, so it is concerned.",
        "Yours is concerned: {label} {number} lies within {low} to {high}.",
    ),
    "not_lot": (
        "Yours is {label} {number}, which lies outside {low} to {high}, so it isn't concerned.",
        "Yours isn't concerned: {label} {number} lies outside {low} to {high}.",
    ),
}  # fmt: skip


def normal(sentence: str) -> str:
    """A sentence as it is compared: small letters, words only."""
    return " ".join(re.findall(r"[a-z0-9']+", sentence.lower()))


def sentences_in(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"(?<=[.!?])\s+|\n+", text) if piece.strip()]


class Voice:
    """Chooses sentences for one draft: steady for the same thread, and never one that was said before."""

    def __init__(self, seed: str, earlier: Collection[str]) -> None:
        self._seed = seed
        self._used = {normal(sentence) for text in earlier for sentence in sentences_in(text)}

    def has_said(self, sentence: str) -> bool:
        return normal(sentence) in self._used

    def say(self, move: str, **slots: str) -> str:
        """The sentence of a move, or "" when every one of them already stands in the thread."""
        options = BANK[move]
        start = crc32(f"{self._seed}\x1f{move}".encode()) % len(options)
        for turn in range(len(options)):
            sentence = options[(start + turn) % len(options)].format(**slots)
            parts = sentences_in(sentence)
            if not any(self.has_said(part) for part in parts):
                self._used.update(normal(part) for part in parts)
                return sentence[0].upper() + sentence[1:]
        return ""

    def keep(self, sentences: Sequence[str]) -> list[str]:
        """Those of the given sentences that were not said before."""
        fresh = [sentence for sentence in dict.fromkeys(sentences) if not self.has_said(sentence)]
        self._used.update(normal(sentence) for sentence in fresh)
        return fresh
