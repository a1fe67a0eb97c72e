"""What a run keeps of what it would not write anew.

Taking an article away takes nothing back, and neither does a name that another comes to bear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from generator.content import ActorPage, Page
from generator.content.ledger import Record
from generator.write.threeway import item_key

_GROWING = ("actors", "places", "topics")


def carried(last: Record, new: Record, absent: Set[str]) -> Record:
    """Return an entry's new record with what the absent reports had brought."""
    if not absent:
        return new
    traces = [*new.traces, *(trace for trace in last.traces if trace.report in absent)]
    dates = [*new.dates, *(date for date in last.dates if date.report in absent)]
    reasons = [*new.reasons, *(why for why in last.reasons if absent & {why.a, why.b})]
    return replace(
        new,
        fields=_fields(last.fields, new.fields, absent),
        body=last.body,
        traces=tuple(sorted(traces, key=lambda trace: (trace.report, trace.trigger))),
        dates=tuple(sorted(dates, key=lambda date: date.report)),
        reasons=tuple(sorted(dict.fromkeys(reasons), key=lambda why: (why.a, why.b))),
    )


def shared_names(actors: Mapping[str, Page[ActorPage]]) -> frozenset[str]:
    """Return the actors of which a name is another's as well: it may be left unlinked."""
    owners: dict[str, set[str]] = {}
    for page in actors.values():
        for name in (page.meta.name, *page.meta.aliases):
            owners.setdefault(name.casefold(), set()).add(page.id)
    return frozenset(own for ids in owners.values() if len(ids) > 1 for own in ids)


def still_named(last: Record, new: Record, shared: Set[str]) -> Record:
    """Return an entry's new record with the actors that it named before their names were shared."""
    before, now = last.fields.get("actors", ()), new.fields.get("actors", ())
    if not any(own in shared and own not in now for own in before):
        return new
    kept = [own for own in before if own in shared or own in now]
    actors = list(dict.fromkeys([*kept, *now]))
    return replace(new, fields={**new.fields, "actors": actors})


def _fields(last: Mapping[str, Any], new: Mapping[str, Any], absent: Set[str]) -> dict[str, Any]:
    """Keep what absent reports said.

    It can be weighed again only when they are back: until then the fields that are made from
    all reports together stay, and lists grow.
    """
    kept = {**last, "aliases": new.get("aliases", [])}  # of ids the ledger knows, not the reports
    for name in _GROWING:
        items = list(dict.fromkeys([*last.get(name, ()), *new.get(name, ())]))
        if items:
            kept[name] = items
    sources = [s for s in last.get("sources", ()) if s.get("report") in absent]
    kept["sources"] = sorted(
        [*new.get("sources", ()), *sources], key=lambda source: str(source.get("report", ""))
    )
    figures = _figures(last.get("figures", ()), new.get("figures", ()), absent)
    if figures:
        kept["figures"] = figures
    return {key: value for key, value in kept.items() if value != []}


def grown(last: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return an actor's or place's new fields: other names are only added, facts only replaced."""
    kept = {**last, **new}
    aliases = list(dict.fromkeys([*last.get("aliases", ()), *new.get("aliases", ())]))
    if aliases:
        kept["aliases"] = aliases
    return kept


def _figures(
    last: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], absent: Set[str]
) -> list[dict[str, Any]]:
    found = {item_key("figures", figure): dict(figure) for figure in new}
    for figure in last:
        old = [claim for claim in figure["claims"] if claim.get("source") in absent]
        if not old:
            continue
        here = found.setdefault(item_key("figures", figure), {**figure, "claims": []})
        here["claims"] = [*here["claims"], *old]
        here["claims"].sort(key=lambda claim: str(claim.get("source", "")))
    return list(found.values())
