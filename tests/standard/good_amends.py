"""Good replies to people who were let down, and to others who only ask: each says nothing that the standard could "
"mind."""

from bot.standard.finding import Example

GOOD_AMENDS: tuple[Example, ...] = (
    Example(
        "Sunniva, that's nothing anyone wants to see at dinner. The kitchen stays closed until the pest firm has "
        "been, and they come tonight. Your 62 are refunded. I'll write to you tomorrow by noon with what they found.",
        "I saw a mouse in your restaurant.",
        {"pest": "firm comes tonight, kitchen closed until cleared", "meal": "62 refunded"},
        "Sunniva Lie",
    ),
    Example(
        "Timothee, yes. The front has three steps, so use the side door with the ramp; ring, and we'll open.",
        "Can I come with crutches? Stairs?",
        {"stairs": "3 steps, ramp at side door, ring bell"},
        "Timothee Blanc",
    ),
    Example(
        "Ulyana, that's a bug of ours, and it's being mended on Thursday. So you needn't type it all a third time: "
        "tell me the five answers here, in any order, and I'll enter them for you.",
        "The online form deletes everything when I press back.",
        {"form": "bug, known, fix on Thursday", "agent": "can enter data by phone or from a mail"},
        "Ulyana Sidorova",
    ),
    Example(
        "Valdemar, there's no fast track, but one thing helps: page 4 came without your signature. Sign it, take a "
        "photo and send it here, and your file moves on today instead of next week.",
        "Is there anything I can do to speed up the visa?",
        {"visa": "8 weeks, no fast track; missing: signed page 4"},
        "Valdemar Juhl",
    ),
    Example(
        "Wiebke, no, and give the cat our regards: samples are yours to keep.",
        "my cat destroyed the sample fabric, do I have to pay",
        {"samples": "free, keep"},
        "Wiebke Janssen",
    ),
    Example(
        "Yevgenia, ninety minutes of waiting for four minutes isn't a visit. Two emergencies had come in, and we "
        "ought to have told you so at the desk. On Monday at 8 you're the first of the day, with half an hour for "
        "yourself, if that suits you.",
        "The doctor was 90 minutes late and then had 4 minutes for me.",
        {"cause": "two emergencies", "appointment": "30 minutes, Monday 8:00, first of the day"},
        "Yevgenia Bron",
    ),
    Example(
        "On Sundays only the 31, Zacharias, every twenty minutes.",
        "Which bus goes to the zoo on Sundays?",
        {"zoo": "12 and 31, Sundays only 31, every 20 minutes"},
        "Zacharias Wolf",
    ),
    Example(
        "Alberta, we used the old address, although you'd changed it; that was our mistake. You needn't talk to him: "
        "a new parcel leaves today, to the new address, and the old address is deleted everywhere.",
        "You've sent my parcel to my ex's address. He won't give it back.",
        {"address": "old one used by us", "new_parcel": "today, new address", "police": "not needed"},
        "Alberta Finn",
    ),
    Example(
        "Arvid, first thing: turn off the tap under the sink, clockwise. Oda comes between one and two today and "
        "stays until it's dry. What caused it she'll tell you on the spot; I'd only be guessing.",
        "The dishwasher you installed floods the kitchen.",
        {"cause": "not known yet", "plumber": "Oda, today between 1 and 2", "advice": "close the tap under the sink"},
        "Arvid Sten",
    ),
    Example(
        "Beate, the committee sits on 12 June and the letters leave two days later. If yours isn't there by the "
        "18th, ring me and I'll read it to you.",
        "When do I get an answer on my application?",
        {"decision": "committee meets 12 June, letters go out on the 14th"},
        "Beate Sommer",
    ),
    Example(
        "Clovis, three breakfasts at 14 that you never ate: the 42 are going back to your card.",
        "You charged me for breakfast which I never had",
        {"breakfast": "3 x 14 taken off, 42 back to card"},
        "Clovis Adam",
    ),
    Example(
        "Dunja, yes, as long as they've a licence with them. The track asks 15 a day for it.",
        "Can I bring my own instructor?",
        {"own_instructor": "allowed with licence, 15 a day for track"},
        "Dunja Maric",
    ),
    Example(
        "Mr Graf, somebody here closed it by mistake in March, and it lay there. I've reopened it and it's decided: "
        "you get 120 back, on your account by 9 June.",
        "My complaint from March, what became of it?",
        {"complaint": "closed by mistake, reopened, decided: 120 back", "payout": "by 9 June"},
        "Elmar Graf",
    ),
    Example(
        "Fenella, no: the diggers are gone by six on Friday, and on Saturday the road is yours.",
        "Will the road works block our wedding cars on Saturday?",
        {"road": "closed until Friday 18:00, open Saturday"},
        "Fenella Marsh",
    ),
    Example(
        "Gustav, they move along with you, all of them, and run out after two years like before.",
        "what happens with my points when i switch plans",
        {"points": "move along, expire after 24 months as before"},
        "Gustav Lind",
    ),
    Example(
        "Hilke, you can come at any hour. Ring at door C; Amir is on tonight and knows that you're coming.",
        "My sister is in intensive care in your hospital. Can I visit at night?",
        {"visits": "any time for family in ICU, ring bell at door C, nurse Amir tonight"},
        "Hilke Jansen",
    ),
    Example(
        "Ivar, carpets do that. Put it on a hard floor, hold the button for five seconds and step on again. If it's "
        "still three kilos out, I'll swap it at no charge; just write back.",
        "Your scale shows 3 kg more than my doctor's.",
        {"scale": "needs calibration on hard floor, hold button 5 s", "exchange": "free if still off"},
        "Ivar Moe",
    ),
    Example(
        "It's true, Jutta, on 30 June. Your safe-deposit box moves to Bruges, if that suits you, and for everything "
        "else there's the video desk from home.",
        "Is it true that you're closing the branch in Ghent?",
        {"ghent": "closes 30 June, announced", "next": "Bruges, or video desk"},
        "Jutta Kern",
    ),
    Example(
        "Kajetan, 16 degrees with a baby can't wait. At 11 our caretaker brings an electric heater, and by 3 Milan "
        "has changed the valve. I'll ring you at four and ask what the thermometer says.",
        "It's cold in the flat, 16 degrees, we have a baby.",
        {"heating": "valve replaced today by 15:00, Milan", "heater": "electric heater brought at 11"},
        "Kajetan Zak",
    ),
    Example(
        "Not before 4 May 2028, Lieve.",
        "Does the voucher expire?",
        {"voucher": "valid 3 years, until 4 May 2028"},
        "Lieve Maes",
    ),
    Example(
        "Morten, we don't sell it any more, but as you only switched last week I can still put you back. Say yes by "
        "Friday and it's done.",
        "I want my old plan back. The new one is useless.",
        {"old_plan": "not sold any more, agent can restore until Friday"},
        "Morten Falk",
    ),
    Example(
        "Nikita, B instead of D, our driver's slip, so ours. A second one leaves today and is in your hands by six "
        "tomorrow; the first we fetch when your neighbour's back.",
        "You delivered to 14B, I live at 14D. Neighbour's on holiday.",
        {"parcel": "second one leaves today, tomorrow by 6", "first": "driver fetches when neighbour is back"},
        "Nikita Orlova",
    ),
    Example(
        "Olympia, a child of seven alone at a stop: that must not happen, and it was our list that was wrong. The "
        "driver is off duty as of today. Ines Faro, who heads our transport, calls you at 4 with what we change "
        "before tomorrow morning. How is your daughter?",
        "My daughter was left alone at the bus stop by your driver. She's 7!",
        {
            "driver": "off duty as of today",
            "cause": "list of stops not updated by us",
            "call": "Ines Faro, head of transport, today 16:00",
        },
        "Olympia Reyes",
    ),
    Example("Two AAA, Pekka.", "Which battery fits the remote?", {"battery": "2 x AAA"}, "Pekka Laine"),
    Example(
        "Ruta, the EU service that checks those numbers has been down since eight. I've entered yours by hand, and "
        "the 21 % is off; you can pay now.",
        "My VAT number is rejected at checkout. We need it today.",
        {"vat_check": "EU service down since 8:00", "order": "agent can enter by hand, done, 21 percent off"},
        "Ruta Balode",
    ),
    Example(
        "Sixten, brown and green you may use straight away. For anything else the board has to nod; it meets on 3 "
        "June, and I'd put your colour on the list if you send me its name.",
        "Am I allowed to paint the fence another colour?",
        {"fence": "house rules: brown or green only, board decides others, meets 3 June"},
        "Sixten Borg",
    ),
    Example(
        "Tatjana, our phone system drops people after twenty minutes; it's being replaced on 1 June. So that you "
        "needn't go through it again, I'll ring you today at half past two, from my own phone.",
        "Every time I call I get the music and then it cuts off.",
        {"phone": "system drops after 20 minutes, known, new system 1 June", "callback": "today 14:30, me"},
        "Tatjana Reiss",
    ),
    Example(
        "Ugo, all but page 3, which got stuck at our end or yours. Could you send me just that one by Friday? A "
        "photo is fine.",
        "Did you get the documents? I faxed them Tuesday.",
        {"documents": "page 3 missing", "deadline": "Friday"},
        "Ugo Ferro",
    ),
    Example(
        "Vendela, yes, in July. Who follows her isn't settled; we'll know on the 20th of June, and I'll write to all "
        "parents that evening.",
        "Is my son's teacher really leaving?",
        {"teacher": "leaves in July, successor not known until 20 June"},
        "Vendela Ström",
    ),
    Example(
        "Wojtek, I've undone the renewal; your contract ended on 2 May, and nothing more will be taken.",
        "I can't find the exit of your contract. It auto-renewed.",
        {"renewal": "2 May, agent may undo within 30 days", "done": "undone, ended"},
        "Wojtek Pawlak",
    ),
    Example(
        "Yara, three hours there and three back for a locked gate. The castle had to close because of the storm "
        "warning, and we didn't put it on the site, which we should have. The 56 are refunded, and a family ticket "
        "for another, drier day is in your inbox.",
        "We drove 3 hours and the castle was closed!",
        {"cause": "storm warning, site not updated by us", "tickets": "refund 56, free family ticket valid 2 years"},
        "Yara Haddad",
    ),
    Example("lake-2024, Zeno, all small letters.", "What's the wifi password", {"wifi": "lake-2024"}, "Zeno Marti"),
    Example(
        "Annika, we quoted 280 and a second filling was added without asking you. That isn't how it's done here, and "
        "I'm sorry: the 280 on top are taken off, so what you owe is what we said.",
        "The dentist's bill is double what you quoted.",
        {"quote": "280, bill 560, second filling added without asking", "adjustment": "280 taken off"},
        "Annika Rehn",
    ),
    Example(
        "Moved, Benedikt: Tuesday at five. Same room.",
        "Could my lesson be moved from 4 to 5 on Tuesday?",
        {"lesson": "Tuesday 17:00 free, moved"},
        "Benedikt Frey",
    ),
    Example(
        "Chiara, for you it is; for the baby please boil it, as the pipes are old. There's a kettle under the sink.",
        "Is the tap water in the apartment ok for baby formula?",
        {"water": "drinkable, old pipes, boil for babies"},
        "Chiara Lombardi",
    ),
    Example(
        "Damian, asking twice was once too often. The card is printed and goes out tonight, so it's with you in two "
        "days. Your points count from the first purchase on, none are lost.",
        "I still haven't got the loyalty card. Asked 2x.",
        {"card": "printed today, posted tonight, 2 days", "points": "counted since first purchase"},
        "Damian Krol",
    ),
    Example(
        "Elif, aspirin can make one bleed more, so it's good you mention it. Please don't stop it on your own: Dr "
        "Kaya calls you tomorrow at 9 and decides that with you.",
        "Is there any risk in the surgery for someone on aspirin?",
        {"aspirin": "stop 7 days before, only after asking the surgeon; Dr Kaya calls tomorrow 9"},
        "Elif Demir",
    ),
    Example(
        "Frode, I can come 20 down, to 179. The last 10 I can't, but ours comes with the case.",
        "Your competitor has it 30 cheaper.",
        {"price": "199, match up to 20 possible"},
        "Frode Nygaard",
    ),
)
