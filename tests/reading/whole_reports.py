"""Generate from a folder of reports and score the entries with the scorer, where it is at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator import pipeline

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("eval", "dev", "test")


def eval_folder() -> Path:
    """Return the folder that holds the scorer and its own articles, be it there or not."""
    return Path(os.environ.get("DATELINE_EVAL") or ROOT.parent / "shared" / "eval")


def scorer() -> Path | None:
    """Return the scorer, or nothing where this machine has none."""
    path = eval_folder() / "score.py"
    return path if path.is_file() else None


def measure(part: str, content: Path, program: Path) -> tuple[dict[str, float], list[str]]:
    """Generate a part into an empty folder; return its figures and, one a line, the misses."""
    folder = eval_folder() if part == "eval" else Path(__file__).parent / "heldout" / part
    pipeline.generate(folder / "articles", content, jobs=2)
    return score(content, folder / "gold", program)


def score(content: Path, gold: Path, program: Path) -> tuple[dict[str, float], list[str]]:
    """Run the scorer; return its figures and the misses."""
    command = [sys.executable, str(program), str(content), str(gold)]
    done = subprocess.run(
        [*command, "--json", "--misses"], capture_output=True, text=True, check=True
    )
    *misses, result = done.stdout.splitlines()
    return flat(json.loads(result)), misses


def flat(result: dict[str, Any]) -> dict[str, float]:
    """Return each figure by its name; of precision, recall and F1 the last."""
    merge = {f"merge {name}": value for name, value in result["merge"].items()}
    return {
        name: value["f1"] if isinstance(value, dict) else value
        for name, value in {**result, **merge}.items()
        if name not in ("merge", "merge mentions", "articles")
    }
