"""Remedies come from the workspace's own page, within the role's limit, and are offered only when chosen."""

from bot.conversation import Turn
from bot.reading.read import read
from bot.replies.sources.playbook import parse_page
from bot.replies.writing.remedies import LEVELS, Limit, limits_in, offers_for, usuals_in
from bot.replies.writing.situations import situations_in

CLINIC = parse_page("r.md", """---
visibility: internal
---
# Limits
| what happened | put it right | usual gesture |
|---|---|---|
| small: waited over 20 minutes | a time that suits | parking, or up to £15 off |
| middle: visit cancelled on the day | next slot | £20-£40, or a free cleaning |
| serious: work failed twice | redo | £60-£200 |
| grave: injury | help first | the head decides |

| role | money per case |
|---|---|
| agent (desk) | £40 per case, £80 in 6 months |
| desk manager | £100 per case |
""").sections  # fmt: skip
LIST = parse_page("r.md", """---
visibility: internal
---
# Goodwill
- Agents: up to 30 euros
- Team leads: 200 euros per case

- minor: an apology, up to 10 euros
- medium: 15-25 euros or a free drink
""").sections  # fmt: skip


def _offers(words: str, sections: tuple, role: str = "agent") -> list[str]:  # type: ignore[type-arg]
    turns = [Turn("customer", "Robin Hale", words)]
    reading = read(turns)
    return [offer.words for offer in offers_for(reading, situations_in(reading, turns), sections, role)]


def test_limits_are_read_from_a_table_and_from_a_list() -> None:
    assert limits_in(CLINIC) == (Limit("agent", 40.0), Limit("desk manager", 100.0))
    assert [(limit.role, limit.amount) for limit in limits_in(LIST)] == [("agent", 30.0), ("team lead", 200.0)]


def test_usual_remedies_are_read_by_the_size_of_the_harm() -> None:
    assert [LEVELS[usual.level] for usual in usuals_in(CLINIC)] == ["small", "middle", "serious", "grave"]
    assert [LEVELS[usual.level] for usual in usuals_in(LIST)] == ["small", "middle"]


def test_what_fits_the_harm_lies_within_the_limit() -> None:
    offers = _offers("You cancelled my visit on the day.", CLINIC)
    assert offers == ["£20, within your limit", "£40, within your limit", "A free cleaning"]


def test_what_lies_above_the_limit_asks_for_the_lead() -> None:
    offers = _offers("Same filling broken again, the work failed twice. I am furious.", CLINIC)
    assert offers and all("ask your lead" in words for words in offers)


def test_nothing_is_offered_where_nothing_of_ours_went_wrong_or_where_it_is_grave() -> None:
    assert _offers("I have the flu and can't come.", CLINIC) == []
    assert _offers("Are you open on Friday?", CLINIC) == []
    assert _offers("My solicitor will write to you, you cancelled my visit.", CLINIC) == []


def test_a_public_page_holds_no_limits() -> None:
    page = parse_page("p.md", "# Prices\n| role | money |\n|---|---|\n| agent | 40 euros |").sections
    assert limits_in(page) == ()
