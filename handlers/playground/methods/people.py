"""users.info and users.list."""

from handlers.playground.methods.call import Call, Method, page
from handlers.playground.shapes import user_shape
from handlers.playground.world import Json, Person


def info(call: Call) -> Json:
    return {"user": _shape(call, call.person())}


def list_people(call: Call) -> Json:
    """The workspace's own people and guests; people of other companies are found only through their ids."""
    own = [person for person in call.workspace.people.values() if person.home_team == call.workspace.id]
    found, cursor = page(call, own)
    shapes = [_shape(call, person) for person in found]
    return {"members": shapes, "cache_ts": call.now_s(), "response_metadata": {"next_cursor": cursor}}


def _shape(call: Call, person: Person) -> Json:
    with_email = "users:read.email" in call.grant.scopes
    shape = user_shape(person, call.workspace, call.playground.clock.now(), with_email=with_email)
    return {**shape, "locale": "en-US"} if call.flag("include_locale") else shape


METHODS = {
    "users.info": Method(info, scopes=("users:read",)),
    "users.list": Method(list_people, scopes=("users:read",)),
}
