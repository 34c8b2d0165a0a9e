"""How people type a command on Teams: features write "/kindline route" or "/promises", as on Slack; here both begin
with "@Kindline".

That works in a channel as well as in the private chat, where the word alone is enough. What is said to be typed on
Slack stays as it is typed there.
"""

import re

from handlers.teams.package import commands

_TYPED = re.compile(
    r"(?<!On Slack: )(?<![^\s(“\"])/(?:kindline(?![\w-])|(?=(?:" + "|".join(sorted(commands())) + r")(?![\w/-])))"
)


def as_typed(text: str) -> str:
    """Our own sentences with commands as this platform takes them. Never for words that somebody else wrote."""
    return _TYPED.sub(lambda found: "@Kindline" if found[0] == "/kindline" else "@Kindline ", text)
