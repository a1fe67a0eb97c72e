"""Two states of a content folder: what a revision holds, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.changes.leaves import Difference, differences
from generator.content import EntryPage, Page, Source, revision
from generator.content.frontmatter import Document, RefusedError, parse, read, text_of
from generator.content.revision import Changed
from generator.content.schema import Strict
from generator.content.tree import kind_of, misplaced, page_of
from generator.errors import Finding

_APART = ("date", "status", "withdrawn_reason")
"""Fields of an entry that are told in lists of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """One page that is there before and after, or on one side alone."""

    kind: str
    """Its folder: `entries`, `actors`, `places`, `topics`, or `site`."""
    before: Page[Strict] | None
    """As it was."""
    after: Page[Strict] | None
    """As it is."""
    differences: tuple[Difference, ...] = ()
    """Field by field, of a page that is on both sides."""
    leads_to: str | None = None
    """Of an entry that is gone: the one that bears its id as a former one."""

    @property
    def page(self) -> Page[Strict]:
        """The page as it is, or as it was where it is gone."""
        return cast("Page[Strict]", self.after or self.before)

    def value(self, name: str) -> tuple[str | None, str | None]:
        """Return a field's value before and after."""
        was, now = (getattr(page.meta, name) if page else None for page in self._both)
        return was, now

    def rest(self) -> tuple[Difference, ...]:
        """Return the differences but those that are told apart: the date, withdrawing."""
        told = {"date"} if self.kind == "entries" else set()
        if self.withdrawn:
            told |= {*_APART}
        return tuple(one for one in self.differences if one.field not in told)

    @property
    def renamed(self) -> bool:
        """Whether it is the same page under another id."""
        return self.before is not None and self.after is not None and (
            self.before.id != self.after.id
        )  # fmt: skip

    @property
    def moved(self) -> bool:
        """Whether an entry stands elsewhere on the timeline."""
        was, now = self.value("date") if self.kind == "entries" and all(self._both) else ("", "")
        return was != now

    @property
    def withdrawn(self) -> bool:
        """Whether an entry is withdrawn by the change."""
        if self.kind != "entries" or self.after is None:
            return False
        was, now = self.value("status")
        return now == "withdrawn" != was

    def sources(self) -> Iterator[Source]:
        """Yield the sources that an entry has now and had not before."""
        old, now = (
            {source.key: source for source in page.meta.sources} if page else {}
            for page in (cast("Page[EntryPage] | None", one) for one in self._both)
        )
        yield from (source for key, source in now.items() if key not in old)

    @property
    def _both(self) -> tuple[Page[Strict] | None, Page[Strict] | None]:
        return self.before, self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that is not as it was."""

    pages: tuple[PageChange, ...] = ()
    """By path."""
    unread: tuple[str, ...] = ()
    """Paths, from the content folder's name on, of pages now there that cannot be read."""
    unsound: tuple[str, ...] = ()
    """The same of pages that can be read in part."""


def changes(content: Path, base: str) -> Changes:
    """Compare a content folder with a revision; only pages that changed are read."""
    files = [one for one in revision.changed(content, base) if one.path.endswith(".md")]
    old = _old(content, files)
    now: dict[str, Page[Strict]] = {}
    unread: list[str] = []
    unsound: list[str] = []
    for path in (one.path for one in files if one.after):
        name = f"{content.name}/{path}"
        page, findings = page_of(path, name, _document(content, path, name), partly=True)
        if page is not None:
            now[path] = page
        if findings:
            (unsound if page is not None else unread).append(name)
    return Changes(
        pages=tuple(_paired(old, now, {*unread}, content.name)),
        unread=tuple(unread),
        unsound=tuple(unsound),
    )


def _paired(
    old: Mapping[str, Page[Strict]], now: Mapping[str, Page[Strict]], unread: set[str], name: str
) -> Iterator[PageChange]:
    """Yield each page with what it was; a new entry that bears a gone one's id is the same page."""
    bearers = {
        alias: path
        for path, page in now.items()
        if kind_of(path) == "entries"
        for alias in cast("Page[EntryPage]", page).meta.aliases
    }
    gone = {path: page for path, page in old.items() if path not in now}
    before = {path: old[path] for path in now if path in old}
    for path, page in sorted(gone.items()):
        new = bearers.get(page.id) if kind_of(path) == "entries" else None
        if new is not None and new not in before:
            before[new] = page
            del gone[path]
    for path in sorted({*now, *gone}):
        kind, after, was = kind_of(path), now.get(path), before.get(path) or gone.get(path)
        if after is None and f"{name}/{path}" in unread:
            continue
        both = differences(was, after) if was and after else ()
        to = bearers.get(was.id) if was and after is None else None
        leads = now[to].id if to else None
        yield PageChange(kind=kind, before=was, after=after, differences=both, leads_to=leads)


def _old(content: Path, files: list[Changed]) -> dict[str, Page[Strict]]:
    """Read the pages that the revision holds, as far as they can be read."""
    names = {one.path: one.before for one in files if one.before}
    texts = revision.texts(content, sorted(set(names.values())))
    found = {}
    for path, name in names.items():
        try:
            document = parse(text_of(texts[name]))
        except (RefusedError, KeyError):
            continue
        page, _ = page_of(path, path, document, partly=True)
        if page is not None:
            found[path] = page
    return found


def _document(content: Path, path: str, name: str) -> Document | Finding:
    wrong = misplaced(path)
    if wrong:
        return Finding(name, 0, "", *wrong)
    if any((content / part).is_symlink() for part in (Path(path), *Path(path).parents)):
        return Finding(name, 0, "", "E010", "this is a link, and is not followed", "")
    return read(content / path, name)
