"""Given names and places that are known without the words beside them: general lists, of no one trade or company."""

GIVEN_NAMES = frozenset(
    """
    aaron abdul abigail adam adele adil adrian agnes ahmed aiko aisha alan albert alejandro alex alexander
    alexandra alfred ali alice alicia alina aline alison amanda amara amelia amina amir amit amy ana anders
    andrea andreas andrei andrew andy angela angelo anita anja anke ann anna annabel anne annette annika anthony
    antonio anton anya arjun arthur arun asha ashley astrid ayesha barbara beatrice becky ben benjamin bernard
    bert bettina betty bianca bill birgit bjorn bob boris brenda brian bridget bruno camilla carl carla carlos
    carmen carol caroline catherine cecilia celia chiara chloe chris christina christine christopher ciara cindy
    claire clara claudia colin connor craig cristina cynthia daisy dan dana daniel daniela danielle danny darren
    david dawn dean deborah deepa denis dennis derek diana diane diego dimitri dmitri dominic donna doris
    dorothy dylan eamon ed eddie edith eduardo edward eileen elaine elena eleanor elif elisa elisabeth elizabeth
    ella ellen elsa emil emily emma enrico eric erik erika erin ernst esther ethan eva evan evelyn fabian fatima
    felix femke fiona florian frances francesca francis frank franz fred freya frieda gabriel gareth gary geoff
    george georgia gerald gerard gianni gina giulia giovanni glenn gordon graham greg greta grzegorz gudrun
    gustav hamid hanna hannah hans harald haruki harriet harry hassan hazel heather heidi helen helena helga
    henrik henry hilda hiroshi holly hugh hugo ian ibrahim ida igor ilse imran ines inge ingrid irene irina
    isabel isabella isla ismail ivan ivana jack jackie jacob jacqueline jakob jamal james jamie jan jana jane
    janet janine jasmine jason javier jean jen jennifer jenny jens jeremy jerry jess jessica jill jim jo joan
    joanna joanne joe joel johan johanna john jonas jonathan jordan jorge jose josef joseph josh joshua joyce
    juan judith judy julia julian julie juliet jurgen kai kamal karen karin karl kasia kate katharina katherine
    kathleen kathy katie katja katrin kay keiko keith kelly ken kenji kenneth kevin khalid kim kirsten kirsty
    klaus krish kristina kurt kyle lara lars laura lauren laurent lea leah lee leila lena leo leon leonie leslie
    lewis liam lily linda lisa liz lorenzo lorna lotte louis louisa louise luca lucas lucia lucy luis luisa
    lukas luke lydia lynn magda maggie mahmoud malcolm mandy manuel marcel marco marcus maria marie marina mario
    marion marius marjorie markus marta martha martin martina mary mateo mathilde matt matthew maureen maurice
    max maya mehmet mei melanie melissa michael michelle miguel mika mike mila milan miriam mohammed molly
    monica monika muhammad nadia nancy naomi natalia natalie natasha neil nia niall nick nicola nicole nigel
    nikolai nils nina noah noel nora norbert nuala oksana olaf ole oleg olga oliver olivia omar oscar otto owen
    pablo pam pamela paolo pat patricia patrick paul paula pauline pavel pedro peggy penelope peter petra phil
    philip philippa pierre piotr priya rachel rahul raj rajesh ralf ralph ramona raphael ravi ray rebecca renate
    ricardo richard rita rob robert roberta robin rodrigo roger roland ron ronan rory rosa rosie ross roy rupert
    ruth ryan sabine sabrina sally sam samantha samir samuel sandra sanjay sara sarah sasha saskia sean
    sebastian selma serena sergei shane shannon sharon sheila shirley sigrid silke silvia simon simone sinead
    sofia sonia sophia sophie stacey stan stefan stefanie stella stephan stephanie stephen steve steven stuart
    sue sunil susan susanne suzanne sven svetlana sybille sylvia takeshi tamara tamsin tania tanya tara tariq
    ted teresa tess thea theo theresa thomas tim timo timothy tina tobias todd tom tomas tommy toni tony tracey
    tracy trevor tristan ulrich ulrike uma una ursula uwe valentina valerie vanessa vera verena veronica victor
    victoria vijay vikram vincent viola vivian vladimir walter wanda wendy werner wolfgang xavier yael yan
    yasmin yuki yusuf yvonne zara zeynep zoe zofia
    """.split()
)
PLACES = frozenset(
    """
    afghanistan albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium bolivia bosnia brazil bulgaria cambodia cameroon canada chile china colombia croatia cuba cyprus
    czechia denmark ecuador egypt england estonia ethiopia finland france georgia germany ghana greece greenland
    guatemala hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan
    kenya kosovo kuwait latvia lebanon libya liechtenstein lithuania luxembourg malaysia maldives malta
    mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands
    nigeria norway oman pakistan panama paraguay peru philippines poland portugal qatar romania russia rwanda
    scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan
    tanzania thailand tunisia turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales zambia zimbabwe
    tenerife mallorca majorca ibiza sicily sardinia corsica crete bavaria tuscany brittany normandy cornwall
    devon kent essex sussex california texas florida hawaii alaska ontario quebec bali aberdeen accra alicante
    amsterdam ankara antwerp athens atlanta auckland austin bangkok barcelona basel bath beijing beirut belfast
    belgrade bergen berlin bern bilbao birmingham bologna bonn bordeaux boston bratislava bremen brighton
    brisbane bristol bruges brussels bucharest budapest cairo calais cambridge canberra cardiff casablanca
    chicago cologne copenhagen cork coventry dallas delhi denver derby detroit doha dortmund dover dresden dubai
    dublin dubrovnik dundee durham dusseldorf edinburgh eindhoven exeter faro florence frankfurt galway gatwick
    gdansk geneva genoa ghent glasgow gothenburg granada graz grenoble hamburg hanoi hanover heathrow heidelberg
    helsinki houston inverness innsbruck istanbul jakarta jerusalem johannesburg krakow kyiv kyoto lagos
    lausanne leeds leicester leipzig lille limerick lima linz lisbon liverpool ljubljana london lucerne lyon
    madrid malaga malmo manchester manila marrakech marseille melbourne miami milan montreal moscow mumbai
    munich nairobi nantes naples newcastle nice norwich nottingham nuremberg osaka oslo oxford palermo palma
    paris perth philadelphia pisa plymouth porto portsmouth prague reykjavik riga rome rotterdam salzburg
    santiago sarajevo seattle seoul seville shanghai sheffield sofia southampton stansted stavanger stockholm
    strasbourg stuttgart swansea sydney tallinn tampere tbilisi tokyo toronto toulouse trieste trondheim turin
    uppsala utrecht valencia vancouver venice verona vienna vilnius warsaw washington wellington wroclaw york
    zagreb zurich nara luton montpellier split zadar bath reading
    """.split()
)
# Words, months and places too: they are a name or a place only where the words beside them say so.
DOUBTFUL = frozenset(
    """
    bath reading nice split turkey chile lima georgia jordan sofia milan florence victoria dan will mark may
    june april grace hope faith joy rose ivy iris lily daisy hazel holly amber ruby bill pat ray jack rob dean
    stan dawn jean jo kay kim lee mila chase sue penny frank max sky vera viola ed pam gene art guy drew chance
    rich norm miles jan roman
    """.split()
)
