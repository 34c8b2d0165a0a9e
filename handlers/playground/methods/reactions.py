"""reactions.add and reactions.remove."""

import re

from handlers.playground.methods.call import Call, Method, SlackError
from handlers.playground.posting import set_reaction
from handlers.playground.world import Json

EMOJI_NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def add(call: Call) -> Json:
    return _set(call, is_on=True)


def remove(call: Call) -> Json:
    return _set(call, is_on=False)


def _set(call: Call, *, is_on: bool) -> Json:
    channel = call.channel()
    message = channel.messages.get(call.text("timestamp", "message_not_found"))
    name = call.text("name", "invalid_name").strip(":")
    if message is None:
        raise SlackError("message_not_found")
    if not EMOJI_NAME.fullmatch(name):
        raise SlackError("invalid_name")
    if call.grant.user not in channel.members:
        raise SlackError("not_in_channel" if is_on else "no_reaction")
    if not set_reaction(call.playground, call.workspace, channel, message, name, by=call.grant.user, is_on=is_on):
        raise SlackError("already_reacted" if is_on else "no_reaction")
    return {}


METHODS = {
    "reactions.add": Method(add, scopes=("reactions:write",)),
    "reactions.remove": Method(remove, scopes=("reactions:write",)),
}
