"""Where each id leads: an id is given once, and whatever happens to its entry it leads somewhere.

The ledger is the one place that says so. A record whose entry was renamed or taken up points to
the entry that it leads to now; the aliases in the front matter are made from these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.content import EntryPage, Page
from generator.content.ledger import Record

Records = Mapping[str, Record]
Pages = Mapping[str, Page[EntryPage]]


def end(own: str, records: Records) -> str:
    """Return the entry that an id leads to: itself, where it was neither renamed nor taken up."""
    seen = {own}
    while (record := records.get(own)) is not None and record.merged_into is not None:
        if record.merged_into in seen:
            return own
        own = record.merged_into
        seen.add(own)
    return own


def live(own: str, records: Records, pages: Pages) -> str:
    """Return the entry that an id leads to; of ids that a person wrote, the pages say where."""
    found = own if own in pages else end(own, records)
    if found in pages or found in records:
        return found
    return next((page.id for page in pages.values() if found in page.meta.aliases), found)


def taken_up(records: Records, entry: str) -> tuple[str, ...]:
    """Return the entries that went into another, which their reports tell as well."""
    return tuple(
        own
        for own, record in sorted(records.items())
        if record.merged_into is not None and record.traces and end(own, records) == entry
    )


def former(records: Records, standing: Collection[str]) -> dict[str, list[str]]:
    """Return the ids that lead to each entry, sorted; those `standing` are entries themselves."""
    living = {own: records[own] for own in records if own not in standing}
    found: dict[str, list[str]] = {}
    for own in sorted(living):
        into = end(own, living)
        if into != own:
            found.setdefault(into, []).append(own)
    return found


def with_former(stated: Iterable[str], olds: Iterable[str]) -> list[str]:
    """Return the former ids that a page states, and behind them those that lead to it as well."""
    return list(dict.fromkeys([*stated, *olds]))
