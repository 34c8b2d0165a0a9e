"""The routes an admin sets: which insights go to which channel, and who answers them there."""

from bot.actions import Outcomes, Replace, Say
from bot.capabilities import capabilities_of
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven
from bot.insights import cards
from bot.insights.destination import elsewhere
from bot.insights.route import RuleWish, rule_wish, rule_words
from bot.insights.view import name_of
from bot.mentions import Meant, channel_words, find_channel, find_people, given_name
from storage import insights, people, workspaces
from storage.database import Transaction
from storage.insights import InsightRoute
from storage.people import Person, Viewer
from storage.rows import new_id
from storage.workspaces import Channel

FOR_ADMINS = "Only an admin can change where insights go. /kindline team shows who that is."


async def on_route(event: CommandGiven, tx: Transaction) -> Outcomes:
    """`/kindline route`: the list, a new rule, or one to remove."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not event.text.strip():
        return [Say(await _list(tx, viewer))]
    if not viewer.is_admin:
        return [Say(sentence(FOR_ADMINS))]
    wish = rule_wish(event.text)
    if wish.problem:
        return [Say(sentence(wish.problem))]
    if wish.is_removal:
        return [
            Say(
                sentence(
                    await _removed(tx, viewer, await insights.route(tx, event.workspace_id, wish.theme, wish.heard))
                )
            )
        ]
    owner, problem = await _owner(tx, viewer, wish.owner or Meant())
    if owner is None:
        return [Say(sentence(problem))]
    channel, problem = await _channel(tx, event, wish)
    if channel is None:
        return [Say(sentence(problem))]
    return [Say(sentence(*await _set(tx, viewer, wish, owner, channel)))]


async def _list(tx: Transaction, viewer: Viewer) -> Card:
    lines = []
    for rule in await insights.routes(tx, viewer.workspace_id):
        channel = channel_words(await workspaces.channel(tx, viewer.workspace_id, rule.channel_id), rule.channel_id)
        owner = await name_of(tx, viewer.workspace_id, rule.owner_id)
        lines.append((rule_words(rule.theme, rule.heard), f"{channel}, {owner} answers", rule.route_id))
    return cards.rules_card(lines, await elsewhere(tx, viewer.workspace_id), can_edit=viewer.is_admin)


async def _removed(tx: Transaction, viewer: Viewer, rule: InsightRoute | None) -> str:
    if rule is None:
        return "There is no such route. /kindline route lists them all."
    await insights.remove_route(tx, viewer.workspace_id, rule.route_id)
    workspaces.audit(tx, viewer.workspace_id, viewer.person_id, "route removed", route=rule.route_id)
    return f"The route for {rule_words(rule.theme, rule.heard)} is removed."


async def _owner(tx: Transaction, viewer: Viewer, meant: Meant) -> tuple[Person | None, str]:
    found = await find_people(tx, viewer.workspace_id, viewer.person_id, meant)
    if len(found) > 1:
        return None, f"{len(found)} people go by that name. Please mention the one you mean with @."
    if not found:
        return None, f"I don't know “{(meant.name or meant.id)[:60]}” yet. Ask them to open my Home once."
    is_staff = (await people.viewer(tx, viewer.workspace_id, found[0].person_id)).is_staff
    if not is_staff:
        return None, f"{found[0].name} is not a colleague here, so insights can't go to them."
    return found[0], ""


async def _channel(tx: Transaction, event: CommandGiven, wish: RuleWish) -> tuple[Channel | None, str]:
    """The row of an internal channel; one with customers is refused. A new one counts as one with customers until the
    platform says otherwise (bot/openness.py), and meanwhile its insights go to their owner in private."""
    if wish.is_here or wish.channel is None:
        channel_id, name = event.channel_id, given_name(event.channel_name)
        found = await workspaces.channel(tx, event.workspace_id, channel_id)
    else:
        found = await find_channel(tx, event.workspace_id, wish.channel)
        channel_id, name = (found.channel_id if found is not None else wish.channel.id), wish.channel.name
    if not channel_id:
        return (
            None,
            f"I don't know #{name[:60]} yet. Type the same line in that channel, with “here” in place of its name.",
        )
    if found is not None and found.kind == "shared":
        return None, f"Customers read along in {channel_words(found)}, so insights can't go there."
    if await people.outsider_wrote_in(tx, event.workspace_id, channel_id):
        return None, f"Somebody from outside wrote in {channel_words(found)}, so insights can't go there."
    if found is None:
        found = Channel(workspace_id=event.workspace_id, channel_id=channel_id, kind="internal")
        found.has_customers = not wish.is_here or event.is_shared is not False
        tx.session.add(found)
    if name and name != channel_id:
        found.name = found.name or name
    found.is_closed = False
    return found, ""


async def _set(tx: Transaction, viewer: Viewer, wish: RuleWish, owner: Person, channel: Channel) -> list[str]:
    route = InsightRoute(
        workspace_id=viewer.workspace_id,
        route_id=new_id("r"),
        channel_id=channel.channel_id,
        owner_id=owner.person_id,
        theme=wish.theme,
        heard=wish.heard,
    )
    await insights.set_route(tx, route)
    about = {"theme": wish.theme, "heard": wish.heard, "channel": channel.channel_id, "owner": owner.person_id}
    workspaces.audit(tx, viewer.workspace_id, viewer.person_id, "route set", **about)
    taken = f"insights about {rule_words(wish.theme, wish.heard)}" if wish.theme or wish.heard else "all other insights"
    where = channel_words(channel)
    lines = [f"From now on, {taken} go to {where}, and {owner.name} is asked to answer them."]
    if channel.has_customers:
        lines.append(
            f"While customers may read along in {where}, insights go to {owner.first_name} in private."
            " I learn from the next message that somebody writes there whether it is an internal channel."
        )
    able = capabilities_of(await workspaces.workspace(tx, viewer.workspace_id))
    return [*lines, f"Please keep customers out of that channel. If I am not in it yet, {able.adding}"]


async def on_remove(event: ButtonPressed, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_admin:
        return [Say(sentence(FOR_ADMINS))]
    rules = await insights.routes(tx, event.workspace_id)
    await _removed(tx, viewer, next((rule for rule in rules if rule.route_id == event.subject), None))
    await tx.session.flush()
    return [Replace(await _list(tx, viewer))]
