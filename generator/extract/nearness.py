"""How the places of two drafts lie to each other."""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.story import Story, lands_named


def relate(a: tuple[str, ...], b: list[str], story: Story) -> str:
    """Relate the places of two drafts: same, inside, contains, apart or unknown."""
    mine, theirs = _finest(_of_lands(a, story), story), _finest(_of_lands(b, story), story)
    if not mine or not theirs:
        return "unknown"
    if set(mine) & set(theirs):
        return "same"
    above_mine = {w for p in mine for w in _chain(p, story)}
    if above_mine & set(theirs):
        return "inside"
    above_theirs = {w for p in theirs for w in _chain(p, story)}
    return "contains" if above_theirs & set(mine) else "apart"


def _of_lands(places: Iterable[str], story: Story) -> tuple[str, ...]:
    """Leave out continents, which may hold any place."""
    known = ((p, story.registry.places.get(p)) for p in places)
    return tuple(p for p, e in known if e is None or e.country or e.kind != "region")


def _finest(places: tuple[str, ...], story: Story) -> list[str]:
    """Leave out the places that others of the list lie in."""
    above = {w for p in places for w in _chain(p, story)}
    return [p for p in places if p not in above]


def _chain(place: str, story: Story) -> list[str]:
    """Return the ids of the larger places that a place lies in, its country's included."""
    found: list[str] = []
    entity = story.registry.places.get(place)
    while entity is not None and entity.within and entity.within not in found:
        found.append(entity.within)
        entity = story.registry.places.get(entity.within)
    known = story.registry.places.get(place)
    land = story.countries.get(known.country or "") if known is not None else None
    if land is not None and land != place:
        found.append(land)
    return found


def lands(places: tuple[str, ...], story: Story) -> frozenset[str]:
    """Return the countries that places lie in."""
    found = (story.registry.places.get(p) for p in places)
    return frozenset(e.country for e in found if e is not None and e.country)


def lands_told(at: int, story: Story) -> tuple[str, ...]:
    """Return the countries of a sentence and then of the report, in order."""
    here = lands_named((story.scenes[at],), story.registry)
    return tuple(dict.fromkeys((*here, *story.lands)))
