"""The same unknown name in several articles: one page, one id, whichever article is read first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.link.one_kind import kinds_of
from generator.link.pages import homonyms
from generator.link.same import Node, groups
from generator.link.spelling import fold, slug
from generator.link.world import starter
from generator.model import Entity, Mention, NameKind, Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """What became of each proposal: its old id, by actors and places, to the joined page."""

    actors: dict[tuple[str, str], Entity]
    """By report and the id proposed in it."""
    places: dict[tuple[str, str], Entity]


def unify(
    mentions_by_report: Mapping[str, tuple[Mention, ...]], registry: Registry
) -> tuple[Mapping[str, tuple[Mention, ...]], tuple[Entity, ...]]:
    """Join spellings of one unknown name over all reports.

    Returns the mentions with the joined ids, made when they are asked for, and all pages that
    `content/` needs for them: the proposed ones, and those of the gazetteer and the starter
    registry that are used.
    """
    joined = Joined(mentions_by_report, _pages(mentions_by_report, registry))
    return joined, tuple(_used(joined, registry))


class Joined(Mapping[str, tuple[Mention, ...]]):
    """The mentions of each report under the ids that were joined."""

    def __init__(self, mentions: Mapping[str, tuple[Mention, ...]], pages: _Pages) -> None:
        self._mentions = mentions
        self._pages = pages

    def __getitem__(self, report: str) -> tuple[Mention, ...]:
        return tuple(_renamed(report, one, self._pages) for one in self._mentions[report])

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._mentions))

    def __len__(self) -> int:
        return len(self._mentions)


def _pages(mentions_by_report: Mapping[str, tuple[Mention, ...]], registry: Registry) -> _Pages:
    kinds = kinds_of(mentions_by_report)
    once: dict[Entity, Entity] = {}
    nodes: list[Node] = []
    for report in sorted(mentions_by_report):
        seen: dict[Entity, Counter[str]] = {}
        for mention in mentions_by_report[report]:
            if mention.proposal is not None:
                kind = kinds.get(fold(mention.proposal.name), mention.proposal.kind)
                own = mention.proposal.kind if mention.proposal.is_place else kind
                bare = replace(mention.proposal, kind=own, role=None)
                seen.setdefault(bare, Counter())[mention.proposal.role or ""] += 1
        nodes += (
            Node(
                report=report,
                entity=once.setdefault(entity, entity),
                count=roles.total(),
                roles=tuple(sorted(roles.items())),
            )
            for entity, roles in seen.items()
        )
    taken = {False: set(registry.actors), True: set(registry.places)}
    pages = _Pages(actors={}, places={})
    for group in groups(nodes):
        entity = _page(group, taken)
        taken[entity.is_place].add(entity.id)
        table = pages.places if entity.is_place else pages.actors
        for node in group:
            table[node.report, node.entity.id] = entity
    return pages


def _page(group: tuple[Node, ...], taken: Mapping[bool, set[str]]) -> Entity:
    """Make one page of the proposals for one name: most complete, most frequent, first by ABC."""
    counts = Counter[str]()
    for node in group:
        counts[node.entity.name] += node.count
    name = min(counts, key=lambda n: (-_full_words(n), -counts[n], n))
    best = min((n.entity for n in group if n.entity.name == name), key=repr)
    spellings = {s for n in group for s in (n.entity.name, *n.entity.aliases)} - {name}
    roles = Counter[str]()
    for node in group:
        roles.update({role: count for role, count in node.roles if role})
    holders = Counter(n.entity.affiliation for n in group if n.entity.affiliation)
    return replace(
        best,
        id=_free_id(best, taken[best.is_place]),
        aliases=_ordered(best, spellings),
        role=_most(roles),
        affiliation=_most(holders),
    )


def _full_words(name: str) -> int:
    """Count the words that are more than an initial."""
    return sum(len(word) > 1 for word in fold(name).split())


def _ordered(best: Entity, spellings: set[str]) -> tuple[str, ...]:
    """Return the page's own aliases, then the other spellings; a person's surname is no alias."""
    person = best.kind == NameKind.PERSON
    others = sorted(s for s in spellings if not person or len(fold(s).split()) > 1)
    return tuple(dict.fromkeys((*best.aliases, *others)))


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda item: (-counts[item], item), default=None)


def _free_id(entity: Entity, taken: set[str]) -> str:
    if entity.id not in taken:
        return entity.id
    for tail in (entity.within, entity.country, entity.kind, entity.affiliation):
        if tail and (candidate := f"{entity.id}-{slug(tail)}") not in taken:
            return candidate
    number = 2
    while f"{entity.id}-{number}" in taken:
        number += 1
    return f"{entity.id}-{number}"


def _renamed(report: str, mention: Mention, pages: _Pages) -> Mention:
    old = mention.proposal
    if old is None:
        return mention
    if old.is_place:
        page = pages.places[report, old.id]
        return replace(mention, place=page.id, proposal=page)
    page = pages.actors[report, old.id]
    kind = mention.kind if page.kind == old.kind else NameKind(page.kind)
    return replace(mention, kind=kind, actor=page.id, proposal=page)


def _used(joined: Mapping[str, tuple[Mention, ...]], registry: Registry) -> Iterator[Entity]:
    """Yield the pages needed, with all places and actors that they refer to, by kind and id."""
    found: dict[tuple[bool, str], Entity] = {}
    named: dict[tuple[bool, str, Entity | None], None] = {}
    for mentions in joined.values():
        for mention in dict.fromkeys(mentions):
            own = mention.proposal
            named |= dict.fromkeys(_wanted(False, mention.actor, own))
            named |= dict.fromkeys(_wanted(True, mention.place, own))
    waiting = list(named)
    while waiting:
        place, name, own = waiting.pop()
        entity = own if own and own.is_place == place and own.id == name else None
        entity = entity or _shipped(place, name, registry)
        if entity is None or (place, name) in found:
            continue
        found[place, name] = entity
        waiting += _wanted(True, entity.within, None) + _wanted(False, entity.affiliation, None)
    yield from (found[key] for key in sorted(found))


def _wanted(
    place: bool, name: str | None, own: Entity | None
) -> list[tuple[bool, str, Entity | None]]:
    return [(place, name, own)] if name else []


def _shipped(place: bool, name: str, registry: Registry) -> Entity | None:
    """Return the package's own page unless a curated one stands in its stead."""
    world = starter()
    pages, own = (registry.places, world.places) if place else (registry.actors, world.actors)
    homes = {page.id: page for page in homonyms()} if place else {}
    entity = own.get(name) or homes.get(name)
    return entity if pages.get(name) in {None, entity} else None
