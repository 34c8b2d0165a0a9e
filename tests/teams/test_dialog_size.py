"""Each form of the bot opens as a dialog that Teams takes, however long the words in it are."""

from datetime import UTC, datetime, time

import orjson
import pytest

from bot.buttons import Forms
from bot.cards import Form
from bot.insights.cards import answer_form, insight_form, reply_form
from bot.insights.view import LONGEST_WORDS
from bot.people.own_day import OwnDay
from bot.promises.cards import Reader, move_form
from bot.promises.ids import Ref
from bot.replies.cards import draft_form, why_form
from bot.team.cards import my_settings_form, person_form
from handlers.teams.forms import Origin, dialog, submitted
from storage.insights import Insight, InsightAnswer
from storage.people import Person
from storage.promises import Promise
from storage.replies import Draft
from storage.rows import EPOCH
from tests.teams.drawn import objects
from tests.teams.wire import TENANT
