"""Print how well whole reports are read: `reading_heldout.py [PART ...] [--misses]`.

The parts are those of `tests/reading/heldout` (`dev` and `test`) and `eval`, the articles that lie
beside the scorer. The scorer is no part of this repository: it is `score.py` in the folder that
`DATELINE_EVAL` names (`../shared/eval` where it names none), and without it nothing is measured.
"""

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "reading")]

import whole_reports  # noqa: E402 -- the running of the scorer lies beside the tests that use it


def main() -> None:
    """Generate from each part, score it, print one row a figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(whole_reports.PARTS))
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--keep", type=Path, help="write the entries below this folder")
    args = parser.parse_args()
    scorer = whole_reports.scorer()
    if scorer is None:
        print(f"skipped: no score.py in {whole_reports.eval_folder()} (set DATELINE_EVAL)")
        return
    columns = {}
    for part in args.parts or whole_reports.PARTS:
        with tempfile.TemporaryDirectory() as scratch:
            content = (args.keep or Path(scratch)) / part
            columns[part], misses = whole_reports.measure(part, content, scorer)
        if args.misses:
            print(f"{part}:", *misses, sep="\n  ")
    print(f"{'':16}", *(f"{part:>8}" for part in columns))
    for figure in next(iter(columns.values())):
        print(f"{figure:16}", *(f"{column[figure]:8.3f}" for column in columns.values()))


if __name__ == "__main__":
    main()
