"""Date lines: which date of a header or footer line is the publication's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.lexicons import table
from generator.read.dates import DATE, Found, dates

GAP_LIMIT = 60
"""Characters between a label and its date: `Posted by Name at 10:32 GMT on Wednesday, `."""

CATEGORY_WORDS = 8
"""Words of sections after a date; the longest of the sample has five."""

LEAD_WORDS = 5
"""Words of a place or name before a closing date."""

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
_OPENING = re.compile(rf"(?:{_WEEKDAY}\s{{1,3}})?", re.IGNORECASE)
_CLOCK_PARTS = (
    r"[\s,|•·–—-]|\b(?:at|on)\b|T(?=\d)|\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?|\b\d{1,2}\s?(?=[ap]m)|"
    r"[ap]\.?m\b\.?|[+]\d\d:?\d\d|\b(?:Z|GMT|UTC|IST|[A-Z]{1,3}T)\b"
)
# The repeats are possessive: a line of "at at at" is not tried in every way it can be cut.
_CLOCK = re.compile(rf"(?:{_CLOCK_PARTS})*+", re.IGNORECASE)
_GAP = re.compile(
    rf"(?:\s?by\s[\w.’' ]{{1,40}}?)?(?:[:.]|{_WEEKDAY}|{_CLOCK_PARTS})*+", re.IGNORECASE
)
_LABEL_BEGINS = re.compile(r"(?:^|[|•·/–—(,-]|\d)\s{0,3}$")
_LEAD_ENDS = re.compile(r"[|•·/–—,-]\s{0,3}$")
_SEPARATED = re.compile(r"\s{0,3}[|•·/–—-]\s{0,3}\S")
_BY = re.compile(r"(?:by|written by|words by|author:)\s", re.IGNORECASE)
_SECTION_WORD = r"(?:[A-Z0-9][\w’'-]*|&|and|of|the)"
_SECTIONS = re.compile(rf"{_SECTION_WORD}(?:,?\s{_SECTION_WORD})*")
_DATELINE = re.compile(
    r"(?!(?:After|As|At|Before|By|During|For|From|In|Last|On|Since|Until)\b)"
    r"[A-Z][\w.’'-]{1,30}(?:,?\s[A-Z][\w.’'-]{0,30}){0,4},?\s"
    rf"\(?(?i:{DATE})\)?,?(?:\s?[(/][^()/]{{1,40}}[)/])?\s?(?:[—–]|--?)\s"
)


def labelled(lines: Iterable[str], kind: str) -> Found | None:
    """Return the date after `Published:` or, for the kind `updated`, `Last modified on`."""
    for line in lines:
        for label in _labels(kind).finditer(line):
            before = line[: label.start()]
            if not (_LABEL_BEGINS.search(before) or _BY.match(before)):
                continue
            found = next((f for f in dates(line) if f.start >= label.end()), None)
            gap = line[label.end() : found.start] if found else ""
            if found and len(gap) <= GAP_LIMIT and _GAP.fullmatch(gap):
                return found
    return None


@cache
def _labels(kind: str) -> re.Pattern[str]:
    labels = [re.escape(label) for label, sort in table("en/publication_labels") if sort == kind]
    words = "|".join(sorted(labels, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def bare(lines: Iterable[str]) -> Found | None:
    """Return the date of a date line: it opens the line, closes it, or is all of it."""
    for line in lines:
        # A handle or a dash marks who posted an embedded post, and when.
        if "@" in line or line[:1] in "-–—•":
            continue
        stated = _labels("updated").split(line, maxsplit=1)[0].rstrip(" |•·–—(-")
        for found in dates(stated):
            before, after = stated[: found.start], stated[found.end :]
            rest = _after_clock(after)
            if _OPENING.fullmatch(before) and (not rest or _is_section(after, rest)):
                return found
            if not rest and _is_lead(before):
                return found
    return None


def alone(lines: Iterable[str]) -> Found | None:
    """Return the date of a line that is nothing else but, perhaps, a weekday and a time."""
    for line in lines:
        for found in dates(line):
            if _OPENING.fullmatch(line[: found.start]) and not _after_clock(line[found.end :]):
                return found
    return None


def opening(line: str) -> Found | None:
    """Return the date of a dateline: `TROMSO, Norway, 3 May 2024 —`."""
    match = _DATELINE.match(line)
    return next(dates(match[0]), None) if match else None


def _after_clock(after: str) -> str:
    clock = _CLOCK.match(after)
    return after[clock.end() :].strip() if clock else after.strip()


def _is_section(after: str, rest: str) -> bool:
    """Whether what follows a date is a section's name, and not a headline that it dates."""
    words = len(rest.split())
    if words > CATEGORY_WORDS or rest[-1] in ".!?…" or after.lstrip()[:1] == ":":
        return False
    return bool(_SECTIONS.fullmatch(rest)) or bool(_SEPARATED.match(after) and words <= LEAD_WORDS)


def _is_lead(before: str) -> bool:
    """Whether what stands before a closing date is a byline, a place or a publisher."""
    if _BY.match(before):
        return True
    return bool(_LEAD_ENDS.search(before)) and len(before.split()) <= LEAD_WORDS
