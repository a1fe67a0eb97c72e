"""Plain headlines by kind of event, for sentences whose grammar gives none."""

from __future__ import annotations

from generator import lexicons
from generator.extract.telling.fit import assemble
from generator.extract.telling.names import actor_name
from generator.extract.telling.numerals import in_words
from generator.extract.telling.phrase import phrase
from generator.extract.telling.pieces import NEEDED, Piece
from generator.extract.telling.view import View
from generator.model import Bound, EventMention, Figure, Mode, Registry
from generator.settings import HEADLINE_LIMIT

_BOUNDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.ABOUT: "about ",
    Bound.UP_TO: "up to ",
    Bound.FEWER_THAN: "fewer than ",
}
_TOLLS = ("killed", "injured", "missing", "arrested", "displaced")


def plain(view: View, registry: Registry, mention: EventMention) -> str:
    """Word an event by its noun, place and toll, or a statement by its speaker."""
    if mention.mode == Mode.STATEMENT:
        return _comment(view, registry, mention)
    what = _noun(view, mention)
    place = registry.places.get(mention.places[0]) if mention.places else None
    if place is not None and place.name.casefold() not in what.casefold():
        what = f"{what} in {place.name}"
    toll = ", ".join(_toll(f) for f in mention.figures if f.what in _TOLLS)
    if view.headline:
        line = f"{what}: {toll}" if toll and len(what) + len(toll) < HEADLINE_LIMIT - 2 else what
    else:
        line = f"{what} {_was(view, mention)} reported" + (f", with {toll}" if toll else "")
    return assemble([Piece(wordings=(line,), rank=NEEDED)])


def _was(view: View, mention: EventMention) -> str:
    head = view.tree.head_of(mention.trigger)
    many = head is not None and view.tree.tokens[head].tag in {"NNS", "NNPS"}
    return "were" if many else "was"


def _comment(view: View, registry: Registry, mention: EventMention) -> str:
    speakers = [a.actor for a in mention.arguments if a.role in {"speaker", "agent"}]
    named = next((n for n in (actor_name(registry, a) for a in speakers) if n), None)
    others = [a for a in mention.actors if a not in speakers]
    about = next((n for n in (actor_name(registry, a) for a in others) if n), None)
    topic = about or _topic(view, mention)
    verb = "comments" if view.headline else "commented"
    return f"{named or 'An official'} {verb}" + (f" on {topic}" if topic else "")


def _topic(view: View, mention: EventMention) -> str | None:
    """Name what the speech is about: the object, or else the subject, of what is said."""
    tree = view.tree
    said = tree.head_of(mention.trigger)
    content = tree.child(said, "ccomp") if said is not None else None
    if content is None:
        return None
    nouns = tree.having(content, "dobj", "nsubj", "attr")
    texts = (phrase(view, n, level=2) for n in nouns if tree.tokens[n].pos in {"NOUN", "PROPN"})
    return next((t for t in texts if t), None)


def _noun(view: View, mention: EventMention) -> str:
    """Name the event by its own noun phrase, or by the kind's."""
    head = view.tree.head_of(mention.trigger)
    if head is not None and view.tree.tokens[head].pos in {"NOUN", "PROPN"}:
        for level in (1, 2, 3):
            text = phrase(view, head, level=level)
            if text and len(text) <= HEADLINE_LIMIT // 2:
                return text
    labels = {row[0]: row[1].lower() for row in lexicons.table("en/event_kinds")}
    noun = labels.get(mention.kind, mention.kind) if mention.kind != "other" else "event"
    return noun if view.headline else f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _toll(figure: Figure) -> str:
    return f"{_BOUNDS.get(figure.bound, '')}{in_words(figure.value)} {figure.what}"
