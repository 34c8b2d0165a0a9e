"""Facts by the way people tell them: counts, numbers after a comma, a machine's refusal, a thing and its parts."""

import pytest

from bot.reading.evidence import evidence_in, scene_of
from bot.reading.facts import facts_in


def test_nobody_counts_to_forty_idly() -> None:
    assert facts_in("The waiters never came, forty people stood in the hall.")["quantity"] == "forty"
    assert "quantity" not in facts_in("We stood there for forty minutes.")


def test_a_number_that_stands_for_the_things_themselves_is_a_quantity() -> None:
    assert facts_in("The tent holds 80, you said.")["quantity"] == "80"
    assert facts_in("Five of us fell ill after the buffet.")["quantity"] == "Five"
    assert facts_in("Could you put aside 3 more of the red ones?")["quantity"] == "3"


@pytest.mark.parametrize("told", ["the five of us", "five stars everywhere", "five attempts"])
def test_a_number_that_counts_no_things_is_no_quantity(told: str) -> None:
    assert "quantity" not in facts_in(f"It was a shame for {told}.")


def test_a_number_after_a_comma_belongs_to_the_account_before_it() -> None:
    assert facts_in("You closed my savings account in May, 7731-0042, without a word.")["account"] == "7731-0042"


def test_a_device_may_be_told_by_its_number() -> None:
    assert facts_in("your bike nr 5561 has no brakes")["serial"] == "5561"
    assert "serial" not in facts_in("we live in house no. 5561")


def test_a_ticket_named_again_is_found_too() -> None:
    assert facts_in("I wrote it in ticket 70112 and again in 70340.") == {"ticket": "70112", "ticket2": "70340"}


def test_a_refusal_that_a_machine_shows_is_an_error() -> None:
    assert facts_in("The player says 'content blocked on this device'.", names=()).get("error") is None
    assert facts_in("The app says 'login not allowed here'.")["error"] == "login not allowed here"
    assert "error" not in facts_in("Your colleague wrote 'not my department'.")


def test_a_colour_that_a_thing_took_on_is_no_colour_to_choose() -> None:
    assert "colour" not in facts_in("The water came out yellow. Is yellow water safe?")
    assert facts_in("Do you have the boxes in slate grey?")["colour"] == "slate grey"


def test_a_width_is_no_hour() -> None:
    found = facts_in("We want the tent, the four by six, please.")
    assert found["size"] == "four by six"
    assert "time" not in found


def test_a_rate_is_no_hour() -> None:
    assert "time" not in facts_in("The pump went from 6 to 60 ml by itself.")


def test_a_quoted_day_is_somebody_elses_word() -> None:
    assert facts_in("Each time they say 'tomorrow'. The wedding is on Saturday.")["date"] == "Saturday"


def test_a_day_with_a_name_of_its_own_is_told_whole() -> None:
    assert facts_in("the till broke on black friday")["date"] == "black friday"
    assert "date" not in facts_in("Could he come some time before Christmas?")


def test_who_does_something_for_a_living_is_not_named() -> None:
    assert "person" not in facts_in("Seller says the parcel was sent.")
    assert facts_in("Would he look at Mrs Ashby's piano too?")["person"] == "Mrs Ashby"


def test_who_will_call_back_is_somebody() -> None:
    assert facts_in("It is always 'Wilma will call you back'.")["person"] == "Wilma"


def test_a_station_on_the_air_is_no_place() -> None:
    assert "place" not in facts_in("We shall be on Radio Kent with this.")


def test_a_street_may_have_no_number_and_an_address_any_kind_of_road() -> None:
    assert facts_in("The whole of Orchard Lane is dark.")["address"] == "Orchard Lane"
    assert facts_in("Our new address is 12 Harbour Link.")["address"] == "12 Harbour Link"


def test_the_same_sum_without_its_currency_is_not_a_second_one() -> None:
    assert facts_in("You took 24,50 EUR from my account. What became of the 24,50?") == {"amount": "24,50 EUR"}


def test_a_model_that_the_customer_states_is_the_product() -> None:
    assert facts_in("The saw won't start, bought in May. Model is KX 31.")["product"] == "KX 31"


def test_a_title_in_quotes_is_what_is_spoken_of() -> None:
    assert facts_in("May I renew 'The Lamp by the Door' once more?")["product"] == "The Lamp by the Door"


def test_the_number_that_an_office_gave_is_no_product() -> None:
    assert facts_in("You billed us for a kettle you took back. Invoice RT-118.").get("product") != "RT-118"


def test_of_a_thing_and_its_part_the_thing_was_bought() -> None:
    assert facts_in("The handle of the kettle you sent came off.")["product"] == "kettle"


def test_a_likeness_is_nothing_that_was_bought() -> None:
    assert "product" not in facts_in("It felt like a toaster in there.")


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("amends", "The sole came off after a week. Who pays for that?"),
        ("amends", "It squeaks. Can you please repair it?"),
        ("to_account", "How can that happen at a bank?"),
        ("not_what", "The soup came cold."),
        ("well_done", "Spot on, and the fitter was first class."),
    ],
)
def test_being_let_down_or_pleased_shows_without_a_word_of_complaint(sign: str, text: str) -> None:
    assert evidence_in(scene_of(text, []))[sign]


def test_a_plain_question_holds_no_sign_of_being_let_down() -> None:
    signs = evidence_in(scene_of("How much is the blue one, and are you open on Sunday?", []))
    assert not any(signs[name] for name in ("amends", "to_account", "not_what", "well_done"))
