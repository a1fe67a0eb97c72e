"""How well the date of an entry is known."""

from __future__ import annotations

from generator import edtf
from generator.site.catalogue import Entry
from generator.site.rows import is_night


def precision(entry: Entry) -> str:
    """Return the key of the string that says it; empty without a date, and for a night."""
    if entry.meta.date is None or is_night(entry):
        return ""
    known = edtf.parse(entry.meta.date).precision
    # A day that stands for a night is known no better.
    night = entry.body.startswith(edtf.IN_THE_NIGHT)
    return "precision.night" if night else f"precision.{known}"
