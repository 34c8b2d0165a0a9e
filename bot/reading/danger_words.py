"""Who is easily hurt, in the words that customers use for them."""

SMALL = (
    r"(?:bab(?:y|ies)|newborn|infant|toddlers?|little one|kids?|child(?:ren)?|son|daughter|grand(?:son|"
    r"daughter|child)|boy|girl|\d+[ -](?:month|year)s?[ -]old)"
)
FRAIL = (
    rf"(?:{SMALL}|elderly|old people|(?:mother|father|mum|mom|dad|gran|nan|grandma|grandad|grandmother|"
    r"grandfather|neighbour|wife|husband)\b[^.?!]{0,25}\b(?:[6-9]\d|1\d\d)|[7-9]\d(?:[ -]year[ -]old)?|"
    r"pregnant|disabled|asthma\w*|inhaler|vulnerable|ill|sick)"
)
CREATURE = (
    rf"(?:dog|cat|puppy|pup|kitten|horse|pony|rabbit|bird|hamster|tortoise|{SMALL}|he|she|it|they|i|we|who|"
    r"someone|somebody|guest|resident)"
)
