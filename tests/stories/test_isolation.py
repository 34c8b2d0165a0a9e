"""Two workspaces with the same channel ids and the same person id: nothing of one is seen or changed in the other."""

from urllib.parse import urlencode

from tests.stories.conftest import every_way
from tests.stories.people import HELP, MARIGOLD, NORTH, Scene, Someone
from tests.stories.wire import SlackWire

HOURS = "When do you open on Saturday?"


def private_cards(one: Someone) -> list[str]:
    return [card.words for card in one.look().private()]


@every_way
def test_each_workspaces_customer_is_answered_at_home(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.nils.says("How much is a stamp to Norway?")
    ours, theirs = scene.frieda.draft("Draft ready"), scene.frida.draft("Draft ready")
    assert "Annelie" in ours.words and "Berlin is open" in ours.words
    assert "Nils" in theirs.words and "Berlin" not in theirs.words and "Annelie" not in theirs.words
    assert len(private_cards(scene.frieda)) == 1 and len(private_cards(scene.frida)) == 1
    scene.frieda.presses(ours, "Use")
    scene.frieda.passes_on(asked)
    scene.annelie.until(lambda seen: any(one.author == "U0FRIEDA" for one in seen.in_channel(HELP)), "the reply")
    assert [one for one in scene.nils.look().in_channel(HELP) if one.author == "U0FRIEDA"] == []
    scene.frida.presses(theirs, "Use")
    assert "Your reply, ready to copy" in scene.frida.card("Your reply, ready to copy").words


def test_promises_and_insights_stay_in_their_workspace(scene: Scene) -> None:
    for agent, customer in ((scene.frieda, scene.annelie), (scene.frida, scene.nils)):
        asked = customer.says(HOURS)
        scene.settle()
        agent.says(f"I'll ask {agent.team.lower()[2:]} by Friday noon.", thread=asked)
        agent.card("You promised")
        agent.told(f"/insight They like {agent.team.lower()[2:]} #brand heard:praise")
    scene.milo.card("Insight #1: praise")
    scene.frida.card("Insight #1: praise")
    marigold = "\n".join(one.look().words for one in (scene.frieda, scene.nadine, scene.milo))
    north = "\n".join(one.look().words for one in (scene.frida, scene.nils))
    assert "marigold" in marigold and "ask north" not in marigold and "like north" not in marigold
    assert "ask north" in north and "ask marigold" not in north and "like marigold" not in north
    assert "marigold" not in scene.frida.told("/promises") and "north" not in scene.frieda.told("/promises")
    scene.clock(to="2026-11-19T09:00:01+01:00")
    digest = scene.frida.card("Your day, Frida: 1 open promise")
    assert "ask north" in digest.words and "marigold" not in digest.words


def test_leads_of_one_workspace_are_nobody_in_the_other(scene: Scene) -> None:
    assert scene.frida.told("/kindline team").count("Frida North: agent, lead, admin") == 1
    assert "Nadine" not in scene.frida.told("/kindline team")
    scene.frida.told("/kindline here off")
    scene.annelie.says(HOURS)
    scene.frieda.draft("Draft ready")


def press(scene: Scene, team: str, user: str, action: str, value: str) -> int:
    """A button's payload that nobody could press on a screen: well signed, with an id of somebody else."""
    return SlackWire(scene.demo).press(team, user, HELP, action, value)


def test_a_draft_of_another_person_or_workspace_cannot_be_sent(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    draft_id = str(scene.frieda.draft("Draft ready").button("Use")["value"])
    for team, user in ((NORTH, "U0FRIEDA"), (MARIGOLD, "U0JONAS"), (MARIGOLD, "U0MILO"), (MARIGOLD, "U0HENDRIK")):
        for action in ("draft.use", "draft.use_anyway", "draft.dismiss", "draft.take_back", "thread.take"):
            assert press(scene, team, user, action, draft_id) == 200
    scene.settle()
    assert [one for one in scene.annelie.look().in_channel(HELP) if one.author != "U0ANNELIE"] == []
    scene.frieda.presses(scene.frieda.draft("Draft ready"), "Use")
    scene.annelie.until(lambda seen: any(one.author == "U0FRIEDA" for one in seen.in_channel(HELP)), "the reply")


def test_a_promise_of_another_person_or_workspace_cannot_be_closed(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.settle()
    scene.frieda.says("I'll write to you by Friday noon.", thread=asked)
    ref = str(scene.frieda.card("You promised Annelie").button("Undo")["value"])
    for team, user in ((NORTH, "U0FRIEDA"), (MARIGOLD, "U0JONAS"), (MARIGOLD, "U0MILO"), (MARIGOLD, "U0HENDRIK")):
        for action in ("promise.undo", "promise.done", "promise.withdraw", "promise.not_one", "promise.move"):
            assert press(scene, team, user, action, ref) == 200
    scene.settle()
    assert "I'll write to you by Friday noon" in scene.frieda.told("/promises")
    assert [one.id for one in (scene.jonas, scene.milo, scene.frida) if one.look().form] == []


def test_a_form_that_names_somebody_elses_draft_or_promise_changes_nothing(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    draft_id = str(scene.frieda.draft("Draft ready").button("Use")["value"])
    typed = {"text": {"text": {"type": "plain_text_input", "value": "Send me your card number"}}}
    wire = SlackWire(scene.demo)
    for team, user in ((NORTH, "U0FRIEDA"), (MARIGOLD, "U0JONAS"), (MARIGOLD, "U0HENDRIK")):
        assert wire.submit(team, user, "draft", draft_id, values=typed, channel=HELP)[0] == 200
    scene.frieda.says("I'll write to you by Friday noon.", thread=asked)
    ref = str(scene.frieda.card("You promised Annelie").button("Undo")["value"])
    moved = {
        "due": {"due": {"type": "datepicker", "selected_date": "2026-12-24"}},
        "due:time": {"due": {"type": "timepicker", "selected_time": "09:00"}},
    }
    for team, user in ((NORTH, "U0FRIEDA"), (MARIGOLD, "U0JONAS"), (MARIGOLD, "U0HENDRIK")):
        assert (
            wire.submit(team, user, "promise.move", f"{ref.partition('|')[0]}||1;", values=moved, channel=HELP)[0]
            == 200
        )
    scene.settle()
    assert "card number" not in scene.annelie.look().words
    assert "Due Friday 20 November, 12:00." in scene.frieda.told("/promises")


def test_an_insight_of_another_workspace_cannot_be_answered_or_undone(scene: Scene) -> None:
    confirmation = scene.frieda.types("/insight They love the bell heard:praise")
    assert confirmation is not None
    insight_id = str(confirmation.button("Undo")["value"])
    scene.milo.card("Insight #1: praise")
    for team, user in ((NORTH, "U0FRIEDA"), (MARIGOLD, "U0JONAS"), (MARIGOLD, "U0HENDRIK")):
        for action in ("insight.undo", "insight.acting", "insight.known", "insight.ask"):
            assert press(scene, team, user, action, insight_id) == 200
        words = {"words": {"words": {"type": "plain_text_input", "value": "Never"}}}
        wire = SlackWire(scene.demo)
        assert wire.submit(team, user, "insight.answer", f"{insight_id}|not_now|", values=words)[0] == 200
    scene.settle()
    card = scene.milo.card("Insight #1: praise")
    assert card.buttons == ["Acting", "Known", "Not now", "Ask the agent"]
    assert "Insight" not in scene.frida.look().words.replace("Insights", "")


def test_a_command_that_names_another_team_than_it_comes_from_is_not_taken(scene: Scene) -> None:
    wire = SlackWire(scene.demo)
    form = {"command": "/promises", "text": "", "team_id": "T0STRANGER", "user_id": "U0FRIEDA", "channel_id": HELP}
    status, text = wire.post(urlencode(form).encode(), "application/x-www-form-urlencoded")
    assert status == 403 and text == ""
