"""A short neutral headline and a one-sentence gist, in our own words, for one event."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.telling.clause import Clause, find
from generator.extract.telling.copying import longest_run
from generator.extract.telling.fit import fit, stands
from generator.extract.telling.pieces import NEEDED, Piece, noun, pieces, plural
from generator.extract.telling.speech import speech
from generator.extract.telling.template import plain
from generator.extract.telling.verb import past, present
from generator.extract.telling.verbgroup import lemma
from generator.extract.telling.view import Style, View, view
from generator.model import EventMention, Mode, Reading, Registry, Sentence
from generator.settings import COPY_LIMIT, GIST_LIMIT, HEADLINE_LIMIT

_BESIDE = frozenset({"above", "around", "below", "near", "off", "outside", "over", "under"})
"""Prepositions that say something else than `in`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """What a line is made of."""

    parts: tuple[Piece, ...]
    source: tuple[Piece, ...]
    """Who says so, last."""


def headline(reading: Reading, registry: Registry, mention: EventMention) -> tuple[str, str]:
    """Return the headline and the gist of an event as one article tells it."""
    sentence = next(s for s in reading.sentences if s.index == mention.sentences[0])
    title, told = (
        view(reading, registry, mention, sentence, style) for style in (Style.HEADLINE, Style.PROSE)
    )
    short = _short(title, registry, mention) or plain(title, registry, mention)
    gist = _own_words(told, registry, mention, sentence) or plain(told, registry, mention)
    return short, f"{gist}."


def _short(title: View, registry: Registry, mention: EventMention) -> str | None:
    """Compress the event's clause into a headline, with its place at the end."""
    material = _material(title, mention)
    line = fit([*material.parts, *material.source], HEADLINE_LIMIT) if material else None
    where = _place(title, registry, mention, line or "")
    if material and where is not None:
        line = fit([*material.parts, where, *material.source], HEADLINE_LIMIT) or line
    return line if line and stands(line) else None


def _own_words(
    told: View, registry: Registry, mention: EventMention, sentence: Sentence
) -> str | None:
    """Shorten a gist until it copies no long run of the sentence, or as far as it goes."""
    material = _material(told, mention)
    shortest, limit = None, GIST_LIMIT
    while material and (line := fit([*material.parts, *material.source], limit)):
        if not stands(line):
            break
        where = _place(told, registry, mention, line)
        ahead = [Piece(wordings=(f"{where.wordings[0]},",), rank=NEEDED)] if where else []
        limit = len(line)
        shortest = fit(
            [*ahead, *material.parts, *material.source],
            limit + sum(len(p.wordings[0]) + 1 for p in ahead),
        )
        if shortest is None or longest_run(shortest, sentence.text) < COPY_LIMIT:
            return shortest or line
        limit -= 1
    return shortest


def _material(view: View, mention: EventMention) -> _Material | None:
    """Cut the event's clause into pieces, or None where it gives no sentence."""
    clause = find(view.tree, mention.trigger)
    parts = _parts(view, clause, mention) if clause else None
    if clause is None or parts is None:
        return None
    return _Material(parts=tuple(parts), source=tuple(_source(view, clause)))


def _parts(view: View, clause: Clause, mention: EventMention) -> list[Piece] | None:
    if mention.mode == Mode.STATEMENT:
        told = speech(view, clause)
        if told is not None:
            return told
        if view.tree.child(clause.verb, "ccomp") is not None:
            return None
    found = pieces(view, clause)
    if found is not None and clause.source == clause.subject:
        many = plural(view, clause.subject)
        found[1] = Piece(wordings=(_claim(view, clause, many=many),), rank=NEEDED)
    return found


def _claim(view: View, clause: Clause, *, many: bool) -> str:
    """Word a claim about one's own deed: `says it shot down`."""
    say = (present if view.headline else past)("say", plural=many)
    that = "" if view.headline else "that "
    return f"{say} {that}{'they' if many else 'it'} {past(lemma(view, clause.verb), plural=many)}"


def _place(view: View, registry: Registry, mention: EventMention, line: str) -> Piece | None:
    """Name the place where the words do not."""
    place = registry.places.get(mention.places[0]) if mention.places else None
    if place is None or mention.mode == Mode.STATEMENT or place.kind == "country":
        return None
    named = any(
        registry.places[p].name.casefold() in line.casefold()
        for p in mention.places
        if p in registry.places and registry.places[p].kind != "country"
    )
    return None if named else Piece(wordings=(f"{_towards(view)} {place.name}",), rank=1)


def _towards(view: View) -> str:
    """Return the preposition that the text has before the place: `near` is not `in`."""
    tokens = view.tree.tokens
    heads = (tokens[tokens[i].head] for i in sorted(view.located) if tokens[i].dep == "pobj")
    said = (h.text.casefold() for h in heads if h.dep == "prep")
    return next((word for word in said if word in _BESIDE), "in")


def _source(view: View, clause: Clause) -> list[Piece]:
    """Say who says so, where the text does not say it itself."""
    if clause.source is None or clause.source == clause.subject:
        return []
    speaker = noun(view, clause.source)
    if speaker is None:
        return []
    say = (present if view.headline else past)("say", plural=plural(view, clause.source))
    texts = tuple(f", {words} {say}" for words in speaker.wordings)
    return [Piece(wordings=texts, rank=NEEDED)]
