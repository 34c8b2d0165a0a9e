"""Good replies to messages whose careless answers break a rule: what differs is the meaning, hardly the words."""

from bot.standard.finding import Example

GOOD_PAIRS: tuple[Example, ...] = (
    Example(
        "Bertil, a suitcase on three wheels is no fun, and it was our handlers in Oslo who broke it; I'm sorry. A "
        "new case of the same size is in the post and reaches you on Friday. I'll check that morning. Uma",
        "My suitcase came off the belt without a wheel.",
        {"case": "new one, Friday", "cause": "our handlers in Oslo"},
        "Bertil Strand",
    ),
    Example(
        "Hi Bertil, yes, you can: it's 12 euros a bottle for the glasses and the opening. I've noted two on your "
        "booking; tell me if it's more. Uma",
        "Can I bring my own wine to the dinner on Saturday?",
        {"corkage": "own wine possible, 12 euros a bottle"},
        "Bertil Strand",
    ),
    Example(
        "Bertil, that's a nuisance at this hour. I've just reset it from here, so please hold it to the door for "
        "five seconds. If the light stays red, ring me on 555 0140: I'm on until midnight and will send Ole with a "
        "spare. Uma",
        "The key card of my flat stopped working tonight.",
        {"card": "agent can reprogram at once"},
        "Bertil Strand",
    ),
    Example(
        "Hi Bertil, it does, with the wheels off: folded it's 72 x 55 x 30 cm. Pulling the two red pins takes the "
        "wheels off in a second. Uma",
        "Does the pram fit in a Fiat 500 boot when folded?",
        {"folded": "72 x 55 x 30 cm", "fiat_500": "fits with wheels off"},
        "Bertil Strand",
    ),
    Example(
        "Bertil, three tries is too many, and I'm sorry that we hurt you. Sister Ruth will look at the arm today at "
        "4, and next time she takes the blood herself. Until then a cool cloth helps; if the hand goes numb, come "
        "straight in. Uma",
        "Your nurse missed my vein three times, my arm is blue.",
        {"check": "Sister Ruth, today 4"},
        "Bertil Strand",
    ),
    Example(
        "Bertil, a second day without a line when you work from home is hard, and we had said it would be back. Per, "
        "our engineer, comes tomorrow at 8. To bridge the day I've put 20 GB on your phone, free of charge. I'll "
        "ring you at 9 to hear that it runs. Uma",
        "I still have no internet and I work from home!!",
        {"engineer": "Per, tomorrow 8", "bridge": "20 GB, free"},
        "Bertil Strand",
    ),
    Example(
        "Bertil, not yet: the maker has the sensor and answers on Thursday. I'll write to you on Thursday evening "
        "with whatever they've found. Uma",
        "Did you find out why the alarm went off?",
        {"cause": "unknown", "answer": "expected Thursday"},
        "Bertil Strand",
    ),
    Example(
        "Bertil, our men let your piano go, and there's no excuse for it. Kaj, our valuer, comes on Monday at 9, and "
        "I may pay you up to 2,000 euros at once; what goes beyond that I'll put to my manager the same day. May I "
        "ring you on Monday at noon? Uma",
        "Your removal men dropped our piano down the stairs. It's in pieces.",
        {"remedy_limit": "2,000 euros", "valuer": "Kaj, Monday 9"},
        "Bertil Strand",
    ),
    Example(
        "Hi Bertil, for 22 it's 66 euros. Wheelchairs get into the cellar by the rear door, which has no step; I'll "
        "have it unlocked for you. Shall I keep Tuesday at 10? Uma",
        "What does the guided tour cost for a class of 22, and is the cellar open to wheelchairs?",
        {"tour": "66 euros for 22", "cellar": "step free by the rear door"},
        "Bertil Strand",
    ),
    Example(
        "Hi Bertil, your meter went from 210 to 262 cubic metres in the quarter, and in the one before it was 26. "
        "That much often means a dripping cistern. I've booked our tester Aino for Wednesday at 10, at no charge, "
        "and I've paused the bill until she has been. Uma",
        "Why is my water bill twice as high?",
        {"meter": "210 to 262, quarter before 26", "tester": "Aino, Wednesday 10, free", "bill": "paused"},
        "Bertil Strand",
    ),
    Example(
        "Maeve, we ordered the 17 inch instead of your 16, and I'm sorry for the wasted trip. The right ones are "
        "fitted on Friday at 9, with a car for you meanwhile. Ola",
        "My tyres are the wrong size.",
        {"tyres": "Friday 9, loan car", "cause": "17 ordered instead of 16"},
        "Maeve Quinn",
    ),
    Example(
        "Hi Maeve, check-in is from 3, but I can open your room at 1 for 20 euros. Shall I? Otherwise you're welcome "
        "to leave the bags with us from 10. Ola",
        "Can I get the room two hours earlier?",
        {"early": "possible from 1 pm for 20 euros", "bags": "from 10"},
        "Maeve Quinn",
    ),
    Example(
        "Maeve, I've just opened it from here: door 14, on the left. If it falls shut again, tell me and I'll open "
        "it once more; I'm on until 10. Ola",
        "My parcel locker code doesn't open.",
        {"locker": "agent can open it now, door 14"},
        "Maeve Quinn",
    ),
    Example(
        "Hi Maeve, no, it's made for three seasons: a load of snow could bend the poles. The Fjell holds up to 40 cm "
        "and costs 120 pounds more; I have one here until Saturday if you'd like to see it. Ola",
        "Does the tent stand up to snow?",
        {"tent": "three-season, not for snow", "fjell": "40 cm snow, 120 pounds more, one in shop"},
        "Maeve Quinn",
    ),
    Example(
        "Maeve, no child should leave the pool in tears, and I'm sorry that yours did. I'll talk to Mr Reid today "
        "and hear what happened, and I'll ring you at 6. Would your daughter like to swim in Ann's group on "
        "Thursday? Ola",
        "The swimming teacher shouted at my daughter. She cries.",
        {"talk": "Mr Reid, today", "other_group": "Ann, Thursday"},
        "Maeve Quinn",
    ),
    Example(
        "Maeve, nobody should sleep next to mould. Our painter comes on Tuesday at 8, and the building surveyor "
        "looks for the cause the same day. I'll write to you on Wednesday what she found. Until then, please keep "
        "the wardrobe away from the wall. Ola",
        "There's mould behind the wardrobe.",
        {"painter": "Tuesday 8", "surveyor": "Tuesday"},
        "Maeve Quinn",
    ),
    Example(
        "Hi Maeve, yes to both: 9 euros for the post and 3 for the paper with ribbon. It takes four days. Tell me "
        "what to write on the card and it leaves today. Ola",
        "Can you post the book to Ireland and wrap it as a gift?",
        {"ireland": "9 euros, four days", "gift_wrap": "yes, 3 euros"},
        "Maeve Quinn",
    ),
    Example(
        "Hi Maeve, your token was stuck, and I've cleared it. Please close Chrome once and sign in as before. If the "
        "message comes back, reply here and I'll look at it with you straight away; I'm here until 5. Ola",
        "I can't log in. My user is maeveq, I see 'token expired', Chrome, Windows 11.",
        {"fix": "clear token, done by agent"},
        "Maeve Quinn",
    ),
)
