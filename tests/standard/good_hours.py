"""Good replies that own a slip, reckon with given days and sums, or joke along with who jokes."""

from bot.standard.finding import Example

GOOD_HOURS: tuple[Example, ...] = (
    Example(
        "Wilhelmina, you're reading it rightly and we wrote it badly: it's two months in one. We were late "
        "with May, so May's €59 and June's €59 are on the same sheet, which makes the 118. Nothing has gone "
        "up. If paying both at once is awkward, pay one now and the other at the end of July, just tell me. "
        "Joost",
        "I don't understand this bill at all. Last month 62, now 118?? Nothing changed here.",
        {
            "reason": "two months in one bill, the May bill was sent late by us",
            "may": "€59",
            "june": "€59",
        },
        "Wilhelmina Groot",
    ),
    Example(
        "Hi Ravi, we do. It's 350 rupees to anywhere in India and takes six to eight days; in Goa the "
        "courier goes round on Mondays and Thursdays, so count on one of those. Anything ordered tonight "
        "would reach you by the end of next week. Asha",
        "Do you ship to Goa and how much",
        {
            "shipping": "all of India, 350 rupees, 6 to 8 days",
            "goa": "courier comes twice a week, Monday and Thursday",
        },
        "Ravi Shenoy",
    ),
    Example(
        "Magnus, nine hours with nothing but the bread roll, because we never passed your request on. I'm "
        "sorry. For the flight back on the 22nd I've had it confirmed by the caterer, and your seat has a "
        "note that says vegetarian in red. You may have €60 for it, in cash or as a voucher, as you like. "
        "Tell me which and it's done today. Ingeborg",
        "I asked for a vegetarian meal on the flight and got chicken. I didn't eat for 9 hours.",
        {
            "cause": "we did not pass the meal request to the caterer",
            "remedy_limit": "€60 voucher or cash",
            "return_flight": "vegetarian meal confirmed for the 22nd",
        },
        "Magnus Thorsen",
    ),
    Example(
        "Eleni, there is. Cabin 3 sits far from the mast, so Nikos brings you a second router today at 6 and "
        "stays until it's fast. If the homework can't wait that long, the lobby has good wifi until 10, and "
        "there's lemonade. I'll knock at seven to see if it holds. Dora",
        "Our wifi in cabin 3 is so slow, kids can't even do homework. Is there any way?",
        {
            "wifi": "weak in cabin 3, far from mast",
            "router": "second router, Nikos brings it today 18:00",
            "lobby": "fast wifi in the lobby until 22:00",
        },
        "Eleni Pappas",
    ),
    Example(
        "Mr Ashcroft, you're right, Eastgate closed on 31 March, and we printed the old address. Your "
        "appointment is at Mill Road, on the second floor, still at 9.15. There's parking behind the "
        "building, free for the first two hours, which is more than you'll need. A corrected letter goes out "
        "to you today. Sorry for the muddle, and well spotted. Hazel",
        "My appointment letter says 9.15 at the Eastgate clinic but Eastgate closed in spring, no?",
        {
            "place": "Eastgate closed 31 March; appointment is at Mill Road, second floor",
            "time": "9:15 unchanged",
            "parking": "behind the building, first two hours free",
        },
        "Philip Ashcroft",
    ),
    Example(
        "Johanna, burgundy it was and navy you got: we picked the wrong 24. The right ones leave tonight by "
        "courier and are with you on Thursday before noon, two days before you sing. He takes the navy ones "
        "back with him, so there's nothing to pack or post. I'll ring you on Thursday at 1 to hear that they "
        "fit. Sorry for the scare, and break a leg. Matthias",
        "The choir robes came in navy, we ordered burgundy, concert is on SATURDAY.",
        {
            "cause": "we picked 24 navy instead of burgundy",
            "new_robes": "24 burgundy leave tonight by courier, Thursday before noon",
            "navy": "courier takes them back",
        },
        "Johanna Weiss",
    ),
    Example(
        "Nkechi, we're closed on Easter Monday, but you needn't run out: your prescription is ready now and "
        "waits for you until Saturday at 6. If Saturday turns out impossible, tell me by Friday and I'll "
        "bring it round on my way home. For anything sudden over the weekend, the duty pharmacy on Ring Road "
        "is open on both days. Bea",
        "Are you open on Easter Monday? My prescription runs out on the Sunday.",
        {
            "easter_monday": "closed",
            "prescription": "ready now, can be collected until Saturday 18:00",
            "emergency": "duty pharmacy Ring Road, Sunday and Monday",
        },
        "Nkechi Udo",
    ),
    Example(
        "Oskar, I went up and looked out of your window, and you're describing it kindly. Our photo is from "
        "2019, before the car park was built, and it should have come down with it. From tonight suite 31 is "
        "yours at no extra cost; it has nothing in front of it but water. The two nights so far go back on "
        "your card, €260. I'll carry your bags over whenever you say. Freja",
        "That's the last time I book with you. The 'sea view' is a car park with a bit of blue behind it.",
        {
            "cause": "photo on our page is from 2019, before the car park",
            "room": "suite 31, real sea view, free from tonight at no charge",
            "remedy_limit": "two nights refunded, €260",
        },
        "Oskar Lindgren",
    ),
    Example(
        "Hye-jin, it's a bit hidden: Settings, then Plan, then 'Stop trial' at the very bottom. Or say the "
        "word and I'll do it for you. Until 12 June it costs nothing either way, and after that it would be "
        "9.99. Marc",
        "How do I cancel the trial before it starts charging? I can't find the button.",
        {
            "trial": "ends 12 June, 9.99 after that",
            "cancel": "Settings, Plan, Stop trial; agent can do it",
        },
        "Hye-jin Park",
    ),
    Example(
        "Ludmila, what he told you was wrong. He didn't know better, which is our failing and not an excuse. "
        "The embassy keeps its fee whatever happens, but you relied on our word, so we'll stand by it: the "
        "€80 come from us and are on your account by Thursday. I'll write to you that day to make sure. "
        "Radek",
        "I was told by your agent that the visa fee is refundable. Now it isn't?? So he lied to me?",
        {
            "fee": "embassy keeps the fee, not refundable",
            "cause": "our agent told it wrongly",
            "remedy_limit": "€80, the amount of the fee, agent may grant",
        },
        "Ludmila Petrova",
    ),
    Example(
        "Dafydd, twenty years, and you still call us 'you lot'; long may it last. Ifan only started in March "
        "and he'll be impossible once I've read this out, which I will, loudly, at nine tomorrow. Give your "
        "mam our love. Carys",
        "Can't believe it's been 20 years with you lot. Just saying cheers, the new boy Ifan was brilliant "
        "with my mam.",
        {
            "ifan": "apprentice, started in March",
            "mother": "Mrs Rees, stairlift",
        },
        "Dafydd Rees",
    ),
    Example(
        "Amelie, I can see all three: €12 at 9.02, 9.03 and 9.05. Two of them, €24, are on their way back to "
        "you and show within three days. Machine 4 at the north exit is ours and it's been switched off "
        "since this morning so that it can't do this to anybody else. Sorry that it took you three goes and "
        "a mail. I'll look on Monday that it has arrived. Benoît",
        "I have paid 3 times for ONE parking. Each time your machine says error and then takes it anyway.",
        {
            "charges": "3 x €12 seen",
            "refund": "€24 back, visible in 3 days",
            "cause": "machine 4 at the north exit, fault ours, out of order since this morning",
        },
        "Amelie Roux",
    ),
    Example(
        "Bruno, green coffee costs more since spring, so from 1 May it's 16 instead of 14; our mail about it "
        "went out on 2 April. Those mails are easy to miss. If you'd like, I can keep you at 14 until the "
        "end of the year. Just say so and I'll set it today. Teresa",
        "Why is my coffee subscription 2 euros more this month?",
        {
            "price": "€14 to €16 from 1 May, mail sent 2 April",
            "reason": "green coffee price",
            "old_price": "agent may keep the old price until year end",
        },
        "Bruno Costa",
    ),
    Example(
        "Good morning Isabel, eleven it is, on Saturday at 8, on the terrace. There's no step: the ramp is "
        "on your left as you come in, and I've put you at its end so that nobody has to be squeezed past. "
        "See you then! Rafa",
        "Good morning. We are 11, not 10, on Saturday, and one uses a wheelchair. Is the terrace possible?",
        {
            "terrace": "table for 11 fits, no step, ramp on the left",
            "booking": "Saturday 20:00, changed to 11",
        },
        "Isabel Ortega",
    ),
    Example(
        "Kerstin, after twenty-two years, or after two days, nobody should have to hear that in our shop. I "
        "don't know yet who it was and won't guess; Ulla, who runs the shop, is speaking with everybody who "
        "was on yesterday. You'll hear from me by noon tomorrow what she found and what we do about it. If "
        "you'd rather talk, I'm on 555 0117 until six. Annika",
        "Someone in your shop laughed at my accent. I have lived here for 22 years.",
        {
            "incident": "not yet looked into, manager Ulla talks to staff on duty today",
            "answer": "tomorrow by noon",
        },
        "Kerstin Falk",
    ),
    Example(
        "Jomo, thank God you can write this. Please leave the tractor standing where it is. Peter is with "
        "you tomorrow at 7 with a new tyre and takes the burst one along, and our inspector has it on his "
        "table the same day. I don't know what made it burst, and until I do I'd only be guessing. His "
        "report is with you by Friday, good or bad. I'll ring tomorrow at 9. Wanjiru",
        "the tractor tyre burst 3 days after you fitted it. could have killed me",
        {
            "cause": "unknown, inspector looks tomorrow",
            "visit": "Peter with a new tyre, tomorrow 7:00",
            "report": "by Friday",
        },
        "Jomo Karanja",
    ),
    Example(
        "Fleur, Bas is on it, number 12 of 16, paid and all. Our mail had gone to your old address; I've "
        "sent it again just now to the one you write from, with the packing list. He can start counting the "
        "days. Jits",
        "can you check if my son Bas (7) is really on the list for the camp? didn't get any mail",
        {
            "list": "Bas is number 12 of 16, paid",
            "mail": "went to an old address, resent today",
        },
        "Fleur Maes",
    ),
    Example(
        "Mr Clarke, three of us gave you three dates and none of us had checked, so I understand why you "
        "won't take a fourth from me. Yvonne Hart, who runs this place, calls you today at 2 and has every "
        "note in front of her. Before she does: the bed is on Saturday's van, between 9 and 11, and this "
        "time I've asked the driver himself. I'm sorry that you had to get this far. Lorna",
        "I want to speak to your manager. I've been lied to by everyone so far.",
        {
            "cause": "three agents gave three dates, none checked",
            "manager": "Yvonne Hart calls today 14:00, has all notes",
            "delivery": "bed arrives Saturday 9-11, confirmed with the driver",
        },
        "Winston Clarke",
    ),
    Example(
        "Nadia, I've read them too. Ours comes from two farms in Wales and one in Uruguay, none of which "
        "mulese, and the certificate behind that is the RWS one from 2024. I'll gladly send you a copy; "
        "shall I? Hanna",
        "Is the wool ethically sourced? I read awful things about mulesing.",
        {
            "wool": "from two farms in Wales and one in Uruguay, all non-mulesed, certificate RWS 2024",
        },
        "Nadia Rahman",
    ),
    Example(
        "Kasper, that you've stopped expecting anything is worse than being shouted at, and we earned it. It "
        "was loaded on the wrong lorry, by us. It's on the right one now and comes on Wednesday between 2 "
        "and 4; the €39 for delivery goes back to you today. I'll be on the phone with the driver from noon "
        "and will tell you at once if anything moves. Signe",
        "It is late. Again. I have stopped expecting anything else to be honest.",
        {
            "cause": "we loaded it on the wrong lorry",
            "delivery": "Wednesday 14-16",
            "remedy_limit": "delivery fee €39 back",
        },
        "Kasper Holm",
    ),
    Example(
        "Abena, 9 grams in 100 ml, so 22.5 in a bottle of 250. If that's too much for your dad, the lime one "
        "has none at all; it's sweetened with stevia. Ask me for any other and I'll look it up. Kofi",
        "How many grams of sugar in the mango one? My dad is diabetic.",
        {
            "mango": "9 g per 100 ml, bottle 250 ml",
            "lime": "no sugar, sweetened with stevia",
        },
        "Abena Owusu",
    ),
    Example(
        "Mr Moss, that's as serious as it gets, and I won't play it down or explain it away. Dr Vance is "
        "reviewing it now and you'll have what she finds on Thursday. Your X-ray and the notes are yours; "
        "I'm sending them to you today, so that anybody you like can look at them. Irene Falk, who leads the "
        "practice, calls you at 4 this afternoon. Are you in pain right now? Then ring me on 555 0102 and "
        "you'll be seen within the hour. Josephine",
        "Your dentist pulled the wrong tooth!!! I'm going to sue.",
        {
            "cause": "under review by Dr Vance, not yet established",
            "review": "result Thursday",
            "records": "x-ray and notes can be sent today",
            "contact": "practice lead Irene Falk calls today 16:00",
        },
        "Terence Moss",
    ),
    Example(
        "Alma, early is fine. Booking opens on 1 October, and I've put you in my diary for that morning at "
        "8: I'll book it for you and send you the confirmation before breakfast is over. How many will you "
        "be? Elsa",
        "I know I'm a bit early but can I already book the sauna for New Year's Eve?",
        {
            "booking": "opens 1 October",
            "waiting": "agent can note the wish and book it on 1 October at 8:00",
        },
        "Alma Svensson",
    ),
    Example(
        "Gustav, nine coffees are nine coffees, whatever system we have. I've put all nine on the new card "
        "by hand, and the tenth is waiting for you, free, from today. If the till makes a fuss, say Lotte "
        "said so. Lotte",
        "You can keep your stupid loyalty card. 9 stamps, and now 'new system' and they're all gone.",
        {
            "stamps": "9 stamps moved by us by hand today",
            "coffee": "tenth coffee free, valid now",
        },
        "Gustav Meer",
    ),
)
