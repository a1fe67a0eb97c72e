"""A SQLite database, by sqlite-utils: tables with their keys, and full-text search."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from generator.site.data.dataset import Dataset
from generator.site.data.rows import COLUMNS, Row
from generator.site.data.shape import Record, Shape

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


def _contents(data: Dataset) -> dict[str, Iterable[Row]]:
    named = {"actors": data.actors, "places": data.places, "topics": data.topics}
    found = {name: [_flat(name, each) for each in shapes] for name, shapes in named.items()}
    entries = data.parts("sqlite", partial(_rows, data))
    return found | {
        name: chain.from_iterable(map(itemgetter(name), entries))
        for name in ("entries", *_OF_ENTRY)
    }


def _flat(name: str, named: Shape) -> Row:
    found = dict(named)
    if "aliases" in found:
        found["aliases"] = "; ".join(found["aliases"])
    found |= {"latitude": found.get("lat"), "longitude": found.get("lon")}
    columns, _, _ = TABLES[name]
    return tuple(map(found.get, columns))


def _rows(data: Dataset, records: list[Record]) -> dict[str, list[Row]]:
    """Return the rows that entries have in each table."""
    found = {name: [*chain.from_iterable(map(of, records))] for name, of in _OF_ENTRY.items()}
    return {"entries": [_stored(data.row(record)) for record in records]} | found


def _stored(values: Row) -> Row:
    """Return the columns that a table without lists has."""
    return tuple([v.isoformat() if isinstance(v, dt.date) else v for v in _ALONE(values)])


def _sources(record: Record) -> Iterator[Row]:
    for number, s in enumerate(record.sources, start=1):
        tells = s.tells.date if s.tells else None
        yield record.id, number, s.key, s.publisher, s.title, s.url, s.archive, s.published, tells


def _claims(record: Record) -> Iterator[Row]:
    for f in record.figures:
        for c in f.claims:
            yield record.id, f.what, f.place, f.unit, c.value, c.bound, c.by, c.source


_ALONE = itemgetter(*(n for n, kind in enumerate(COLUMNS.values()) if kind is not list))
_OF_ENTRY: dict[str, Callable[[Record], Iterable[Row]]] = {
    "entry_actors": lambda r: ((r.id, each.id) for each in r.actors),
    "entry_places": lambda r: ((r.id, each.id) for each in r.places),
    "entry_topics": lambda r: ((r.id, each.id) for each in r.topics),
    "sources": _sources,
    "quotes": lambda r: ((r.id, s.key, quote) for s in r.sources for quote in s.quotes),
    "claims": _claims,
}
"""The tables that have rows of each entry besides its own, in the order of their columns."""
