"""How to cite an entry: BibTeX, CSL JSON and plain text, the same on every run.

The date is the event's, in EDTF, and never passes for a day of publication; a day of access is for
whoever cites to add.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.site import addresses
from generator.site.catalogue import Entry
from generator.site.jsontext import json_text
from generator.site.rendering import Rendering
from generator.site.text import plain

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not `\{`: BibTeX counts braces whatever stands before them.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "#$%&_"},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One form of a citation."""

    form: str
    """`BibTeX`."""
    text: str


def citations(site: Rendering, entry: Entry) -> tuple[Citation, ...]:
    """Return an entry's citation in each form."""
    page = addresses.url(addresses.entry(entry.id), directories=site.options.directories)
    title, name, date = plain(entry.meta.title), plain(site.options.name), entry.meta.date or ""
    url = site.options.url + page if site.options.url else ""
    t = site.strings.text
    event = t("citation.event", date=date) if date else t("citation.event_undated")
    words = t("citation.text", title=title, name=name, event=event)
    return (
        Citation(form=t("citation.form"), text=f"{words} {url}".rstrip()),
        Citation(form="BibTeX", text=_bibtex(entry.id, title, name, date, event, url)),
        Citation(
            form="CSL JSON",
            text=_csl(entry.id, title, name, date, url, site.options.told),
        ),
    )


def _bibtex(key: str, title: str, name: str, date: str, event: str, url: str) -> str:
    fields = {
        "title": f"{{{title.translate(_TEX)}}}",
        "howpublished": name.translate(_TEX),
        "eventdate": date,
        "note": event.translate(_TEX),
        "url": url,
    }
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _csl(key: str, title: str, name: str, date: str, url: str, language: str) -> str:
    item = {
        "id": key,
        "type": "webpage",
        "title": title,
        "container-title": name,
        "event-date": {"raw": date} if date else None,
        "URL": url,
        "language": language,
    }
    return json_text([{field: value for field, value in item.items() if value}], indent=1)
