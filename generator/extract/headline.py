"""A short neutral headline and a one-sentence gist, in our own words, for one event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator import lexicons
from generator.extract.telling.clause import Clause, find
from generator.extract.telling.copying import longest_run, reworded
from generator.extract.telling.fit import fit, stands
from generator.extract.telling.names import place_name
from generator.extract.telling.pieces import NEEDED, Piece, noun, pieces, plural, subject_of
from generator.extract.telling.speech import speech
from generator.extract.telling.template import plain
from generator.extract.telling.toll import struck
from generator.extract.telling.verb import inflect, past, present
from generator.extract.telling.verbgroup import lemma
from generator.extract.telling.view import Style, View, view
from generator.model import Entity, EventMention, Mode, Reading, Registry, Sentence
from generator.settings import COPY_LIMIT, GIST_LIMIT, HEADLINE_LIMIT

_WITH_CONTENT = 3
"""Pieces of a statement that says something: speaker, verb and what is said."""
_WORD = re.compile(r"\w{3,}")
_OWNER = re.compile(r"\b\w+['’]s\b")
"""Whose something is, which does not say where it happened."""
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
    if longest_run(short, sentence.text) >= COPY_LIMIT:
        short = reworded(short)
    gist = _own_words(told, registry, mention, sentence) or plain(told, registry, mention)
    return short, f"{gist}."


def _short(title: View, registry: Registry, mention: EventMention) -> str | None:
    """Compress the event's clause into a headline, with its place at the end."""
    told = _toll(title, registry, mention)
    if told is not None:
        return told
    material = _material(title, mention)
    line = fit([*material.parts, *material.source], HEADLINE_LIMIT) if material else None
    where = _place(title, registry, mention, _unsourced(line or "", material))
    if material and where is not None:
        line = fit([*material.parts, where, *material.source], HEADLINE_LIMIT) or line
    return line if line and stands(line) else None


def _unsourced(line: str, material: _Material | None) -> str:
    """Return a line without who says so."""
    ends = [words.strip() for p in material.source for words in p.wordings] if material else []
    return next((line.removesuffix(end) for end in ends if line.endswith(end)), line)


def _own_words(
    told: View, registry: Registry, mention: EventMention, sentence: Sentence
) -> str | None:
    """Shorten a gist until it copies no long run of the sentence, or as far as it goes."""
    whole = _toll(told, registry, mention)
    if whole is not None:
        return whole
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
        if shortest is None:
            return line
        for ours in (shortest, reworded(shortest)):
            if longest_run(ours, sentence.text) < COPY_LIMIT:
                return ours
        limit -= 1
    return shortest


def _toll(view: View, registry: Registry, mention: EventMention) -> str | None:
    clause = find(view.tree, mention.trigger)
    line = struck(view, registry, mention, clause) if clause else None
    return line if line and len(line) <= HEADLINE_LIMIT else None


def _material(view: View, mention: EventMention) -> _Material | None:
    """Cut the event's clause into pieces, or None where it gives no sentence."""
    clause = find(view.tree, mention.trigger)
    parts = _parts(view, clause, mention) if clause else None
    if clause is None or parts is None:
        return None
    return _Material(parts=tuple(parts), source=tuple(_source(view, clause, mention)))


def _parts(view: View, clause: Clause, mention: EventMention) -> list[Piece] | None:
    if mention.mode == Mode.STATEMENT:
        told = speech(view, clause)
        if told is not None:
            return told
        if view.tree.child(clause.verb, "ccomp") is not None:
            return None
    elif view.tree.child(clause.verb, "ccomp") is not None and not view.tree.having(
        clause.verb, "dobj"
    ):
        told = speech(view, clause)
        if told is not None or lemma(view, clause.verb) in lexicons.lines("en/telling_verbs"):
            return told
    if view.tree.tokens[-1].text == ":" and not view.tree.having(clause.verb, "dobj"):
        return None
    found = pieces(view, clause)
    if found is None or (mention.mode == Mode.STATEMENT and len(found) < _WITH_CONTENT):
        return None
    if _own_deed(view, clause, found[0]):
        speaker = clause.subject if clause.source is None else clause.source
        many = plural(view, speaker)
        found[0] = noun(view, speaker) or found[0]
        found[1] = Piece(wordings=(_claim(view, clause, many=many),), rank=NEEDED)
    elif mention.mode != Mode.STATEMENT and (own := _of_speaker(view, clause, found[0])):
        found[:2] = own
    return found


def _of_speaker(view: View, clause: Clause, subject: Piece) -> list[Piece] | None:
    """Word `Kenya says its forces hit`, where the one who says it owns the doer."""
    tree = view.tree
    owner = tree.child(clause.subject, "poss")
    speaker = noun(view, clause.source) if clause.source is not None else None
    if speaker is None or owner is None or tree.tokens[owner].tag != "PRP$" or clause.passive:
        return None
    if tree.tokens[owner].text.casefold() not in {"her", "his", "its", "their"}:
        return None
    many = plural(view, clause.source or 0)
    say = (present if view.headline else past)("say", plural=many)
    that = "" if view.headline else " that"
    bare = subject.wordings[-1].removeprefix("the ")
    verb = past(lemma(view, clause.verb), plural=plural(view, clause.subject))
    words = f"{say}{that} {tree.tokens[owner].text.casefold()} {bare} {verb}"
    return [speaker, Piece(wordings=(words,), rank=NEEDED)]


