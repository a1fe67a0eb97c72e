"""Knowledge of language and news as data: one item a line, sorted, `#` begins a comment line.

Files under `en/` hold what is said of English; files beside this one hold for any language.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _read(name: str) -> tuple[str, ...]:
    text = files(__name__).joinpath(*name.split("/")).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the items of `NAME.txt`, for example `lines("en/reporting_verbs")`."""
    return tuple(line.strip() for line in _read(f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `NAME.tsv`, for example `table("en/months")`."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in _read(f"{name}.tsv"))
