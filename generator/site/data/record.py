"""From a page of the chronology to its record as data; all text is folded to plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from generator import edtf
from generator.content import Claim, FigurePage, Source
from generator.site import addresses
from generator.site.body import first_words
from generator.site.catalogue import Entry
from generator.site.data.shape import (
    ActorData,
    ClaimData,
    FigureData,
    Located,
    Named,
    PlaceData,
    Record,
    SourceData,
    TellsData,
    TopicData,
    When,
)
from generator.site.rendering import Rendering
from generator.site.rows import worded
from generator.site.text import plain


def record(site: Rendering, entry: Entry) -> Record:
    """Return an entry as data."""
    meta, catalogue = entry.meta, site.catalogue
    path = addresses.entry(entry.id)
    reported = sorted((s.published for s in meta.sources if s.published), key=edtf.sort_key)
    return Record(
        id=entry.id,
        url=_address(site, path),
        title=plain(meta.title),
        date=_when(site, entry),
        kind=meta.kind,
        status=meta.status,
        background=meta.background,
        actors=tuple(
            Named(id=name, name=_name(name, catalogue.actors.get(name)))
            for name in dict.fromkeys(meta.actors)
        ),
        places=_places(site, tuple(dict.fromkeys(meta.places))),
        topics=tuple(
            Named(id=name, name=_name(name, catalogue.topics.get(name)))
            for name in dict.fromkeys(meta.topics)
        ),
        source_count=len(meta.sources),
        summary=plain(first_words(site.body(entry.body, entry.path, path))),
        first_reported=reported[0] if reported else None,
        last_reported=reported[-1] if reported else None,
        figures=tuple(map(_figure, meta.figures)),
        sources=tuple(map(_source, meta.sources)),
    )


def actors(site: Rendering) -> tuple[ActorData, ...]:
    """Return every actor, in the order of their ids."""
    return tuple(
        ActorData(
            id=key,
            url=_address(site, addresses.actor(key)),
            name=plain(page.meta.name),
            kind=page.meta.kind,
            aliases=tuple(map(plain, page.meta.aliases)),
            role=_line(page.meta.role),
            affiliation=page.meta.affiliation,
            country=page.meta.country,
            wikidata=page.meta.wikidata,
            entry_count=len(site.catalogue.by_actor.get(key, ())),
        )
        for key, page in site.catalogue.actors.items()
    )


def places(site: Rendering) -> tuple[PlaceData, ...]:
    """Return every place, in the order of their ids."""
    return tuple(
        PlaceData(
            id=key,
            url=_address(site, addresses.place(key)),
            name=plain(page.meta.name),
            kind=page.meta.kind,
            aliases=tuple(map(plain, page.meta.aliases)),
            country=page.meta.country,
            within=page.meta.within,
            lat=page.meta.lat,
            lon=page.meta.lon,
            geonames=page.meta.geonames,
            wikidata=page.meta.wikidata,
            entry_count=len(site.catalogue.by_place.get(key, ())),
        )
        for key, page in site.catalogue.places.items()
    )


def topics(site: Rendering) -> tuple[TopicData, ...]:
    """Return every topic, in the order of their ids."""
    return tuple(
        TopicData(
            id=key,
            url=_address(site, addresses.topic(key)),
            name=plain(page.meta.name),
            parent=page.meta.parent,
            entry_count=len(site.catalogue.by_topic.get(key, ())),
        )
        for key, page in site.catalogue.topics.items()
    )


def _when(site: Rendering, entry: Entry) -> When | None:
    if entry.meta.date is None:
        return None
    date = edtf.parse(entry.meta.date)
    return When(
        edtf=date.text,
        lower=date.lower,
        upper=date.upper,
        precision=date.precision,
        approximate=date.approximate,
        uncertain=date.uncertain,
        said=site.rows.said(entry),
    )


def _places(site: Rendering, names: Sequence[str]) -> tuple[Located, ...]:
    pages, wider = site.catalogue.places, site.catalogue.around
    around = {outer for name in names for outer in wider.get(name, ())}
    found = []
    for name in names:
        meta = pages[name].meta if name in pages else None
        found.append(
            Located(
                id=name,
                name=plain(meta.name) if meta else worded(name),
                kind=meta.kind if meta else None,
                lat=meta.lat if meta else None,
                lon=meta.lon if meta else None,
                around=name in around,
            )
        )
    return tuple(found)


def _figure(figure: FigurePage) -> FigureData:
    return FigureData(
        what=plain(figure.what),
        place=figure.place,
        unit=_line(figure.unit),
        claims=tuple(map(_claim, figure.claims)),
    )


def _claim(claim: Claim) -> ClaimData:
    return ClaimData(
        value=claim.value, bound=claim.bound.value, by=_line(claim.by), source=_line(claim.source)
    )


def _source(source: Source) -> SourceData:
    return SourceData(
        key=plain(source.key),
        publisher=_line(source.publisher),
        title=_line(source.title),
        url=source.url,
        archive=source.archive,
        published=source.published,
        tells=TellsData(date=tells.date, actors=tells.actors, places=tells.places)
        if (tells := source.tells)
        else None,
        quotes=tuple(plain(quote.exact) for quote in source.quotes),
    )


def _name(key: str, page: object) -> str:
    meta = getattr(page, "meta", None)
    return plain(meta.name) if meta is not None else worded(key)


def _line(text: str | None) -> str | None:
    return plain(text) if text is not None else None


def _address(site: Rendering, path: str) -> str:
    return site.options.url + addresses.url(path, directories=site.options.directories)
