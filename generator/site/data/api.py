"""The static API: plain JSON files under a version, lists in pages and one file for each thing.

Addresses within it are relative to its beginning, so that it can be moved or mirrored whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.site.data.answers import LISTS, Beginning, Listed
from generator.site.data.dataset import Dataset
from generator.site.data.openapi import openapi, schema
from generator.site.data.record import brief, record
from generator.site.data.shape import ActorData, Brief, PlaceData, Shape, TopicData
from generator.site.jsontext import json_file, shape_text
from generator.site.rendering import Rendering

PAGE = 100
"""Items on one page of a list: some 60 kB of entries."""

Answer = tuple[str, bytes]
"""Path under the API's folder, and what it answers."""


def answers(site: Rendering, data: Dataset) -> Iterator[Answer]:
    """Yield every file of the API."""
    named: dict[str, Sequence[ActorData | PlaceData | TopicData]] = {
        "actors": data.actors,
        "places": data.places,
        "topics": data.topics,
    }
    briefs = {found.id: brief(found) for found in data.records}
    lists: dict[str, Sequence[Shape]] = {"entries": list(briefs.values()), **named}
    for name, items in lists.items():
        yield from _list(name, name, items)
    for name, subjects in named.items():
        for subject in subjects:
            yield _answer(f"{name}/{subject.id}.json", subject)
    yield from _entries(site, data)
    yield from _entries_of_each(site, named, briefs)
    yield _answer("index.json", _beginning(data, lists))
    yield "openapi.json", json_file(openapi(data.title, data.home))
    yield "schema.json", json_file(schema())


def _entries(site: Rendering, data: Dataset) -> Iterator[Answer]:
    """Yield each entry, the withdrawn too: who keeps a copy learns that it was."""
    shown = {found.id: found for found in data.records}
    for entry in site.catalogue.chronology.entries.values():
        yield _answer(f"entries/{entry.id}.json", shown.get(entry.id) or record(site, entry))


def _entries_of_each(
    site: Rendering,
    named: Mapping[str, Sequence[ActorData | PlaceData | TopicData]],
    briefs: Mapping[str, Brief],
) -> Iterator[Answer]:
    shown = site.catalogue
    indexes = {"actors": shown.by_actor, "places": shown.by_place, "topics": shown.by_topic}
    for name, subjects in named.items():
        for subject in subjects:
            entries = indexes[name].get(subject.id, ())
            items = [briefs[entry.id] for entry in entries]
            yield from _list(f"{name}/{subject.id}/entries", "entries", items)


def _list(folder: str, kind: str, items: Sequence[Shape]) -> Iterator[Answer]:
    """Yield the pages of a list; an empty one has one page."""
    pages = max(1, -(-len(items) // PAGE))
    for number in range(1, pages + 1):
        found = LISTS[kind].model_validate(
            {
                "total": len(items),
                "page": number,
                "pages": pages,
                "next": _page(folder, number + 1) if number < pages else None,
                "previous": _page(folder, number - 1) if number > 1 else None,
                "items": items[(number - 1) * PAGE : number * PAGE],
            }
        )
        yield _answer(_page(folder, number), found)


def _page(folder: str, number: int) -> str:
    return f"{folder}/pages/{number}.json"


def _beginning(data: Dataset, lists: Mapping[str, Sequence[Shape]]) -> Beginning:
    return Beginning(
        name=data.title,
        url=data.home,
        language=data.language,
        version="v1",
        lists=tuple(
            Listed.model_validate({"name": name, "total": len(items), "first": _page(name, 1)})
            for name, items in lists.items()
        ),
        openapi="openapi.json",
        json_schema="schema.json",
    )


def _answer(path: str, found: Shape) -> Answer:
    return path, f"{shape_text(found)}\n".encode()
