"""An Adaptive Card in the page's own drawing shapes: sections, rows of buttons, inputs."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, field

from handlers.playground.teams.card_inputs import drawn_input
from handlers.playground.teams.marks import is_marked, mrkdwn, unmarked
from handlers.playground.world import Json

TONES = {"attention": "attention", "good": "good", "warning": "warning", "accent": "accent"}
STYLES = {"positive": "primary", "destructive": "danger"}
PICK = "pick"
LINK = "link"
GO_BACK = {"title": "Just to be sure", "deny": "Go back"}


def drawn_card(card: Json) -> list[Json]:
    """Each drawn button has `action`: the card's own action that a press of it sends."""
    return Drawing().card(card)


@dataclass(slots=True)
class Drawing:
    _given: int = 0
    hidden: Json | None = None
    """An action that is not drawn because the dialog has a button of its own for it."""
    _open: list[str] = field(default_factory=list)

    def card(self, card: Json) -> list[Json]:
        blocks = [*self._elements(card.get("body") or []), *self._row(card.get("actions") or [])]
        return [{**block, "block_id": block.get("block_id") or self._name("b")} for block in _joined(blocks)]

    def _name(self, letter: str) -> str:
        self._given += 1
        return f"{letter}{self._given}"

    def _elements(self, elements: list[Json]) -> Iterator[Json]:
        for element in elements:
            if element.get("isVisible") is False:
                continue
            if element.get("separator"):
                yield {"type": "divider"}
            yield from self._element(element)

    def _element(self, element: Json) -> Iterator[Json]:
        kind = str(element["type"])
        if kind in ALONE:
            yield ALONE[kind](element)
        elif kind in ("Container", "Column"):
            yield from self._container(element)
        elif kind == "ColumnSet":
            for column in element.get("columns") or []:
                yield from self._element({**column, "type": "Column"})
        elif kind == "ActionSet":
            yield from self._row(element["actions"])
        else:
            yield from drawn_input(element)

    def _container(self, element: Json) -> Iterator[Json]:
        inner = list(self._elements(element.get("items") or []))
        if element.get("style") != "emphasis":
            yield from inner
            return
        for block in _joined(inner):
            words = block.get("text")
            yield _section({"type": "mrkdwn", "text": _quoted(words)}) if words else block

    def _row(self, actions: list[Json]) -> Iterator[Json]:
        """A row of buttons; what a button unfolds becomes a question before the press, a menu, or stands below."""
        elements: list[Json] = []
        below: list[Json] = []
        for action in actions:
            if action is self.hidden:
                continue
            if action["type"] == "Action.ShowCard":
                element, unfolded = self._unfolding(action)
                elements += [element] if element else []
                below += unfolded
            else:
                elements.append(_button(action))
        if elements:
            yield {"type": "actions", "elements": elements}
        yield from below

    def _unfolding(self, action: Json) -> tuple[Json | None, list[Json]]:
        card = action["card"]
        inner = Drawing(_given=self._given + 100)
        blocks = inner.card(card)
        self._given = inner._given
        buttons = [one for block in blocks if block["type"] == "actions" for one in block["elements"]]
        inputs = [block for block in blocks if block["type"] == "input"]
        words = [block for block in blocks if block["type"] in ("section", "context")]
        if len(buttons) == 1 and not inputs and len(words) + 1 == len(blocks):
            return _asked_first(action, buttons[0], words), []
        if len(buttons) == 1 and len(inputs) == 1 and _is_menu(buttons[0], inputs[0]):
            return _menu(buttons[0], inputs[0]), []
        return None, [_small(_plainly(action["title"])), *blocks]


def _joined(blocks: list[Json]) -> list[Json]:
    """Lines that belong together become one paragraph, as they look in the card."""
    found: list[Json] = []
    for block in blocks:
        gap = block.pop("gap", None)
        last = found[-1] if found else None
        is_same = last is not None and gap and _look(last) == _look(block)
        if is_same and last is not None and isinstance(block.get("text"), dict):
            last["text"] = {**last["text"], "text": f"{last['text']['text']}{gap}{block['text']['text']}"}
        elif is_same and last is not None and block["type"] == "context":
            one, other = last["elements"][0], block["elements"][0]
            last["elements"] = [{**one, "text": f"{one['text']}{gap}{other['text']}"}]
        else:
            found.append(block)
    return found


def _look(block: Json) -> tuple[str, object]:
    return str(block["type"]), block.get("tone")


