"""Dates as readers say them, each said once: the same few days stand on many pages."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel.dates import format_date

from generator import edtf


@lru_cache(maxsize=65_536)
def said(date: str, language: str, *, night: bool = False, planned: bool = False) -> str:
    """Say an EDTF date with a capital letter at its beginning."""
    text = edtf.people(date, language, night=night, planned=planned)
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=65_536)
def weekday(day: dt.date, language: str) -> str:
    """Say the day of the week: `Tuesday`."""
    return format_date(day, "EEEE", locale=edtf.locale(language))
