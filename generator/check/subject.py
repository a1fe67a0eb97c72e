"""What the rules look at, and how they say what they find."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.content import Chronology, Page
from generator.content.ledger import Record
from generator.content.schema import Strict
from generator.errors import Finding

Texts = Callable[[str], str | None]
"""From a report's id to its text, None where it is not at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One chronology under check."""

    name: str
    """The content folder's name, which findings' paths begin with."""
    chronology: Chronology
    """The pages that could be read."""
    present: frozenset[str] = frozenset()
    """Paths of all pages, those that could not be read among them: `actors/x`."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """What the generator last wrote, by entry."""
    texts: Texts = lambda _report: None
    """The reports that are at hand."""

    def finding(self, page: Page[Strict], key: str, code: str, message: str, fix: str) -> Finding:
        """Say something of a field of a page."""
        return Finding(f"{self.name}/{page.path}", page.line(key), key, code, message, fix)
