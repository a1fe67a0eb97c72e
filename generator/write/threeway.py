"""Three-way reconciliation: what the machine last wrote, what stands now, what it would write.

Untouched by people is updated; touched is kept, and the machine's new value is a proposal; lists
are merged item by item, and an item that a person removed does not return. What a person wrote
stays theirs where the machine comes to write the same and later something else: so the fields and
items that people own are remembered beside what the machine wrote. From an entry that a person
touched the machine takes no item without being let, and in a reviewed one it replaces nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

ITEM_KEYS: Mapping[str, tuple[str, ...]] = {
    "figures": ("what", "place", "unit"),
    "sources": ("report", "url", "title"),
}
"""What names an item of a list of mappings; other items are named by all they hold."""

FREE = frozenset({"aliases"})
"""Lists that the machine alone looks after: each id leads to one entry."""

WHOLE = frozenset({"quotes"})
"""Lists taken whole: trimmed by a person and anew by the machine, they would exceed the limit."""


class Hold(IntEnum):
    """What the machine may not do to what people have left as it wrote it, without being let."""

    NOTHING = 0
    """The page is the machine's own."""
    ITEMS = 1
    """A person touched the page: no item is taken out."""
    ALL = 2
    """A person reviewed it: nothing is replaced either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A value that the machine would write over a person's."""

    field: str
    """Dotted, list items by what names them: `figures.killed.claims`."""
    yours: Any
    """What stands in the file; None where it was taken out."""
    machine: Any
    """What the machine would write; None where it would take it out."""
    base: Any = None
    """What counts as last written once a person decided; None where that is `machine`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The outcome for one value."""

    value: Any
    """What the file should hold; None for nothing."""
    base: Any
    """What the next run takes as last written by the machine, removed items included."""
    theirs: frozenset[str] = frozenset()
    """Fields and items that a person wrote."""
    proposals: tuple[Proposal, ...] = ()
    """What the machine would have written over a person's edits."""


def merge(
    last: Any,
    now: Any,
    new: Any,
    theirs: Set[str] = frozenset(),
    field: str = "",
    hold: Hold = Hold.NOTHING,
) -> Merged:
    """Reconcile one value; None stands for what is absent."""
    untouched = now == last and not any(_inside(own, field) for own in theirs)
    if untouched and (hold is Hold.NOTHING or new == now or now is None or field in FREE):
        return Merged(value=new, base=new)
    if isinstance(now, dict) and isinstance(new, dict):
        return _mappings(last if isinstance(last, dict) else {}, now, new, theirs, field, hold)
    lists = all(value is None or isinstance(value, list) for value in (last, now, new))
    if lists and field.rpartition(".")[2] not in WHOLE:
        return _lists(last or [], now or [], new or [], theirs, field, hold)
    if untouched and hold is not Hold.ALL:
        return Merged(value=new, base=new)
    own = frozenset() if untouched else frozenset({field})
    if new in (last, now):
        return Merged(value=now, base=new, theirs=own)
    # The base stays, so that the proposal stands until a person takes or refuses it.
    wish = Proposal(field=field, yours=now, machine=new)
    return Merged(value=now, base=last, theirs=own, proposals=(wish,))


def item_key(field: str, item: Any) -> str:
    """Return what names an item of a list."""
    if not isinstance(item, dict):
        return repr(item)
    names = ITEM_KEYS.get(field.rpartition(".")[2])
    if field.rpartition(".")[2] == "sources":
        return next((str(item[key]) for key in ITEM_KEYS["sources"] if key in item), "")
    if names:
        return " ".join(str(item[key]) for key in names if key in item)
    return repr(sorted(item.items()))


def _inside(own: str, field: str) -> bool:
    return not field or own == field or own.startswith(f"{field}.")


def _mappings(
    last: Mapping[str, Any],
    now: Mapping[str, Any],
    new: Mapping[str, Any],
    theirs: Set[str],
    field: str,
    hold: Hold,
) -> Merged:
    parts = {
        key: merge(
            last.get(key),
            now.get(key),
            new.get(key),
            theirs,
            f"{field}.{key}" if field else key,
            hold,
        )
        for key in dict.fromkeys([*now, *new, *last])
    }
    return Merged(
        value={key: part.value for key, part in parts.items() if part.value is not None},
        base={key: part.base for key, part in parts.items() if part.base is not None},
        theirs=frozenset(own for part in parts.values() for own in part.theirs),
        proposals=tuple(wish for part in parts.values() for wish in part.proposals),
    )


def _lists(
    last: Sequence[Any],
    now: Sequence[Any],
    new: Sequence[Any],
    theirs: Set[str],
    field: str,
    hold: Hold,
) -> Merged:
    before, here, after = (_by_key(items, field) for items in (last, now, new))
    kept: dict[str, Any] = {}
    base = after | before | after  # in the machine's new order, or a person's would pass for it
    own: set[str] = set()
    proposals: list[Proposal] = []
    for key, item in here.items():
        path = f"{field}.{key}"
        if key not in before or path in theirs:
            own.add(path)
        if key in after:
            part = merge(before.get(key), item, after[key], theirs, path, hold)
            proposals.extend(part.proposals)
            own |= part.theirs
            kept[key], base[key] = part.value, part.base
        elif item != before.get(key) or path in own:
            kept[key] = item
        elif hold is Hold.NOTHING or field in FREE:
            del base[key]  # the machine's own, and it takes it back
        else:
            kept[key] = item
            proposals.append(Proposal(field=path, yours=item, machine=None))
    value, keys = list(kept.values()), list(kept)
    _insert_new(value, keys, [key for key in after if key not in before], after)
    return Merged(
        value=value or None,
        base=list(base.values()) or None,
        theirs=frozenset(own),
        proposals=tuple(proposals),
    )


def _insert_new(
    value: list[Any], keys: list[str], added: Sequence[str], after: Mapping[str, Any]
) -> None:
    """Put the machine's new items behind the ones they follow in its own order."""
    order = list(after)
    for key in added:
        if key in keys:
            continue
        earlier = [keys.index(k) for k in order[: order.index(key)] if k in keys]
        place = max(earlier, default=-1) + 1
        value.insert(place, after[key])
        keys.insert(place, key)


def _by_key(items: Sequence[Any], field: str) -> dict[str, Any]:
    """Name each item; a second one of the same name is numbered, so that none is lost."""
    found: dict[str, Any] = {}
    for item in items:
        key = base = item_key(field, item)
        number = 2
        while key in found:
            key, number = f"{base} {number}", number + 1
        found[key] = item
    return found
