"""The one EDTF spelling of a date that a person wrote otherwise.

Only what can mean a single date is respelt: `03/04/2025` is two days, `winter 2025` two winters.
"""

from __future__ import annotations

import re
from functools import cache

from generator import edtf
from generator.lexicons import table

_LONGEST = 80
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_MARKS = "\"'`\u2018-\u201f\u2032\u2033\u00ab\u00bb"
_WRAPPED = re.compile(f"[{_MARKS}]+([^{_MARKS}]*)[{_MARKS}]+")
_INTERVAL = re.compile(r"(?:from )?(\S.*?) ?(?: to | until | till | - |/) ?(\S.*)", re.IGNORECASE)
_SINCE = re.compile(r"since (.+)|(.+?) ?(?: onwards|/ ?open)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till) (.+)", re.IGNORECASE)
_AFTER = re.compile(r"(.+?) ?(?:\(([?~])\)|([?~%]))")
_PAIR = re.compile(r"(\d{4}(?:-\d\d){0,2})-(\d{4}(?:-\d\d){0,2})", re.ASCII)
_YMD = re.compile(r"(\d{4}) ?[-/.] ?(0?[1-9]|1[0-2])(?: ?[-/.] ?(\d\d?))?", re.ASCII)
_DMY = re.compile(r"(?:(\d\d?)(?:st|nd|rd|th)? )?([A-Za-z]{3,9})\.?,? (\d{4})", re.ASCII)
_MDY = re.compile(r"([A-Za-z]{3,9})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_DAYS = re.compile(r"(\d\d?) ?(?:-|to) ?(\d\d?) ([A-Za-z]{3,9})\.?,? (\d{4})", re.ASCII)
_SHORT = re.compile(r"(\d{4}-\d\d)-(\d\d) ?/ ?(\d\d)", re.ASCII)
_DECADE = re.compile(r"(\d{3})0'?s", re.ASCII)
_SEASON = re.compile(r"(spring|summer|autumn|fall) (\d{4})", re.IGNORECASE | re.ASCII)
_OPEN = re.compile(r"\d{4}(?:-[\dx]{2}){0,2}|\d{2,3}x{1,2}", re.IGNORECASE | re.ASCII)
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23"}


def date(text: str) -> str | None:
    """Return the EDTF of a date; None where it is EDTF already, or no single date."""
    plain = " ".join(_DASHES.sub("-", text[: _LONGEST + 1]).split())
    wrapped = _WRAPPED.fullmatch(plain)
    plain = wrapped[1].strip() if wrapped else plain
    if len(plain) > _LONGEST or edtf.is_valid(text):
        return None
    found = plain if edtf.is_valid(plain) else _span(plain)
    return found if found and edtf.is_valid(found) else None


def _span(text: str) -> str | None:
    """Respell an interval, or one date."""
    days, short, pair = (form.fullmatch(text) for form in (_DAYS, _SHORT, _PAIR))
    if pair:
        ends: tuple[str | None, ...] = pair.groups()
    elif days:
        ends = tuple(_dmy(day, days[3], days[4]) for day in days.groups()[:2])
    elif short:
        ends = (f"{short[1]}-{short[2]}", f"{short[1]}-{short[3]}")
    else:
        since, until = _SINCE.fullmatch(text), _UNTIL.fullmatch(text)
        single = since or until
        if single:
            known = _marked(single[1] or single[single.re.groups])
            return (f"{known}/.." if since else f"../{known}") if known else None
        alone = _marked(text)
        interval = _INTERVAL.fullmatch(text) if alone is None else None
        if interval is None:
            return alone
        ends = (_marked(interval[1]), _marked(interval[2]))
    return f"{ends[0]}/{ends[1]}" if all(ends) else None


def _marked(text: str) -> str | None:
    """Respell one date with what says that it is approximate or uncertain."""
    after = _AFTER.fullmatch(text)
    if after:
        known = _point(after[1])
        return f"{known}{after[2] or after[3]}" if known else None
    for word, mark in _words().items():
        rest = text[len(word) :]
        if text.lower().startswith(word) and (not word[-1:].isalpha() or rest[:1] in (".", " ")):
            known = _point(rest.lstrip(". "))
            return f"{known}{mark}" if known else None
    return _point(text)


def _point(text: str) -> str | None:
    """Respell a day, month, season, year or decade."""
    if edtf.is_valid(text) and "/" not in text and text[-1] not in "~?%":
        return text
    if match := _YMD.fullmatch(text):
        return "-".join(part if at == 0 else part.zfill(2) for at, part in _given(match))
    if match := _MDY.fullmatch(text):
        return _dmy(match[2], match[1], match[3])
    if match := _SEASON.fullmatch(text):
        return f"{match[2]}-{_SEASONS[match[1].lower()]}"
    if match := _DMY.fullmatch(text):
        return _dmy(match[1], match[2], match[3])
    if match := _DECADE.fullmatch(text):
        return f"{match[1]}X"
    return text.upper() if _OPEN.fullmatch(text) else None


def _given(match: re.Match[str]) -> list[tuple[int, str]]:
    return [(at, part) for at, part in enumerate(match.groups()) if part]


def _dmy(day: str | None, month: str, year: str) -> str | None:
    number = _months().get(month.lower())
    if number is None:
        return None
    return f"{year}-{number:02}" + (f"-{day.zfill(2)}" if day else "")


@cache
def _months() -> dict[str, int]:
    return {row[0].lower().rstrip("."): int(row[1]) for row in table("en/time_months")}


@cache
def _words() -> dict[str, str]:
    """Words that mark a date, the longest first."""
    rows = sorted(table("en/date_marks"), key=lambda row: -len(row[0]))
    return {row[0]: row[1] for row in rows}
