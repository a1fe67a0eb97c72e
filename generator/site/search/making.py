"""The index of the full text: share after share, each made again only if its pages changed."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from functools import partial
from os import fsencode
from pathlib import Path
from string import ascii_lowercase
from typing import Protocol
from urllib.parse import quote

from generator import settings
from generator.content.before import Before
from generator.content.cache import Cache, cache, key_of
from generator.site.jsontext import json_compact
from generator.site.kept import code
from generator.site.once import LIGHT, once
from generator.site.search.found import BODY, Found, packed, unpacked
from generator.site.search.periods import Dated, periods
from generator.site.search.share import Share, share
from generator.spreading import spread

FOLDER = "search"
"""Folder of the site that holds all that the search loads."""
_DAY = re.compile(rb'data-pagefind-sort="date">([^<>]*)<')
_TOLD = tuple(field.name for field in fields(Share))

_Part = tuple[str, Sequence[Dated]]
"""A share to be: its name and its pages."""


class Folder(Protocol):
    """Where the site stands; `SiteFolder` also knows what stood there before."""

    target: Path

    @property
    def told(self) -> Mapping[str, bytes]:
        """What pages that were made now are found by, packed, by their paths."""

    def digest(self, path: str) -> str:
        """Return the digest of a file."""

    def put(self, path: str, content: bytes) -> str:
        """Have a file hold this; return the digest."""

    def keep(self, under: str, made_from: str) -> bool:
        """Keep the files under a folder if they are as they were made from the same."""

    def made(self, under: str, made_from: str) -> None:
        """Note the files under a folder, and from what they were made."""


class Built:
    """The folder of a site that another program built, of which nothing is known before."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.told: Mapping[str, bytes] = {}

    def digest(self, path: str) -> str:
        """Return the digest of a file."""
        return key_of((self.target / path).read_bytes()).hex()

    def put(self, path: str, content: bytes) -> str:
        """Write a file; return the digest."""
        file = self.target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return key_of(content).hex()

    def keep(self, under: str, made_from: str) -> bool:
        """Keep nothing."""
        return False

    def made(self, under: str, made_from: str) -> None:
        """Note nothing."""


def index(target: Path, language: str) -> None:
    """Index a built site whose pages say themselves what they are found by."""
    searched = {}
    for file in sorted(target.rglob("*.html")):
        html = file.read_bytes()
        if BODY in html:
            day = _DAY.search(html)
            searched[file.relative_to(target).as_posix()] = day[1].decode() if day else ""
    index_changed(Built(target), language, searched)


def index_changed(site: Folder, language: str, searched: Mapping[str, str]) -> None:
    """Index the pages of a site by the first day of each; shares that are as they were are kept."""
    pages = [Dated(day, path, site.digest(path)) for path, day in searched.items()]
    with cache("search", fsencode(site.target.resolve())) as rows:
        shares = _shares(site, rows, [*periods(pages, settings.SEARCH_SHARE)])
        rows.prune()
    whole = {
        "language": language,
        "entries": sum(each.entries for each in shares),
        "months": sorted({month for each in shares for month in each.months}),
        "shares": [_told(each) for each in shares],
    }
    site.put(f"{FOLDER}/index.json", json_compact(whole))
    for path, content in _mistyped(shares).items():
        site.put(path, content)


def _shares(site: Folder, rows: Cache, parts: Sequence[_Part]) -> list[Share]:
    """Return shares that stand in the site's folder, made before or now."""
    keys = {
        name: key_of(code(), *(repr((p.path, p.digest)) for p in pages)) for name, pages in parts
    }
    found = {name: _standing(site, rows, name, keys[name]) for name, _ in parts}
    missing = [part for part in parts if found[part[0]] is None]
    work = partial(_made, site, rows)
    # Side by side, or one alone, of which the pages are read side by side.
    several = len(missing) > 1
    made = spread(work, missing, weigh=lambda part: len(part[1])) if several else map(work, missing)
    for (name, _), (about, files, used) in zip(missing, made, strict=True):
        shutil.rmtree(site.target / FOLDER / about.at, ignore_errors=True)
        for file, content in files.items():
            site.put(f"{FOLDER}/{about.at}/{file}", content)
        site.made(f"{FOLDER}/{about.at}", keys[name].hex())
        told = {name: getattr(about, name) for name in _TOLD}
        rows.put(keys[name], zlib.compress(json_compact(told), 1))
        for key in used:
            rows.use(key)
        found[name] = about
    return [share for share in found.values() if share]


def _standing(site: Folder, rows: Cache, name: str, key: bytes) -> Share | None:
    """Return a share that stands as it was made before."""
    kept = _loaded(rows.get(key))
    if not isinstance(kept, dict):
        return None
    about = Share(**kept)
    if not site.keep(f"{FOLDER}/{about.at}", key.hex()):
        return None
    _texts(rows, name).use()
    return about


def _made(
    site: Folder, rows: Cache, part: _Part
) -> tuple[Share, dict[str, bytes], frozenset[bytes]]:
    """Make a share: what it is, its files, and the keys of what was of use for it."""
    name, pages = part
    return *share(_read(site, _texts(rows, name), pages)), rows.used


def _texts(rows: Cache, name: str) -> Before:
    """Return what was read of the pages of a share before."""
    return Before(rows, key_of("texts", code(), name))


def _read(site: Folder, before: Before, pages: Sequence[Dated]) -> list[tuple[str, Found]]:
    """Return the pages of a share with their addresses; only those that nobody told are read."""

    def told(path: str) -> bytes:
        return site.told.get(path) or _read_back((site.target / path).read_bytes())

    def weight(path: str) -> float:
        return 0 if path in site.told else LIGHT

    paths = {page.path: page.path for page in pages}
    digests = {page.path: page.digest.encode() for page in pages}
    found = once(before, paths, digests, told, weigh=weight)
    taken = ((path, unpacked(each)) for path, each in found.items())
    return [(quote(path.removesuffix("index.html")), each) for path, each in taken if each]


def _read_back(html: bytes) -> bytes:
    """Return what a page is found by that nobody told as it was made."""
    from generator.site.search.reading import read  # its parser takes a tenth of a second to load

    return packed(read(html))


def _told(each: Share) -> dict[str, object]:
    """Return what the browser is told of a share; months only where they begin and end."""
    first, last = (each.months[0], each.months[-1]) if each.months else ("", "")
    return {
        "at": each.at,
        "pages": each.pages,
        "first": first,
        "last": last,
        "begins": each.begins,
    }


def _mistyped(shares: Iterable[Share]) -> dict[str, bytes]:
    """Return the words of all texts by their first and by their last letter, most used first."""
    said: Counter[str] = Counter()
    for each in shares:
        said.update(each.said)
    found: dict[str, list[str]] = {
        f"{end}{letter}": [] for letter in ascii_lowercase for end in ("", "-")
    }
    for word in sorted(said, key=lambda word: (-said[word], word)):
        for key in (word[0], f"-{word[-1]}"):
            if key in found:
                found[key].append(word)
    return {f"{FOLDER}/words/{key}.txt": "\n".join(each).encode() for key, each in found.items()}


def _loaded(row: bytes | None) -> object:
    """Return what was kept; nothing where it cannot be read."""
    with suppress(zlib.error, ValueError, TypeError):
        return json.loads(zlib.decompress(row)) if row else None
    return None
