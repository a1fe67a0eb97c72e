"""Whether a site stands as it was built, from the very things that it was built from.

Composing all pages to find that none changed was most of a build. So it is noted what a site was
built from: of each file of the content and the theme what the file system tells of it, the program,
the configuration, and the day, which stands in the sitemap. Where another plugin or a hook has a
say, or a build warned of something, nothing is noted.

A file that had not rested when the build began is told by its bytes (`content.looks`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from logging import WARNING, getLogger
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler, get_build_date

from generator.content.cache import key_of
from generator.content.looks import Began, told_of
from generator.site.bundle import SOURCES
from generator.site.folder import digest_of_note, note_of, stands
from generator.site.kept import code
from generator.site.theme import theme_digest

_PLUGINS = ["dateline"]
"""Of a site of which all is known that it is made from."""
_NOT_READ = frozenset({SOURCES.rstrip("/"), "__pycache__"})


class Sources:
    """What a site is made from, as the configuration names it before plugins change that.

    Files are looked at once: what becomes of one meanwhile, the next build finds changed.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._known = list(config.plugins) == _PLUGINS
        self._config = config

    @cached_property
    def _found(self) -> tuple[bytes, list[tuple[str, os.stat_result]]]:
        config, content = self._config, self._config.docs_dir
        rest = key_of(code(), theme_digest(config), os.fsencode(content), get_build_date())
        folders = (content, *map(str, config.theme.dirs))
        return rest, [found for top in folders for found in sorted(_files(top))]

    def told(self, began: Began) -> str | None:
        """Return the digest of all of it; None where not all is known."""
        if not self._known:
            return None
        rest, files = self._found
        told = (f"{path}\0{told_of(found, began) or _read(path)}\n" for path, found in files)
        return key_of(rest, os.fsencode("".join(told))).hex()


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files under a folder; a link raises OSError, for what it leads to may change."""
    installed = "site-packages" in folder
    with os.scandir(folder) as scan:
        for item in scan:
            if item.is_symlink():
                raise OSError(f"{item.path} is a link")
            if not item.is_dir():
                yield item.path, item.stat()
            elif item.name not in _NOT_READ and not (installed and item.name == ".icons"):
                yield from _files(item.path)


def _read(path: str) -> str:
    return key_of(Path(path).read_bytes()).hex()


def is_built(sources: Sources, target: Path) -> bool:
    """Whether a site was built from the same as now, and all of it lies as it was left."""
    with suppress(OSError, ValueError, TypeError):
        at, device, made_from, site = json.loads(_note(target).read_bytes())
        if made_from == sources.told((at, device)):  # else the site needs no look
            return bool(site == stands(target))
    return False


@contextmanager
def noted(sources: Sources, target: Path) -> Iterator[None]:
    """Note of a site that is built without a warning what it is built from."""
    note, warned, made_from = _note(target), CountHandler(), None
    warned.setLevel(WARNING)
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_bytes(b"")
        began = note.stat().st_mtime_ns, note.stat().st_dev
        made_from = sources.told(began)
    getLogger("mkdocs").addHandler(warned)
    try:
        yield
    finally:
        getLogger("mkdocs").removeHandler(warned)
    if made_from and not list(warned.get_counts()):
        with suppress(OSError):
            note.write_text(
                json.dumps([*began, made_from, digest_of_note(target)]), encoding="utf-8"
            )


def _note(target: Path) -> Path:
    return note_of(target).with_suffix(".from.json")
