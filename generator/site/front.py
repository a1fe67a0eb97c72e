"""The front page, and the pages of what stands apart: no date, and figures that differ."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.site import addresses
from generator.site.disagreements import disagreements_pages
from generator.site.follow import follow
from generator.site.key_moments import moments
from generator.site.listing import Head, Link, listing
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.text import plain


def front_pages(site: Rendering) -> list[Page]:
    """Return the whole chronology, newest first, under what `content/index.md` says of it."""
    catalogue = site.catalogue
    own = catalogue.chronology.site.get("index")
    title = plain(own.meta.title) if own and own.meta.title else site.options.name
    description = own.meta.description if own and own.meta.description else ""
    head = Head(
        title=title,
        intro=site.body(own.body, own.path, addresses.FRONT) if own else Markup(),
        chips=site.rows.topic_chips(main_topics(site), count=True),
        density=site.density,
        moments=moments(site),
        follow=follow(addresses.FRONT, site.options.name, site.strings),
        apart=Link(
            label=site.strings.text("count.undated", n=len(catalogue.undated)),
            path=addresses.UNDATED,
        )
        if catalogue.undated
        else None,
    )
    return listing(
        site,
        addresses.FRONT,
        head,
        catalogue.dated,
        description=description,
        order=0,
        menu=site.strings.text("page.chronology"),
    )


def main_topics(site: Rendering) -> Iterator[str]:
    """Yield the topics that lie below no other and have entries, the largest first."""
    catalogue = site.catalogue
    tops = [name for name in catalogue.topics if not catalogue.above[name]]
    sizes = {name: len(catalogue.by_topic.get(name, ())) for name in tops}
    yield from sorted((name for name in tops if sizes[name]), key=lambda name: (-sizes[name], name))


def apart_pages(site: Rendering) -> list[Page]:
    """Return the undated entries and those whose sources differ, as lists of their own."""
    catalogue, t = site.catalogue, site.strings.text
    undated = Head(
        title=t("page.undated"),
        named=False,
        intro=Markup("<p>{}</p>").format(t("undated.about")),
    )
    return [
        *listing(site, addresses.UNDATED, undated, catalogue.undated, empty=t("undated.empty")),
        *disagreements_pages(site),
    ]
