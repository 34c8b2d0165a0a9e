"""The few pages that a person sees while Slack sends their browser back and forth."""

from html import escape

from starlette.responses import HTMLResponse

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Kindline</title>
<style>body{{font:1.05rem/1.6 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem;color:#22303a}}
h1{{font-size:1.5rem;line-height:1.3}}</style></head>
<body><main><h1>{title}</h1><p>{text}</p><p>You can close this page.</p></main></body></html>
"""


def page(title: str, text: str, status: int) -> HTMLResponse:
    """One heading, one sentence; nothing from the request is shown."""
    return HTMLResponse(_PAGE.format(title=escape(title), text=escape(text)), status)
