"""Nouns that name no goods: people, times, places, sayings, sums, events and other things without a price tag.

What a customer bought or uses is nearly any noun of English, so it is found by what is said of it; these
families say what it can not be.
"""

from functools import lru_cache

_FAMILIES = {
    "people": (
        "painter carpenter electrician decorator gardener roofer tiler locksmith mover movers usher tutor "
        "clerk conductor attendant barista bartender caretaker concierge janitor courier-man fitter glazier joiner "
        "mason plasterer removal-man seamstress tailor barber stylist hairdresser beautician masseur interpreter "
        "translator florist butcher grocer optician pharmacist chemist midwife paramedic fireman lifeguard warden "
        "bouncer coachman captain skipper auditor accountant lawyer broker banker trainer librarian kids "
        "agent adult adviser advisor aunt baby boss boy brother builder carer cashier chef child children class client "
        "coach colleague company consultant cousin crew customer dad daughter dentist director doctor driver engineer "
        "everyone executor family father fitter fleet follower friend gentleman gentlemen girl gran granddad granny "
        "grandma grandson "
        "group guest guide guy guys host husband installer instructor insurer journalist kid kids lad lady landlord "
        "lawyer lodger lot man manager mate mechanic member men midwife missus mom mother mum nan neighbour neighbor "
        "nephew niece nurse office officer owner parent partner party passenger patient people person pharmacist "
        "physiotherapist pilot plumber police porter press pupil receptionist reporter school secretary sir sister "
        "solicitor son specialist staff steward student supervisor surgeon teacher team technician tenant thief "
        "thieves "
        "toddler trainer uncle user vet waiter waitress wife woman women worker crowd choir council legs "
        "gang bride groom couple human robot bot dog cat puppy horse pet animal mastiff kitten goldfish"
    ),
    "times": (
        "period time day week month year hour minute min mins second sec hr hrs morning afternoon evening night "
        "weekend "
        "weekday date today tomorrow yesterday fortnight quarter season spring summer autumn winter christmas easter "
        "holiday holidays birthday anniversary moment while past future beginning start end middle deadline january "
        "february march april may june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday noon midnight term century decade lunchtime bedtime weeks rush occasion sat "
        "sun mon tue wed thu fri am pm tmrw"
    ),
    "places": (
        "house home flat apartment room hall hallway kitchen bathroom bedroom cellar basement garage garden balcony "
        "roof wall ceiling floor stairs staircase corridor door front side back road street lane town city village "
        "country county station airport platform gate terminal stop branch shop store supermarket office desk "
        "reception counter site building area region hospital clinic ward surgery pharmacy school university gym pool "
        "beach park playground library museum gallery theatre cinema restaurant cafe bar pub hotel hostel campsite "
        "church embassy consulate court bank warehouse depot factory plant workshop place world mountains sea "
        "coast island lake river porch doorstep hedge bin bins puddle path car-park pavement spot corner seat row "
        "bay stage queue shelf shelves page website site portal homepage checkout basket cart inbox folder address "
        "postcode neighbourhood studio venue terrace yard space centre center practice club greenhouse cupboard "
        "stall market entrance exit view sun rain shade sky hob-side"
    ),
    "sayings": (
        "answer reply response question query request word message mail email e-mail letter note text call phone-call "
        "voicemail chat conversation comment review rating feedback complaint apology promise explanation excuse "
        "information info details detail news update notice notification reminder warning announcement advice "
        "suggestion idea opinion story article post leaflet advert ad description instructions instruction name "
        "number code password username pin login signature language english german french title heading list form "
        "newspaper document paper papers paperwork certificate statement bill invoice receipt quote quotation offer "
        "estimate "
        "contract agreement terms policy rules rule law report record records file files data entry notes logo "
        "confirmation reference id proof evidence photo photos picture pictures pic pics screenshot screenshots image "
        "video attachment link letterhead barcode label stamp sign sentence line lines thread ticket case claim "
        "transcript spreadsheet csv pdf dpa sla api faq yours sincerely regards greetings wishes passport visa licence"
    ),
    "sums": (
        "money amount sum price cost fee charge charges rate rates rent salary wage wages pay payment payments deposit "
        "refund compensation discount reduction tax vat interest balance debt loan mortgage credit debit cash coin "
        "coins change tip fine penalty fare budget invoice limit overdraft savings value worth total difference share "
        "points point percent euro euros pound pounds dollar dollars quid cent cents account iban transfer salary "
        "premium excess donation bonus reward surcharge postage shipping currency kwh gb minutes"
    ),
    "events": (
        "appointment booking reservation meeting visit trip journey holiday vacation tour flight departure arrival "
        "delivery collection pickup pick-up return exchange order purchase sale event party wedding funeral "
        "christening "
        "ceremony conference course lesson class session training workshop exam test interview operation op surgery "
        "injection treatment check checkup check-up scan x-ray ultrasound therapy service repair installation "
        "maintenance cleaning inspection migration update upgrade release outage delay breakdown accident emergency "
        "incident problem issue trouble fault error mistake mix-up glitch bug failure crash leak damage scratch dent "
        "crack hole stain smell noise sound draught damp mould fire flood storm strike weather traffic roadworks "
        "launch presentation deal trade project-plan dinner lunch breakfast supper match fight race show walk ride "
        "stay checkout check-in checkin cancellation termination renewal subscription membership registration "
        "enrolment extension expiry parking access entry support help assistance attention care import export sync "
        "backup search conversation slot shift turn way try attempt step steps process procedure option choice plan "
        "change work job task move consultation hearing viewing fitting stream streaming feed season-opener"
    ),
    "bodies_and_minds": (
        "body head face hair eye eyes ear ears nose mouth tongue throat neck back arm arms hand hands finger leg foot "
        "feet heart stomach skin tooth teeth lip lips blood pain rash fever cold cough allergy allergies illness "
        "disease sickness poisoning health life death safety danger risk love hope fear worry stress anger patience "
        "trust respect kindness joy relief pleasure surprise shame shock luck fault reason cause sense mind thought "
        "thoughts feeling feelings nerves memory sleep rest tears tact fuss harm hurry interest intention"
    ),
    "qualities": (
        "size colour color weight height width length depth shape quality quantity kind type sort model version brand "
        "style design material set-up status state condition situation position level age speed temperature degree "
        "degrees edge top bottom part parts half rest bit lot lots piece pieces pair couple bunch range series number "
        "thing things stuff anything something nothing everything one ones item items product products goods matter "
        "subject topic point example result results effect use purpose need right wrong lack plenty pack amount "
        "chance possibility plan permission key-facts difference system internet wifi network connection signal power "
        "electricity gas water heating line lines supply tariff speed uptime server cloud feature function setting "
        "settings button screen page tab icon menu app website browser cache account profile user mode notifications "
        "air light kg km cm mm litre smoke"
    ),
    "carried": (
        "parcel package packet post shipment delivery courier van truck lorry train bus tram taxi car plane boat ferry "
        "ship lift carriage coach luggage bag bags suitcase box boxes envelope wrapping packaging label pallet "
        "crate tracking mailbox letterbox key keys purse wallet card cards sim-card pram"
    ),
}  # fmt: skip
_FAMILY_OF = {word: family for family, words in _FAMILIES.items() for word in words.split()}


@lru_cache(maxsize=8192)
def family_of(head: str) -> str:
    """The family of a noun or of the noun that it is the plural of; "" when it may name goods."""
    singulars = (head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y")
    return next((_FAMILY_OF[word] for word in singulars if word in _FAMILY_OF), "")


BRANDABLE = frozenset(
    "insurance plan tariff fare package class edition membership subscription pass licence license course model series "
    "rate account card policy app router software suite module add-on addon bundle kit set".split()
)
"""Services and papers that become a product by a name: "Helvana insurance", "the Plus plan", "a season pass"."""
