"""Nouns for what people buy, by the shelf they stand on: a sign, not a proof, that a phrase names a product."""

from functools import lru_cache

_SHELVES = {
    "clothes": (
        "anorak apron bathrobe belt beret blazer blouse boots bra bracelet briefs brooch cap cardigan cloak clogs "
        "coat costume cufflinks dress dungarees earrings flip-flops fleece garment glove gown handbag hat "
        "headscarf heels hoodie jacket jeans jersey jewellery jumper kilt kimono leggings loafers mittens necklace "
        "necktie nightdress nightie outfit overalls pants parka pendant petticoat poncho pullover pumps purse-bag "
        "pyjamas raincoat ring robe romper rucksack backpack sandals sari sarong scarf shawl shirt shoe shorts "
        "skirt slippers sneakers socks stockings suit sunglasses glasses spectacles lenses sweater sweatshirt "
        "swimsuit swimwear t-shirt tie tights tracksuit trainers trousers trunks tunic tuxedo tux underwear "
        "uniform veil vest waistcoat wellies wellingtons windbreaker footwear satchel tote watch watchstrap strap "
        "insoles laces zip zipper"
    ),
    "furniture": (
        "armchair bath bathtub basin bed bedding bedspread bench blanket blinds bookcase bookshelf bunk cabinet "
        "canopy carpet chair chandelier chest cot couch cradle crib cupboard-unit curtain cushion daybed desk "
        "divan dresser duvet eiderdown footstool frame futon hammock headboard highchair lamp lampshade lantern "
        "linen lounger mat mattress mirror ottoman pillow pillowcase pouffe quilt recliner rug shelving shelf "
        "shutters sideboard sink sofa stool tablecloth table tiles toilet vanity vase wardrobe wallpaper worktop "
        "workbench painting poster print ornament figurine statue wreath candle candlestick clock umbrella parasol "
        "doormat doorbell towel"
    ),
    "machines": (
        "aerial airfryer alarm amplifier antenna battery binoculars blender boiler bulb calculator camera charger "
        "coffeemaker computer console controller cooker copier defibrillator dehumidifier dishwasher drone dryer "
        "dynamo earbuds earphones espresso-machine extractor fan freezer fridge fryer games-console generator "
        "grill hairdryer headphones headset heater hob hoover hotplate humidifier inhaler inverter iron juicer "
        "kettle keyboard laptop lawnmower loudspeaker machine meter microphone microwave mixer modem monitor motor "
        "mouse mower notebook oven panel pc phone smartphone mobile handset printer projector pump purifier "
        "radiator radio razor reader e-reader ebook-reader receiver recorder refrigerator remote robot router "
        "scales scanner screen-protector sensor sewing-machine shaver shredder shower showerhead sim smartwatch "
        "socket soundbar speaker stove strimmer tablet tablets telephone television telly thermometer thermostat "
        "toaster toothbrush torch transformer tv turntable typewriter vacuum washer webcam wallbox wheelchair "
        "walker stairlift scooter stroller pushchair buggy oximeter nebuliser aid broadband fibre fiber landline "
        "hotspot dongle cable adapter adaptor plug lead cartridge toner"
    ),
    "tools_and_parts": (
        "axe bearing blade bolt bracket brake brush bucket chainsaw chisel clamp clutch compost drill engine "
        "exhaust faucet fender fertiliser fertilizer file-cabinet filter gasket gearbox glue grinder grout hammer "
        "handle hinge hose jack jack-plug jar knob ladder lawn-feed lever lock mallet mop nail nozzle nut paint "
        "padlock part pedal pegs piston plank pliers plywood pole primer rail rake rope sandpaper sander saw screw "
        "screwdriver sealant secateurs shovel spade spanner spring-set tap tape timber tow-bar towbar tray trowel "
        "tube tyre tire valve varnish wheel wheelbarrow windscreen wiper wire wood wrench saddle bell light lights "
        "helmet fence gate-kit shed greenhouse-kit hot-tub tent sleeping-bag airbed windows"
    ),
    "food": (
        "almonds apple bacon bagel baguette banana beans beef beer berries biscuit bread brioche broth brownie bun "
        "burger burrito butter cake candy carrot caviar cereal champagne cheese cheesecake chicken chips chocolate "
        "chocolates chutney cider cocktail cocoa cod coffee cookie cookies cordial crackers cream crepe croissant "
        "cupcake curry custard dessert doughnut donut duck dumplings egg eggs espresso falafel fish flapjack flour "
        "focaccia fries fruit fudge gateau gin goulash gravy ham hamper hazelnuts honey hotpot houmous hummus "
        "ice-cream icecream jam jelly juice kebab ketchup lamb lasagna lasagne latte lemonade loaf lobster "
        "macaroons marmalade mead meat meatballs menu milk milkshake muesli muffin mushrooms mussels mustard "
        "noodles nuts oats oil olives omelette oyster paella pancake pasta pastry pate pavlova peanuts pickle pie "
        "pineapple pizza platter popcorn porridge potatoes prawns pretzel pudding quiche ramen ravioli rice "
        "risotto roll rolls rum salad salami salmon salt sandwich sauce sausage scones smoothie soup spaghetti "
        "spice steak stew strudel sugar sushi sweets syrup tacos takeaway tart tea tequila tiramisu toast toffee "
        "tofu trifle truffles tuna turkey vegetables vinegar vodka waffle walnuts whisky whiskey wine wrap yoghurt "
        "yogurt meal kibble lunchbox"
    ),
    "care": (
        "antibiotic antibiotics aspirin bandage balm capsules condoms conditioner contraceptive cough-syrup cream "
        "crutches dentures deodorant detergent drops eyedrops eyeshadow foundation gel hearing-aid insulin jab "
        "lipstick lotion makeup mascara mask medication medicine medicines moisturiser mouthwash nappies nappy "
        "ointment oxygen pad pads painkillers paracetamol patch perfume pill pills plaster powder prescription "
        "probiotic retainer sanitiser serum shampoo shower-gel soap spray sunscreen supplement supplements tampons "
        "tattoo toner-lotion toothpaste vaccine vitamins wig wipes brace braces denture prosthesis booster "
        "bubble-bath hand-cream"
    ),
    "plants_and_pets": (
        "aquarium bouquet bulbs bush cage catnip collar daffodils fern flower flowers hay leash lilies litter "
        "orchid peonies plant plants rose roses sapling seedling seeds shrub succulent terrarium tree tulips "
        "hedge-plants"
    ),
    "play_and_sport": (
        "accordion album ball barbell bat bicycle bike e-bike ebike blocks board boardgame book books booklet bow "
        "canoe card-game cello chess clarinet comic cookbook crayons deck-of-cards diary doll dollhouse drum "
        "dumbbells dvd figure fiddle flute frisbee game goggles guitar harp horn jigsaw kayak kite lego mandolin "
        "map marbles microscope novel oboe organ paintbrush paper-pad pencil pens pen piano puzzle racket racquet "
        "rods rollerblades sails sax saxophone sheet-music skateboard skates ski skis sled sledge slide snorkel "
        "snowboard soundtrack stickers string strings surfboard swing teddy telescope textbook toy trampoline "
        "treadmill trombone trumpet tuba ukulele vinyl violin viola weights wetsuit yarn wool fabric magazine "
        "audiobook ebook calendar planner journal photobook photo-book flyers leaflets banner badge badges "
        "brochures cards invitations postcards mug mugs"
    ),
    "kitchen": (
        "apron bottle bowl carafe casserole coaster colander corkscrew cup cutlery dish fork flask glassware "
        "goblet grater jug knife knives ladle mortar pan pans pitcher plate plates pot pots saucepan saucer "
        "skillet spatula spoon teapot thermos tin tumbler tupperware whisk wok dishes crockery"
    ),
    "made_for_you": (
        "translation transcript-copy portrait engraving plaque trophy headstone voucher gift gift-card photo-album "
        "subscription-box course webinar hatchback sedan caravan campervan motorhome motorbike motorcycle moped "
        "saloon suv car-seat rental-car crutch licence-plate wallchart soundproofing conservatory"
    ),
    "for_the_body": (
        "ankle-boots beanie bikini blouson bodice bonnet boxers braces breeches brogues buckle burkini camisole "
        "cape chinos choker cleats clutch-bag corset cravat crocs culottes cummerbund dungaree earmuffs "
        "espadrilles frock galoshes girdle gumboots hairband hairclip hijab insole jodhpurs joggers kaftan "
        "keffiyeh keyring knickers lanyard leotard lingerie locket mackintosh mitts moccasins monocle neckerchief "
        "nightgown niqab onesie overcoat oxfords parasol-hat pashmina pinafore plimsolls polo ponytail-clip puffer "
        "pumps robes sash shapewear shoulder-bag slacks slip-ons smock snood sneaker sombrero stilettos stole "
        "suspenders sweatpants swimmers tanktop tank-top thermals tiara tights-pack trainer trench-coat trilby "
        "turban turtleneck tweed undershirt underpants unitard vests waders walking-boots wallet-chain wedges "
        "wristband yarmulke holdall briefcase duffel bumbag bobble-hat"
    ),
    "for_the_house": (
        "awning bannister beanbag bedframe bedsheet bidet blackout-blind bolster bureau bookend bunting cabinetry "
        "candelabra carport cladding coat-rack coffee-table cot-bed countertop coving credenza cupboards decking "
        "dehumidifier doorknob door-handle downlight downpipe draught-excluder drapes drawer drawers dustbin easel "
        "fireplace flatpack floorboards flooring footrest four-poster gazebo guttering gutter hatstand hearth "
        "heat-pump insulation jacuzzi kiln kitchenette laminate lightbulb lights linoleum lino linens loo "
        "mantelpiece mosquito-net mould-spray nest-box netting nightlight nightstand oilcloth paintwork panelling "
        "paving parquet partition patio-heater pedestal pergola picture-frame plasterboard playpen porthole pouf "
        "radiators railings roller-blind roof-box rooflight rugs sash-window sauna screed settee sheets "
        "shower-curtain skirting skylight slab slate sofabed spotlight stairgate storage-heater stovepipe "
        "swivel-chair tapestry tarpaulin thermos-jug tiling trellis underlay upholstery valance veneer washbasin "
        "washstand waterbed weathervane wheelie-bin windowsill pelmet woodburner worktops firewood briquettes "
        "pellets charcoal kindling coal gravel turf topsoil mulch manure paving-slabs"
    ),
    "devices": (
        "accumulator adaptors aircon air-conditioner airpods amp barcode-reader baby-monitor breadmaker "
        "breathalyser cam camcorder cardreader card-reader cassette cd chainsaws charging-cable chromebook "
        "circuit-breaker coffee-machine cpap dashcam defroster desktop dishdrawer dock docking-station doorphone "
        "drill-driver drones dvr ecg electrolarynx epilator firestick flashlight floodlight food-processor fuse "
        "fusebox gadget gamepad glucometer gps graphics-card grillplate gpu hair-dryer handheld hard-disk "
        "hard-drive hdd headlight headphone hearing-loop heat-gun incubator intercom ipad iphone jigsaw-saw "
        "jukebox kindle label-maker leafblower lens lawn-mower loudhailer macbook megaphone memory-card metronome "
        "mic motherboard mousepad multimeter multitool nas noise-machine pacemaker pager pedometer petg filament "
        "phonograph photocopier plotter power-bank powerbank pressure-washer processor psu ram reader-stick "
        "regulator rice-cooker rotavator satnav sat-nav scanner-pen screenreader seedtray set-top-box sewing-table "
        "simcard slicer slow-cooker smoke-alarm smoke-detector solar-panel solarpanel spin-dryer ssd stairmaster "
        "steamer stylus subwoofer switchboard synthesiser synthesizer tens thermostats timer toasters trackpad "
        "transmitter tripod tumble-dryer turbine usb-stick vacuum-cleaner vaporiser ventilator video-doorbell "
        "walkie-talkie walkman waste-disposal weatherstation wifi-extender windscreens wrist-monitor detector "
        "stopwatch sander-belt laminator guillotine stapler cash-register reader-terminal"
    ),
    "vehicles": (
        "bicycles boat-trailer bodywork bumper cabriolet camper cargo-bike car-cover coach-seat convertible coupe "
        "digger dinghy dumper excavator forklift go-kart hatchbacks hovercraft hubcap jeep jetski jet-ski "
        "kickscooter mini-bus minibus minivan mobility-scooter mountain-bike mudguard number-plate paddleboard "
        "pickup-truck quadbike rental road-bike roof-rack rollator rowing-boat sailboat sidecar snowmobile "
        "sports-car stretcher tandem tractor trailer tricycle trike truck-bed unicycle walking-frame wing-mirror "
        "yacht zimmer trolley carrier-bike kayaks headlamp headlamps tires tyres windscreen-wipers sparkplug "
        "spark-plug carburettor radiator-cap gearstick towrope jump-leads alternator camshaft crankshaft gaskets "
        "suspension axles"
    ),
    "to_eat": (
        "aioli anchovies apricots artichokes asparagus aubergine avocado avocados baklava bakes balsamic barley "
        "basil batter beetroot bhaji biltong birthday-cake biryani biscuits blueberries bonbons bouillon brandy "
        "brie broccoli burgers cabbage cakes calzone camembert canapes capers caramel cauliflower celery ceviche "
        "cheddar cherries chestnuts chickpeas chilli chorizo chowder cinnamon clams coconut cognac coleslaw "
        "compote coriander courgette couscous crab cranberries crisps croissants croutons crumble crumpets "
        "cucumber cupcakes cutlet dhal dim-sum dip dressing eclair eggplant enchiladas feta fettuccine figs filo "
        "fondue frittata frosting gammon garlic gelato ghee gherkins ginger gnocchi goose gooseberries granola "
        "grapefruit grapes guacamole haddock halloumi halva herring hot-dog iced-tea icing kale kimchi kipper "
        "kombucha lager lamb-chops lasagnes leeks lemon lemons lentils lettuce lime limes liqueur liquorice "
        "mackerel mango mangoes maple margarine marinade marshmallow marzipan mayonnaise melon meringue mince "
        "mints mousse mozzarella naan nachos nectarines nougat nutmeg oatmeal octopus okra onions oranges oregano "
        "pancakes papaya paprika parmesan parsley parsnips passata peach peaches pears peas pepper peppers pesto "
        "pheasant pierogi pineapples pistachios pizzas plums polenta pomegranate pork prosecco prunes pumpkin "
        "quesadilla quince quinoa rabbit radishes raisins raspberries ratatouille relish rhubarb ribs risottos rye "
        "rocket roast saffron sake samosas sardines sashimi sauerkraut sausages schnitzel scallops seafood "
        "semolina shallots shellfish sherbet sherry shortbread shrimp snack snacks sorbet sorrel sourdough soya "
        "spinach sponge spring-rolls sprouts squash squid steaks stir-fry strawberries stuffing sundae swede "
        "sweetcorn tahini tamales tapas tarts tempeh thyme tomatoes tortilla trout turmeric turnips vanilla veal "
        "vermouth watercress watermelon whitebait yam yeast croquettes hotpots carvery brownies scone muffins pies "
        "doughnuts buns pastries bagels baguettes loaves traybake sweet-potato potato"
    ),
    "for_health": (
        "adrenaline analgesic antacid antihistamine antiseptic beta-blocker catheter chemo collagen collyrium "
        "compression-socks concealer corn-plaster cough-mixture cotton-buds cpap-mask dialysis-kit dressings "
        "ear-drops epipen eyeliner eye-drops face-mask facewash fluoride formula-milk glucose-strips hair-dye "
        "hairspray hand-gel hayfever-tablets hearing-aids ibuprofen implant implants inhalers inlay ink-pad "
        "iron-tablets ivermectin laxative lenses-case lice-comb lozenge lozenges magnesium melatonin metformin "
        "mouthguard nailpolish nail-varnish nicotine-patch nosespray nasal-spray orthotics pessary pilules "
        "pollen-mask potion prosthetic protein remedy repellent rollerball rouge saline sanitary-towels self-test "
        "shaving-foam shoe-insert sling splint statins steroid strips suncream support-stockings syringe talc "
        "teething-ring test-kit thyroxine tincture tonic toner tooth-gel tourniquet tube-feed tweezers vaseline "
        "vitamin warfarin worming-tablets zinc"
    ),
    "for_leisure": (
        "aquarelle archery-set backgammon badminton-set bagpipes balloon balloons banjo bassoon beads bodyboard "
        "bongo boxing-gloves camping-stove canvas castanets chess-set clay climbing-frame colouring-book cornet "
        "cricket-bat croquet cymbals darts dice didgeridoo dollshouse domino double-bass drumkit drums drumsticks "
        "easel-pad euphonium filter-lens fireworks fishing-rod football frisbees glockenspiel glue-stick "
        "golf-clubs guitars harmonica harpsichord hockey-stick hula-hoop hymn-sheet inflatable keyboards kit "
        "knitting-needles lute lyre maraca marimba metal-detector model-kit monopoly motorhomes music-stand "
        "notebooks oilpaints origami paddle paddles paints palette pastels pedals photo-frame piccolo playmat "
        "playstation plush plushie pogo-stick pom-poms puppet puzzles quill ratchet reed rowing-machine rucksacks "
        "sandpit scrapbook shuttlecock skipping-rope sleds sledges snooker-cue spikes stamp-album stopwatches "
        "sudoku surfboards switch-game tabla tambourine tennis-racket thriller toy-phone toys trading-cards "
        "train-set tricycles tripods viol vuvuzela watercolours whistle xbox xylophone yo-yo yoga-mat zither "
        "dictionary encyclopedia atlas paperback hardback e-book manga memoir anthology hymnal songbook "
        "season-ticket annual-pass armband trophy-cup medal"
    ),
    "on_the_table": (
        "baking-tray barbecue bbq blender-jar breadbin butterdish cafetiere cake-tin candle-holder cheeseboard "
        "chopping-board chopsticks cleaver coffee-maker coffeepot cookware cool-box cool-bag corkscrews crockpot "
        "decanter dinner-set dishrack drip-tray dustpan egg-cup fish-kettle foil funnel garlic-press gravy-boat "
        "griddle hamper-box ice-bucket ironing-board jars jelly-mould juicers ladles lid lids lunch-box mandoline "
        "measuring-cup mincer mixing-bowl napkin napkins oven-glove peeler percolator pestle pie-dish pizza-stone "
        "placemat placemats platters poacher pressure-cooker ramekin ramekins roasting-tin rolling-pin "
        "salad-spinner sieve skewers soup-spoon squeegee strainer sugar-bowl tagine tankard tea-towel teacup "
        "teapots tea-set thermos-flask tongs tray-table tureen urn wineglass wineglasses wooden-spoon cloche kegs "
        "keg barrel cask"
    ),
    "for_print_and_party": (
        "album albums billboard bookmark booklets bouquets brochure calendars canvas-print catalogue centrepiece "
        "confetti corsage decal engravings envelope-set etching favours flag flags flipchart folders-set frames "
        "garland gift-set giftcard giftwrap hamper-basket invitation jubilee-mug letterheads lithograph magnet "
        "magnets menus mural napkin-ring notepad nameplate paper pennant photoframe photograph-print place-cards "
        "plaques pop-up-banner portrait-print posters prints ribbon rosette rubber-stamp scroll sculpture "
        "signboard statuette sticker streamers t-shirts tablecloths tag tags tapestries tinsel transfers trophies "
        "vases wreaths photobooks photo-prints watercolour"
    ),
    "living": (
        "aloe azalea bamboo begonia birdbath birdcage birdseed bonsai box-hedge budgie cactus camellia carnations "
        "catflap cat-litter chrysanthemum clematis conifer crocus cyclamen dahlia dahlias dog-bed dog-food "
        "dog-lead fertilisers fishtank fuchsia gardenia geranium geraniums gladioli goldfish-bowl hanging-basket "
        "heather hedging herbs holly hoof-boots hutch hyacinth hydrangea irises ivy jasmine kennel lavender lilac "
        "lily magnolia maple-tree muzzle narcissus numnah nursery-pots oleander pansies petunia pine-tree "
        "poinsettia poppy pot-plant primrose primulas rhododendron rosebush saddle-pad saplings seed seedpods "
        "shrubs snowdrops spruce stirrup sunflower sunflowers sweetpeas tulip turf-roll vine violets wisteria yew "
        "pet-food treats trees beehive bees hive queen-bee worms wormer"
    ),
}  # fmt: skip
_SHELF_OF = {word: shelf for shelf, words in _SHELVES.items() for word in words.split()}


@lru_cache(maxsize=8192)
def shelf_of(head: str) -> str:
    """Where a noun, or what it is the plural of, would stand in a shop; ""when nothing says that it is sold."""
    forms = (head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y",
             head.removesuffix("ves") + "f")  # fmt: skip
    return next((_SHELF_OF[form] for form in forms if form in _SHELF_OF), "")
