"""Tells what a text grants from what it only asks about or regrets, clause by clause."""

# ruff: noqa: RUF001 - Words of other scripts look like Latin ones.

import re

_OPEN = {
    "en": r"find(?:ing)? out|look(?:ing)? (?:into|up|at|for)|check(?:ing)?|whether|(?:see|seeing|know|ask|asking) if|"
    r"ask(?:ing)? (?:about|for)|going through|clarify(?:ing)?|answers? (?:about|to|on)|question about|"
    r"(?:hear|know|write|tell|let)\b.{0,60}\b(?:about|when|where|why|how|what)|track(?:ing)? down|work(?:ing)? out|"
    r"investigat(?:e|ing)|asked (?:about|for|whether|if|how|when)|you(?:['’]re| are) asking|"
    r"you(?:['’]d| would) like|you (?:want(?:ed)?|hope|hoped|ask(?:ed)? for)",
    "de": r"ob|klär\w*|prüf\w*|find\w* (?:gerade |jetzt |für sie )?heraus|herausfind\w*|herauszufinden|erkundig\w*|"
    r"frage \w* ?nach|schaue? (?:nach|mir)|geh\w* .{0,20}nach|kümmer\w*|suche|wo|wann",
    "fr": r"si|s'il\w*|renseign\w*|vérifi\w*|cherch\w*|savoir|examin\w*|regard\w*",
    "es": r"si|averigu\w*|consult\w*|comprob\w*|comprueb\w*|verific\w*|revis\w*|mirando|buscando",
    "it": r"se|verific\w*|controll\w*|scopr\w*|informand\w*|cercando|capire|accert\w*",
    "pt": r"verific\w*|descobr\w*|averigu\w*|procur\w*|consult\w*|saber se",
    "nl": r"zoek\w* .{0,30}uit|uitzoek\w*|nagaan|ga\b.{0,30}\bna|controle\w*|of (?:u|je|ik|we|wij|er)",
    "pl": r"czy|sprawdz\w*|ustal\w*|dowi\w*|wyjaśni\w*",
    "sv": r"tar reda|ta reda|kollar|undersök\w*|om (?:du|ni|vi|jag|det)",
    "da": r"finder ud|finde ud|undersøg\w*|tjekker|om (?:du|i|vi|jeg|det|der)",
    "no": r"finner ut|finne ut|undersøk\w*|sjekker|om (?:du|dere|vi|jeg|det)",
    "tr": r"öğren\w*|kontrol\w*|araştır\w*|bakıyor\w*",
    "ru": r"ли|узна\w*|выясн\w*|провер\w*|уточн\w*",
    "uk": r"чи|дізна\w*|з'ясов\w*|перевір\w*|уточн\w*",
    "el": r"αν|ελέγχ\w*|μάθ\w*|διερευν\w*",
}
_OPEN_BARE = {
    "ja": r"かどうか|確認|調べ|お調べ|か、",
    "zh": r"是否|能否|查|确认|了解|核实",
    "ko": r"는지|은지|을지|확인|알아보",
    "he": r"אם|בודק|לברר|מברר",
    "ar": r"إذا|أتحقق|التحقق|معرفة|أبحث",
}
_REGRETS = re.compile(
    r"\b(?:sorry|wait(?:ing|ed)|still|not|never|should have|apolog\w+|thank\w*)\b|n['’]t\b|\byou (?:asked|wrote)\b",
    re.I,
)
UNMARKED = r"(?-i:\s+(?=(?:Your|You|We|Our|The|My|This|It)\s))"
"""A sentence that begins where the one before it has no end, as behind a point of a list."""
_BORDER = re.compile(
    rf"{UNMARKED}|"
    r"[.!?;。！？؟]+(?=\s|$|[^\x00-\u04ff])|\s[–—-]\s|:(?=[^\S\n])|"
    r"(?:,\s*(?:(?:and|but|so|und|aber|sondern|et|mais|y|pero|e|ma|mas|en|maar|i|ale|och|men|og|ve|и|но|і|και)\s+)?|"
    r"\s(?:and|but|so|und|et|y|e|en|i|och|og|ve|и|і|και)\s+)"
    r"(?=(?:I|we|you|it|they|this|that|wir|ich|Sie|je|nous|vous|le|les|te|ti|ci|noi|wij|ik|u|vi|мы|я|вы|ми|ви)\b|"
    r"(?:your|the|a)(?:\s+\w+){1,6}\s+(?:is|are|will|has|have|was|were|comes?)\b)",
    re.I,
)
_ITEM = re.compile(r"\s*(?:[•*–-]|\d+[.)])\s+")


def clauses(text: str, language: str = "en") -> list[tuple[str, bool]]:
    """Each clause, and whether it stands in a list whose head says that its points are still to be found out."""
    found: list[tuple[str, bool]] = []
    is_open_list = False
    for line in filter(str.strip, text.splitlines()):
        is_item = bool(_ITEM.match(line))
        parts = [part.strip() for part in _BORDER.split(line) if part and part.strip()]
        found += [(part, is_item and is_open_list and not place) for place, part in enumerate(parts)]
        if not is_item:
            is_open_list = line.rstrip().endswith((":", "：")) and is_found_out(line, language)
    return found


def is_found_out(clause: str, language: str, before: int | None = None) -> bool:
    """It says that something is still being found out; `before` is where the thing stands that must come after it."""
    if language in _OPEN_BARE:
        return bool(re.search(_OPEN_BARE[language], clause))  # The verb may come last.
    marks = re.finditer(rf"(?<!\w)(?:{_OPEN.get(language, _OPEN['en'])})(?!\w)", clause, re.I)
    is_verb_last = language in ("tr", "de", "nl")
    return any(before is None or is_verb_last or mark.start() < before for mark in marks)


def is_regretted(clause: str) -> bool:
    """In English: it says that something is missing, or thanks for being told of it."""
    return bool(_REGRETS.search(clause))


def plain(clause: str) -> str:
    """As it is compared with another, whatever its spacing, case and apostrophes."""
    return " ".join(re.findall(r"\w+(?:['’]\w+)*", clause.replace("’", "'").casefold()))


def granted(text: str) -> str:
    """What an English text says outright."""
    return "\n".join(
        clause
        for clause, is_listed in clauses(text)
        if not (is_listed or is_found_out(clause, "en") or is_regretted(clause))
    )
