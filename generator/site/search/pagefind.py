"""The full-text index, made by Pagefind's own program from the pages that were built."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pagefind_bin import get_executable

from generator.errors import DatelineError
from generator.site.search.canonical import settle

FOLDER = "pagefind"
"""Folder of the site that holds the index."""
_INTERFACES = "pagefind-*"
"""Its ready-made interfaces: 400 kB that no page of ours asks for."""
_WORKER = "pagefind-worker.js"


def index(site: Path) -> None:
    """Index the pages of a built site that carry `data-pagefind-body`.

    Raises DatelineError where the program fails.
    """
    command = [str(get_executable()), "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    done = subprocess.run(  # noqa: S603 -- the program of our own dependency
        command, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DatelineError(f"the search index was not made:\n{done.stdout}{done.stderr}")
    for file in (site / FOLDER).glob(_INTERFACES):
        if file.name not in (_WORKER, "pagefind-entry.json"):
            file.unlink()
    settle(site / FOLDER)
