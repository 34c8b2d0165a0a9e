"""Good replies of ordinary days, with bad news among the good: each says nothing that the standard could mind."""

from bot.standard.finding import Example

GOOD_DAYS: tuple[Example, ...] = (
    Example(
        "Diederik, after two resets we can leave that: E4 that comes back means a dead sensor. Our fitter brings a "
        "new one on Tuesday at 2.",
        "I reset the thermostat twice as you said. Still error E4.",
        {"E4": "sensor dead, new one needed, fitter Tuesday 14:00"},
        "Diederik Smit",
    ),
    Example(
        "Eulalia, it's in your inbox, with the vegan starters and mains marked in green. Tell me your twelve choices "
        "by Thursday and the kitchen is happy.",
        "Can we have the menu for the 12 of us today? Two are vegan.",
        {"menu": "sent, vegan starters and mains marked"},
        "Eulalia Font",
    ),
    Example(
        "It does, Fergus: on concert nights it holds until five to twelve.",
        "the last train, does it wait for the concert to end?",
        {"last_train": "23:40, waits until 23:55 on concert nights"},
        "Fergus Baird",
    ),
    Example(
        "Griselda, found: we'd hung it under 114 instead of 141, sorry for the scare. It's here until Sunday, and if "
        "you can't come by, I'll post it tonight.",
        "You lost my coat at the cloakroom!",
        {"coat": "found, hung under 114 instead of 141, here until Sunday"},
        "Griselda Thorne",
    ),
    Example(
        "Hamza, you're exempt, that's right. The new invoice without VAT is attached.",
        "Can I get the invoice without VAT? We're in Morocco.",
        {"vat": "exempt, reissued, attached"},
        "Hamza Benali",
    ),
    Example(
        "Ilse, two calls to Peru in May, 22 and 18. If you ring there often, there's a pass for 8 a month.",
        "The last bill was a surprise, why 40 more?",
        {"bill": "two calls to Peru, 22 and 18"},
        "Ilse Wagner",
    ),
    Example(
        "Leopold, the wine was bad enough, and laughing at it worse; I'm ashamed of that evening. We pay for the "
        "cleaning: send me a photo of the bill and the money is with you the same day. Ines, who leads the floor, "
        "has spoken with her.",
        "Your waitress spilled wine over my dress and laughed.",
        {"cleaning": "we pay, up to 80", "waitress": "new, spoken to by Ines"},
        "Leopold Hahn",
    ),
    Example(
        "Mirela, the photo is from before May, and we should have taken it down when the pool was closed. You can "
        "move to the Marina today, where there is one, at no cost, or I take 20 % off your stay here. Which would "
        "you like?",
        "The hotel photo shows a pool, there is none!!",
        {
            "pool": "closed since May for repair, our photo is old",
            "offer": "20 percent off the stay, or free move to the Marina with pool",
        },
        "Mirela Dinu",
    ),
    Example(
        "Nils, you're right and our tracking isn't: the second half never left our shelf. It ships today and is with "
        "you on Thursday; I'll look at the scan that morning.",
        "I never got the second half of my order. You say it was delivered.",
        {"second_half": "was left out of the box by us", "ships": "today, Thursday"},
        "Nils Aaberg",
    ),
    Example(
        "Oriana, repairs and parts up to 100 are in it; travel isn't. With Plus, for 4 more a month, travel is in as "
        "well.",
        "What exactly is covered by the basic plan? It's not on your site.",
        {"basic": "repairs, parts up to 100, no travel", "plus": "travel too, 4 more a month"},
        "Oriana Bell",
    ),
    Example(
        "Pascal, above 1,200 m it's snowed in. The cable car takes you up instead, from 8 to 4.",
        "Is the road to the hut open?",
        {"road": "closed by snow above 1,200 m, cable car runs 8-16"},
        "Pascal Meyer",
    ),
    Example(
        "Quentin, it's at eight in the evening on Thursday for you, so pour yourself something. If that's too late, "
        "the recording is up an hour after.",
        "I'm in Sydney. When's the webinar?",
        {
            "webinar": "9:00 London, Thursday",
            "customer_tz": "Australia/Sydney",
            "agent_tz": "Europe/London",
            "sydney_time": "20:00 Thursday",
        },
        "Quentin Abara",
    ),
    Example(
        "Ragnhild, on your laps they fly free; a seat of their own is 20 each.",
        "Do the twins each need a ticket? They're 3.",
        {"under_4": "free on a lap, own seat 20"},
        "Ragnhild Vik",
    ),
    Example(
        "Santiago, a cancelled flight at five and a desk that knows nothing: that was poor of us. Our rota had left "
        "the crew without hours. You're confirmed on LX 214 at 14:20, and 25 for breakfast and lunch is on your "
        "boarding pass. I'll message you here an hour before boarding.",
        "You people cancelled my flight at 5am and nobody knew anything at the desk",
        {
            "cause": "crew out of hours, our rota",
            "new_flight": "LX 214 14:20 confirmed",
            "hotel": "vouchers for meals, 25",
        },
        "Santiago Ruiz",
    ),
    Example(
        "Theodora, they're yours until Friday at six, row and all.",
        "Can you hold two tickets till I get paid on Friday?",
        {"hold": "until Friday 18:00, names noted"},
        "Theodora Pappas",
    ),
    Example(
        "Urs, no wonder: our file had you as zbiden, without the n. I've put it right and the mail went out at 10:14.",
        "My password mail never comes. Yes, I checked spam.",
        {"cause": "typo in address in our file: zbiden", "fixed": "corrected, mail sent 10:14"},
        "Urs Zbinden",
    ),
    Example(
        "Vesna, dangerous no, only too low to heat well. Open the black tap under it slowly until the needle stands "
        "between 1 and 1.5, then close it. If it drops again within a day, there's a leak and I'd send Pete.",
        "Is it dangerous if the boiler shows 0.4 bar?",
        {"pressure": "not dangerous, needs 1 to 1.5; fill via black tap"},
        "Vesna Kolar",
    ),
    Example(
        "Yes, Wilhelmina, you do: 1,200, paid on 1 July. The letter made that hard to find, sorry.",
        "I don't understand your letter. Do I get the grant or not?",
        {"grant": "yes, 1,200, paid 1 July"},
        "Wilhelmina Post",
    ),
    Example(
        "Ximena, that must never happen on a mountain. He was taken off all tours today, and the full 90 are on "
        "their way back to you. Would you tell me in a line or two what you saw? I'd like to have it right when I "
        "talk to him tomorrow.",
        "the guide was drunk",
        {"guide": "suspended today", "refund": "full 90 done"},
        "Ximena Lopez",
    ),
    Example(
        "Yannick, our Barbera at 12: light enough for the spinach, enough backbone for the cheese.",
        "Could you recommend a wine for a vegetarian lasagne?",
        {"wine": "Barbera 12, light"},
        "Yannick Leroy",
    ),
    Example(
        "Dear Ms Hruba, I'm sorry for your loss, and for the bill. It's withdrawn, so please throw it away. The "
        "deposit of 43 goes to the estate by 10 June; if you'd like it on another account, just write me the number.",
        "My mother got a bill although she died in January.",
        {"bill": "sent by mistake, withdrawn", "deposit": "43 comes back to the estate by 10 June"},
        "Zuzana Hruba",
    ),
    Example(
        "Abner, in the presale it's two a head so that more people get in. From 1 May you can add up to six; shall I "
        "remind you that morning?",
        "Why can't I book more than 2 seats?",
        {"limit": "2 per person in presale, from 1 May up to 6"},
        "Abner Stone",
    ),
    Example(
        "Bryony, I've seen the video: he stood in line and paid. He did nothing wrong, and he should hear that from "
        "us. Ruth Ames, who runs the shop, rings you at five today and would like to say it to him herself, if he "
        "wants.",
        "Your shop assistant accused my son of stealing. He's 9.",
        {"video": "checked, he paid", "manager": "Ruth Ames, rings today 17:00"},
        "Bryony Clegg",
    ),
    Example(
        "Cosmo, none in the system, but every night a few come back: be at the door at seven and you've a good chance.",
        "Are there any seats left for tonight?",
        {"tonight": "sold out, returns at the door from 19:00"},
        "Cosmo Ferri",
    ),
    Example(
        "Dorothea, that ends here: Lena Orth has read all five mails and stays with you until it's done. Your new "
        "boiler is approved and comes on Monday at 8.",
        "I have written to you five times and each time someone else answers and asks the same.",
        {"case": "Lena Orth takes over, all five mails read", "answer": "boiler exchange approved, Monday 8"},
        "Dorothea Lamm",
    ),
    Example(
        "Edison, it ended on Sunday, but I've opened it again for your account, until midnight tonight.",
        "The coupon code SPRING doesn't work",
        {"coupon": "expired Sunday, agent may reopen", "done": "reopened for this account until tonight"},
        "Edison Park",
    ),
    Example(
        "Fabienne, not on the shelf. Made for you it takes three weeks, at the same price. Blue and grey could go "
        "out today.",
        "Do you have it in green?",
        {"green": "no, blue and grey; green made to order 3 weeks, no extra"},
        "Fabienne Roche",
    ),
    Example(
        "Gianluca, a promise alone would be worth little, so here's what's different: since April each file lies in "
        "two places, and every week we restore one as a test. I can send you the last test report, if you like.",
        "How do I know you won't lose my data again?",
        {"incident": "one backup disk, 2 of March", "measures": "two copies in two places since April, tested weekly"},
        "Gianluca Neri",
    ),
    Example(
        "Hortense, our team put the seal in the wrong way round. Oskar turns it today at 4, and if the wall has got "
        "stains, our painter comes at our cost. I'll ring you at six to hear that it's dry.",
        "It's been raining through the roof window since you fitted it.",
        {
            "window": "seal fitted the wrong way by our team",
            "repair": "today 16:00, Oskar",
            "damage": "painter paid by us",
        },
        "Hortense Vidal",
    ),
    Example(
        "Of course, Isaac. The last lesson is recorded and online on Saturday.",
        "May I leave early on Friday and miss the last lesson?",
        {"last_lesson": "recorded, online Saturday"},
        "Isaac Lindgren",
    ),
    Example(
        "Jadranka, I've read our mail of 3 May again, and it doesn't say so. So you get it back this time, all 150 "
        "of it? No half measures: yes, it goes to your card today.",
        "You never told me the deposit isn't refundable.",
        {"deposit": "not refundable per contract; mail of 3 May did not say it; agent may refund once"},
        "Jadranka Ilic",
    ),
    Example(
        "Kieran, our driver takes it along for nothing, and it goes to recycling.",
        "what do you do with the old mattress",
        {"old_mattress": "driver takes it, 0, recycled"},
        "Kieran Walsh",
    ),
    Example(
        "Lavinia, please don't: no alcohol until 48 hours after the last tablet. If you've had some already and feel "
        "dizzy, ring our pharmacist, who's here till eight.",
        "Is the medication ok with alcohol?",
        {"alcohol": "no, not for 48 hours after", "pharmacist": "until 20:00"},
        "Lavinia Stoica",
    ),
    Example(
        "Magnus, the principle is right: the shelf said one thing and the till another, and that's our job to get "
        "straight. The 3.20 is back on your card and the label is changed.",
        "You overcharged me by 3.20. It's the principle.",
        {"amount": "3.20 too much, refunded", "cause": "old price on the shelf label, ours"},
        "Magnus Thorsen",
    ),
    Example(
        "Natalia, yes: by registered mail for 8 euros, five days. The digital one works everywhere from today, too.",
        "Can my insurance card be sent abroad?",
        {"abroad": "yes, registered, 5 days, 8 euros; digital card at once"},
        "Natalia Wrona",
    ),
    Example(
        "Not a cent, Octavio; it's free until two days before, and you've five.",
        "Will I be charged if I cancel now?",
        {"cancel": "free until 48 hours before, arrival in 5 days"},
        "Octavio Paredes",
    ),
    Example(
        "Pernilla, carrots take their time in cold soil, up to four weeks. If nothing shows by 10 May, tell me and a "
        "new bag is in the post the same day.",
        "The seeds haven't come up after 3 weeks.",
        {"seeds": "carrots need up to 4 weeks in cold soil", "replacement": "new bag free if nothing by 10 May"},
        "Pernilla Ek",
    ),
    Example(
        "Mr Busch, confirmed: your contract ends on 31 August. The signed letter is attached.",
        "Please confirm in writing that my contract ends on 31 August.",
        {"contract": "ends 31 August", "letter": "attached"},
        "Rainer Busch",
    ),
)
