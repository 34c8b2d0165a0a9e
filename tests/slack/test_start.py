"""Starting while Slack is away: what is stored serves, and the question is asked again by the clock."""

from collections.abc import AsyncIterator

import pytest

from bot.errors import PlatformBusy, SettingsError
from handlers.slack.door import Slack
from storage import workspaces
from storage.database import Database
from storage.secrets import Vault
from tests.mishaps import Fault
from tests.slack.conftest import Feature, House, built
from tests.slack.fake_slack import FakeSlack

AWAY = Fault(status=503, body="<html>")


@pytest.fixture
async def slack(fake: FakeSlack, database: Database, vault: Vault) -> AsyncIterator[Slack]:
    found = built(fake, database, vault, Feature(), bot_token="xoxb-new")
    yield found
    await found.stop()


async def test_a_workspace_that_is_stored_is_served_while_slack_cannot_be_asked(house: House, slack: Slack) -> None:
    house.fake.fail("auth.test", AWAY, Fault(kind="reset"))
    await slack.start()
    await slack.register_again()
    assert await slack.tokens.bot("T1") == "xoxb-one"


async def test_the_token_is_taken_over_as_soon_as_slack_answers(house: House, slack: Slack) -> None:
    house.fake.fail("auth.test", AWAY)
    await slack.start()
    asked = len(house.fake.calls("auth.test"))
    for _ in range(3):
        await slack.register_again()
    assert await slack.tokens.bot("T1") == "xoxb-new"
    assert len(house.fake.calls("auth.test")) == asked + 1


async def test_a_token_that_slack_refuses_later_is_no_reason_to_stop(house: House, slack: Slack) -> None:
    house.fake.fail("auth.test", AWAY, Fault(body={"ok": False, "error": "invalid_auth"}))
    await slack.start()
    await slack.register_again()
    async with house.database.reading() as tx:
        home = await workspaces.workspace(tx, "T1")
    assert home is not None
    assert home.is_active


async def test_with_nothing_stored_an_unreachable_slack_is_said_clearly(fake: FakeSlack, slack: Slack) -> None:
    fake.fail("auth.test", AWAY)
    with pytest.raises(PlatformBusy, match="Slack cannot be asked whose token this is"):
        await slack.start()


async def test_a_wrong_token_is_no_outage(house: House, slack: Slack) -> None:
    house.fake.refuse("auth.test", "invalid_auth")
    with pytest.raises(SettingsError, match="Slack refuses the bot token"):
        await slack.start()
