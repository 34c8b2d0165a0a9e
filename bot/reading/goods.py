"""Nouns for what people buy, by the shelf they stand on: a sign, not a proof, that a phrase names a product."""

_SHELVES = {
    "clothes": (
        "anorak apron bathrobe belt beret blazer blouse boots bra bracelet briefs brooch cap cardigan cloak clogs coat "
        "costume cufflinks dress dungarees earrings flip-flops fleece garment glove gown handbag hat headscarf heels "
        "hoodie jacket jeans jersey jewellery jumper kilt kimono leggings loafers mittens necklace necktie nightdress "
        "nightie outfit overalls pants parka pendant petticoat poncho pullover pumps purse-bag pyjamas raincoat ring "
        "robe romper rucksack backpack sandals sari sarong scarf shawl shirt shoe shorts skirt slippers sneakers socks "
        "stockings suit sunglasses glasses spectacles lenses sweater sweatshirt swimsuit swimwear t-shirt tie tights "
        "tracksuit trainers trousers trunks tunic tuxedo tux underwear uniform veil vest waistcoat wellies "
        "wellingtons windbreaker footwear satchel tote watch watchstrap strap insoles laces zip zipper"
    ),
    "furniture": (
        "armchair bath bathtub basin bed bedding bedspread bench blanket blinds bookcase bookshelf bunk cabinet canopy "
        "carpet chair chandelier chest cot couch cradle crib cupboard-unit curtain cushion daybed desk divan dresser "
        "duvet eiderdown footstool frame futon hammock headboard highchair lamp lampshade lantern linen lounger mat "
        "mattress mirror ottoman pillow pillowcase pouffe quilt recliner rug shelving shelf shutters sideboard "
        "sink sofa stool tablecloth table tiles toilet vanity vase wardrobe wallpaper worktop workbench painting "
        "poster print ornament figurine statue wreath candle candlestick clock umbrella parasol doormat doorbell towel"
    ),
    "machines": (
        "aerial airfryer alarm amplifier antenna battery binoculars blender boiler bulb calculator camera charger "
        "coffeemaker computer console controller cooker copier defibrillator dehumidifier dishwasher drone dryer "
        "dynamo earbuds earphones espresso-machine extractor fan freezer fridge fryer games-console generator grill "
        "hairdryer headphones headset heater hob hoover hotplate humidifier inhaler inverter iron juicer kettle "
        "keyboard laptop lawnmower loudspeaker machine meter microphone microwave mixer modem monitor motor mouse "
        "mower "
        "notebook oven panel pc phone smartphone mobile handset printer projector pump purifier radiator radio razor "
        "reader e-reader ebook-reader receiver recorder refrigerator remote robot router scales scanner "
        "screen-protector "
        "sensor sewing-machine shaver shredder shower showerhead sim smartwatch socket soundbar speaker stove strimmer "
        "tablet tablets telephone television telly thermometer thermostat toaster toothbrush torch transformer tv "
        "turntable "
        "typewriter vacuum washer webcam wallbox wheelchair walker stairlift scooter stroller pushchair buggy oximeter "
        "nebuliser aid broadband fibre fiber landline hotspot dongle cable adapter adaptor plug lead cartridge toner"
    ),
    "tools_and_parts": (
        "axe bearing blade bolt bracket brake brush bucket chainsaw chisel clamp clutch compost drill engine exhaust "
        "faucet fender fertiliser fertilizer file-cabinet filter gasket gearbox glue grinder grout hammer handle hinge "
        "hose jack jack-plug jar knob ladder lawn-feed lever lock mallet mop nail nozzle nut paint padlock part pedal "
        "pegs piston plank pliers plywood pole primer rail rake rope sandpaper sander saw screw screwdriver sealant "
        "secateurs shovel spade spanner spring-set tap tape timber tow-bar towbar tray trowel tube tyre tire valve "
        "varnish wheel wheelbarrow windscreen wiper wire wood wrench saddle bell light lights helmet fence gate-kit "
        "shed greenhouse-kit hot-tub tent sleeping-bag airbed windows"
    ),
    "food": (
        "almonds apple bacon bagel baguette banana beans beef beer berries biscuit bread brioche broth brownie bun "
        "burger burrito butter cake candy carrot caviar cereal champagne cheese cheesecake chicken chips chocolate "
        "chocolates chutney cider cocktail cocoa cod coffee cookie cookies cordial crackers cream crepe croissant "
        "cupcake curry custard dessert doughnut donut duck dumplings egg eggs espresso falafel fish flapjack flour "
        "focaccia fries fruit fudge gateau gin goulash gravy ham hamper hazelnuts honey hotpot houmous hummus "
        "ice-cream "
        "icecream jam jelly juice kebab ketchup lamb lasagna lasagne latte lemonade loaf lobster macaroons marmalade "
        "mead meat meatballs menu milk milkshake muesli muffin mushrooms mussels mustard noodles nuts oats oil olives "
        "omelette oyster paella pancake pasta pastry pate pavlova peanuts pickle pie pineapple pizza platter popcorn "
        "porridge potatoes prawns pretzel pudding quiche ramen ravioli rice risotto roll rolls rum salad salami salmon "
        "salt sandwich sauce sausage scones smoothie soup spaghetti spice steak stew strudel sugar sushi sweets syrup "
        "tacos takeaway tart tea tequila tiramisu toast toffee tofu trifle truffles tuna turkey vegetables vinegar "
        "vodka waffle walnuts whisky whiskey wine wrap yoghurt yogurt meal kibble lunchbox"
    ),
    "care": (
        "antibiotic antibiotics aspirin bandage balm capsules condoms conditioner contraceptive cough-syrup cream "
        "crutches "
        "dentures deodorant detergent drops eyedrops eyeshadow foundation gel hearing-aid insulin jab lipstick lotion "
        "makeup mascara mask medication medicine medicines moisturiser mouthwash nappies nappy ointment oxygen pad "
        "pads "
        "painkillers paracetamol patch perfume pill pills plaster powder prescription probiotic retainer sanitiser "
        "serum shampoo shower-gel soap spray sunscreen supplement supplements tampons tattoo toner-lotion toothpaste "
        "vaccine vitamins wig wipes brace braces denture prosthesis booster bubble-bath hand-cream"
    ),
    "plants_and_pets": (
        "aquarium bouquet bulbs bush cage catnip collar daffodils fern flower flowers hay leash lilies litter orchid "
        "peonies plant plants rose roses sapling seedling seeds shrub succulent terrarium tree tulips hedge-plants"
    ),
    "play_and_sport": (
        "accordion album ball barbell bat bicycle bike e-bike ebike blocks board boardgame book books booklet "
        "bow canoe card-game cello chess clarinet comic cookbook crayons deck-of-cards diary doll dollhouse drum "
        "dumbbells dvd figure fiddle flute frisbee game goggles guitar harp horn jigsaw kayak kite lego mandolin "
        "map marbles microscope novel oboe organ paintbrush paper-pad pencil pens pen piano puzzle racket racquet "
        "rods rollerblades "
        "sails sax saxophone sheet-music skateboard skates ski skis sled sledge slide snorkel snowboard soundtrack "
        "stickers "
        "string strings surfboard swing teddy telescope textbook toy trampoline treadmill trombone trumpet tuba "
        "ukulele vinyl violin viola weights wetsuit yarn wool fabric magazine audiobook ebook calendar planner journal "
        "photobook photo-book flyers leaflets banner badge badges brochures cards invitations postcards mug mugs"
    ),
    "kitchen": (
        "apron bottle bowl carafe casserole coaster colander corkscrew cup cutlery dish fork "
        "flask glassware goblet grater jug knife knives ladle mortar pan pans pitcher plate plates pot pots saucepan "
        "saucer skillet spatula spoon teapot thermos tin tumbler tupperware whisk wok dishes crockery"
    ),
    "made_for_you": (
        "translation transcript-copy portrait engraving plaque trophy headstone voucher gift gift-card "
        "photo-album subscription-box course webinar hatchback sedan caravan campervan motorhome motorbike motorcycle "
        "moped saloon suv car-seat rental-car crutch licence-plate wallchart soundproofing conservatory"
    ),
}  # fmt: skip
_SHELF_OF = {word: shelf for shelf, words in _SHELVES.items() for word in words.split()}


def shelf_of(head: str) -> str:
    """Where a noun, or what it is the plural of, would stand in a shop; "" when nothing says that it is sold."""
    forms = (head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y",
             head.removesuffix("ves") + "f")  # fmt: skip
    return next((_SHELF_OF[form] for form in forms if form in _SHELF_OF), "")
