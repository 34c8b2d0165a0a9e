"""The table: which features there are, and so which event goes where."""

from bot.feature import (
    Command,
    Delivered,
    Handler,
    HomeParts,
    Note,
    Routes,
    RouteTable,
    Writer,
    joined,
)

__all__ = ["Command", "Delivered", "Handler", "HomeParts", "Note", "RouteTable", "Routes", "Writer", "joined"]
