"""Every file of the site that is no page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from generator.site.admin import admin_files
from generator.site.data import SiteFile, dataset, whole_files
from generator.site.explore import explore_files
from generator.site.followed import followed_files
from generator.site.rendering import Rendering
from generator.site.schemas import schema_files
from generator.site.scripts import browser_file
from generator.site.search import search_files


def published(site: Rendering) -> Iterator[SiteFile]:
    """Yield feeds, downloads, schemas, the form, and what the search and Explore load."""
    yield from data_files(site)
    yield from search_files(site)
    yield from explore_files(site)
    yield from schema_files(site.kept)
    yield from admin_files(site)
    yield browser_file(site.strings, site.options.told)


def data_files(site: Rendering) -> Iterator[SiteFile]:
    """Yield the feeds and downloads of a chronology, and the feeds of its parts."""
    whole = cache(partial(dataset, site))
    yield from whole_files(site, whole)
    yield from followed_files(site, whole)
