"""Proposed pages for the actors and places that entries name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pydantic import ValidationError

from generator.content import ids
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.content.schema import ActorPage, PlacePage, Strict
from generator.errors import Finding
from generator.model import Entity, Registry
from generator.write.carry import grown
from generator.write.plan import step
from generator.write.standing import Standing
from generator.write.step import Step


def known(standing: Standing, entities: Sequence[Entity]) -> tuple[Registry, tuple[Finding, ...]]:
    """Return the pages that stand and the entities that may become pages.

    A page that a person deleted is not proposed again, and an entity whose facts no page may
    hold is a finding.
    """
    curated = standing.chronology.registry()
    actors, places = dict(curated.actors), dict(curated.places)
    findings: list[Finding] = []
    for entity in entities:
        kind = "places" if entity.is_place else "actors"
        here = places if entity.is_place else actors
        if entity.id in here or _deleted(standing, kind, entity.id):
            continue
        problem = _problem(entity)
        if problem:
            fix = "Write its page by hand, or mend what names it."
            name = f"{kind}/{entity.id[:80]}.md"
            findings.append(Finding(name, 0, "", "E202", problem, fix))
        else:
            here[entity.id] = entity
    closed = Registry(actors=actors, places=places)
    return _closed(closed), tuple(findings)


def steps(
    standing: Standing, entities: Sequence[Entity], registry: Registry, named: Iterable[str]
) -> Iterator[Step]:
    """Plan a page for each entity that entries name, and for those that these name in turn."""
    wanted = set(_closure(named, registry))
    offered = {(entity.is_place, entity.id): entity for entity in entities}
    for (is_place, own), entity in sorted(offered.items()):
        kind = "places" if is_place else "actors"
        here = registry.places if is_place else registry.actors
        if own not in here or f"{kind}/{own}" not in wanted:
            continue
        last = standing.record(kind, own)
        page = standing.page(kind, own)
        if page is not None and last is None:
            continue  # a person wrote it: there is nothing of the machine's in it to update
        fields = plain(page_of(_referring(entity, registry)))
        fields = grown(last.fields, fields) if last else fields
        yield step(standing, kind, f"{kind}/{own}.md", Record(id=own, fields=fields), last)


def page_of(entity: Entity) -> Strict:
    """Return the page proposed for an entity; raises ValidationError where it makes none."""
    model = PlacePage if entity.is_place else ActorPage
    data = {key: getattr(entity, key) for key in model.model_fields if hasattr(entity, key)}
    data["aliases"] = tuple(alias for alias in entity.aliases if alias != entity.name)
    return model.model_validate(data)


def _problem(entity: Entity) -> str | None:
    if not ids.is_id(entity.id):
        return f"{entity.id[:80]!r} is not an id"
    try:
        page_of(entity)
    except ValidationError as error:
        return str(error.errors()[0]["msg"])
    return None


def _deleted(standing: Standing, kind: str, own: str) -> bool:
    gone = standing.page(kind, own) is None and not standing.exists(f"{kind}/{own}.md")
    return gone and standing.record(kind, own) is not None


def _closed(registry: Registry) -> Registry:
    """Drop what refers to pages that there will not be."""
    return Registry(
        actors={key: _referring(entity, registry) for key, entity in registry.actors.items()},
        places={key: _referring(entity, registry) for key, entity in registry.places.items()},
    )


def _referring(entity: Entity, registry: Registry) -> Entity:
    return replace(
        entity,
        affiliation=entity.affiliation if entity.affiliation in registry.actors else None,
        within=entity.within if entity.within in registry.places else None,
    )


def _closure(named: Iterable[str], registry: Registry) -> Iterator[str]:
    """Yield `actors/ID` and `places/ID`, and what they belong to and lie in."""
    seen: set[str] = set()
    queue = list(named)
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        kind, _, own = name.partition("/")
        here: Mapping[str, Entity] = registry.places if kind == "places" else registry.actors
        entity = here.get(own)
        if entity and entity.affiliation:
            queue.append(f"actors/{entity.affiliation}")
        if entity and entity.within:
            queue.append(f"places/{entity.within}")
