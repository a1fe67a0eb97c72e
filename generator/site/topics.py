"""Pages of topics, and the list of all topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.content import Page as ContentPage
from generator.content import TopicPage
from generator.site import addresses
from generator.site.body import first_words
from generator.site.catalogue import Entry
from generator.site.follow import follow
from generator.site.key_dates import pointing
from generator.site.key_moments import moments
from generator.site.listing import Head, Link, listing
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.rows import Chip, Row
from generator.site.text import plain, shortened

SUMMARY = 160
"""Characters of a page's description for search engines, which cut longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A topic in the list of topics."""

    chip: Chip
    summary: str
    below: tuple[Chip, ...]
    latest: Row | None


def topic_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of each topic, and of them all."""
    yield _index(site)
    shown = site.catalogue
    reports = pointing(site.reports)
    for topic in shown.topics.values():
        entries = shown.by_topic.get(topic.id, ())
        below = {name: len(shown.by_topic.get(name, ())) for name in shown.below.get(topic.id, ())}
        told = site.prints.of(topic), below, reports
        compose = partial(_topic, site, topic, entries)
        yield from site.sketches.of(addresses.topic(topic.id), entries, told, compose)


def _topic(site: Rendering, topic: ContentPage[TopicPage], entries: Sequence[Entry]) -> list[Page]:
    path = addresses.topic(topic.id)
    intro = site.body(topic.body, topic.path, path)
    above = site.catalogue.above[topic.id]
    crumbs = [
        (plain(site.catalogue.topics[name].meta.name), addresses.topic(name)) for name in above
    ]
    head = Head(
        title=plain(topic.meta.name),
        crumbs=(
            Link(label=site.strings.text("page.topics"), path=addresses.TOPICS),
            *(Link(label=label, path=target) for label, target in reversed(crumbs)),
        ),
        intro=intro,
        chips=site.rows.topic_chips(site.catalogue.below.get(topic.id, ()), count=True),
        density=site.strip(entries),
        moments=moments(site, topic.id),
        follow=follow(path, plain(topic.meta.name), site.strings) if topic.meta.feed else (),
        hue=site.rows.hue(topic.id),
    )
    said = first_words(intro) or site.strings.text("count.entries", n=len(entries))
    return listing(site, path, head, entries, description=shortened(said, SUMMARY))


def _index(site: Rendering) -> Page:
    catalogue = site.catalogue
    tops = [name for name in catalogue.topics if not catalogue.above[name]]
    title, branches = site.strings.text("page.topics"), [_branch(site, name) for name in tops]
    text = site.later("topics.html", addresses.TOPICS, title=title, branches=branches)
    return Page(path=addresses.TOPICS, title=title, text=text, searchable=False, order=10)


def _branch(site: Rendering, name: str) -> Branch:
    catalogue = site.catalogue
    topic = catalogue.topics[name]
    entries = [e for e in catalogue.by_topic.get(name, ()) if not e.meta.background]
    return Branch(
        chip=site.rows.topic_chips([name], count=True)[0],
        summary=shortened(first_words(site.body(topic.body, topic.path, addresses.TOPICS)), 200),
        below=site.rows.topic_chips(catalogue.below.get(name, ()), count=True),
        latest=site.rows.row(entries[0]) if entries else None,
    )
