"""One call is one call: where it may go, how fast, and what each way of ending means for the bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import PlatformBusy, PlatformError, PlatformRefused, PlatformUncertain
from handlers.teams.buckets import IN_CONVERSATION, Buckets
from handlers.teams.errors import Call, of_status
from tests.mishaps import Fault
from tests.teams.outside import CHANNEL, ROOT, Outside, outside
from tests.teams.wire import TENANT

THREAD = f"{CHANNEL};messageid={ROOT}"
HELLO = {"type": "message", "summary": "Hello"}
SEND = "POST conversations/activities"
UPDATE = "PUT conversations/activities"


@pytest.fixture
async def out(tmp_path: Path) -> AsyncIterator[Outside]:
    async with outside(tmp_path) as found:
        yield found


async def test_an_id_is_one_segment_of_the_path_whatever_it_holds(out: Outside) -> None:
    odd = "a:1/../x?y#z%20ü;messageid=1"
    await out.api.send(TENANT, odd, HELLO)
    await out.api.update(TENANT, THREAD, "1:0/2", HELLO)
    sent, updated = out.fake.calls
    assert sent.ids == [odd]
    assert sent.path == "/connector/v3/conversations/a%3A1%2F..%2Fx%3Fy%23z%2520%C3%BC%3Bmessageid%3D1/activities"
    assert (updated.ids, updated.body["id"]) == ([THREAD, "1:0/2"], "1:0/2")


async def test_each_call_carries_the_token_and_nothing_of_the_password(out: Outside) -> None:
    assert await out.api.send(TENANT, THREAD, HELLO) == "1763458200001"
    (call,) = out.fake.calls
    assert (call.token, call.body) == ("t1", HELLO)


async def test_a_targeted_message_names_its_reader(out: Outside) -> None:
    await out.api.send_targeted(TENANT, THREAD, "29:frieda", HELLO)
    (call,) = out.fake.calls
    assert call.query == {"isTargetedActivity": "true"}
    assert call.body["recipient"]["id"] == "29:frieda"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "https://smba.trafficmanager.net.evil.example/emea/",
        "https://evil.example/smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://user:word@127.0.0.1/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "https://[bad/",
        "//127.0.0.1/",
    ],
)
async def test_our_token_goes_to_no_other_host(out: Outside, url: str) -> None:
    assert not out.api.may_go_to(url)
    await out.move_service(url)
    with pytest.raises(PlatformRefused, match="service_url_not_allowed"):
        await out.api.send(TENANT, THREAD, HELLO)
    assert out.fake.tokens == []


async def test_before_a_tenant_says_where_it_is_everything_waits(out: Outside) -> None:
    await out.move_service("")
    with pytest.raises(PlatformBusy) as caught:
        await out.api.send(TENANT, THREAD, HELLO)
    assert caught.value.scope == "workspace"


async def test_a_service_address_needs_no_slash_at_its_end(out: Outside) -> None:
    await out.move_service(f"{out.fake.url}/connector")
    await out.api.send(TENANT, THREAD, HELLO)
    assert len(out.fake.posts) == 1


async def test_a_redirect_is_not_followed(out: Outside) -> None:
    out.fake.fail(SEND, Fault(status=307, headers={"Location": f"{out.fake.url}/connector/v3/elsewhere"}, body=""))
    with pytest.raises(PlatformRefused, match="redirected"):
        await out.api.send(TENANT, THREAD, HELLO)
    assert out.fake.calls == []


async def test_a_token_that_ran_out_is_replaced_and_the_post_arrives_once(out: Outside) -> None:
    await out.api.send(TENANT, THREAD, HELLO)
    out.fake.valid = {"t2"}
    await out.api.send(TENANT, THREAD, HELLO)
    assert [call.token for call in out.fake.posts] == ["t1", "t2"]


async def test_a_connector_that_takes_no_token_of_ours_is_asked_twice_at_most(out: Outside) -> None:
    out.fake.valid = {"other"}
    with pytest.raises(PlatformBusy) as caught:
        await out.api.send(TENANT, THREAD, HELLO)
    assert (caught.value.scope, len(out.fake.tokens)) == ("workspace", 2)


LOST = [
    Fault(kind="reset", is_accepted=True),
    Fault(status=412, body={"error": {"code": "PreconditionFailed"}}, is_accepted=True),
    Fault(status=500, body="oops", is_accepted=True),
    Fault(status=502, body="<html>", is_accepted=True),
    Fault(status=503, body={}, is_accepted=True),
    Fault(status=504, body="", is_accepted=True),
    Fault(status=408, body="", is_accepted=True),
    Fault(status=201, body="<html>hello</html>", is_accepted=True),
    Fault(status=201, body=["no", "object"], is_accepted=True),
    Fault(status=201, body=b"x" * 2_100_000, is_accepted=True),
]


@pytest.mark.parametrize("fault", LOST, ids=lambda fault: f"{fault.kind}-{fault.status}-{type(fault.body).__name__}")
async def test_a_new_post_of_unknown_fate_is_never_repeated(out: Outside, fault: Fault) -> None:
    out.fake.fail(SEND, fault)
    with pytest.raises(PlatformUncertain):
        await out.api.send(TENANT, THREAD, HELLO)
    assert len(out.fake.posts) == 1


@pytest.mark.parametrize(
    "fault", LOST[1:], ids=lambda fault: f"{fault.kind}-{fault.status}-{type(fault.body).__name__}"
)
async def test_what_may_be_done_twice_is_only_late(out: Outside, fault: Fault) -> None:
    out.fake.fail(UPDATE, fault)
    with pytest.raises(PlatformBusy):
        await out.api.update(TENANT, THREAD, "1", HELLO)
    assert len(out.fake.named(UPDATE)) == 1


async def test_the_session_itself_repeats_no_post_on_a_connection_that_broke(out: Outside) -> None:
    # It does repeat updates, which change nothing a second time; should an upgrade do so for posts, this fails.
    await out.api.send(TENANT, THREAD, HELLO)
    out.fake.fail(SEND, Fault(kind="reset"))
    out.fake.fail(UPDATE, Fault(kind="reset"))
    with pytest.raises(PlatformUncertain):
        await out.api.send(TENANT, THREAD, HELLO)
    await out.api.update(TENANT, THREAD, "1", HELLO)
    assert len(out.fake.posts) == 1


async def test_an_unreachable_connector_was_surely_told_nothing(out: Outside) -> None:
    await out.move_service("http://127.0.0.1:1/")
    with pytest.raises(PlatformBusy, match="cannot be reached"):
        await out.api.send(TENANT, THREAD, HELLO)


@pytest.mark.parametrize(
    ("given", "seconds"), [("12", 12.0), ("", 5.0), ("soon", 5.0), ("0", 1.0), ("99999", 600.0), ("-3", 5.0)]
)
async def test_being_asked_to_slow_down_says_for_how_long(out: Outside, given: str, seconds: float) -> None:
    out.fake.fail(SEND, Fault(status=429, body={}, headers={"Retry-After": given}))
    with pytest.raises(PlatformBusy) as caught:
        await out.api.send(TENANT, THREAD, HELLO)
    assert (caught.value.retry_after_s, caught.value.scope, out.fake.posts) == (seconds, "channel", [])


async def test_being_slowed_down_with_a_new_chat_holds_the_whole_workspace(out: Outside) -> None:
    out.fake.fail("POST conversations", Fault(status=429, body={}))
    with pytest.raises(PlatformBusy) as caught:
        await out.api.open_chat(TENANT, "29:frieda")
    assert caught.value.scope == "workspace"


@pytest.mark.parametrize(
    ("status", "body", "call", "error", "code"),
    [
        (403, b'{"error":{"code":"Forbidden","subCode":"MessageWritesBlocked"}}', Call.POST, PlatformRefused, None),
        (403, b'{"error":{"code":"ConversationBlockedByUser"}}', Call.POST, PlatformRefused, None),
        (403, b'{"error":{"code":"Forbidden","message":"{\\"subCode\\":\\"MessageWritesBlocked\\"}"}}', Call.OPEN,
         PlatformRefused, None),
        (403, b'{"error":{"code":"BotNotInConversationRoster"}}', Call.POST, PlatformRefused,
         "BotNotInConversationRoster"),
        (403, b"", Call.POST, PlatformRefused, "forbidden"),
        (404, b"", Call.CHANGE, PlatformRefused, "message_not_found"),
        (404, b"", Call.POST, PlatformRefused, "conversation_not_found"),
        (404, b'{"error":{"code":"MemberNotFoundInConversation"}}', Call.READ, PlatformRefused,
         "MemberNotFoundInConversation"),
        (404, b"", Call.READ, PlatformRefused, "not_a_member"),
        (413, b"", Call.POST, PlatformRefused, "msg_too_long"),
        (400, b'{"error":{"code":"BadArgument","message":"Annelie wrote"}}', Call.POST, PlatformRefused,
         "BadArgument"),
        (400, b"\xff\x00", Call.POST, PlatformRefused, "http_400"),
        (405, b"", Call.POST, PlatformRefused, "http_405"),
        (412, b"", Call.POST, PlatformUncertain, ""),
        (412, b"", Call.READ, PlatformBusy, ""),
        (504, b"", Call.OPEN, PlatformBusy, ""),
        (429, b"", Call.POST, PlatformBusy, ""),
    ],
)  # fmt: skip
def test_the_table_of_answers(
    status: int, body: bytes, call: Call, error: type[PlatformError], code: str | None
) -> None:
    found = of_status(status, {}, body, call)
    assert type(found) is error
    if isinstance(found, PlatformRefused):
        assert found.code == ("unreachable" if code is None else code)


async def test_pages_of_members_come_as_the_connector_gives_them(out: Outside) -> None:
    first = await out.api.members(TENANT, CHANNEL)
    second = await out.api.members(TENANT, CHANNEL, "a/b=")
    assert (first["members"], second["members"]) == ([{"id": "first"}], [{"id": "a/b="}])


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("most", "span_s"), IN_CONVERSATION)
def test_a_conversation_gets_no_more_than_teams_allows_in_any_span(most: int, span_s: float) -> None:
    clock = Clock()
    buckets, taken = Buckets(clock), []
    while clock.now < 100:
        try:
            buckets.take(TENANT, THREAD)
        except PlatformBusy as busy:
            clock.now += busy.retry_after_s or 1_000.0
        else:
            taken.append(clock.now)
    for start in taken:
        assert len([at for at in taken if start <= at < start + span_s]) <= most
    assert len(taken) >= 180


def test_threads_share_their_channels_limit_and_other_channels_have_their_own() -> None:
    buckets = Buckets(Clock())
    for number in range(7):
        buckets.take(TENANT, f"{CHANNEL};messageid={number}")
    with pytest.raises(PlatformBusy):
        buckets.take(TENANT, CHANNEL)
    buckets.take(TENANT, "19:other@thread.tacv2")


def test_a_tenant_gets_fifty_calls_a_second_and_another_its_own() -> None:
    clock = Clock()
    buckets = Buckets(clock)
    for number in range(50):
        buckets.take(TENANT, f"a:{number}")
    with pytest.raises(PlatformBusy) as caught:
        buckets.take(TENANT, "a:one more")
    assert (caught.value.scope, caught.value.retry_after_s) == ("workspace", 1.0)
    buckets.take("T0OTHER", "a:1")
    clock.now = 1.0
    buckets.take(TENANT, "a:one more")


async def test_the_eighth_post_in_a_second_waits_and_is_never_sent_to_be_refused(out: Outside) -> None:
    for _ in range(7):
        await out.api.send(TENANT, THREAD, HELLO)
    with pytest.raises(PlatformBusy) as caught:
        await out.api.send(TENANT, THREAD, HELLO)
    assert caught.value.retry_after_s is not None and 0 < caught.value.retry_after_s <= 2
    assert len(out.fake.posts) == 7
