"""A made-up chronology of any length, with no more of its site than the search needs.

    python benchmarks/search_site.py FOLDER ENTRIES

The shell is a whole site of a few entries; beside it stand the pages of all entries, without the
theme around them, the files that the search loads, and the index of the full text.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from generator import site
from generator.content import load
from generator.site.catalogue import catalogue
from generator.site.entries import entry_pages
from generator.site.options import Options
from generator.site.page import Page
from generator.site.rendering import Rendering
from generator.site.search import index, search_files

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests")]

from configured import configured  # noqa: E402 -- these stand beside the tests
from synthetic import make  # noqa: E402

FEW = 30


def main(folder: Path, entries: int) -> None:
    """Make the site in a folder that is not there yet."""
    folder.mkdir(parents=True)
    target = site.build(configured(folder, make(folder / "few", FEW).folder))
    shutil.rmtree(target / "pagefind")
    chronology, _ = load(make(folder / "content", entries).folder)
    whole = Rendering(catalogue(chronology), Options())
    for page in entry_pages(whole):
        if isinstance(page, Page):
            write(target / page.path.removesuffix(".md") / "index.html", bare(page))
    for file in search_files(whole.catalogue, whole.options):
        write(target / file.path, file.content)
    index(target)
    print(target)


def bare(page: Page) -> bytes:
    """Return what is indexed of a page."""
    body = page.document().split("---\n", 2)[2]
    return f'<!doctype html><html lang="en"><body>{body}</body></html>'.encode()


def write(path: Path, content: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
