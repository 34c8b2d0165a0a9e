"""Who may give which role to whom, decided from facts alone."""

from collections.abc import Set
from dataclasses import dataclass
from difflib import get_close_matches

from bot.mentions import Meant, meant_person, typed_words
from storage.people import ROLES, Person, Viewer

NONE = "none"


@dataclass(frozen=True, slots=True)
class TeamWish:
    """`/kindline team` as typed: nobody for the list, no roles to look, an unknown word to explain."""

    who: Meant | None = None
    roles: frozenset[str] | None = None
    unknown: str = ""


def team_wish(text: str) -> TeamWish:
    """Role words end the line; what stands before them is the person."""
    words = typed_words(text)
    if not words:
        return TeamWish()
    end = len(words)
    while end > 1 and words[end - 1].lower() in (*ROLES, NONE):
        end -= 1
    if words[0].startswith("<@") and end > 1:
        # After a mention only roles can follow, so anything else is a slip of the pen.
        return TeamWish(meant_person(words[0]), unknown=words[1])
    given = {word.lower() for word in words[end:]}
    if NONE in given and len(given) > 1:
        return TeamWish(meant_person(" ".join(words[:end])), unknown=NONE)
    roles = frozenset(given - {NONE}) if given else None
    return TeamWish(meant_person(" ".join(words[:end])), roles)


def unknown_role(word: str) -> str:
    if word == NONE:
        return "“none” takes all roles away, so it stands alone: /kindline team @person none"
    near = get_close_matches(word.lower(), (*ROLES, NONE), n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"“{word[:40]}” is not a role. There are agent, lead, marketer and admin.{hint}"


def refusal(viewer: Viewer, person: Person, old: Set[str], new: Set[str], other_admins: int) -> str:
    """Why this change is not made; empty when it may be."""
    if not viewer.is_lead:
        return "Only a lead or an admin can change roles."
    if "admin" in old ^ new and not viewer.is_admin:
        return "Only an admin can make somebody an admin, or take that away."
    if new and (person.is_app or not (person.is_colleague or person.is_guest)):
        return f"{person.name or 'That person'} is not of your workspace, so I can't give them a role."
    if new and not person.is_colleague and new != {"agent"}:
        return f"{person.name} is a guest here. A guest can be an agent and nothing more."
    if new and person.is_deactivated:
        return f"{person.name}'s account is deactivated."
    if "admin" in old - new and not other_admins:
        return "Somebody has to look after Kindline: make another person admin first."
    return ""


def may_set_up(viewer: Viewer, person: Person, admins: int, leads: int) -> bool:
    """True for who may become the first admin: a full colleague while there is none, a lead where there are leads."""
    if admins or not viewer.is_staff or not person.is_colleague:
        return False
    return not leads or viewer.is_lead
