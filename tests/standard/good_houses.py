"""Good replies to hurt and to merry people: heard first, then answered with all that is known."""

from bot.standard.finding import Example

GOOD_HOUSES: tuple[Example, ...] = (
    Example(
        "Hedda, you're not, and you may read this out at the table: batch 7 has a weak heating element, and "
        "yours is one of them. Liv comes on Monday between 1 and 3 and changes it free of charge. Until then "
        "leave it off at the wall. I'll ring you on Monday at 4 to hear whether it bakes.",
        "The new oven trips the fuse every time. My husband says I'm using it wrong. Am I?",
        {
            "fault": "heating element, known in batch 7",
            "engineer": "Liv, Monday 13-15, free under warranty",
        },
        "Hedda Moen",
    ),
    Example(
        "Piet, two hours and then the line goes dead: I'd have used stronger words. Our phones dropped every "
        "call between 10 and 12. You needn't ring again: the address is changed, just as you asked in the "
        "chat. If there's anything left, name an hour and I'll call you, and this time nobody hangs up. "
        "Saskia",
        "You people are useless. Two hours on hold and then cut off.",
        {
            "cause": "our phone system dropped calls 10-12",
            "callback": "agent can call at a time the customer chooses",
            "account": "address changed as asked in the chat",
        },
        "Piet de Vries",
    ),
    Example(
        "Rania, we love cousins who decide at the last minute. There are two places left on the 9th, and one "
        "of them now has her name on it as soon as you send it to me. It's €45, to be paid on the day. How "
        "kind of you to ask for her. Yusuf",
        "Can I still add my cousin to the tour on the 9th? She decides everything last minute, sorry!",
        {
            "tour_9th": "two places left",
            "price": "€45",
            "payment": "on the day",
        },
        "Rania Khalil",
    ),
    Example(
        "Bernard, I'd have asked the very same. The foam was tested in March by the lab in Ghent, and there "
        "are no solvents in it; the certificate is K-114. I'm sending you the whole report today, so that "
        "you needn't take my word for it. Sleep well, both of you. Griet",
        "I read that your mattress foam is toxic. My grandson sleeps on it.",
        {
            "foam": "tested by the Ghent lab in March, no solvents, certificate K-114",
            "sample": "agent can send the lab report",
        },
        "Bernard Colle",
    ),
    Example(
        "Lucy, let's keep you alive: INV-4410 is attached. It went to your old mailbox three times, because "
        "nobody here had changed it, and that's our doing. The right address is in now. I'm sorry, and good "
        "luck with the accountant. Wen",
        "Third email. Still no invoice. Our accountant is going to kill me.",
        {
            "invoice": "INV-4410, sent to an old mailbox by us",
            "resent": "attached now",
        },
        "Lucy Tan",
    ),
    Example(
        "Adaeze, it's fine, don't rush: nobody comes after you until half past five. See you at 4.20, and "
        "get yourself a coffee on the way. Mireille",
        "is it ok if i come 20 min late for the fitting, train is late",
        {
            "fitting": "16:00, next customer at 17:30",
        },
        "Adaeze Nwosu",
    ),
    Example(
        "Henk, turn off the tap under the sink if you haven't already. Ruben, our plumber, is on his way and "
        "with you in 40 minutes. Our man drilled without checking, and there's nothing funny in it; his "
        "foreman Karel takes it up with him today. We pay for the pipe and for the drying of your kitchen. "
        "I'm ringing you in an hour to hear that the water has stopped. I'm so sorry. Marijke",
        "Your guy drilled through my water pipe and LAUGHED. Kitchen's flooded.",
        {
            "cause": "our fitter drilled without checking",
            "plumber": "Ruben, on his way, 40 minutes",
            "remedy_limit": "repair and drying at our cost, up to €2,000",
            "incident": "foreman Karel speaks with the fitter today",
        },
        "Henk Bos",
    ),
    Example(
        "Solveig, after two hours nothing sticks to it, and after six you can put on the second coat. If you "
        "start at breakfast, you're done by the evening news. Water and a bit of soap will do for the brush. "
        "Tor",
        "How long does the paint take to dry? Tin doesn't say. And can I wash the brush with water?",
        {
            "drying": "dust dry after 2 hours, second coat after 6",
            "brush": "water and soap",
        },
        "Solveig Aas",
    ),
    Example(
        "Marcus, nobody's laughing here. Our reader swapped two digits: 48210 for 42810. The right bill is "
        "£71, it's attached, and the £412 is torn up; nothing had been taken from your account yet. I've put "
        "a note on the meter so that the next one gets read twice. Sorry for the shock. Joy",
        "Just got my bill. £412?? I live ALONE in a one bed flat. Somebody's having a laugh.",
        {
            "meter": "read 48210, should be 42810; digits swapped by our reader",
            "correct_bill": "£71, new bill attached",
            "refund": "nothing was taken yet",
        },
        "Marcus Bell",
    ),
    Example(
        "Ines, both are here, Larsen A and D in 3/4, €58 for the two, and I've put them in the drawer with "
        "your name on. Come by until 7 on Thursday with the cello and I'll fit them in ten minutes while you "
        "wait, no charge. Tell her to sleep on Thursday night, not to practise. Emil",
        "My daughter's cello strings snapped, both at once, before her exam on Friday. Do you have Larsen A "
        "and D in 3/4?",
        {
            "strings": "Larsen A and D 3/4 in stock, €58 for both",
            "pickup": "Thursday until 19:00",
            "fitting": "free, ten minutes",
        },
        "Ines Baptista",
    ),
    Example(
        "Viktor, you're right to ask: our site was down on 1 June from 6 in the evening until midnight, so "
        "nobody could pay. The €15 comes off today; you'll see it on your next bill as a minus. There's "
        "nothing you need to do. Réka",
        "Why was I charged a late fee when YOUR site was down on the day?",
        {
            "site": "down on 1 June, 18-24, ours",
            "fee": "€15, taken back today",
        },
        "Viktor Nagy",
    ),
    Example(
        "Oyvind, here's where we are. The hub comes from Osaka and is due on Tuesday; Kim builds it in on "
        "Wednesday and you can ride home that evening. Five weeks is far too long for a hub, so the repair "
        "is on us. I can have a loan bike at your door today if you like: yes or no is enough. Silje",
        "So what happens now? You've had my bike for 5 weeks.",
        {
            "part": "rear hub arrives Tuesday, from Osaka",
            "repair": "Wednesday, Kim",
            "loan": "loan bike can be brought today",
            "remedy_limit": "repair free",
        },
        "Oyvind Dahl",
    ),
    Example(
        "Carmen, your father should have had all the time in the world. The waiter has admitted it, and "
        "Pilar, who owns the house, would like to tell your father herself how sorry she is; she calls at 6 "
        "tonight. The €86 for the meal go back to your card today. If he'd rather not be called, one word "
        "from you and I'll tell her. Nuria",
        "We want to complain about the waiter Saturday. He told my father, who has Parkinson's, to 'hurry up a bit'.",
        {
            "incident": "waiter admitted, owner Pilar calls the father today 18:00",
            "remedy_limit": "the meal refunded, €86",
        },
        "Carmen Ruiz",
    ),
    Example(
        "Declan, 12A, by the exit, with nothing in front of you but a door. I've moved you there on the "
        "14th, on EI 604, and there's no charge for being tall. Enjoy the stretch. Orlaith",
        "Can I get a seat with more legroom? I'm 6'7\" and last time my knees were in somebody's back.",
        {
            "seat": "12A exit row free, moved, no charge",
            "flight": "EI 604, 14 May",
        },
        "Declan Moore",
    ),
    Example(
        "Aurelie, thank heavens for the dog. Please don't use it again tonight. A monitor of another model "
        "is on its way to you by courier and arrives before 5 today. What made it cut out I can't say yet; "
        "our engineers take yours apart as soon as it's here, and you'll know on Friday what they found. The "
        "courier takes the old one along. I'll call you at 6 to hear that the new one works. Manon",
        "The baby monitor cut out at 3am and I only woke because the dog barked. I'm shaking.",
        {
            "cause": "unknown, engineers test the unit",
            "new_monitor": "other model, by courier today before 17:00",
            "result": "Friday",
        },
        "Aurelie Blanc",
    ),
    Example(
        "Gideon, we sold you the 2018 edition, and it should have been off the shelf for years. I'm sorry "
        "that it was you four who found out, on a quay. The £24.99 goes back to you today, and the 2024 one "
        "is in the post as well; keep both, the old one has the better photos. Prue",
        "The guide book you sold me lists a ferry that stopped in 2019. We stood there with bags and two kids.",
        {
            "book": "edition 2018, sold by mistake instead of 2024",
            "new_book": "2024 edition sent today, free",
            "remedy_limit": "£24.99 refund",
        },
        "Gideon Stone",
    ),
    Example(
        "Sunita, no, the meter's in the cabinet outside, so nobody has to be in. They come between 8 and 12 "
        "and the power is off for about twenty minutes; you may want to save what's on your computer. Arun",
        "Do I have to be home for the meter change on Tuesday",
        {
            "meter": "outside cabinet, no need to be home",
            "time": "8-12",
            "power": "off for 20 minutes",
        },
        "Sunita Rao",
    ),
    Example(
        "Walter, thirty-one years, and we introduce ourselves. We took the wrong list, and you've been off "
        "it since this morning. Nobody here needs telling who you are: the reading lamp by the window is "
        "known as yours. Forgive us. Ottilie",
        "I've been a member for 31 years and you send me a 'Dear new friend' letter. Charming.",
        {
            "cause": "wrong mailing list used by us",
            "list": "removed from it today",
        },
        "Walter Kühn",
    ),
    Example(
        "Noor, it isn't lost. It's printed and at the depot in Leeds, and it comes to you tomorrow before "
        "noon; somebody has to sign for it. We had it in the wrong tray for three days, which is where your "
        "eight come from. I'm sorry for the worry. I'll look at it tomorrow at noon and write to you. Femi",
        "hello the lady on phone said 3-5 days its now 8 days. is my passport lost",
        {
            "passport": "not lost, printed, at Leeds depot",
            "delivery": "tomorrow before 12, signed",
            "cause": "we put it in the wrong tray for three days",
        },
        "Noor Aziz",
    ),
    Example(
        "Edgar, above the disco isn't quiet by anybody's measure. Our desk gave you the wrong key. Room 9 on "
        "the courtyard is yours from now on, and last night goes back to you, €110. I've slept there myself: "
        "you hear a fountain and nothing else. I'll leave the key with Ana, so just go up when you like. "
        "Bruno",
        "I'm very disappointed. The 'quiet' room was above the disco.",
        {
            "cause": "front desk gave the wrong room",
            "tonight": "room 9, courtyard",
            "remedy_limit": "one night refunded, €110",
        },
        "Edgar Lyle",
    ),
    Example(
        "Freya, no need to be embarrassed, it happens in the best of families. All six are undone and the "
        "€53.94 is on its way back. Under Settings, Family there's a switch called 'Ask me first', and with "
        "it he has to. Be kind to him, he has good taste. Nils",
        "My son (14) ordered 6 skins with my card without asking. I'm so embarrassed. Can it be undone?",
        {
            "purchase": "6 skins, €53.94, can be undone within 14 days, done",
            "parental_lock": "Settings, Family, Ask me first",
        },
        "Freya Lunde",
    ),
    Example(
        "Jean-Luc, Olga had a flat tyre and we should have rung you at five past ten. She's with you at 11 "
        "and stays the full hour. The lesson is on us. Sorry that you've been standing there. If she isn't "
        "there at 11 sharp, ring me on 555 0140. Agathe",
        "Where are you? It's 10.40. The lesson was at 10.",
        {
            "cause": "instructor had a flat tyre, told nobody",
            "instructor": "Olga, arrives 11:00",
            "remedy_limit": "lesson free",
        },
        "Jean-Luc Moreau",
    ),
)
