"""What it costs to build a site, beside other builders: time, memory, bytes, growth.

    make bench                     # installs the others, then 1,000 and 10,000 entries
    python benchmarks/site_build.py [--limit SECONDS] SIZES…

The chronology is that of the browser tests' `synthetic.py`. Dateline builds all that it publishes:
entries with maps, lists, feeds, calendars, exports, the API and the search (social cards, which are
kept from one build to the next, are off). The others are given Markdown pages of the same entries,
and of one list for each actor, place, topic and day, in a frame of the weight of Material's head;
Hugo makes pages as full as Dateline's too (`hugo_whole.py`), and MkDocs puts those that Dateline
composed into Material. Each builds thrice, in processes of its own: at first, with nothing kept;
again, with nothing changed; and after a sentence was added to one entry. Ratios are to the first
builder of the same column; growth is the exponent of the first build from one size to the next;
memory is the highest use of the largest process of the three builds. A builder whose first build at
the size before lets expect more than the limit is left out, with a word.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from builders import BUILDERS, ROOT, Builder, versions

sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests")]

from configured import configured  # noqa: E402 -- these stand beside the tests
from synthetic import make  # noqa: E402

QUIET = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
QUIET["NO_MKDOCS_2_WARNING"] = "1"
"""Without a word on standard error, and with programs compiled once, as anywhere."""
HEAD = (
    "| builder | entries | pages | first, s | × | again, s | × | one change, s | × | growth |"
    " memory, MB | site, MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What three builds cost."""

    first: float
    """By the clock, in seconds, as the next two."""
    again: float
    changed: float
    memory: float
    """Highest use of the largest process, in MB."""
    size: float
    """Of the site, in MB."""
    pages: int


def measured(builder: Builder, folder: Path) -> Cost:
    """Build three times in this process's children, and weigh what they leave."""
    builder.prepare(folder)
    commands = builder.commands(folder)
    environment = QUIET | {"DATELINE_CACHE": str(folder / "cache")}

    weights: list[float] = []

    def build() -> float:
        began = time.monotonic()
        weights.extend(weighed(command, folder, environment) for command in commands)
        return time.monotonic() - began

    first, again = build(), build()
    entries = sorted((folder / builder.entries).rglob("*.md"))
    one = entries[len(entries) // 2]
    one.write_text(one.read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8")
    changed = build()
    # Set aside, not removed: for minutes ext4 takes up to eight times as long to give out what was
    # freed, and whoever builds next would pay for it.
    built = (folder / "site").rename(folder / f"built by {builder.name}")
    files = [path for path in built.rglob("*") if path.is_file()]
    return Cost(
        first=first,
        again=again,
        changed=changed,
        memory=max(weights),
        size=sum(path.stat().st_size for path in files) / 1e6,
        pages=sum(path.suffix == ".html" for path in files),
    )


def weighed(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Run a command in a folder; return the memory of its largest process, in MB."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=said, env=environment, cwd=folder
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{command} failed:\n{said.read()}")
    return used.ru_maxrss / 1024


def row(name: str, size: int, cost: Cost, to: Cost, growth: str) -> str:
    """Return a line of the table."""
    times = ((cost.first, to.first), (cost.again, to.again), (cost.changed, to.changed))
    told = " | ".join(f"{seconds:.1f} | {seconds / other:.1f}" for seconds, other in times)
    weights = f"{cost.memory:.0f} | {cost.size:.0f}"
    return f"| {name} | {size:,} | {cost.pages:,} | {told} | {growth} | {weights} |"


def main(sizes: list[int], limit: float) -> None:
    """Print the table."""
    machine = f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}"
    print(f"{dt.date.today():%d %B %Y}, {machine}, Python {platform.python_version()},")
    print(f"{', '.join(versions())}.\n\n{HEAD}")
    before: dict[str, tuple[int, float]] = {}
    for size in sizes:
        to = None
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            configured(folder, make(folder / "content", size).folder)
            for builder in BUILDERS:
                known = before.get(builder.name)
                if why := not_measured(builder, size, known, limit):
                    print(f"| {builder.name} | {size:,} | {why} |")
                    continue
                call = [sys.executable, __file__, "--one", builder.name, str(folder)]
                done = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True)
                cost = Cost(**json.loads(done.stdout.splitlines()[-1]))
                to = to or cost
                print(row(builder.name, size, cost, to, grown(size, cost, known)), flush=True)
                before[builder.name] = size, cost.first


def not_measured(builder: Builder, size: int, known: tuple[int, float] | None, limit: float) -> str:
    """Return why a builder is left out at a size; `known` is what a smaller size took it."""
    if not builder.needs.exists():
        return "not installed"
    late = known is not None and known[1] * size / known[0] > limit
    return f"more than {limit:.0f} s to be expected" if late else ""


def grown(size: int, cost: Cost, known: tuple[int, float] | None) -> str:
    """Return the exponent by which the first build grew."""
    if known is None:
        return ""
    return f"{math.log(cost.first / known[1]) / math.log(size / known[0]):.2f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000])
    parser.add_argument("--limit", type=float, default=900)
    parser.add_argument("--one", nargs=2, metavar=("BUILDER", "FOLDER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        wanted = next(b for b in BUILDERS if b.name == chosen.one[0])
        print(json.dumps(asdict(measured(wanted, Path(chosen.one[1])))))
    else:
        main(chosen.sizes, chosen.limit)
