"""Word classes that the rules build their constructions from: verbs in all their forms, and nouns by sense."""

from dataclasses import dataclass

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verbs:
    """A class of verbs as alternations for a pattern: base ("forget"), past ("forgot", "forgotten"), "-ing", any."""

    base: str
    past: str
    ing: str
    third: str

    @property
    def any(self) -> str:
        return f"(?:{self.base}|{self.past}|{self.ing}|{self.third})"


def verbs(entries: str) -> Verbs:
    """Base forms with a comma between, each followed by its past forms where they aren't regular: "lose lost, call"."""
    bases, pasts, ings, thirds = [], [], [], []
    for entry in entries.split(","):
        base, *past = entry.split()
        bases.append(base)
        pasts += past or [_regular_past(base)]
        ings.append(_ing(base, past))
        thirds.append(_third(base))
    return Verbs(*(f"(?:{'|'.join(forms)})" for forms in (bases, pasts, ings, thirds)))


def _regular_past(base: str) -> str:
    if base in _UNCHANGED:
        return base
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if base.endswith("y") and base[-2] not in _VOWELS else f"{base}ed"


def _ing(base: str, past: list[str]) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return f"{base[:-1]}ing"
    doubles = base in _DOUBLING or (past and past[0] == f"{base}{base[-1]}ed")
    return f"{base}{base[-1]}ing" if doubles else f"{base}ing"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"


_UNCHANGED = frozenset("put set let cut shut read hit cost quit".split())
_DOUBLING = frozenset("put get let set cut shut hit quit forget sit run begin".split())
ADVERBS = (
    r"(?:(?:also|now|just|already|simply|really|only|first|then|again|still|even|ever|always|both|all|so|too|very|"
    r"quite|perhaps|maybe|sadly|not|once|never|rather|\w+ly)\s+)*"
)
"""What may stand between an auxiliary and its verb."""

MISDOING = verbs(
    "forget forgot forgotten, fail, neglect, omit omitted, miss, lose lost, mislay mislaid, misplace, misread, "
    "misunderstand misunderstood, misdirect, mishandle, mislabel, mistype, misquote, misprint, miscalculate, "
    "misinform, mispack, misfile, misspell misspelt misspelled, misroute, miscount, mix, mess, screw, muck, "
    "botch, bungle, fumble, break broke broken, damage, ruin, spoil spoilt, scratch, dent, crush, smash, wreck, "
    "crack, overlook, confuse, ignore, disregard, delete, wipe, overcharge, overbook, double-book, "
    "double-charge, delay, cause, dawdle, drop dropped, slip slipped, swap swapped, duplicate, mismanage, "
    "underestimate, oversleep overslept, blunder"
)
"""What goes wrong by somebody's doing."""
SLIP = verbs(
    "forget forgot forgotten, overlook, misread, misunderstand misunderstood, mistype, misspell misspelt, "
    "confuse, mix, ignore, disregard, drop dropped, break broke broken, damage, overload, misuse, mishandle, "
    "delete, spill spilt, skip skipped, neglect, fail, omit omitted, lock, overtighten, overfill, force, abuse, "
    "misplace, mislay mislaid, misjudge, miscalculate, tamper"
)
"""What is laid at a person's own door."""
DUTY = verbs(
    "read, check, follow, tell told, enter, give gave given, fill, include, choose chose chosen, select, notice, "
    "let, inform, answer, respond, reply, provide, confirm, register, activate, pay paid, cancel cancelled, "
    "book, mention, use, set, keep kept, update, report, contact, ask, back, open, close, lock, save, sign, "
    "attach, click, scroll, measure, test, ring rang rung, call, wait, turn, show showed shown, look, maintain, "
    "clean, store, wash, insure, tick, untick, switch, charge, install, remove, empty, collect, pick, verify, "
    "specify, state, supply, submit, return, complete, order, come came, bring brought, make made, take took "
    "taken, protect, secure, declare, warn, listen, plan planned, allow, think thought, consider, reset, renew, "
    "upload, type, write wrote written, act, pass, send sent, deliver, scan scanned, pack, load, record, apply, "
    "remember, learn learnt, leave left, put, buy bought, do did done, care, be been, watch, try, deal dealt, "
    "communicate, forward, process, log logged"
)
"""What somebody is expected to do, and is blamed for when it isn't done."""

