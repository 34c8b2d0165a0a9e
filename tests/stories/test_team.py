"""Who is who, where the bot listens, and whose name a reply may carry."""

import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.stories.conftest import both_roads, every_way
from tests.stories.people import HELP, TEAM, Scene

HOURS = "When do you open on Saturday?"


def drafts_in(scene: Scene, channel: str) -> list[str]:
    messages = scene.frieda.look().messages
    return [one.words for one in messages if one.wire["channel"] == channel and "Draft ready" in one.words]


@every_way
def test_a_lead_enrols_a_channel_as_relay_as_shared_and_takes_it_out_again(scene: Scene) -> None:
    assert "listens here as a relay channel" in scene.nadine.told("/kindline here relay", TEAM)
    scene.jonas.says("From: Nils <nils@mail.example>\n\nHow long do I have to return it?", TEAM)
    assert not scene.frieda.draft("Draft ready").is_private
    assert "listens here as a shared channel" in scene.nadine.told("/kindline here shared", TEAM)
    assert "no longer listens here" in scene.nadine.told("/kindline here off", TEAM)
    before = len(drafts_in(scene, TEAM))
    scene.jonas.says("From: Nils <nils@mail.example>\n\nWhat does a service cost?", TEAM)
    scene.clock(advance_s=30)
    assert len(drafts_in(scene, TEAM)) == before
    assert "not listening here" in scene.nadine.told("/kindline here off", TEAM)


def test_only_a_lead_says_where_the_bot_listens(scene: Scene) -> None:
    for line in ("/kindline here", "/kindline here off", "/kindline pause", "/kindline resume everywhere"):
        assert scene.frieda.told(line) == "Only a lead or an admin can do this. /kindline team shows who that is."
    scene.annelie.says(HOURS)
    scene.frieda.draft("Draft ready")


def test_a_slip_of_the_pen_gets_the_nearest_word(scene: Scene) -> None:
    assert "Did you mean /kindline here relay?" in scene.nadine.told("/kindline here relai", TEAM)


def test_a_paused_channel_gets_no_drafts_until_it_is_resumed(scene: Scene) -> None:
    scene.nadine.told("/kindline pause")
    scene.annelie.says(HOURS)
    scene.clock(advance_s=30)
    assert drafts_in(scene, HELP) == []
    scene.nadine.told("/kindline resume")
    scene.hendrik.says(HOURS)
    scene.frieda.draft("Draft ready")


@every_way
def test_roles_are_given_by_a_lead_and_told_to_whom_they_concern(scene: Scene) -> None:
    assert scene.nadine.told("/kindline team <@U0MILO> agent marketer") == "Milo Brandt: agent, marketer."
    scene.milo.sees("Nadine Rupp added you as agent.")
    assert scene.frieda.told("/kindline team <@U0JONAS> lead") == "Only a lead or an admin can change roles."
    listed = scene.frieda.told("/kindline team")
    assert "Milo Brandt: agent, marketer" in listed and "Jonas Keller: agent" in listed
    assert "Did you mean lead?" in scene.nadine.told("/kindline team <@U0JONAS> leed")


def test_a_customer_gets_no_role_and_the_last_admin_stays(scene: Scene) -> None:
    assert "not of your workspace" in scene.nadine.told("/kindline team <@U0ANNELIE> agent")
    assert "make another person admin first" in scene.nadine.told("/kindline team <@U0NADINE> lead")
    assert "A guest can be an agent and nothing more." in scene.nadine.told("/kindline team <@U0HENDRIK> lead")


def fetch(url: str, cookie: str = "") -> tuple[HTTPResponse, str]:
    """One step of a browser: follows no redirect by itself."""
    parts = urlsplit(url)
    assert parts.hostname == "127.0.0.1" and parts.port
    line = HTTPConnection(parts.hostname, parts.port, timeout=20)
    line.request("GET", f"{parts.path}?{parts.query}", headers={"Cookie": cookie} if cookie else {})
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer, text


def link_of(scene: Scene, agent: str) -> str:
    card = scene.someone(agent).types("/kindline link")
    assert card is not None
    return str(card.button("Link my account")["url"])


def approved(url: str, agent: str, **more: str) -> tuple[int, str]:
    """What the person's browser does: our page, Slack's page with a yes, and back to us."""
    first, _ = fetch(url)
    cookie = str(first.getheader("Set-Cookie")).partition(";")[0]
    there = urlsplit(str(first.getheader("Location")))
    query = {name: values[0] for name, values in parse_qs(there.query).items()} | {
        "approve": "1",
        "as_user": agent,
        **more,
    }
    second, _ = fetch(f"{there.scheme}://{there.netloc}{there.path}?{urlencode(query)}")
    last, text = fetch(str(second.getheader("Location")), cookie)
    return last.status, text


