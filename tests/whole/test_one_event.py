from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator import pipeline
from generator.content import load

STORIES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("one_event.yml"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> set[frozenset[str]]:
    """Return the pairs of reports that share an entry, of all stories read together."""
    seeds, content = tmp_path_factory.mktemp("seeds"), tmp_path_factory.mktemp("content")
    for story in STORIES:
        for name, (publisher, day, text) in story["reports"].items():
            (seeds / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
            sidecar = f"publisher: {publisher}\npublished: {day}\n"
            (seeds / f"{name}.yml").write_text(sidecar, encoding="utf-8")
    pipeline.generate(seeds, content)
    entries = load(content)[0].entries.values()
    sources = [{source.report for source in entry.meta.sources} for entry in entries]
    return {frozenset(pair) for told in sources for pair in combinations(sorted(told), 2)}


@pytest.mark.parametrize("story", STORIES, ids=[story["subject"] for story in STORIES])
def test_what_outlets_tell_in_their_own_words_is_one_event(
    story: dict[str, Any], shared: set[frozenset[str]]
) -> None:
    assert {frozenset(pair) for pair in story["one"]} <= shared


@pytest.mark.parametrize("story", STORIES, ids=[story["subject"] for story in STORIES])
def test_events_that_look_alike_stay_apart(
    story: dict[str, Any], shared: set[frozenset[str]]
) -> None:
    assert shared.isdisjoint(frozenset(pair) for pair in story["apart"])
