"""People hold their own words against the standard before a customer reads them, and a team makes it its own."""

from tests.stories.conftest import both_doors
from tests.stories.people import HELP, ON_TEAMS, TEAM, Scene

UNKIND = "Dear customer, we can't do that."
KIND = "Hi Annelie, your helmet comes on Thursday by 4 pm."
HOURS = "When do you open on Saturday?"
CLEAN, CLEAN_ALONE = "Nothing to mend: these words keep the standard.", "Nothing to mend, as far as the words alone"


def posted(scene: Scene) -> list[str]:
    """What Annelie sees of Frieda."""
    return [one.words for one in scene.annelie.look().in_channel(HELP) if one.author == "U0FRIEDA"]


# Typed, and in the form


@both_doors
def test_clean_words_need_no_mending(scene: Scene) -> None:
    answer = scene.frieda.told(f"/check {KIND}")
    assert answer.startswith(CLEAN_ALONE) and KIND in answer
    assert posted(scene) == []


@both_doors
def test_words_that_break_the_standard_come_back_with_why_and_how_else(scene: Scene) -> None:
    answer = scene.frieda.types(f"/check {UNKIND}")
    assert answer is not None and answer.buttons == ["Change them"]
    assert "2 things to mend" in answer.words and "S4 can-do:" in answer.words and "Instead: Hi [name]" in answer.words
    scene.frieda.presses(answer, "Change them")
    assert scene.frieda.form("Your words").holds("text") == UNKIND
    assert scene.frieda.submits(text=KIND) == {}
    scene.frieda.form(CLEAN_ALONE)


@both_doors
def test_the_command_alone_opens_a_form_that_is_refused_while_it_is_empty(scene: Scene) -> None:
    assert scene.frieda.types("/kindline check") is None
    assert "Only you see what I find." in scene.frieda.form("Your words").words
    assert list(scene.frieda.submits(text=" ").values()) == ["Please write or paste the words that I should check."]
    assert scene.frieda.submits(text=UNKIND) == {}
    found = scene.frieda.form("2 things to mend")
    assert found.holds("text") == UNKIND
    assert posted(scene) == []


def test_emoji_alone_and_other_languages_are_not_called_clean(scene: Scene) -> None:
    assert scene.frieda.told("/check 🎉🎉").startswith("I find no words here")
    answer = scene.frieda.told("/check Bonjour Annelie, votre colis est en retard et je ne sais pas pourquoi.")
    assert answer.startswith("This looks like French, and I can judge English only so far.")


def test_a_form_whose_trigger_expired_opens_with_a_button(scene: Scene) -> None:
    scene.demo.ask("fault", method="views.open", kind="trigger_expired")
    late = scene.frieda.types("/check")
    assert late is not None
    scene.frieda.presses(late, "Open the form")
    scene.frieda.form("Your words")


# On a message


@both_doors
def test_the_shortcut_reads_a_reply_in_its_thread_and_tells_only_its_agent(scene: Scene) -> None:
    asked = scene.annelie.says("Can I bring my dog to the terrace on Saturday? And do you have gluten free pasta?")
    scene.settle()
    said = scene.frieda.says("Hi Annelie, your dog is welcome on the terrace.", thread=asked)
    scene.settle()
    scene.frieda.uses("check_my_words", said)
    scene.frieda.sees("S2 all-asks: This isn't answered yet")
    assert [one.id for one in (scene.annelie, scene.jonas) if "all-asks" in one.look().words] == []


@both_doors
def test_a_reply_that_keeps_the_standard_is_told_so_in_one_sentence(scene: Scene) -> None:
    asked = scene.annelie.says("Where is my helmet?")
    scene.settle()
    said = scene.frieda.says(KIND, thread=asked)
    scene.settle()
    scene.frieda.uses("check_my_words", said)
    assert CLEAN in scene.frieda.sees(CLEAN).words


@both_doors
def test_a_customers_message_is_not_for_the_standard_and_a_colleagues_elsewhere_is_judged_alone(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.settle()
    scene.frieda.uses("check_my_words", asked)
    assert "for ours" in scene.frieda.sees("These are a customer's words.").words
    scene.frieda.uses("check_my_words", scene.frieda.says(UNKIND, TEAM))
    scene.frieda.sees("Judged by the words alone.")


def test_in_teams_the_card_of_a_draft_can_be_checked_and_other_cards_cannot(scene: Scene) -> None:
    on_teams = Scene(scene.demo, scene.memory, ON_TEAMS)
    on_teams.annelie.says(HOURS)
    on_teams.frieda.uses("check_my_words", on_teams.frieda.draft().id)
    on_teams.frieda.sees(CLEAN)
    other = on_teams.frieda.types("/promises")
    assert other is not None
    on_teams.frieda.uses("check_my_words", other.id)
    assert "for a draft" in on_teams.frieda.sees("This is a card of mine.").words


# Before a draft goes out


@both_doors
def test_the_standard_is_told_once_before_the_words_are_used_and_anyway_uses_them(scene: Scene) -> None:
    asked = scene.annelie.says(HOURS)
    scene.frieda.presses(scene.frieda.draft(), "Open")
    scene.frieda.form("Your reply")
    assert scene.frieda.submits(text=UNKIND) == {}
    shown = scene.frieda.form("Before you send: 2 things to mend.")
    assert shown.holds("text") == UNKIND and posted(scene) == []
    assert scene.frieda.submits(text=UNKIND) == {}
    scene.frieda.passes_on(asked)
    assert scene.annelie.sees("we can't do that").in_channel(HELP)[-1].words == UNKIND


def test_mended_words_go_out_without_another_word(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    scene.frieda.presses(scene.frieda.draft(), "Open")
    scene.frieda.form("Your reply")
    scene.frieda.submits(text=UNKIND)
    scene.frieda.form("Before you send")
    assert scene.frieda.submits(text="Hi Annelie, we open at ten on Saturday.") == {}
    scene.annelie.sees("we open at ten on Saturday")


# The team's own standard


@both_doors
def test_a_lead_switches_a_rule_off_and_adds_words_that_then_count_for_everybody(scene: Scene) -> None:
    shown = scene.nadine.types("/kindline standard")
    assert shown is not None and "S12 thanks:" in shown.words and shown.buttons == ["Change it"]
    scene.nadine.presses(shown, "Change it")
    scene.nadine.form("The standard here")
    on = ["S1", "S2", "S3", "S5", "S6"]
    assert scene.nadine.submits(first=on, phrases="no can do").keys() == {"phrases"}
    assert scene.nadine.submits(first=on, phrases="S8 no can do") == {}
    scene.nadine.sees("And never: “no can do”.")
    assert scene.frieda.told("/check Annelie, we can't do that.").startswith(CLEAN_ALONE)
    assert "S8 calm: Your workspace asks not to say this." in scene.frieda.told("/check Sorry Annelie, no can do.")
    seen = scene.frieda.told("/kindline standard")
    assert "Switched off here." in seen and "Nadine Rupp changed it last" in seen


def test_an_agent_may_look_at_the_standard_and_leave_it_to_leads(scene: Scene) -> None:
    shown = scene.frieda.types("/kindline standard")
    assert shown is not None and shown.buttons == [] and "Leads can change that." in shown.words
