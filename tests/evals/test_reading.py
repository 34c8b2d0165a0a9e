"""What `app.py eval reading` prints: figures, and each part of a case that was read otherwise."""

from typing import Any

from tests.evals import reading

CASE: dict[str, Any] = {
    "id": "r1",
    "asks": ["where is my parcel"],
    "facts": {"order": "MB-1"},
    "temperature": "worried",
    "complaint": True,
    "praise": False,
    "repeat_contact": False,
    "risk": ["leaving"],
}
OTHERWISE = CASE | {"asks": [], "facts": {"order": "MB-2"}, "temperature": "calm", "complaint": False, "risk": []}


def test_what_was_read_right_is_no_miss() -> None:
    assert reading.misses([CASE], [CASE]) == []


def test_each_part_that_was_read_otherwise_is_named_with_what_was_wanted() -> None:
    missed = reading.misses([CASE], [OTHERWISE])
    assert [(part, wanted) for part, _, wanted, _ in missed] == [
        ("asks", ["where is my parcel"]),
        ("facts", {"order": "MB-1"}),
        ("risk", ["leaving"]),
        ("temperature", "worried"),
        ("complaint", True),
    ]
