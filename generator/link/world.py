"""The world's states, capitals, seats of government, waters and large organisations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator import lexicons
from generator.model import Entity, NameKind, Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One row of `lexicons/countries.tsv`."""

    code: str
    """ISO 3166-1 alpha-2."""
    id: str
    name: str
    adjectives: tuple[str, ...]
    """`Peruvian`; the first is the usual one."""
    people: tuple[str, ...]
    """`Peruvians`."""
    capital: str | None
    """Id of the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat of government and the state that it may stand for."""

    name: str
    state: str | None
    place: Entity


@cache
def states() -> dict[str, State]:
    """Return all states by id."""
    return {
        row[1]: State(
            code=row[0],
            id=row[1],
            name=row[2],
            adjectives=_several(row[4]),
            people=_several(row[5]),
            capital=row[6] or None,
        )
        for row in lexicons.table("countries")
    }


@cache
def state_by_code() -> dict[str, State]:
    """Return all states by their ISO code."""
    return {state.code: state for state in states().values()}


@cache
def state_by_capital() -> dict[str, str]:
    """Return the id of the state that each capital is the capital of."""
    return {state.capital: state.id for state in states().values() if state.capital}


@cache
def seats() -> tuple[Seat, ...]:
    """Return the seats of government that are no capitals: `Kremlin`, `White House`."""
    found = []
    for name, state, place, place_name, lat, lon, within, code in lexicons.table("metonyms"):
        kind = "site" if within else "city"
        entity = Entity(
            id=place,
            name=place_name,
            kind=kind,
            country=code,
            within=within or state_by_code()[code].id,
            lat=float(lat),
            lon=float(lon),
        )
        found.append(Seat(name=name, state=state or None, place=entity))
    return tuple(found)


@cache
def starter() -> Registry:
    """Return the registry that the package ships: true of the world, and of no subject."""
    actors = {entity.id: entity for entity in (*_state_actors(), *_organisations())}
    places = {entity.id: entity for entity in (*_countries(), *_capitals(), *_waters())}
    places |= {entity.id: entity for entity in (*_areas(), *_landmarks())}
    places |= {seat.place.id: seat.place for seat in seats()}
    return Registry(actors=actors, places=places)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(item for item in cell.split("|") if item)


def _state_actors() -> list[Entity]:
    return [
        Entity(
            id=row[1],
            name=row[2],
            kind=NameKind.STATE.value,
            aliases=_several(row[3]),
            country=row[0],
            geonames=int(row[9]),
        )
        for row in lexicons.table("countries")
    ]


def _countries() -> list[Entity]:
    return [
        Entity(
            id=row[1],
            name=row[2],
            kind="country",
            aliases=_several(row[3]),
            country=row[0],
            lat=float(row[7]),
            lon=float(row[8]),
            geonames=int(row[9]),
        )
        for row in lexicons.table("countries")
    ]


def _capitals() -> list[Entity]:
    return [
        Entity(
            id=row[0],
            name=row[1],
            kind="city",
            aliases=_several(row[2]),
            country=row[3],
            within=state_by_code()[row[3]].id,
            lat=float(row[4]),
            lon=float(row[5]),
            geonames=int(row[6]),
        )
        for row in lexicons.table("capitals")
    ]


def _waters() -> list[Entity]:
    return [
        Entity(
            id=row[0],
            name=row[1],
            kind="water",
            aliases=_several(row[2]),
            lat=float(row[3]),
            lon=float(row[4]),
        )
        for row in lexicons.table("waters")
    ]


def _areas() -> list[Entity]:
    return [
        Entity(
            id=row[0],
            name=row[1],
            kind="region",
            aliases=_several(row[2]),
            country=None if row[3] == "-" else row[3],
            within=None if row[3] == "-" else state_by_code()[row[3]].id,
            lat=float(row[4]),
            lon=float(row[5]),
        )
        for row in lexicons.table("areas")
    ]


def _landmarks() -> list[Entity]:
    return [
        Entity(
            id=row[0],
            name=row[1],
            kind="site",
            aliases=() if row[2] == "-" else _several(row[2]),
            country=row[3],
            within=state_by_code()[row[3]].id if row[4] == "-" else row[4],
            lat=float(row[5]),
            lon=float(row[6]),
        )
        for row in lexicons.table("landmarks")
    ]


@cache
def local_names() -> dict[str, tuple[str, ...]]:
    """Return the names that mean a body only among news of its state, with their bearers."""
    return {row[0]: tuple(row[1].split("|")) for row in lexicons.table("en/local_names")}


def _organisations() -> list[Entity]:
    local: dict[str, list[str]] = {}
    for name, ids in local_names().items():
        for body in ids:
            local.setdefault(body, []).append(name)
    return [
        Entity(
            id=row[0],
            name=row[1],
            kind=NameKind.ORGANISATION.value,
            aliases=tuple(dict.fromkeys((*_several(row[2]), *local.get(row[0], ())))),
            affiliation=row[3] or None,
            wikidata=(row[4] or None) if len(row) > 4 else None,
        )
        for row in lexicons.table("organisations")
    ]
