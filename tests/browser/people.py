"""What a person does at the playground's page: look at somebody's pane, write, press, fill in a form."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

WITHIN_MS = 15_000
"""The bot's answers come from other processes; on a busy machine they may take a while."""


def shows(place: Locator, text: str) -> None:
    expect(place).to_contain_text(text, timeout=WITHIN_MS)


@dataclass(frozen=True, slots=True)
class Person:
    """One person's pane."""

    node: Locator

    def writes(self, text: str) -> None:
        box = self.node.get_by_test_id("composer")
        box.fill(text)
        box.press("Enter")
        expect(box).to_have_value("", timeout=WITHIN_MS)

    def opens_thread(self) -> None:
        self.node.get_by_test_id("thread-link").last.click(timeout=WITHIN_MS)

    def replies_to(self, text: str) -> None:
        """Opens the thread of the message that holds these words, also where nobody answered yet."""
        message = self.message(text)
        message.hover()
        message.get_by_test_id("reply-in-thread").click()

    def goes_to(self, place: str) -> None:
        """A channel's id, `dm-U…` or `home`."""
        self.node.get_by_test_id(f"place-{place}").click()

    def button(self, label: str) -> Locator:
        return self.node.get_by_role("button", name=label, exact=True).last

    def presses(self, label: str) -> None:
        self.button(label).click(timeout=WITHIN_MS)

    def presses_and_confirms(self, label: str) -> None:
        self.presses(label)
        self.node.page.get_by_test_id("confirm-yes").click()

    def chooses(self, menu: str, entry: str) -> None:
        """From a menu that stands on a card."""
        self.presses(menu)
        self.node.page.get_by_test_id("menu").get_by_text(entry, exact=True).click()

    def picks(self, shortcut: str, text: str) -> None:
        """From the menu of the message that holds these words."""
        message = self.message(text)
        message.hover()
        message.get_by_test_id("message-menu").click()
        self.node.page.get_by_role("menuitem", name=shortcut).click()

    def message(self, text: str) -> Locator:
        return self.node.locator(".message", has_text=text).last

    def sees(self, text: str) -> None:
        shows(self.node, text)

    def does_not_see(self, text: str) -> None:
        expect(self.node).not_to_contain_text(text)

    @property
    def form(self) -> Locator:
        return self.node.get_by_test_id("modal")

    def fills(self, **fields: str) -> None:
        """Fields by block id; then the form is submitted and goes away."""
        self.submits(**fields)
        expect(self.form).to_be_hidden(timeout=WITHIN_MS)

    def submits(self, **fields: str) -> None:
        """The same, for a form that stays or that is followed by a word of thanks."""
        for name, value in fields.items():
            self.form.locator(f"[data-block-id={name}] :is(input, textarea)").fill(value)
        self.form.get_by_test_id("modal-submit").click()


@dataclass(frozen=True, slots=True)
class Screen:
    """The page at this address."""

    page: Page
    address: str

    def open(self, *panes: str) -> None:
        """Each pane is `person:place`, or `person@teams:place`; without any, what a newcomer sees first."""
        layout = f"#panes={','.join(panes)}" if panes else ""
        self.page.goto(self.address + layout)
        self.page.get_by_test_id("composer").first.wait_for()

    def person(self, person_id: str) -> Person:
        return Person(self.page.get_by_test_id(f"pane-{person_id}"))

    def on_teams(self, person_id: str) -> Person:
        return Person(self.page.get_by_test_id(f"pane-{person_id}-teams"))

    @property
    def annelie(self) -> Person:
        return self.person("U0ANNELIE")

    @property
    def frieda(self) -> Person:
        return self.person("U0FRIEDA")

    @property
    def jonas(self) -> Person:
        return self.person("U0JONAS")

    @property
    def milo(self) -> Person:
        return self.person("U0MILO")

    def skips_to(self, button: str, moment: str) -> None:
        """Presses a button of the clock (`next`, `tomorrow`, `plus10`) until the face shows this moment."""
        self.page.get_by_test_id(f"clock-{button}").click()
        expect(self.page.locator("#clock-buttons [aria-busy]")).to_have_count(0, timeout=WITHIN_MS)
        expect(self.page.get_by_test_id("clock")).to_have_text(f"{moment} Berlin", timeout=WITHIN_MS)

    def tabs_to(self, wanted: Locator, key: str = "Tab") -> None:
        """Walks there by keyboard alone."""
        wanted.wait_for(timeout=WITHIN_MS)
        for _ in range(120):
            if wanted.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} does not lead to {wanted}")
