"""How a reading is shown: coloured for people, and as the JSON that other tools rely on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from generator import console, link
from generator.model import Entity, Mention, NameKind, Reading, Registry, Span

STYLES = {
    NameKind.PERSON: "bold magenta",
    NameKind.ORGANISATION: "bold blue",
    NameKind.STATE: "bold green",
    NameKind.GROUP: "bold green",
    NameKind.PLACE: "bold cyan",
}


def show(reading: Reading, registry: Registry) -> None:
    """Print what was read in an article, coloured, for people."""
    article = reading.article
    console.tell(article.title or article.id, "bold underline")
    published = article.published
    console.tell(
        f"{article.publisher or 'publisher unknown'}, "
        + (
            f"{published.date} ({published.origin}: {published.evidence})"
            if published
            else "undated"
        )
    )
    console.tell("")
    console.out.print(_coloured(reading))
    _list("Taken away", (f"{b.text}  ({b.rule})" for b in article.boilerplate))
    _list(
        "Times",
        (f"{t.text}  {t.type} {t.value}  {t.edtf or '-'}  {t.anchor}" for t in reading.timexes),
    )
    _list("Names", _names(reading, registry))
    _list("Events", _events(reading))


def _coloured(reading: Reading) -> Text:
    text = Text(console.plain(reading.article.text))
    for mention in reading.mentions:
        text.stylize(STYLES[mention.kind], mention.start, mention.end)
    for timex in reading.timexes:
        text.stylize("yellow underline", timex.start, timex.end)
    for event in reading.events:
        for figure in event.figures:
            text.stylize("bold red", figure.start, figure.end)
    return text


def _list(title: str, items: Iterator[str]) -> None:
    rows = list(items)
    if rows:
        console.tell(f"\n{title}", "bold")
        for row in rows:
            console.tell(f"  {row}")


def _names(reading: Reading, registry: Registry) -> Iterator[str]:
    seen: dict[tuple[str | None, str | None], list[str]] = {}
    for mention in reading.mentions:
        seen.setdefault((mention.actor, mention.place), []).append(mention.text)
    for (actor, place), texts in seen.items():
        known = (registry.actors.get(actor or ""), registry.places.get(place or ""))
        names = " / ".join(f"{e.id} ({e.name}, {e.kind})" for e in known if e)
        yield f"{', '.join(dict.fromkeys(texts))}  {names or 'unknown'}"


def _events(reading: Reading) -> Iterator[str]:
    for event in reading.events:
        date = event.date.edtf if event.date else "undated"
        yield f"{date}  {event.kind} ({event.mode})  {event.headline}"


def as_json(reading: Reading, registry: Registry) -> dict[str, object]:
    """Return one line of `dateline read --json` (the contract of design 5)."""
    article = reading.article
    return {
        "id": article.id,
        "title": article.title,
        "published": article.dct.isoformat() if article.dct else None,
        "publisher": article.publisher,
        "language": article.language,
        "text": article.text,
        "boilerplate": [line.text for line in article.boilerplate],
        "times": [
            {**_span(t), "text": t.text, "type": t.type, "value": t.value} for t in reading.timexes
        ],
        "names": [row for m in reading.mentions for row in _named(m, registry)],
        "events": [
            {
                **_span(event.quotes[0]),
                "date": event.date.edtf if event.date else None,
                "kind": event.kind,
                "mode": event.mode,
                "actors": list(event.actors),
                "places": list(event.places),
                "figures": [
                    {
                        "what": f.what,
                        "value": f.value,
                        "bound": f.bound.value,
                        "unit": f.unit,
                        "by": f.by,
                    }
                    for f in event.figures
                ],
            }
            for event in reading.events
        ],
    }


def _span(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _named(mention: Mention, registry: Registry) -> Iterator[dict[str, object]]:
    """Yield a name, and the state that a longer one holds: `Peru` of `Peru's health ministry`."""
    kind = mention.kind.value
    yield {
        **_span(mention),
        "text": mention.text,
        "kind": kind,
        **_identity(mention, registry),
    }
    if (inner := link.embedded(mention, registry)) is not None:
        span, state = inner
        text = mention.text[span.start - mention.start : span.end - mention.start]
        place = registry.places.get(state)
        yield {
            **_span(span),
            "text": text,
            "kind": NameKind.STATE.value,
            "id": state,
            **_point(place),
        }


def _identity(mention: Mention, registry: Registry) -> dict[str, object]:
    """Return whom or what a name stands for; a demonym lies where its state does."""
    ids = (mention.actor, mention.place)
    where = mention.place or (mention.actor if mention.adjective else None)
    return {
        "id": (ids[1] or ids[0]) if mention.kind is NameKind.PLACE else (ids[0] or ids[1]),
        **_point(registry.places.get(where or "")),
    }


def _point(place: Entity | None) -> dict[str, object]:
    return {"lat": place.lat if place else None, "lon": place.lon if place else None}
