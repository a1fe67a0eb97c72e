"""Sentences → Timexes: `overnight`, `Nov 24 and 25` → TIMEX3 values and EDTF dates."""

from __future__ import annotations

from generator.temporal.tagger import tag

__all__ = ["tag"]
