"""The table: which features there are, and so which event goes where and who writes which card."""

from bot.feature import RouteTable, joined
from bot.home import Home
from bot.insights import feature as insights
from bot.model.asker import Asker
from bot.notes import Notes
from bot.promises import feature as promises
from bot.replies import feature as replies
from bot.replies.learning import feature as learning
from bot.replies.library import Library
from bot.replies.thinking import Thinking
from bot.team.accounts import LinkUrl
from bot.team.feature import Team
from storage.secrets import Vault


def route_table(
    vault: Vault, link_url: LinkUrl, library: Library | None = None, asker: Asker | None = None
) -> RouteTable:
    """Every feature's part, joined; the order is the order in which features hear an event."""
    library = library or Library()
    home, notes = Home(), Notes()
    table = joined(
        [
            Team(vault, link_url).routes(),
            replies.routes(library, Thinking(library.meaning), asker),
            promises.Promises().routes(),
            insights.routes(),
            learning.routes(library.meaning),
            notes.routes(),
            home.routes(),
        ]
    )
    home.serve(table)
    notes.serve(table)
    return table
