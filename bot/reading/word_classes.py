"""Which class a word of English belongs to, as far as a noun phrase needs it: the closed classes and common verbs."""

from collections.abc import Iterable

DETERMINERS = frozenset(
    "the a an my our your his her its their this that these those some any each every another either neither no both "
    "all whose which what such ur ma yer other same own one".split()
)
PREPOSITIONS = frozenset(
    "of in on at for with from by about under over into onto through during without within between among against after "
    "before until till since like near off out up down around behind beside besides inside outside above below across "
    "along past per via towards toward than despite except as w/ upon".split()
)
PRONOUNS = frozenset(
    "i you he she it we they me him us them u ye ya myself yourself himself herself itself ourselves themselves mine "
    "yours hers ours theirs someone somebody anyone anybody everyone everybody nobody something anything everything "
    "nothing none who whom there here im ive".split()
)
CONJUNCTIONS = frozenset(
    "and or but because if when while although though unless whether so plus yet nor whereas that's "
    "how why where".split()
)
AUXILIARIES = frozenset(
    "is are am was were be been being do does did has have had can could will would shall should may might must isn't "
    "aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't cannot couldn't won't wouldn't shouldn't "
    "isnt arent wasnt dont doesnt didnt hasnt havent cant couldnt wont i'm you're we're they're it's he's she's that's "
    "there's what's where's who's i've you've we've they've i'd you'd we'd they'd he'd she'd i'll you'll we'll "
    "they'll it'll he'll she'll let's 's".split()
)
ADVERBS = frozenset(
    "not never always still just already also too very really quite so even only again now then soon later yesterday "
    "today tomorrow tonight often once twice maybe perhaps please pls almost nearly rather instead together away back "
    "home ago far well much more most less least enough yet ever anyway anymore else straight however somehow "
    "somewhere anywhere elsewhere everywhere upstairs downstairs outside inside therefore otherwise meanwhile apart "
    "thanks thank hi hello hey yes sorry ok okay dear cheers".split()
)
NOUNS_IN_ING = frozenset(
    "reading building booking wedding cleaning shipping training meeting parking heating lighting listing painting "
    "clothing "
    "packaging opening hearing evening morning ceiling railing bedding flooring engraving tuning filling fitting "
    "viewing "
    "translating lining coating plumbing wiring mooring landing crossing sibling earring pudding".split()
)
NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand "
    "dozen couple few several many".split()
)
ADJECTIVES = frozenset(
    "new old big small large little long short high low good bad great nice lovely beautiful fine best worst better "
    "worse right wrong left same different other next last first second third fourth final early late quick slow fast "
    "full empty half whole entire complete hot cold warm cool wet dry clean dirty dark light bright heavy soft "
    "strong weak thick thin wide narrow deep flat round square sharp smooth rough tight loose open shut free cheap "
    "expensive dear fresh stale raw rotten sour sweet bitter spicy mild plain simple easy difficult safe dangerous "
    "broken faulty dead alive sick ill healthy poor rich young happy sad angry kind friendly rude polite sure certain "
    "clear ready busy available extra spare main own real true false correct proper special normal usual regular "
    "standard basic general local current recent previous original initial upcoming daily weekly monthly yearly annual "
    "urgent important necessary possible impossible able unable present absent early top bottom inner outer "
    "upper lower left right red blue green black white grey gray yellow pink purple brown beige silver navy orange "
    "gold golden teal turquoise cream "
    "gorgeous brilliant amazing fantastic wonderful perfect excellent superb terrible awful horrible dreadful poor "
    "super stunning delicious tasty fabulous incredible splendid sturdy cosy comfy tiny huge giant massive enormous "
    "average double single triple multiple various separate common rare odd even strange weird funny silly stupid "
    "smart clever proud grateful private public shared personal temporary permanent former late elderly blind deaf "
    "replacement halal kosher gluten-free decaf damp mouldy dusty greasy sticky rusty itchy noisy quiet loud silent "
    "cracked chipped torn bent dented scratched "
    "smashed stained faded frayed worn burnt burned melted frozen stuck missing lost stolen damaged defective "
    "returned replaced refurbished used second-hand brand-new pre-ordered matching wee posh fancy so-called "
    "such waterproof wireless "
    "ten-year two-year cancelled canceled promised missed delayed".split()
)
NAMING_ADJECTIVES = frozenset(
    "smart front rear hard electric electronic digital grand vegan vegetarian wireless portable solar acoustic optical "
    "medical dental mobile musical mechanical annual instant organic sparkling wooden leather hot-water baby junior "
    "carbon dining walking running sleeping standing washing sewing swimming proofing rocking folding contact "
    "natural personal-alarm fitted garden winter summer double-bass bass outdoor indoor automatic "
    "manual halogen led".split()
)
"""Words before a noun that say which kind of thing it is, so that they belong to its name: "smart meter"."""
_ADJECTIVE_ENDINGS = ("ful", "ous", "less", "ible", "able", "ish", "iest", "ier")
_JOINED_ENDINGS = ("ed", "free", "proof", "made", "sized", "style", "old", "new", "only", "friendly", "colour", "color")
_NOT_ADJECTIVES = frozenset(
    "table cable vegetable dish fish wish radish brush finish polish handful rash cashier "
    "supplier carrier soldier barrier frontier terrier pier portable cereal bible".split()
)

