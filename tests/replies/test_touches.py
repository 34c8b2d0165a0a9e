"""The record is used where it bears on the matter, truly and at most twice."""

from bot.replies.sources.customers import CustomerRecord
from tests.replies.companies import draft

CROWN = CustomerRecord(
    "K1", "Robin Hale", history=("crown fitting cancelled by us on 2026-10-27 and again on 2026-11-10", "71 years old"),
    open_matters=("third fitting date 2026-11-24 for the crown",),
)  # fmt: skip


def test_the_same_trouble_in_the_file_is_known_and_named_with_its_days() -> None:
    made = draft("You cancelled the crown again. When is the crown here?", record=CROWN)
    assert "27 October and 10 November" in made.text and "71" not in made.text
    assert any("2026-11-10" in source for source in made.sources)


def test_the_next_date_is_named_when_the_answer_comes_before_it() -> None:
    assert "Tuesday 24 November" in draft("You cancelled the crown again. Is the crown here now?", record=CROWN).text


def test_another_matter_leaves_the_file_closed() -> None:
    text = draft("Do you sell rye bread?", record=CROWN).text
    assert "October" not in text and "November" not in text


def test_who_prefers_messages_need_not_ring() -> None:
    record = CustomerRecord("K1", "Robin Hale", preferences=("messages not calls",))
    assert "ring" not in draft("Do I have to ring someone, I hate phones?", record=record).text.replace(
        "ring anybody", ""
    )
