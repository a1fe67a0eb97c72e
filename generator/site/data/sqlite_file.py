"""A SQLite database, by sqlite-utils: tables with their keys, and full-text search."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import Any

from generator.site.data.dataset import Dataset
from generator.site.data.rows import COLUMNS, row
from generator.site.data.shape import Record, Shape

Row = dict[str, Any]
Values = tuple[Any, ...]

_NAMES = {"id": str, "url": str, "name": str, "kind": str, "aliases": str}
_STORED: dict[type, type] = {dt.date: str, bool: int}
"""SQLite has neither days nor truth values."""
_ENTRY = ("entry", "entries", "id")
TABLES: dict[str, tuple[dict[str, type], Any, list[tuple[str, str, str]]]] = {
    "actors": (
        _NAMES
        | {"role": str, "affiliation": str, "country": str, "wikidata": str, "entry_count": int},
        "id",
        [("affiliation", "actors", "id")],
    ),
    "places": (
        _NAMES
        | {"country": str, "within": str, "latitude": float, "longitude": float}
        | {"geonames": int, "wikidata": str, "entry_count": int},
        "id",
        [("within", "places", "id")],
    ),
    "topics": (
        {"id": str, "url": str, "name": str, "parent": str, "entry_count": int},
        "id",
        [("parent", "topics", "id")],
    ),
    "entries": (
        {name: _STORED.get(kind, kind) for name, kind in COLUMNS.items() if kind is not list},
        "id",
        [],
    ),
    "entry_actors": (
        {"entry": str, "actor": str},
        ("entry", "actor"),
        [_ENTRY, ("actor", "actors", "id")],
    ),
    "entry_places": (
        {"entry": str, "place": str},
        ("entry", "place"),
        [_ENTRY, ("place", "places", "id")],
    ),
    "entry_topics": (
        {"entry": str, "topic": str},
        ("entry", "topic"),
        [_ENTRY, ("topic", "topics", "id")],
    ),
    "sources": (
        {"entry": str, "number": int, "key": str, "publisher": str, "title": str, "url": str}
        | {"archive": str, "published": str, "tells_date": str},
        ("entry", "number"),
        [_ENTRY],
    ),
    "quotes": ({"entry": str, "source": str, "exact": str}, None, [_ENTRY]),
    "claims": (
        {"entry": str, "what": str, "place": str, "unit": str, "value": float, "bound": str}
        | {"by": str, "source": str},
        None,
        [_ENTRY, ("place", "places", "id")],
    ),
}
"""Columns, primary key and foreign keys of each table."""


def write(data: Dataset) -> bytes:
    """Return the bytes of the database; made in memory, they are the same for the same data."""
    from sqlite_utils import Database

    connection = sqlite3.connect(":memory:")
    try:
        database = Database(connection)
        for name, rows in _contents(data).items():
            columns, key, foreign = TABLES[name]
            table = database.table(name)
            table.create(columns, pk=key, foreign_keys=foreign)
            values = f"({', '.join('?' * len(columns))})"
            connection.executemany(
                f"INSERT INTO {name} VALUES {values}",  # noqa: S608 -- a name of the table above
                rows,
            )
            for column, _, _ in foreign:
                table.create_index([column], if_not_exists=True)
        database.table("entries").enable_fts(["title", "summary"], tokenize="unicode61")
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _contents(data: Dataset) -> dict[str, Iterable[Values]]:
    named = {"actors": data.actors, "places": data.places, "topics": data.topics}
    found = {name: _values(name, map(_flat, each)) for name, each in named.items()}
    entries = data.parts("sqlite", _rows)
    return found | {name: chain.from_iterable(map(itemgetter(name), entries)) for name in _OF_ENTRY}


def _rows(records: list[Record]) -> dict[str, list[Values]]:
    """Return the rows that entries have in each table."""
    found = {name: chain.from_iterable(map(rows, records)) for name, rows in _OF_ENTRY.items()}
    return {name: [*_values(name, rows)] for name, rows in found.items()}


def _values(name: str, rows: Iterable[Row]) -> Iterator[Values]:
    columns, _, _ = TABLES[name]
    return (tuple(map(found.get, columns)) for found in rows)


def _entries(record: Record) -> Iterator[Row]:
    found = row(record)
    days = ((name, found[name]) for name in ("date_lower", "date_upper"))
    yield found | {name: day.isoformat() if day else None for name, day in days}


def _sources(record: Record) -> Iterator[Row]:
    for number, source in enumerate(record.sources, start=1):
        tells = source.tells.date if source.tells else None
        yield {"entry": record.id, "number": number, **dict(source), "tells_date": tells}


def _flat(named: Shape) -> Row:
    found = dict(named)
    if "aliases" in found:
        found["aliases"] = "; ".join(found["aliases"])
    return found | {"latitude": found.get("lat"), "longitude": found.get("lon")}


def _claims(record: Record) -> Iterator[Row]:
    for figure in record.figures:
        about = {"what": figure.what, "place": figure.place, "unit": figure.unit}
        for claim in figure.claims:
            yield {"entry": record.id, **about, **dict(claim)}


_OF_ENTRY: dict[str, Callable[[Record], Iterable[Row]]] = {
    "entries": _entries,
    "entry_actors": lambda r: ({"entry": r.id, "actor": each.id} for each in r.actors),
    "entry_places": lambda r: ({"entry": r.id, "place": each.id} for each in r.places),
    "entry_topics": lambda r: ({"entry": r.id, "topic": each.id} for each in r.topics),
    "sources": _sources,
    "quotes": lambda r: (
        {"entry": r.id, "source": source.key, "exact": quote}
        for source in r.sources
        for quote in source.quotes
    ),
    "claims": _claims,
}
"""The tables that have rows of each entry."""