FAULT = (
    r"(?:fault|mistakes?|errors?|slip(?:-up)?|oversight|doing|failure|failings?|mix-up|bug|blunder|responsibility|"
    r"negligence|carelessness|mishap|omission|lapse|miss|cock-up|misunderstanding|miscommunication|sloppiness)"
)
MISHAP = (
    r"(?:mistakes?|errors?|mix-ups?|slip-ups?|misunderstandings?|mis-?communications?|oversights?|confusion|mishaps?|"
    r"glitch(?:es)?|breakdowns?|hiccups?|lapses?|irregularit(?:y|ies)|discrepanc(?:y|ies)|issues?|problems?|"
    r"complications?|failures?|omissions?|inconsistenc(?:y|ies)|faults?|bugs?|human errors?)"
)
"""An event noun that has nobody in it: "there was a mix-up"."""
OUTSIDERS = (
    r"(?:couriers?|carriers?|drivers?|postm[ae]n|posties?|post office|postal service|delivery (?:firm|company|partner|"
    r"service|people|m[ae]n|crew|agent)s?|hauliers?|shippers?|suppliers?|manufacturers?|makers?|banks?|landlords?|"
    r"airlines?|airports?|railways?|ground crew|agenc(?:y|ies)|providers?|partners?|(?:sub)?contractors?|freelancers?|"
    r"installers?|plumbers?|electricians?|builders?|printers?|typesetters?|hotels?|insurers?|insurance(?: company)?|"
    r"pharmac(?:y|ies)|restaurants?|florists?|baker(?:y|ies|s)|caterers?|vendors?|hosts?|venues?|organi[sz]ers?|"
    r"sellers?|dealers?|wholesalers?|importers?|publishers?|lab(?:oratory|s)?|translators?|developers?|"
    r"card (?:company|issuer)|payment (?:provider|processor|service)|platforms?|marketplaces?|council|authorit(?:y|"
    r"ies)|"
    r"ministry|customs|embassy|school|hospital|clinic|surgery|subsidiary|franchise|third part(?:y|ies)|"
    r"firm|company|garage|farm|mill|factory|removal m[ae]n|movers|union|predecessors?)"
)
"""Who is not of our house."""
INSIDERS = (
    r"(?:kitchen|warehouse|(?:head |back |front |booking |box |ticket )?office|front desk|reception(?:ists?)?|"
    r"departments?|teams?|desk|colleagues?|co-workers?|staff|crew|shift|trainees?|interns?|temps?|apprentices?|"
    r"new (?:guy|girl|man|woman|starter|hire|joiner)|managers?|management|branch(?:es)?|stores?|shops?|depot|workshop|"
    r"accounts|accounting|billing|sales|marketing|it (?:people|guys|side)|logistics|dispatch|call cent(?:re|er)|"
    r"technicians?|engineers?|"
    r"fitters?|nurses?|waiters?|cooks?|chefs?|cleaners?|housekeeping|packers?|pickers?|people|guys?|lads?|folks?|"
    r"others?|agents?|employees?|secretar(?:y|ies)|assistants?|operators?|mechanics?|tailors?|designers?|"
    r"programmers?|admin(?:istration)?|finance|payroll|hr|returns|maintenance|security)"
)
"""Who is of our house, and not the one who writes."""
MACHINES = (
    r"(?:system|software|computer|machine|website|app|algorithm|server|tool|scanner|database|platform|robot|form)s?"
)
_DETERMINED = r"(?:the|a|an|another|that|this|those|these|their|some|your|one of (?:the|our|their))"
OTHER_PARTY = (
    rf"(?:(?:{_DETERMINED}) (?:[\w'-]+ ){{0,3}}?(?:{OUTSIDERS}|{INSIDERS}|(?<=the ){MACHINES})|"
    rf"our (?:[\w'-]+ ){{0,2}}?{OUTSIDERS}|(?:they|he|she|somebody else|someone else))"
)
"""A noun phrase for anybody but the writer, the addressee and "our" own people."""
