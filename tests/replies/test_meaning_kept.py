"""What a playbook means is counted once, kept beside its rows, and never waited for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.reading.meaning import HashedWords, Meaning
from bot.replies.finding.counted import Counted, packed, unpacked
from bot.replies.finding.index import texts_of
from bot.replies.library import Folder, Library, take_in
from storage.database import Database
from storage.tables import METADATA
from tests.databases import sqlite_url
from tests.replies.companies import BAKERY

if TYPE_CHECKING:
    from bot.reading.meaning import Vectors


@dataclass
class Counting:
    """Hashed words under another name, with everything that was asked."""

    name: str = "minilm-l6-int8"
    asked: list[str] = field(default_factory=list)

    def vectors(self, texts: Sequence[str]) -> "Vectors":
        self.asked += texts
        return HashedWords().vectors(texts)


def test_what_was_packed_comes_back_as_the_same_rows() -> None:
    meaning = HashedWords()
    rows = unpacked(BAKERY, [packed(section, meaning) for section in BAKERY])
    for section in BAKERY:
        for text, row in zip(texts_of(section), meaning.vectors(texts_of(section)), strict=True):
            assert float(rows[text] @ row) == pytest.approx(1.0, abs=0.01)


def test_rows_of_other_texts_are_refused() -> None:
    kept = [packed(section, HashedWords()) for section in BAKERY]
    with pytest.raises(ValueError):
        unpacked(BAKERY, [one[:100] for one in kept])


def test_only_a_text_that_is_not_kept_is_counted() -> None:
    meaning = Counting()
    counted = Counted(meaning, unpacked(BAKERY, [packed(section, HashedWords()) for section in BAKERY]))
    counted.vectors([*texts_of(BAKERY[0]), "are you open"])
    assert meaning.asked == ["are you open"]


async def test_a_new_playbook_is_counted_beside_the_drafts_and_only_once(tmp_path: Path) -> None:
    async with Database(sqlite_url(tmp_path)) as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)
        async with database.transaction() as tx:
            await take_in(tx, "T1", Folder(BAKERY, (), (), ()))
        first, again = Counting(), Counting()
        assert await _ready(database, first) is not None
        assert await _ready(database, again) is not None
        assert len(first.asked) == sum(len(texts_of(section)) for section in BAKERY)
        assert again.asked == []


async def test_sections_that_are_taken_apart_in_another_way_by_now_are_counted_again(tmp_path: Path) -> None:
    async with Database(sqlite_url(tmp_path)) as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)
        counted = [("minilm-l6-int8", packed(section, HashedWords())[:-8]) for section in BAKERY]
        async with database.transaction() as tx:
            await take_in(tx, "T1", Folder(BAKERY, (), (), ()), counted=counted)
        meaning = Counting()
        assert await _ready(database, meaning) is not None
        assert meaning.asked != []


async def test_a_kind_of_meaning_without_weights_leaves_the_words(tmp_path: Path) -> None:
    async with Database(sqlite_url(tmp_path)) as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)
        async with database.transaction() as tx:
            await take_in(tx, "T1", Folder(BAKERY, (), (), ()))
        unknown = Counting("of-no-use")
        assert await _ready(database, unknown) is None
        assert unknown.asked == []


async def _ready(database: Database, meaning: Meaning) -> Meaning | None:
    """What the library gives once it had the time to count; at first it gives nothing and holds nobody up."""
    library = Library(meaning, database)
    async with database.reading() as tx:
        assert await library.meaning_of(tx, "T1") is None
    assert await library.counted(30)
    async with database.reading() as tx:
        found = await library.meaning_of(tx, "T1")
    await library.close()
    return found
