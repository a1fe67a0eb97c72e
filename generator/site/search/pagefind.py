"""The full-text index, made by Pagefind's own program from the pages that were built."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

from generator.errors import DatelineError
from generator.site.search.canonical import settle

FOLDER = "pagefind"
"""Folder of the site that holds the index."""
_ENTRY = "pagefind-entry.json"
_UNASKED = ("pagefind-*", "wasm.*")
"""Its ready-made interfaces, its worker, and its program for other languages than the site's."""


def index(site: Path, language: str) -> None:
    """Index the pages of a built site that carry `data-pagefind-body`, by the words of a language.

    Raises DatelineError where the program fails.
    """
    command = [str(get_executable()), "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    command += ["--force-language", language]
    done = subprocess.run(  # noqa: S603 -- the program of our own dependency
        command, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DatelineError(f"the search index was not made:\n{done.stdout}{done.stderr}")
    settle(site / FOLDER)
    _keep_what_is_asked_for(site / FOLDER)


def _keep_what_is_asked_for(folder: Path) -> None:
    known = json.loads((folder / _ENTRY).read_bytes())["languages"].values()
    kept = {_ENTRY, *(f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in known)}
    for file in (file for pattern in _UNASKED for file in folder.glob(pattern)):
        if file.name not in kept:
            file.unlink()
