"""The day that is played: each part brings a feature's cards and forms to light, as a team would meet them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.actions import OfferDraft, TakeBackReply
from bot.buttons import Buttons
from bot.events import HomeOpened, Mentioned
from bot.replies.when import basis_hash, newest_turn
from storage import addresses, threads
from storage.insights import Insight, InsightAnswer
from storage.promises import Promise
from storage.replies import Draft
from tests.cards.adding import added_to
from tests.cards.house import House
from tests.cards.learning import learned
from tests.cards.model import in_better_words
from tests.cards.wires import ELSEWHERE
from tests.office import HERE

BERLIN = ZoneInfo("Europe/Berlin")
ASKED = "Hi Frieda, where is my child seat? It should have come on Monday. And can I still change the colour to *red*?"
REPLY = """Hi Annelie,

I'm sorry that your child seat isn't with you yet; waiting with a child and no seat is no fun.

It left our workshop on Friday and is with the carrier (tracking 4711). The colour can still be changed until it is \
delivered: reply with [red] or <blue>.

Kind regards
Frieda"""
UNKIND = "Dear customer, *unfortunately* we can't do that. Please call our <billing> department."
KIND = "Hi Annelie, your child seat comes on Thursday."
PROMISE = "Thanks, Annelie. I'll call you back by Friday noon."


def berlin(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


async def played(house: House) -> None:
    await house.office.command("U0NADINE", "kindline route @U0MILO <#C0MKT|marketing>")
    await house.says("U0MILO", "Good morning", "k1", "C0MKT", thread="k1")
    await _drafts(house)
    await _checked(house)
    await _replies(house)
    await _promises(house)
    await _insights(house)
    await _reminders(house)
    await _team(house)
    await _homes(house)
    await _answered_by_hand(house)
    await learned(house)
    await added_to(house)
    await in_better_words(house)


async def _drafts(house: House) -> None:
    await house.says("U0ANNELIE", ASKED, "m1")
    await _offered(house, "draft")
    called = {"channel_id": "C0HELP", "message_id": "m3", "thread_id": "m2", "person_id": "U0FRIEDA"}
    await house.says("U0FRIEDA", "@Kindline help please", "m2", thread="m2")
    await house.office.hear(Mentioned(workspace_id=HERE, at=house.now, text="@Kindline help please", **called))
    await house.delivered()
    house.kept("draft", await house.press("U0FRIEDA", Buttons.OPEN_DRAFT, "draft"))
    house.kept("why", await house.press("U0FRIEDA", Buttons.WHY_DRAFT, "draft"))
    house.kept("waiting", await house.office.command("U0FRIEDA", "reply"))


async def _offered(house: House, draft_id: str, who: str = "U0FRIEDA", thread_id: str = "m1") -> None:
    """A draft with fixed words stands in for the composer, whose words have tests of their own."""
    async with house.office.rows() as tx:
        thread = await threads.thread(tx, HERE, "C0HELP", thread_id)
        assert thread is not None
        turn = newest_turn(await threads.messages_of(tx, thread))
        draft = Draft(
            workspace_id=HERE,
            draft_id=draft_id,
            channel_id="C0HELP",
            thread_id=thread_id,
            basis_id=turn[-1].message_id,
            basis_hash=basis_hash(turn),
            text=REPLY,
            created_at=tx.now,
            person_id=who,
        )
        draft.asks = [
            {"ask": "Where is the child seat?", "state": "answered", "answer": "", "source": "Deliveries"},
            {"ask": "Can the colour be *changed*?", "state": "needs_fact", "answer": "", "source": ""},
        ]
        draft.sources, draft.guidance = ["Deliveries", "Colours"], ["Goodwill for families"]
        draft.needs = "whether the red one is in stock"
        tx.session.add(draft)
    await house.office.put(OfferDraft(key=draft_id, draft_id=draft_id, person_id=who, is_asked_for=True))
    await house.delivered()


async def _checked(house: House) -> None:
    """Words held against the standard: typed, in the form, and those of a colleague in a thread."""
    house.kept("check", await house.office.command("U0FRIEDA", "check"))
    house.kept("checked", await house.office.command("U0FRIEDA", f"check {UNKIND}"))
    house.kept("clean", await house.office.command("U0FRIEDA", f"check {KIND}"))
    form = await house.press("U0FRIEDA", Buttons.EDIT_WORDS, UNKIND)
    house.kept("check_again", await house.submit("U0FRIEDA", form, text=UNKIND))
    form = await house.press("U0FRIEDA", Buttons.OPEN_DRAFT, "draft")
    house.kept("draft_checked", await house.submit("U0FRIEDA", form, text=UNKIND))
    house.kept("standard", await house.press("U0NADINE", Buttons.EDIT_STANDARD, ""))
    house.kept("standard", await house.office.command("U0FRIEDA", "kindline standard"))


async def _replies(house: House) -> None:
    """Use: posted as the agent where that is possible, handed over as text where it is not."""
    answers = await house.press("U0FRIEDA", Buttons.USE_DRAFT, "draft")
    if answers:
        house.kept("use", answers)
    await house.delivered()
    answers = await house.press("U0FRIEDA", Buttons.USE_DRAFT_ANYWAY, "draft")
    if answers:
        house.kept("use_anyway", answers)
    await house.delivered()
    await house.office.put(TakeBackReply(key="take back", draft_id="draft", person_id="U0FRIEDA"))
    await house.delivered()


async def _promises(house: House) -> None:
    """A tracked one, one that is asked about, and one whose date is moved through the form."""
    await house.clock(berlin(18, 10, 40))
    await house.says("U0FRIEDA", PROMISE, "m4")
    await house.delivered()
    await house.says("U0FRIEDA", "We should be able to send the red cover next week.", "m5")
    await house.delivered("asked")
    promise = (await _all_promises(house))[0]
    form = await house.press("U0FRIEDA", Buttons.MOVE_PROMISE, f"{promise.promise_id}|digest")
    house.kept("move", form)
    await house.submit("U0FRIEDA", form, due="2026-11-20T15:00", reason="The workshop closes earlier.")
    await house.delivered()
    form = await house.press("U0FRIEDA", Buttons.HAND_OVER, f"{promise.promise_id}|digest")
    house.kept("hand", form)
    await house.submit("U0FRIEDA", form, to="U0JONAS", note="She *prefers* the <telephone>.")
    await house.delivered()
    house.kept("promises", await house.office.command("U0FRIEDA", "promises"))
    house.kept("left", await house.press("U0JONAS", Buttons.LEAVE_PROMISE, promise.promise_id))
    await house.delivered()


async def _all_promises(house: House) -> list[Promise]:
    async with house.office.rows() as tx:
        query = select(Promise).where(Promise.workspace_id == HERE).order_by(Promise.made_at, Promise.promise_id)
        return list(await tx.session.scalars(query))


async def _insights(house: House) -> None:
    """Logged, shared, asked about, answered."""
    said = "insight The app *hides* the battery level <https://evil.example|here> #app heard:confusion"
    house.kept("logged", await house.office.command("U0FRIEDA", said))
    await house.delivered()
    insight = await _insight(house)
    card = (insight.route_channel_id, insight.shared_message_id)
    house.kept("insight", await house.press("U0FRIEDA", Buttons.OPEN_INSIGHT_FORM, ""))
    form = await house.press("U0MILO", Buttons.ASK_AGENT, insight.insight_id, card)
    house.kept("ask", form)
    await house.submit("U0MILO", form, words="Which version of the app was it?")
    await house.delivered("asked")
    form = await house.press("U0FRIEDA", Buttons.REPLY_TO_ASK, f"{insight.insight_id}|{await _question(house)}")
    house.kept("reply", form)
    await house.submit("U0FRIEDA", form, words="Version 4.2, on an older telephone.")
    await house.delivered()
    await house.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight.insight_id, card)
    await house.delivered("answered")


async def _insight(house: House) -> Insight:
    async with house.office.rows() as tx:
        return (await tx.session.scalars(select(Insight).where(Insight.workspace_id == HERE))).one()


async def _question(house: House) -> str:
    async with house.office.rows() as tx:
        query = select(InsightAnswer.answer_id).where(InsightAnswer.workspace_id == HERE, InsightAnswer.kind == "asked")
        return (await tx.session.scalars(query)).one()


async def _reminders(house: House) -> None:
    """Each morning the daily message, then every stage of a reminder, up to the lead; and a customer who waits."""
    await house.says("U0ANNELIE", "Is there any *news* about my seat?", "w1", thread="w1")
    house.kept("target", await house.office.command("U0NADINE", "kindline target"))
    await house.until(berlin(20, 17))
    await house.says("U0FRIEDA", "I called you back just now, <Annelie>.", "m51")
    await house.delivered()
    house.kept("numbers", await house.office.command("U0FRIEDA", "promises numbers"))
    house.kept("team_promises", await house.office.command("U0NADINE", "promises team"))
    await house.press("U0JONAS", Buttons.ACKNOWLEDGE, "C0HELP|w1")
    await house.delivered("holding")


async def _team(house: House) -> None:
    house.kept("team", await house.office.command("U0NADINE", "kindline team"))
    house.kept("here", await house.office.command("U0NADINE", "kindline here"))
    house.kept("help", await house.office.command("U0FRIEDA", "kindline help"))
    house.kept("route", await house.office.command("U0NADINE", "kindline route"))
    house.kept("me", await house.press("U0FRIEDA", Buttons.EDIT_SETTINGS, ""))
    house.kept("person", await house.press("U0NADINE", Buttons.EDIT_PERSON, "U0JONAS"))
    await house.office.command("U0NADINE", "kindline team <@U0OLGA|Olga Petrova> agent")
    await house.delivered()


async def _homes(house: House) -> None:
    """What waits there: promises, an insight, a customer; for an agent, a lead and a marketer."""
    await house.says("U0ANNELIE", "Thank you. One more thing: does it fit a *small* bike?", "m6")
    await _offered(house, "second")
    for who in ("U0FRIEDA", "U0NADINE", "U0MILO"):
        async with house.office.rows() as tx:
            await addresses.note_address(tx, HERE, who, chat_id=f"a:1-{who}")
            await addresses.set_home(tx, HERE, who, is_wanted=True)
        await house.office.hear(HomeOpened(workspace_id=HERE, at=house.now, person_id=who))
        await house.delivered(who.removeprefix("U0").lower())


async def _answered_by_hand(house: House) -> None:
    """A draft that stands in a private chat on both platforms, and whose agent then wrote in the thread."""
    await house.says("U0ANNELIE", "May I pay by card?", "n1", thread="n1")
    await _offered(house, "his", ELSEWHERE, "n1")
    await house.says(ELSEWHERE, "You may, Annelie.", "n2", thread="n1")
    await house.delivered()
