"""How the drafts that nobody saw would have done, in plain words."""

from collections.abc import Sequence

from bot.buttons import Buttons
from bot.calendar.words import in_few_words
from bot.cards import Actions, Button, Card, Heading, Part, Small, Words, sentence
from bot.mentions import channel_words
from bot.replies.learning.shadow import EVERYWHERE, Shadow, shadow_of
from storage import learning, people, replies, threads, workspaces
from storage.database import Transaction
from storage.learning import ShadowTurn
from storage.people import Viewer, machine
from storage.replies import Draft

TITLE = "What I would have drafted"
HOW = "I compare words, figures and meaning, which is no judgement: please look at a few threads yourself."
MOST = 5


async def report_card(tx: Transaction, viewer: Viewer) -> Card:
    home = await workspaces.workspace(tx, viewer.workspace_id)
    found = shadow_of(home)
    if not found.since:
        return sentence(
            "Shadow mode is off: agents see their drafts.",
            "With it I draft in silence, and you see how it would have gone: /kindline shadow on, in a channel.",
        )
    since = min(found.since.values())
    drafts = await learning.shadow_drafts(tx, viewer.workspace_id, since)
    turns = {turn.draft_id: turn for turn in await learning.shadow_turns(tx, viewer.workspace_id, since)}
    answered = [turns[draft.draft_id] for draft in drafts if draft.draft_id in turns and draft.text]
    unlike = [turn for turn in answered if turn.verdict == "differs"]
    parts: list[Part] = [Heading(TITLE), *(Words(line) for line in _counts(drafts, answered))]
    if unlike:
        parts.append(Words(f"In {len(unlike)} a figure differs:"))
        parts += [Words(await line(tx, viewer, turn)) for turn in unlike[:MOST]]
        parts.append(Actions([Button(Buttons.SHADOW_LINKS, "Send me the links")]))
    if answered:
        parts.append(Small(HOW))
    parts.append(Small(await _where(tx, viewer, found)))
    ending = "off everywhere" if EVERYWHERE in found.since else "off, in the channel"
    parts.append(Words(f"To let your agents see drafts: /kindline shadow {ending}"))
    return Card(TITLE, parts)


def _counts(drafts: Sequence[Draft], answered: Sequence[ShadowTurn]) -> list[str]:
    if not drafts:
        return ["No customer has written since."]
    offered = sum(1 for draft in drafts if draft.text)
    lines = [f"Customers wrote {_times(len(drafts))}; I would have offered a draft {_times(offered)}."]
    if not answered:
        return [*lines, "Your team has answered none of those yet, so there is nothing to compare."]
    same = sum(1 for turn in answered if turn.verdict == "same")
    less = sum(1 for turn in answered if turn.verdict == "less")
    lines.append(f"Of those, your team has answered {len(answered)}.")
    lines.append(f"In {same or 'none'} my draft tells the same facts as your team's answer.")
    if less:
        lines.append(f"In {less} I would have promised to find out what your team told at once.")
    return lines


async def line(tx: Transaction, viewer: Viewer, turn: ShadowTurn) -> str:
    """ "Annelie, Wednesday 10:32: 30 days in my draft, 14 days in the answer." """
    draft = await replies.draft(tx, machine(viewer.workspace_id), turn.draft_id)
    thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id) if draft else None
    me = await people.person(tx, viewer.workspace_id, viewer.person_id)
    when = in_few_words(turn.at, me.own_zone if me else "UTC", tx.now)
    figures = "; ".join(f"{one['draft']} in my draft, {one['answer']} in the answer" for one in turn.differing[:2])
    return f"{(thread.customer_name if thread else '') or 'A customer'}, {when}: {figures}."


async def differing(tx: Transaction, viewer: Viewer) -> list[ShadowTurn]:
    found = shadow_of(await workspaces.workspace(tx, viewer.workspace_id))
    if not found.since:
        return []
    turns = await learning.shadow_turns(tx, viewer.workspace_id, min(found.since.values()))
    return [turn for turn in turns if turn.verdict == "differs"]


async def _where(tx: Transaction, viewer: Viewer, found: Shadow) -> str:
    me = await people.person(tx, viewer.workspace_id, viewer.person_id)
    zone = me.own_zone if me else "UTC"
    names = []
    for channel_id, at in sorted(found.since.items(), key=lambda pair: pair[1]):
        channel = await workspaces.channel(tx, viewer.workspace_id, channel_id) if channel_id else None
        name = (
            f"in {channel_words(channel, 'a channel')}"
            if channel
            else "everywhere"
            if not channel_id
            else "in a channel"
        )
        names.append(f"{name} since {in_few_words(at, zone, tx.now)}")
    return f"Shadow mode is on {', '.join(names)}."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
