"""The files that are published beside the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.data import api
from generator.site.data.dataset import Dataset, dataset
from generator.site.data.formats import FOLLOWED, Format, formats
from generator.site.data.shape import Record
from generator.site.options import Options
from generator.site.rendering import Rendering
from generator.site.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file that is no page."""

    path: str
    """Under the builder's docs folder: `topics/floods/feed.xml`."""
    content: bytes
    """What it holds."""


def data_files(site: Rendering) -> Iterator[DataFile]:
    """Yield the feeds and downloads of a chronology, and the feeds of its parts."""
    options = site.options
    whole = dataset(site)
    for form in formats():
        yield _written(whole, form, addresses.beside(addresses.FRONT, form.file), options)
    for path, content in api.answers(site, whole):
        yield DataFile(path=f"{addresses.API}/{path}", content=content)
    records = {record.id: record for record in whole.records}
    for path, name, ids in _followed(site):
        part = _part(whole, path, name, [records[key] for key in ids], site)
        for form in FOLLOWED:
            yield _written(part, form, addresses.beside(path, form.file), options)


def _followed(site: Rendering) -> Iterator[tuple[str, str, list[str]]]:
    """Yield page, name and entries of each topic, actor and place that has a feed."""
    shown = site.catalogue
    for key, topic in shown.topics.items():
        if topic.meta.feed:
            yield addresses.topic(key), plain(topic.meta.name), _ids(shown.by_topic.get(key, ()))
    for key, actor in shown.actors.items():
        yield addresses.actor(key), plain(actor.meta.name), _ids(shown.by_actor.get(key, ()))
    for key, place in shown.places.items():
        yield addresses.place(key), plain(place.meta.name), _ids(shown.by_place.get(key, ()))


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def _part(
    whole: Dataset, path: str, name: str, records: Sequence[Record], site: Rendering
) -> Dataset:
    page = addresses.url(path, directories=site.options.directories)
    return Dataset(
        title=f"{name} ({whole.title})",
        description=whole.strings.text("data.part", name=whole.title, part=name),
        language=whole.language,
        home=site.options.url + page,
        strings=whole.strings,
        records=tuple(records),
    )


def _written(data: Dataset, form: Format, path: str, options: Options) -> DataFile:
    return DataFile(path=path, content=form.write(data.written_at(path, options.url)))
