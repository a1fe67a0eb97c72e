"""The parts of a chronology that can be followed, each with its feeds and calendar.

A month, a day and a day of all years have none of their own: what is over is not followed, and the
calendar of all such days recurs each year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.claims import unsettled
from generator.site.data import Dataset, Format, LaterFile, SiteFile, prepare, written
from generator.site.data.formats import CALENDARS, FEEDS, FOLLOWED
from generator.site.dates import by_date, years_of
from generator.site.publishers import publishers
from generator.site.recent import came_in
from generator.site.rendering import Rendering
from generator.site.text import plain

_WEIGHT = 0.2
"""Of a feed or calendar of a part, where a page is 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Entries that can be followed."""

    path: str
    """Their page."""
    name: str
    entries: tuple[Entry, ...]
    forms: tuple[Format, ...] = FOLLOWED
    by_first_report: bool = False
    """Whether feeds hold what came in last, not what changed last."""
    yearly: bool = False
    """Whether its calendar recurs."""


def followed_files(site: Rendering, whole: Callable[[], Dataset]) -> Iterator[SiteFile]:
    """Yield the feeds and calendars of every part, each made when it is asked for."""
    first = {form: partial(prepare, form, whole) for form in FOLLOWED}
    for part in _parts(site):
        told = (part.path, part.name, part.by_first_report, part.yearly)
        depends = (*told, site.prints.names, site.prints.entries(part.entries))
        data = cache(partial(_data, part, site, whole))
        for form in part.forms:
            yield LaterFile(
                path=addresses.beside(part.path, form.file),
                made_from=site.kept.key((form.name, *depends)).hex(),
                make=partial(_content, form, part, site, data),
                first=first[form],
                weight=_WEIGHT,
            )


def _content(form: Format, part: Part, site: Rendering, data: Callable[[], Dataset]) -> bytes:
    return written(data(), form, part.path, site).content


def _data(part: Part, site: Rendering, of: Callable[[], Dataset]) -> Dataset:
    whole = of()
    page = addresses.url(part.path, directories=site.options.directories)
    return Dataset(
        title=f"{part.name} ({whole.title})",
        description=whole.strings.text("data.part", name=whole.title, part=part.name),
        language=whole.language,
        strings=whole.strings,
        home=site.options.url + page,
        items=tuple([whole.by_id[entry.id] for entry in part.entries]),
        by_first_report=part.by_first_report,
        yearly=part.yearly,
        digests=whole.digests,
        parts_before=whole.parts_before,
        made=whole.made,
        taken=whole.taken,
    )


def _parts(site: Rendering) -> Iterator[Part]:
    yield from _subjects(site)
    yield from _lists(site)
    for path, publisher in publishers(site).items():
        yield Part(path=path, name=publisher.names[0], entries=publisher.entries)
    for year, entries in by_date(site.catalogue.runs, years_of).items():
        yield Part(path=addresses.year(year), name=f"{year:04}", entries=entries)


def _subjects(site: Rendering) -> Iterator[Part]:
    """Yield topics, actors and places."""
    shown = site.catalogue
    for key, topic in shown.topics.items():
        if topic.meta.feed:
            yield _part(addresses.topic(key), topic.meta.name, shown.by_topic.get(key, ()))
    for key, actor in shown.actors.items():
        yield _part(addresses.actor(key), actor.meta.name, shown.by_actor.get(key, ()))
    for key, place in shown.places.items():
        yield _part(addresses.place(key), place.meta.name, shown.by_place.get(key, ()))


def _lists(site: Rendering) -> Iterator[Part]:
    """Yield the lists of all entries of a kind."""
    entries, t = site.catalogue.entries, site.strings.text
    added, changed = came_in(entries)
    yield Part(
        path=addresses.ADDED,
        name=t("page.added"),
        entries=tuple(e for e in entries if e.id in added),
        forms=FEEDS,
        by_first_report=True,
    )
    yield Part(
        path=addresses.CHANGED,
        name=t("page.changed"),
        entries=tuple(e for e in entries if e.id in changed),
        forms=FEEDS,
    )
    yield Part(
        path=addresses.DISAGREEMENTS,
        name=t("page.disagreements"),
        entries=tuple(filter(unsettled, entries)),
        forms=FEEDS,
    )
    yield Part(
        path=addresses.ON_THIS_DAY,
        name=t("page.on_this_day"),
        entries=site.catalogue.dated,
        forms=CALENDARS,
        yearly=True,
    )


def _part(path: str, name: str, entries: Iterable[Entry]) -> Part:
    return Part(path=path, name=plain(name), entries=tuple(entries))
