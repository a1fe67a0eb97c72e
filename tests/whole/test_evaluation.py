"""Reading and merging measured against hand-made gold, where it is at hand.

The floors are what was reached when they were last raised; a change that goes below one fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from own_words import copied

from generator import pipeline

FLOORS = {
    "event_recall": 0.94,
    "event_precision": 0.92,
    "date_accepted": 0.90,
    "actors": 0.78,
    "places": 0.77,
    "figures": 0.84,
    "quotes_verbatim": 1.0,
    "merge pairwise": 0.90,
    "merge b_cubed": 0.95,
}


def flat(result: dict[str, Any]) -> dict[str, float]:
    """Return each figure by its name; of precision, recall and F1 the last."""
    merge = {f"merge {name}": value for name, value in result["merge"].items()}
    return {
        name: value["f1"] if isinstance(value, dict) else value
        for name, value in {**result, **merge}.items()
        if name != "merge"
    }


@pytest.fixture(scope="module")
def written(eval_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evaluation") / "content"
    pipeline.generate(eval_dir / "articles", folder, jobs=2)
    return folder


@pytest.fixture(scope="module")
def scores(eval_dir: Path, written: Path) -> dict[str, float]:
    command = [sys.executable, str(eval_dir / "score.py"), str(written), str(eval_dir / "gold")]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    return flat(json.loads(done.stdout))


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(figure: str, scores: dict[str, float]) -> None:
    assert scores[figure] >= FLOORS[figure]


def test_no_title_and_no_body_repeats_a_long_run_of_words_of_an_article(
    eval_dir: Path, written: Path
) -> None:
    assert copied(written, eval_dir / "articles") == []
