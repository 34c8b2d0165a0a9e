"""What in a turn and its thread speaks for a feeling, a complaint or a repeat, as numbers a judge can weigh."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.conversation import Turn
from bot.reading.course import ASKED_BEFORE, COLD_WORDS, GONE_COLD, PROMISED, REPEAT
from bot.reading.failures import (
    ACCUSED,
    COST_THEM,
    DAMAGE,
    LATE_ONLY,
    MONEY_TAKEN,
    NEGATED,
    NOT_AS_AGREED,
    OWN_NO,
    RHETORIC,
    TREATED,
    TROUBLE,
    UNKEPT,
    WAITED,
    grievance,
)
from bot.reading.feelings import ATTACK, FEAR, HURT, JOY, OWN_FAULT, PRAISE, STAKE, is_sarcastic, shouting
from bot.reading.grievances import happened_in
from bot.reading.words import content, plain, sentences

_I = re.IGNORECASE
_DID = (
    r"(?:\w+ed|sent|took|told|said|lost|broke|came|went|gave|left|kept|threw|sold|made|put|let|got|did|forgot|"
    r"wrote|built|cut|hung|"
    r"shut|drove|ran|brought|bill)"
)
_ASKS_FIRST = re.compile(
    r"^(?:can|could|may|is|are|do|does|did|will|would|how|what|when|where|which|who|should|have|has)\b", _I
)
_LISTED = re.compile(
    r"(?:\d+[.)]|[-*•])\s*(?:can|could|may|is|are|do|does|did|will|would|how|what|when|where|which)\b", _I
)
"""A question of a list, which many write without its mark."""
_THANKS = re.compile(r"\b(?:thanks|thank you|thx)\b(?! (?:you )?(?:very much |so much |a lot )?in advance)", _I)
_CONDITION = re.compile(r"\b(?:unless|otherwise|or (?:i|we)(?:'ll| will| go| take| cancel)|either you)\b", _I)
_POLITE = re.compile(r"\b(?:please|pls|could|would)\b", _I)
_HUMBLE = re.compile(
    r"\b(?:please|sorry|no worries|no hurry|if possible|any chance|would it be|i'd like|could i|may i)\b", _I
)
_TURNS = re.compile(r"\b(?:but|although|even though|despite|yet|however|except)\b", _I)
_ONCE_MORE = re.compile(
    r"\b(?:again|still|already|every time|always|twice|third|fourth|second time|another|once more|keeps?)\b", _I
)
_YOU_DID = re.compile(rf"\byou(?: \w+)? {_DID}\b", _I)
_YOURS_DID = re.compile(rf"(?:^|[.!?,]\s|\band |\bbut |\bbecause |\n)(?:the|your)\b[^.?!,]{{0,40}}\b{_DID}\b", _I)
_LESS = re.compile(r"\b(?:only|just|not even|barely|half)\b", _I)
_HAD_TO = re.compile(
    r"\b(?:i|we|he|she|they) (?:had to|have to|stood|waited|sat|were left|was left|paid|ended up|walked|was made|"
    r"was charged|"
    r"were charged|was refused)\b",
    _I,
)
_AT_ONCE = re.compile(r"\b(?:now|today|tonight|right now|this minute|by \d)\b", _I)
_DELICATE = re.compile(
    r"\b(?:tablets?|pills?|ultrasound|scan|x-?ray|results|injection|symptoms?|fever|baby|infant|toddler|my "
    r"(?:mother|father|mum|dad|gran|"
    r"nan)\b|elderly|8\d|9\d|passport|visa|password|clicked|link|my account|in my name|card was used|payments? i "
    r"never|boarding|let me on|"
    r"allowed|tick|dog|brakes?|dangerous|safe|abroad|airport|strikes?|cancel+ed|overdrawn|rent)\b",
    _I,
)
_OFF_SOON = re.compile(
    r"\b(?:we|i)(?:'re| are|'m| am)? (?:fly|flying|leave|leaving|travel|travelling|move|moving|drive|driving|go|"
    r"going|start)\b"
    r"[^.?!]{0,30}\b(?:on|tomorrow|today|tonight|in|next|for)\b",
    _I,
)
_CHOPPED = re.compile(r"\w\. \w+\. \w+\. ")
SHORT_WORDS, BRIEF_WORDS, CHOPPED_WORDS = 22, 25, 60


@dataclass(frozen=True, slots=True)
class Scene:
    """One turn with what stood before it; `told` are its statements without its questions."""

    text: str
    told: str
    pieces: tuple[str, ...]
    has_agent: bool
    was_promised: bool
    """An agent said that something would happen, and did not end with a question."""
    shares_words: bool
    """The turn speaks of what the customer spoke of before."""
    agent_turns: int = 0
    agent_said: str = ""
    """What stood right before the turn."""
    risk: frozenset[str] = frozenset()

    @property
    def length(self) -> int:
        return len(self.text.split())


def scene_of(text: str, before: Sequence[Turn], risk: Collection[str] = ()) -> Scene:
    """`text`: the turn's plain words; `risk`: what risks_in found in them."""
    pieces = tuple(sentences(text))
    is_asked = bool(before) and before[-1].text.rstrip().endswith("?")
    earlier = {word for turn in before if turn.by == "customer" for word in content(plain(turn.text))}
    return Scene(
        text=text,
        told=" . ".join(piece for piece in pieces if not piece.rstrip().endswith("?")),
        pieces=pieces,
        has_agent=any(turn.by == "agent" for turn in before),
        was_promised=not is_asked and any(turn.by == "agent" and PROMISED.search(turn.text) for turn in before),
        shares_words=bool(earlier & set(content(text))),
        agent_turns=sum(turn.by == "agent" for turn in before),
        agent_said=before[-1].text.rstrip() if before else "",
        risk=frozenset(risk),
    )


