"""A made-up chronology of any length, with no more of its site than the search needs.

    python benchmarks/search_site.py FOLDER ENTRIES [pagefind]

The shell is a whole site of a few entries; beside it stand bare pages of all entries, which say
what they are found by as real ones do, and the index of them. Told are seconds, memory and bytes of
indexing all, of a second time after one page changed, and with `pagefind` of Pagefind's index, as
one and in shares of a year, to compare.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator import site
from generator.content import EntryPage, Page, load
from generator.site.catalogue import Catalogue, catalogue
from generator.site.folder import SiteFolder
from generator.site.options import Options
from generator.site.search import facets, search_files
from generator.site.search.making import index_changed

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests")]

from configured import configured  # noqa: E402 -- these stand beside the tests
from synthetic import WORDS, entry, make, names  # noqa: E402

FEW = 30
DAYS = 3650
LONG = 120
"""Words of a page beside those of its event, out of many that follow a power law."""
VOCABULARY = 60_000


def main(folder: Path, entries: int, *, pagefind: bool) -> None:
    """Make the site in a folder that is not there yet."""
    os.environ["DATELINE_CACHE"] = str(folder / "cache")
    folder.mkdir(parents=True)
    target = site.build(configured(folder, make(folder / "few", FEW).folder))
    opened = SiteFolder(target)
    opened.take(target)
    searched = {}
    for path, content, day in files(folder / "content", entries):
        opened.put(path, content)
        if day is not None:
            searched[path] = day
    timed("all", entries, lambda: index_changed(opened, "en", searched))
    opened.close()
    told(target / "search")
    again = SiteFolder(target)
    middle = sorted(searched)[entries // 2]
    for path in searched:
        new = b" again</h1>" if path == middle else b"</h1>"
        again.put(path, (target / path).read_bytes().replace(b"</h1>", new))
    timed("one page changed", entries, lambda: index_changed(again, "en", searched))
    if pagefind:
        compare(target, entries)
    print(target)


def files(content: Path, entries: int) -> Iterator[tuple[str, bytes, str | None]]:
    """Yield the names that the search loads, and pages with the first day of each."""
    chance = random.Random(7)  # noqa: S311 -- nothing secret
    places, people = names(content, entries, chance)
    chronology = catalogue(load(content)[0])
    for file in search_files(chronology, Options()):
        yield file.path, file.content, None
    days = max(60, min(entries // 4, DAYS))
    for number, more in zip(range(entries), filling(chance), strict=False):
        path, meta, body = entry(number, days, chance, places, people)
        html, day = bare(chronology, meta, f"{body} {more}")
        yield f"{path.removesuffix('.md')}/index.html", html, day


def filling(chance: random.Random) -> Iterator[str]:
    """Yield made-up words for each page."""
    made = {
        "".join(chance.choices(WORDS["syllables"], k=chance.choice((2, 3, 3, 4))))
        for _ in range(VOCABULARY)
    }
    words = sorted(made, key=lambda word: (len(word), word))
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    while True:
        yield " ".join(chance.choices(words, cum_weights=weights, k=LONG))


def bare(chronology: Catalogue, meta: dict[str, Any], body: str) -> tuple[bytes, str]:
    """Return what is indexed of an entry's page, and its first day."""
    shown = EntryPage.model_validate(meta)
    found = facets(chronology, Page(id="", path="", meta=shown, body=body, lines={}))
    values = "".join(
        f'<span data-pagefind-filter="{facet}">{escape(value)}</span>'
        for facet, value in found.values
    )
    actors = [chronology.actors[key].meta for key in shown.actors]
    known = [chronology.places[key].meta.name for key in shown.places]
    known += [name for actor in actors for name in (actor.name, *actor.aliases)]
    quotes = [escape(quote.exact) for source in shown.sources for quote in source.quotes]
    html = (
        f'<!doctype html><html lang="en"><body><article><div data-pagefind-body>'
        f'<h1 data-pagefind-meta="title">{escape(shown.title)}</h1>'
        f'<div data-pagefind-weight="2"><p>{escape(body)}</p></div>'
        f'<div data-pagefind-weight="0.1"><p>{escape("; ".join(known))}</p></div>'
        f"<blockquote><p>{'</p><p>'.join(quotes)}</p></blockquote><p hidden data-pagefind-ignore>"
        f'<span data-pagefind-meta="date">{shown.date}</span>'
        f'<span data-pagefind-sort="date">{found.sort}</span>{values}</p>'
        "</div></article></body></html>"
    )
    return html.encode(), found.sort


def compare(target: Path, entries: int) -> None:
    """Tell what Pagefind makes of the same pages."""
    years = sorted(folder.name for folder in target.glob("2*"))
    timed("Pagefind, one index", entries, lambda: pagefind(target, "pagefind", "2*/**/*.html"))
    told(target / "pagefind")
    each = [(f"pagefind-{year}", f"{year}/**/*.html") for year in years]
    timed("Pagefind, one a year", entries, lambda: [pagefind(target, *one) for one in each])
    told(*(target / name for name, _ in each))


def pagefind(target: Path, folder: str, pages: str) -> None:
    """Have Pagefind index the pages that a pattern names."""
    command = [sys.executable, "-m", "pagefind", "--site", str(target), "--output-subdir", folder]
    command += ["--glob", pages, "--force-language", "en", "--quiet"]
    subprocess.run(command, check=True)


def timed(name: str, entries: int, task: Callable[[], object]) -> None:
    """Do something, and tell how long it took this process and those that it started."""
    before, started = os.times(), time.perf_counter()
    task()
    after, seconds = os.times(), time.perf_counter() - started
    work = sum(after[:4]) - sum(before[:4])
    own, others = (
        resource.getrusage(who).ru_maxrss // 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{name}: {seconds:.1f} s, {work:.1f} s of the processor, "
        f"{1000 * work / entries:.2f} ms an entry; peak so far {own} MB, others {others} MB",
        flush=True,
    )


def told(*folders: Path) -> None:
    """Tell how much stands in folders."""
    found = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in found)
    print(f"    {len(found)} files, {size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), pagefind="pagefind" in sys.argv[3:])
