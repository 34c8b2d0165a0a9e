"""Words out of HTML of any quality: nothing in it is run, fetched or trusted, and no piece of it is read twice, so that
nobody can keep us busy with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape

BOT = "\ue000"
"""Stands for the bot's own name until it is known whether the words begin with it; nobody can type it."""
QUOTE = "http://schema.skype.com/Reply"
_MENTION = "http://schema.skype.com/Mention"
_TAG = re.compile(r"<(?:(?P<close>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<about>[^<>]*)|![^<>]*)>")
_GIVEN = re.compile(r"""([a-zA-Z-]{1,40})\s?=\s?(?:"([^"]*)"|'([^']*)')""")
_MOST_ABOUT = 4_000
_SPACES = re.compile(r"[ \t\r\n]+")
_NEXT_LINE, _NEXT_PART = "\x01", "\x02"
"""How far apart two blocks stand; several of these together count as one."""
_APART = re.compile(r"[ \x01\x02]*[\x01\x02][ \x01\x02]*")
_PARTS = frozenset("p ul ol table h1 h2 h3 h4 h5 h6 pre blockquote".split())
_BLOCKS = frozenset("div li tr".split())
_UNSEEN = frozenset("script style title head attachment".split())
_VOID = frozenset("br img hr input meta link wbr".split())

Called = Callable[[int, str], str]
"""(which mention, what stands there) -> how it is written."""


def from_html(html: str, called: Called) -> str:
    """Paragraphs apart, lists with dashes, links with their address, emoji as themselves; a quoted message, which is
    not the writer's words, left out."""
    reader = _Reader(called)
    position = 0
    for tag in _TAG.finditer(html):
        reader.data(html[position : tag.start()])
        if tag["name"]:
            end = reader.end if tag["close"] else reader.start
            end(tag["name"].lower(), tag["about"][:_MOST_ABOUT])
        position = tag.end()
    reader.data(html[position:])
    return _APART.sub(lambda found: "\n\n" if _NEXT_PART in found[0] else "\n", "".join(reader.out))


@dataclass(slots=True)
class _Reader:
    called: Called
    out: list[str] = field(default_factory=list)
    _skipped: list[str] = field(default_factory=list)
    """Tags that are open inside something that is not shown, and that itself."""
    _link: tuple[str, int] | None = None
    """(address, where its words begin)"""
    _name: tuple[str, int, int] | None = None
    """(tag, which mention, where its words begin)"""

    def data(self, text: str) -> None:
        if text and not self._skipped:
            self.out.append(_SPACES.sub(" ", unescape(text).replace(BOT, "")))

    def start(self, tag: str, about: str) -> None:
        given = {one[1].lower(): unescape(one[2] or one[3] or "") for one in _GIVEN.finditer(about)}
        is_quote = tag == "blockquote" and given.get("itemtype") == QUOTE
        if (self._skipped and tag not in _VOID) or is_quote or (tag in _UNSEEN and not self._skipped):
            self._skipped.append(tag)
        elif self._skipped:
            return
        elif tag in ("img", "emoji"):
            self.out.append(given.get("alt", "").replace(BOT, ""))
            self._skipped += [tag] if tag == "emoji" else []
        elif tag == "at" or (tag == "span" and given.get("itemtype") == _MENTION):
            self._name = (tag, _number(given.get("id" if tag == "at" else "itemid")), len(self.out))
        else:
            self._begin(tag, given)

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "br":
            self.out.append("\n")
        elif tag == "a":
            self._link = (given.get("href", ""), len(self.out))
        elif tag in ("td", "th"):
            self.out.append(" ")
        else:
            self._apart(tag)
            self.out += ["- "] if tag == "li" else []

    def end(self, tag: str, about: str) -> None:
        if self._skipped:
            if tag in self._skipped:
                while self._skipped.pop() != tag:
                    continue
        elif self._name is not None and tag == self._name[0]:
            self._end_name(*self._name[1:])
        elif tag == "a" and self._link is not None:
            self._end_link(*self._link)
        else:
            self._apart(tag)

    def _apart(self, tag: str) -> None:
        if tag in _PARTS or tag in _BLOCKS:
            self.out.append(_NEXT_PART if tag in _PARTS else _NEXT_LINE)

    def _end_name(self, number: int, start: int) -> None:
        label = "".join(self.out[start:]).strip()
        del self.out[start:]
        self.out.append(self.called(number, label))
        self._name = None

    def _end_link(self, address: str, start: int) -> None:
        label = "".join(self.out[start:]).strip()
        bare = re.sub(r"^https?://", "", address).rstrip("/")
        if address.startswith(("https://", "http://")) and label not in (address, bare):
            self.out.append(f" ({address})" if label else address)
        self._link = None


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else -1
