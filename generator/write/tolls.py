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
_QUALIFIER = re.compile(r" \([^()]*\)$")
_ORDER = ("killed", "injured", "missing", "arrested", "displaced")
_MEASURED = frozenset({"area", "depth", "magnitude", "rainfall", "temperature"})
"""Measures that belong to the event as a whole; a distance or a share needs its sentence."""
_TEN = 10


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
    text = f"{int(value):,}" if whole else f"{value:,}"
    if figure.unit is None:
        return text
    return f"{text}{_UNITS[figure.unit]}" if figure.unit in _UNITS else f"{text} {figure.unit}"


def tolls(
    event: Event, readings: Mapping[str, Reading], registry: Registry, *, told: str = ""
) -> list[str]:
    """Say what is counted, tolls first; a figure that `told` gives already is not said again."""
    groups: dict[tuple[str, str | None, str | None], list[Claim]] = {}
    for mention in event.mentions:
        for figure in mention.figures:
            key = (figure.what, figure.place, figure.unit)
            claim = Claim(figure=figure, reading=readings[mention.report])
            groups.setdefault(key, []).append(claim)
    groups = {key: _highest(claims) for key, claims in groups.items()}
    ranked = sorted(groups, key=lambda k: (_rank(k[0]), k[1] or "", k[0], k[2] or ""))
    said = (_sentence(key, groups[key], registry, told) for key in ranked)
    return [text for text in said if text]


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


def _sentence(
    key: tuple[str, str | None, str | None], claims: Sequence[Claim], registry: Registry, told: str
) -> str | None:
    what, place, unit = key
    values = dict.fromkeys(claim.said for claim in claims)
    where = registry.places[place].name if place in registry.places else None
    scope = f"In {where}, " if where else ""
    if _phrase(what, unit, claims[0]) is None:
        return None
    if len(values) > 1:
        return _capital(f"{scope}{_differing(what, claims)}")
    claim = claims[0]
    plain = _phrase(what, unit, claim)
    spoken = next((c.speaker for c in claims if c.speaker), None)
    if plain is None or (claim.said.casefold() in told.casefold() and not where):
        return None
    return _capital(f"{scope}{plain}{f', according to {spoken}' if spoken else ''}.")


def _phrase(what: str, unit: str | None, claim: Claim) -> str | None:
    """Word one value: `at least seven people were killed`, `the magnitude was 6.9`."""
    one = claim.figure.value == 1
    for row in lexicons.table("en/figure_phrases"):
        if row[0] == what:
            return row[1 if one else 2].format(claim.said)
    noun, _, participle = what.rpartition(" ")
    if noun and participle.endswith(("ed", "n", "t")):
        return f"{claim.said} {noun} {'was' if one else 'were'} {participle}"
    if what == "money":
        return f"the sum given is {claim.said}"
    return f"the {what} was {claim.said}" if what in _MEASURED else None


def _differing(what: str, claims: Sequence[Claim]) -> str:
    """Set the values side by side, each with who gives it, and name the latest."""
    ordered = sorted(claims, key=lambda c: (_day(c), c.figure.value, c.reading.article.id))
    named: dict[str, list[str]] = {}
    for claim in ordered:
        givers = named.setdefault(claim.said, [])
        if claim.told_by and claim.told_by not in givers:
            givers.append(claim.told_by)
    parts = [f"{said} ({', '.join(by)})" if by else said for said, by in named.items()]
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
    if any(t.pos == "NOUN" and t.text.casefold() == name.casefold() for t in tokens):
        return name.casefold()
    common = name.casefold().removesuffix("s") in lexicons.lines("en/person_nouns")
    if common:
        return name.casefold()
    return f"the {name}" if " of " in name and name.split()[0][0].isupper() else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
