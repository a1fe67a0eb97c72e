"""What a run of `generate` costs by the number of articles: time, memory, stages.

    python benchmarks/ingest.py 500 1000 2000             # sizes, each read from nothing
    python benchmarks/ingest.py 300 --jobs 1 --jobs 2     # one worker against two, in turn
    python benchmarks/ingest.py --remembered 10000        # ten new articles beside many old ones

Articles are those of `news.py`. Each run is a process of its own, with a cache of readings of its
own. Seconds of the processor are those of all its processes, so other work on the machine has
little part in them; `ratio` is what two workers could gain at best: all the processor time over
that of the busiest process, which is what the clock would show on two free cores.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from multiprocessing import forkserver
from pathlib import Path
from typing import IO

import news

from generator import pipeline
from generator.content import reports
from generator.timing import Clock

REAL = 400
"""Articles that are read, to make any number of remembered reports of by moving their years."""

_PUBLISHED = re.compile(r'"published":"(\d+)')
_DATE = re.compile(r'"(?:edtf|published)":"[^"]*"')


def measure(seeds: Path, content: Path, jobs: int) -> dict[str, object]:
    """Run once in this process."""
    clock, began = Clock(), time.monotonic()
    outcome = pipeline.generate(seeds, content, jobs=jobs, clock=clock)
    wall = time.monotonic() - began
    forkserver._forkserver._stop()  # else what it and its processes used is not counted
    own, others = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    main, workers = (use.ru_utime + use.ru_stime for use in (own, others))
    return {
        "articles": outcome.read,
        "again": outcome.again,
        "jobs": jobs,
        "wall": wall,
        "main": main,
        "workers": workers,
        "ratio": (main + workers) / (main + workers / jobs) if jobs > 1 else 1.0,
        "memory": own.ru_maxrss / 1024,
        "worker_memory": others.ru_maxrss / 1024,
        "stages": clock.spent,
    }


def apart(seeds: Path, content: Path, jobs: int) -> dict[str, object]:
    """Run once in a process of its own, and print a row."""
    command = [sys.executable, __file__, "--one", str(seeds), str(content), "--jobs", str(jobs)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    row: dict[str, object] = json.loads(done.stdout)
    print(
        "{articles:>7} articles ({again} again)  jobs {jobs}  {wall:8.1f} s by the clock  main"
        " {main:7.1f} s  workers {workers:7.1f} s  ratio {ratio:4.2f}  main {memory:6.0f} MB"
        "  a worker {worker_memory:5.0f} MB".format(**row)
    )
    print("   ", "  ".join(f"{k} {v:.1f}" for k, v in row["stages"].items()))  # type: ignore[attr-defined]
    sys.stdout.flush()
    return row


def remember(content: Path, seeds: Path, count: int) -> None:
    """Make remembered reports of real readings, each set in other years."""
    pipeline.generate(seeds, content, jobs=2)
    real = [(one.id, reports.line(one)) for one in reports.each(content)]
    shutil.rmtree(content)  # its entries are of other years
    rounds = range(1, 1 + -(-count // len(real)))
    made = sorted(
        (f"{back}-{own}", back, own, line)
        for back in rounds
        for own, line in real[: count - (back - 1) * len(real)]
    )
    folder = content / reports.FOLDER
    folder.mkdir(parents=True)
    with ExitStack() as files:
        years: dict[str, IO[str]] = {}
        for name, back, own, line in made:
            moved = line.replace(f'"{own}"', f'"{name}"')
            moved = _DATE.sub(lambda date, back=back: _years_back(date[0], back), moved)
            year = _PUBLISHED.search(moved)[1]  # type: ignore[index]
            if year not in years:
                path = folder / f"{year}.jsonl"
                years[year] = files.enter_context(path.open("w", encoding="utf-8"))
            years[year].write(f"{moved}\n")


def _years_back(dates: str, years: int) -> str:
    return re.sub(r"\d{4}(?=[-/\"])", lambda year: str(int(year[0]) - years), dates)


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--jobs", action="append", type=int)
    parser.add_argument("--remembered", type=int, default=0)
    parser.add_argument("--one", nargs=2, type=Path)
    options = parser.parse_args()
    jobs = options.jobs or [2]
    if options.one:
        print(json.dumps(measure(*options.one, jobs[0])))
        return
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for size in options.sizes:
            news.write(base / str(size), size)
            for number in jobs:
                apart(base / str(size), base / f"content-{size}-{number}", number)
        if options.remembered:
            news.write(base / "old", REAL)
            news.write(base / "all", REAL + 10)
            new = base / "new"
            new.mkdir()
            for path in sorted((base / "all").iterdir())[-20:]:
                path.rename(new / path.name)
            remember(base / "content", base / "old", options.remembered)
            apart(new, base / "content", 1)
            apart(new, base / "content", 1)


if __name__ == "__main__":
    main()
