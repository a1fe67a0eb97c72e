"""Hostile articles among good ones: the good ones give the same entries as without them."""

from __future__ import annotations

import os
from pathlib import Path

import hostile_articles
import pytest

from generator import pipeline
from generator.content import load

pytestmark = pytest.mark.no_cover

GOOD = int(os.environ.get("DATELINE_ARTICLES", "16"))
"""Good articles; 1,000 in the long run."""
HOSTILE = max(1, GOOD // 10)
SORTS = len(hostile_articles.files())


def told(content: Path) -> dict[str, str]:
    """Return the entries that good articles tell, whole."""
    return {
        path.relative_to(content).as_posix(): text
        for path in sorted((content / "entries").rglob("*.md"))
        if "report: good-" in (text := path.read_text(encoding="utf-8"))
    }


def test_good_articles_give_the_same_bytes_among_hostile_ones(tmp_path: Path) -> None:
    alone, among = tmp_path / "alone", tmp_path / "among"
    for folder in (alone, among):
        (folder / "seeds").mkdir(parents=True)
        hostile_articles.good(folder / "seeds", GOOD)
    hostile_articles.hostile(among / "seeds", max(HOSTILE, SORTS))

    pipeline.generate(alone / "seeds", alone / "content")
    outcome = pipeline.generate(among / "seeds", among / "content")

    assert told(alone / "content")
    assert told(among / "content") == told(alone / "content")
    assert {finding.path for finding in outcome.findings}
    assert load(among / "content")[1] == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alone", "among"]
    written = "".join(path.read_text() for path in (among / "content").rglob("*.md"))
    assert "root:" not in written
