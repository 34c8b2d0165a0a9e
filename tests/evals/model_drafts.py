"""What a model makes of the same drafts, and word for word what it would be asked."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.model.asker import Asker
from bot.model.setup import model_from
from bot.replies.evidence import answers, known
from bot.replies.polishing.cases import Job, case_of
from bot.replies.polishing.model_desk import leaving
from bot.replies.polishing.worth import is_worth_asking
from bot.replies.polishing.writing import Writing
from bot.replies.wish import Wish
from bot.replies.writing.compose import compose
from bot.settings import Settings
from bot.standard.check import Context
from tests.evals.drafts import brief_for, company_in
from tests.prompts.unbooked import Unbooked

Case = Mapping[str, Any]


def job_of(case: Case, playbook_dir: Path, now: datetime) -> Job:
    brief = brief_for(case, company_in(playbook_dir), now)
    composed = compose(brief)
    zones = (brief.record.zone if brief.record else "", brief.agent_zone)
    facts = known(brief.record, answers([asdict(ask) for ask in composed.asks]), zones)
    context = Context(tuple(brief.turns), brief.reading)
    return Job("eval", "", str(case["id"]), Wish(), brief, composed, "masked", (), context, facts)


def shown(cases: Sequence[Case], playbook_dir: Path, now: datetime) -> list[dict[str, Any]]:
    """Each request's parts by title; none where no model is asked."""
    return [{"id": case["id"], "prompts": dict(leaving(job_of(case, playbook_dir, now)))} for case in cases]


def added(cases: Sequence[Case], lines: Sequence[Case], playbook_dir: Path, now: datetime) -> list[dict[str, Any]]:
    """The lines with `model_draft` and what the card would say. Raises `ValueError` where no model is set up."""
    return asyncio.run(_added(cases, lines, playbook_dir, now))


async def _added(
    cases: Sequence[Case], lines: Sequence[Case], playbook_dir: Path, now: datetime
) -> list[dict[str, Any]]:
    model = model_from(Settings())
    if model is None:
        raise ValueError("No model is set up: KINDLINE_MODEL_NAME is empty. docs/model.md says how to.")
    asker = Unbooked(model=model)
    found = []
    for case, line in zip(cases, lines, strict=True):
        job = job_of(case, playbook_dir, now)
        found.append({**line, **await _worded(asker, job)})
    await asker.close()
    return found


async def _worded(asker: Asker, job: Job) -> dict[str, str]:
    if not is_worth_asking(job.brief, job.composed):
        return {"model_draft": "", "by_model": ""}
    written = await Writing(asker).write(case_of(job))
    return {"model_draft": written.text, "by_model": written.line}
