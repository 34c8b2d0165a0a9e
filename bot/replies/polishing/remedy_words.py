"""The words with which a remedy is offered, in the languages of replies: each must come from the plan or go."""

import re

_FAMILIES = {
    "money back": r"refund\w*|reimburs\w*|money back|erstatt\w*|rückerstatt\w*|geld zurück|rembours\w*|reembols\w*|"
    r"rimbors\w*|terugbetal\w*|geld terug|zwrot\w*|zwróc\w*|återbetal\w*|tilbagebetal\w*|refunder\w*|tilbakebetal\w*|"
    r"devolv\w*|devoluci\w*|iade|возврат\w*|верн[уеё]\w*|поверн\w*|επιστροφ\w*|返金|退款|환불|החזר\w*|استرداد|نعيد",
    "voucher": r"vouchers?|coupons?|gift ?cards?|gutschein\w*|bons? d'achat|avoirs?|vales?|cupón|cupones|buon[oi]|"
    r"tegoedbon\w*|waardebon\w*|kupon\w*|bony?|presentkort|gavekort|купон\w*|ваучер\w*|κουπόνι\w*|クーポン|优惠券|쿠폰|"
    r"שובר\w*|قسيمة",
    "credit": r"credit(?:s|ed)?|gutschrift\w*|gutgeschrieben|guthaben|crédit\w*|accredit\w*|krediter\w*|tegoed",
    "discount": r"discount\w*|\d+\s?% off|rabatt\w*|nachlass|remises?|réduction\w*|descuento\w*|sconto|sconti|"
    r"korting\w*|desconto\w*|rabat\w*|zniżk\w*|indirim\w*|скидк\w*|знижк\w*|έκπτωση|割引|折扣|할인|הנחה|خصم",
    "free": r"free of charge|for free|complimentary|on the house|waiv\w*|kostenlos\w*|gratis|umsonst|gratuit\w*|"
    r"offert[es]*|za darmo|bezpłatn\w*|ücretsiz|бесплатн\w*|безкоштовн\w*|δωρεάν|無料|免费|무료|חינם|مجان\w*",
    "compensation": r"compensat\w*|goodwill|entschädig\w*|kulanz\w*|dédommag\w*|indemni\w*|compensaci\w*|risarc\w*|"
    r"schadevergoeding|compenseer\w*|odszkodowan\w*|rekompensat\w*|ersättning|kompensation|tazminat|компенсац\w*|"
    r"αποζημίωσ\w*|補償|赔偿|보상|פיצוי|تعويض",
    "replacement": r"replacements?|ersatzlieferung\w*|remplacement\w*|reemplazo\w*|sostituzion\w*|"
    r"substituição|vervanging\w*|замен\w*",
}
_SCRIPTS_WITHOUT_BORDERS = "\u0590"
"""From here on, words carry their prefixes, or stand without spaces."""


def _pattern(words: str) -> re.Pattern[str]:
    bare = [word for word in words.split("|") if word[0] >= _SCRIPTS_WITHOUT_BORDERS]
    bordered = [word for word in words.split("|") if word[0] < _SCRIPTS_WITHOUT_BORDERS]
    return re.compile("|".join([rf"(?<!\w)(?:{'|'.join(bordered)})(?!\w)", *bare]), re.I)


_NAMED = {name: _pattern(words) for name, words in _FAMILIES.items()}


def remedies_in(text: str) -> frozenset[str]:
    """The families of remedies that are named."""
    return frozenset(name for name, words in _NAMED.items() if words.search(text))
