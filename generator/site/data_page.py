"""The page that lists every feed and download."""

from __future__ import annotations

from dataclasses import dataclass

from generator.site import addresses
from generator.site.data.formats import Format, formats
from generator.site.page import Page
from generator.site.rendering import Rendering


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Formats of one use."""

    label: str
    about: str
    forms: tuple[Format, ...]


def data_page(site: Rendering) -> Page:
    """Return the page of all feeds and downloads."""
    every = formats()
    shelves = (
        Shelf(
            label="Follow",
            about="Each topic, actor and place has its own, linked on its page.",
            forms=tuple(form for form in every if form.followed),
        ),
        Shelf(
            label="Download",
            about="The whole chronology, made anew with each build of the site.",
            forms=tuple(form for form in every if not form.followed),
        ),
    )
    html = site.html(
        "data.html", addresses.DATA, shelves=shelves, api=addresses.API, date_fields=DATE_FIELDS
    )
    said = "The chronology as feeds, calendar, tables, map data, database and API."
    return Page(
        path=addresses.DATA, title="Data", html=html, description=said, searchable=False, order=70
    )


DATE_FIELDS = (
    (
        "edtf",
        "the date as the sources allow it, in Extended Date/Time Format: 2025-11, 2025-11-19~",
    ),
    ("lower", "the first day that it can mean"),
    ("upper", "the last day that it can mean"),
    ("precision", "day, month, season, year, decade, century or interval"),
)
"""The fields that each format states a date by, and what they mean."""