GAPS = {"none": "\n", "medium": "\n\n"}


def _section(text: Json) -> Json:
    return {"type": "section", "text": text}


def _small(text: str) -> Json:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}


def _plainly(text: str) -> str:
    return html.escape(unmarked(text), quote=False)


def _text_block(element: Json) -> Json:
    text = str(element["text"])
    if element.get("style") == "heading":
        return {"type": "header", "text": {"type": "plain_text", "text": unmarked(text)}}
    marked = mrkdwn(text)
    if str(element.get("weight")).lower() == "bolder" and not is_marked(text):
        marked = _bold(text)
    return _toned(element, marked)


def _facts(element: Json) -> Json:
    facts = [f"*{_plainly(fact['title'])}* {mrkdwn(fact['value'])}" for fact in element["facts"]]
    return _section({"type": "mrkdwn", "text": "\n".join(facts)})


def _image(element: Json) -> Json:
    return {"type": "image", "image_url": element["url"], "alt_text": element.get("altText") or "Image"}


def _rich_text(element: Json) -> Json:
    runs = [run if isinstance(run, dict) else {"text": run} for run in element["inlines"]]
    first = runs[0]
    block = _toned(first, "".join(_run(run) for run in runs))
    gap = GAPS.get(str(element.get("spacing")))
    return {**block, "gap": gap} if gap else block


ALONE = {"TextBlock": _text_block, "RichTextBlock": _rich_text, "FactSet": _facts, "Image": _image}


def _run(run: Json) -> str:
    text = str(run["text"])
    if str(run.get("weight")).lower() == "bolder":
        return _bold(text)
    return f"_{html.escape(text, quote=False)}_" if run.get("italic") else html.escape(text, quote=False)


def _bold(text: str) -> str:
    """Spaces stay outside the marks, or they would not count as marks."""
    bare = text.strip()
    if not bare:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}*{html.escape(bare.replace('*', chr(0x2217)), quote=False)}*{after}"


def _toned(style: Json, marked: str) -> Json:
    is_small = bool(style.get("isSubtle")) or str(style.get("size")).lower() == "small"
    block = _small(marked) if is_small else _section({"type": "mrkdwn", "text": marked})
    tone = TONES.get(str(style.get("color")).lower())
    return {**block, "tone": tone} if tone else block


def _quoted(text: Json) -> str:
    return "\n".join(f"> {line}".rstrip() for line in str(text["text"]).split("\n"))


def _button(action: Json) -> Json:
    title = {"type": "plain_text", "text": unmarked(action["title"])}
    element: Json = {"type": "button", "text": title, "action_id": name_of(action), "action": action}
    data = action.get("data") or {}
    if "s" in data:
        element["value"] = str(data["s"])
    if action["type"] == "Action.OpenUrl":
        element["url"] = action["url"]
    if action.get("style") in STYLES:
        element["style"] = STYLES[action["style"]]
    return element


def name_of(action: Json) -> str:
    """How the control interface calls it: its verb, or what its data says it is, or its title."""
    if action["type"] == "Action.OpenUrl":
        return LINK
    data = action.get("data") or {}
    return str(action.get("verb") or data.get("b") or action.get("id") or action["title"])


def _asked_first(action: Json, button: Json, words: list[Json]) -> Json:
    texts = [str((block.get("text") or block["elements"][0])["text"]) for block in words]
    confirm: Json = {"title": {"type": "plain_text", "text": GO_BACK["title"]}}
    confirm["text"] = {"type": "mrkdwn", "text": "\n".join(texts) or " "}
    confirm["confirm"] = button["text"]
    confirm["deny"] = {"type": "plain_text", "text": GO_BACK["deny"]}
    shown = {**button, "text": {"type": "plain_text", "text": unmarked(action["title"])}, "confirm": confirm}
    return {**shown, "style": STYLES[action["style"]]} if action.get("style") in STYLES else shown


def _is_menu(button: Json, block: Json) -> bool:
    data = button["action"].get("data") or {}
    return bool(data.get(PICK) == block["block_id"] and block["element"]["type"] in ("static_select", "radio_buttons"))


def _menu(button: Json, block: Json) -> Json:
    """Choosing presses the OK button for the person."""
    element: Json = {"type": "static_select", "action_id": button["action_id"], "action": button["action"]}
    return {**element, "placeholder": block["label"], "options": block["element"]["options"]}
