"""Every table in one import, for what concerns the whole schema: migrations, the demo's reset and the schema tests."""

from storage import (
    addresses,
    insights,
    learning,
    model_use,
    oauth,
    people,
    playbook,
    promises,
    replies,
    secrets,
    threads,
    work,
    workspaces,
)
from storage.rows import Row

METADATA = Row.metadata

__all__ = [
    "METADATA",
    "addresses",
    "insights",
    "learning",
    "model_use",
    "oauth",
    "people",
    "playbook",
    "promises",
    "replies",
    "secrets",
    "threads",
    "work",
    "workspaces",
]
