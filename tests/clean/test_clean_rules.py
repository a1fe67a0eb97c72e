"""Each row of the lexicon takes what it should and spares what it should."""

from __future__ import annotations

import time

import pytest

from generator.clean.rules import LINE_LIMIT, Rule, Where, rules, within
from generator.lexicons import lines, table

RULES = [rule for where in Where for rule in rules(where)]
ATOMS = ["a", "(", "[", "by", "By", "share", "home>", "#a", "8", "photo", "1", "-", "©", "Ab", "at"]
ATOMS += ["AP/", "x,", "T", "|", "World", "ago", "Nov 26, 2025", "10:32", "_", "cookies", "reply"]


def takes(rule: Rule, text: str) -> bool:
    if rule.where is Where.ANYWHERE:
        return rule.pattern.search(text) is not None
    return rule.pattern.fullmatch(text) is not None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{rule.where}")
def test_a_rule_takes_its_examples(rule: Rule) -> None:
    assert [example for example in rule.matches if not takes(rule, example)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{rule.where}")
def test_no_rule_for_any_line_takes_what_another_must_spare(rule: Rule) -> None:
    others = [rule, *rules(Where.LINE)] if rule.where is not Where.ANYWHERE else [rule]

    assert [text for text in rule.spares for other in others if takes(other, text)] == []


def test_every_row_has_examples_and_stands_once_and_in_order() -> None:
    rows = table("en/boilerplate")

    assert all(len(row) == 5 and row[3] and row[4] for row in rows)
    assert len({row[1:3] for row in rows}) == len(rows)
    assert [row[:2] for row in rows] == sorted(row[:2] for row in rows)
    assert list(lines("en/news_sections")) == sorted(set(lines("en/news_sections")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{rule.where}")
def test_no_rule_is_slow_on_the_longest_line_it_sees(rule: Rule) -> None:
    for example in ("", *rule.matches):
        for at in range(0, len(example) + 1, 4):
            for atom in (*ATOMS, *(f"{atom} " for atom in ATOMS)):
                line = f"{example[:at]}{atom * LINE_LIMIT}"[: LINE_LIMIT - 20] + example[at:][:19]
                begun = time.perf_counter()
                takes(rule, f"{line}!")
                assert time.perf_counter() - begun < 1, f"{example[:at]}{atom}"


@pytest.mark.parametrize("atom", ["(", "(photo:", "(photo: a ", "[image/", "(ap photo"])
def test_rules_within_lines_take_linear_time(atom: str) -> None:
    text = (atom * 100_000)[:100_000]
    begun = time.perf_counter()

    list(within(text))

    assert time.perf_counter() - begun < 2
