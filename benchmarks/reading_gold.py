"""Print how well the gold of `tests/reading` is read: `reading_gold.py [--misses] [FIGURE ...]`.

With `--misses` also each miss of the figures named (of all, where none is named); with `--raise`
the floors in `tests/reading/floors.yml` follow the figures upwards, never downwards.
"""

import argparse
import math
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READING = ROOT / "tests" / "reading"
FLOORS = READING / "floors.yml"
sys.path[:0] = [str(ROOT), str(READING)]

import reading_gold  # noqa: E402 -- the gold and its scoring lie beside their tests
import scoring  # noqa: E402 -- the same
import tallies  # noqa: E402 -- the same
import yaml  # noqa: E402 -- the same


def main() -> None:
    """Read the gold and print its figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help=", ".join(tallies.FIGURES))
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--case", default="", help="only cases whose id begins with this")
    parser.add_argument("--raise", action="store_true", dest="rise", help="raise the floors")
    args = parser.parse_args()
    cases = [case for case in reading_gold.load() if case.id.startswith(args.case)]
    scores = scoring.score(scoring.read(cases))
    values = tallies.figures(scores)
    for name, value in values.items():
        tally = scores[name]
        print(
            f"{name:16} {value:.3f}  {tally.hits} right, {tally.found} found, {tally.wanted} gold"
        )
    for name in (args.figures or tallies.FIGURES) if args.misses else ():
        print(f"\n{name}", *scores[name].misses, sep="\n  ")
    if args.rise and not args.case:
        raise_floors(values)


def raise_floors(values: dict[str, float]) -> None:
    """Write each figure, rounded down, as its floor where it is above the floor that stands."""
    text = FLOORS.read_text(encoding="utf-8")
    comment = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    floors = yaml.safe_load(text) or {}
    rows = [
        f"{name}: {max(floors.get(name, 0), math.floor(value * 100 + 1e-9) / 100):.2f}\n"
        for name, value in values.items()
    ]
    FLOORS.write_text(comment + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