def evidence_in(scene: Scene) -> dict[str, float]:
    """Every sign by its name, 0 when it is absent; counts are cut off and scaled to about one."""
    failures = _failures(scene)
    trouble = _count(TROUBLE, scene.told, 3)
    negations = min(
        2, sum(bool(NEGATED.search(piece)) and not OWN_NO.search(piece) for piece in scene.pieces if piece[-1] != "?")
    )
    signs = {
        **failures,
        **happened_in(scene.text, scene.told),
        **_feelings(scene.text, scene.risk),
        "trouble": trouble / 2,
        "negation": negations / 2,
        "negation_any": min(3, len(NEGATED.findall(scene.told))) / 2,
        "grief": min(6, grievance(scene.text)) / 3,
        **_manner(scene),
        **_shape(scene),
    }
    signs.update(_together(scene, signs, sum(failures.values())))
    signs.update(_thread(scene, signs))
    return signs


def _count(pattern: re.Pattern[str], text: str, most: int) -> int:
    return min(most, len({found.group().lower() for found in pattern.finditer(text)}))


def _failures(scene: Scene) -> dict[str, float]:
    found = {
        "damage": DAMAGE.search(scene.told),
        "not_as_agreed": NOT_AS_AGREED.search(scene.text),
        "money": MONEY_TAKEN.search(scene.text),
        "unkept": UNKEPT.search(scene.told),
        "treated": TREATED.search(scene.told),
        "cost_them": COST_THEM.search(scene.text),
        "accused": ACCUSED.search(scene.text),
        "waited": WAITED.search(scene.told),
    }
    return {name: float(bool(match)) for name, match in found.items()}


def _feelings(text: str, risk: frozenset[str]) -> dict[str, float]:
    return {
        "attack": _count(ATTACK, text, 2),
        "hurt": bool(HURT.search(text)),
        "fear": _count(FEAR, text, 2),
        "stake": bool(STAKE.search(text)),
        "own_fault": bool(OWN_FAULT.search(text)),
        "delicate": bool(_DELICATE.search(text)),
        "off_soon": bool(_OFF_SOON.search(text)),
        "risk": bool(risk - {"safety"}),
        "safety": "safety" in risk,
        "leaving": "leaving" in risk,
        "sarcasm": is_sarcastic(text),
        "rhetoric": bool(RHETORIC.search(text)),
        "condition": bool(_CONDITION.search(text)),
        "doubled_marks": bool(re.search(r"\?!|!\?|\?\?|!!", text)),
    }


