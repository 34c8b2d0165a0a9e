"""What Frieda does in the Agents Playground's page: chats, posts, replies, presses, and what she sees."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True, slots=True)
class Client:
    page: Page
    address: str
    pictures: Path

    def open(self) -> None:
        """Each opening of the page installs the app again, as far as the bot can tell; no history is shown."""
        self.page.goto(self.address)
        self.place("Personal Chat").wait_for()

    def place(self, name: str) -> Locator:
        return self.page.get_by_role("treeitem", name=name)

    def chat(self, words: str) -> None:
        """Say something to Kindline in the 1:1 chat."""
        self.place("Personal Chat").click()
        box = self.page.locator("div[role=textbox]").first
        box.click()
        self.page.keyboard.type(words)
        self.page.get_by_role("button", name="Send Message").click()

    def post(self, words: str, *, mention: bool = True) -> None:
        """A new post in General."""
        self.place("General").click()
        self.page.locator("div[role=textbox]").first.click()
        self._write(words, mention=mention)
        self.page.get_by_role("button", name="Post").click()

    def reply(self, words: str, *, mention: bool = True) -> None:
        """In the newest thread of General."""
        self.page.locator("div[role=textbox]").nth(1).click()
        self._write(words, mention=mention)
        self.page.keyboard.press("Enter")

    def _write(self, words: str, *, mention: bool) -> None:
        """A mention has to be picked from the list; typing it is no mention, here as in Teams."""
        if mention:
            self.page.keyboard.type("@Kind")
            self.page.get_by_role("menuitem", name="Kindline").first.click()
            words = f" {words}"
        self.page.keyboard.type(words)

    def sees(self, words: str) -> Locator:
        """It appears where Frieda is looking."""
        found = self.page.get_by_role("main").or_(self.page.locator("#root")).get_by_text(words).last
        expect(found).to_be_visible()
        return found

    def card(self, words: str) -> Locator:
        """The newest card with these words, once it is there."""
        found = self.page.locator(".ac-adaptiveCard", has_text=words).last
        expect(found).to_be_visible()
        return found

    def press(self, card: str, button: str) -> None:
        self.card(card).get_by_role("button", name=button, exact=True).first.click()

    def act_on(self, words: str, command: str) -> Locator:
        """The message's own menu, then an action of the app. Returns the dialog."""
        menu = "button[@aria-label='Show more information']"
        message = self.page.get_by_text(words, exact=True).last
        message.hover()
        message.locator(f"xpath=ancestor::*[.//{menu}][1]//{menu}").first.click()
        self.page.get_by_role("menuitem", name="Action Command").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("textbox").first.fill(command)
        dialog.get_by_role("button", name="Create").click()
        return dialog

    def picture(self, name: str) -> Path:
        path = self.pictures / f"{name}.png"
        self.page.screenshot(path=path)
        return path

    def errors(self) -> list[str]:
        """What the Agents Playground complains about; warnings are its own limits."""
        lines = self.page.get_by_text("Error:").all()
        return [line.inner_text() for line in lines]
