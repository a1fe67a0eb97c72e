"""What can be wrong with a seed file; each code is a row of `lexicons/findings.tsv`."""

from __future__ import annotations

from functools import cache

from generator.errors import Finding
from generator.lexicons import table

NO_DATE = "E101"
DUPLICATE = "E102"
BAD_DATE = "E103"
EMPTY = "E104"
NOT_TEXT = "E105"
TOO_LARGE = "E106"
NOT_A_FILE = "E107"
UNREADABLE = "E108"
UNKNOWN_FORMAT = "E109"
BAD_RECORD = "E110"
BAD_FRONT_MATTER = "E111"
UNKNOWN_KEY = "E112"
NO_STORY = "E113"
BAD_VALUE = "E114"
BROKEN_OFF = "E115"


def finding(
    path: str, code: str, message: str, *, line: int = 0, field: str = "", fix: str = ""
) -> Finding:
    """Make a finding; how to mend it is said by the code's row unless `fix` says it better."""
    return Finding(path, line, field, code, message, fix or _fixes()[code])


@cache
def _fixes() -> dict[str, str]:
    return {code: fix for code, _, fix in table("findings")}
