"""A digest of many files that is carried on when some of them change, without the others.

It is the sum of what each file adds, so what a run put in place tells what the sum is to be after
it. The numbers are long, since a sum is forged more easily than a digest of the same length.
"""

from __future__ import annotations

import hashlib
import os

_BYTES = 256
LIMIT = 1 << (8 * _BYTES)
"""Sums are taken modulo this number."""


def share(name: str, held: str | None) -> int:
    """Return what a file of this digest adds; one that is not there adds nothing."""
    if held is None:
        return 0
    whole = os.fsencode(name) + b"\0" + held.encode()
    return int.from_bytes(hashlib.shake_256(whole).digest(_BYTES), "big")
