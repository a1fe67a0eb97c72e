"""The texts of articles by report id, each read when it is asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.read.articles import read
from generator.read.files import find, kind_of
from generator.read.names import report_id

KEPT = 512
"""Files whose articles are held at once: 5 MB of them, and more than a few hundred entries name."""
_OF_MANY = ("json", "jsonl")
"""Kinds of files that may hold several articles, whose ids begin with the stem of their file."""


class Texts:
    """The articles under a folder, which need not exist."""

    def __init__(self, seeds: Path) -> None:
        paths = find(seeds) if seeds.is_dir() else ()
        self._files: dict[str, Path] = {}
        for path in paths:
            self._files.setdefault(report_id(path.stem), path)
        self._many = tuple(path for path in paths if kind_of(path, path.name) in _OF_MANY)
        self._read = lru_cache(maxsize=KEPT)(_texts)

    @property
    def ids(self) -> frozenset[str]:
        """Reports that stand in files of their own."""
        return frozenset(self._files)

    def get(self, report: str) -> str | None:
        """Return the text of a report, None where it is not at hand."""
        own = self._files.get(report)
        many = (path for path in self._many if report.startswith(report_id(path.stem)))
        for path in (own, *many) if own else many:
            text = self._read(path).get(report)
            if text is not None:
                return text
        return None


def _texts(path: Path) -> dict[str, str]:
    articles, _ = read(path)
    return {article.id: article.text for article in articles}
