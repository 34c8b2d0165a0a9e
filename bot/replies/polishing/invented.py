"""Finds what a model may have made up: people nobody named, sentences about nothing that was decided, and requests for
secrets."""

# ruff: noqa: RUF001 - Words of other scripts look like Latin ones.

import re

from bot.reading.fact_names import is_known_word
from bot.reading.gazetteer import DOUBTFUL, GIVEN_NAMES
from bot.reading.words import content, sentences
from bot.replies.polishing.hedged import UNMARKED

_NAMES = frozenset(name for name in GIVEN_NAMES - DOUBTFUL if not is_known_word(name))
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][^\W\d_]{2,}")
_MID = re.compile(r"(?<=[\w,;'’)] )[^\W\d_a-zß-öø-ÿ][^\W\d_]{2,}")
_CALLED = re.compile(
    r"\b(?:Kolleg(?:e|en|in)|Frau|Herrn?|Fahrer(?:in)?|Chef(?:in)?|Leiter(?:in)?|heißt|namens)\s+"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]{2,})\b"
)
_CAPITAL_NOUNS = frozenset({"de"})
_POLITE_FORMS = re.compile(
    r"(?:usted\w*|uds?|lei|suo|sua|suoi|sue|pa[nń]\w*|twoj\w*|twój|ciebie|cię|tobie|wa[sm]\w*|wasz\w*|uw|dem|deres|"
    r"siz\w*|sizin|sayın|bayan|bey|euros?|you\w*|i['’]\w+|the|hi|hello|dear|thanks?|sorry|please|kind|best|mr|mrs|ms|eur)",
    re.I,
)
_COURTESY = frozenset(
    stem
    for stem in content(
        "thank thanks thankful sorry apologise apologize apology apologies patience patient understand understanding "
        "understandable frustrating frustration annoying disappointing upset wait waiting waited help helpful hear "
        "question questions kind kindly regards wishes best warm know let glad happy hope appreciate touch moment "
        "really very much well good great nice day dear hi hello truly sincerely message note write writing "
        "wrote reach reaching anything else else need time soon now matter sure feel ask answer trouble "
        "inconvenience finding find check checking look looking into see way make made more yet already today reply "
        "here hold one two three must worry worrying like wish bear wrong care long enough take keep posted"
    )
)
_LEAST, _SHARE = 3, 0.3
_NAMES_SECRETS = (
    r"pass ?words?|pass ?codes?|passphrase|pin|cvv|cvc|otp|(?:security|verification|login|access|one[- ]time|sms) "
    r"codes?|log-?ins?|credentials|card (?:number|details)|passwort\w*|kennwort\w*|zugangsdaten|kartennummer|"
    r"einmalcode\w*|sicherheitscode|mot de passe|contraseña\w*|clave|wachtwoord\w*|senha\w*|has[łl][oa]\w*|"
    r"lösenord\w*|adgangskode\w*|passord\w*|şifre\w*|парол\w*|κωδικ\w*"
)
_SECRETS = re.compile(
    rf"(?<!\w)(?:{_NAMES_SECRETS})(?!\w)|パスワード|暗証番号|密码|验证码|비밀번호|인증번호|סיסמ|كلمة (?:السر|المرور)",
    re.I,
)
_HANDED_OVER = re.compile(
    rf"\b(?:send|tell|give|share|write|reply|message|type|enter|confirm|provide|need|forward|dm)\b[^.?!\n]{{0,50}}"
    rf"\b(?:{_NAMES_SECRETS}|codes?)\b",
    re.I,
)


def given_names(words: str) -> list[str]:
    """Names that are no words of the language, wherever they stand."""
    each = [one[0] for one in _CAPITAL.finditer(words)]
    return [one for one in each if {one.casefold(), one.casefold().removesuffix("s")} & _NAMES]


def new_names(words: str, known: str, language: str) -> list[str]:
    """People who are named and stand nowhere else."""
    there = {one.casefold() for one in re.findall(r"[^\W\d_]+", known)}
    found = given_names(words)
    if language in _CAPITAL_NOUNS:
        found += [one["name"] for one in _CALLED.finditer(words)]
    else:
        found += [one[0] for one in _MID.finditer(words) if not _POLITE_FORMS.fullmatch(one[0])
                  and not is_known_word(one[0].lower())]  # fmt: skip
    return [one for one in dict.fromkeys(found) if not {one.casefold(), one.casefold().removesuffix("s")} & there]


def unfounded(words: str, known: str) -> list[str]:
    """English sentences that share almost no word with what is known, beyond courtesy."""
    there = set(content(known)) | _COURTESY
    found = []
    for sentence in (part for each in sentences(words) for part in re.split(UNMARKED, each)):
        said = [one for one in content(sentence) if not one[0].isdigit()]
        own = [one for one in said if one not in there]
        decided = [one for one in said if one in there and one not in _COURTESY]
        if len(own) >= _LEAST and len(decided) < _SHARE * (len(own) + len(decided)):
            found.append(sentence.strip())
    return found


def secrets_asked(words: str, known: str) -> list[str]:
    """Passwords, codes and card details of which nothing was decided."""
    there = {one[0].casefold() for one in _SECRETS.finditer(known)}
    found = [one[0] for one in _SECRETS.finditer(words) if one[0].casefold() not in there]
    if not _HANDED_OVER.search(known):
        found += [one[0] for one in _HANDED_OVER.finditer(words)]
    return list(dict.fromkeys(found))