def _manner(scene: Scene) -> dict[str, float]:
    told, text = scene.told, scene.text
    return {
        "only_questions": all(piece.rstrip().endswith("?") or _ASKS_FIRST.match(piece) for piece in scene.pieces),
        "told": min(4, sum(not piece.endswith("?") and not _LISTED.match(piece) for piece in scene.pieces)) / 2,
        "polite": bool(_POLITE.search(text)),
        "humble": bool(_HUMBLE.search(text)),
        "turns": bool(_TURNS.search(told)),
        "once_more": bool(_ONCE_MORE.search(MONEY_TAKEN.sub(" ", told))),
        "you_did": bool(_YOU_DID.search(text)),
        "yours_did": bool(_YOURS_DID.search(text)),
        "less": bool(_LESS.search(told)),
        "had_to": bool(_HAD_TO.search(text)),
        "at_once": bool(_AT_ONCE.search(text)),
        "chopped": bool(_CHOPPED.search(text)) and scene.length < CHOPPED_WORDS,
        "late": bool(LATE_ONLY.search(told)),
    }


def _shape(scene: Scene) -> dict[str, float]:
    """How the turn looks, whatever it says: anger is short or loud, a calm question begins low and ends in a mark."""
    text, said = scene.text, scene.agent_said
    return {
        "length": min(scene.length, 60) / 30,
        "tiny": scene.length < 8,
        "little": scene.length < 15,
        "asks": "?" in text,
        "asks_more": text.count("?") > 1,
        "loud": "!" in text,
        "full_stop": text.rstrip().endswith("."),
        "begins_low": text[:1].islower(),
        "agent_spoke": scene.agent_turns > 0,
        "agent_spoke_again": scene.agent_turns > 1,
        "agent_cheerful": "!" in said,
        "agent_asked": said.endswith("?"),
    }


def _together(scene: Scene, signs: dict[str, float], failures: float) -> dict[str, float]:
    """What counts only beside something else: capitals where nothing went wrong are a name."""
    text, trouble = scene.text, signs["trouble"] * 2
    is_bad = failures + trouble + signs["negation"] > 0
    shouts = shouting(text)
    threat = bool(signs["risk"] or signs["condition"]) and bool(is_bad or signs["condition"])
    return {
        "joy": (1.0 if trouble + failures < 2 else 0.3) * bool(JOY.search(text)),
        "praise": bool(PRAISE.search(text)),
        "thanks": bool(_THANKS.search(text)) and not trouble,
        "several": failures + (trouble > 0) >= 2,
        "many": failures + (trouble > 0) >= 4,
        "nothing_wrong": not is_bad,
        "shouts": shouts >= 2,
        "one_shout": shouts == 1 and is_bad,
        "exclaims": "!" in text and failures + trouble > 0,
        "marks_and_failure": bool(signs["doubled_marks"]) and failures > 0,
        "threat": threat,
        "delicate_only": bool(signs["delicate"]) and failures + trouble < 2,
        "late_only": bool(signs["late"]) and not signs["accused"] and failures < 2,
        "own_and_bad": bool(signs["own_fault"]) and is_bad,
        "costly": bool(signs["cost_them"] or signs["waited"]) and bool(signs["accused"]),
        "attack_and_failure": signs["attack"] > 0 and is_bad,
        "heat": min(4, failures + (trouble > 1)) / 2,
        "bad": is_bad,
    }


def _thread(scene: Scene, signs: dict[str, float]) -> dict[str, float]:
    is_loud = "!" in scene.text
    is_repeat = bool(REPEAT.search(scene.text))
    is_cold = bool(GONE_COLD.search(scene.text)) and not is_loud
    was_asked = bool(ASKED_BEFORE.search(scene.text))
    is_glad = bool(signs["joy"] or signs["thanks"])
    kept_waiting = (
        scene.was_promised and scene.length <= BRIEF_WORDS and not is_loud and not is_glad
        and bool(signs["bad"] or is_cold or was_asked or is_repeat)
    )  # fmt: skip
    return {
        "repeat": is_repeat,
        "repeat_late": is_repeat and bool(signs["late"]),
        "asked_before": was_asked,
        "asked_quietly": was_asked and not is_loud,
        "cold": is_cold,
        "cold_words": bool(COLD_WORDS.search(scene.text)) and not is_loud,
        "promised": scene.was_promised,
        "short_and_bad": scene.length <= SHORT_WORDS and bool(signs["trouble"] or signs["heat"] or is_repeat),
        "kept_waiting": kept_waiting,
        "same_matter": scene.has_agent and scene.shares_words and bool(signs["bad"]),
    }
