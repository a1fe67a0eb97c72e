"""How a long run says how far it is, how fast it goes, and what took the time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.progress import Progress

from generator import console, pipeline


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, told in (("quake", "An earthquake shook Izmir"), ("vote", "Voters elected a mayor")):
        (folder / f"{name}.txt").write_text(f"{told} on Tuesday.\n", encoding="utf-8")
        (folder / f"{name}.yml").write_text("published: 2026-03-04\n", encoding="utf-8")
    return folder


def test_progress_counts_each_article_and_comes_to_the_end_of_each_stage(
    seeds: Path, tmp_path: Path
) -> None:
    said: list[tuple[str, int, int]] = []

    pipeline.generate(seeds, tmp_path / "content", progress=lambda *counted: said.append(counted))

    assert said == [("reading", 1, 2), ("reading", 2, 2), ("merging", 1, 1), ("writing", 1, 1)]


def test_the_bar_has_the_rate_of_the_last_seconds() -> None:
    clock = [0.0]
    bars = Progress(console.Rate(), get_time=lambda: clock[0], disable=True)
    task = bars.add_task("reading", total=100)

    for clock[0] in (1.0, 2.0, 3.0):
        bars.advance(task, 40)

    assert console.Rate().render(bars.tasks[0]).plain == "40.0/s"


def test_a_profile_has_the_seconds_of_each_stage_and_the_rate(seeds: Path) -> None:
    command = [sys.executable, "-m", "generator", "generate", "--profile"]
    done = subprocess.run(command, cwd=seeds.parent, capture_output=True, text=True, check=True)

    stages = re.findall(r"^(\w+) +\d+\.\d\d s( +[\d,.]+ articles/s)?", done.stderr, re.MULTILINE)
    names = [name for name, _ in stages]
    assert {"read", "segment", "temporal", "link", "extract", "merge", "write"} <= {*names}
    assert re.search(r"^by the clock +\d+\.\d\d s +[\d,.]+ articles/s", done.stderr, re.MULTILINE)
    assert "2 articles, 0 of them unchanged since they were last read" in done.stderr
