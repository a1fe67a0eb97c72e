"""A chronology to all the pages of its site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.content import Chronology
from generator.content.cache import key_of
from generator.errors import Finding
from generator.site import addresses
from generator.site.actors import actor_pages
from generator.site.calendar_pages import date_pages
from generator.site.cards import card_address
from generator.site.catalogue import catalogue
from generator.site.data_page import data_page
from generator.site.each_year import each_year_pages
from generator.site.entries import entry_pages
from generator.site.explore import explore_pages
from generator.site.front import apart_pages, front_pages
from generator.site.key_dates import pointing
from generator.site.more import more_pages
from generator.site.options import Options
from generator.site.own import own_pages
from generator.site.page import Page
from generator.site.places import place_pages
from generator.site.publishers import publisher_pages
from generator.site.recent import recent_pages
from generator.site.rendering import Rendering
from generator.site.topics import topic_pages


def pages(chronology: Chronology, options: Options | None = None) -> tuple[Page, ...]:
    """Return every page of a chronology's site."""
    return compose(Rendering(catalogue(chronology), options or Options()))[0]


def compose(site: Rendering) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
    """Return every page, and what is wrong where two would stand at one address."""
    found: dict[str, Page] = {}
    findings: list[Finding] = []
    own = card_address(site, None)
    for item in _all(site):
        if isinstance(item, Finding):
            findings.append(item)
            continue
        page = item if item.card or own is None else replace(item, card=own)
        address = addresses.url(page.path)
        if found.setdefault(address, page) is not page:
            message = f"another page stands at /{address} already"
            fix = "Give the file another name, or take the alias away."
            findings.append(Finding(item.path, 0, "", "E251", message, fix))
    return tuple(found.values()), tuple(sorted(findings))


def navigation(all_pages: tuple[Page, ...]) -> list[dict[str, str]]:
    """Return the navigation as `mkdocs.yml` writes it: index pages only, never an entry.

    With every entry in it, 1,000 entries cost 128 CPU-seconds and 1.5 GB of output; without, 7.5
    seconds and 19 MB.
    """
    shown = sorted(
        (page for page in all_pages if page.order is not None),
        key=lambda page: (page.order, page.path),
    )
    return [{page.label: page.path} for page in shown]


def _all(site: Rendering) -> Iterator[Page | Finding]:
    entries = site.listed(site.catalogue.chronology.entries.values())
    shown = key_of(site.prints.besides, pointing(site.reports), entries)
    yield from site.sketches.together("lists", shown, partial(_lists, site))
    yield from entry_pages(site)
    yield from own_pages(site)


def _lists(site: Rendering) -> Iterator[Page]:
    """Yield all pages of our own that show nothing of the text of an entry."""
    yield from front_pages(site)
    yield from apart_pages(site)
    yield from explore_pages(site)
    yield from topic_pages(site)
    yield from actor_pages(site)
    yield from place_pages(site)
    yield from date_pages(site)
    yield from each_year_pages(site)
    yield from publisher_pages(site)
    yield from recent_pages(site)
    yield from more_pages(site)
    yield data_page(site)
