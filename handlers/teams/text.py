"""What people wrote in Teams as plain words: from its text with `<at>` tags, or from HTML where there is nothing
else."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from handlers.hall.characters import shortened, visible
from handlers.teams.activity import inner, listed, person_of, word
from handlers.teams.markup import BOT, QUOTE, from_html
from handlers.teams.wire import Json

MOST_TEXT, MOST_HTML, MOST_FILES = 40_000, 100_000, 20
"""Longer than Teams lets anybody write; what a hostile sender adds is cut."""

# Each repetition has an end: these run on whatever anybody cares to send.
_AT = re.compile(r"<at\b[^<>]{0,200}>(.{0,400}?)</at>", re.S | re.I)
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")
_ALT = re.compile(r"""<img\b[^<>]{0,400}?\balt=["']([^"'<>]{0,100})["'][^<>]{0,400}>""", re.I)
_CALL = re.compile(rf"\s*(?P<greeting>(?:hi|hey|hello|ok|okay|please|dear)\b[\s,]*)?{BOT}[\s,:]*", re.I)
_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something named with @. `id` is the directory's id where Teams gives it."""

    id: str
    name: str
    user_id: str = ""
    tag: str = ""
    """How it stands in the text, as `<at>Jonas</at>`."""


def mentions_in(activity: Json) -> list[Mention]:
    """In the order they stand in the text."""
    named = [one for one in listed(activity, "entities") if one.get("type") == "mention"]
    return [_mention(inner(one, "mentioned"), word(one, "text", 400)) for one in named]


def _mention(mentioned: Json, tag: str) -> Mention:
    return Mention(person_of(mentioned), word(mentioned, "name", 200), word(mentioned, "id"), tag)


Named = Callable[[Mention], str]
"""How a mention is written."""


def at_name(mention: Mention) -> str:
    return f"@{mention.name}"


def html_of(activity: Json) -> str:
    bodies = [one for one in listed(activity, "attachments") if one.get("contentType") == "text/html"]
    return next((word(one, "content", MOST_HTML) for one in bodies), "")


def words(activity: Json, bots: frozenset[str], named: Named = at_name) -> str:
    """What a message says, with `BOT` wherever the bot is mentioned. Apps often put their words into cards only."""
    text, html = activity.get("text"), html_of(activity)
    found = mentions_in(activity)
    if isinstance(text, str) and text.strip() and QUOTE not in html:
        is_marked = str(activity.get("textFormat") or "plain") == "xml"
        return tidy(_from_text(text[: 2 * MOST_TEXT], found, bots, named, is_marked=is_marked))
    if html:
        numbered = dict(enumerate(found))
        return tidy(from_html(html, lambda number, label: _at(numbered.get(number), label, bots, named)))
    return tidy("\n".join(_card_texts(activity)))


def called(text: str) -> tuple[bool, str]:
    """(whether the words begin with the bot's name, as one calls somebody; the words without it). Named later the bot
    is only talked about."""
    found = _CALL.match(text)
    if found is None:
        return False, text.replace(BOT, "@Kindline")
    greeting = (found["greeting"] or "").strip(" ,\n")
    rest = text[found.end() :].replace(BOT, "@Kindline")
    return True, f"{greeting} {rest}".strip()


def spoken(text: str) -> str:
    return called(text)[1]


def _from_text(text: str, found: Sequence[Mention], bots: frozenset[str], named: Named, *, is_marked: bool) -> str:
    waiting: dict[str, list[Mention]] = {}
    for mention in found:
        waiting.setdefault(mention.tag, []).append(mention)
    pieces: list[str] = []
    position = 0
    for tag in _AT.finditer(text):
        pieces.append(_plain(text[position : tag.start()], is_marked=is_marked))
        same = waiting.get(tag[0])
        pieces.append(_at(same.pop(0) if same else None, tag[1], bots, named))
        position = tag.end()
    pieces.append(_plain(text[position:], is_marked=is_marked))
    return "".join(pieces)


def _plain(text: str, *, is_marked: bool) -> str:
    """Plain text keeps its angle brackets: somebody may have written them."""
    text = _ALT.sub(lambda found: found[1], text)
    return unescape(_TAG.sub("", text) if is_marked else text).replace(BOT, "")


def _at(mention: Mention | None, inside: str, bots: frozenset[str], named: Named) -> str:
    if mention is not None:
        return BOT if bots & {mention.user_id, mention.id} else named(mention)
    if emoji := _ALT.search(inside):
        return unescape(emoji[1])  # Teams wraps emoji in the same tag.
    name = unescape(_TAG.sub("", inside)).strip()
    return f"@{name}" if name else ""


def tidy(text: str) -> str:
    """Short enough, nothing invisible, single spaces at the ends of lines gone, no towers of empty lines."""
    lines = visible(text.replace("\u00a0", " ")[: 2 * MOST_TEXT]).split("\n")
    joined = "\n".join(line.strip() for line in lines)
    return shortened(_LINES.sub("\n\n", joined).strip(), MOST_TEXT)


def _card_texts(activity: Json) -> Iterator[str]:
    """The words of the cards that another app posted, in reading order."""
    for attachment in listed(activity, "attachments"):
        if str(attachment.get("contentType")).startswith("application/vnd.microsoft.card"):
            yield from _shown(inner(attachment, "content"))


def _shown(card: Json) -> Iterator[str]:
    """Depth first without recursion, so that no nesting is too deep."""
    ahead: list[object] = [card]
    while ahead:
        one = ahead.pop()
        if isinstance(one, list):
            ahead += reversed(one)
        elif isinstance(one, dict):
            if one.get("type") == "Fact" or ("title" in one and "value" in one):
                yield f"{one.get('title', '')}: {one.get('value', '')}"
                continue
            yield from (str(one[name]) for name in ("title", "subtitle", "text") if isinstance(one.get(name), str))
            ahead += [one[name] for name in ("inlines", "facts", "columns", "items", "sections", "body") if name in one]


def files_in(activity: Json) -> list[str]:
    """The names of what is attached; a file that Teams only points to is "a file"."""
    found = [one for one in listed(activity, "attachments") if one.get("contentType") != "text/html"]
    named = [_file_name(one) for one in found if not (_is_no_file(one) or _is_emoji(one))]
    pointed = html_of(activity).count("<attachment id=") - len(found)
    return named[:MOST_FILES] + ["a file"] * min(max(pointed, 0), MOST_FILES)


def _is_no_file(attachment: Json) -> bool:
    return str(attachment.get("contentType")).startswith(("application/vnd.microsoft.card", "messageReference"))


def _is_emoji(attachment: Json) -> bool:
    return word(attachment, "contentUrl", 400).startswith("https://statics.")


def _file_name(attachment: Json) -> str:
    return shortened(visible(word(attachment, "name", 400)).strip(), 200) or "a file"