@both_roads
def test_use_posts_as_a_person_who_linked_their_account_until_they_unlink_it(scene: Scene) -> None:
    status, text = approved(link_of(scene, "U0JONAS"), "U0JONAS")
    assert status == 200 and "Your account is linked" in text
    scene.jonas.sees("Your account is linked: replies that you approve are posted under your name.")
    scene.annelie.says(HOURS)
    scene.jonas.presses(scene.jonas.draft("Draft ready"), "Use")
    scene.annelie.until(lambda seen: any(one.author == "U0JONAS" for one in seen.in_channel(HELP)), "Jonas's reply")
    assert "From now on, Use gives you the text to copy." in scene.jonas.told("/kindline unlink")
    scene.hendrik.says(HOURS)
    fresh = scene.jonas.until(
        lambda seen: [one for one in seen.private() if "Draft ready" in one.words and "Hendrik" in one.words], "a draft"
    )
    scene.jonas.presses([one for one in fresh.private() if "Hendrik" in one.words][-1], "Use")
    scene.jonas.sees("Your reply, ready to copy")
    assert len([one for one in scene.annelie.look().in_channel(HELP) if one.author == "U0JONAS"]) == 1


def test_a_link_works_once_and_only_for_the_person_who_asked(scene: Scene) -> None:
    url = link_of(scene, "U0JONAS")
    status, text = approved(url, "U0NADINE")
    assert status == 400 and "That was another account" in text
    status, text = approved(url, "U0JONAS")
    assert status == 400 and "This link was used or is too old" in text
    scene.annelie.says(HOURS)
    scene.jonas.presses(scene.jonas.draft("Draft ready"), "Use")
    scene.jonas.sees("Your reply, ready to copy")


def test_a_no_on_the_consent_page_changes_nothing(scene: Scene) -> None:
    status, text = approved(link_of(scene, "U0JONAS"), "U0JONAS", deny="1")
    assert status == 400 and "You did not allow it, and that is fine." in text


def test_somebody_elses_browser_cannot_finish_a_link(scene: Scene) -> None:
    first, _ = fetch(link_of(scene, "U0JONAS"))
    state = parse_qs(urlsplit(str(first.getheader("Location"))).query)["state"][0]
    answer, text = fetch(f"http://127.0.0.1:{scene.demo.bot_port}/slack/oauth_redirect?code=x&state={state}")
    assert answer.status == 400 and "belongs to another browser" in text
    assert not re.search(r"Traceback|Error", text)


@every_way
def test_the_home_page_fits_who_opens_it(scene: Scene) -> None:
    agent, lead, marketer = scene.frieda.home("Hello"), scene.nadine.home("Hello"), scene.milo.home("Hello")
    assert "Hello Frieda Agent · Europe/Berlin" in agent.words and "Drafts for you" in agent.words
    assert "Your promises" in agent.words and "Insights" in agent.words
    assert "#help-marigold: shared" in lead.words and lead.buttons.count("Edit") == 4
    assert "Hello Milo Marketer" in marketer.words and "People and roles" not in marketer.words
    guest = scene.hendrik.home("Kindline")
    assert guest.words == "Kindline helps the team that answers customers. There is nothing to do here for you."


def test_the_home_page_of_a_lead_names_each_channel_and_how_the_bot_listens_there(scene: Scene) -> None:
    page = scene.nadine.home("Where Kindline listens")
    assert "#help-marigold: shared" in page.words and "#desk: relay" in page.words


def test_a_lead_changes_a_colleagues_roles_and_zone_on_the_home_page(scene: Scene) -> None:
    page = scene.nadine.home("People and roles")
    names = re.findall(r"(Frieda Maas|Jonas Keller|Milo Brandt|Nadine Rupp):", page.words)
    scene.nadine.presses(page, "Edit", names.index("Jonas Keller"))
    scene.nadine.form("Jonas Keller")
    assert "Did you mean" in next(iter(scene.nadine.submits(zone="Europe/Lisbonn").values()))
    assert scene.nadine.submits(zone="Lisbon", roles=["agent", "lead"]) == {}
    scene.nadine.until(lambda seen: "Jonas Keller: agent, lead · Europe/Lisbon" in seen.home.words, "the new line")


def test_ones_own_day_can_be_changed_on_the_home_page(scene: Scene) -> None:
    scene.frieda.presses(scene.frieda.home("My settings"), "My settings")
    scene.frieda.form("When does your day start?")
    assert scene.frieda.submits(zone="Europe/Berlin", day_starts="07:30", workdays=["0", "1", "2"]) == {}
    scene.frieda.until(lambda seen: "your day starts at 7:30, Monday to Wednesday" in seen.home.words, "the new day")


def test_a_colleague_who_left_is_named_to_the_lead(scene: Scene) -> None:
    asked = scene.annelie.says("Where is my parcel?")
    scene.settle()
    scene.jonas.says("I'll write to you by Friday noon, Annelie.", thread=asked)
    scene.jonas.card("You promised Annelie")
    scene.jonas.do("deactivate")
    told = scene.nadine.card("Jonas Keller's account was deactivated (agent).")
    assert "I'll write to you by Friday noon" in told.words
