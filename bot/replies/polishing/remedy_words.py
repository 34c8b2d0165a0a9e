"""The words with which a remedy is offered, in the languages of replies: each must come from what was granted or go."""

import re

_FAMILIES = {
    "money back": r"refund*|reimburs*|money (?:\w+ ){0,4}(?:back|return*)|(?:price|cost*|amount|fee|sum|paid) "
    r"(?:\w+ ){0,3}back|return* (?:\w+ ){0,3}money|pay you back|paid back|*erstatt*|geld\s?(?:\w+ )?(?:zurück|wieder*)|"
    r"*zurückzahl*|*zurückgezahlt|*zurücküberw*|zahl* (?:\w+ ){0,6}zurück|rembours*|reembols*|rimbors*|*terugbeta*|"
    r"geld terug|beta* (?:\w+ ){0,6}terug|zwrot*|zwróc*|zwrac*|*återbeta*|pengarna tillbaka|*tilbagebeta*|"
    r"pengene tilbage|refunder*|*tilbakebeta*|pengene tilbake|devolv*|devuelv*|devoluci*|devolução|iade*|возврат*|"
    r"верн[уеё]*|возвращ*|поверн*|відшкод*|επιστροφ*|επιστρέ*|返金|払い戻|返還|退款|退钱|退还|환불|돌려드|החזר*|זיכוי|"
    r"استرداد|نعيد|إعادة المبلغ|سنرد",
    "voucher": r"voucher*|coupon*|gift ?card*|*gutschein*|bons? d['’]achat|"
    r"un avoir|un vale|vales|cupón|cupones|buon[oi] (?:sconto|acquisto|regalo|spesa)|un buono|"
    r"*tegoedbon*|*waardebon*|cadeaubon*|kupon*|bony|bon podarunkow*|presentkort*|gavekort*|купон*|ваучер*|κουπόνι*|"
    r"クーポン|商品券|优惠券|代金券|쿠폰|상품권|שובר|قسيمة|قسائم",
    "credit": r"credit|credits|credited|*gutschrift*|gutgeschrieben|*guthaben|crédit*|accredit*|krediter*|*tegoed|"
    r"bakiye*|ポイント付与",
    "discount": r"discount*|(?:\d+\s?(?:%|percent)|\w+ per ?cent|half) (?:\w+ ){0,3}(?:off|less)|(?:half|part|some|all|"
    r"most) (?:of )?(?:the|your) (?:price|money|fee|cost)|half[- ]price|price reduction|*rabatt*|*nachlass|remises?|"
    r"réductions?|descuento*|sconto|sconti|*korting*|desconto*|rabat*|zniżk*|upust*|indirim*|скидк*|знижк*|έκπτωση*|"
    r"εκπτώσεις|割引|値引|折扣|打折|할인|הנחה|خصم",
    "free": r"free of charge|for free|at no (?:extra |additional )?cost|complimentary|(?:it['’]?s|it is|this is|is) on "
    r"(?:us|me)|on the house|waiv*|(?:won['’]t|will not|not|never) be (?:charged|billed)|(?:won['’]t|don['’]t|do not|"
    r"will not|needn['’]t) (?:have to |need to )?pay|(?:pay|cost*|owe) (?:you )?nothing|without charge|no charge|"
    r"kostenlos*|kostenfrei*|gratis*|umsonst|unentgeltlich*|(?:nichts|nicht) (?:dafür |mehr )?(?:be|zu |ge)?zahl*|"
    r"gratuit*|offert|offerts|offerte|offertes|sin coste|sin costo|senza costi|za darmo|bezpłatn*|darmow*|ücretsiz*|"
    r"bedava*|бесплатн*|безкоштовн*|δωρεάν|無料|無償|免费|무료|חינם|مجان|دون مقابل",
    "compensation": r"compensat*|goodwill|*entschädig*|*kulanz*|schadensersatz|dédommag*|indemni*|compensaci*|risarc*|"
    r"*schadevergoeding*|compenseer*|odszkodowan*|rekompensat*|*ersättning*|kompens*|erstatning*|tazmin*|компенс*|"
    r"αποζημίωσ*|αποζημιώ*|補償|賠償|赔偿|补偿|보상|배상|פיצוי|تعويض",
    "replacement": r"replacement*|replac(?:e|es|ed|ing) (?:it|them|your|the)|(?:send|get|bring|give|have) you (?:a|an|"
    r"another|your)(?: brand)?[- ]new|new one|*ersatz(?:lieferung*|gerät*|teil*|artikel*|produkt*|ware)|"
    r"remplace*|reemplaz*|sostituzion*|sostitui*|substitui*|*vervang*|wymian*|wymieni*|utbytes*|ersättningsprodukt*|"
    r"erstatningsprodukt*|erstatningsvare*|değişim*|yenisiyle|замен*|замін*|αντικατάστασ*|交換品|代替品|新品|换货|更换|교환|교체|"
    r"החלפה|استبدال|بديل",
}
_SCRIPTS_WITHOUT_BORDERS = "\u0590"
"""From here on, words carry their prefixes, or stand without spaces."""


def _pattern(words: str) -> re.Pattern[str]:
    """A star stands for what a language puts before or behind a word."""
    bare: list[str] = []
    bordered: list[str] = []
    for word in _split(words):
        is_bare = word[0] >= _SCRIPTS_WITHOUT_BORDERS
        (bare if is_bare else bordered).append(re.sub(r"(?<![)\]\}])\*", r"\\w*", word))
    return re.compile("|".join([rf"(?<!\w)(?:{'|'.join(bordered)})(?!\w)", *bare]), re.I)


def _split(words: str) -> list[str]:
    """At the bars that stand in no brackets."""
    return re.split(r"\|(?![^()]*\))", words)


_NAMED = {name: _pattern(words) for name, words in _FAMILIES.items()}


def remedies_in(text: str) -> frozenset[str]:
    """The families of remedies that are named."""
    return frozenset(remedy_places(text))


def remedy_places(text: str) -> dict[str, int]:
    """The families of remedies that are named, and where first."""
    found = {name: words.search(text) for name, words in _NAMED.items()}
    return {name: one.start() for name, one in found.items() if one}
