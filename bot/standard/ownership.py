"""Tells whether a draft owns what went wrong, which makes a plain word about somebody else's part fair."""

import re

from bot.standard.phrases import any_of

_FAULT = r"(?:fault|mistake|error|slip|miss|oversight|doing|failure|mix-up|job|word|bug|problem|blunder|responsibility)"
OWNED = any_of(
    rf"(?:our|my) (?:own |clear |plain |packing |billing |\w+ )?{_FAULT}(?! to )",
    r"(?:that|this|it|which|one)(?:'s| is| was) (?:entirely |clearly |all |squarely )?(?:on (?:us|me)|ours|our own)",
    r"(?:I|we) (?:\w+ )?(?:forgot|failed|missed|broke|lost|mixed up|overlooked|packed|sent|charged|booked|gave|told|"
    "took|"
    "put|got|left|let|made|misread|didn't|did not|never|hadn't|should have|shouldn't have|owe|cancelled|debited|"
    "billed|"
    r"shipped|wrote|entered|promised|said|sold|delivered|printed|mislaid|misplaced|dropped|read|counted|kept)",
    rf"(?:fault|{_FAULT}) (?:is|was|lies|lay) (?:with us|ours|on our side|at our end)",
    r"on our (?:side|end|part)",
    "by (?:us|our)",
    r"our job to (?:make|put|set|mend|sort)",
    r"I(?:'m| am) (?:so |very |really |truly )?sorry (?:that )?(?:we|our|one of our|I)",
    r"we(?:'re| are) (?:so |very |really |truly )?sorry (?:that )?(?:we|our|one of our)",
    r"sorry,? we",
    r"our (?:[\w-]+ ){1,3}(?:was|were|had|did|didn't|failed|forgot|lost|broke|packed|left|mixed|gave|sent|took|missed)",
    r"we(?:'re| are) (?:at fault|to blame|responsible)",
)
ADMITTED = any_of(
    "(?:it's|it was|that's|that was|this is|this was|was|is|entirely|clearly) (?:all |entirely |clearly |"
    "completely )?"
    rf"(?:our|my) (?:own )?(?:[\w-]+ )?{_FAULT}",
    rf"(?:because of|due to|caused by|for) our (?:own )?(?:[\w-]+ )?{_FAULT}",
    r"(?:that|this|it|which|one)(?:'s| is| was) (?:entirely |clearly |all |squarely )?(?:on (?:us|me))",
    r"we(?:'re| are| were) (?:\w+ )?(?:at fault|to blame|responsible|liable)",
    r"we (?:clearly |obviously |simply |must have |have )?(?:caused|messed (?:it |this |that )?up|got (?:it|this|that) "
    r"wrong|made an? (?:\w+ )?(?:mistake|error)|broke it|poisoned|are to blame)",
    r"the (?:fault|blame|mistake|error) (?:is|was|lies) (?:entirely |clearly )?(?:ours|with us)",
    r"our (?:[\w-]+ ){1,2}(?:caused|poisoned|ruined|is to blame|made you)",
    r"we take (?:the )?(?:full |all |entire )?(?:blame|responsibility|liability)",
    r"(?:caused|made|done|damaged|broken|spoilt|undercooked|contaminated) by (?:us|our)",
)


def is_owned(text: str) -> bool:
    """We, or our people and things, are named as the ones who got it wrong."""
    return bool(OWNED.search(text))


def is_hypothetical(text: str) -> bool:
    return bool(re.search(r"\b(?:if|whether|in case)\b", text, re.IGNORECASE))
