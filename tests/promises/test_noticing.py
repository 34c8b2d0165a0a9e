"""What agents say to customers is noticed once, told to them alone, and never moved in silence."""

from datetime import timedelta

from bot.events import DraftUsed, MessageDeleted, MessageEdited
from bot.places import OnlyVisibleTo
from storage.playbook import CustomerLink, CustomerRow
from storage.replies import Draft
from tests.promises.office import HELP, OTHER, SHOP, START, THREAD, Office, berlin, posted

FRIDAY_NOON = "Thanks, Annelie. I'll call you back by Friday noon."
NOTICED = "You promised Annelie: “I'll call you back by Friday noon”. Due Friday 20 November, 12:00."


async def edit(office: Office, text: str) -> None:
    at = START + timedelta(minutes=5)
    await office.hear(
        MessageEdited(
            workspace_id=SHOP,
            at=at,
            channel_id=HELP,
            message_id="m1",
            thread_id=THREAD,
            author_id="U0FRIEDA",
            text=text,
        )
    )
    await office.send_all()


async def delete(office: Office) -> None:
    at = START + timedelta(minutes=1)
    await office.hear(MessageDeleted(workspace_id=SHOP, at=at, channel_id=HELP, message_id="m1"))
    await office.send_all()


async def draft_sent(office: Office, text: str, *, promise_id: str = "", draft_id: str = "d1") -> None:
    """A draft was approved and stands in the thread."""
    async with office.database.transaction() as tx:
        draft = Draft(
            workspace_id=SHOP,
            draft_id=draft_id,
            channel_id=HELP,
            thread_id=THREAD,
            basis_id=THREAD,
            basis_hash="",
            text=text,
            created_at=tx.now,
            person_id="U0FRIEDA",
            state="used",
            sent_text=text,
            message_id="m1",
            promise_id=promise_id,
        )
        tx.session.add(draft)
    used = DraftUsed(
        workspace_id=SHOP,
        at=office.now,
        draft_id=draft_id,
        person_id="U0FRIEDA",
        channel_id=HELP,
        thread_id=THREAD,
        message_id="m1",
        text=text,
    )
    await office.hear(used)
    await office.send_all()


