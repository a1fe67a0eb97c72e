"""The rules of `lexicons/en/boilerplate.tsv`: what a web page puts around a story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from babel.dates import get_month_names

from generator.lexicons import lines, table

LINE_LIMIT = 700
"""Characters of a line that rules for whole lines look at. Cookie notices have up to 600; as no
longer line is tried, no rule can be slow."""

_MONTHS = sorted(
    {
        name.rstrip(".")
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, locale="en").values()
    }
    | {"Sept"},
    key=len,
    reverse=True,
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b\.?"
_YEAR = r"(?:19|20)\d\d\b"
_PARTS = {
    "date": rf"(?:{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH},?[ -]{_YEAR}"
    rf"|{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR})",
    "weekday": r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?",
    # Possessive: a line of times is not tried in every way that it can be cut.
    "clock": r"(?:[ ,|•·–—-]|\bat\b|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m\b\.?|"
    r"\b(?:GMT|UTC|IST|[A-Z]{1,3}T)\b|[+]\d\d:?\d\d)*+",
}
_PART = re.compile(r"\{(date|weekday|clock|section)\}")


class Where(StrEnum):
    """Where a rule looks."""

    LINE = "line"
    HEAD = "head"
    TAIL = "tail"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the lexicon."""

    name: str
    """`newsletter`, `caption`; several rows may share one."""
    where: Where
    pattern: re.Pattern[str]
    matches: tuple[str, ...]
    """Examples that it takes away."""
    spares: tuple[str, ...]
    """Examples that it leaves."""


@cache
def rules(where: Where) -> tuple[Rule, ...]:
    """Return the rules that look there, in the order of the lexicon."""
    return tuple(rule for rule in _rules() if rule.where is where)


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            name=name,
            where=Where(where),
            pattern=re.compile(_PART.sub(_part, pattern), re.IGNORECASE),
            matches=_examples(matches),
            spares=_examples(spares),
        )
        for name, where, pattern, matches, spares in table("en/boilerplate")
    )


@cache
def _any(where: Where) -> re.Pattern[str]:
    """Return all rules of a place in one pattern: trying them one by one takes thrice as long."""
    patterns = "|".join(f"(?:{rule.pattern.pattern})" for rule in rules(where))
    return re.compile(patterns, re.IGNORECASE)


def _part(match: re.Match[str]) -> str:
    if match[1] == "section":
        return "|".join(re.escape(name) for name in lines("en/news_sections"))
    return _PARTS[match[1]]


def _examples(cell: str) -> tuple[str, ...]:
    return tuple(example.strip() for example in cell.split("¦"))


def whole_line(text: str, where: Where) -> str | None:
    """Return the name of the rule that takes this whole line away."""
    if len(text) > LINE_LIMIT or not _any(where).fullmatch(text):
        return None
    return next((rule.name for rule in rules(where) if rule.pattern.fullmatch(text)), None)


def within(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a text that rules take away within lines."""
    for rule in rules(Where.ANYWHERE):
        for match in rule.pattern.finditer(text):
            yield match.start(), match.end(), rule.name
