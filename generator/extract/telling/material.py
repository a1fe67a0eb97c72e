"""What a line about one event is made of: its clause in pieces, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from generator import lexicons
from generator.extract.telling.clause import Clause, find
from generator.extract.telling.harm import harmed
from generator.extract.telling.pieces import NEEDED, Piece, noun, pieces, plural, subject_of
from generator.extract.telling.speech import speech, speech_behind
from generator.extract.telling.turned import turned
from generator.extract.telling.verb import inflect, past, present
from generator.extract.telling.verbgroup import lemma
from generator.extract.telling.view import View
from generator.model import EventMention, Mode

_WITH_CONTENT = 3
"""Pieces of a statement that says something: speaker, verb and what is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a line is made of."""

    parts: tuple[Piece, ...]
    source: tuple[Piece, ...]
    """Who says so, last."""
    turned: tuple[Piece, ...] | None = None
    """The parts the other way round, where grammar allows it."""


def material(view: View, mention: EventMention) -> Material | None:
    """Cut the event's clause into pieces, or None where it gives no sentence."""
    clause = find(view.tree, mention.trigger)
    parts = _parts(view, clause, mention) if clause else None
    if clause is None or parts is None:
        return None
    other_way = _turned(view, clause, mention, parts)
    return Material(
        parts=tuple(parts),
        source=tuple(_source(view, clause, mention)),
        turned=tuple(other_way) if other_way is not None else None,
    )


def _turned(
    view: View, clause: Clause, mention: EventMention, parts: list[Piece]
) -> list[Piece] | None:
    """Word the clause the other way round, where it tells no deed of the one who says so."""
    if view.tree.child(clause.verb, "ccomp") is not None:
        return speech_behind(view, clause)
    own = _own_deed(view, clause, parts[0]) or _of_speaker(view, clause, parts[0]) is not None
    return None if own else turned(view, clause)


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
    found = harmed(view, clause) or pieces(view, clause)
    if found is None:
        return None
    if mention.mode == Mode.STATEMENT and len(found) - _told_how(view, clause) < _WITH_CONTENT:
        return None
    if _own_deed(view, clause, found[0]):
        speaker = clause.subject if clause.source is None else clause.source
        many = plural(view, speaker)
        found[0] = noun(view, speaker) or found[0]
        if not view.planned:  # `X to build a plant`: a promise is its own claim
            found[1] = Piece(wordings=(_claim(view, clause, many=many),), rank=NEEDED)
    elif mention.mode != Mode.STATEMENT and (own := _of_speaker(view, clause, found[0])):
        found[:2] = own
    return found


def _told_how(view: View, clause: Clause) -> bool:
    """Whether it is told only in what words are said: `she said in a statement`."""
    messages = lexicons.lines("en/message_nouns")
    preps = view.tree.having(clause.verb, "prep")
    return any(lemma(view, o) in messages for p in preps for o in view.tree.having(p, "pobj"))


def _of_speaker(view: View, clause: Clause, subject: Piece) -> list[Piece] | None:
    """Word `Kenya says its forces hit`, where the one who says it owns the doer."""
    tree = view.tree
    owner = tree.child(clause.subject, "poss")
    speaker = noun(view, clause.source) if clause.source is not None else None
    if speaker is None or owner is None or tree.tokens[owner].tag != "PRP$" or clause.passive:
        return None
    if view.planned:
        return None
    person = clause.source in view.persons
    if tree.tokens[owner].text.casefold() not in ({"her", "his"} if person else {"its", "their"}):
        return None
    many = plural(view, clause.source or 0)
    say = (present if view.now else past)("say", plural=many)
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
    if word == "they" and not plural(view, clause.source):
        return False
    if word in {"it", "they", "we"}:
        return True
    speaker = noun(view, clause.source)
    return clause.source == clause.subject or (
        speaker is not None and speaker.wordings[0] == subject.wordings[0]
    )


def _claim(view: View, clause: Clause, *, many: bool) -> str:
    """Word a claim about one's own deed: `says it shot down`."""
    tense = present if view.now else past
    word = view.tree.tokens[clause.subject].text.casefold()
    person = bool({clause.subject, clause.source} & view.persons) or word in {"he", "she"}
    if person:
        return f"{tense('report', plural=many)} {inflect(lemma(view, clause.verb), 'VBG')}"
    say = tense("say", plural=many)
    that = "" if view.headline else "that "
    done = past(lemma(view, clause.verb), plural=many)
    return f"{say} {that}{'they' if many else 'it'} {done}"


def _speaker(view: View, clause: Clause, mention: EventMention) -> list[Piece]:
    """Name the speaker of a statement whose sentence leaves it to another one."""
    if mention.mode != Mode.STATEMENT:
        return []
    names = [name for role, name, _ in view.referents if role in {"speaker", "agent"}]
    tells = view.tree.tokens[clause.verb].lemma.casefold() in lexicons.lines("en/telling_verbs")
    told = {word for text in view.names.values() for word in text.casefold().split()}
    if not names or tells or told.intersection(names[0].casefold().split()):
        return []
    if lemma(view, clause.verb) in lexicons.lines("en/stance_verbs"):
        return []
    said = "says" if view.now else "said"
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
    word = view.tree.tokens[clause.subject].text.casefold()
    own = word in {"i", "it", "they", "we"} or (subject is None and word in {"he", "she"})
    if speaker is None or own or (subject is not None and _own_deed(view, clause, subject)):
        return []
    say = (present if view.now else past)("say", plural=plural(view, clause.source))
    texts = tuple(f", {words} {say}" for words in speaker.wordings)
    return [Piece(wordings=texts, rank=NEEDED)]
