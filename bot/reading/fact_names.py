"""What a name can look like, for the readers of people, places and firms."""

import re

from bot.reading.fact_times import MONTH, WEEKDAY
from bot.reading.goods import shelf_of
from bot.reading.noun_families import family_of
from bot.reading.word_classes import is_plain_word

CAPITAL = r"[A-ZÀ-Þ][a-zà-ÿ'-]+"
NOT_NAMES = re.compile(
    rf"^(?:{WEEKDAY}s?|{MONTH}|Mr|Mrs|Ms|Dr|The|This|That|These|Those|Your|Our|My|His|Her|Its|It|He|She|They|We|"
    rf"You|I|Who|What|"
    r"When|Where|Why|How|Which|Nobody|Someone|Somebody|Everyone|Everybody|One|Support|Driver|Courier|Please|"
    r"Thanks?|Hi|Hello|"
    r"Hey|Dear|Sorry|Yes|No|Not|Never|Still|Just|So|And|But|Also|Now|Then|There|Here|If|Is|Are|Was|Can|Could|Do|"
    r"Does|Did|Will|"
    r"Would|English|German|French|Dutch|Spanish|Italian|Christmas|Easter|Instagram|Facebook|Twitter|Google|"
    r"Trustpilot|Reddit|"
    r"LinkedIn|Tiktok|Youtube|Order|Invoice|Room|Gate|Platform|Version|Excel|Slack|Outlook|Teams?|Windows|Android|"
    r"Apple|Mac|"
    r"Chrome|Safari|Csv|Pdf|Team|Business|Pro|Basic|Premium|Customer|Service|Head|Great|Good|Best|All|Everything|"
    r"Nothing|"
    r"Madam|Sir|Sirs|Lady|Ladies|Boss|Mate|Namaste|Salaam|Salam|Shalom|Aloha|Servus|Moin|Grüezi|Howdy|Hiya|Ach|"
    rf"Merhaba|Goedemorgen|Buongiorno|Buenos|Saludos|Salut|Hej|Ahoj|Greetings|"
    r"Got|Had|Have|Been|Paid|Was|Told|Said|Internet|Wifi|Bonjour|Hola|Hallo|Ciao|Mum|Dad|Mom|App|Website|Email)$",
    re.I,
)
LANGUAGE = re.compile(
    r"(?:[A-Z][a-z]+(?:ese|ish)|English|German|French|Dutch|Spanish|Italian|Russian|Arabic|Hindi|Urdu|Bengali|Greek|"
    r"Latin|"
    r"Hebrew|Welsh|Irish|Czech|Thai|Korean|Hungarian|Norwegian|Ukrainian|Romanian|Bulgarian|Croatian|Serbian|Persian|"
    r"Dari|Pashto|Farsi|Kurdish|Somali|Tigrinya|Amharic|Yoruba|Igbo|Hausa|Gujarati|Cantonese|Tagalog|Malay|Nepali|"
    r"Mandarin|Punjabi|Tamil|Swahili|Braille|Catalan|Basque|Estonian|Latvian|Lithuanian|Slovak|Slovene|isiZulu|Zulu)$"
)
CONTRACTED = re.compile(r"(?:I|You|We|They|He|She|It|That|There|What|Who|Where|Y|Let|Don|Can|Won|Here)'\w+$", re.I)


def name_within(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without a word that only begins with a capital; an empty span when nothing is left."""
    words = text[start:end].removesuffix("'s").split(" ")
    kept: list[str] = []
    for word in words:
        if NOT_NAMES.match(word) or CONTRACTED.match(word):
            break
        kept.append(word)
    return start, start + len(" ".join(kept))


def is_known_word(low: str) -> bool:
    """A word of the language that only stands at the beginning of a sentence."""
    return bool(is_plain_word(low) or shelf_of(low) or family_of(low))
