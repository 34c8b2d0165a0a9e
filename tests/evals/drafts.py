"""Drafts a file of threads for a company, in the form of the evaluation data, and counts what can be counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, time
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.calendar.hours import TeamCalendar
from bot.conversation import Turn
from bot.reading.meaning import Meaning, meaning_from
from bot.reading.read import read
from bot.replies.evidence import answers, known
from bot.replies.finding.counted import Counted, packed, unpacked
from bot.replies.finding.weighing import weights_for
from bot.replies.judging import remarks_on
from bot.replies.sources.customers import CustomerRecord, parse_customers
from bot.replies.sources.playbook import Section, parse_folder
from bot.replies.sources.stock import StockReply, parse_stock
from bot.replies.writing.compose import Draft, compose
from bot.replies.writing.plan import DraftBrief
from bot.settings import Settings
from bot.standard.check import Context

Case = Mapping[str, Any]
ZONE = "Europe/Berlin"
OPENS_AT, CLOSES_AT = time(8), time(18)


@dataclass(frozen=True)
class Company:
    sections: tuple[Section, ...]
    stock: tuple[StockReply, ...]
    records: tuple[CustomerRecord, ...]
    meaning: Meaning | None = None


@lru_cache(maxsize=8)
def company_in(folder: Path) -> Company:
    """The playbook, stock replies and customers of a folder; a file that is not there is empty."""
    stock, customers = folder / "stock_replies.csv", folder / "customers.csv"
    sections = parse_folder(folder).sections
    return Company(
        sections,
        parse_stock(stock.read_text(encoding="utf-8")).replies if stock.exists() else (),
        parse_customers(customers.read_text(encoding="utf-8")).records if customers.exists() else (),
        counted(sections),
    )


def counted(sections: Sequence[Section]) -> Meaning | None:
    """What the sections mean, counted before anything is measured, as an import does."""
    meaning = meaning_from(Settings().meaning_model)
    if meaning is None or weights_for(meaning.name) is None:
        return meaning
    return Counted(meaning, unpacked(sections, [packed(section, meaning) for section in sections]))


def predict(case: Case, playbook_dir: Path, now: datetime) -> dict[str, Any]:
    """One line: the draft, what becomes of every ask, or the reason for silence, and the time it took."""
    company = company_in(playbook_dir)
    started = perf_counter()
    brief = brief_for(case, company, now)
    draft = compose(brief)
    return {
        "id": case["id"],
        "draft": draft.text,
        "asks": [{"ask": ask.ask, "state": ask.state, "source": ask.source} for ask in draft.asks],
        "findings": findings_in(draft, brief),
        "silent": draft.reason or None,
        "ms": round((perf_counter() - started) * 1000, 1),
    }


def findings_in(draft: Draft, brief: DraftBrief) -> list[dict[str, str]]:
    """What the standard says to a draft of ours, as agents would read it."""
    zones = (brief.record.zone if brief.record else "", brief.agent_zone)
    facts = known(brief.record, answers([asdict(ask) for ask in draft.asks]), zones)
    return [asdict(one) for one in remarks_on(draft.text, Context(tuple(brief.turns), brief.reading), facts)]


def draft_for(case: Case, company: Company, now: datetime) -> Draft:
    return compose(brief_for(case, company, now))


def brief_for(case: Case, company: Company, now: datetime) -> DraftBrief:
    customer, agent = dict(case.get("customer") or {}), dict(case.get("agent") or {})
    turns = [Turn(t["by"], t["name"], t["text"], files=tuple(t.get("files", ()))) for t in case["thread"]]
    name = customer.get("name") or next((turn.name for turn in turns if turn.by == "customer"), "")
    record = _record(customer, company.records)
    agent_zone = agent.get("tz") or agent.get("time_zone") or ZONE
    return DraftBrief(
        turns=turns,
        reading=read(turns, meaning=company.meaning),
        customer_name=record.name if record else name,
        agent_name=str(agent.get("name", "")).split(" ")[0],
        now=datetime.fromisoformat(case["now"]) if case.get("now") else now,
        customer_zone=customer.get("tz") or customer.get("time_zone") or (record.zone if record else "") or agent_zone,
        agent_zone=agent_zone,
        calendar=TeamCalendar(agent_zone, opens_at=OPENS_AT, closes_at=CLOSES_AT),
        record=record,
        sections=company.sections,
        meaning=company.meaning,
        stock=company.stock,
        earlier_texts=[turn.text for turn in turns if turn.by == "agent"],
    )


def score(cases: Sequence[Case], predictions: Iterable[Case]) -> dict[str, Any]:
    """How many were drafted, the states of their asks, the times; whether a draft is good is judged by reading it."""
    lines = list(predictions)
    states = Counter(ask["state"] for line in lines for ask in line["asks"])
    times = sorted(line["ms"] for line in lines) or [0.0]
    return {
        "cases": len(cases),
        "drafted": sum(bool(line["draft"]) for line in lines),
        "silent": sum(line["silent"] is not None for line in lines),
        "with_findings": sum(bool(line["findings"]) for line in lines),
        "asks": {state: states.get(state, 0) for state in ("answered", "owed", "needs_fact")},
        "ms": {"p50": times[len(times) // 2], "p95": times[min(len(times) - 1, int(len(times) * 0.95))]},
    }


def _record(customer: Case, records: Sequence[CustomerRecord]) -> CustomerRecord | None:
    """By id, else by mail address, else by a name that only one record has."""
    for key, field in (("id", "record_id"), ("email", "email"), ("name", "name")):
        wanted = str(customer.get(key, "")).casefold()
        found = [record for record in records if wanted and getattr(record, field).casefold() == wanted]
        if len(found) == 1:
            return found[0]
    return None
