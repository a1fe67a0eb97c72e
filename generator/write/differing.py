"""Claims that differ, in sentences: the range where reports raise it, or each with its giver."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator import edtf, lexicons
from generator.content.agreement import Agreement, Given, agreement
from generator.write.claim import Claim

_PAIR = 2


def standing(what: str, claims: Sequence[Claim]) -> Agreement:
    """Say how the claims of several reports on a figure stand to each other."""
    return agreement(what, [_given(claim) for claim in claims])


def ranged(
    words: tuple[str, str],
    claims: Sequence[Claim],
    *,
    updated: bool,
    other: Claim | None = None,
) -> str:
    """Give the range: `at least six people were killed, seven by later reports`.

    Where one end is told already, `words` are the `other`: `by another report, seven were killed`.
    """
    if updated:
        ordered = sorted(claims, key=lambda c: (_day(c), c.figure.value, c.reading.article.id))
    else:
        ordered = sorted(claims, key=lambda c: (c.figure.value, _day(c), c.reading.article.id))
    said = list(dict.fromkeys(claim.said for claim in ordered))
    new = other.said if other is not None else said[-1]
    givers = [claim for claim in ordered if claim.said == new]
    days = {_day(claim) for claim in claims}
    latest = len(days) > 1 and all(_day(c) == max(days) for c in givers)
    many = "reports" if len(givers) > 1 else "report"
    which = f"the latest {many}" if latest else "other reports" if givers[1:] else "another report"
    tail = "" if latest else _and_latest(claims, new)
    if other is not None:
        told = " ".join(words)
        among = tail if tail.startswith(",") else ""  # else the newest is the one that is told
        return f"by {which}{_named(givers)}{among}, {told}."
    subject, verb = words
    by = f"{', then '.join(said[1:])} by {which}{_named(givers)}"
    return f"{subject} {verb}, {by}{tail}."


def _and_latest(claims: Sequence[Claim], said: str) -> str:
    """Say what the latest report gives, where that is not clear from the days alone."""
    if len({_day(claim) for claim in claims}) < _PAIR:
        return ""
    newest = _latest(claims)
    return ", the latest among them" if newest == said else f"; the latest report gives {newest}"


def differing(what: str, claims: Sequence[Claim]) -> str:
    """Set the values side by side, each with who gives it, and name the latest."""
    ordered = sorted(claims, key=lambda c: (_day(c), c.figure.value, c.reading.article.id))
    named: dict[str, list[str]] = {}
    torn = _torn(ordered)
    for claim in ordered:
        givers = named.setdefault(claim.said, [])
        giver = claim.told_by or ("another report" if named.keys() - {claim.said} else "one report")
        if giver in torn and claim.speaker and claim.reading.article.publisher:
            giver = f"{giver} in {claim.reading.article.publisher}"
        if giver not in givers:
            givers.append(giver)
    parts = [f"{said} ({', '.join(by)})" for said, by in named.items()]
    days = {_day(c) for c in claims}
    tail = f"; the latest report gives {_latest(claims)}" if len(days) > 1 else ""
    listed = f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"reports differ on {_counted(what)}: {listed}{tail}."


def _torn(claims: Sequence[Claim]) -> set[str | None]:
    """Return the speakers to whom reports give several values: which report is the question."""
    said = {(claim.speaker, claim.said) for claim in claims}
    speakers = [speaker for speaker, _ in said]
    return {speaker for speaker in speakers if speakers.count(speaker) > 1}


def _given(claim: Claim) -> Given:
    article = claim.reading.article
    return Given(
        value=claim.figure.value,
        bound=claim.figure.bound,
        source=article.id,
        day=article.dct.isoformat() if article.dct else "",
    )


def _latest(claims: Sequence[Claim]) -> str:
    return max(claims, key=lambda c: (_day(c), c.figure.value, c.reading.article.id)).said


def _named(givers: Sequence[Claim]) -> str:
    """Name who gives it and when, in brackets."""
    names = list(dict.fromkeys(c.told_by for c in givers if c.told_by))
    days = {c.reading.article.dct for c in givers}
    day = next(iter(days)) if len(days) == 1 else None
    parts = [", ".join(names), edtf.people(day.isoformat()) if day else ""]
    inside = ", ".join(part for part in parts if part)
    return f" ({inside})" if inside else ""


def _counted(what: str) -> str:
    noun, _, participle = what.rpartition(" ")
    if noun:
        return f"how many {noun} were {participle}"
    rows = {row[0]: row[2] for row in lexicons.table("en/figure_phrases")}
    return rows[what].replace("{}", "how many") if what in rows else f"the {what}"


def _day(claim: Claim) -> dt.date:
    return claim.reading.article.dct or dt.date.min
