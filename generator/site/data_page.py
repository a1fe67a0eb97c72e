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

    name: str
    """Its anchor: `follow`."""
    label: str
    about: str
    forms: tuple[Format, ...]


def data_page(site: Rendering) -> Page:
    """Return the page of all feeds and downloads."""
    every, t = formats(), site.strings.text
    shelves = (
        Shelf(
            name="follow",
            label=t("data.follow"),
            about=t("data.follow_about"),
            forms=tuple(form for form in every if form.followed),
        ),
        Shelf(
            name="download",
            label=t("data.download"),
            about=t("data.download_about"),
            forms=tuple(form for form in every if not form.followed),
        ),
    )
    text = site.later(
        "data.html", addresses.DATA, shelves=shelves, api=addresses.API, date_fields=DATE_FIELDS
    )
    title, said = t("page.data"), t("data.description")
    return Page(
        path=addresses.DATA, title=title, text=text, described=said, searchable=False, order=70
    )


DATE_FIELDS = ("edtf", "lower", "upper", "precision")
"""The fields that each format states a date by."""
