"""What the rules look at, and how they say what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.check.records import Records
from generator.content import Chronology, Page
from generator.content.schema import Strict
from generator.errors import Finding

Texts = Callable[[str], str | None]
"""From a report's id to its text, None where it is not at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Pages of one chronology under check: all of the registry, some of the entries."""

    name: str
    """The content folder's name, which findings' paths begin with."""
    chronology: Chronology
    """The pages that could be read."""
    records: Records
    """What the generator last wrote."""
    present: frozenset[str] = frozenset()
    """Folder and id of all pages there are, unread ones among them: `actors/x`."""
    texts: Texts = lambda _report: None
    """The reports that are at hand."""
    names: Callable[[str], Mapping[str, str]] = lambda _kind: {}
    """From a folder to the ids of its pages by id and by each name, in small letters."""

    def finding(self, page: Page[Strict], key: str, code: str, message: str, fix: str) -> Finding:
        """Say something of a field of a page."""
        return Finding(f"{self.name}/{page.path}", page.line(key), key, code, message, fix)

    def pages(self) -> Iterator[Page[Strict]]:
        """Yield all pages of the chronology but the site's own."""
        chronology = self.chronology
        yield from chronology.entries.values()
        yield from chronology.actors.values()
        yield from chronology.places.values()
        yield from chronology.topics.values()
