"""The texts of articles by report id, each read when it is asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.model import Article
from generator.read.again import Again
from generator.read.archives import READERS
from generator.read.articles import stream
from generator.read.files import kind_of, sources
from generator.read.names import report_id
from generator.read.sources import Source, stem_of

KEPT = 512
"""Files whose articles are held at once: 5 MB of them, and more than a few hundred entries name."""


class Texts:
    """The articles under a folder, which need not exist."""

    def __init__(self, seeds: Path) -> None:
        found = sources(str(seeds)) if seeds.is_dir() else ()
        self._archives = tuple(one for one in found if kind_of(one.name) in READERS)
        self._files: dict[str, Source] = {}
        for one in found:
            if kind_of(one.name) not in READERS:
                self._files.setdefault(report_id(stem_of(one.name)), one)
        self._lists = tuple(one for one in found if kind_of(one.name) == "json")
        self._read = lru_cache(maxsize=KEPT)(_texts)
        self._again = Again()

    @property
    def ids(self) -> frozenset[str]:
        """Reports that stand in files of their own."""
        return frozenset(self._files)

    def get(self, report: str) -> str | None:
        """Return the text of a report, None where it is not at hand."""
        own = self._files.get(report)
        lists = (one for one in self._lists if report.startswith(report_id(stem_of(one.name))))
        for source in (own, *lists) if own else lists:
            text = self._read(source).get(report)
            if text is not None:
                return text
        return next(filter(None, (self._again.get(one, report) for one in self._archives)), None)


def _texts(source: Source) -> dict[str, str]:
    return {one.id: one.text for one in stream(source) if isinstance(one, Article)}
