"""Good replies of many trades whose words elsewhere refuse, send away, gush or guess."""

from bot.standard.finding import Example

GOOD_TRADES: tuple[Example, ...] = (
    Example(
        "Hi Mara, it never runs out of hot water: the boiler holds 300 litres, and two showers at once are fine. Jon",
        "Will there be enough hot water for six of us?",
        {"boiler": "300 litres"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, the gate is closed at night, from 10 to 6, and your key card opens the side door at any hour. Jon",
        "Can I get in at midnight?",
        {"gate": "closed 10 pm to 6 am", "side_door": "key card, any hour"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, the floor can't be scratched by the dog; it's oak with a hard oil, made for paws. Jon",
        "Will my dog scratch the floor?",
        {"floor": "hard oiled oak, dog proof"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, the price is final: 840 euros with delivery, tax and fitting, nothing on top. Jon",
        "Is that the final price?",
        {"price": "840 euros all in"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, the coach is full with 48 people, and your two seats are among them: 11 and 12. Jon",
        "Is the coach going ahead and do we have our seats?",
        {"coach": "48 booked, goes ahead", "seats": "11, 12"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, the warranty covers the motor for ten years. It doesn't cover the filter, which is a wear "
        "part at 12 euros. Jon",
        "What does the warranty cover?",
        {"warranty": "motor 10 years, not filter"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, the licence is not transferable to a second laptop at the same time, but signing out on the"
        " old one frees it in a second. Jon",
        "Can I use it on my new laptop?",
        {"licence": "one device at a time, sign out frees it"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, your tutor is Ilse Brandt; she's in room 12 on Tuesdays and knows about the essay. You can "
        "ask her about it in class, too. Jon",
        "Who's my tutor?",
        {"tutor": "Ilse Brandt, room 12"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, the spare key is at the reception desk, under your name; just go to the counter on your left. Jon",
        "Where do I get the spare key?",
        {"key": "reception, under name"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, half of it, 45 euros, is due now and the other half on the day. Jon",
        "What do I pay now?",
        {"price": "90 euros, half in advance"},
        "Mara Lind",
    ),
    Example(
        "Mara, your free samples went out today, and the voucher you won is in the same parcel. Jon",
        "My crate came damaged, two bottles ruined. And where's my prize?",
        {"prize": "voucher and samples, sent today", "crate": "new bottles sent", "remedy_limit": "40 euros"},
        "Mara Lind",
    ),
    Example(
        "Thank you for waiting in the rain with the dog, Mara, until Otto came. Jon",
        "I waited an hour in the rain for your man.",
        {"gate": "x"},
        "Mara Lind",
    ),
    Example(
        "Thanks for your review, Mara: the point about the steep stairs went straight into the listing. Jon",
        "I wrote a review about the stairs.",
        {},
        "Mara Lind",
    ),
    Example(
        "Thank you for giving us the meter reading twice, Mara; now it's right, 4512. Jon",
        "The reading is 4512, again.",
        {},
        "Mara Lind",
    ),
    Example(
        "Thanks for understanding the German leaflet better than I did, Mara: it is 5 ml. Jon",
        "The leaflet says 5 ml, not 15.",
        {},
        "Mara Lind",
    ),
    Example(
        "Mara, thank you for supporting Ben through the exam; he passed. Jon",
        "Did Ben pass? I was with him.",
        {},
        "Mara Lind",
    ),
    Example(
        "Thank you for joining us at the harvest on such a wet day, Mara. The wine is ready in May. Jon",
        "When is the wine from our harvest day ready?",
        {"wine": "May"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, that seat isn't available on Friday; on Saturday it is. Jon",
        "Is seat 4 free on Friday?",
        {"friday": "taken", "saturday": "free"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, three of you at 12 and one child at 6 make 42 euros. Jon",
        "What do we pay, 3 adults and a child?",
        {"adult": "12 euros", "child": "6 euros"},
        "Mara Lind",
    ),
    Example(
        "Hi Mara, your parcel left us on Monday, so two days from then is Wednesday. I'll look on Wednesday "
        "at noon. Jon",
        "When does it come?",
        {"parcel": "sent Monday, 2 days"},
        "Mara Lind",
    ),
    Example(
        "Mara, your table was given away and that's our mistake. Dinner for the two of you is on us on "
        "Friday, up to the 80 euros I may give. Jon",
        "You gave our anniversary table away!",
        {"remedy_limit": "80 euros"},
        "Mara Lind",
    ),
    Example(
        "Mara, the toast came burnt, sorry. It's off the bill and there's a coffee for you. Jon",
        "My toast was burnt.",
        {},
        "Mara Lind",
    ),
    Example(
        "Mara, you're a star for finding the receipt. It's paid out today. Jon",
        "Found the receipt!",
        {},
        "Mara Lind",
    ),
    Example(
        "Thank you for contacting the vet first, Mara; that was right. Jon",
        "I rang the vet first.",
        {},
        "Mara Lind",
    ),
    Example(
        "Mara, the whole team was delighted about the cake you sent, and Ben asks for the recipe. Jon",
        "I hope you all liked the cake!",
        {},
        "Mara Lind",
    ),
)
