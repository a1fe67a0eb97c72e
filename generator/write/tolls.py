"""Figures of an event in sentences: one value with who says so, or the values side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator import lexicons
from generator.content.agreement import Agreement
from generator.model import Event, Figure, Reading, Registry
from generator.write.claim import MEASURED, Claim, number
from generator.write.differing import differing, ranged, standing

_ORDER = ("killed", "injured", "missing", "arrested", "displaced")
_TEN = 10
_PAIR = 2


Key = tuple[str, str | None, str | None]
"""What is counted, the place it is limited to, and the unit."""


def tolls(
    event: Event, readings: Mapping[str, Reading], registry: Registry, *, told: str = ""
) -> tuple[list[str], list[str]]:
    """Say what is counted, tolls first, and then what reports count differently.

    A count that later reports raise is one sentence with its range. What one speaker counts stands
    in one sentence; a figure that `told` gives is not said again.
    """
    groups: dict[Key, list[Claim]] = {}
    for mention in event.mentions:
        for figure in mention.figures if event.kind != "planned" else ():
            claim = Claim(figure=figure, reading=readings[mention.report])
            groups.setdefault((figure.what, figure.place, figure.unit), []).append(claim)
    agreed: dict[tuple[str, str], list[tuple[str, str]]] = {}
    disputed: list[str] = []
    rising: list[str] = []
    for key in sorted(groups, key=lambda k: (_rank(k[0]), k[1] or "", k[0], k[2] or "")):
        claims = _highest(groups[key])
        what, place, _ = key
        words = _words(what, claims[0])
        where = registry.places[place].name if place in registry.places else ""
        if words is None:
            continue
        scope = f"In {where}, " if where else ""
        state = standing(what, claims)
        if state is Agreement.CONFLICT:
            disputed.append(_capital(f"{scope}{differing(what, claims)}"))
        elif state is not Agreement.SAME:
            least = min(claims, key=lambda c: c.figure.value)
            most = max(claims, key=lambda c: c.figure.value)
            ends = [(least, most), (most, least)] if not where else []
            other = next((new for known, new in ends if gives(told, known.figure)), None)
            span = ranged(
                _words(what, other or least) or words,
                claims,
                updated=state is Agreement.UPDATED,
                other=other,
            )
            rising.append(_capital(f"{scope}{span}"))
        elif where or not gives(told, claims[0].figure):
            speaker = next((c.speaker for c in claims if c.speaker), "")
            agreed.setdefault((where, speaker), []).append(words)
    return [*rising, *(_joined(*at, parts) for at, parts in agreed.items())], disputed


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
    """Whether a text gives a figure's value already, its unit in whatever words."""
    digits = f"{figure.value:,g}" if figure.value < _TEN or figure.unit else number(figure)
    values = [re.escape(v) for v in dict.fromkeys((number(figure), digits))]
    if figure.value == 1 and figure.what in _ORDER:
        values.append(rf"an? (?:[\w-]+ )?(?:{'|'.join(lexicons.lines('en/person_nouns'))})")
    return any(re.search(rf"(?<![\w.,]){v}(?!\w)", text, re.IGNORECASE) for v in values)


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
    return (f"the {what}", f"was {claim.said}") if what in MEASURED else None


def _halves(clause: str) -> tuple[str, str]:
    """Cut a clause before its `was` or `were`."""
    before, verb, after = re.split(r" (was|were) ", clause, maxsplit=1)
    return before, f"{verb} {after}"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
