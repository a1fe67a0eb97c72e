"""The whole chronology as it stands in a content folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from generator.content import ids
from generator.content.before import Before
from generator.content.cache import key_of
from generator.content.frontmatter import Document, document, opened
from generator.content.salvage import salvaged
from generator.content.schema import (
    PAGES,
    ActorPage,
    EntryPage,
    PlacePage,
    SitePage,
    Strict,
    TopicPage,
)
from generator.content.validate import line_of, typed
from generator.errors import Finding, UsageError
from generator.model import Entity, Registry
from generator.spreading import spread

M = TypeVar("M", bound=Strict, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[M]):
    """One page as read."""

    id: str
    """The stem of its file; of the site's own pages the path without `.md`."""
    path: str
    """Under the content folder, with forward slashes: `entries/2025/2025-11-25-….md`."""
    meta: M
    """Its front matter, typed."""
    body: str
    """Its Markdown, without the blank lines around it."""
    lines: Mapping[str, int]
    """The line of each key and item: `sources.0.quotes.1` → 14."""
    start: int = 1
    """The line that the body begins on."""
    digest: bytes = b""
    """Of its path and its file; empty where it was not read from one."""

    def __setstate__(self, state: Iterable[object]) -> None:
        """Take up a page; as dataclasses do it, that took a tenth of reading 10,000 again."""
        for name, value in zip(self.__slots__, state, strict=True):
            object.__setattr__(self, name, value)

    def line(self, key: str) -> int:
        """Return the line of a key, or of the nearest one around it; 0 where there is none."""
        return line_of(self.lines, key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """Every page that could be read, by id, in the order of their ids."""

    entries: Mapping[str, Page[EntryPage]] = field(default_factory=dict)
    """The events."""
    actors: dict[str, Page[ActorPage]] = field(default_factory=dict)
    """People, organisations, states and groups."""
    places: dict[str, Page[PlacePage]] = field(default_factory=dict)
    """Places."""
    topics: dict[str, Page[TopicPage]] = field(default_factory=dict)
    """Topics."""
    site: dict[str, Page[SitePage]] = field(default_factory=dict)
    """The site's own pages: `index`, `about`."""

    def registry(self) -> Registry:
        """Return the actors and places as the stages know them."""
        return Registry(
            actors={page.id: _actor(page) for page in self.actors.values()},
            places={page.id: _place(page) for page in self.places.values()},
        )


Entries = MutableMapping[str, Page[Strict]]
"""Pages by id; what is given to hold them yields them in the order of their ids."""
_Found = tuple[Page[Strict] | None, tuple[Finding, ...]]
"""A page, and what is wrong with it."""
_WEIGHT = 0.1
"""Of reading a page, where making one of a site is 1."""


def load(
    content: Path,
    only: Collection[str] = (*PAGES, "site"),
    *,
    partly: bool = False,
    before: Before | None = None,
    entries: Entries | None = None,
) -> tuple[Chronology, tuple[Finding, ...]]:
    """Read the pages under a content folder; what cannot be read is a finding.

    `partly` keeps what can be read of a page that the schema refuses, which is for checking only;
    `before` is what was read in whole pages before, and such pages do not know their lines;
    `entries` takes the pages of entries, where they are too many to be held.
    """
    paths, findings = files(content)
    wanted = (path for path in paths if kind_of(path) in only)
    chronology, problems = gather(content, wanted, partly=partly, before=before, entries=entries)
    return chronology, tuple(sorted((*findings, *problems)))


def files(content: Path) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Return the paths of all pages under a content folder, in order, and what is no plain file.

    Raises:
        UsageError: there is no such folder.

    """
    if not content.is_dir():
        raise UsageError(f"there is no content folder at {content}")
    findings: list[Finding] = []
    return tuple(_walk(content, "", content.name, findings)), tuple(findings)


def gather(
    content: Path,
    paths: Iterable[str],
    *,
    partly: bool = False,
    before: Before | None = None,
    entries: Entries | None = None,
) -> tuple[Chronology, tuple[Finding, ...]]:
    """Read pages by their paths under the content folder."""
    found: dict[str, Entries] = {name: {} for name in (*PAGES, "site")}
    if entries is not None:
        found["entries"] = entries
    findings: list[Finding] = []
    for relative, (page, problems) in _each(content, paths, partly=partly, before=before):
        name = f"{content.name}/{relative}"
        findings.extend(problems)
        if page is None:
            continue
        pages = found[kind_of(relative)]
        if page.id not in pages:
            pages[page.id] = page
        else:
            first = pages[page.id]
            message = f"the id {page.id!r} is taken by {content.name}/{first.path}"
            fix = "Rename one of the two files, or merge them."
            findings.append(Finding(name, 0, "", "E021", message, fix))
    ordered = {
        kind: pages if pages is entries else dict(sorted(pages.items()))
        for kind, pages in found.items()
    }
    return Chronology(**cast(Any, ordered)), tuple(findings)


def _each(
    content: Path, paths: Iterable[str], *, partly: bool, before: Before | None
) -> Iterator[tuple[str, _Found]]:
    """Yield each page, as it was read before or as it is now; many are read side by side."""
    if before is None:
        yield from ((path, _read(content, path, partly=partly)) for path in paths)
        return
    known = {path: before.read(f"{content.name}/{path}", f"{content}/{path}") for path in paths}
    unread = [path for path, digest in known.items() if digest is None]
    anew = spread(partial(_anew, content, before), unread, weigh=lambda _: _WEIGHT)
    for path, digest in known.items():
        if digest is not None:
            yield path, before.take(f"{content.name}/{path}", digest, _nothing)
        else:
            yield path, _taken(content, path, before, *next(anew))


def _anew(content: Path, before: Before, path: str) -> tuple[bytes | None, _Found | None]:
    """Read a page: its digest, unless it cannot be read; the page, unless that is known of it."""
    raw = opened(f"{content}/{path}", f"{content.name}/{path}")
    if isinstance(raw, Finding):
        return None, (None, (raw,))
    digest = key_of(path, "\0", raw)
    known = before.has(f"{content.name}/{path}", digest)
    return digest, None if known else _lineless(_typed(content, path, raw))


def _taken(
    content: Path, path: str, before: Before, digest: bytes | None, found: _Found | None
) -> _Found:
    """Take what is known of a page, or now is; what another program drops meanwhile, read again."""

    def now() -> _Found:
        return found or _lineless(_read(content, path))

    if digest is None:
        return now()
    name = f"{content.name}/{path}"
    before.note(name, digest)
    return cast(_Found, before.take(name, digest, now))


def _read(content: Path, path: str, *, partly: bool = False) -> _Found:
    raw = opened(f"{content}/{path}", f"{content.name}/{path}")
    return (None, (raw,)) if isinstance(raw, Finding) else _typed(content, path, raw, partly=partly)


def _typed(content: Path, path: str, raw: bytes, *, partly: bool = False) -> _Found:
    name = f"{content.name}/{path}"
    if refused := misplaced(path):
        return None, (Finding(name, 0, "", *refused),)
    page, problems = page_of(path, name, document(raw, name), partly=partly)
    return page and replace(page, digest=key_of(path, "\0", raw)), problems


def _nothing() -> _Found:
    raise NotImplementedError("what was made of the file is known")


def _lineless(found: _Found) -> _Found:
    """Leave out where keys stand: half of what is kept, and of no use once a page was checked."""
    page, problems = found
    return page and replace(page, lines={}), problems


def page_of(
    relative: str, name: str, document: Document | Finding, *, partly: bool = False
) -> _Found:
    """Type a page as read, by its path under the content folder; `name` is its path in findings."""
    if isinstance(document, Finding):
        return None, (document,)
    kind = kind_of(relative)
    if not document.lines and kind != "site":
        fix = "Begin the file with `---`, the keys, and `---`."
        return None, (Finding(name, 1, "", "E002", "the page has no front matter", fix),)
    model = PAGES.get(kind, SitePage)
    meta = typed(model, document, name)
    if not isinstance(meta, tuple):
        return _built(kind, relative, meta, document), ()
    rest = salvaged(model, document.meta) if partly else None
    return (_built(kind, relative, rest, document) if rest else None), meta


def _walk(folder: Path, under: str, shown: str, findings: list[Finding]) -> Iterator[str]:
    """Walk the folder in order; what is hidden is skipped, what is no plain file is refused."""
    with os.scandir(folder) as scan:
        items = sorted(scan, key=lambda item: item.name)
    for item in items:
        if item.name.startswith("."):
            continue
        path = f"{under}{item.name}"
        plain = not item.is_symlink() and (item.is_file() or item.is_dir())
        if not plain:
            message = "this is a link or a device, and is not followed"
            fix = "Put the file itself here."
            findings.append(Finding(f"{shown}/{path}", 0, "", "E010", message, fix))
        elif item.is_dir():
            yield from _walk(Path(item.path), f"{path}/", shown, findings)
        elif item.name.endswith(".md"):
            yield path


def kind_of(relative: str) -> str:
    """Return the folder that a page belongs to by its path: `entries`, or `site`."""
    first, slash, _ = relative.partition("/")
    return first if slash and first in PAGES else "site"


def _built(kind: str, relative: str, meta: Strict, document: Document) -> Page[Strict]:
    own = relative.removesuffix(".md") if kind == "site" else Path(relative).stem
    return Page(
        id=own,
        path=relative,
        meta=meta,
        body=document.body,
        lines=document.lines,
        start=document.start,
    )


def misplaced(relative: str) -> tuple[str, str, str] | None:
    """Return code, message and fix where a page lies where none is looked for."""
    kind = kind_of(relative)
    if kind == "site":
        return None
    parts = relative.removesuffix(".md").split("/")
    if not ids.is_id(parts[-1]):
        message = f"{parts[-1][:80]!r} is not an id"
        fix = f"Name the file `{ids.slug(parts[-1])}.md`: lower-case ASCII, joined by hyphens."
        return "E014", message, fix
    wanted = ids.entry_path(parts[-1]) if kind == "entries" else f"{kind}/{parts[-1]}.md"
    if relative != wanted:
        return "E013", "the page lies in the wrong folder", f"Move it to `{wanted}`."
    return None


def _actor(page: Page[ActorPage]) -> Entity:
    return Entity(id=page.id, **page.meta.model_dump())


def _place(page: Page[PlacePage]) -> Entity:
    return Entity(id=page.id, **page.meta.model_dump())
