"""Which activities the app hears of in a tenant of Microsoft Teams."""

from typing import TYPE_CHECKING

from handlers.playground.teams import activities
from handlers.playground.world import Channel, Json, Person, Workspace

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

NOTES = frozenset({"channel_join", "channel_leave", "tombstone"})
"""Lines that the client writes by itself."""


def _is_heard(playground: "Playground", channel: Channel) -> bool:
    return playground.world.app.bot_user in channel.members


def send(playground: "Playground", workspace: Workspace, activity: Json, kind: str = "") -> None:
    playground.deliveries.post(kind or str(activity["type"]), workspace.id, activity, envelope="activity")


def message_event(playground: "Playground", workspace: Workspace, channel: Channel, message: Json) -> None:
    """Every message that somebody else wrote where the app is, mentioned or not: the manifest asks for that."""
    if not _is_heard(playground, channel) or not _is_of_a_person(workspace, message):
        return
    person = workspace.people[str(message["user"])]
    if channel.is_im:
        install(playground, workspace, channel, person)
    send(playground, workspace, activities.message_activity(playground, workspace, channel, message))


def _is_of_a_person(workspace: Workspace, message: Json) -> bool:
    person = workspace.people.get(str(message.get("user")))
    return person is not None and not person.is_bot and message.get("subtype") not in NOTES


def install(playground: "Playground", workspace: Workspace, chat: Channel, person: Person) -> None:
    """Whoever opens a chat with the app for the first time adds it for themselves."""
    if person.id in workspace.installed_for:
        return
    workspace.installed_for.append(person.id)
    workspace.blocked_by = [one for one in workspace.blocked_by if one != person.id]
    bot = workspace.people[playground.world.app.bot_user]
    send(playground, workspace, activities.install_activity(playground, workspace, chat, person, is_added=True))
    added = activities.membership_activity(playground, workspace, chat, person, is_added=True)
    added["membersAdded"] = [{"id": activities.account(playground, bot)["id"]}]
    send(playground, workspace, added)


def uninstall(playground: "Playground", workspace: Workspace, chat: Channel, person: Person) -> None:
    workspace.installed_for = [one for one in workspace.installed_for if one != person.id]
    send(playground, workspace, activities.install_activity(playground, workspace, chat, person, is_added=False))


def change_event(
    playground: "Playground", workspace: Workspace, channel: Channel, before: Json, after: Json | None
) -> None:
    """An edit, or a deletion when there is no `after` or only a tombstone."""
    is_gone = after is None or after.get("subtype") == "tombstone"
    if is_gone:
        workspace.taken_back[f"{channel.id}/{before['ts']}"] = before
    if not _is_heard(playground, channel) or not _is_of_a_person(workspace, before):
        return
    message = before if is_gone or after is None else after
    kind = "messageDelete" if is_gone else "messageUpdate"
    send(playground, workspace, activities.message_activity(playground, workspace, channel, message, kind))


def restored_event(playground: "Playground", workspace: Workspace, channel: Channel, message: Json) -> None:
    """A deletion was undone: the message comes back whole, as an update."""
    if _is_heard(playground, channel):
        activity = activities.message_activity(playground, workspace, channel, message, "messageUpdate")
        activity["channelData"]["eventType"] = "undeleteMessage"
        send(playground, workspace, activity)


def reaction_event(
    playground: "Playground", workspace: Workspace, channel: Channel, message: Json, change: Json
) -> None:
    """Bots hear of reactions to their own messages only."""
    if _is_heard(playground, channel) and message.get("user") == playground.world.app.bot_user:
        send(playground, workspace, activities.reaction_activity(playground, workspace, channel, message, change))


def membership_event(playground: "Playground", workspace: Workspace, channel: Channel, user: str, kind: str) -> None:
    """`kind` is member_joined_channel or member_left_channel; for the app itself, this installs it."""
    if not _is_heard(playground, channel):
        return
    person, is_added = workspace.people[user], kind == "member_joined_channel"
    if person.is_bot:
        _app_moved(playground, workspace, channel, is_added=is_added)
        return
    send(
        playground,
        workspace,
        activities.membership_activity(playground, workspace, channel, person, is_added=is_added),
    )


def bot_left(playground: "Playground", workspace: Workspace, channel: Channel) -> None:
    _app_moved(playground, workspace, channel, is_added=False)


def _app_moved(playground: "Playground", workspace: Workspace, channel: Channel, *, is_added: bool) -> None:
    """The app is added to a team or channel, or taken away: a person did it, and two activities tell of it."""
    by = _owner(workspace)
    send(playground, workspace, activities.install_activity(playground, workspace, channel, by, is_added=is_added))
    bot = workspace.people[playground.world.app.bot_user]
    change = activities.membership_activity(playground, workspace, channel, bot, is_added=is_added)
    change["from"] = activities.account(playground, by)
    send(playground, workspace, change)


def archived(playground: "Playground", workspace: Workspace, channel: Channel, user: str) -> None:
    if _is_heard(playground, channel):
        by = workspace.people.get(user) or _owner(workspace)
        send(playground, workspace, activities.channel_activity(playground, workspace, channel, by, "channelDeleted"))


def user_changed(playground: "Playground", workspace: Workspace, person: Person, kind: str = "user_change") -> None:
    """Teams tells of nothing but a person's leaving, once for each place they were in."""
    if not person.deleted or kind != "user_change":
        return
    for channel in workspace.channels.values():
        if not channel.is_im and person.id in channel.members:
            membership_event(playground, workspace, channel, person.id, "member_left_channel")


def _owner(workspace: Workspace) -> Person:
    people = workspace.people.values()
    return next((one for one in people if one.is_admin), next(one for one in people if not one.is_bot))
