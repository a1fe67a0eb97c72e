"""Figures of an event in sentences: one value with who says so, or the values side by side."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import lexicons
from generator.model import Bound, Event, Figure, Reading, Registry

_BOUNDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.ABOUT: "about ",
    Bound.UP_TO: "up to ",
    Bound.FEWER_THAN: "fewer than ",
}
_UNITS = {"percent": "%"}
_SIGNS = {"EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥", "USD": "$"}
_GREAT = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_QUALIFIER = re.compile(r" \([^()]*\)$")
_ORDER = ("killed", "injured", "missing", "arrested", "displaced")
_MEASURED = frozenset({"area", "depth", "magnitude", "rainfall", "temperature"})
"""Measures that belong to the event as a whole; a distance or a share needs its sentence."""
_TEN = 10
_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value that one report gives."""

    figure: Figure
    reading: Reading

    @property
    def said(self) -> str:
        """The value with its bound: `at least seven`."""
        return f"{_BOUNDS.get(self.figure.bound, '')}{number(self.figure)}"

    @property
    def told_by(self) -> str | None:
        """Who is named for it: the speaker, or else the publisher."""
        return self.speaker or self.reading.article.publisher

    @property
    def speaker(self) -> str | None:
        """Who is named for it in the text, as running text has it."""
        return _in_text(self.figure.by, self.reading) if self.figure.by else None


def number(figure: Figure) -> str:
    """Write a value as running text has it, with its unit."""
    value = figure.value
    whole = value == int(value)
    words = {int(v): w for w, v in lexicons.table("en/number_words")}
    if figure.unit is None and whole and 0 < value < _TEN and figure.what not in _MEASURED:
        return words[int(value)]
    text = _amount(figure) or (f"{int(value):,}" if whole else f"{value:,}")
    if figure.unit is None:
        return text
    if figure.what == "money" and figure.unit in _SIGNS:
        return f"{_SIGNS[figure.unit]}{text}"
    return f"{text}{_UNITS[figure.unit]}" if figure.unit in _UNITS else f"{text} {figure.unit}"


def _amount(figure: Figure) -> str | None:
    """Write a great sum in millions or billions: `3.2 billion`."""
    if figure.what != "money":
        return None
    for size, word in _GREAT:
        if figure.value >= size and (figure.value / size * 100).is_integer():
            return f"{figure.value / size:g} {word}"
    return None


Key = tuple[str, str | None, str | None]
"""What is counted, the place it is limited to, and the unit."""


def tolls(
    event: Event, readings: Mapping[str, Reading], registry: Registry, *, told: str = ""
) -> tuple[list[str], list[str]]:
    """Say what is counted, tolls first, and then what reports count differently.

    What one speaker counts stands in one sentence; a figure that `told` gives is not said again.
    """
    groups: dict[Key, list[Claim]] = {}
    for mention in event.mentions:
        for figure in mention.figures:
            claim = Claim(figure=figure, reading=readings[mention.report])
            groups.setdefault((figure.what, figure.place, figure.unit), []).append(claim)
    agreed: dict[tuple[str, str], list[tuple[str, str]]] = {}
    disputed: list[str] = []
    for key in sorted(groups, key=lambda k: (_rank(k[0]), k[1] or "", k[0], k[2] or "")):
        claims = _highest(groups[key])
        what, place, _ = key
        words = _words(what, claims[0])
        where = registry.places[place].name if place in registry.places else ""
        if words is None:
            continue
        if len({claim.said for claim in claims}) > 1:
            scope = f"In {where}, " if where else ""
            disputed.append(_capital(f"{scope}{_differing(what, claims)}"))
        elif where or not gives(told, claims[0].figure):
            speaker = next((c.speaker for c in claims if c.speaker), "")
            agreed.setdefault((where, speaker), []).append(words)
    return [_joined(*at, parts) for at, parts in agreed.items()], disputed


def _joined(where: str, speaker: str, parts: Sequence[tuple[str, str]]) -> str:
    """Set the counts of one speaker in one sentence; those of one verb share it."""
    verbs: dict[str, list[str]] = {}
    for subject, verb in parts:
        verbs.setdefault(verb.removeprefix("was ").removeprefix("were "), []).append(subject)
    whole = dict(parts)
    clauses = []
    for bare, subjects in verbs.items():
        verb = f"were {bare}" if len(subjects) > 1 else whole[subjects[0]]
        clauses.append(f"{_counted_together(subjects)} {verb}")
    scope = f"In {where}, " if where else ""
    source = f", according to {speaker}" if speaker else ""
    return _capital(f"{scope}{_listed(clauses)}{source}.")


