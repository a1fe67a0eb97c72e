"""Drafts of entries from one article, of which an editor picks."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import pipeline, read
from generator.content import ids
from generator.errors import DatelineError, Finding, UsageError
from generator.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry that an article would make."""

    fields: Mapping[str, Any]
    """Its front matter."""
    body: str
    """Its body."""
    pages: Mapping[str, str]
    """Texts of the pages of the names in it that have none."""

    def __str__(self) -> str:
        return f"{self.fields.get('date', 'undated')}  {self.fields['title']}"


def choices(
    where: str, content: Path, seeds: Path
) -> tuple[tuple[Choice, ...], tuple[Finding, ...]]:
    """Return what an article tells, and what is wrong with it.

    A web address is fetched, because it was asked for; nothing else ever is.

    Raises:
        DatelineError: there is no such file, the address cannot be fetched, or nothing is told.

    """
    web = where.startswith(("http://", "https://"))
    articles, problems = _fetched(where) if web else _found(Path(where))
    offered, findings = pipeline.offered(articles, content)
    beside = not web and seeds.is_dir() and Path(where).resolve().is_relative_to(seeds.resolve())
    addresses = {article.id: article.url for article in articles if article.url and not beside}
    found = tuple(
        Choice(
            fields=_citing(record.fields, addresses),
            body=record.body,
            pages=_named(record.fields, offered.pages),
        )
        for record in offered.entries
    )
    if not found:
        said = "; ".join(f"{one.message}" for one in (*problems, *findings))
        raise DatelineError(f"{where} tells no event{f': {said}' if said else ''}")
    return found, (*problems, *findings)


def _found(path: Path) -> tuple[tuple[Article, ...], tuple[Finding, ...]]:
    if not path.is_file():
        raise UsageError(f"no such file: {path}")
    return read.read(path)


def _fetched(address: str) -> tuple[tuple[Article, ...], tuple[Finding, ...]]:
    """Fetch an article, and read it as one that lies in a file."""
    answer = read.fetch(address)
    parts = urlsplit(address)
    stem = ids.slug(f"{parts.hostname} {parts.path.strip('/').rpartition('/')[2]}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{stem}{answer.ending}")
        path.write_bytes(answer.raw)
        articles, findings = read.read(path)
    named = tuple(replace(one, path=address) for one in findings)
    return tuple(replace(article, url=address, path=address) for article in articles), named


def _citing(fields: Mapping[str, Any], addresses: Mapping[str, str]) -> dict[str, Any]:
    """Cite reports that do not lie among the seeds by their addresses."""
    changed = dict(fields)
    changed["sources"] = [_source(one, addresses) for one in fields.get("sources", ())]
    if "figures" in fields:
        changed["figures"] = [
            {**figure, "claims": [_claim(one, addresses) for one in figure["claims"]]}
            for figure in fields["figures"]
        ]
    return changed


def _source(source: Mapping[str, Any], addresses: Mapping[str, str]) -> dict[str, Any]:
    address = addresses.get(source["report"])
    if address is None:
        return dict(source)
    return {**{key: value for key, value in source.items() if key != "report"}, "url": address}


def _claim(claim: Mapping[str, Any], addresses: Mapping[str, str]) -> dict[str, Any]:
    address = addresses.get(claim.get("source", ""))
    return {**claim, "source": address} if address else dict(claim)


def _named(fields: Mapping[str, Any], pages: Mapping[str, str]) -> dict[str, str]:
    """Return the new pages of what an entry names, and of what those name in turn."""
    wanted = {f"{kind}/{own}.md" for kind in ("actors", "places") for own in fields.get(kind, ())}
    wanted |= {f"places/{one['place']}.md" for one in fields.get("figures", ()) if "place" in one}
    for path in [*wanted]:
        wanted |= _wider(pages.get(path, ""), pages)
    return {path: text for path, text in sorted(pages.items()) if path in wanted}


def _wider(text: str, pages: Mapping[str, str]) -> set[str]:
    """Return the pages that a page belongs to or lies within, as far as they are new."""
    found: set[str] = set()
    queue = [text]
    while queue:
        rows = queue.pop().split("\n---")[0].splitlines()
        for row in rows:
            key, _, own = row.partition(": ")
            folder = {"within": "places", "affiliation": "actors"}.get(key)
            path = f"{folder}/{own}.md"
            if folder and path in pages and path not in found:
                found.add(path)
                queue.append(pages[path])
    return found
