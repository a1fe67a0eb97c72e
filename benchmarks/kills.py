"""Kill whole runs of `generate` at random moments, and see that the next run mends everything.

    python benchmarks/kills.py seeds --kills 200

The model is loaded once; each run is a process of its own, forked from there and killed by the
system. What the next run leaves is compared, byte by byte, with what an unbroken one leaves.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import tempfile
import time
from pathlib import Path

from generator import content, pipeline


def files(folder: Path) -> dict[str, bytes]:
    """Return every file but the lock, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def forked(seeds: Path, folder: Path) -> int:
    """Start a run in a process of its own; return its number."""
    child = os.fork()
    if child == 0:
        try:
            pipeline.generate(seeds, folder)
        finally:
            os._exit(0)
    return child


def prepared(articles: Path, base: Path) -> tuple[Path, Path]:
    """Return seeds, and content made from half of them with an edit in it."""
    seeds, half, folder = base / "seeds", base / "half", base / "content"
    shutil.copytree(articles, seeds)
    half.mkdir()
    found = sorted(path for path in seeds.iterdir() if path.is_file())
    for path in found[: len(found) // 2]:
        shutil.copy(path, half)
    pipeline.generate(half, folder)
    entry = min((folder / "entries").rglob("*.md"))
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("status: draft", "status: reviewed  # by hand"), encoding="utf-8")
    return seeds, folder


def main() -> None:
    """Kill, run again, compare; print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--late", action="store_true", help="only in the last tenth of a run")
    options = parser.parse_args()
    moments = random.Random(200)  # noqa: S311 -- moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        seeds, start = prepared(options.seeds, base)
        whole = base / "whole"
        shutil.copytree(start, whole)
        began = time.monotonic()
        os.waitpid(forked(seeds, whole), 0)
        length = time.monotonic() - began
        expected, touched, broken = files(whole), 0, 0
        for _ in range(options.kills):
            folder = base / "tried"
            shutil.copytree(start, folder)
            child = forked(seeds, folder)
            earliest = 0.9 * length if options.late else 0.0
            time.sleep(moments.uniform(earliest, 1.02 * length))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            touched += files(folder) not in (files(start), expected)
            broken += bool(content.load(folder)[1])
            os.waitpid(forked(seeds, folder), 0)
            broken += files(folder) != expected
            shutil.rmtree(folder)
        print(
            f"{options.kills} kills of runs of {length:.1f} s: {touched} left a run half written,"
        )
        print(f"{broken} left something damaged, or other bytes after the next run")


if __name__ == "__main__":
    main()
