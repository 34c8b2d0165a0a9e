"""What is said after the acknowledgement arrives though the platform is busy, or the log says that it did not."""

import asyncio
import time
from dataclasses import dataclass, field

import pytest
from structlog.testing import capture_logs

from bot.errors import PlatformBusy, PlatformError, PlatformRefused, PlatformUncertain
from bot.events import Interaction
from handlers.hall.afterwards import Afterwards
from storage.rows import EPOCH

ASKED = Interaction(workspace_id="T1", at=EPOCH, person_id="aad-frieda")


@dataclass(slots=True)
class Chat:
    """Fails as told, one failure a try, and then takes what is said."""

    failures: list[PlatformError] = field(default_factory=list)
    tries: int = 0
    said: int = 0

    async def say(self) -> None:
        self.tries += 1
        if self.failures:
            raise self.failures.pop(0)
        self.said += 1


def busy(retry_after_s: float | None = None) -> PlatformBusy:
    return PlatformBusy("busy", retry_after_s=retry_after_s)


async def ended(chat: Chat, *, most_wait_s: float = 60.0, most_stop_s: float = 5.0) -> list[str]:
    """Say it and wait; the names in the log."""
    afterwards = Afterwards("teams", most_wait_s, first_wait_s=0.001, most_stop_s=most_stop_s)
    with capture_logs() as logs:
        afterwards.later(ASKED, chat.say)
        await afterwards.finish()
    return [line["event"] for line in logs]


async def test_an_answer_is_said_again_until_the_platform_takes_it() -> None:
    chat = Chat([busy(0.01), busy(), busy(0.001), busy()])
    assert await ended(chat) == []
    assert (chat.tries, chat.said) == (5, 1)


async def test_nobody_is_asked_sooner_than_the_platform_wants() -> None:
    chat, began = Chat([busy(0.1)]), time.perf_counter()
    assert await ended(chat) == []
    assert time.perf_counter() - began >= 0.1


async def test_what_may_have_come_is_said_once_more_and_not_oftener() -> None:
    chat = Chat([PlatformUncertain("502"), busy(), PlatformUncertain("502"), busy()])
    assert await ended(chat) == ["teams.answer_not_shown"]
    assert (chat.tries, chat.said) == (3, 0)
    chat = Chat([PlatformUncertain("502")])
    assert (await ended(chat), chat.said) == ([], 1)


async def test_what_was_refused_is_not_said_again() -> None:
    chat = Chat([PlatformRefused("unreachable")])
    assert await ended(chat) == ["teams.answer_not_shown"]
    assert chat.tries == 1


@pytest.mark.parametrize("retry_after_s", [None, 0.02, 61.0])
async def test_after_a_minute_the_log_says_that_it_did_not_come(retry_after_s: float | None) -> None:
    chat = Chat([busy(retry_after_s)] * 100)
    assert await ended(chat, most_wait_s=0.05) == ["teams.answer_not_shown"]
    assert 1 <= chat.tries < 10


async def test_a_stopping_server_tries_once_more_and_does_not_wait_for_a_minute() -> None:
    chat, began = Chat([busy(30.0)]), time.perf_counter()
    assert await ended(chat, most_stop_s=0.02) == []
    assert (chat.tries, chat.said) == (2, 1)
    chat = Chat([busy(30.0), busy(30.0)])
    assert await ended(chat, most_stop_s=0.02) == ["teams.answer_not_shown"]
    assert time.perf_counter() - began < 5.0


async def test_one_answer_that_waits_holds_no_other_up() -> None:
    afterwards, patient, quick = Afterwards("teams"), Chat([busy(0.3)]), Chat()
    afterwards.later(ASKED, patient.say)
    afterwards.later(ASKED, quick.say)
    await asyncio.sleep(0.05)
    assert (patient.said, quick.said) == (0, 1)
    await afterwards.finish()
    assert patient.said == 1
