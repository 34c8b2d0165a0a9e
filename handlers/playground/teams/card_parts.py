"""What Adaptive Cards 1.5 are made of, as far as Teams draws it and the playground can: everything else is refused."""

MOST_IN_ROW = 6
STYLES = ("default", "positive", "destructive")
TEXT_STYLES = {
    "size": ("default", "small", "medium", "large", "extralarge"),
    "weight": ("default", "lighter", "bolder"),
    "color": ("default", "dark", "light", "accent", "good", "warning", "attention"),
    "fontType": ("default", "monospace"),
    "spacing": ("default", "none", "small", "medium", "large", "extralarge", "padding"),
}

ON_CARD = frozenset(
    {
        *("type", "$schema", "version", "body", "actions", "fallbackText", "speak", "lang", "minHeight", "rtl"),
        *("verticalContentAlignment", "msteams", "metadata"),
    }
)
ON_ELEMENTS = frozenset({"type", "id", "isVisible", "separator", "spacing", "height", "requires"})
_ON_TEXT = frozenset({"text", "color", "fontType", "isSubtle", "size", "weight"})
_ON_INPUTS = frozenset({"label", "isRequired", "errorMessage", "value", "placeholder"})
ELEMENTS: dict[str, frozenset[str]] = {
    "TextBlock": _ON_TEXT | {"horizontalAlignment", "maxLines", "wrap", "style"},
    "RichTextBlock": frozenset({"inlines", "horizontalAlignment"}),
    "TextRun": _ON_TEXT | {"type", "italic", "strikethrough", "highlight", "underline"},
    "Container": frozenset({"items", "style", "verticalContentAlignment", "bleed", "minHeight", "rtl"}),
    "ColumnSet": frozenset({"columns", "style", "bleed", "minHeight", "horizontalAlignment"}),
    "Column": frozenset({"items", "width", "style", "verticalContentAlignment", "bleed", "minHeight", "rtl"}),
    "FactSet": frozenset({"facts"}),
    "ActionSet": frozenset({"actions", "horizontalAlignment"}),
    "Image": frozenset({"url", "altText", "size", "style", "width", "horizontalAlignment"}),
    "Input.Text": _ON_INPUTS | {"isMultiline", "maxLength", "regex", "style"},
    "Input.Number": _ON_INPUTS | {"min", "max"},
    "Input.Date": _ON_INPUTS | {"min", "max"},
    "Input.Time": _ON_INPUTS | {"min", "max"},
    "Input.Toggle": _ON_INPUTS | {"title", "valueOn", "valueOff", "wrap"},
    "Input.ChoiceSet": _ON_INPUTS | {"choices", "choices.data", "isMultiSelect", "style", "wrap"},
}
ON_ACTIONS = frozenset(
    {"type", "id", "title", "iconUrl", "style", "tooltip", "isEnabled", "mode", "requires", "fallback"}
)
ACTIONS: dict[str, frozenset[str]] = {
    "Action.Execute": frozenset({"verb", "data", "associatedInputs"}),
    "Action.Submit": frozenset({"data", "associatedInputs"}),
    "Action.OpenUrl": frozenset({"url"}),
    "Action.ShowCard": frozenset({"card"}),
}
