"""Recognises a wrong with nobody in it: "mistakes were made", "there was a mix-up", "it got lost"."""

from bot.standard.phrases import any_of
from bot.standard.word_classes import MISHAP

_STRONG_EVENT = (
    rf"(?:{MISHAP.replace('issues?|problems?|', '').replace('faults?|bugs?|', '').replace('failures?|', '')})"
)
NOBODYS_MISHAP = any_of(
    r"^(?:just |only |probably |clearly )?(?:an?|some) (?:\w+ ){0,2}(?:mix-up|misunderstanding|mistake|error|"
    r"oversight|slip)(?: \w+){0,5}[.!]?$",
    r"(?:mistakes?|errors?|a slip|slips|blunders?) (?:\w+ )?(?:was|were|has been|have been|had been|may have been|"
    r"seem to have been|seems to "
    r"have been|appears? to have been|must have been|got|get|are|is) (?:\w+ )?(?:made|committed)",
    rf"(?:an?|some|the|this) (?:[\w-]+ ){{0,2}}?{MISHAP} (?:\w+ )?(?:has |have |had |must have |may have |"
    r"seems to have |appears to have )?"
    r"(?:occurred|happened|arisen|arose|crept in|taken place|took place|slipped in|came up|come up|emerged|resulted|"
    r"ensued)",
    r"there(?:'s| was| were| has been| have been|'s been| had been| seems to (?:have been|be)|"
    r" appears to (?:have been|be)| must have been| may "
    r"have been| might have been)(?: \w+ly)? (?:an?|some|some sort of|some kind of|a bit of an?) (?:[\w-]+ ){0,2}?"
    + _STRONG_EVENT,
    r"something (?:\w+ )?(?:went|has gone|had gone|must have gone|seems to have gone|appears to have gone|"
    r"may have gone|'s gone) (?:\w+ )?"
    r"(?:wrong|astray|awry|amiss)",
    r"things (?:\w+ )?(?:went|have gone|didn't go|did not go|got|haven't gone) (?:\w+ )?(?:wrong|as planned|to plan|"
    r"astray|awry|mixed up|smoothly|"
    r"out of hand|lost)",
    r"(?:slipped|fell|fallen|got lost|went|gone) (?:\w+ )?(?:through|under|between|down) the (?:net|cracks|radar|"
    r"gaps?)",
    r"(?:due to|because of|owing to|caused by|through|as a result of|thanks to|down to) (?:an?|some|the|internal|"
    r"unforeseen|human|technical) "
    r"(?:[\w-]+ ){0,2}?(?:errors?|mistakes?|oversights?|problems?|issues?|breakdowns?|circumstances?|mix-ups?|slips?|"
    r"reasons|"
    r"misunderstandings?|miscommunications?|glitch(?:es)?|difficult(?:y|ies)|delays?|confusion)",
    r"(?:due to|for|because of|owing to) (?:technical|operational|internal|organi[sz]ational|logistical|unforeseen|"
    r"administrative|systemic) "
    r"(?:\w+ )?(?:reasons|circumstances|problems|issues|difficulties|errors|delays|causes)",
    r"(?:an?|some|the) (?:[\w-]+ )?(?:breakdown|failure|lapse|gap|confusion|mix-up|misunderstanding|error|oversight|"
    r"miscommunication) "
    r"(?:in \w+ )?(?:led|caused|resulted|meant|made|between|on the part)",
    r"it (?:\w+ )?(?:wasn't|was not|isn't) (?:\w+ )?(?:clear|noticed|communicated|recorded|picked up|flagged|spotted)",
)
"""A mishap with nobody in it."""
_MISLAID = (
    r"(?:lost|forgotten|overlooked|missed|neglected|ignored|disregarded|confused|deleted|wiped|botched|bungled|"
    r"misread|misheard|"
    r"dropped|messed)"
)
_WENT_WRONG = (
    rf"(?:{_MISLAID}|mis\w+ed|left (?:out|off|behind)|omitted|mixed up|messed up|swapped|duplicated|double-booked|"
    r"overbooked|"
    r"billed twice|charged twice|taken twice|sent to the wrong \w+|put (?:in|on|under) the wrong \w+|"
    r"unfortunately \w+ed)"
)
_CLERICAL = (
    r"(?:entered|passed on|recorded|processed|booked|forwarded|saved|noted|registered|updated|delivered|sent|loaded|"
    r"done|made|"
    r"carried out|confirmed|cancelled|completed|communicated|checked|scheduled|logged|followed|packed|added|placed|"
    r"transferred|"
    r"actioned|dispatched|informed|told|picked up|linked|ordered|applied|credited|stored|shared|marked|flagged)"
)
_PASSIVE = (
    r"(?:was|were|has been|have been|had been|'s been|got|gets?|have got|has got|seems? to have been|must have been)"
)
NOBODYS_DEED = any_of(
    r"(?:the|your|our|a|an) \w+(?: \w+)? (?:\w+ )?(?:went|has gone|must have gone|seems to have gone) (?:\w+ )?wrong",
    rf"{_PASSIVE} (?:\w+ly |somehow |also |then |just )*{_WENT_WRONG}(?! (?:by|up by) (?:us|our|me|my|one of (?:us|"
    r"our)|weather|snow|fog|storm))",
    rf"{_PASSIVE} (?:\w+ )?(?:(?:incorrectly|wrongly|mistakenly|accidentally|erroneously|inadvertently|never|"
    r"unfortunately not) \w+"
    rf"|not (?:\w+ly )?{_CLERICAL}|\w+ (?:incorrectly|wrongly|by mistake|by accident|in error|"
    r"twice by mistake))(?! by (?:us|our|me|my))",
    rf"(?:wasn't|weren't|hasn't been|haven't been|hadn't been) (?:\w+ly )?{_CLERICAL}(?! by (?:us|our|me|my)| yet)",
    r"(?:got|been|become|became|went|gone) (?:lost|mixed up|overlooked|forgotten|stuck|delayed|confused|"
    r"missing)(?: somewhere| along the way| in the \w+)?",
    r"(?:the|our) system (?:\w+ )?(?:didn't|did not|failed to|doesn't|won't|wouldn't) (?:save|record|send|update|"
    r"show|register|recogni[sz]e|accept)",
)
"""A wrong deed in the passive: fair when we own it or say sorry for it."""
