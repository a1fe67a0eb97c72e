"""Every file of the site that is no page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content import Chronology
from generator.site.catalogue import catalogue
from generator.site.data import data_files
from generator.site.data.files import DataFile
from generator.site.explore import explore_files
from generator.site.options import Options
from generator.site.rendering import Rendering
from generator.site.scripts import browser_file
from generator.site.search import search_files


def published(chronology: Chronology, options: Options) -> Iterator[DataFile]:
    """Yield feeds, downloads, and what the search and the page of all entries load."""
    yield from data_files(chronology, options)
    site = Rendering(catalogue(chronology), options)
    yield from search_files(site.catalogue, options)
    yield from explore_files(site)
    yield browser_file(site.strings)
