"""The files of the whole chronology that are published beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site import addresses
from generator.site.data import api
from generator.site.data.dataset import Dataset
from generator.site.data.formats import Format, formats
from generator.site.rendering import Rendering


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file that is no page."""

    path: str
    """Under the builder's docs folder: `topics/floods/feed.xml`."""
    content: bytes
    """What it holds."""


def whole_files(site: Rendering, whole: Dataset) -> Iterator[DataFile]:
    """Yield the feeds, downloads and API of a chronology."""
    for form in formats():
        yield written(whole, form, addresses.FRONT, site)
    for path, content in api.answers(site, whole):
        yield DataFile(path=f"{addresses.API}/{path}", content=content)


def written(data: Dataset, form: Format, page: str, site: Rendering) -> DataFile:
    """Write a set of entries beside its page."""
    path = addresses.beside(page, form.file)
    return DataFile(path=path, content=form.write(data.written_at(path, site.options.url)))