def _counted_together(subjects: Sequence[str]) -> str:
    """List what is counted; children are among the people."""
    people = [s for s in subjects if s.endswith(" people")]
    young = [s for s in subjects if s.endswith((" child", " children"))]
    if len(subjects) == len(people) + len(young) == _PAIR and people and young:
        return f"{people[0]}, {young[0]} among them,"
    return _listed(subjects)


def gives(text: str, figure: Figure) -> bool:
    """Whether a text gives a figure's value already."""
    value = number(figure)
    digits = f"{figure.value:,g}" if figure.value < _TEN else _amount(figure) or value
    return any(
        re.search(rf"(?<![\w.,]){re.escape(v)}(?!\w)", text, re.IGNORECASE) for v in (value, digits)
    )


def _highest(claims: Sequence[Claim]) -> list[Claim]:
    """Keep the highest value of each report; its lower ones count a part of that."""
    best: dict[str, Claim] = {}
    for claim in claims:
        report = claim.reading.article.id
        if report not in best or claim.figure.value > best[report].figure.value:
            best[report] = claim
    return list(best.values())


def _rank(what: str) -> int:
    return _ORDER.index(what) if what in _ORDER else len(_ORDER)


def _words(what: str, claim: Claim) -> tuple[str, str] | None:
    """Word one value as subject and verb: `at least seven people`, `were killed`."""
    one = claim.figure.value == 1
    for row in lexicons.table("en/figure_phrases"):
        if row[0] == what:
            return _halves(row[1 if one else 2].format(claim.said))
    noun, _, participle = what.rpartition(" ")
    if noun and participle.endswith(("ed", "n", "t")):
        return f"{claim.said} {noun}", f"{'was' if one else 'were'} {participle}"
    if what == "money":
        return "the sum given", f"is {claim.said}"
    return (f"the {what}", f"was {claim.said}") if what in _MEASURED else None


def _halves(clause: str) -> tuple[str, str]:
    """Cut a clause before its `was` or `were`."""
    before, verb, after = re.split(r" (was|were) ", clause, maxsplit=1)
    return before, f"{verb} {after}"


def _differing(what: str, claims: Sequence[Claim]) -> str:
    """Set the values side by side, each with who gives it, and name the latest."""
    ordered = sorted(claims, key=lambda c: (_day(c), c.figure.value, c.reading.article.id))
    named: dict[str, list[str]] = {}
    for claim in ordered:
        givers = named.setdefault(claim.said, [])
        giver = claim.told_by or ("another report" if named.keys() - {claim.said} else "one report")
        if giver not in givers:
            givers.append(giver)
    parts = [f"{said} ({', '.join(by)})" for said, by in named.items()]
    days = {_day(c) for c in claims}
    latest = ordered[-1].said if len(days) > 1 else None
    tail = f"; the latest report gives {latest}" if latest else ""
    return f"reports differ on {_counted(what)}: {_listed(parts)}{tail}."


def _counted(what: str) -> str:
    noun, _, participle = what.rpartition(" ")
    if noun:
        return f"how many {noun} were {participle}"
    rows = {row[0]: row[2] for row in lexicons.table("en/figure_phrases")}
    return rows[what].replace("{}", "how many") if what in rows else f"the {what}"


def _day(claim: Claim) -> dt.date:
    return claim.reading.article.dct or dt.date.min


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _in_text(speaker: str, reading: Reading) -> str:
    """Write a speaker within a sentence: `officials`, `the Ministry of Energy`."""
    name = _QUALIFIER.sub("", speaker)
    tokens = (t for s in reading.sentences for t in s.tokens)
    if any(t.tag == "NNS" and t.text.casefold() == name.casefold() for t in tokens):
        return name.casefold()
    common = name.casefold().removesuffix("s") in lexicons.lines("en/person_nouns")
    if common:
        return name.casefold()
    last = name.casefold().split()[-1]
    singular = any(
        t.tag == "NN" and t.text == name.split()[-1] for s in reading.sentences for t in s.tokens
    )
    body = name[0].isupper() and " " in name and last in lexicons.lines("en/org_nouns")
    whole = " of " in name and name[0].isupper()
    return f"the {name}" if whole or body or (name.islower() and singular) else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
