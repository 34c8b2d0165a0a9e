"""What happened is met by its kind, owned where it is ours, and never where it is theirs."""

import pytest

from bot.conversation import Turn
from bot.reading.read import read
from bot.replies.writing.acknowledging import BESIDE, FIRM, LIGHT
from bot.replies.writing.grievances import ACTS
from bot.replies.writing.situations import OF_THEIRS, Kind, situations_in
from bot.standard.check import Context, check
from tests.replies.companies import draft


def _kinds(*texts: str) -> list[str]:
    turns = [
        Turn("agent" if text.startswith("A: ") else "customer", "Robin Hale", text.removeprefix("A: "))
        for text in texts
    ]
    return [one.kind for one in situations_in(read(turns), turns)]


@pytest.mark.parametrize(("words", "kind"), [
    ("My sofa still hasn't arrived and it is two weeks late.", "late"),
    ("Nobody came on Tuesday although I waited in all day.", "missed"),
    ("You cancelled my lesson an hour before.", "cancelled"),
    ("This is my third message and nobody has replied.", "unanswered"),
    ("Your colleague was rude and hung up on me.", "rude"),
    ("The shop told me £40 for the repair. The invoice says £65.", "told_two"),
    ("You charged me twice for the same month.", "charged"),
    ("I got a letter that my gas will be cut off.", "threatened"),
    ("The dishwasher is leaking again, the same fault as in May.", "repeated"),
    ("You sent me the wrong size.", "wrong"),
    ("Two screws are missing.", "missing"),
    ("The window was never repaired.", "not_done"),
    ("We have had no hot water since Sunday.", "down"),
    ("The lamp came with a crack and it flickers.", "broken"),
    ("My mother passed away last week.", "bereaved"),
    ("I'm in bed with the flu and can't come tomorrow.", "ill"),
    ("Sorry for the late reply, I was in hospital.", "was_ill"),
    ("I lost my job in August.", "hard_time"),
    ("I'm really nervous about the flight.", "fear"),
    ("I lost my key at the lake.", "mishap"),
])  # fmt: skip
def test_a_situation_is_recognised(words: str, kind: str) -> None:
    assert kind in _kinds(words)


@pytest.mark.parametrize("words", [
    "What happens if my parcel is late?",
    "Do you repair broken lamps?",
    "If nobody comes, whom do I ring?",
    "Are you open on Saturday?",
    "I'd like two tickets for the matinee.",
])  # fmt: skip
def test_a_question_is_no_trouble(words: str) -> None:
    assert _kinds(words) == []


def test_a_cold_word_after_our_own_is_a_wait() -> None:
    assert _kinds("When does it come?", "A: I'm checking.", "Well?") == ["unanswered"]


def test_an_illness_is_met_with_a_wish_and_never_owned() -> None:
    text = draft("I'm off work with flu and can't come tomorrow at 9. Will I be charged?").text
    assert "feel better soon" in text or "Get well" in text or "feeling better" in text
    assert "on us" not in text and "went wrong" not in text and "sorry to read that you" not in text


def test_fear_is_no_complaint() -> None:
    text = draft(
        "I've got the appointment on 1 December and honestly I'm already not sleeping. Is there anything that helps?"
    ).text
    assert "went wrong" not in text and "our fault" not in text


def test_a_grave_accusation_is_not_said_back() -> None:
    text = draft("My lawyer knows. You pulled the wrong tooth and nobody rang me back in a week.").text
    assert "wrong tooth" not in text and "ring you" in text and "lead" in text


@pytest.mark.parametrize("bank", [LIGHT, FIRM, BESIDE, ACTS])
def test_every_sentence_of_a_situation_keeps_the_standard(bank: dict[Kind, tuple[str, ...]]) -> None:
    turns = [Turn("customer", "Robin Hale", "My lamp still hasn't come and I've written twice. When does it come?")]
    rest = " I'm finding out when your lamp will come, and I'll write to you by 15:00 today.\n\nPat"
    for kind, options in bank.items():
        for option in options:
            said = option.format(thing="your lamp", amount="£50", when="by 15:00 today")
            broken = [
                one.rule
                for one in check(f"Hello Robin,\n\n{said}{rest}", Context.of(turns))
                if one.rule in ("S4", "S5", "S8", "S11", "S12")
            ]
            assert not broken, (kind, said, broken)


def test_each_situation_has_three_sentences() -> None:
    assert all(len(options) >= 3 for options in (*LIGHT.values(), *FIRM.values()))
    assert set(LIGHT) >= OF_THEIRS | set(FIRM) | set(ACTS)
