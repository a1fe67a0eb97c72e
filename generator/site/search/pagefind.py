"""The full-text index, made by Pagefind's own program from the pages that were built."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from pagefind_bin import get_executable

from generator.errors import DatelineError
from generator.site.folder import SiteFolder
from generator.site.kept import code
from generator.site.search.canonical import settle

_PLAIN = re.compile(r"[\w./*-]+", re.ASCII)
"""Patterns without any sign that Pagefind takes for more than itself."""
FOLDER = "pagefind"
"""Folder of the site that holds the index."""
_ENTRY = "pagefind-entry.json"
_UNASKED = ("pagefind-*", "wasm.*")
"""Its ready-made interfaces, its worker, and its program for other languages than the site's."""


def index_changed(site: SiteFolder, language: str, pages: Sequence[str]) -> None:
    """Index the pages of a site, unless all are as they were when it was last done."""
    known = [code(), language, *((page, site.digest(page)) for page in pages)]
    made_from = hashlib.blake2b(repr(known).encode(), digest_size=16).hexdigest()
    if not site.keep(FOLDER, made_from):
        shutil.rmtree(site.target / FOLDER, ignore_errors=True)
        index(site.target, language, pages)
        site.made(FOLDER, made_from)


def index(site: Path, language: str, pages: Sequence[str] = ()) -> None:
    """Index the pages of a built site that carry `data-pagefind-body`, by the words of a language.

    Where it is known which these are, no others are read but their neighbours: half of the time.
    Raises DatelineError where the program fails.
    """
    command = [str(get_executable()), "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    command += ["--force-language", language]
    folders = sorted({_folder(page) for page in pages})
    if folders and all(map(_PLAIN.fullmatch, folders)):
        command += ["--glob", f"{{{','.join(folders)}}}" if len(folders) > 1 else folders[0]]
    done = subprocess.run(  # noqa: S603 -- the program of our own dependency
        command, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DatelineError(f"the search index was not made:\n{done.stdout}{done.stderr}")
    settle(site / FOLDER)
    _keep_what_is_asked_for(site / FOLDER)


def _folder(page: str) -> str:
    """Return a pattern for a page and its neighbours: `2025/*/index.html`, `2025/*.html`."""
    path = PurePosixPath(page)
    if path.name != "index.html":
        return str(path.with_name("*.html"))
    return str(path.parent.with_name("*") / path.name) if path.parent.name else path.name


def _keep_what_is_asked_for(folder: Path) -> None:
    known = json.loads((folder / _ENTRY).read_bytes())["languages"].values()
    kept = {_ENTRY, *(f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in known)}
    for file in (file for pattern in _UNASKED for file in folder.glob(pattern)):
        if file.name not in kept:
            file.unlink()
