"""The ledger as the rules ask for it: one year at a time, and of that only what is asked for."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from generator.content import ledger
from generator.content.ledger import Record
from generator.content.paths import LEDGER, safe_path
from generator.errors import DatelineError, Finding

_ID = re.compile(r'"id": ?"([a-z0-9-]{1,120})"')
_REPORT = re.compile(r'"report": ?"([^"\\]{1,200})"')
_KEPT = 2
"""Years held at once: pages are checked in the order of their years."""


class Records:
    """What the generator last wrote, by entry.

    `wanted` are the entries that are asked for; None means that all are, and that every line of
    the ledger is looked at.
    """

    def __init__(self, content: Path, wanted: Collection[str] | None = None) -> None:
        self._content = content
        self._wanted = None if wanted is None else {*wanted}
        self._years: OrderedDict[str, Mapping[str, Record]] = OrderedDict()
        self._findings: dict[str, Finding | None] = {}

    def get(self, entry: str) -> Record | None:
        """Return the record of an entry, None where the generator wrote none."""
        year = ledger.entry_file(entry)
        if self._wanted is not None and entry not in self._wanted:
            self._wanted.add(entry)
            self._years.pop(year, None)
        return self._year(year).get(entry)

    def __contains__(self, entry: str) -> bool:
        return self.get(entry) is not None

    def findings(self) -> tuple[Finding, ...]:
        """Return what cannot be read in the ledger, so far as it was asked for."""
        try:
            names = [path.stem for path in self._files()]
        except DatelineError as error:
            return (self._finding(error),)
        if self._wanted is None:
            for name in (name for name in names if name not in self._findings):
                self._year(name)
        return tuple(found for found in self._findings.values() if found)

    @cached_property
    def reports(self) -> frozenset[str]:
        """The reports that the ledger names anywhere."""
        try:
            rows = (row for path in self._files() for row in _rows(path))
            return frozenset(found for row in rows for found in _REPORT.findall(row))
        except (DatelineError, OSError, ValueError):
            return frozenset()

    def _year(self, name: str) -> Mapping[str, Record]:
        if name in self._years:
            self._years.move_to_end(name)
            return self._years[name]
        found: dict[str, Record] = {}
        self._findings.setdefault(name, None)
        try:
            path = safe_path(self._content, f"{LEDGER}/{name}.jsonl")
            for number, row in enumerate(_rows(path) if path.is_file() else (), start=1):
                if self._wanted is None or not set(_ID.findall(row)).isdisjoint(self._wanted):
                    record = ledger.parse(row, f"{path}:{number}")
                    found[record.id] = record
        except (DatelineError, OSError, ValueError) as error:
            self._findings[name] = self._finding(error)
        self._years[name] = found
        while len(self._years) > _KEPT:
            self._years.popitem(last=False)
        return found

    def _files(self) -> Iterator[Path]:
        folder = safe_path(self._content, LEDGER)
        yield from (path for path in sorted(folder.glob("*.jsonl")) if ledger.is_part(path.stem))

    def _finding(self, error: Exception) -> Finding:
        name, fix = f"{self._content.name}/{LEDGER}", "Restore the file as the generator wrote it."
        return Finding(name, 0, "", "E080", str(error), fix)


def _rows(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file
