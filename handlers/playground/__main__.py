"""`python -m handlers.playground` serves the playground alone; app.py's demo starts it together with the bot."""

from handlers.playground.server import run

run()
