"""Which language a customer writes in, told from its smallest words, with no model and no big import."""

import re
from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "en": "English", "de": "German", "fr": "French", "nl": "Dutch", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese",
    "pl": "Polish", "da": "Danish", "sv": "Swedish", "no": "Norwegian", "tr": "Turkish", "ru": "Russian", "el": "Greek",
    "he": "Hebrew", "ar": "Arabic", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "uk": "Ukrainian",
}  # fmt: skip

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset("the is are was my your our i it to of and for with when where what why how can you have"
                    " has not this that"
                    " please do does did will would on in at from but they he she we me there been"
                    " a an get got any if or so by be all still about should could may also no yes".split()),
    "de": frozenset("der die das ist sind war mein meine meinem meinen ihr ihre ich es und für mit wann wo was"
                    " warum wie kann"
                    " sie habe hat nicht dieser bitte wird auf im am bei aber wir mir mich noch den dem ein eine "
                    "zu von".split()),
    "fr": frozenset("le la les est sont mon ma mes votre vos je il et pour avec quand où que quoi pourquoi"
                    " comment pouvez vous"
                    " ai pas ce cette sur dans chez mais nous moi un une des du de au bonjour merci c'est n'est "
                    "n'ai j'ai".split()),
    "nl": frozenset("de het is zijn was mijn uw ik en voor met wanneer waar wat waarom hoe kan u heb heeft niet"
                    " deze dit op in"
                    " bij maar wij we mij nog een van te graag kunt jullie komt aan".split()),
    "es": frozenset("el la los las es son mi mis su yo y para con cuándo dónde qué por cómo puede usted he ha"
                    " no este esta en"
                    " pero nosotros me un una del de al está hola gracias llega cuando donde que".split()),
    "it": frozenset("il lo la gli è sono mio mia suo io e per con quando dove che cosa perché come può lei ho"
                    " ha non questo su"
                    " ma noi mi un una del di al ciao grazie della".split()),
    "pt": frozenset("o a os as é são meu minha seu eu e para com quando onde que por como pode você tenho tem"
                    " não este em mas"
                    " nós me um uma do de ao está olá obrigado obrigada".split()),
    "pl": frozenset("jest są mój moja moje pan pani ja i dla z kiedy gdzie co dlaczego jak czy mam ma nie to na"
                    " w ale my mi się"
                    " do od proszę dzień dobry".split()),
    "da": frozenset("er var min mit mine din jeg det og til med hvornår hvor hvad hvorfor hvordan kan har ikke"
                    " denne på i men vi"
                    " mig en et af venligst".split()),
    "sv": frozenset("är var min mitt mina din jag det och till med när var vad varför hur kan har inte denna på"
                    " i men vi mig en"
                    " ett av hej tack".split()),
    "no": frozenset("er var min mitt mine din jeg det og til med når hvor hva hvorfor hvordan kan har ikke"
                    " denne på i men vi meg"
                    " en et av vennligst hei takk".split()),
    "tr": frozenset("bir ve bu için ile ne zaman nerede neden var yok değil ben siz biz mi lütfen"
                    " merhaba".split()),
}  # fmt: skip

_SCRIPTS = (
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("uk", re.compile(r"[їієґ]", re.IGNORECASE)),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def language_of(text: str) -> str:
    """An ISO 639-1 code. English unless another language is clearly stronger: a name or a street proves nothing."""
    letters = len(_LETTER.findall(text))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(text)) > letters / 3:
            return code
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {code: sum(word in small for word in words) for code, small in _SMALL_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] < 2 or counts[best] < counts["en"] * 1.5:
        return "en"
    return best
