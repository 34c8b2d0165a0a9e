"""Good replies from the desks of forty trades: each says nothing that the standard could mind."""

from bot.standard.finding import Example

GOOD_DESKS: tuple[Example, ...] = (
    Example(
        "Philippa, you cancelled on 3 March and we didn't act on it. That's our failure, and you've every right to "
        "be furious. All three payments of 19, so 57, went back to your card today, and the account is closed for "
        "good.",
        "I cancelled in March and you're still charging me!!! THIEVES",
        {"cancellation": "received 3 March, not processed by us", "refund": "3 x 19, today", "account": "closed"},
        "Philippa Grange",
    ),
    Example(
        "You can, Rolf. I've opened it for you until Friday; the link in this mail has the old price in it.",
        "Can I still claim the early bird price? It ended yesterday.",
        {"early_bird": "agent may honour until Friday"},
        "Rolf Amsler",
    ),
    Example(
        "Catriona, the first two kilometres are paved and lovely with wheels. After the bridge it's roots, so turn "
        "round there, or bring a sling.",
        "Is the trail ok with a pushchair?",
        {"trail": "first 2 km paved, then roots"},
        "Catriona Bell",
    ),
    Example(
        "Here it is, Vikram, with PO 88-104 on top. The old one is void, so finance can bin it.",
        "The invoice needs our PO number 88-104 on it, otherwise finance won't pay.",
        {"invoice": "reissued with PO 88-104, attached"},
        "Vikram Shah",
    ),
    Example(
        "Johanna, please take her to the hospital now, and don't let her eat or drink on the way. Two or more "
        "magnets can be dangerous, so take the box with you for the doctors. Ring 112 if she has pain or is sick. "
        "I'm here and will call you in half an hour.",
        "my 5yo swallowed one of the magnets from your set",
        {"advice": "hospital at once, no food or drink, bring the set"},
        "Johanna Lind",
    ),
    Example(
        "Cyril, because the heating wakes up at six, just like some of you, and needs an hour. From Monday it starts "
        "at five. Tell me on Tuesday whether it's better?",
        "Why is the gym so cold in the mornings?",
        {"heating": "starts at 6, needs an hour; from Monday at 5"},
        "Cyril Fontaine",
    ),
    Example(
        "Dagmar, it's done as of today; the backups let go of it within 30 days. Only your invoices stay, as tax law "
        "asks us to keep those for ten years, and nobody uses them for anything else.",
        "Please delete all my data.",
        {"deletion": "done, backup gone within 30 days", "invoices": "kept 10 years by tax law"},
        "Dagmar Holt",
    ),
    Example(
        "Sigrid, we packed the wrong one, sorry. The large frame leaves tomorrow and comes on Friday; please hand "
        "the driver the medium one, no box or label needed.",
        "I ordered the large frame and got the medium.",
        {"frame": "large one leaves tomorrow, Friday", "return": "driver takes the medium"},
        "Sigrid Voss",
    ),
    Example(
        "Obinna, from 15 on it's 20 percent off for everyone, and the coach comes in free. Give me a date and I'll "
        "send you the code.",
        "Can I get a discount for my whole football team, 18 kids?",
        {"group": "from 15, 20 percent", "coach": "free"},
        "Obinna Eze",
    ),
    Example(
        "Heloise, it means that one colour is missing: the green yarn. It comes in on Monday, and your parcel goes "
        "out on Tuesday. If you'd rather not wait, I can send the rest today and the green after it, at our cost.",
        "My order says 'processing' for 5 days, what does that mean?",
        {"status": "waiting for the green yarn", "yarn": "arrives Monday", "ship": "Tuesday"},
        "Heloise Garnier",
    ),
    Example(
        "Stanislav, the main beach is good, tested on Monday. Only the north bay is closed because of algae, so "
        "please keep dogs out of there as well.",
        "Is the lake water safe for swimming this week?",
        {"lake": "tested Monday, good; blue-green algae in the north bay, closed"},
        "Stanislav Novak",
    ),
    Example(
        "Merete, it wasn't us, but I found it for you: it's at the city pound, Dock Road 4, open until ten tonight. "
        "They'll want 120 and your licence.",
        "Are you the ones who tow cars? Mine's gone from the square!",
        {"car": "not towed by us; city pound has it, Dock Road 4, until 22:00, 120"},
        "Merete Holm",
    ),
    Example(
        "Mr Richter, three times is two too many. The old address sat in our template and crept back in each time; "
        "I've taken it out there, and the corrected invoice is attached. I'll look at May's myself before it goes "
        "out on the 1st.",
        "Your invoice is wrong again. Third time I'm telling you.",
        {"error": "old address kept coming back from our template, removed", "invoice": "corrected, attached"},
        "Anselm Richter",
    ),
    Example(
        "Hi Fatou, warm layers, nothing of cotton, and shoes that may get wet. The wetsuit comes from us.",
        "What should I wear for the kayak tour in April?",
        {"clothes": "warm layers, no cotton, shoes that may get wet", "suits": "we lend wetsuits"},
        "Fatou Diallo",
    ),
    Example(
        "Leander, I see why 80 for a washer smarts: 60 of it is the drive. As Jan was round the corner from you "
        "anyway, I've taken those 60 off, which leaves 20.",
        "I don't think 80 for changing a washer is fair.",
        {"price": "60 call-out, 20 labour", "option": "call-out waived, agent may"},
        "Leander Pfeiffer",
    ),
    Example(
        "Roisin, your room waits for you at any hour, strike or not; the night porter lets you in. The buses from "
        "the airport run every hour, in case that helps.",
        "Is my booking still ok with the train strike?",
        {"booking": "21:00 arrival ok, night porter", "strike": "buses run hourly from the airport"},
        "Roisin Tierney",
    ),
    Example(
        "Nothing at all, Eskil. The tip is glued, and it's seen worse. I hope your kid is in one piece too?",
        "My kid broke the rental ski. How much do I owe you?",
        {"ski": "tip repaired, 0"},
        "Eskil Berg",
    ),
    Example(
        "Good eye, Zeynep. I've changed it on pages 14 and 22 and found one more on 31; the new PDF is attached.",
        "The translation says 'manual' where it should be 'handbook'. Page 14 and 22.",
        {"correction": "done, new PDF attached", "thanks": "also page 31"},
        "Zeynep Arslan",
    ),
    Example(
        "No need, Isolde: your meter hangs outside, so our reader can get to it on Tuesday morning without you.",
        "Do I need to be home for the meter reading?",
        {"meter": "outside, no", "reading": "Tuesday 8-12"},
        "Isolde Frank",
    ),
    Example(
        "Thaddeus, it was close. The other person had worked nights before, and that settled it. Mara would gladly "
        "go through your interview with you; would Thursday at 2 suit you?",
        "I didn't get the job, could you tell me why?",
        {"reason": "other candidate had night shift experience", "feedback": "Mara offers a call Thursday 14:00"},
        "Thaddeus Cole",
    ),
    Example(
        "Pilar, our chatbot got that wrong, and you shouldn't pay for it. I've put the 50 % on your basket; it holds "
        "until midnight on Sunday.",
        "Your chatbot told me I get 50% off. Now it's 10??",
        {"bot": "gave wrong figure", "discount": "agent may honour 50 once"},
        "Pilar Santos",
    ),
    Example(
        "There is, Quincy: 90 instead of 140, if you're under 26 and show a student card at the gate.",
        "is there a student rate for the season ticket",
        {"student": "under 26 with card, 90 instead of 140"},
        "Quincy Harper",
    ),
    Example(
        "Aurelia, three isn't something our system can do, but two is: 180 now and 180 in June. Shall I set it up "
        "that way?",
        "Can I pay for the course in three instalments?",
        {"instalments": "two possible, not three", "price": "360"},
        "Aurelia Finch",
    ),
    Example(
        "Bodil, once a tin is open we can't sell it on, so no, I'm afraid. You can leave it at the recycling point "
        "by our door, free of charge, and for the next wall there are sample pots at 3 euros.",
        "Do you take back opened paint?",
        {"opened_paint": "no", "option": "recycling point at the door, free; sample pots 3 euros"},
        "Bodil Krag",
    ),
    Example(
        "Mr Wolski, two weeks of five floors is far too much. The part comes from Italy on Tuesday, and the lift "
        "runs again on Wednesday evening. Until then Jonas from our office carries your shopping up each day at 11, "
        "and a stair chair is on its way to you. I'll ring you on Wednesday at 7 to hear whether it's really moving.",
        "The lift has been out for two weeks. I'm 81 and live on the 5th floor.",
        {
            "lift": "part from Italy arrives Tuesday, running Wednesday evening",
            "help": "Jonas carries shopping daily, stair chair lent",
        },
        "Casimir Wolski",
    ),
    Example(
        "Delia, five adults, or 400 kilos if you'd rather count that way. Dogs may come too.",
        "How many people fit in the small boat?",
        {"small_boat": "5 adults, 400 kg", "dogs": "welcome"},
        "Delia Marchetti",
    ),
    Example(
        "It's Thursday, Evander, between 10 and 12. Tuesday was the old plan, and we forgot to tell your colleague "
        "that it had moved. I've just written to her as well.",
        "you told my colleague Tuesday, you told me Thursday. which is it",
        {"delivery": "Thursday 10-12", "cause": "Tuesday was the old plan, we forgot to tell your colleague"},
        "Evander Slate",
    ),
    Example(
        "You can, Franka. I found it under your name and have sent it again; at the door an ID is enough too.",
        "I lost my ticket, can I still get in?",
        {"ticket": "found under her name, resent", "door": "ID enough"},
        "Franka Weiss",
    ),
    Example(
        "Giles, I can see why it grates when the flight itself was 19. One cabin bag is always free; only the hold "
        "bag is 25. If you tell me what you carry, I'll see whether it fits without paying.",
        "Your policy of charging for bags is a joke.",
        {"bags": "one cabin bag free, hold bag 25, law forbids plastic"},
        "Giles Hathaway",
    ),
    Example(
        "Hyacinth, two in one: myxomatosis and RHD, a single jab a year.",
        "Which vaccine does a rabbit need?",
        {"rabbit": "myxomatosis and RHD, once a year, one jab"},
        "Hyacinth Moore",
    ),
    Example(
        "Ivo, the warranty ran for two years, so I can't replace it any more. What I can do: we seal the seam for "
        "15, or I send you the tape for nothing and you do it in ten minutes. Which do you prefer?",
        "The tent leaks at the seam. It's 3 years old.",
        {"warranty": "2 years, over", "option": "seam sealed for 15, or free tape to do it yourself"},
        "Ivo Marin",
    ),
    Example(
        "Jocasta, four mails and no answer: they all sat in our spam folder, because our filter is stricter than it "
        "should be. I've let your address through for good. And yes to the demo: Monday at 10 is yours, the link is "
        "below.",
        "When will you finally answer??? 4th mail.",
        {"answer": "mails landed in spam by our filter", "offer": "demo Monday 10"},
        "Jocasta Lane",
    ),
    Example(
        "Not as a whole, Kasper. Two of our breads are made without gluten, but in the same kitchen as the wheat "
        "ones, so traces are possible. For coeliacs I wouldn't risk it.",
        "Is the bakery gluten free?",
        {"bakery": "two breads gluten-free, same kitchen as wheat, traces"},
        "Kasper Friis",
    ),
    Example(
        "Lucinda, I'm sorry about your dog. His name is off the list, and no card will come in it again.",
        "Please take my dog's name off the greeting cards, he died.",
        {"list": "removed"},
        "Lucinda Park",
    ),
    Example(
        "For up to fifty users it is, Maxim. Above that, take eight.",
        "Is 4 GB enough for the server?",
        {"memory": "4 GB for up to 50 users, 8 from there on"},
        "Maxim Orlov",
    ),
    Example(
        "Nerys, there's a second one on Sundays at 11, same songs, same conductor. Just turn up.",
        "The choir rehearsal clashes with my shift. Alternatives?",
        {"rehearsals": "Tuesday 19:30, Sunday 11:00"},
        "Nerys Vaughan",
    ),
    Example(
        "Oswin, you're right to ask: Holt & Co never reported that year to us. Your P60 is here and proves it. I've "
        "written to them on 3 May; they have until the 20th, and that day I'll close the gap with or without their "
        "answer and write to you.",
        "My pension statement shows 2019 as a gap but I worked at Holt & Co.",
        {
            "gap": "Holt & Co never reported, request sent to them 3 May, answer by 20 May",
            "proof": "P60 of customer received",
        },
        "Oswin Tait",
    ),
    Example(
        "We do, Pernille: twelve days, 29 euros.",
        "Do you ship to Greenland?",
        {"greenland": "yes, 12 days, 29 euros"},
        "Pernille Skov",
    ),
)
