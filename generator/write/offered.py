"""The entries that reports would make, offered to an editor instead of written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.content.ledger import Record
from generator.model import Entity
from generator.write.decisions import Told
from generator.write.run import Plan
from generator.write.standing import stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What reports would make of an otherwise empty chronology."""

    entries: tuple[Record, ...]
    """Fields and body of each entry, by date."""
    pages: Mapping[str, str]
    """Texts of the pages of names that have none, by their paths under the content folder."""


def offered(told: Told, entities: Sequence[Entity], content: Path) -> Offered:
    """Return the entries that are told, with the topics of a content folder."""
    standing = replace(stand(content, ("actors", "places", "topics")), records={}, entries={})
    steps = tuple(Plan(standing, told, entities).steps())
    found = [one.record for one in steps if one.kind == "entries" and one.record and one.after]
    pages = {
        one.path: one.after
        for one in steps
        if one.kind != "entries" and one.before is None and one.after is not None
    }
    found.sort(key=lambda record: (record.fields.get("date") or "9999", record.id))
    return Offered(entries=tuple(found), pages=pages)
