"""Report ids: the stem of the file, made safe as a name and as a part of a path."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

ID_LIMIT = 120
"""Characters of a report id: with an ending it stays under the 255 bytes of file systems."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def report_id(name: str) -> str:
    """Return a report id of ASCII letters, digits, `_`, `.` and `-` for a stem or given id.

    A name that had to be cut, or of which nothing is left, carries a part of its hash, so that
    two such names stay two.
    """
    plain = unicodedata.normalize("NFKD", name[: 4 * ID_LIMIT]).encode("ascii", "ignore").decode()
    safe = _UNSAFE.sub("-", plain).strip("-. ")
    digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    if len(safe) > ID_LIMIT or len(name) > ID_LIMIT:
        return f"{safe[: ID_LIMIT - 9]}-{digest}"
    if not safe:
        return f"report-{digest}"
    return f"{safe}_" if _RESERVED.fullmatch(safe) else safe


def numbered(stem: str, number: int) -> str:
    """Return the id of an unnamed record of a file of several: `reports-0003`."""
    return report_id(f"{stem}-{number:04d}")


def addressed(url: str) -> str:
    """Return the id of a record by its address: `example.org-2025-ferry-sinks-0f3a9c41`.

    Addresses differ in marks that an id cannot have, so a part of the hash tells them apart.
    """
    parts = urlsplit(url)
    digest = hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:8]
    readable = _UNSAFE.sub("-", f"{parts.hostname}{parts.path}")[: ID_LIMIT - 9].strip("-. ")
    return report_id(f"{readable}-{digest}")
