"""Replies: when to offer one, what it says, and how an agent sends it."""
