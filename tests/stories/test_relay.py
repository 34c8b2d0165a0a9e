"""An internal channel that a help desk feeds: the draft stands in the thread, and Use hands over the words."""

from tests.stories.conftest import both_roads
from tests.stories.people import DESK, Scene

MAIL = (
    "From: Annelie Voss <annelie.voss@mail.example>\nSubject: Saturday\n\n"
    "Hello, when do you open on Saturday? Regards, Annelie"
)


@both_roads
def test_a_mail_of_the_help_desk_gets_a_draft_in_its_thread_for_all_agents(scene: Scene) -> None:
    mail = scene.desk_posts(MAIL)
    draft = scene.frieda.draft("Draft ready")
    assert not draft.is_private and draft.thread == mail and " Annelie," in draft.words
    assert scene.jonas.draft("Draft ready").id == draft.id
    assert [one.id for one in (scene.annelie, scene.milo, scene.frida) if "Draft" in one.look().words] == []


@both_roads
def test_use_in_a_relay_channel_hands_over_the_words_and_posts_nothing(scene: Scene) -> None:
    scene.desk_posts(MAIL)
    scene.frieda.presses(scene.frieda.draft("Draft ready"), "Use")
    copy = scene.frieda.card("Your reply, ready to copy")
    assert "Copy it into your help desk; this channel is not seen by the customer." in copy.words
    assert "Saturday" in copy.words
    assert [one for one in scene.frieda.look().in_channel(DESK) if one.author == "U0FRIEDA"] == []


def test_a_colleague_who_pastes_a_mail_gets_a_draft_for_its_sender(scene: Scene) -> None:
    scene.jonas.says("From: Hendrik de Boer <hendrik.deboer@mail.example>\n\nWhat does the small service cost?", DESK)
    draft = scene.frieda.draft("Draft ready")
    assert " Hendrik," in draft.words and "69 euros" in draft.words


def test_a_note_among_colleagues_under_a_mail_gets_no_draft(scene: Scene) -> None:
    mail = scene.desk_posts(MAIL)
    scene.frieda.draft("Draft ready")
    scene.jonas.says("Can you take this one, Frieda?", DESK, thread=mail)
    scene.clock(advance_s=30)
    assert len([one for one in scene.frieda.look().in_channel(DESK) if "Draft ready" in one.words]) == 1


def test_each_mail_of_the_help_desk_is_its_own_matter(scene: Scene) -> None:
    scene.desk_posts(MAIL)
    scene.desk_posts("From: Hendrik de Boer <hendrik.deboer@mail.example>\n\nWhat does the small service cost?")
    seen = scene.frieda.until(
        lambda seen: len([one for one in seen.in_channel(DESK) if "Draft ready" in one.words]) == 2, "two drafts"
    )
    drafts = [one for one in seen.in_channel(DESK) if "Draft ready" in one.words]
    assert sorted("Hendrik," in one.words for one in drafts) == [False, True]
    assert len({one.thread for one in drafts}) == 2
