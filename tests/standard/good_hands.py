"""Good replies of many trades whose plain words are the same that quarrels and made-up reasons use."""

from bot.standard.finding import Example

GOOD_HANDS: tuple[Example, ...] = (
    Example(
        "Bettina, cowboys is fair: our crew went home at four and nobody looked up at the skylight. I'm "
        "sorry, most of all for the piano. Mr Lindqvist, who tunes for the opera, comes on Wednesday at 10 "
        "and looks at every string, and whatever he finds goes on our bill. I'll ring you on Wednesday at "
        "noon to hear what he says. Nils",
        "Your roofers left the skylight open and it rained on my piano. MY PIANO. You bunch of cowboys.",
        {
            "cause": "our crew left at 4 without checking the skylight",
            "tuner": "Mr Lindqvist, Wednesday 10:00, we pay",
            "remedy_limit": "repair of the piano up to €900",
        },
        "Bettina Kraus",
    ),
    Example(
        "Hi Omar, do bring it, as long as it's a full-face one; an open one would have to stay in the "
        "locker. A session is 12 minutes, which is around 15 laps if nobody spins. See you on the grid! Dee",
        "hi can i bring my own helmet to the karting and how long is one session",
        {
            "helmet": "own helmet fine if full-face",
            "session": "12 minutes, about 15 laps",
        },
        "Omar Haddad",
    ),
    Example(
        "Grace, I asked Dr Sen the moment I read this. Two a day for a week is within the safe range, so "
        "there's no harm done; from tonight it's one, and the headache should go in two days. The leaflet "
        "was for the stronger tablet, and handing you that one was our mistake. I'm sorry for the fright. Dr "
        "Sen rings you herself today at 5 so that you can ask her anything. Ruth",
        "The locum gave me the wrong dose leaflet and I've been taking two instead of one for a week. Should "
        "I be worried? I have a bit of a headache.",
        {
            "advice": "Dr Sen: two a day for a week is within the safe range, back to one "
            "from tonight; headache goes in "
            "two days",
            "cause": "we handed out the leaflet for the stronger tablet",
            "call": "Dr Sen rings today 17:00",
        },
        "Grace Okonkwo",
    ),
    Example(
        "Pekka, two weeks that became six isn't good enough, and the reason is a silly one: its label fell "
        "off at our Turku depot on the 3rd, and there it stood. Jussi has it on his van and is with you "
        "tomorrow between 8 and 10. I've taken €80 off the bill for the month of cold evenings. I'll text "
        "you when he sets off. Aino",
        "Where is the sauna stove? Said 'two weeks' six weeks ago.",
        {
            "stove": "stuck at our Turku depot since the 3rd, label fell off",
            "delivery": "tomorrow 8-10, Jussi",
            "remedy_limit": "€80 off",
        },
        "Pekka Salo",
    ),
    Example(
        "Dear Marguerite, it can, and 'à toi' stays where it is: our goldsmith cuts on the opposite side, so "
        "not a letter is touched. It costs €65 and takes five working days, one working week. If you bring "
        "it in on a Monday, you'll wear it again by the Monday after. With respect and warm regards, Henrike",
        "I'd like to know whether my late husband's ring can be made smaller without losing the engraving. "
        "It says 'à toi'.",
        {
            "engraving": "stays, cut on the opposite side",
            "price": "€65",
            "time": "five working days",
        },
        "Marguerite Dupont",
    ),
    Example(
        "Tomasz, your dog has better luck this week than you do. Sunday's orders fell off our packing list, "
        "yours among them, and we only noticed this morning; sorry about that. It's on the van and reaches "
        "you today before 6. The postage, €4.90, is on its way back to you. I'll look at 6 and ring if the "
        "van is late. Jen",
        "Ordered the dog food Sunday, site said next day. It's Thursday. Dog is eating my dinner.",
        {
            "cause": "our packing list dropped Sunday orders",
            "delivery": "today before 18:00",
            "refund": "postage €4.90 refunded",
        },
        "Tomasz Wilk",
    ),
    Example(
        "Leila, it's made for exactly that: the first hour is nothing but threading, and nobody is laughed "
        "at, least of all by me. You needn't bring a machine, there's one for each of you. Just bring "
        "yourself. Wanda",
        "Is the course also for people who never touched a sewing machine? And do I need my own?",
        {
            "level": "beginners, starts with threading",
            "machine": "provided, nothing to bring",
        },
        "Leila Amrani",
    ),
    Example(
        "Duncan, we cancelled on you twice with two children in a cold house, and 'do you care' is the right "
        "question. We double-booked the week when two of our engineers fell ill, and you paid for it. Two "
        "electric heaters are with you by 1, so the children are warm first. Sunita comes between 3 and 4 "
        "with the part on her van. I'm not going home before I've heard from you that it's running. Callum",
        "Boiler out since Friday, two kids, you cancelled on me twice. Do you people even care",
        {
            "cause": "two engineers off sick, we double booked",
            "visit": "Sunita, today 15:00-16:00, part on van",
            "heaters": "two electric heaters, dropped off by 13:00",
        },
        "Duncan Reid",
    ),
    Example(
        "Ana, done: the ticket for the 14th now says Inês Ribeiro, and it cost you nothing, as there are "
        "more than three days to go. I've just sent the new PDF to your inbox; the old one no longer opens "
        "the gate, so you may as well delete it. Have your sister bring some photo card with her. Luís",
        "Could you change the name on the ticket from Ana to my sister Inês? Same surname. It's for the 14th.",
        {
            "name_change": "free until 3 days before, done",
            "ticket": "new PDF sent to her email now",
        },
        "Ana Ribeiro",
    ),
    Example(
        "Gerald, three letters is two too many, and you don't need to write a fourth. You get your money "
        "back: £189, all of it, on your card by Friday. Twice we had the cutter on the bench and twice we "
        "overlooked the worn piston; that's ours, and I'm sorry. Bram fetches it from your shed on Tuesday, "
        "so leave it where it is. I'll check on Friday at 4 that the money has arrived and write to you "
        "either way. Maud",
        "THIRD TIME I AM WRITING. The hedge cutter STILL smokes. I want my money back not another repair.",
        {
            "refund": "£189 in full, on the card by Friday",
            "collection": "Tuesday, Bram, from the shed",
            "cause": "worn piston we overlooked twice",
        },
        "Gerald Pym",
    ),
    Example(
        "Ikram, on an exam morning of all mornings, I'm sorry. Why the 7.10 didn't come I don't know yet; "
        "the depot is going through the log, and you'll have the answer from me by Wednesday noon, even if "
        "it's a dull one. What helps today is a letter: I can confirm to your school that the bus didn't "
        "run. Tell me who it should go to and it's there before 5. Hanne",
        "bus 42 didnt show up today at 7.10, i was late for my exam. what happened??",
        {
            "cause": "unknown, depot is checking",
            "answer": "by Wednesday 12:00",
            "letter": "we can confirm the missed bus to the school, today",
        },
        "Ikram Bouzid",
    ),
    Example(
        "Siobhan, so the neighbour got the kiss that was yours. The card was printed and then stayed behind "
        "on our bench; I'm so sorry. Orla is writing it again by hand and takes it round today by 4, with a "
        "second bouquet from us so that nobody can think of the neighbour. I'll ring you at half past four "
        "to hear what your mum said. Fionn",
        "The flowers were for my mum's 80th and they came without the card. She thought they were from the neighbour!",
        {
            "cause": "card printed but left on the packing bench by us",
            "card": "handwritten by Orla, taken round today by 16:00",
            "remedy_limit": "free bouquet",
        },
        "Siobhan Daly",
    ),
    Example(
        "Harald, sixty euros apart, and here is where they go: the Osprey at 279 is heavier cotton, 8 oz "
        "instead of 6, with a wool lining, and we re-wax it free for two years. The Heron has no lining and "
        "is the one I'd take for spring. If you walk in winter, get the Osprey; otherwise save the money. "
        "Frode",
        "What's the difference between the two wax jackets? One is 219 the other 279.",
        {
            "heron_219": "cotton 6 oz, no lining",
            "osprey_279": "cotton 8 oz, wool lining, re-waxing included for 2 years",
        },
        "Harald Vik",
    ),
    Example(
        "Mr Eze, nobody should be called that, least of all in front of his son, and you had done nothing "
        "but try to pay. Our terminal was offline from 9 to 9.40, so every card was refused. I'm sorry, and "
        "so is Pauline, who runs the station: she'd like to tell you and your son so herself, by phone today "
        "or at the counter, whichever you prefer. Your next tank is on us. Which time suits you for her "
        "call? I'll see that she keeps to it. Greta",
        "My card was declined at your pump and the man in the shop said I was trying to steal. In front of my son.",
        {
            "cause": "our terminal was offline 9:00-9:40",
            "incident": "manager Pauline has spoken to the cashier, apologises in person or by phone, today",
            "remedy_limit": "full tank",
        },
        "Chidi Eze",
    ),
    Example(
        "Yuki, please not the miso: its broth has sesame oil in it. The shoyu ramen has none and simmers in "
        "a pot of its own. I'd be hiding something if I didn't add that we do use sesame in the kitchen; the "
        "tools are washed between orders. Tell the waiter 'sesame' when you sit down and he'll tell the "
        "cook. Kenta",
        "I am allergic to sesame. Is the miso ramen safe for me?",
        {
            "miso_ramen": "contains sesame oil in the broth",
            "shoyu_ramen": "no sesame, separate pot",
            "kitchen": "sesame used in the kitchen, tools washed between orders",
        },
        "Yuki Tanabe",
    ),
    Example(
        "Birgit, told twice and still wrong: sorry. We had changed it in one system and not in the other "
        "one, the one that prints invoices. 2291 is attached with Havnegade 4 on it. On 1 July I'll look at "
        "the next one before it leaves the house, and send you a line when I have. Mads",
        "Your invoice 2291 has the old address again. I've told you in March and in May. It's not a "
        "catastrophe but please.",
        {
            "invoice": "2291 reissued with Havnegade 4, attached",
            "cause": "address changed in one system, not in billing",
            "check": "July invoice checked by Mads on 1 July",
        },
        "Birgit Lund",
    ),
    Example(
        "Colm, it is, for the first five boils or so, and it's harmless. Half a lemon in a full kettle "
        "usually does the trick; pour that lot away and make your tea with the next. Should it still smell "
        "on Sunday, answer this mail with one word, and a new kettle is on its way on Monday. Niamh",
        "Is it normal that the new kettle smells of plastic? Third boil.",
        {
            "smell": "normal for the first five boils, harmless, boil with half a lemon",
            "exchange": "if still there after that, new one",
        },
        "Colm Brady",
    ),
    Example(
        "Valentina, it is indeed, and you shared that tiramisù fairly. Our waiter tapped twice; the second "
        "one, €7.50, went back to your card a minute ago and shows in two to three days. Come back for a "
        "whole one each some time. Sandro",
        "You charged me for two desserts, we had one tiramisù between us. Small thing but €7.50 is €7.50.",
        {
            "charge": "€7.50 refunded today, seen in 2-3 days",
            "cause": "waiter tapped twice",
        },
        "Valentina Greco",
    ),
    Example(
        "Hello Kwabena, send me the file as it is, in an answer to this message, and I'll make it smaller "
        "and upload it for you within the hour. Your form is only due on 30 June, so you're in good time. "
        "You'll have a confirmation from me as soon as it's in, today before 5. Ellen",
        "hello i am trying to upload the visa form but it say file too big, the limit is 2 MB and mine is 3.1",
        {
            "limit": "2 MB",
            "agent_can": "upload it for the customer from an email attachment",
            "deadline": "visa desk closes 30 June",
        },
        "Kwabena Mensah",
    ),
    Example(
        "Rosalind, Spain! Then the tomatoes will be better than ours anyway. Your subscription ends on 31 "
        "May and nothing more will be charged; the last box leaves on the 20th. Buen viaje, and thanks for "
        "two summers of honest notes about the courgettes. Pip",
        "I'm cancelling. Nothing personal, I'm moving to Spain.",
        {
            "subscription": "ends 31 May, nothing more charged",
            "boxes": "last box leaves 20 May",
        },
        "Rosalind Marsh",
    ),
    Example(
        "Stefan, breaking a vase is one thing; hiding the pieces is another, and I'm ashamed of it. I asked "
        "him this morning and he admitted both. Please tell me what the vase was worth, or what one like it "
        "costs, and I'll pay it, up to €400, the same day. He won't be coming to you again; if you still "
        "want the shelves up, I'll come myself. I'll call you tonight at 7 to hear which. Zoran",
        "The handyman you sent broke our vase and didn't say a word. My wife found the pieces BEHIND THE SOFA.",
        {
            "cause": "our man broke it and hid it, admitted today",
            "remedy_limit": "value of the vase up to €400",
            "value": "customer tells the value",
        },
        "Stefan Horvat",
    ),
    Example(
        "Mina, yes and yes: wrapping is £3, in cream paper with a green ribbon, and what's ordered before 3 "
        "today is there on Friday. It's only just gone one, so you have time to choose. Flo",
        "Quick one, do you do gift wrapping and can it arrive by Friday if I order today?",
        {
            "wrapping": "£3, cream paper with a green ribbon",
            "delivery": "order before 15:00 arrives Friday",
        },
        "Mina Patel",
    ),
    Example(
        "Torvald, it was honest, and it's back where you left it, every word. Our filter took it down "
        "because of one of them, and nobody here looked, which is our mistake. We'd rather be told in public "
        "that the fish was cold than not be told. Our manager Liv answers you under the review by tomorrow "
        "evening. Sigrid",
        "Why did you delete my review? It was honest. Are you afraid of the truth?",
        {
            "cause": "our filter removed it by mistake, word 'crap'",
            "review": "restored today",
            "reply": "manager answers in public by tomorrow",
        },
        "Torvald Berg",
    ),
)
