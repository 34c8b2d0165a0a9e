"""The Web API's methods, one small file for each family, in one table."""

from handlers.playground.methods import (
    apps,
    bots_and_teams,
    chat,
    conversations,
    history,
    oauth,
    people,
    reactions,
    views,
)
from handlers.playground.methods.call import Method

METHODS: dict[str, Method] = {
    **apps.METHODS,
    **bots_and_teams.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **history.METHODS,
    **oauth.METHODS,
    **people.METHODS,
    **reactions.METHODS,
    **views.METHODS,
}