_REGULAR = (
    "accept activate add advise agree allow answer apologise apologize appear apply appreciate arrange arrive ask "
    "assure attach avoid bake believe belong blame blink block book borrow bother burn call cancel care carry cause "
    "change charge check claim clean click close collect complain confirm connect consider contact continue cook "
    "correct cost count cover crack crash cry damage decide deduct delay delete deliver demand deny depend deserve "
    "disappear disconnect download drip drop email end enjoy enter exchange expect expire explain extend fade fail "
    "faint fit fix flash flicker flood follow force forward freeze guess handle happen hate help hire hope hurry "
    "ignore import improve inform install insist intend invite invoice jam join keep knock land laugh launch leak "
    "learn leave like limp listen live load lock log look loosen love mail manage match matter mean measure mend miss "
    "move name need notice offer open order overcharge owe own pack park pass pause pay peel phone pick plan play "
    "please post postpone prefer print process promise purchase push question rattle reach read receive recommend "
    "refund refuse register reject remain remember remind remove renew rent repair repeat replace reply report request "
    "reschedule reserve reset resolve respond rest restart return rip ruin rust save schedule scratch search seem "
    "serve settle share shift ship shout show shrink shut sign skip smell smoke solve sort sound spill split squeak "
    "stain start state stay stock stop store stream study subscribe suffer suggest supply suppose swap switch talk "
    "taste test thank touch track transfer travel treat trip trust try turn twist unlock unpack update upgrade upload "
    "use visit wait walk want warn wash waste watch water wear whistle wish wobble wonder work worry wrap yell "
    "buzz hum stall overheat switch swell swallow snap tip topple unsubscribe exist finish accompany paint clog mark "
    "tow resend reprint reopen reissue redeliver deactivate enable disable grant reconnect reimburse release reduce "
    "lower raise withdraw waive undo merge assign investigate clarify post give rebook reschedule adjust fold iron "
    "assemble rinse mow dye knit sew tailor alter resole sharpen tune "
    "pre-order preorder evaluate hum reinstall unplug plug charge press pull lift roll hang fetch deserve attend"
).split()
_IRREGULAR = (
    "be is are am was were been being|break breaks broke broken breaking|bring brings brought bringing|buy buys bought "
    "buying|catch catches caught catching|choose chooses chose chosen choosing|come comes came coming|cut cuts cutting|"
    "do does did done doing|draw draws drew drawn|drink drinks drank drunk drinking|drive drives drove driven driving|"
    "eat eats ate eaten eating|fall falls fell fallen falling|feel feels felt feeling|find finds found finding|fly "
    "flies flew flown flying|forget forgets forgot forgotten|get gets got gotten getting|give gives gave given giving|"
    "go goes went gone going|grow grows grew grown growing|have has had having|hear hears heard hearing|hold holds "
    "held "
    "holding|keep keeps kept keeping|know knows knew known knowing|lead leads led leading|leave leaves left leaving|"
    "lend lends lent lending|let lets letting|lie lies lying lied|lose loses lost losing|make makes made making|mean "
    "means meant|meet meets met meeting|pay pays paid paying|put puts putting|read reads reading|ride rides rode "
    "ridden "
    "riding|ring rings rang rung ringing|run runs ran running|say says said saying|see sees saw seen seeing|sell sells "
    "sold selling|send sends sent sending|sew sews sewn|shake shakes shook shaking|shrink shrinks shrank shrunk|shut "
    "shuts|sing sings sang|sit sits sat sitting|sleep sleeps slept sleeping|speak speaks spoke spoken speaking|spend "
    "spends spent spending|spin spins spun|stand stands stood standing|steal steals stole stolen|stick sticks stuck|"
    "take takes took taken taking|teach teaches taught|tear tears tore torn tearing|tell tells told telling|think "
    "thinks thought thinking|throw throws threw thrown|wake wakes woke|wear wears wore worn wearing|win wins won|write "
    "writes wrote written writing|burst bursts|bend bends bent|bleed bleeds bled|freeze freezes froze frozen freezing|"
    "become becomes became becoming|begin begins began begun beginning|die dies died dying|wind winds wound|"
    "swell swells swelled swollen|set sets setting|quit quits|cost costs|fit fits|split splits|hurt hurts hurting"
)


def _forms(base: str) -> Iterable[str]:
    """The regular forms of a verb: "stop" gives "stops", "stopped" and "stopping"."""
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeou":
        return (base, base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    has_s = base.endswith(("s", "x", "ch", "sh", "z"))
    doubles = base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3:-2] not in tuple("aeiou")
    doubled = (base + base[-1] + "ed", base + base[-1] + "ing") if doubles and not has_s else ()
    return (base, base + ("es" if has_s else "s"), stem + "ed", stem + "ing", *doubled)


LEMMAS: dict[str, str] = {form: base for base in _REGULAR for form in _forms(base)}
LEMMAS.update({form: line.split()[0] for line in _IRREGULAR.split("|") for form in line.split()})
LEMMAS.update({"heats": "heat", "heated": "heat", "slips": "slip", "slipped": "slip", "cools": "cool", "leans": "lean"})
"""Every form of a common verb with its base: "bought" is a form of "buy"."""


def is_adjective(word: str) -> bool:
    """By the list, by an ending that only adjectives have, or joined with a number ("2-seater" is none)."""
    if word in ADJECTIVES or ("-" in word and word.endswith(_JOINED_ENDINGS)):
        return True
    return len(word) > 5 and word.endswith(_ADJECTIVE_ENDINGS) and word not in _NOT_ADJECTIVES


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in ("family", "supply", "reply"))


_CLOSED = DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | NUMBER_WORDS | NAMING_ADJECTIVES


def is_plain_word(word: str) -> bool:
    """Any word of the classes above, so that nobody takes it for a name."""
    return word in _CLOSED or word in LEMMAS or word in ADJECTIVES or is_adverb(word)
