"""The static API: plain JSON files under a version, lists in pages and one file for each thing.

Addresses within it are relative to its beginning, so that it can be moved or mirrored whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.site.catalogue import Entry
from generator.site.data.answers import Beginning, Listed
from generator.site.data.dataset import Dataset
from generator.site.data.item import Item
from generator.site.data.openapi import openapi, schema
from generator.site.data.record import actors, places, record, topics
from generator.site.data.shape import ActorData, Brief, PlaceData, Shape, TopicData
from generator.site.jsontext import json_compact, json_file, shape_text
from generator.site.relations import months
from generator.site.rendering import Rendering

_BRIEF = set(Brief.model_fields)
PAGE = 100
"""Items on one page of a list: some 60 kB of entries."""

Answer = tuple[str, object, Callable[[], bytes]]
"""Path under the API's folder, what tells all that it is made from, and what it answers."""


def answers(site: Rendering, whole: Callable[[], Dataset]) -> Iterator[Answer]:
    """Yield every file of the API but those of single entries."""
    named: dict[str, Sequence[ActorData | PlaceData | TopicData]] = {
        "actors": actors(site),
        "places": places(site),
        "topics": topics(site),
    }
    entries = site.catalogue.entries
    yield from _briefs(site, "entries", entries, whole)
    for name, items in named.items():
        yield from _list(name, len(items), _Shapes(items))
    for name, subjects in named.items():
        for subject in subjects:
            yield _answer(f"{name}/{subject.id}.json", subject)
    yield from _entries_of_each(site, named, whole)
    totals = {"entries": len(entries)} | {name: len(items) for name, items in named.items()}
    yield _answer("index.json", _beginning(site, totals))
    made: dict[str, Callable[[], object]] = {
        "openapi.json": partial(openapi, site.options.name, site.options.url),
        "schema.json": schema,
    }
    for path, make in made.items():
        yield path, "", partial(_json, make)


def _json(make: Callable[[], object]) -> bytes:
    return json_file(make())


def entries_together(
    site: Rendering, whole: Callable[[], Dataset]
) -> Iterator[tuple[str, object, Callable[[], Iterator[Answer]]]]:
    """Yield the entries whose ids begin with one month: a name, what tells them, and their files.

    The withdrawn are there too: who keeps a copy learns that they were.
    """
    for month, entries in months(site):
        told = (site.prints.names, site.prints.entries(entries))
        yield f"entries/{month}", told, partial(_entries, site, entries, whole)


def _entries(
    site: Rendering, entries: Iterable[Entry], whole: Callable[[], Dataset]
) -> Iterator[Answer]:
    for entry in entries:
        told = (site.prints.of(entry), site.prints.names)
        yield f"entries/{entry.id}.json", told, partial(_entry, site, entry, whole)


def _entry(site: Rendering, entry: Entry, whole: Callable[[], Dataset]) -> bytes:
    item = whole().by_id.get(entry.id)
    return f"{item.json}\n".encode() if item else _written(record(site, entry))


def _entries_of_each(
    site: Rendering,
    named: Mapping[str, Sequence[ActorData | PlaceData | TopicData]],
    whole: Callable[[], Dataset],
) -> Iterator[Answer]:
    shown = site.catalogue
    indexes = {"actors": shown.by_actor, "places": shown.by_place, "topics": shown.by_topic}
    for name, subjects in named.items():
        for subject in subjects:
            entries = indexes[name].get(subject.id, ())
            yield from _briefs(site, f"{name}/{subject.id}/entries", entries, whole)


class _Shapes:
    """Items of a list that are at hand."""

    def __init__(self, items: Sequence[Shape]) -> None:
        self._items = items

    def told(self, part: slice) -> object:
        return self.texts(part)

    def texts(self, part: slice) -> list[str]:
        return [shape_text(item) for item in self._items[part]]


class _Briefs:
    """Items of a list that are made of entries when they are asked for."""

    def __init__(
        self, site: Rendering, entries: Sequence[Entry], whole: Callable[[], Dataset]
    ) -> None:
        self._site = site
        self._entries = entries
        self._whole = whole

    def told(self, part: slice) -> object:
        return self._site.prints.names, self._site.listed(self._entries[part])

    def texts(self, part: slice) -> list[str]:
        whole = self._whole()
        items = [whole.by_id[entry.id] for entry in self._entries[part]]
        return [whole.once("brief", i.id, partial(_brief, whole, i)) for i in items]


def _briefs(
    site: Rendering, folder: str, entries: Sequence[Entry], whole: Callable[[], Dataset]
) -> Iterator[Answer]:
    yield from _list(folder, len(entries), _Briefs(site, entries, whole))


def _list(folder: str, total: int, items: _Shapes | _Briefs) -> Iterator[Answer]:
    """Yield the pages of a list, as `ListPage` has them; an empty one has one page."""
    pages = max(1, -(-total // PAGE))
    for number in range(1, pages + 1):
        part = slice((number - 1) * PAGE, number * PAGE)
        about = {
            "total": total,
            "page": number,
            "pages": pages,
            "next": _page(folder, number + 1) if number < pages else None,
            "previous": _page(folder, number - 1) if number > 1 else None,
        }
        make = partial(_list_page, about, items, part)
        yield _page(folder, number), (about, items.told(part)), make


def _list_page(about: Mapping[str, object], items: _Shapes | _Briefs, part: slice) -> bytes:
    head = json_compact(about).decode().removesuffix("}")
    return f'{head},"items":[{",".join(items.texts(part))}]}}\n'.encode()


def _page(folder: str, number: int) -> str:
    return f"{folder}/pages/{number}.json"


def _beginning(site: Rendering, totals: Mapping[str, int]) -> Beginning:
    return Beginning(
        name=site.options.name,
        url=site.options.url,
        language=site.options.told,
        version="v1",
        lists=tuple(
            Listed.model_validate({"name": name, "total": total, "first": _page(name, 1)})
            for name, total in totals.items()
        ),
        openapi="openapi.json",
        json_schema="schema.json",
    )


def _brief(whole: Dataset, item: Item) -> str:
    """Return what lists say of an entry."""
    return shape_text(whole.record(item), _BRIEF)


def _answer(path: str, found: Shape) -> Answer:
    return path, found.model_dump_json(), partial(_written, found)


def _written(found: Shape) -> bytes:
    return f"{shape_text(found)}\n".encode()
