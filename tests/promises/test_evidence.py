"""What looks like the delivery is offered as such; only a person says that it was."""

import pytest

from bot.actions import Replace
from bot.events import DraftUsed, MessageDeleted
from bot.promises.delivery import looks_delivered
from tests.promises.office import HELP, SHOP, THREAD, Office, berlin, posted, read_aloud, value_of

LABEL = "I'll send you the return label by Friday noon."


async def asked(office: Office, said: str, *, promise: str = LABEL, by: str = "U0FRIEDA") -> list[str]:
    await office.say(promise)
    await office.say(said, message="m2", at=berlin(19, 9, 30), by=by)
    return [told for told in office.told("U0FRIEDA") if "Was this it?" in told]


async def test_the_owner_is_asked_whether_a_later_message_was_it(office: Office) -> None:
    assert await asked(office, "Hello Annelie, I've just sent you the label by e-mail.") == [
        "You promised Annelie: “I'll send you the return label by Friday noon”. You wrote this. Was this it?\n"
        "Hello Annelie, I've just sent you the label by e-mail.\n"
        "[Yes, it is done] [Not yet]"
    ]
    assert (await office.promise()).state == "open"


async def test_a_yes_counts_from_the_message_and_names_it(office: Office) -> None:
    await asked(office, "Here is your label, Annelie.")
    card = office.deliveries("U0FRIEDA")[-1].card
    [answer] = await office.press("promise.done", value_of(card, "Yes, it is done"), at=berlin(20, 13))
    assert isinstance(answer, Replace) and read_aloud(answer.card).startswith("Kept: your promise to Annelie")
    kept = await office.promise()
    assert (kept.state, kept.closed_at) == ("kept", berlin(19, 9, 30))
    [change] = [one for one in await office.story(kept) if one.what == "kept"]
    assert (change.about["message"], change.about["late_minutes"], change.by) == ("m2", 0, "U0FRIEDA")


async def test_a_no_leaves_it_on_the_list_and_is_not_asked_again(office: Office) -> None:
    await asked(office, "Here is your label, Annelie.")
    card = office.deliveries("U0FRIEDA")[-1].card
    [answer] = await office.press("promise.not_done", value_of(card, "Not yet"))
    assert isinstance(answer, Replace) and "it stays on your list" in read_aloud(answer.card)
    assert (await office.promise()).state == "open"
    await office.pass_time(berlin(20, 12))
    assert "It is due now." in office.messages("U0FRIEDA")[-1]


async def test_a_colleagues_delivery_is_offered_to_the_owner(office: Office) -> None:
    [told] = await asked(office, "I sent the label this morning.", by="U0JONAS")
    assert "Jonas Beck wrote this. Was this it?" in told and office.told("U0JONAS") == []


async def test_a_used_draft_is_offered_too(office: Office) -> None:
    await office.say(LABEL)
    text = "Here is your label, Annelie."
    await office.hear(posted(SHOP, "U0FRIEDA", text, "m5", berlin(19, 10)))
    used = {"draft_id": "d1", "person_id": "U0FRIEDA", "channel_id": HELP, "thread_id": THREAD, "message_id": "m5"}
    await office.hear(DraftUsed(workspace_id=SHOP, at=berlin(19, 10), text=text, **used))
    await office.send_all()
    assert sum("Was this it?" in told for told in office.told("U0FRIEDA")) == 1


@pytest.mark.parametrize("thanks", ["Thank you, that did it!", "Got it, thanks for sending the label.", "Perfect."])
async def test_the_customers_thanks_close_and_ask_nothing(office: Office, thanks: str) -> None:
    await office.say(LABEL)
    await office.hear(posted(SHOP, "U0ANNELIE", thanks, "m2", berlin(19, 10)))
    await office.send_all()
    assert (await office.promise()).state == "open"
    assert not any("Was this it?" in told for told in office.told("U0FRIEDA"))


async def test_a_deleted_message_is_no_evidence(office: Office) -> None:
    await asked(office, "Here is your label, Annelie.")
    card = office.deliveries("U0FRIEDA")[-1].card
    await office.hear(MessageDeleted(workspace_id=SHOP, at=berlin(19, 11), channel_id=HELP, message_id="m2"))
    await office.press("promise.done", value_of(card, "Yes, it is done"), at=berlin(20, 13))
    [change] = [one for one in await office.story(await office.promise()) if one.what == "kept"]
    assert "message" not in change.about and change.about["late_minutes"] == 60


@pytest.mark.parametrize("message", [THREAD, "m1", "m2", "m3"])
async def test_no_other_message_counts_as_the_delivery(office: Office, message: str) -> None:
    await office.say(LABEL)
    await office.hear(posted(SHOP, "U0ANNELIE", "And the pump?", "m2", berlin(19, 9)))
    await office.say("Hello again, Annelie.", message="m3", at=berlin(19, 9, 30))
    known = await office.promise()
    await office.press("promise.done", f"{known.promise_id}|evidence|{message}", at=berlin(20, 13))
    [change] = [one for one in await office.story(known) if one.what == "kept"]
    assert "message" not in change.about and change.about["late_minutes"] == 60


@pytest.mark.parametrize(
    ("promised", "said"),
    [
        (LABEL, "As promised: https://post.example/label"),
        ("I'll call the carrier by noon.", "I called the carrier, and they have found the parcel."),
        ("We'll refund the delivery price today.", "The delivery price has been refunded to your card."),
        ("I'll get back to you by Friday.", "Good news: the workshop has the part, and your bike is ready."),
        ("I'll check with the workshop and let you know.", "The workshop says it was repaired this morning, all free."),
        ("I'll book the slot for you.", "Your slot is booked for Tuesday at nine."),
    ],
)
def test_a_delivery_is_recognised(promised: str, said: str) -> None:
    assert looks_delivered(promised, said)


@pytest.mark.parametrize(
    ("promised", "said"),
    [
        (LABEL, "I haven't sent the label yet, sorry."),
        (LABEL, "Which address should the label go to?"),
        (LABEL, "The bike is ready for you."),
        (LABEL, "The label will be sent as soon as I have the number."),
        ("I'll get back to you by Friday.", "Thanks!"),
        ("I'll get back to you by Friday.", "I'm still waiting for the workshop, they have not called."),
        ("I'll call the carrier by noon.", "Could you tell me whether the carrier has called?"),
    ],
)
def test_what_is_no_delivery_is_not_taken_for_one(promised: str, said: str) -> None:
    assert not looks_delivered(promised, said)


def test_a_promise_repeated_is_no_delivery() -> None:
    said = "I'll send the label tomorrow. I've told the workshop."
    assert not looks_delivered(LABEL, said, also_promised=["I'll send the label tomorrow"])
