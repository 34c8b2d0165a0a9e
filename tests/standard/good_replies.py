"""Good replies from many trades, as people write them: a checker that finds fault with them is not trusted again."""

from bot.standard.finding import Example

GOOD: tuple[Example, ...] = (
    Example(
        "Hi Leonie, I can't move your lesson to Sunday, since the hall is let out then. What I can do is Saturday at "
        "11 or "
        "Monday at 18:30, both with Tomas. Tell me which and I'll enter you; I'm here until 8 tonight. Kim",
        "Can I move my riding lesson to Sunday?",
        {"sunday": "hall let to a club", "free": "Saturday 11:00 or Monday 18:30 with Tomas"},
        "Leonie Arndt",
    ),
    Example(
        "Bruno, two hours in the rain for a bus that we had taken out of the timetable: I'm sorry, the notice never "
        "reached "
        "your stop because we printed it for the wrong line. Your fare of 14 francs is on its way back and shows by "
        "Thursday. "
        "I'll check the stop myself tomorrow morning. Annik",
        "I stood two hours in the rain at Mill Lane and no bus 7 came. Nobody told us anything!",
        {"cause": "notice printed for wrong line", "refund": "14 francs, by Thursday"},
        "Bruno Keller",
    ),
    Example(
        "Dear Ms Okafor, the biopsy result isn't in yet. The lab reads it on Wednesday, and Dr Lindqvist will ring "
        "you that day "
        "between 3 and 4 with the result and the next steps. If the pain gets worse before then, please come "
        "straight in. Ruth",
        "Are my results in? I can hardly sleep.",
        {"result": "not in yet, lab reads Wednesday", "call": "Dr Lindqvist, Wednesday 3 to 4 pm"},
        "Amara Okafor",
    ),
    Example(
        "Hello Piet, thanks for the clear photo of the label, that saved us a round. The pump is the 2019 model, so "
        "it takes "
        "the 32 mm ring. One is in the post and with you on Saturday; it's free, as yours should have had it from "
        "the start.",
        "Which sealing ring do I need? Photo of the label attached.",
        {"pump": "2019 model", "ring": "32 mm, free", "post": "arrives Saturday"},
        "Piet Zwart",
    ),
    Example(
        "Hi Sunniva, yes, you can bring the pram: there's a lift at the north entrance, and the aisle seats in row C "
        "have room "
        "for it. I've swapped your two tickets to C1 and C2 at no cost. The doors open at 18:30. Enjoy the concert!",
        "Can we come with a pram on Friday? And is there a lift?",
        {"lift": "north entrance", "pram": "row C aisle", "tickets": "swapped to C1, C2", "doors": "18:30"},
        "Sunniva Dahl",
    ),
    Example(
        "Hi Tariq, I've looked at your March bill: the 38 euros are a roaming pass that started when the phone met a "
        "Swiss mast "
        "near the border. I've taken it off and blocked the pass, so it can't start by itself again. The new bill of "
        "22 euros "
        "is in your inbox within the hour. Is there anything else on it that looks odd to you?",
        "Why is there a charge of 38 euros on my March bill? I never left the country.",
        {"charge": "roaming pass 38 euros, Swiss mast near border", "bill": "corrected, 22 euros, within the hour"},
        "Tariq Aziz",
    ),
    Example(
        "Gudrun, you're right to be cross: you sent the form twice, and both times it lay in our old inbox. I've "
        "entered your "
        "new bank details by hand just now, and the pension goes to the new account from 1 December. I'll write to "
        "you on the "
        "2nd to make sure it's there. Olaf",
        "I have sent the form twice already and the pension still goes to the old account. This is ridiculous.",
        {"form": "both arrived in old inbox", "bank_details": "changed today", "next_payment": "1 December"},
        "Gudrun Sievers",
    ),
    Example(
        "Hi Matteo, I don't know yet whether the dent comes from our van or from the warehouse, and I won't guess. "
        "I've asked "
        "both for their photos and will tell you by noon tomorrow. Either way, the door will be put right: our "
        "fitter Jana has "
        "Friday at 8 free for you.",
        "There's a dent in the new door. Was it your driver?",
        {"cause": "unknown, photos asked for", "repair": "Jana, Friday 8:00"},
        "Matteo Greco",
    ),
    Example(
        "Hello Wilma, the course fee can't be paid back so close to the start, and I know that stings with your leg "
        "in plaster. "
        "Your place is not lost, though: I've moved it to the spring course, 3 March, without a fee. If a friend "
        "would like it "
        "now, send me the name by Friday and I'll change it.",
        "I broke my leg. Can I get the money for the dance course back?",
        {"refund": "no, less than 7 days before", "move": "spring course 3 March, free", "name_change": "until Friday"},
        "Wilma de Boer",
    ),
    Example(
        "Hi Jasper, it's vegan, yes: the custard is made with oat milk and the pastry with rapeseed oil. It's baked "
        "in the same "
        "oven as the butter croissants, so traces are possible. Shall I put one aside for you tomorrow?",
        "Is the rhubarb tart vegan?",
        {"tart": "vegan, oat milk, rapeseed oil", "traces": "same oven as butter croissants"},
        "Jasper Lund",
    ),
    Example(
        "Roswitha, that cracked tooth on a Friday evening must hurt. Come at 7:40 tomorrow, before the others; Dr "
        "Amin will see "
        "you first. Until then a cold cloth helps, and please chew on the left. If your face swells or you get a "
        "fever, ring "
        "the emergency dentist on 0800 555 0177.",
        "My tooth cracked and it hurts a lot. Can somebody see me?",
        {"slot": "tomorrow 7:40, Dr Amin", "emergency_dentist": "0800 555 0177"},
        "Roswitha Kern",
    ),
    Example(
        "Hi Nia, the grey one is sold out for good, as the mill has stopped weaving it. The nearest I have is "
        "'slate', a shade "
        "darker; I've put two samples in the post for you today, no charge. Have a look at them by daylight, and "
        "tell me if "
        "one fits.",
        "When will the grey curtain fabric be back?",
        {"grey": "discontinued by mill", "alternative": "slate, a shade darker", "samples": "two, posted today, free"},
        "Nia Pritchard",
    ),
    Example(
        "Hello Edgar, both are done: the subscription ends on 30 June, and the two issues you missed are in the "
        "post. There's "
        "nothing more to pay. I'm sorry that the post went to the old flat; we had your new address and didn't pass "
        "it on to "
        "the printer.",
        "Please cancel my subscription to the end of June. Two issues went to my old flat, I'd like to have them.",
        {
            "cancelled": "30 June",
            "missed_issues": "two, posted today",
            "cause": "new address not passed to printer by us",
        },
        "Edgar Noll",
    ),
    Example(
        "Hi Shreya, the 403 comes from the new firewall rule that we switched on at 6 this morning; it took your "
        "office for a "
        "bot. I've let your address range through, and it should work from now on. I'll watch the log until noon and "
        "write to "
        "you at 12 with what I see.",
        "Since this morning our whole office gets a 403 on the login page.",
        {"cause": "firewall rule switched on 6:00", "fix": "address range let through"},
        "Shreya Menon",
    ),
    Example(
        "Dear Mr Haugen, I'm so sorry about your wife. There's nothing you need to send: I've closed her account, "
        "the March "
        "payment of 54 pounds goes back to you by Friday, and no letter will come in her name again. If you'd like "
        "somebody to "
        "talk it through with, I'm on 555 0161 until 5 every day. Elin",
        "My wife died in February and you still take her membership fee. Please stop it.",
        {"account": "closed", "refund": "54 pounds, by Friday"},
        "Sven Haugen",
    ),
    Example(
        "Hi Catarina, good eye: the shelf is 78 cm wide, and the page said 87. We've corrected it today. You can "
        "keep it with "
        "30 euros off, or our van fetches it on Tuesday between 9 and 12 and you get the whole price back. Which do "
        "you prefer?",
        "The shelf is 9 cm narrower than on your page, it doesn't fill the gap.",
        {
            "width": "78 cm, page said 87",
            "options": "30 euros off, or collection Tuesday 9-12 and full refund",
            "remedy_limit": "30 euros or full refund",
        },
        "Catarina Neves",
    ),
    Example(
        "Hi Finn, thank you for the tip with the benches, I've put it on the list for the park team's meeting on "
        "Thursday. "
        "I'll write to you on Friday what they say. And yes, the gate stays open until 10 in summer. Sanne",
        "Could you put benches by the pond? And until when is the gate open?",
        {"meeting": "park team Thursday", "gate": "10 pm in summer"},
        "Finn Aalto",
    ),
    Example(
        "Hi Rosalind, I've found your scarf! It was under seat 14 and is now in the drawer at the box office with "
        "your name on "
        "it. Pick it up any day from 2 to 8, or send me your address and I'll post it tomorrow.",
        "I think I left my green scarf in the theatre last night, row F.",
        {"scarf": "found under seat 14, at box office", "box_office": "2 pm to 8 pm"},
        "Rosalind Fry",
    ),
    Example(
        "Ahmed, you asked us on Monday and got no answer, and that's on me: I had the mail open and left it. The "
        "flat is yours "
        "from the 1st, and the keys are at the caretaker's from 10. The deposit is 1,450 euros, due by the 28th.",
        "Third mail now. When do I get the keys and how much is the deposit?",
        {"keys": "caretaker, from 10, on the 1st", "deposit": "1,450 euros by the 28th"},
        "Ahmed Saleh",
    ),
    Example(
        "Hi Yolanda, the ferry at 9 is full for cars. At 11:15 there's room, and you'd still be in port by 2, before "
        "your "
        "check-in closes. I've kept a car space on it under your name until 6 this evening; shall I move you over?",
        "Is there still space for our car at 9 on Saturday?",
        {"nine": "full for cars", "later": "11:15, arrives 14:00, space held until 18:00"},
        "Yolanda Cruz",
    ),
    Example(
        "Hi Marlies, no, the cream isn't for children under three, because of the menthol. For your two-year-old our "
        "pharmacist Ines recommends the plain marigold balm at 6.90; she's here until 7 if you'd like to ask her "
        "something.",
        "Can I use the cold balm for my two year old?",
        {"balm": "not under 3, menthol", "alternative": "marigold balm, 6.90", "pharmacist": "Ines, here until 7"},
        "Marlies Vogt",
    ),
    Example(
        "Hello Dmitri, the boiler man, Kees, has your file and the photos, and he rings you today between 1 and 2 to "
        "agree on "
        "a time. If he hasn't by 2, write to me here and I'll get him on the line myself.",
        "The boiler makes a knocking noise. Who can come?",
        {"engineer": "Kees, rings today 1-2, has photos"},
        "Dmitri Orlov",
    ),
)
