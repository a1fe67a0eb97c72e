"""Reading and merging measured against hand-made gold, where it is at hand.

The floors are what was reached when they were last raised; a change that goes below one fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline

FLOORS = {
    "event_recall": 0.0,
    "event_precision": 0.0,
    "date_accepted": 0.0,
    "quotes_verbatim": 1.0,
}


@pytest.fixture(scope="module")
def scores(eval_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("evaluation") / "content"
    pipeline.generate(eval_dir / "articles", folder, jobs=2)
    command = [sys.executable, str(eval_dir / "score.py"), str(folder), str(eval_dir / "gold")]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(figure: str, scores: dict[str, float]) -> None:
    assert scores[figure] >= FLOORS[figure]
