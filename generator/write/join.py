"""Two entries that are one event: one takes the other up, and later runs obey.

The entry that stays names the others in `same_as`. Parting them again takes it back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.content import EntryPage, Page
from generator.content.ledger import Record
from generator.content.plain import plain
from generator.errors import UsageError
from generator.write.absorb import Version, absorb
from generator.write.decide import Settled, entry_of, held, settle, step_for, take_back, text_with
from generator.write.decision_log import Decision
from generator.write.decisions import Told
from generator.write.draft import drafted, steps, with_records
from generator.write.lineage import former, live, with_former
from generator.write.standing import Standing, by_hand
from generator.write.step import Outcome

Records = Mapping[str, Record]


def join(content: Path, keep: str, others: Sequence[str], told: Told) -> tuple[str, ...]:
    """Have one entry take up others, whose ids redirect to it; return the ids taken up.

    What a person wrote into them goes with them.

    Raises:
        UsageError: an entry is unknown, or named twice.

    """
    with held(content) as standing:
        into = entry_of(standing, keep)
        pages = [entry_of(standing, other) for other in others]
        names = tuple(page.id for page in pages)
        if len({into.id, *names}) <= len(names):
            raise UsageError("name two entries or more, each once")
        if take_back(standing, lambda d: d.parts(into.id, names)):
            return names
        settle(standing, *_joined(standing, into, pages, told))
        return names


def _joined(
    standing: Standing, into: Page[EntryPage], pages: Sequence[Page[EntryPage]], told: Told
) -> tuple[Decision, Settled]:
    written = by_hand(standing.chronology, standing.entries, told.readings, told.texts)
    known = {**written, **standing.entries}
    leading = _leading(pages, known, into.id)
    olds = former(known, {into.id}).get(into.id, ())
    kept = _version(into, known)
    for page in pages:
        kept = absorb(kept, _version(page, known))
    new = [own for own in former({**known, **leading}, {into.id})[into.id] if own not in olds]
    fields = {
        **kept.fields,
        **_decided(standing, into, pages),
        "aliases": with_former(into.meta.aliases, new),
    }
    base = kept.record.fields
    if base:
        base = {**base, "aliases": with_former(base.get("aliases", ()), new)}
    record = replace(kept.record, fields=base)
    after = with_records(standing, {**leading, into.id: record})
    text = text_with(standing, into, fields, kept.body)
    taken = {page.id for page in pages}
    here = steps(drafted(after, {into.path: text}, taken), told)
    gone = tuple(
        replace(
            step_for(standing, page, None, leading[page.id]),
            outcome=Outcome.MERGED,
            after=None,
            proposals=(),
        )
        for page in pages
    )
    reports = {report for own in taken if own in known for report in known[own].reports}
    made = Decision(
        command="merge",
        entry=into.id,
        others=tuple(page.id for page in pages),
        reports=tuple(sorted(reports)),
    )
    return made, Settled(steps=(*here, *gone), standing=after)


def _version(page: Page[EntryPage], known: Records) -> Version:
    record = known.get(page.id, Record(id=page.id))
    return Version(fields=plain(page.meta), body=page.body, record=record)


def _leading(pages: Sequence[Page[EntryPage]], known: Records, into: str) -> dict[str, Record]:
    """Return the records of the entries taken up, and of former ids that only a page states."""
    found: dict[str, Record] = {}
    for page in pages:
        found[page.id] = replace(known.get(page.id, Record(id=page.id)), merged_into=into)
        for old in page.meta.aliases:
            if old not in known:
                found[old] = Record(id=old, merged_into=page.id)
    return found


def _decided(
    standing: Standing, into: Page[EntryPage], pages: Sequence[Page[EntryPage]]
) -> dict[str, Any]:
    """Return the decisions of all of these entries, but for what parted them."""
    entries = standing.chronology.entries
    all_of = {into.id, *(page.id for page in pages)}
    same = [own for page in pages for own in (page.id, *page.meta.same_as)]
    apart = [own for page in (into, *pages) for own in page.meta.not_same_as]
    return {
        "same_as": list(dict.fromkeys([*into.meta.same_as, *same])),
        "not_same_as": [
            own
            for own in dict.fromkeys(apart)
            if live(own, standing.entries, entries) not in all_of
        ],
    }
