"""What one entry brings into another that takes it up, and what leaves with a report.

Both are done alike to the page and to what the machine last wrote to it: so what a person had
added to either page, or taken out of it, stays a person's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.content.ledger import Record
from generator.write.paragraphs import added
from generator.write.threeway import item_key, merge

_LISTS = ("actors", "places", "topics")
_OWN = ("aliases", "same_as", "not_same_as", "status", "withdrawn_reason", "background")
"""Fields that say how it is with an entry itself, and not what happened."""

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An entry's page, and what the machine last wrote to it."""

    fields: Fields
    """Front matter as it stands."""
    body: str
    """Body as it stands."""
    record: Record
    """What the machine last wrote."""


def absorb(ours: Version, other: Version) -> Version:
    """Return an entry with what another brings.

    What the machine wrote there becomes the machine's here. What a person wrote there is written
    here as well, or offered where a field has room for one value only.
    """
    base = absorbed(ours.record.fields, other.record.fields)
    told = merge(ours.record.fields, ours.fields, base, frozenset(ours.record.theirs)).value
    theirs = {**{key: told[key] for key in _OWN if key in told}, **_content(other.fields)}
    before = {**{key: told[key] for key in _OWN if key in told}, **_content(other.record.fields)}
    carried = merge(before, told, theirs, frozenset(ours.record.theirs))
    new = added(other.record.body, other.body, ours.body)
    record = replace(
        ours.record,
        fields=base if ours.record.fields else {},
        offered={
            **ours.record.offered,
            **other.record.offered,
            **{wish.field: wish.machine for wish in carried.proposals if wish.machine is not None},
        },
        traces=_once(ours.record.traces, other.record.traces),
        dates=_once(ours.record.dates, other.record.dates),
        reasons=_once(ours.record.reasons, other.record.reasons),
    )
    body = "\n\n".join(part for part in (ours.body, *new) if part)
    return Version(fields=carried.value, body=body, record=record)


def absorbed(fields: Fields, other: Fields) -> dict[str, Any]:
    """Return an entry's fields with the items of another's."""
    kept = dict(fields)
    for name in _LISTS:
        kept[name] = list(_once(fields.get(name, ()), other.get(name, ())))
    for name, inner in (("figures", "claims"), ("sources", "quotes")):
        kept[name] = _joined(name, inner, fields.get(name, ()), other.get(name, ()))
    kept["sources"].sort(key=lambda source: str(source.get("report", "")))
    return {key: value for key, value in kept.items() if value != []}


def shed(fields: Fields, reports: Collection[str]) -> dict[str, Any]:
    """Return an entry's fields without what only these reports say."""
    return _only(fields, lambda report: report not in reports)


def told_by(fields: Fields, reports: Collection[str]) -> dict[str, Any]:
    """Return an entry's sources and figures of these reports."""
    own = {key: fields[key] for key in ("figures", "sources") if key in fields}
    return _only(own, lambda report: report in reports)


def _content(fields: Fields) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in _OWN}


def _once(ours: Sequence[Any], others: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys([*ours, *others]))


def _joined(name: str, inner: str, ours: Sequence[Fields], others: Sequence[Fields]) -> list[Any]:
    found = {item_key(name, item): dict(item) for item in ours}
    for item in others:
        here = found.setdefault(item_key(name, item), dict(item))
        items = [*here.get(inner, ()), *item.get(inner, ())]
        if items:
            here[inner] = [one for at, one in enumerate(items) if one not in items[:at]]
    return list(found.values())


def _only(fields: Fields, wanted: Callable[[str | None], bool]) -> dict[str, Any]:
    kept = dict(fields)
    kept["sources"] = [one for one in fields.get("sources", ()) if wanted(one.get("report"))]
    kept["figures"] = [
        {**figure, "claims": claims}
        for figure in fields.get("figures", ())
        if (claims := [claim for claim in figure["claims"] if wanted(claim.get("source"))])
    ]
    return {key: value for key, value in kept.items() if value != []}
