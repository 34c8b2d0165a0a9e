"""What customers say reaches marketing, and what marketing answers comes back to whoever passed it on."""

from tests.stories.conftest import every_way
from tests.stories.people import HELP, MARKETING, Scene
from tests.stories.screens import Shown

LINE = '/insight The app hides the battery level, says Annelie #app customer:"Annelie Voss" heard:confusion'


def logged(scene: Scene) -> tuple[Shown, Shown]:
    """Frieda logs an insight: her confirmation, and the card in #marketing."""
    scene.has_marketing()
    confirmation = scene.frieda.types(LINE)
    assert confirmation is not None
    return confirmation, scene.milo.card("Insight #1")


@every_way
def test_an_insight_reaches_its_owner_and_each_answer_comes_back(scene: Scene) -> None:
    confirmation, card = logged(scene)
    assert "This is insight #1. It goes to #marketing, and Milo Brandt is asked to answer." in confirmation.words
    assert confirmation.is_private and confirmation.buttons == ["Undo"]
    assert card.wire["channel"] == MARKETING and "Milo Brandt, this one is yours to answer." in card.words
    assert "#app" in card.words and "confusion" in card.words and "Annelie" not in card.words
    assert card.buttons == ["Acting", "Known", "Not now", "Ask the agent"]
    scene.milo.presses(card, "Acting")
    scene.frieda.sees("Milo Brandt is acting on your insight #1.")
    acting = scene.milo.card("Milo Brandt is acting on this.")
    assert acting.id == card.id and "this one is yours" not in acting.words
    scene.milo.presses(acting, "Known")
    scene.frieda.sees("Milo Brandt already knows about what you heard (insight #1).")
    assert len(scene.frieda.look().from_bot()) == 2


@every_way
def test_marketing_asks_and_the_agents_reply_joins_the_card(scene: Scene) -> None:
    _, card = logged(scene)
    scene.milo.presses(card, "Ask the agent")
    scene.milo.form("What would you like to know?")
    assert scene.milo.submits(words="Which version of the app?") == {}
    question = scene.frieda.card("Milo Brandt has a question about your insight #1.")
    scene.frieda.presses(question, "Reply")
    scene.frieda.form("Which version of the app?")
    assert scene.frieda.submits(words="Version 3, and Annelie uses an old phone") == {}
    scene.milo.sees("Frieda Maas answered your question about insight #1.")
    answered = scene.milo.until(
        lambda seen: "Version 3" in seen.in_channel(MARKETING)[-1].words, "the reply on the card"
    )
    assert answered.in_channel(MARKETING)[-1].id == card.id
    assert "Annelie" not in answered.words
    replied = scene.frieda.card("You answered: Version 3, and Annelie uses an old phone")
    assert replied.id == question.id and replied.buttons == []


def test_not_now_needs_a_reason_which_the_contributor_reads(scene: Scene) -> None:
    _, card = logged(scene)
    scene.milo.presses(card, "Not now")
    scene.milo.form("Why not now?")
    assert list(scene.milo.submits(words=" ").values()) != []
    assert scene.milo.submits(words="We change that screen in March.") == {}
    told = scene.frieda.card("Milo Brandt answered your insight #1: not now.")
    assert "We change that screen in March." in told.words
    scene.milo.sees("Milo Brandt: not now, because We change that screen in March.")


@every_way
def test_undo_withdraws_an_insight_from_marketing(scene: Scene) -> None:
    confirmation, card = logged(scene)
    scene.frieda.presses(confirmation, "Undo")
    scene.frieda.sees("Insight #1 is withdrawn.")
    withdrawn = scene.milo.card("Insight #1: confusion was withdrawn by Frieda Maas. It needs no answer.")
    assert withdrawn.id == card.id and withdrawn.buttons == []


def test_an_insight_that_was_answered_stays(scene: Scene) -> None:
    confirmation, card = logged(scene)
    scene.milo.presses(card, "Acting")
    scene.frieda.sees("is acting on your insight")
    scene.frieda.presses(confirmation, "Undo")
    scene.frieda.sees("Insight #1 is already answered (marketing is acting on it), so it stays.")
    assert "Milo Brandt is acting on this." in scene.milo.look().words


def test_the_bare_command_opens_a_form(scene: Scene) -> None:
    assert scene.frieda.types("/insight") is None
    scene.frieda.form("Log an insight")
    refused = scene.frieda.submits(text="", quote="")
    assert list(refused.values()) == ["There is nothing to pass on yet: what did the customer say or mean?"]
    assert scene.frieda.submits(text="Wants evening hours", theme="hours", heard="wish") == {}
    scene.frieda.sees("This is insight #1.")
    card = scene.milo.card("Insight #1: wish")
    assert "Wants evening hours" in card.words and "#hours" in card.words


@every_way
def test_the_shortcut_fills_the_form_from_the_message(scene: Scene) -> None:
    scene.has_marketing()
    said = scene.annelie.says("I love the bell, but my number 0555 010 203 is on the invoice twice.")
    scene.settle()
    scene.frieda.uses("log_insight", said)
    form = scene.frieda.form("Log an insight")
    assert "I love the bell" in str(form.holds("quote")) and form.holds("customer") == "Annelie Voss"
    assert scene.frieda.submits(text="Invoices repeat the number", heard="complaint") == {}
    scene.frieda.sees("This is insight #1.")
    card = scene.milo.card("Insight #1: complaint")
    assert "I love the bell" in card.words and "0555" not in card.words and "Voss" not in card.words


def test_the_form_does_not_invent_words_for_an_insight_without_a_customers_message(scene: Scene) -> None:
    said = scene.jonas.says("Three people asked for evening hours today.", HELP)
    scene.frieda.uses("log_insight", said)
    form = scene.frieda.form("Log an insight")
    assert form.holds("text") == "Three people asked for evening hours today." and not form.holds("quote")


def test_an_agent_cannot_answer_for_marketing(scene: Scene) -> None:
    logged(scene)
    scene.frieda.do("join", channel=MARKETING)
    card = scene.frieda.card("Insight #1: confusion")
    scene.frieda.presses(card, "Acting")
    scene.frieda.sees("This insight is for marketing to answer, so I left it as it is.")
    assert "acting on this" not in scene.milo.look().words


def test_nobody_outside_sees_an_insight(scene: Scene) -> None:
    logged(scene)
    strangers = (scene.annelie, scene.hendrik, scene.jonas, scene.frida, scene.nils)
    assert [one.id for one in strangers if "Insight" in one.look().words or "battery" in one.look().words] == []


def test_insights_wait_on_the_home_page_of_who_must_answer(scene: Scene) -> None:
    logged(scene)
    page = scene.milo.home("waits for your answer")
    assert page.buttons.count("Acting") == 1
    scene.milo.presses(page, "Acting")
    scene.frieda.sees("Milo Brandt is acting on your insight #1.")
    scene.milo.until(lambda seen: "waits for your answer" not in seen.home.words, "a home page with nothing to answer")
