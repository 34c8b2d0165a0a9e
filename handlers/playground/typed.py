"""What a person types becomes what Slack stores: escaped, with real mentions, channels, links and addresses."""

import html
import re

from handlers.playground.world import Workspace

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
EVERYBODY = ("channel", "here", "everyone")
LINK = r"(?P<link>https?://[^\s<>|]+?(?=[.,;:!?)\]'\"]{0,5}(?:\s|$|&[lg]t;)))"
MAIL = r"(?P<mail>(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,})"


def stored(text: str, workspace: Workspace, *, is_named: bool = False) -> str:
    """`@Kindline`, `@Frieda Maas` and `<@U0FRIEDA>` become mentions; every other `<`, `>` and `&` is only a sign.

    `is_named` is the form of slash commands whose app asked for escaping: `<@U0FRIEDA|frieda>`.
    """
    escaped = html.escape(CONTROLS.sub("", text), quote=False)
    people = _people_by_name(workspace)
    channels = {channel.name.lower(): channel.id for channel in workspace.channels.values() if not channel.is_im}
    pattern = "|".join(
        (
            r"&lt;@(?P<user_id>\w+)&gt;",
            r"&lt;#(?P<channel_id>\w+)(?:\|[^&]*)?&gt;",
            LINK,
            MAIL,
            rf"(?<![\w@])@(?P<name>{_any_of([*people, *EVERYBODY])})(?!\w)",
            rf"(?<![\w#])#(?P<channel>{_any_of(channels)})(?![\w-])",
        )
    )

    def mention(user: str) -> str:
        return f"<@{user}|{workspace.people[user].name}>" if is_named else f"<@{user}>"

    def replaced(found: re.Match[str]) -> str:
        kind, inside = found.lastgroup, found.group(found.lastgroup or 0)
        match kind:
            case "user_id":
                return mention(inside) if inside in workspace.people else found.group()
            case "channel_id":
                known = workspace.channels.get(inside)
                return f"<#{inside}|{known.name}>" if known else found.group()
            case "link":
                return f"<{inside}>"
            case "mail":
                return f"<mailto:{inside}|{inside}>"
            case "channel":
                return f"<#{channels[inside.lower()]}|{inside.lower()}>"
        name = inside.lower()
        return f"<!{name}>" if name in EVERYBODY else mention(people[name])

    return re.sub(pattern, replaced, escaped, flags=re.IGNORECASE)


def _people_by_name(workspace: Workspace) -> dict[str, str]:
    by_name = {person.name.lower(): person.id for person in workspace.people.values()}
    by_name.update({person.real_name.lower(): person.id for person in workspace.people.values()})
    return by_name


def _any_of(names: "dict[str, str] | list[str]") -> str:
    """Longest first, so that a full name wins over a first name; something that never matches when there is none."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
