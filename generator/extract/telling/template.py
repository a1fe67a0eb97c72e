"""Plain headlines by kind of event, for sentences whose grammar gives none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator import lexicons
from generator.extract.telling.fit import assemble
from generator.extract.telling.names import actor_name, place_name
from generator.extract.telling.numerals import in_words
from generator.extract.telling.phrase import phrase
from generator.extract.telling.pieces import NEEDED, Piece
from generator.extract.telling.toll import BOUNDS
from generator.extract.telling.tree import VERBAL
from generator.extract.telling.verb import inflect
from generator.extract.telling.verbgroup import lemma
from generator.extract.telling.view import View
from generator.extract.telling.where import beside
from generator.model import Entity, EventMention, Figure, Mode, Registry
from generator.settings import HEADLINE_LIMIT

_POSSESSIVE = re.compile(r"\b(?:her|his|its|my|our|their) ")
"""Whose, of somebody whom a bare noun does not name."""
_SAYS_ENOUGH = 3
"""Words of a noun phrase from which a headline needs no verb."""
NOTHING = "Event reported"
"""Headline of a deed that no clause, name or place tells."""
UNNAMED = "Statement by official"
"""The headline of words whose speaker and content have no name."""
_TOLLS = ("killed", "injured", "missing", "arrested", "displaced")


def plain(view: View, registry: Registry, mention: EventMention) -> str:
    """Word an event by its noun, place and toll, or a statement by its speaker."""
    if mention.mode == Mode.STATEMENT:
        return _comment(view, registry, mention)
    what = _noun(view, mention)
    place = registry.places.get(mention.places[0]) if mention.places else None
    if place is not None:
        what = what.removesuffix(f" {_where(view, mention, place)}")
    named = place is None or place_name(place).casefold() in what.casefold()
    where = "" if place is None or named else f" {_where(view, mention, place)}"
    toll = ", ".join(_tolls(mention.figures)) or _count(mention)
    if mention.mode == Mode.PLANNED:
        return _plan(view, registry, mention, f"{what}{where}")
    word = view.tree.tokens[view.tree.head_of(mention.trigger) or 0]
    if toll and (word.pos in VERBAL or _is_toll(word.lemma, mention.figures)):
        return _toll_first(view, mention, toll, place)
    if place is None and not toll and " " not in what.strip():
        what = _with_actors(what, registry, mention)
    if view.headline and toll and len(what + where + toll) < HEADLINE_LIMIT - 2:
        line = f"{what}{where}: {toll}"
    else:
        told = _reported(view, mention)
        known = told == "reported" and len(f"{what}{where}".split()) > _SAYS_ENOUGH
        line = f"{what}{where}" if known else f"{what} {told}{where}"
    return assemble([Piece(wordings=(line,), rank=NEEDED)])


def bare(view: View, registry: Registry, mention: EventMention) -> str:
    """Word an event by its kind and place alone: no words of the text but the names."""
    if mention.mode == Mode.STATEMENT:
        return _comment(view, registry, mention)
    place = registry.places.get(mention.places[0]) if mention.places else None
    where = f" {_where(view, mention, place)}" if place is not None else ""
    line = f"{_label(view, mention)} {_reported(view, mention, many=False)}{where}"
    return assemble([Piece(wordings=(line,), rank=NEEDED)])


def _reported(view: View, mention: EventMention, *, many: bool | None = None) -> str:
    """Say of an event what such events are: `were held`, in a headline `held`."""
    kinds = {row[0]: row[3] for row in lexicons.table("en/event_kinds")}
    told = "planned" if mention.mode == Mode.PLANNED else kinds.get(mention.kind, "reported")
    if view.headline:
        return told
    return f"{_was(view, mention) if many is None else 'was'} {told}"


def _tolls(figures: Iterable[Figure]) -> Iterator[str]:
    """Word each toll once, the highest of one sort."""
    for what in _TOLLS:
        most = max((f for f in figures if f.what == what), key=lambda f: f.value, default=None)
        if most is not None:
            yield f"{BOUNDS.get(most.bound, '')}{in_words(most.value)} {what}"


def _is_toll(noun: str, figures: Iterable[Figure]) -> bool:
    """Whether a noun says what a figure counts: `one death`, of those killed."""
    counted = {f.what for f in figures}
    rows = lexicons.table("en/toll_words")
    return any(what in counted and noun.startswith(stem) for what, stem in rows)


def _count(mention: EventMention) -> str:
    """Word the first figure that counts things, where there is no toll."""
    counted = (f for f in mention.figures if f.unit is None and " " in f.what)
    return next((f"{BOUNDS.get(f.bound, '')}{in_words(f.value)} {f.what}" for f in counted), "")


def _with_actors(what: str, registry: Registry, mention: EventMention) -> str:
    names = [n for n in (actor_name(registry, a) for a in mention.actors) if n]
    return f"{what} involving {' and '.join(names[:2])}" if names else what


def _where(view: View, mention: EventMention, place: Entity) -> str:
    """Say where: what is shot down over water is not in it."""
    over = place.kind == "water" and mention.kind == "interception"
    the = "the " if place.kind == "water" and not view.headline else ""
    inside = beside(view, place) or ("at" if place.kind == "site" else "in")
    return f"{'over' if over else inside} {the}{place_name(place)}"


def _toll_first(view: View, mention: EventMention, toll: str, place: Entity | None) -> str:
    """Word a toll or count alone: `Five killed, two injured in Lima`."""
    where = f" {_where(view, mention, place)}" if place else ""
    line = f"{toll}{where}"
    if not view.headline:
        first, *others = (part.rpartition(" ") for part in toll.split(", "))
        noun = (
            ""
            if " " in first[0].removeprefix("at least ").removeprefix("more than ")
            else (" person" if first[0].endswith("one") else " people")
        )
        were = "was" if first[0].endswith("one") else "were"
        rest = "".join(f" and {count} {what}" for count, _, what in others)
        line = f"{first[0]}{noun} {were} {first[2]}{rest}{where}"
    return assemble([Piece(wordings=(line,), rank=NEEDED)])


def _plan(view: View, registry: Registry, mention: EventMention, what: str) -> str:
    """Word what is set for later, by the verb of the text where it has one."""
    head = view.tree.head_of(mention.trigger)
    names = (actor_name(registry, a) for a in mention.actors)
    who = next((n for n in names if n), None)
    if who is None and head is not None and view.tree.tokens[head].pos == "VERB":
        line = f"{_deed(view, mention, head)} {'planned' if view.headline else 'was planned'}"
    elif head is None or view.tree.tokens[head].pos != "VERB":
        line = f"{what} planned" if view.headline else f"{what} was planned"
    else:
        things = view.tree.having(head, "dobj")
        passive = view.tree.child(head, "auxpass") is not None
        word = f"be {inflect(lemma(view, head), 'VBN')}" if passive else lemma(view, head)
        parts = [view.tree.tokens[p].text for p in view.tree.having(head, "prt")]
        verb = " ".join([word, *parts, *(phrase(view, t, level=2) for t in things[:1])])
        line = f"{who} {'' if view.headline else 'was '}to {verb}"
    return assemble([Piece(wordings=(line,), rank=NEEDED)])


def _deed(view: View, mention: EventMention, verb: int) -> str:
    """Name a plan by its kind, or by the verb where the kind says nothing: `an opening`."""
    if mention.kind != "other":
        return _label(view, mention)
    noun = inflect(lemma(view, verb), "VBG")
    return noun if view.headline else f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _was(view: View, mention: EventMention) -> str:
    head = view.tree.head_of(mention.trigger)
    many = head is not None and view.tree.tokens[head].tag in {"NNS", "NNPS"}
    return "were" if many and _noun(view, mention) != _label(view, mention) else "was"


def _comment(view: View, registry: Registry, mention: EventMention) -> str:
    speakers = [a.actor for a in mention.arguments if a.role in {"speaker", "agent"}]
    named = next((n for n in (actor_name(registry, a) for a in speakers) if n), None)
    others = [a for a in mention.actors if a not in speakers]
    about = next((n for n in (actor_name(registry, a) for a in others) if n), None)
    topic = about or _topic(view, mention)
    topic = None if topic == named else topic
    on = f" on {topic}" if topic else ""
    if view.headline:
        return f"Statement by {named}{on}" if named else f"{UNNAMED}{on}"
    return f"{named or 'An official'} made a statement{on}"


def _topic(view: View, mention: EventMention) -> str | None:
    """Name what the speech is about: the object, or else the subject, of what is said."""
    tree = view.tree
    said = tree.head_of(mention.trigger)
    content = tree.child(said, "ccomp") if said is not None else None
    if content is None:
        return None
    nouns = tree.having(content, "dobj", "nsubj", "attr")
    idle = lexicons.lines("en/idle_objects")
    named = (n for n in nouns if tree.tokens[n].pos in {"NOUN", "PROPN"})
    texts = (phrase(view, n, level=2) for n in named if tree.tokens[n].lemma not in idle)
    return next((t for t in texts if t and not t.startswith(("no ", "any "))), None)


def _noun(view: View, mention: EventMention) -> str:
    """Name the event by its own noun phrase, or by the kind's."""
    head = view.tree.head_of(mention.trigger)
    if head is not None and view.tree.tokens[head].pos in {"NOUN", "PROPN"}:
        for level in (1, 2, 3):
            text = _POSSESSIVE.sub("" if view.headline else "the ", phrase(view, head, level=level))
            if text and len(text) <= HEADLINE_LIMIT // 2:
                return text
    return _label(view, mention)


def _label(view: View, mention: EventMention) -> str:
    """Name the kind of event: `launch`, in running text `a launch`."""
    labels = {row[0]: row[1].lower() for row in lexicons.table("en/event_kinds")}
    noun = labels.get(mention.kind, mention.kind) if mention.kind != "other" else "event"
    return noun if view.headline else f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
