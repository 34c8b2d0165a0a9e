"""The little markdown of Microsoft Teams, as the page's own marks."""

import html
import re

TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!~|>])"
    r"|\*\*(?P<bold>\S(?:[^*\n]*\S)?)\*\*"
    r"|(?<![\w*])(?:\*(?P<star>[^\s*](?:[^*\n]*[^\s*])?)\*|_(?P<low>[^\s_](?:[^_\n]*[^\s_])?)_)(?![\w*])"
    r"|~~(?P<gone>\S(?:[^~\n]*\S)?)~~"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<url>https?://[^\s)]+)\)"
)
SIGNS = {"bold": "*", "star": "_", "low": "_", "gone": "~"}


def mrkdwn(text: str) -> str:
    """Escaped, with bold, italic, struck-out words and links marked as the page marks them."""
    pieces = []
    at = 0
    for found in TOKEN.finditer(text):
        pieces.append(html.escape(text[at : found.start()], quote=False))
        pieces.append(_marked(found))
        at = found.end()
    return "".join([*pieces, html.escape(text[at:], quote=False)])


def _marked(found: re.Match[str]) -> str:
    if found["escaped"]:
        return html.escape(found["escaped"], quote=False)
    if found["label"]:
        return f"<{html.escape(found['url'], quote=False)}|{html.escape(found['label'], quote=False)}>"
    kind = next(name for name in SIGNS if found[name])
    return f"{SIGNS[kind]}{html.escape(found[kind], quote=False)}{SIGNS[kind]}"


def is_marked(text: str) -> bool:
    return TOKEN.search(text) is not None


def unmarked(text: str) -> str:
    """The words alone, where nothing can be marked: on buttons, in titles and labels."""
    return TOKEN.sub(lambda found: next(part for part in found.groups() if part), text)
