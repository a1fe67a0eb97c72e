"""Pages of people, organisations, states and groups, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.content import ActorPage
from generator.content import Page as ContentPage
from generator.site import addresses
from generator.site.body import first_words
from generator.site.catalogue import Entry, together
from generator.site.follow import follow
from generator.site.listing import Head, Link, listing
from generator.site.page import Page
from generator.site.register import Item, Shelf, item_order
from generator.site.rendering import Rendering
from generator.site.rows import Chip, with_counts
from generator.site.text import plain, shortened
from generator.site.topics import SUMMARY

KINDS = ("person", "organisation", "state", "group")
"""Kinds of the schema, in the order of the list."""
COMPANY = 8
"""Names shown as seen together with one."""


def actor_pages(site: Rendering) -> Iterator[Page]:
    """Yield the page of each actor, and of them all."""
    yield _index(site)
    for actor in site.catalogue.actors.values():
        entries = site.catalogue.by_actor.get(actor.id, ())
        compose = partial(_actor, site, actor, entries)
        yield from site.sketches.of(
            addresses.actor(actor.id), entries, site.prints.of(actor), compose
        )


def _actor(site: Rendering, actor: ContentPage[ActorPage], entries: Sequence[Entry]) -> list[Page]:
    path = addresses.actor(actor.id)
    intro = site.body(actor.body, actor.path, path)
    head = Head(
        title=plain(actor.meta.name),
        kicker=site.strings.text(f"actor_kind.{actor.meta.kind}"),
        crumbs=(Link(label=site.strings.text("page.actors"), path=addresses.ACTORS),),
        intro=intro,
        also=tuple(map(plain, actor.meta.aliases)),
        facts=tuple(_facts(site, actor, entries)),
        density=site.strip(entries),
        follow=follow(path, plain(actor.meta.name), site.strings),
        proposed=actor.meta.status == "proposed",
    )
    number = site.strings.text("count.entries", n=len(entries))
    said = first_words(intro) or f"{head.title}: {number}"
    return listing(site, path, head, entries, description=shortened(said, SUMMARY))


def _facts(
    site: Rendering, actor: ContentPage[ActorPage], entries: Sequence[Entry]
) -> Iterator[tuple[str, tuple[Link | Chip, ...]]]:
    meta, t = actor.meta, site.strings.text
    if meta.role:
        yield t("fact.role"), (Link(label=plain(meta.role)),)
    if meta.affiliation:
        label = "fact.affiliation" if meta.kind == "person" else "fact.part_of"
        yield t(label), site.rows.actor_chips([meta.affiliation])
    members = site.catalogue.members.get(actor.id, ())
    if members:
        yield t("fact.members"), site.rows.actor_chips(members)
    known = [actor.id, meta.affiliation or "", *members]
    company = together(entries, "actors", without=known, most=COMPANY)
    if company:
        yield t("fact.often_with"), with_counts(site.rows.actor_chips(company), company)
    places = together(entries, "places", without=[actor.id], most=COMPANY)
    if places:
        yield t("fact.places"), with_counts(site.rows.place_chips(places), places)
    if meta.wikidata:
        address = f"https://www.wikidata.org/wiki/{meta.wikidata}"
        yield t("fact.elsewhere"), (Link(label=f"Wikidata {meta.wikidata}", url=address),)


def _index(site: Rendering) -> Page:
    shelves = []
    for kind in KINDS:
        items = [
            Item(
                chip=chip,
                count=len(site.catalogue.by_actor.get(key, ())),
                also=tuple(map(plain, page.meta.aliases)),
                proposed=page.meta.status == "proposed",
            )
            for key, page in site.catalogue.actors.items()
            if page.meta.kind == kind
            for chip in site.rows.actor_chips([key])
        ]
        if items:
            label = site.strings.text(f"actor_kinds.{kind}")
            shelves.append(Shelf(label=label, items=tuple(sorted(items, key=item_order))))
    title = site.strings.text("page.actors")
    text = site.later("register.html", addresses.ACTORS, title=title, shelves=shelves, narrow=False)
    return Page(path=addresses.ACTORS, title=title, text=text, searchable=False, order=20)
