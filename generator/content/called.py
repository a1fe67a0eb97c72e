"""What the pages of a folder are called, for finding one by what a person writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from generator.content.tree import gather, kind_of


def names_in(content: Path, paths: Iterable[str]) -> Callable[[str], Mapping[str, str]]:
    """Return what finds the names of a folder's pages, each folder read once and when asked for."""

    @cache
    def names(kind: str) -> Mapping[str, str]:
        found = {Path(path).stem: Path(path).stem for path in paths if kind_of(path) == kind}
        if kind != "entries":
            chronology, _ = gather(content, (path for path in paths if kind_of(path) == kind))
            for own, page in getattr(chronology, kind).items():
                for name in (page.meta.name, *getattr(page.meta, "aliases", ())):
                    found.setdefault(name.casefold(), own)
        return found

    return names
