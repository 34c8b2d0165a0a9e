"""chat.*: posting, changing and taking back."""

from handlers.playground.methods.call import Call, Method, SlackError
from handlers.playground.methods.content import message_content, metadata_of, require_words
from handlers.playground.playground import open_im
from handlers.playground.posting import add_ephemeral, add_message, author_fields, edit_message, remove_message
from handlers.playground.world import Channel, Json


def post_message(call: Call) -> Json:
    channel = _where_to_post(call)
    content = message_content(call)
    require_words(content)
    thread = call.maybe("thread_ts")
    if thread is not None and thread not in channel.messages:
        raise SlackError("thread_not_found")
    if thread is not None:
        thread = str(channel.messages[thread].get("thread_ts", thread))
    fields = author_fields(call.playground, call.workspace, call.grant.user, is_by_app=True)
    fields.update({"text": "", **{key: value for key, value in content.items() if value}})
    metadata = metadata_of(call)
    if metadata:
        fields["metadata"] = metadata
    message = add_message(call.playground, call.workspace, channel, fields, thread)
    return {"channel": channel.id, "ts": message["ts"], "message": message}


def _where_to_post(call: Call) -> Channel:
    """A channel, or a person's id, which stands for the direct conversation with them."""
    target = call.text("channel", "channel_not_found")
    person = call.workspace.people.get(target)
    if person is not None:
        if person.deleted:
            raise SlackError("user_disabled")
        channel = open_im(call.workspace, call.grant.user, person.id, call.now_s())
    else:
        channel = call.channel()
    if call.grant.user not in channel.members:
        raise SlackError("not_in_channel")
    if channel.is_archived:
        raise SlackError("is_archived")
    return channel


def update(call: Call) -> Json:
    channel, message = _own_message(call, "cant_update_message")
    content = message_content(call)
    if "text" in content and "blocks" not in content:
        content["blocks"] = None  # Words without blocks replace the blocks; blocks alone keep the words.
    if not content and not call.args.get("metadata"):
        raise SlackError("no_text")
    require_words({**message, **content})
    metadata = call.data("metadata", "invalid_metadata_format")
    if metadata is not None:
        content["metadata"] = metadata_of(call)
    edited_by = call.grant.user if content.get("text") and not content.get("blocks") else None
    changes = {key: (value or None) if key != "text" else value for key, value in content.items()}
    message = edit_message(call.playground, call.workspace, channel, message, changes, edited_by=edited_by)
    return {"channel": channel.id, "ts": message["ts"], "text": message.get("text", ""), "message": message}


def delete(call: Call) -> Json:
    channel, message = _own_message(call, "cant_delete_message")
    remove_message(call.playground, call.workspace, channel, message)
    return {"channel": channel.id, "ts": message["ts"]}


def _own_message(call: Call, refusal: str) -> tuple[Channel, Json]:
    """A person's token reaches that person's messages, a bot's token the bot's; an ephemeral is never found."""
    channel = call.channel()
    message = channel.messages.get(call.text("ts", "message_not_found"))
    if message is None or message.get("subtype") == "tombstone":
        raise SlackError("message_not_found")
    if message.get("user") != call.grant.user:
        raise SlackError(refusal)
    if channel.is_archived:
        raise SlackError("is_archived")
    return channel, message


def post_ephemeral(call: Call) -> Json:
    channel = call.channel()
    user = call.text("user")
    if call.grant.user not in channel.members:
        raise SlackError("not_in_channel")
    if channel.is_archived:
        raise SlackError("is_archived")
    if user not in channel.members or user not in call.workspace.people:
        raise SlackError("user_not_in_channel")
    content = message_content(call)
    require_words(content)
    thread = call.maybe("thread_ts")
    message = add_ephemeral(call.playground, call.workspace, channel, user, {**content, "thread_ts": thread})
    return {"message_ts": message["ts"]}


def get_permalink(call: Call) -> Json:
    channel = call.channel()
    ts = call.text("message_ts", "message_not_found")
    if ts not in channel.messages:
        raise SlackError("message_not_found")
    link = f"{call.playground.settings.address}/archives/{channel.id}/p{ts.replace('.', '')}?team={call.workspace.id}"
    thread = channel.messages[ts].get("thread_ts")
    return {"channel": channel.id, "permalink": f"{link}&thread_ts={thread}&cid={channel.id}" if thread else link}


METHODS = {
    "chat.postMessage": Method(post_message, scopes=("chat:write",)),
    "chat.update": Method(update, scopes=("chat:write",)),
    "chat.delete": Method(delete, scopes=("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, scopes=("chat:write",)),
    "chat.getPermalink": Method(get_permalink),
}
