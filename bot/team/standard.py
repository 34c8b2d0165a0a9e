"""`/kindline standard`: the twelve rules as this workspace holds them; leads switch some off, and add words of their
own."""

from hashlib import sha256

from bot.actions import OpenForm, Outcomes, RefuseForm, Say
from bot.buttons import Buttons, Forms
from bot.calendar.words import in_few_words
from bot.cards import (
    Actions,
    Button,
    Card,
    ChecksInput,
    Form,
    Heading,
    Input,
    Part,
    Small,
    TextInput,
    Words,
    sentence,
)
from bot.events import ButtonPressed, CommandGiven, FormSubmitted
from bot.own_standard import (
    LONGEST_PHRASE,
    MOST_PHRASES,
    RULE_IDS,
    SETTING,
    OwnStandard,
    lines_of,
    own_standard,
    phrases_in,
)
from bot.standard.check import RULES
from bot.team.channels import FOR_LEADS
from storage import people, workspaces
from storage.database import Transaction
from storage.people import Viewer

FIELDS = ("first", "second")
"""Two inputs, since one has room for ten choices."""
HALF = len(RULE_IDS) // 2
NOTHING_AFTER_IT = "Type /kindline standard alone: it shows the rules, and leads can change them there."
ALL_OFF = "At least one rule stays on; without any there is nothing left to check."
MEANWHILE = "{who} changed the standard while this form was open. Please open it once more to see how it stands now."
YOURSELF = "You changed the standard after this form was opened. Please open it once more to see how it stands now."


async def on_standard(event: CommandGiven, tx: Transaction) -> Outcomes:
    if event.text.strip():
        return [Say(sentence(NOTHING_AFTER_IT))]
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    return [Say(await standard_card(tx, viewer))]


async def on_edit(event: ButtonPressed, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    return [OpenForm(standard_form(own_standard(await workspaces.workspace(tx, event.workspace_id))))]


async def on_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """The role is read again, and so is the standard: another lead may have changed it while the form was open."""
    home = await workspaces.locked_workspace(tx, event.workspace_id)
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead or home is None:
        return [RefuseForm({FIELDS[0]: FOR_LEADS})]
    was = own_standard(home)
    if event.subject != _version(was):
        who = await _name(tx, event.workspace_id, was.by)
        said = YOURSELF if was.by == event.person_id else MEANWHILE.format(who=who)
        return [RefuseForm({FIELDS[0]: said})]
    chosen = {str(one) for field in FIELDS for one in event.values.get(field) or ()}
    muted = frozenset(RULE_IDS) - chosen
    phrases, problem = phrases_in(str(event.values.get("phrases") or ""))
    if problem:
        return [RefuseForm({"phrases": problem})]
    if len(muted) == len(RULE_IDS):
        return [RefuseForm({FIELDS[0]: ALL_OFF})]
    if (muted, phrases) != (was.muted, was.phrases):
        now = OwnStandard(muted, phrases, event.person_id, tx.now)
        home.settings = {**home.settings, SETTING: now.stored()}
        about = {"off": sorted(muted, key=RULE_IDS.index), "phrases": sum(map(len, phrases.values()))}
        workspaces.audit(tx, event.workspace_id, event.person_id, "standard changed", **about)
    return [Say(await standard_card(tx, viewer))]


async def standard_card(tx: Transaction, viewer: Viewer) -> Card:
    """Every rule with what it means, whether it is on, and the workspace's own words under it."""
    own = own_standard(await workspaces.workspace(tx, viewer.workspace_id))
    parts: list[Part] = [Heading("The standard of kind service")]
    for rule in RULES:
        off = " Switched off here." if rule.id in own.muted else ""
        phrases = own.phrases.get(rule.id, ())
        said = f" And never: {', '.join(f'“{phrase}”' for phrase in phrases)}." if phrases else ""
        parts.append(Words(f"{rule.meaning}{said}{off}", strong=f"{rule.id} {rule.name}:"))
    parts.append(Small(await _last_change(tx, viewer, own)))
    if viewer.is_lead:
        parts.append(Actions([Button(Buttons.EDIT_STANDARD, "Change it")]))
    return Card("The standard of kind service", parts)


async def _last_change(tx: Transaction, viewer: Viewer, own: OwnStandard) -> str:
    by_whom = "" if viewer.is_lead else " Leads can change that."
    if own.at is None:
        return f"All rules are as they came.{by_whom}"
    me = await people.person(tx, viewer.workspace_id, viewer.person_id)
    when = in_few_words(own.at, me.own_zone if me else "UTC", tx.now)
    return f"{await _name(tx, viewer.workspace_id, own.by)} changed it last, {when}.{by_whom}"


async def _name(tx: Transaction, workspace_id: str, person_id: str) -> str:
    found = await people.person(tx, workspace_id, person_id)
    return (found.name if found else "") or "A colleague"


def standard_form(own: OwnStandard) -> Form:
    on = [rule for rule in RULE_IDS if rule not in own.muted]
    offered = [(f"{rule.id} {rule.name}", rule.id) for rule in RULES]
    parts: list[Part | Input] = [
        ChecksInput(FIELDS[0], "Rules that are on", offered[:HALF], on),
        ChecksInput(FIELDS[1], "More rules that are on", offered[HALF:], on),
        TextInput(
            "phrases",
            "Words that we don't say",
            lines_of(own.phrases),
            is_multiline=True,
            is_optional=True,
            hint=f"One a line, after the rule that it breaks: S4 no can do. At most {MOST_PHRASES}, each of "
            f"at most {LONGEST_PHRASE} characters. To delete one, take its line out.",
        ),
    ]
    return Form(Forms.STANDARD, "The standard here", parts, subject=_version(own))


def _version(own: OwnStandard) -> str:
    """Changes with each change, so that nobody undoes another's unseen."""
    return sha256(repr(sorted(own.stored().items())).encode()).hexdigest()[:12]
