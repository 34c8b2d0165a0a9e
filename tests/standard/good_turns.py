"""Good replies plain answers, refusals with a way out, and amends: each says nothing that the standard could mind."""

from bot.standard.finding import Example

GOOD_TURNS: tuple[Example, ...] = (
    Example(
        "Quirin, then stay with your little one. Tomorrow is cancelled, at no cost. Thursday at 4 or Friday at half "
        "past nine are free; say which and it's yours. Get well soon to the patient.",
        "I can't make the appointment tomorrow, kid's sick.",
        {"appointment": "cancelled, no fee", "next": "Thursday 16:00 or Friday 9:30"},
        "Quirin Bauer",
    ),
    Example(
        "Renske, a chipped glass is no gift. A new one goes out today and is with you on Wednesday; do throw the old "
        "one away before somebody cuts a lip.",
        "The red wine glass was chipped when I unwrapped it.",
        {"glass": "new one posted today, Wednesday"},
        "Renske Bos",
    ),
    Example(
        "Silas, press the bell by the bed, or ring 555 0190; she's there from nine in the evening until seven.",
        "How do I reach the night nurse?",
        {"night_nurse": "bell by the bed or 555 0190, from 21 to 7"},
        "Silas Whitmore",
    ),
    Example(
        "Thora, that 200 is the excess: of each claim you carry the first 200 yourself, as section 4 of your "
        "contract has it. So of 1,650 we paid 1,450.",
        "Could someone explain why my claim was cut by 200?",
        {"deduction": "excess of 200 in the contract, section 4", "claim": "1,450 paid of 1,650"},
        "Thora Magnus",
    ),
    Example(
        "Two left feet, Umberto: that's on us. The right one leaves today by express and is with you by noon "
        "tomorrow. Keep the spare left one, or give it to somebody who dances like me.",
        "My order has two left shoes.",
        {"shoe": "right one leaves today by express, tomorrow 12", "return": "keep the left one"},
        "Umberto Galli",
    ),
    Example(
        "Viola, for birds and quiet the morning; for the light the evening, with more people around. If it were me, "
        "the morning.",
        "Would you recommend the morning or the evening tour?",
        {"morning": "quieter, birds", "evening": "sunset, busier"},
        "Viola Strand",
    ),
    Example(
        "Mr Kohl, 210 is a shock. Two things come together in it: it covers two months, and the gas price doubled in "
        "October. The meter was read correctly, I checked the photo. If it helps, you can pay it in three parts "
        "without interest.",
        "The heating cost went from 80 to 210?!",
        {
            "heating": "gas price doubled in October, meter read right, 210 for two months",
            "plan": "instalments possible",
        },
        "Waldemar Kohl",
    ),
    Example(
        "Xenia, Monday's is full, and you'd be second on the waiting list. Thursday's has three places, the same "
        "level. Which shall I put you down for?",
        "Is there still a place in the Greek class?",
        {"greek": "full, waiting list 2nd", "other": "Thursday class has 3 places"},
        "Xenia Pappas",
    ),
    Example(
        "Yorick, then what we told you has to hold. The 5 euros are taken off, and the new bill is in your inbox.",
        "I was told there is no fee, and now there's a 5 euro fee.",
        {"fee": "wrongly told by us, waived"},
        "Yorick Lund",
    ),
    Example(
        "All quiet from now on, Zelda: only invoices will come.",
        "Can you turn off the marketing mails but keep invoices?",
        {"mails": "marketing off, invoices stay"},
        "Zelda Abrams",
    ),
    Example(
        "Alasdair, nobody should keep plates next to mould. What it comes from I don't know yet, so a surveyor looks "
        "at it on Thursday at 9. If you'd rather not sleep there until then, flat 6 is empty and yours; the key is "
        "in the box, code in the next message.",
        "There's mould in the cupboard of the flat we rented from you.",
        {"mould": "surveyor Thursday 9", "cause": "not known", "flat": "other flat free till then"},
        "Alasdair Kerr",
    ),
    Example(
        "Blanka, with a k it is. The new badge waits for you at desk 3 tomorrow morning.",
        "My name is misspelled on the badge, Horak with a k not c.",
        {"badge": "new one at desk 3 tomorrow"},
        "Blanka Horak",
    ),
    Example(
        "Cornelius, mail only from now on; it's noted where each of us sees it. The repair is on Monday at 10, and "
        "Ties will flash the light instead of ringing.",
        "Please don't ring me, I'm deaf. Mail only.",
        {"contact": "mail only, noted for all", "repair": "Monday 10"},
        "Cornelius Bakker",
    ),
    Example(
        "Ada Finn, Desdemona, from 4 May on. She'll write to you herself this week to find an hour that suits you "
        "both.",
        "Who is going to be my tutor?",
        {"tutor": "Ada Finn, from 4 May"},
        "Desdemona Carr",
    ),
    Example(
        "Enoch, I've measured it against the forecast: 18 percent under, so you saw right. Since spring the "
        "neighbour's tree shades two of the panels in the afternoon. We'd move those two, free of charge; would next "
        "Thursday do?",
        "The solar panels produce less than promised. 20% less!",
        {
            "output": "18 percent under forecast, tree shadow since spring, measured by us",
            "option": "move 2 panels free",
        },
        "Enoch Mensah",
    ),
    Example(
        "Yes, Flavia, all three courses; only drinks are extra.",
        "Does the price include the dessert?",
        {"menu_price": "3 courses, drinks extra"},
        "Flavia Rossi",
    ),
    Example(
        "Gunnar, up to 100,000 euros per person is covered by the state scheme, whatever happens to us.",
        "How safe is my money if your bank fails?",
        {"guarantee": "100,000 euros by the state scheme per person"},
        "Gunnar Heide",
    ),
    Example(
        "Henrike, we'd planned too many stops for him, so the two hours are ours. The 14 for the ice cream are "
        "refunded, and a fresh lot comes tomorrow at no cost. He'll be glad to hear that you liked him.",
        "Your driver was lovely but he came 2 hrs late and the ice cream melted.",
        {"cause": "we planned too many stops", "ice_cream": "refunded 14, new one free tomorrow"},
        "Henrike Vogt",
    ),
    Example(
        "Then you marry indoors, Ignatius: the hall is kept free for you, at no charge. You decide by nine that "
        "morning, and we move everything.",
        "What happens if it rains on the day of the wedding?",
        {"rain": "hall kept free, no charge, decision by 9:00 that day"},
        "Ignatius Byrne",
    ),
    Example(
        "Jolanta, it's ready today at 4: as a PDF in your mail, and stamped on paper at the desk until 6. That "
        "leaves you the whole of tomorrow.",
        "i need the certificate until tomorrow for my visa",
        {"certificate": "ready today 16:00, pdf by mail, stamped one at desk until 18"},
        "Jolanta Mazur",
    ),
    Example(
        "Klemens, 10 is as far as I can go on the price. What I can add is delivery and putting it up, which is 60 "
        "elsewhere.",
        "Is this your final offer? The other shop gives 15.",
        {"discount": "10 is the most", "extra": "free delivery and assembly"},
        "Klemens Ritter",
    ),
    Example(
        "Leontine, it's paused from 6 to 27 July, and the three weeks are added at the end. Have a good rest from "
        "the news.",
        "I'd like to stop the newspaper for 3 weeks in July.",
        {"pause": "6 to 27 July done, 3 weeks added at the end"},
        "Leontine Maas",
    ),
    Example(
        "Mr Shaw, he should have worn overshoes and he didn't. We'll clean the carpet on Thursday at 10, at our "
        "cost; if that's a bad time, name me another.",
        "Your technician left mud all over my carpet.",
        {"cleaning": "Thursday 10, by us, free", "cause": "no overshoes worn"},
        "Mortimer Shaw",
    ),
    Example(
        "Check-in's at three, Nuria, and your bags are welcome from nine.",
        "what time is check-in and can we leave bags earlier?",
        {"check_in": "15:00", "bags": "from 9:00, free"},
        "Nuria Vidal",
    ),
    Example(
        "Oleander, that's your right, and it's simple: Settings, Data, Export all, and the zip is there within the "
        "hour. Your contract runs until 30 June, so there's no rush. If one thing would have kept you, I'd be glad "
        "to hear it.",
        "Is there a way to export everything? I'm leaving you for a competitor.",
        {"export": "Settings, Data, Export all; zip within 1 hour", "contract": "ends 30 June"},
        "Oleander Pike",
    ),
    Example(
        "Petronella, only with the airbag switched off, and rear-facing never with a live airbag. In the back he's "
        "safest.",
        "My baby's car seat: is it allowed in the front?",
        {"front": "only with airbag off, rear-facing never with airbag"},
        "Petronella Claes",
    ),
    Example(
        "Radek, confirmed: it began at 9:10 UTC with a database failover on our side. The fix went out at 10:05 and "
        "errors are back to zero; we watch it until noon UTC. Would you send one request and tell me if it's clean "
        "for you, too?",
        "The API returns 500 since 9:12 UTC.",
        {
            "incident": "started 9:10 UTC, database failover, fix rolled out 10:05",
            "status": "monitoring until 12:00 UTC",
        },
        "Radek Svoboda",
    ),
    Example(
        "Saoirse, seven centimetres can't be glued back on, and I'm so sorry: Milo misheard you. If you like, we fit "
        "extensions this week at our cost, and your cuts are free for a year. Would Friday at 2 be good?",
        "The hairdresser cut 10 cm instead of 3.",
        {"cause": "Milo misheard", "offer": "free cuts for a year, extensions fitted free, agent may"},
        "Saoirse Flynn",
    ),
    Example(
        "No, Tancred, keep it or recycle it as you like.",
        "Do I have to return the modem?",
        {"modem": "no, keep or recycle"},
        "Tancred Hill",
    ),
    Example(
        "Ulrika, he can: Friday at half past seven, so you're away well before nine.",
        "Can the plumber come before 8? I work from 9.",
        {"plumber": "first slot 7:30 Friday"},
        "Ulrika Berg",
    ),
    Example(
        "Valeria, because knives may only go to adults by law, and we have to check. It's deleted once the order is "
        "through.",
        "Why do you need my date of birth?",
        {"birth_date": "law requires age check for knives, deleted after order"},
        "Valeria Conti",
    ),
    Example(
        "Ten years, Wendelin, and then that. When we changed systems, we lost the joining dates; yours is back, with "
        "2014 on it. Thanks for telling me, there'll be others.",
        "I've been a member 10 years and you greet me with 'new customer'.",
        {"cause": "our system switch lost the join dates", "fixed": "member since 2014 restored"},
        "Wendelin Frost",
    ),
    Example(
        "Xaver, in all of them but the Edel hut. There, boil it.",
        "is the water in the huts drinkable?",
        {"water": "boil at Edel hut, others fine"},
        "Xaver Lang",
    ),
    Example(
        "Of course, Ysolde. The 65 went to your card a minute ago and the voucher is void.",
        "I'd rather have the money than a voucher.",
        {"refund": "65 to card today"},
        "Ysolde Ward",
    ),
    Example(
        "Three years or 500 charges, Zoltan, whichever comes first.",
        "How long is the guarantee on the battery?",
        {"battery": "3 years or 500 cycles"},
        "Zoltan Kiss",
    ),
    Example(
        "Adaeze, it went to your old address on 3 June, because we hadn't carried the change over. I've sent it "
        "again today, to the new one, and a copy is attached so that you needn't wait for the post.",
        "The school says you'd send my son's report. Nothing here.",
        {"report": "sent 3 June to old address, resent today to new", "cause": "address change not carried over by us"},
        "Adaeze Obi",
    ),
    Example(
        "With Dr Singh herself, Bartholomew. A trainee would sit in if you allow it; a no is perfectly all right.",
        "Is my appointment with Dr Singh or with the trainee?",
        {"doctor": "Dr Singh, trainee sits in if allowed"},
        "Bartholomew Reed",
    ),
    Example(
        "Celeste, quel dommage indeed. A new bottle is wrapped twice as well and comes on Friday. Mind the splinters "
        "in the old box.",
        "Quel dommage, the perfume arrived broken.",
        {"perfume": "new bottle Friday"},
        "Celeste Dupont",
    ),
)
