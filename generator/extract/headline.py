"""A short neutral headline and a one-sentence gist, in our own words, for one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from generator.copying import copies, reworded
from generator.extract.telling.clause import find
from generator.extract.telling.fit import assemble, shrunk, stands
from generator.extract.telling.material import Material, material
from generator.extract.telling.pieces import NEEDED, Piece
from generator.extract.telling.quoted import quoted
from generator.extract.telling.template import bare, plain
from generator.extract.telling.toll import struck
from generator.extract.telling.view import Style, View, view
from generator.extract.telling.where import where
from generator.model import EventMention, Mode, Reading, Registry
from generator.settings import GIST_LIMIT, HEADLINE_LIMIT


def headline(reading: Reading, registry: Registry, mention: EventMention) -> tuple[str, str]:
    """Return the headline and the gist of an event as one article tells it."""
    sentence = next(s for s in reading.sentences if s.index == mention.sentences[0])
    title = view(reading, registry, mention, sentence, Style.HEADLINE)
    if (ahead := _quotation(reading, registry, mention, title)) is not None:
        return ahead
    told, now = (replace(title, style=style) for style in (Style.PROSE, Style.CHRONICLE))
    text = reading.article.text
    short = _own(_lines(title, registry, mention), text, HEADLINE_LIMIT)
    # In the present, and without articles, a line still says more than that there was a statement.
    last = [short] if short and mention.mode is Mode.STATEMENT else []
    lines = chain(_lines(told, registry, mention), _lines(now, registry, mention), last)
    gist = _own(lines, text, GIST_LIMIT) or _plainly(told, registry, mention, text)
    return short or _plainly(title, registry, mention, text), f"{gist}."


def _quotation(
    reading: Reading, registry: Registry, mention: EventMention, title: View
) -> tuple[str, str] | None:
    """Word a statement by the quotation in the sentence after it."""
    after = next((s for s in reading.sentences if s.index == mention.sentences[0] + 1), None)
    if after is None or title.tree.tokens[-1].text != ":":
        return None
    told = []
    for style, limit in ((Style.HEADLINE, HEADLINE_LIMIT), (Style.PROSE, GIST_LIMIT)):
        words = replace(title, style=style)
        parts = quoted(words, view(reading, registry, mention, after, style), mention)
        lines = (assemble(left) for left in shrunk(parts)) if parts else iter(())
        told.append(_own((line for line in lines if stands(line)), reading.article.text, limit))
    return (told[0], f"{told[1]}.") if told[0] and told[1] else None


def _plainly(view: View, registry: Registry, mention: EventMention, text: str) -> str:
    """Word an event by its noun, or by its kind alone."""
    limit = HEADLINE_LIMIT if view.headline else GIST_LIMIT
    line = _own([plain(view, registry, mention)], text, limit)
    return line or bare(view, registry, mention)


def _own(lines: Iterable[str], text: str, limit: int) -> str | None:
    """Return the fullest line that fits and copies no long run of the text."""
    for line in lines:
        if len(line) <= limit and not copies(line, text):
            return line
        if len(line) <= limit and not copies(ours := reworded(line), text):
            return ours
    return None


def _lines(view: View, registry: Registry, mention: EventMention) -> Iterator[str]:
    """Word an event by its clause, from the fullest to the barest."""
    clause = find(view.tree, mention.trigger)
    if clause is not None and (told := struck(view, registry, mention, clause)):
        yield told
    found = material(view, mention)
    if found is not None:
        lines = _of_clause(view, registry, mention, found)
        yield from (line for line in lines if stands(line, enough=_enough(mention)))


def _enough(mention: EventMention) -> int:
    """Return how few words tell an event: two where its verb does, as `Government falls`."""
    return 3 if mention.mode is Mode.STATEMENT or mention.kind == "other" else 2


def _of_clause(
    view: View, registry: Registry, mention: EventMention, told: Material
) -> Iterator[str]:
    """Word the clause in full, the other way round, and then with less and less."""
    straight = _placed(view, registry, mention, told.parts, told.source)
    # A headline is rather shorter than the other way round; running text has the room.
    yield from straight if view.headline else islice(straight, 1)
    if told.turned is not None:
        yield from islice(_placed(view, registry, mention, told.turned, told.source), 2)
    yield from straight


def _placed(
    view: View,
    registry: Registry,
    mention: EventMention,
    parts: tuple[Piece, ...],
    source: tuple[Piece, ...],
) -> Iterator[str]:
    """Word pieces with the place at the end, in running text at the head as well."""
    limit = HEADLINE_LIMIT if view.headline else GIST_LIMIT
    fits = (assemble(left) for left in shrunk(parts) if len(assemble(left)) <= limit)
    full = next(fits, assemble(parts))
    place = where(view, registry, mention, full, full)
    if view.headline:
        placed = (*parts, *((place,) if place else ()), *source)
        for left in shrunk(placed):
            told = [p for p in left if p not in source and p is not place]
            lost = where(view, registry, mention, assemble(told), full) if place is None else None
            if lost is not None:
                yield assemble([*told, lost, *(p for p in left if p in source)])
            yield assemble(left)
        return
    for left in shrunk((*parts, *source)):
        told = [p for p in left if p not in source]
        place = where(view, registry, mention, assemble(told), full)
        if place is not None and " that " in left[1].wordings[0]:
            yield assemble([*told, place, *(p for p in left if p in source)])
        elif place is not None:
            yield assemble([_ahead(place), *left])
        else:
            yield assemble(left)
            yield from (assemble([_opening(who), *told]) for who in source)
        local = next((p for p in left if p.local), None)
        if local is not None:
            yield assemble([_ahead(local), *(p for p in left if p is not local)])
    yield from (assemble(left) for left in shrunk((*parts, *source)))


def _opening(source: Piece) -> Piece:
    """Word who says so for the head of a sentence: `Officials said that`."""
    return replace(source, wordings=(f"{source.wordings[0].removeprefix(', ')} that",))


def _ahead(place: Piece) -> Piece:
    """Word a place for the head of a sentence."""
    return replace(place, wordings=(f"{place.wordings[0]},",), rank=NEEDED)
