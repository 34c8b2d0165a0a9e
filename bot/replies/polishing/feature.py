"""The model's part of the replies table: its timer, its command, its note."""

from bot.buttons import Timers
from bot.feature import Command, Routes
from bot.replies.offer import Offers
from bot.replies.polishing.cases import Jobs
from bot.replies.polishing.desk import BUDGET, Polishing
from bot.replies.polishing.model_desk import ModelDesk, budget_note

COMMAND = "See what a model may be told here; admins set it, and see word for word what would leave."


def routes(offers: Offers) -> Routes:
    jobs = Jobs(offers)
    polishing, model = Polishing(offers, jobs), ModelDesk(offers, jobs)
    return Routes(
        timers={Timers.POLISH: polishing.on_due},
        ahead={polishing.on_due: polishing.before, model.on_command: model.before},
        commands={"model": Command(model.on_command, COMMAND, "[show|masked|open|off]", ("", "show", "masked", "off"))},
        notes={BUDGET: budget_note},
    )
