"""From each field of an entry back to the words of its sources, and why they were merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import edtf, lexicons
from generator.content.ledger import DateWords, Record, Why
from generator.content.plain import plain
from generator.content.schema import EntryPage
from generator.errors import UsageError
from generator.model import Entity, Registry
from generator.write.standing import stand

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What one field rests on."""

    field: str
    """Dotted key: `date`, `figures.killed`."""
    value: str
    """As it stands in the entry."""
    origin: str
    """`generator` where it is what was last written, `person` where it was edited."""
    words: tuple[tuple[str, str], ...] = ()
    """Report and the words in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an entry says what it says."""

    id: str
    """The entry."""
    title: str
    """Its headline."""
    grounds: tuple[Ground, ...]
    """Field by field."""
    reasons: tuple[Why, ...] = ()
    """Why its reports were taken to tell one event."""

    def __str__(self) -> str:
        rows = [f"{self.id}", f"  {self.title}"]
        for ground in self.grounds:
            rows.append(f"{ground.field}: {ground.value}  ({ground.origin})")
            rows += [f"    {report}: {words}" for report, words in ground.words]
        if self.reasons:
            rows.append("merged because")
        rows += [
            f"    {why.a} and {why.b} ({why.score:.2f}): {'; '.join(why.words)}"
            for why in self.reasons
        ]
        return "\n".join(rows)


def explain(entry: str, content: Path) -> Explanation:
    """Explain an entry by its id, or by one that redirects to it.

    Raises:
        UsageError: there is no such entry, or its page cannot be read.

    """
    standing = stand(content)
    entries = standing.chronology.entries
    former = {alias: page.id for page in entries.values() for alias in page.meta.aliases}
    page = entries.get(entry) or entries.get(former.get(entry, ""))
    if page is None:
        raise UsageError(f"there is no entry {entry} that can be read under {content}")
    record = standing.entries.get(page.id, Record(id=page.id))
    return Explanation(
        id=page.id,
        title=page.meta.title,
        grounds=(
            *_grounds(page.meta, record, standing.chronology.registry()),
            Ground(
                field="body",
                value=" ".join(page.body.split()),
                origin="generator" if page.body == record.body else "person",
            ),
        ),
        reasons=record.reasons,
    )


def _grounds(meta: EntryPage, record: Record, registry: Registry) -> list[Ground]:
    quotes = _quotes(meta)
    leads = tuple({report: (report, quote) for report, quote in reversed(quotes)}.values())[::-1]
    grounds = [_ground(meta, record, name, leads) for name in ("title", "kind")]
    dated = tuple((date.report, _said(date)) for date in record.dates)
    if len({date.date for date in record.dates if date.words}) > 1:
        dated += (("together", f"{meta.date}: what most of these words bear, the finest of those"),)
    if any(edtf.day_of_night(date.date, date.words) == meta.date for date in record.dates):
        dated += (("the night", f"stands on {meta.date}, the day by which its words tell it"),)
    grounds.append(_ground(meta, record, "date", dated))
    for kind, entities in (("actors", registry.actors), ("places", registry.places)):
        written = record.fields.get(kind, ())
        for own in getattr(meta, kind):
            origin = "generator" if own in written else "person"
            words = _naming(entities.get(own), quotes)
            grounds.append(Ground(field=kind, value=own, origin=origin, words=words))
    if meta.topics:
        grounds.append(_ground(meta, record, "topics", ()))
    grounds += _figures(meta, record)
    return [*grounds, *_taken_out(meta, record)]


def _taken_out(meta: EntryPage, record: Record) -> Iterator[Ground]:
    """Yield the actors and places that the machine wrote and a person took out."""
    for kind in ("actors", "places"):
        for own in record.fields.get(kind, ()):
            if own not in getattr(meta, kind):
                yield Ground(field=kind, value=f"without {own}", origin="person")


def _naming(
    entity: Entity | None, quotes: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """Return the quotes that name an actor or place, in full, by an alias or by the last name."""
    if entity is None:
        return ()
    names = [name.casefold() for name in (entity.name, *entity.aliases, entity.name.split()[-1])]
    return tuple((key, quote) for key, quote in quotes if any(n in quote.casefold() for n in names))


def _ground(
    meta: EntryPage, record: Record, name: str, words: tuple[tuple[str, str], ...]
) -> Ground:
    value = getattr(meta, name)
    shown = ", ".join(value) if isinstance(value, tuple) else str(value or "undated")
    origin = "generator" if plain(meta).get(name) == record.fields.get(name) else "person"
    return Ground(field=name, value=shown, origin=origin, words=words)


def _quotes(meta: EntryPage) -> tuple[tuple[str, str], ...]:
    return tuple((source.key, quote.exact) for source in meta.sources for quote in source.quotes)


def _figures(meta: EntryPage, record: Record) -> list[Ground]:
    """Trace each claim to the passage of its source that holds its number, where one does."""
    quotes = _quotes(meta)
    written = [claim for f in record.fields.get("figures", ()) for claim in f["claims"]]
    grounds: list[Ground] = []
    for figure in meta.figures:
        for claim in figure.claims:
            by = f", says {claim.by}" if claim.by else ""
            own = tuple((key, quote) for key, quote in quotes if key == claim.source)
            near = tuple(row for row in own if _holds(row[1], claim.value))
            grounds.append(
                Ground(
                    field=f"figures.{figure.what}",
                    value=f"{claim.bound.value} {plain(claim)['value']}{by}",
                    origin="generator" if plain(claim) in written else "person",
                    words=near or own,
                )
            )
    return grounds


def _holds(quote: str, value: float) -> bool:
    """Whether a passage gives a number, in digits or as a word."""
    words = {word for word, number in lexicons.table("en/number_words") if float(number) == value}
    forms = {f"{value:g}", f"{value:,.0f}" if value == int(value) else f"{value:,}", *words}
    return not forms.isdisjoint(_NUMBER.findall(quote.casefold()))


def _said(date: DateWords) -> str:
    words = f"“{date.words}”" if date.words else "the date of publication"
    return f"{words} → {date.date} ({date.rule})"