def _own_deed(view: View, clause: Clause, subject: Piece) -> bool:
    """Whether the one who says it is the one who did it."""
    if clause.source is None or clause.passive:
        return False
    word = view.tree.tokens[clause.subject].text.casefold()
    if word in {"i", "we"} and clause.source in view.persons:
        return False
    if word in {"it", "they", "we"}:
        return True
    speaker = noun(view, clause.source)
    return clause.source == clause.subject or (
        speaker is not None and speaker.wordings[0] == subject.wordings[0]
    )


def _claim(view: View, clause: Clause, *, many: bool) -> str:
    """Word a claim about one's own deed: `says it shot down`."""
    tense = present if view.headline else past
    if clause.subject in view.persons or clause.source in view.persons:
        return f"{tense('report', plural=many)} {inflect(lemma(view, clause.verb), 'VBG')}"
    say = tense("say", plural=many)
    that = "" if view.headline else "that "
    return f"{say} {that}{'they' if many else 'it'} {past(lemma(view, clause.verb), plural=many)}"


def _place(view: View, registry: Registry, mention: EventMention, line: str) -> Piece | None:
    """Name the place where the words do not."""
    place = registry.places.get(mention.places[0]) if mention.places else None
    if place is None or mention.mode == Mode.STATEMENT or place.kind == "country":
        return None
    told = [registry.places[p] for p in mention.places if p in registry.places]
    owners_out = _OWNER.sub("", line)
    if _named(told, line) or _named(_holders(registry, place), owners_out):
        return None
    the = "the " if place.kind == "water" and not view.headline else ""
    where = f"{_towards(view, place)} {the}{place_name(place)}"
    return Piece(wordings=(where,), rank=1)


def _named(places: list[Entity], line: str) -> bool:
    said = set(_WORD.findall(line.casefold()))
    return any(said.intersection(_WORD.findall(p.name.casefold())) - _kinds() for p in places)


def _holders(registry: Registry, place: Entity) -> list[Entity]:
    """Return what a place lies in: a line that names its country needs no town in it."""
    found: list[Entity] = []
    above = registry.places.get(place.within or "")
    while above is not None and above not in found:
        found.append(above)
        above = registry.places.get(above.within or "")
    return found


def _kinds() -> frozenset[str]:
    return frozenset(lexicons.lines("en/place_words"))


def _towards(view: View, place: Entity) -> str:
    """Return the preposition that the text has before the place: `near` is not `in`."""
    tokens = view.tree.tokens
    named = [i for i in sorted(view.located) if view.names.get(i) == place_name(place)]
    heads = (tokens[tokens[i].head] for i in named if tokens[i].dep == "pobj")
    said = (h.text.casefold() for h in heads if h.dep == "prep")
    usual = "at" if place.kind == "site" else "in"
    return next((word for word in said if word in _BESIDE), usual)


def _speaker(view: View, clause: Clause, mention: EventMention) -> list[Piece]:
    """Name the speaker of a statement whose sentence leaves it to another one."""
    if mention.mode != Mode.STATEMENT:
        return []
    names = [name for role, name, _ in view.referents if role in {"speaker", "agent"}]
    tells = view.tree.tokens[clause.verb].lemma.casefold() in lexicons.lines("en/telling_verbs")
    told = {word for text in view.names.values() for word in text.split()}
    if not names or tells or told.intersection(names[0].split()):
        return []
    said = "says" if view.headline else "said"
    return [Piece(wordings=(f", {names[0]} {said}",), rank=NEEDED)]


def _is_speaker(view: View, subject: Piece | None) -> bool:
    """Whether the subject, a pronoun perhaps, is the one who is known to say it."""
    speakers = [name for role, name, _ in view.referents if role == "speaker"]
    return subject is not None and subject.wordings[0] in speakers[:1]


def _source(view: View, clause: Clause, mention: EventMention) -> list[Piece]:
    """Say who says so, where the text does not say it itself."""
    subject = subject_of(view, clause)
    if clause.source is None:
        return [] if _is_speaker(view, subject) else _speaker(view, clause, mention)
    speaker = noun(view, clause.source)
    if subject is not None and _of_speaker(view, clause, subject):
        return []
    own = view.tree.tokens[clause.subject].text.casefold() in {"i", "it", "they", "we"}
    if speaker is None or own or (subject is not None and _own_deed(view, clause, subject)):
        return []
    say = (present if view.headline else past)("say", plural=plural(view, clause.source))
    texts = tuple(f", {words} {say}" for words in speaker.wordings)
    return [Piece(wordings=texts, rank=NEEDED)]
