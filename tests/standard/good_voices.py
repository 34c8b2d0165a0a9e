"""Good replies short and long, warm and dry, as forty people write: each says nothing that the standard could mind."""

from bot.standard.finding import Example

GOOD_VOICES: tuple[Example, ...] = (
    Example(
        "It did, Ottilie, on Tuesday, and it's with you on Thursday, so two days in hand. Somebody has to sign for "
        "it; if nobody's in, tell me and I'll have it left with a neighbour.",
        "Did my poster order go out? The fair opens on Saturday.",
        {"order": "left Tuesday, arrives Thursday", "carrier": "signature needed"},
        "Ottilie Brandt",
    ),
    Example(
        "Marek, our billing run started twice on 2 May, and yours was one of the accounts it hit. Our doing, and I'm "
        "sorry. The second 34.50 went back to you today; your bank shows it by Friday.",
        "Why was my direct debit taken twice in May?",
        {"cause": "our billing run started twice on 2 May", "refund": "34.50 sent back today, on account by Friday"},
        "Marek Zielinski",
    ),
    Example(
        "Hi Ines, yes and yes: bikes ride free on deck 2 if you're there by 7:25, and the bar opens as we cast off.",
        "Can I bring my bike on the 7:40 ferry? And is there coffee on board?",
        {"bikes": "free, deck 2, be there 15 minutes before", "coffee": "bar opens when the ferry leaves"},
        "Ines Calvo",
    ),
    Example(
        "No glue should follow you onto the mat, Gwendolyn. The 18 euros are on their way back to your card, and you "
        "needn't send the block anywhere. It airs out in a few days on a balcony, should you want to keep it.",
        "I'd like a refund for the yoga block, it smells of glue.",
        {"refund": "18 euros, done today", "return": "not needed"},
        "Gwendolyn Hart",
    ),
    Example(
        "Hello Tobias, we're open from ten till five that day. Our own car park is closed for works, so the Canal "
        "Street garage round the corner is your best bet, at 4 an hour.",
        "Is the museum open on Easter Monday and can we park nearby?",
        {"easter_monday": "open 10-17", "parking": "Canal Street garage, 4 an hour; museum's own closed for works"},
        "Tobias Lindqvist",
    ),
    Example(
        "Hi Priya, the update on our side threw out every sign-in older than 90 days, and yours was one. I've reset "
        "it; the mail with the new link has just gone out. Should it not turn up in ten minutes, say so here and "
        "I'll let you in by hand.",
        "I can't log in since the update. It keeps saying token expired.",
        {
            "cause": "update signed everybody out, tokens older than 90 days fail",
            "fix": "agent reset it now, new mail sent",
        },
        "Priya Raman",
    ),
    Example(
        "Harald, a day for socks, three for furniture and ten for rugs. If it's colder than 15 degrees in there, add "
        "half a day.",
        "How long does the varnish need before I can walk on the floor?",
        {"drying": "walk after 24 hours, furniture after 72, rugs after 10 days"},
        "Harald Moen",
    ),
    Example(
        "Rosa, cold soup and a shrug: I wouldn't want to be served like that either, and I'm sorry. I've taken the "
        "9.50 off your card, and Luis, who runs the room, has talked to him about it. Would you give us a second go? "
        "The table by the window is yours if you tell me an evening.",
        "The soup was cold and the waiter just shrugged.",
        {"refund": "soup 9.50 taken off", "manager": "Luis spoke with him"},
        "Rosa Delgado",
    ),
    Example(
        "Mr Achterberg, I can't tell from here why it whistles, so let's have it on the bench: today at 4.20 or "
        "tomorrow at 9, whichever you like better. It takes ten minutes and costs nothing.",
        "My hearing aid whistles since the clean. Appointment?",
        {"slots": "today 16:20, tomorrow 9:00", "cause": "unknown"},
        "Bernard Achterberg",
    ),
    Example(
        "Yasmin, the binding one exists in English only, but Nadia here is writing you a two-page summary in Arabic. "
        "You'll have it on Wednesday.",
        "Can you send the contract in Arabic too?",
        {"arabic": "no, English is binding; summary in Arabic possible by Wednesday"},
        "Yasmin Haddad",
    ),
    Example(
        "Colm, it can't slide, so she's safe where she is. Dara is 12 minutes away. If she's frightened, stay beside "
        "her and talk to her; there's a hand crank under the seat, but leave it to Dara if you can. Any pain or "
        "dizziness: ring 999 straight away. I'm staying on this line.",
        "my gran's stairlift stopped halfway with her on it!!",
        {
            "engineer": "Dara, 12 minutes",
            "advice": "hand crank under the seat, power switch at the bottom",
            "safety": "stays put, cannot slide",
        },
        "Colm Breathnach",
    ),
    Example(
        "Not really, Liv. They're true to size; only wide feet do better with half a size more.",
        "Do the hiking boots run small?",
        {"fit": "true to size, half a size up for wide feet"},
        "Liv Aasen",
    ),
    Example(
        "Six days without a scan would worry me too, Dmitri. I've opened a trace with the carrier this morning; they "
        "answer within two working days, and by Thursday noon you'll hear from me either way. Is it not found by "
        "then, I send a new one at once.",
        "Where's my parcel? Tracking hasn't moved for 6 days.",
        {
            "tracking": "last scan Leipzig 12th",
            "trace": "agent opened it today, answer within 2 working days",
            "replacement": "agent may send if not found",
        },
        "Dmitri Volkov",
    ),
    Example(
        "No need to be sorry, Clementine, it happens. The 12 euros are going back to your card, three days at most, "
        "and the account is closed, so nothing more can be taken.",
        "I forgot to cancel my trial, sorry! Any chance of the money back?",
        {"refund": "done, 12 euros, 3 days", "account": "closed"},
        "Clementine Roux",
    ),
    Example(
        "Jasper, please not the brownies: there's hazelnut in them. The lemon slice is the one for him, it's baked "
        "in a separate kitchen where no nuts come in.",
        "Are the brownies nut-free? My nephew has an EpiPen.",
        {"brownies": "contain hazelnut", "nut_free": "lemon slice, baked in a separate kitchen"},
        "Jasper Okonkwo",
    ),
    Example(
        "Hedda, after three mails you should have somebody who can decide, and that's Ulla Strand. She has all three "
        "in front of her and rings you today at 3, so you won't have to start from the beginning.",
        "I want to speak to someone who can decide. This is going nowhere.",
        {"manager": "Ulla Strand, decides on refunds, rings today 15:00", "history": "three mails"},
        "Hedda Nyberg",
    ),
    Example(
        "Done, Paolo. It comes to Via Roma 12 now, still on Wednesday.",
        "Can I change the delivery to my office, Via Roma 12?",
        {"delivery": "Wednesday", "change": "done, Via Roma 12"},
        "Paolo Ferrero",
    ),
    Example(
        "Dear Mrs Whitlock, I'm sorry for your loss, and that our letters kept coming after it. The contract is "
        "ended as of the day he died, and the 88 pounds for the four months will be in your account on Friday. A "
        "short letter confirming it is in the post. There is nothing you need to do or send.",
        "My late husband's phone contract is still being billed. It's been 4 months.",
        {
            "contract": "ended today, back to the date of death",
            "refund": "4 months, 88 pounds, Friday",
            "letter": "confirmation in post",
        },
        "Agnes Whitlock",
    ),
    Example(
        "Mr Kraus, it does, right down to minus 25. Below minus 15 it gives about half, and then the built-in "
        "electric rod lends a hand by itself.",
        "Does the heat pump still work at minus 20?",
        {"cold": "down to -25, half output below -15", "backup": "electric rod, built in"},
        "Ferdinand Kraus",
    ),
    Example(
        "Nadine, two hours of thinking, gone: that hurts. I found a copy from 14:05 and it's back in your notebook, "
        "so about ten minutes are missing. Why it happened we don't know yet; I'm reading the logs with Ola and will "
        "write to you on Friday at noon with what we found, even if it's little.",
        "Your app ate my 2 hours of notes. Gone.",
        {"cause": "unknown, logs being read", "backup": "version of 14:05 found, restored", "update": "Friday noon"},
        "Nadine Fournier",
    ),
    Example(
        "Hi Sunil, in one line each: Pro is for one person at 12 a month; Team is for up to ten at 49 and adds "
        "shared folders. From five people on, Team comes out cheaper.",
        "What's the difference between Pro and Team?",
        {"pro": "1 user, 12 a month", "team": "up to 10 users, 49 a month, shared folders"},
        "Sunil Mehta",
    ),
    Example(
        "It is, Greta: the frame settles during the first fortnight and grumbles a bit. If it still creaks after "
        "that, tell me and our fitter comes by, free of charge.",
        "Is it normal that the new sofa creaks?",
        {"creak": "normal first 2 weeks, wood settles; after that fitter comes free"},
        "Greta Olofsson",
    ),
    Example(
        "Rufus, your ticket was fine and the fine wasn't: our camera misread your plate. It's cancelled, and the "
        "confirmation is attached for your files. Sorry for the fright.",
        "I parked in your lot and got a fine although I had a ticket. Photo attached.",
        {"fine": "cancelled, camera misread the plate", "confirmation": "attached"},
        "Rufus Adeyemi",
    ),
    Example(
        "Ursula, for the evening class she'd have to be 16, that's our insurance. But the Saturday class at 10 has "
        "the same teacher and two places left. Shall I keep one for her?",
        "Can my daughter (14) join the adult pottery class?",
        {"age": "16 from insurance", "youth_class": "Saturday 10, 2 places, same teacher"},
        "Ursula Keane",
    ),
    Example(
        "Emeka, a fair question. Our mail merge slipped by one line and 14 people got a neighbour's invoice; yours "
        "went to nobody. We reported it to the regulator yesterday, as one must. Please delete the one you got; I'm "
        "sorry for the worry.",
        "You sent me someone else's invoice. Should I be worried about my data?",
        {
            "cause": "our mail merge slipped by one line, 14 customers",
            "your_data": "went to nobody",
            "report": "sent to the regulator yesterday",
        },
        "Emeka Nwosu",
    ),
    Example(
        "Maija, of course. Room 214 looks onto the courtyard and is ready at three. Leave your things as they are, "
        "Pekka carries them over and brings you the new key.",
        "Is there a quieter room? The lift is right behind my wall.",
        {"room": "214, courtyard, free from 15:00", "move": "porter moves luggage"},
        "Maija Koskinen",
    ),
    Example(
        "Lorcan, I've watched it, and nobody should treat a parcel like that. We chose this courier, so it's for us "
        "to put right: a new lamp leaves today and is with you on Thursday. The film has gone to their depot manager "
        "from me.",
        "Your courier threw the box over the fence. Camera footage attached.",
        {"lamp": "new one leaves today, Thursday", "courier": "complaint filed by us"},
        "Lorcan Daly",
    ),
    Example(
        "Beatriz, all that's certain is that it won't be before 14 July. The board hasn't set the day yet. The "
        "moment it does you'll get a mail, and I'll send you a line myself, too.",
        "When does the exam result come?",
        {"result": "not before 14 July, date not fixed", "notice": "by mail and in the portal"},
        "Beatriz Leal",
    ),
    Example(
        "Aksel, the red one is sold out in M just now. New ones come in on 12 March; I can put one aside for you and "
        "send it that day, and the blue one stays with you until then. Shall I?",
        "Can I swap the blue jacket for red, same size?",
        {"red": "size M sold out, L and S left", "restock": "12 March"},
        "Aksel Dahl",
    ),
    Example(
        "Winifred, I've read that out in the bakery, and Thea went a bit pink. Happy 70th to your mum from all of us.",
        "Thank you!! The cake was perfect and mum cried.",
        {"baker": "Thea"},
        "Winifred Osei",
    ),
    Example(
        "It is, Mateus. 28 stand here and the other 12 arrive on Thursday evening, so all 40 are at your door on "
        "Friday at 8.",
        "We need 40 chairs by Friday, is that possible?",
        {"stock": "28 here, 12 come Thursday evening", "delivery": "Friday 8:00"},
        "Mateus Araujo",
    ),
    Example(
        "Elspeth, we said we'd ring and then we didn't; I'm sorry. Kirsty can see you tomorrow at half past eleven, "
        "and I'm holding it for you. A yes is enough.",
        "The physio never rang me back about my knee.",
        {"callback": "forgotten by us", "appointment": "tomorrow 11:30 with Kirsty, held"},
        "Elspeth Munro",
    ),
    Example(
        "Soren, that was your own office: their VPN comes out in Sao Paulo, and the login of 4 March, 9:12, carries "
        "your laptop's name. There's been no other. If it still feels odd, I can sign all devices out for you; just "
        "say so.",
        "Can you tell me who logged into my account from Brazil?",
        {"login": "VPN of your own office, 4 March 9:12, Sao Paulo exit", "security": "no other logins"},
        "Soren Vestergaard",
    ),
    Example(
        "Hi Amalie, our own van stops at the harbour, but the post boat takes parcels over on Tuesdays and Fridays "
        "for 6 euros.",
        "do you deliver to the islands?",
        {"islands": "not by van; post boat Tuesdays and Fridays, 6 euros"},
        "Amalie Jorgensen",
    ),
    Example(
        "Terence, 40 minutes of music is no answer. The fault sits in the cabinet at the end of your road; our "
        "engineer is there at one, and I'll text you when your light goes green. A week's fee is already off your "
        "next bill.",
        "I've been on hold for 40 minutes. Just fix my internet.",
        {"line": "fault at the cabinet, engineer there at 13:00", "credit": "one week, done"},
        "Terence Boyle",
    ),
    Example(
        "Ludmila, on its own it isn't: the airline also wants the chip number and the blue pet passport, and the "
        "rabies jab has to be at least 21 days old. Bring her in on any weekday before noon and Dr Hale writes the "
        "passport while you wait.",
        "Is the vaccine certificate enough for my cat to fly?",
        {"cat": "chip, rabies older than 21 days, EU pet passport", "certificate": "alone not enough"},
        "Ludmila Petrova",
    ),
    Example(
        "Gareth, press the two tabs on the sides at once and lift it at the back. It resists a bit the first time.",
        "how do I get the bin lid off",
        {"lid": "press both side tabs, lift at the back"},
        "Gareth Pugh",
    ),
    Example(
        "Hi Noor, that's a clumsy name for a simple thing: the price went up by 7.10 a month on 1 April, and this "
        "bill catches up on two months. From the next one on you'll just see the new price.",
        "Could you explain the 'service adjustment' of 14.20 on my bill?",
        {"adjustment": "price change from 1 April, 7.10 a month, two months"},
        "Noor Rahimi",
    ),
)
