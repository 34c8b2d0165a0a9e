"""Tells when a draft calls vegan, or free of something, what is known not to be: honey isn't vegan."""

import re

from bot.standard.context import Context, KnownFact
from bot.standard.phrases import any_of
from bot.standard.polarity import is_negated
from bot.standard.segmentation import Sentence

_ANIMAL = (
    r"honey|bees ?wax|milk|butter|buttermilk|cream|cheese|yogh?urt|whey|casein|lactose|ghee|eggs?|egg (?:white|yolk)|"
    r"mayonnaise|gelatine?|lard|tallow|meat|beef|pork|bacon|ham|chicken|turkey|lamb|duck|veal|fish|anchov(?:y|ies)|"
    r"tuna|"
    r"salmon|shrimps?|prawns?|oysters?|wool|silk|leather|down|feathers?|lanolin|shellac|carmine|collagen|keratin"
)
_MEAT = (
    r"meat|beef|pork|bacon|ham|chicken|turkey|lamb|duck|veal|lard|gelatine?|fish|anchov(?:y|ies)|tuna|salmon|shrimps?|"
    r"prawns?|oysters?|fish sauce|rennet"
)
_GLUTEN = r"gluten|wheat|spelt|rye|barley|malt|couscous|bulgur|semolina|seitan|breadcrumbs|soy sauce|flour(?! of rice)"
_MILK = r"milk|butter|buttermilk|cream|cheese|yogh?urt|whey|casein|lactose|ghee|dairy"
_NUTS = r"nuts?|almonds?|hazelnuts?|walnuts?|cashews?|pecans?|pistachios?|macadamias?|marzipan|praline|nougat|peanuts?"
_SPIRITS = r"alcohol|wine|rum|brandy|beer|liqueur|sherry|spirits?|ethanol|kirsch"
_DIETS = (
    (any_of("vegan", "plant-based", "free of animal \\w+"), any_of(_ANIMAL)),
    (any_of("vegetarian", "meat-free", "meatless"), any_of(_MEAT)),
    (any_of("gluten[- ]free", "free (?:of|from) gluten", "without gluten"), any_of(_GLUTEN)),
    (any_of("(?:dairy|milk|lactose)[- ]free", "free (?:of|from) (?:dairy|milk|lactose)"), any_of(_MILK)),
    (any_of("(?:pea)?nut[- ]free", "free (?:of|from) (?:pea)?nuts"), any_of(_NUTS)),
    (any_of("alcohol[- ]free", "non-alcoholic", "free (?:of|from) alcohol"), any_of(_SPIRITS)),
    (any_of("egg[- ]free", "free (?:of|from) eggs?"), any_of("eggs?|egg (?:white|yolk)|mayonnaise|meringue")),
)
_FREE_FROM = re.compile(
    r"\b[\w-]{1,20}[- ]free\b|\b(?:vegan|vegetarian|oat|soy|almond|coconut|rice|plant) (?:\w+ )?", re.IGNORECASE
)


def unfit_for_diet(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact that names an ingredient which the diet claimed in the sentence leaves out."""
    if sentence.is_question:
        return None
    for clause in sentence.clauses:
        for claim, ingredients in _DIETS:
            if claim.search(clause.text) and not is_negated(clause.text):
                for fact in context.facts:
                    if _holds(fact, ingredients):
                        return fact
    return None


def _holds(fact: KnownFact, ingredients: re.Pattern[str]) -> bool:
    if not re.search(r"ingredient|contain|made|recipe|allergen|filling|composition|material", fact.text, re.IGNORECASE):
        return False
    pieces = re.split(r"[;.]|, (?=(?:no|without|free)\b)", fact.value)
    return any(ingredients.search(_FREE_FROM.sub(" ", piece)) and not is_negated(piece) for piece in pieces)
