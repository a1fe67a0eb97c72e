"""Words that tell an event: the lexicon's, with what must stand with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator import lexicons
from generator.extract.conditions import holds
from generator.extract.counting_words import people
from generator.extract.scene import Scene

_PARTS = frozenset({"AUX", "NOUN", "PROPN", "VERB"})
_OWN = frozenset({"court", "custody", "office", "talks", "vote"})
"""Families whose noun is the event, whatever noun stands before it: `a murder trial`."""
CONSEQUENCES = frozenset({"death", "damage", "rescue", "outage"})
"""Kinds that another event may have caused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the lexicon."""

    kind: str
    needs: tuple[tuple[str, frozenset[str]], ...]
    """Each condition with the lemmas that satisfy it; no lemmas: any."""
    weak: bool
    """Whether the word tells an event only where something else anchors it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A token that tells an event."""

    token: int
    kind: str
    weak: bool
    verb: bool


@cache
def _rows() -> dict[tuple[str, str], tuple[Row, ...]]:
    rows: dict[tuple[str, str], list[Row]] = {}
    for lemma, pos, kind, *rest in lexicons.table("en/triggers"):
        needs, weak = [], False
        for need in rest[0].split() if rest else []:
            name, _, values = need.partition("=")
            weak = weak or name == "weak"
            if name != "weak":
                needs.append((name, frozenset(values.split("|")) if values else frozenset()))
        row = Row(kind=kind, needs=tuple(needs), weak=weak)
        rows.setdefault((lemma, pos), []).append(row)
    return {key: tuple(sorted(value, key=_strength)) for key, value in rows.items()}


def _strength(row: Row) -> tuple[int, int, bool, str]:
    named = sum(1 for _, values in row.needs if values)
    return -named, -len(row.needs), row.weak, row.kind


@cache
def family(kind: str) -> str:
    """Return the family of a kind; kinds of one family may tell one event."""
    return {row[0]: row[2] for row in lexicons.table("en/event_kinds")}.get(kind, kind)


def triggers(scene: Scene) -> list[Trigger]:
    """Return the sentence's event words in the order of the text."""
    found = []
    for index, token in enumerate(scene.tree.tokens):
        if token.pos not in _PARTS or _within_name(scene, index):
            continue
        if token.dep in {"amod", "compound"} and token.pos != "NOUN":
            continue
        if token.dep in {"aux", "auxpass"} or _names_another(scene, index):
            continue
        pos = "v" if token.pos in {"VERB", "AUX"} else "n"
        lemma = scene.lower(index)
        # The lemmatiser strips too much of some forms: `fined` to `fin`.
        rows = _rows().get((lemma, pos)) or _rows().get((f"{lemma}e", pos), ())
        row = next((r for r in rows if _satisfied(scene, index, r)), None)
        if row is not None:
            found.append(Trigger(token=index, kind=row.kind, weak=row.weak, verb=pos == "v"))
    return found


def _names_another(scene: Scene, index: int) -> bool:
    """Whether a noun only says which trial, worker or chief is meant: `the murder trial`."""
    token = scene.tree.tokens[index]
    if token.dep != "compound" or token.head == index:
        return False
    above = scene.lower(token.head)
    kinds = {family(row.kind) for row in _rows().get((above, "n"), ())}
    return above in people() or bool(kinds & _OWN)


def _within_name(scene: Scene, index: int) -> bool:
    """Whether a word is part of a name or of a time: `Strike Force Bravo`, `on 16 March`."""
    token = scene.tree.tokens[index]
    return any(part.overlaps(token) for part in (*scene.mentions, *scene.timexes))


def _satisfied(scene: Scene, index: int, row: Row) -> bool:
    return all(holds(scene, index, name, values) for name, values in row.needs)
