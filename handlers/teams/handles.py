"""What goes through a person's own client and must come back as it was: handles, by which a later answer finds the
pressed card, and what a button asks again."""

from dataclasses import dataclass, field
from hashlib import sha256
from hmac import compare_digest, digest

import orjson

from handlers.hall.characters import visible

MARK = 32
"""Characters of a signature."""


@dataclass(frozen=True, slots=True)
class Handle:
    """Without a message there is nothing to replace, as on the home card."""

    conversation_id: str = ""
    message_id: str = ""

    @property
    def is_chat(self) -> bool:
        """In the bot's private chat with somebody, where nobody else reads."""
        return self.conversation_id.startswith("a:")


@dataclass(frozen=True, slots=True)
class Handles:
    """Handles as `reply_to` in events. A form carries one through a person's own client, so each is signed for its
    workspace: nobody can have another card changed, let alone one in another workspace. Nor can anybody have a button
    ask what we did not put into it."""

    secret: bytes = field(default=b"", repr=False)

    def packed(self, workspace_id: str, handle: Handle) -> str:
        """Empty without a message: whoever keeps a handle would take it for one that leads to a card."""
        if not handle.message_id:
            return ""
        return orjson.dumps([handle.conversation_id, handle.message_id, self._sign(workspace_id, handle)]).decode()

    def unpacked(self, workspace_id: str, reply_to: str) -> Handle:
        """An empty handle where there is none, or where it is not ours."""
        try:
            found = orjson.loads(reply_to) if reply_to else []
        except orjson.JSONDecodeError:
            return Handle()
        if not isinstance(found, list) or len(found) != 3 or not all(isinstance(one, str) for one in found):
            return Handle()
        handle = Handle(found[0], found[1])
        is_ours = compare_digest(self._sign(workspace_id, handle).encode(), found[2].encode())
        return handle if is_ours else Handle()

    def sealed(self, workspace_id: str, person_id: str, value: str) -> str:
        """A button's value that serves this person alone: it is carried out as if they had asked it just now."""
        said = visible(value)  # As it will be read when it comes back.
        return self._mark("again", workspace_id, person_id, said) + said

    def unsealed(self, workspace_id: str, person_id: str, given: str) -> str:
        """Empty for what is not ours, or was given to somebody else."""
        said = given[MARK:]
        is_ours = compare_digest(self._mark("again", workspace_id, person_id, said).encode(), given[:MARK].encode())
        return said if is_ours else ""

    def _sign(self, workspace_id: str, handle: Handle) -> str:
        return self._mark("handle", workspace_id, handle.conversation_id, handle.message_id)

    def _mark(self, *signed: str) -> str:
        return digest(self.secret, orjson.dumps(signed), sha256).hex()[:MARK]


NO_SECRET = Handles()
