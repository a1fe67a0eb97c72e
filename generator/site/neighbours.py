"""What came right before and after an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content import Page
from generator.site.catalogue import Entry
from generator.site.rendering import Rendering
from generator.site.rows import Row
from generator.site.text import plain

Ends = tuple[str, str]
"""The ids of what came before, and of what came after; empty where there is none."""
Beside = tuple[tuple[str, Ends], ...]
"""What came right before and after an entry, each with its label."""
Order = tuple[str, Mapping[str, Ends]]
"""A label, and what stands beside each entry of an order, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What came before and after, as a page shows it."""

    label: str
    before: Row | None
    after: Row | None


class Neighbourhood:
    """Finds what came right before and after an entry: in all, by topic, actor and place."""

    def __init__(self, site: Rendering) -> None:
        catalogue = site.catalogue
        self._in_time = site.strings.text("entry.in_time"), _ends(catalogue.dated)
        self._topics = _Orders(catalogue.topics, catalogue.by_topic)
        self._actors = _Orders(catalogue.actors, catalogue.by_actor)
        self._places = _Orders(catalogue.places, catalogue.by_place)

    def of(self, entry: Entry) -> Beside:
        """Return an entry's neighbours in time, in each topic, for its main actor and place.

        A pair of which both stand there already is left out.
        """
        meta, own = entry.meta, entry.id
        if meta.date is None or meta.status == "withdrawn":
            return ()
        orders = [self._in_time, *[self._topics[name] for name in dict.fromkeys(meta.topics)]]
        orders += [self._actors[name] for name in meta.actors[:1]]
        orders += [self._places[name] for name in meta.places[:1]]
        found, told = [], {""}
        for label, order in orders:
            ends = order.get(own)
            if ends and not told.issuperset(ends):
                told.update(ends)
                found.append((label, ends))
        return tuple(found)


class _Orders(dict[str, Order]):
    """What pages of one kind are called, with what stands beside each of their entries."""

    def __init__(
        self, pages: Mapping[str, Page[Any]], entries: Mapping[str, Sequence[Entry]]
    ) -> None:
        super().__init__()
        self._pages = pages
        self._entries = entries

    def __missing__(self, name: str) -> Order:
        """Put the entries of a page in order; of a name without a page there is nothing to tell."""
        page = self._pages.get(name)
        dated = [entry for entry in self._entries.get(name, ()) if entry.meta.date]
        self[name] = order = (plain(page.meta.name), _ends(dated)) if page else ("", {})
        return order


def shown(beside: Beside, row: Callable[[str], Row]) -> tuple[Neighbours, ...]:
    """Return neighbours as a page shows them."""
    return tuple(
        Neighbours(
            label=label, before=row(older) if older else None, after=row(newer) if newer else None
        )
        for label, (older, newer) in beside
    )


def _ends(entries: Iterable[Entry]) -> dict[str, Ends]:
    """Return what stands beside each entry, by its id; the newest come first."""
    ids = [entry.id for entry in entries]
    both = zip(ids, [*ids[1:], ""], ["", *ids], strict=False)
    return {own: (older, newer) for own, older, newer in both}
