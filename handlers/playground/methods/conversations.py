"""conversations.*: finding channels, joining them and opening direct ones."""

from handlers.playground.events import membership_event
from handlers.playground.methods.call import READ_SCOPES, Call, Method, SlackError, page
from handlers.playground.playground import open_im
from handlers.playground.shapes import channel_shape
from handlers.playground.world import Channel, Json

TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}


def open_conversation(call: Call) -> Json:
    call.need("im:write")
    if call.args.get("channel"):
        channel = call.channel()
    else:
        users = call.args.get("users")
        named = users.split(",") if isinstance(users, str) else users
        if not isinstance(named, list) or not named:
            raise SlackError("users_list_not_supplied")
        if len(named) > 1:
            raise SlackError("not_supported_here")
        person = call.workspace.people.get(str(named[0]).strip())
        if person is None:
            raise SlackError("user_not_found")
        if person.deleted:
            raise SlackError("user_disabled")
        channel = open_im(call.workspace, call.grant.user, person.id, call.now_s())
    shape = channel_shape(channel, call.grant.user) if call.flag("return_im") else {"id": channel.id}
    return {"channel": shape}


def info(call: Call) -> Json:
    channel = call.channel()
    call.need(READ_SCOPES[channel.kind])
    shape = channel_shape(channel, call.grant.user)
    if not call.flag("include_num_members"):
        shape.pop("num_members", None)
    return {"channel": shape}


def _channels(call: Call, *, only_of: str | None) -> Json:
    """All channels that the caller may know of; `only_of` narrows them to the ones that this person is in."""
    wanted = (call.maybe("types") or "public_channel").replace(" ", "").split(",")
    if not all(kind in TYPES for kind in wanted):
        raise SlackError("invalid_types")
    kinds = {TYPES[kind] for kind in wanted}
    call.need(*(READ_SCOPES[kind] for kind in sorted(kinds) if kind in READ_SCOPES))

    def is_wanted(channel: Channel) -> bool:
        is_known = not channel.is_private or call.grant.user in channel.members
        is_hidden = channel.is_archived and call.flag("exclude_archived")
        return channel.kind in kinds and is_known and not is_hidden and (only_of is None or only_of in channel.members)

    found, cursor = page(call, [channel for channel in call.workspace.channels.values() if is_wanted(channel)])
    shapes = [channel_shape(channel, call.grant.user) for channel in found]
    return {"channels": shapes, "response_metadata": {"next_cursor": cursor}}


def list_channels(call: Call) -> Json:
    return _channels(call, only_of=None)


def users_conversations(call: Call) -> Json:
    return _channels(call, only_of=call.person().id if call.args.get("user") else call.grant.user)


def members(call: Call) -> Json:
    channel = call.channel()
    call.need(READ_SCOPES[channel.kind])
    people = [member for member in channel.members if member in call.workspace.people]
    found, cursor = page(call, people)
    return {"members": found, "response_metadata": {"next_cursor": cursor}}


def join(call: Call) -> Json:
    channel = call.channel()
    if channel.is_im:
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackError("is_archived")
    if call.grant.user in channel.members:
        return {"channel": channel_shape(channel, call.grant.user), "warning": "already_in_channel"}
    channel.members.append(call.grant.user)
    membership_event(call.playground, call.workspace, channel, call.grant.user, "member_joined_channel")
    call.playground.changes.note()
    return {"channel": channel_shape(channel, call.grant.user)}


METHODS = {
    "conversations.open": Method(open_conversation),
    "conversations.info": Method(info),
    "conversations.list": Method(list_channels),
    "conversations.members": Method(members),
    "conversations.join": Method(join, scopes=("channels:join",)),
    "users.conversations": Method(users_conversations),
}
