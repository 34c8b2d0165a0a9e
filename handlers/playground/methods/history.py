"""conversations.history and conversations.replies."""

from handlers.playground.methods.call import HISTORY_SCOPES, Call, Method, SlackError, page
from handlers.playground.shapes import thread_shape
from handlers.playground.world import Channel, Json


def history(call: Call) -> Json:
    """Newest first, without what stands inside threads."""
    channel = _readable(call)
    roots = [
        m for m in channel.messages.values() if m.get("thread_ts", m["ts"]) == m["ts"] and _is_between(call, m["ts"])
    ]
    return _answer(call, channel, sorted(roots, key=_age, reverse=True))


def replies(call: Call) -> Json:
    """Oldest first, the thread's first message at the top of each page."""
    channel = _readable(call)
    root = channel.messages.get(call.text("ts", "thread_not_found"))
    if root is None:
        raise SlackError("thread_not_found")
    thread = channel.thread(str(root.get("thread_ts", root["ts"])))
    return _answer(call, channel, [m for m in sorted(thread, key=_age) if m is thread[0] or _is_between(call, m["ts"])])


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.need(HISTORY_SCOPES[channel.kind])
    if call.grant.user not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _age(message: Json) -> float:
    return float(message["ts"])


def _is_between(call: Call, ts: str) -> bool:
    """Whether it lies between `oldest` and `latest`; the borders themselves count only with `inclusive`."""
    try:
        oldest, latest = float(call.args.get("oldest") or 0), float(call.args.get("latest") or "inf")
    except (TypeError, ValueError) as error:
        raise SlackError("invalid_ts_oldest") from error
    at = float(ts)
    return oldest <= at <= latest if call.flag("inclusive") else oldest < at < latest


def _answer(call: Call, channel: Channel, messages: list[Json]) -> Json:
    found, cursor = page(call, messages)
    hidden = () if call.flag("include_all_metadata") else ("metadata",)
    shown = [{key: value for key, value in thread_shape(channel, m).items() if key not in hidden} for m in found]
    return {"messages": shown, "has_more": bool(cursor), "response_metadata": {"next_cursor": cursor}}


METHODS = {"conversations.history": Method(history), "conversations.replies": Method(replies)}