async def test_a_certain_promise_is_tracked_at_once_and_told_to_its_owner_only(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    assert (await office.promise()).state == "open"
    assert office.told("U0FRIEDA") == [f"{NOTICED}\n[Undo] [Change date]"]
    assert office.deliveries("U0FRIEDA")[0].place == OnlyVisibleTo("U0FRIEDA", HELP, THREAD)
    assert office.told("U0JONAS") == office.told("U0NADINE") == office.told("U0ANNELIE") == []


async def test_a_likely_promise_asks_first(office: Office) -> None:
    await office.say("The clasp will be repaired.")
    assert (await office.promise()).state == "proposed"
    assert "Shall I keep it in view for you?" in office.told("U0FRIEDA")[0]
    assert "[Track] [Not a promise]" in office.told("U0FRIEDA")[0]
    await office.pass_time(berlin(24, 12))
    assert len(office.told("U0FRIEDA")) == 1


async def test_a_doubtful_promise_is_kept_silently(office: Office) -> None:
    await office.say("Hopefully we'll have the lamp by Friday.")
    assert (await office.promise()).state == "maybe"
    assert office.told("U0FRIEDA") == []


async def test_what_a_customer_says_is_no_promise_of_an_agent(office: Office) -> None:
    await office.say("I'll call you back by Friday noon.", by="U0ANNELIE")
    assert [one.state for one in await office.promises()] == ["theirs"]
    assert office.told("U0FRIEDA") == office.told("U0ANNELIE") == []


async def test_two_promises_of_one_message_are_two(office: Office) -> None:
    await office.say("I'll ask the weaver on Thursday and ring you on Friday.")
    assert sorted(p.quote for p in await office.promises()) == ["I'll ask the weaver on Thursday", "ring you on Friday"]


async def test_the_same_message_from_two_roads_is_one_promise(office: Office) -> None:
    await draft_sent(office, FRIDAY_NOON)
    await office.say(FRIDAY_NOON)
    assert len(await office.promises()) == 1
    assert len(office.told("U0FRIEDA")) == 1


async def test_the_words_that_were_sent_count(office: Office) -> None:
    await draft_sent(office, "I'll email you the invoice today.")
    assert (await office.promise()).quote == "I'll email you the invoice today"


async def test_the_date_counts_in_the_customers_zone(office: Office) -> None:
    await office.change_person("U0ANNELIE", zone="America/New_York")
    await office.say(FRIDAY_NOON)
    assert (await office.promise()).due_at == berlin(20, 18)
    assert "Due Friday 20 November, 12:00 (New York time), Friday 18:00 for you." in office.told("U0FRIEDA")[0]


async def test_the_customers_record_knows_their_zone_best(office: Office) -> None:
    async with office.database.transaction() as tx:
        fields = {"name": "Annelie Voss", "zone": "Asia/Tokyo"}
        tx.session.add(CustomerRow(workspace_id=SHOP, record_id="C1", email="", fields=fields, imported_at=tx.now))
        tx.session.add(CustomerLink(workspace_id=SHOP, person_id="U0ANNELIE", record_id="C1"))
    await office.hear(posted(SHOP, "U0ANNELIE", "And my helmet?", "m0b", START))
    await office.say(FRIDAY_NOON)
    assert (await office.promise()).due_at == berlin(20, 4)


async def test_an_unknown_zone_leaves_the_agents_own(office: Office) -> None:
    await office.change_person("U0ANNELIE", zone="UTC")
    await office.say(FRIDAY_NOON)
    assert (await office.promise()).due_at == berlin(20, 12)


async def test_soon_is_no_date_so_three_are_offered(office: Office) -> None:
    await office.say("I'll send you the pictures soon.")
    told = office.told("U0FRIEDA")[0]
    assert "No date yet (“soon”)." in told
    assert "[today 17:00] [tomorrow 12:00] [Friday 17:00] [Pick a date]" in told


async def test_a_date_with_two_readings_is_asked_about(office: Office) -> None:
    await office.say("I'll bring the frame back on 03/12.")
    told = office.told("U0FRIEDA")[0]
    assert "These words can mean two dates. Which one is it?" in told
    assert "3 December" in told and "12 March 2027" in told


async def test_changed_words_ask_the_owner_and_move_nothing(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await edit(office, "Thanks, Annelie. I'll call you back by Monday noon.")
    promise = await office.promise()
    assert promise.due_at == berlin(20, 12)
    assert promise.quote == "I'll call you back by Monday noon"
    told = office.messages("U0FRIEDA")[0]
    assert told.startswith("You changed the words of a promise. Does the promise still stand?")
    assert "[It still stands] [New date: Monday 12:00] [Another date] [Withdraw it]" in told


async def test_an_edit_beside_the_promise_asks_nothing(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await edit(office, "Thank you very much, Annelie! I'll call you back by Friday noon.")
    assert office.messages("U0FRIEDA") == []


async def test_an_edit_that_takes_the_words_out_asks_the_owner(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await edit(office, "Thanks, Annelie.")
    told = office.messages("U0FRIEDA")[0]
    assert told.startswith("These words are no longer in your message. Does the promise still stand?")
    assert "call them back" in told and "Friday noon" not in told


async def test_an_edit_that_adds_a_promise_is_noticed(office: Office) -> None:
    await office.say("Thanks, Annelie.")
    await edit(office, FRIDAY_NOON)
    assert (await office.promise()).state == "open"


async def test_a_deleted_message_keeps_the_deed_and_the_date_but_not_the_words(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await delete(office)
    promise = await office.promise()
    assert (promise.quote, promise.due_phrase, promise.what) == ("", "", "call them back")
    assert promise.state == "open"
    told = office.messages("U0FRIEDA")[0]
    assert told.startswith("Your message with a promise was deleted. Does the promise still stand?")
    assert "You promised Annelie to call them back. Due Friday 20 November, 12:00." in told


async def test_a_reply_that_was_taken_back_owes_nothing(office: Office) -> None:
    await draft_sent(office, FRIDAY_NOON)
    await office.say(FRIDAY_NOON)
    async with office.database.transaction() as tx:
        draft = await tx.session.get_one(Draft, (SHOP, "d1"))
        draft.state = "taken_back"
    await delete(office)
    promise = await office.promise()
    assert promise.state == "withdrawn"
    assert (await office.story(promise))[-1].about == {"why": "reply taken back"}
    assert office.messages("U0FRIEDA") == []
    await office.pass_time(berlin(24, 12))
    assert not any("call you back" in told for told in office.messages("U0FRIEDA"))


async def test_an_honest_notice_sent_in_time_renegotiates_and_is_no_new_promise(office: Office) -> None:
    await office.say(FRIDAY_NOON, message="m7")
    promise = await office.promise()
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": ""})
    [draft] = await office.drafts()
    await draft_sent(office, draft.text, promise_id=promise.promise_id, draft_id="d2")
    after = await office.promise()
    assert after.state == "renegotiated"
    assert after.known_due_at == after.due_at == berlin(23, 10)
    last = (await office.story(after))[-1]
    assert (last.what, last.about["in_time"]) == ("renegotiated", True)


async def test_a_notice_after_the_date_is_late(office: Office) -> None:
    await office.say(FRIDAY_NOON, message="m7")
    promise = await office.promise()
    await office.pass_time(berlin(20, 14))
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": "the part came late"})
    [draft] = await office.drafts()
    assert "I didn't keep to that" in draft.text and "The part came late." in draft.text
    await draft_sent(office, draft.text, promise_id=promise.promise_id, draft_id="d2")
    assert (await office.story(await office.promise()))[-1].about["in_time"] is False


async def test_a_date_the_agent_changed_in_the_notice_is_the_one_that_counts(office: Office) -> None:
    await office.say(FRIDAY_NOON, message="m7")
    promise = await office.promise()
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": ""})
    await draft_sent(
        office, "Hello Annelie, I'll call you on Tuesday at 15:00.", promise_id=promise.promise_id, draft_id="d2"
    )
    after = await office.promise()
    assert after.due_at == after.known_due_at == berlin(24, 15)
    assert after.state == "renegotiated"


async def test_a_copied_notice_that_the_agent_pastes_counts_as_told(office: Office) -> None:
    await office.say(FRIDAY_NOON, message="m7")
    promise = await office.promise()
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": ""})
    async with office.database.transaction() as tx:
        [draft] = await office.drafts()
        draft = await tx.session.merge(draft)
        draft.state = "copied"
        draft.sent_text = draft.text
    await office.say(draft.text.replace("Hello", "Hi"), at=berlin(18, 11), message="m8")
    assert (await office.promise()).state == "renegotiated"


async def test_two_workspaces_with_the_same_ids_never_mix(office: Office) -> None:
    await office.say(FRIDAY_NOON)
    await office.ask(team=OTHER)
    await office.say("I'll write to you tomorrow.", team=OTHER)
    [mine], [theirs] = await office.promises(SHOP), await office.promises(OTHER)
    assert mine.promise_id == theirs.promise_id
    await office.press("promise.done", f"{mine.promise_id}||", team=OTHER)
    assert [(await office.promises(SHOP))[0].state, (await office.promises(OTHER))[0].state] == ["open", "kept"]


async def test_other_words_after_copying_a_notice_are_not_the_notice(office: Office) -> None:
    await office.say(FRIDAY_NOON, message="m7")
    promise = await office.promise()
    await office.submit(f"{promise.promise_id}||1;", {"due": "2026-11-23T10:00", "reason": ""})
    words = "The blue one is here, do you like it?"
    async with office.database.transaction() as tx:
        draft = await tx.session.merge((await office.drafts())[0])
        draft.state, draft.sent_text, draft.message_id = "used", words, "m8"
    await office.say(words, at=berlin(18, 11), message="m8")
    assert (await office.promise()).state == "open"


async def test_editing_a_sent_notice_makes_no_new_promise(office: Office) -> None:
    await office.say(FRIDAY_NOON, message="m7")
    promise = await office.promise()
    await draft_sent(office, "Hello Annelie, my date stands.", promise_id=promise.promise_id, draft_id="d2")
    await office.say("Hello Annelie, my date stands.")
    await edit(office, "Hello Annelie, I'll call you back on Friday.")
    assert len(await office.promises()) == 1
