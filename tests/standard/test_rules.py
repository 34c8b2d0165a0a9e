"""Each rule's own examples are its specification: those that break it are found by it, those that keep it are not."""

import pytest

from bot.conversation import Turn
from bot.reading.read import read
from bot.standard.check import RULES, Context, check
from bot.standard.finding import Example, Finding, Rule
from bot.standard.segmentation import Draft


def found_by(rule: Rule, example: Example) -> list[Finding]:
    context = Context.of([Turn("customer", example.name, example.customer)], example.known)
    return list(rule.find(Draft.of(example.draft), context))


def every(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{example.draft[:40]}")
        for rule in RULES
        for example in getattr(rule, kind)
    ]


@pytest.mark.parametrize(("rule", "example"), every("breaks"))
def test_an_example_that_breaks_a_rule_is_found_by_it(rule: Rule, example: Example) -> None:
    assert {finding.rule for finding in found_by(rule, example)} == {rule.id}


@pytest.mark.parametrize(("rule", "example"), every("keeps"))
def test_an_example_that_keeps_a_rule_is_left_alone_by_it(rule: Rule, example: Example) -> None:
    assert found_by(rule, example) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_means_and_shows_it(rule: Rule) -> None:
    assert rule.meaning.endswith(".")
    assert min(len(rule.breaks), len(rule.keeps)) >= 6


@pytest.mark.parametrize(("rule", "example"), every("breaks"))
def test_a_finding_lies_in_the_draft_and_says_why_in_a_sentence(rule: Rule, example: Example) -> None:
    for finding in found_by(rule, example):
        assert 0 <= finding.start <= finding.end <= len(example.draft)
        assert finding.why.endswith(".")
        assert finding.rewording != example.draft[finding.start : finding.end]


def test_the_rules_are_numbered_as_in_the_standard() -> None:
    assert [rule.id for rule in RULES] == [f"S{number}" for number in range(1, 13)]


def test_a_known_day_is_not_put_where_a_sentence_names_two() -> None:
    thread = [Turn(by="customer", name="Mara Quist", text="Can you post it on Friday?")]
    draft = "Hi Mara, yes: we post it on Friday and it reaches you on Saturday. Tom"
    (found,) = check(draft, Context(thread, read(thread), {"post day": "Thursday"}))
    assert found.rule == "S7" and "reaches you on Thursday" not in (found.rewording or "")
