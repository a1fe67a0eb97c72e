"""How well the date of an entry is known."""

from __future__ import annotations

from generator import edtf
from generator.site.catalogue import Entry
from generator.site.rows import is_night

NIGHT = "In the night of "
"""How a body begins whose day stands for a night: it is known no better."""


def precision(entry: Entry) -> str:
    """Return the key of the string that says it; empty without a date, and for a night."""
    if entry.meta.date is None or is_night(entry):
        return ""
    known = edtf.parse(entry.meta.date).precision
    return "precision.night" if entry.body.startswith(NIGHT) else f"precision.{known}"
