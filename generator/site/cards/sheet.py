"""The site's own faces, as the style sheet of the bundle names them.

Each face is cut into files by writing system, so a line may need several: the style sheet says
which characters each file has.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from generator.content.cache import key_of

SERIF, SANS = "Source Serif 4", "Inter"
_SHEET = "fonts.css"
"""In the folder of the bundle."""
_RULE = re.compile(r"@font-face\s*\{([^}]*)\}")
_FAMILY = re.compile(r"font-family:\s*\"?([^\";}]+)")
_FILE = re.compile(r"url\(\"?([^\"()]+\.woff2)")
_ITALIC = re.compile(r"font-style:\s*italic")
_RANGE = re.compile(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a face."""

    file: Path
    ranges: tuple[tuple[int, int], ...]
    """First and last character of each stretch that it has."""


@cache
def parts(bundle: Path, family: str) -> tuple[Part, ...]:
    """Return the files of a face's upright, the last named first, as browsers look for them."""
    sheet = bundle / _SHEET
    found = []
    for rule in _RULE.findall(sheet.read_text(encoding="utf-8") if sheet.is_file() else ""):
        named, file = _FAMILY.search(rule), _FILE.search(rule)
        if named and file and named[1].strip() == family and not _ITALIC.search(rule):
            ranges = [(int(a, 16), int(b or a, 16)) for a, b in _RANGE.findall(rule)]
            found.append(Part(file=bundle / file[1], ranges=tuple(ranges)))
    return tuple(reversed(found))


@cache
def characters(bundle: Path, family: str) -> frozenset[int]:
    """Return the characters of a face."""
    ranges = chain.from_iterable(part.ranges for part in parts(bundle, family))
    return frozenset(number for first, last in ranges for number in range(first, last + 1))


@cache
def digest(bundle: Path) -> str:
    """Return the digest of the files of the faces; nothing where one of the two is not there."""
    faces = [parts(bundle, family) for family in (SERIF, SANS)]
    if not all(faces):
        return ""
    files = [repr(part.ranges) + _digest(part.file) for part in chain.from_iterable(faces)]
    return key_of(*files).hex()


def _digest(file: Path) -> str:
    return hashlib.blake2b(file.read_bytes()).hexdigest()
