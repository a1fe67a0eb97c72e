"""Which proposals of different articles are one name.

Spellings that sound alike join; so do a name and its shorter form, but only where there is one
longer form to join: two persons who share a surname stay two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import lexicons
from generator.link.spelling import fold, is_acronym, sound
from generator.model import Entity, NameKind

Key = tuple[str, ...]
"""Sort of a name, and what it is compared by: for a person, its words as they sound."""
SHORT_FORM = 3
"""Letters that a first name must share with its short form: `Dan`, `Daniel`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One proposal of one report."""

    report: str
    entity: Entity
    count: int
    """Mentions in the report."""
    roles: tuple[tuple[str, int], ...] = ()
    """Offices as said, with their counts."""


def groups(nodes: Iterable[Node]) -> tuple[tuple[Node, ...], ...]:
    """Return the proposals that are one name together, in an order of their own."""
    ordered = sorted(
        nodes, key=lambda n: (n.entity.is_place, n.entity.id, n.report, repr(n.entity))
    )
    by_key: dict[Key, list[Node]] = {}
    for node in ordered:
        by_key.setdefault(_key(node.entity), []).append(node)
    target = {key: key for key in by_key}
    by_end = _by_end(by_key)
    for key in by_key:
        roots = {_final(other, by_end) for other in _longer(key, by_end)}
        if len(roots) == 1:
            target[key] = roots.pop()
    for key, other in _acronyms(by_key):
        target[key] = target[other]
    joined: dict[Key, list[Node]] = {}
    for key, members in by_key.items():
        joined.setdefault(target[key], []).extend(members)
    return tuple(tuple(members) for _, members in sorted(joined.items()))


def _key(entity: Entity) -> Key:
    if entity.is_place:
        if entity.geonames is not None or entity.kind in {"region", "city", "water"}:
            return ("place", entity.id)
        return ("site", sound(entity.name.split(", ")[0]), entity.within or "")
    if entity.kind == NameKind.PERSON:
        return ("person", *sound(entity.name).split())
    return ("organisation", _base(fold(entity.name)))


def _base(name: str) -> str:
    """Return a body's name without its legal form: `Norvane` of `Norvane plc`, `Norvane Co. Ltd`.

    What is left must be a name: `Bank of SA` keeps its last word.
    """
    words = name.split()
    while len(words) > 1 and words[-1] in lexicons.lines("en/company_forms"):
        if words[-2] in {"and", "of"}:
            break
        words.pop()
    return " ".join(words)


def _by_end(keys: Iterable[Key]) -> Mapping[Key, Sequence[Key]]:
    """Return names by their sort and first word, and by their sort and last word.

    A shorter form begins or ends as its longer form does, so that few are to be compared.
    """
    found: dict[Key, list[Key]] = {}
    for key in keys:
        for end in _ends(key):
            found.setdefault(end, []).append(key)
    return found


def _ends(key: Key) -> set[Key]:
    return {(key[0], *key[1:2]), (key[0], *key[1:][-1:])}


def _longer(key: Key, by_end: Mapping[Key, Sequence[Key]]) -> set[Key]:
    """Return the names that a name may be short for."""
    near = (other for end in _ends(key) for other in by_end[end])
    return {other for other in near if _is_short_for(key, other)}


def _final(key: Key, by_end: Mapping[Key, Sequence[Key]]) -> Key:
    """Follow a name to its longest form as long as there is only one."""
    seen = {key}
    while True:
        longer = _longer(key, by_end) - seen
        if len(longer) != 1:
            return key
        key = longer.pop()
        seen.add(key)


def _is_short_for(short: Key, long: Key) -> bool:
    """Whether one name is a shorter form of the other."""
    if short[0] != long[0] or short == long:
        return False
    if short[0] == "site":
        return short[1] == long[1] and not short[2] and bool(long[2])
    if short[0] != "person":
        return False
    a, b = short[1:], long[1:]
    if len(a) < 2:  # of signs alone nothing is left to compare
        return bool(a) and len(b) > 1 and a[0] in {b[-1], b[0]}
    if len(a) > len(b) or a[-1] != b[-1]:
        return _is_cut(a, b)
    if len(a) == len(b):
        return _is_first_name_of(a[0], b[0]) and a[1:] == b[1:]
    return _is_first_name_of(a[0], b[0]) or a[0] == b[0]


def _is_cut(a: Key, b: Key) -> bool:
    """Whether the last words were left out: `Tedros Adhanom` of `Tedros Adhanom Ghebreyesus`."""
    return 1 < len(a) < len(b) and b[: len(a)] == a


def _is_first_name_of(short: str, full: str) -> bool:
    """Whether a first name is the initial or the beginning of another."""
    if short == full or len(short) > len(full):
        return False
    return full.startswith(short) and (len(short) == 1 or len(short) >= SHORT_FORM)


def _acronyms(by_key: dict[Key, list[Node]]) -> Iterator[tuple[Key, Key]]:
    """Yield organisations known by letters alone, with the only one that has those letters."""
    holders: dict[str, set[Key]] = {}
    for key, members in by_key.items():
        for node in members:
            for alias in node.entity.aliases:
                if key[0] == "organisation" and is_acronym(alias):
                    holders.setdefault(fold(alias), set()).add(key)
    for key in by_key:
        found = holders.get(key[1], set()) - {key} if key[0] == "organisation" else set()
        if len(found) == 1:
            yield key, next(iter(found))
