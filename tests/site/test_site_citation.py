"""How an entry is cited."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from generator import site
from generator.content import Chronology, EntryPage, Page, load
from generator.site import Options
from generator.site.catalogue import catalogue
from generator.site.citation import citations
from generator.site.rendering import Rendering

ENTRY = "2025/2025-03-03-dockers-walk-out.md"


def cited(
    title: str, date: str | None = "2031-02-03~", url: str = "https://a.example/"
) -> dict[str, str]:
    meta = EntryPage(title=title, date=date, kind="flood")
    page = Page(
        id="2031-02-03-dam", path="entries/2031/2031-02-03-dam.md", meta=meta, body="", lines={}
    )
    chronology = Chronology(entries={page.id: page})
    rendering = Rendering(catalogue(chronology), Options(name="Averly & Co", url=url))
    return {citation.form: citation.text for citation in citations(rendering, page)}


def unescaped(tex: str) -> str:
    names = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~"}
    names |= {"asciicircum": "^", "less": "<", "greater": ">"}
    tex = re.sub(r"\\([#$%&_])", r"\1", tex)
    return re.sub(r"\\text(\w+)\{\}", lambda match: names[match[1]], tex)


def test_an_entry_is_cited_by_title_site_event_date_and_permalink() -> None:
    text = cited("Dam gives way")["Text"]

    assert text == (
        "“Dam gives way”, Averly & Co. Event of 2031-02-03~. https://a.example/2031/2031-02-03-dam/"
    )


@pytest.mark.parametrize(
    "title",
    ["50% of $3_000 & #1", "Brace { alone", "} } {", r"A \textbf{b} ~ ^ <i>", "Київ – Łódź"],
)
def test_bibtex_keeps_every_character_and_balances_its_braces(title: str) -> None:
    text = cited(title)["BibTeX"]

    match = re.search(r"^  title = \{\{(.*)\}\},$", text, re.MULTILINE)
    assert match is not None
    assert unescaped(match[1]) == title
    assert text.count("{") == text.count("}")
    assert not re.search(r"(?<!\\)[#$%&_~^<>]", match[1])


def test_csl_json_gives_the_date_as_that_of_the_event_and_never_of_publication() -> None:
    (item,) = json.loads(cited('He said "run"')["CSL JSON"])

    assert item["title"] == 'He said "run"'
    assert item["event-date"] == {"raw": "2031-02-03~"}
    assert item["URL"] == "https://a.example/2031/2031-02-03-dam/"
    assert {"issued", "accessed"}.isdisjoint(item)


def test_no_date_and_no_address_are_made_up() -> None:
    forms = cited("Tunnel closed", date=None, url="")

    assert forms["Text"] == "“Tunnel closed”, Averly & Co. Event without a known date."
    assert "date = " not in forms["BibTeX"]
    assert "url" not in forms["BibTeX"]
    assert "event-date" not in forms["CSL JSON"]


def test_a_page_shows_the_citations_as_text(invented: Path) -> None:
    pages = {page.path: page for page in site.pages(load(invented)[0])}

    texts = re.findall(r'<pre class="dl-cite__text"[^>]*>(.*?)</pre>', pages[ENTRY].html, re.DOTALL)

    assert len(texts) == 3
    assert json.loads(html.unescape(texts[2]))[0]["id"] == "2025-03-03-dockers-walk-out"
    hostile = pages["2025/2025-07-01-hostile.md"].html
    assert "<script>window" not in hostile[hostile.index("dl-cite") :]


def test_what_was_withdrawn_is_not_offered_for_citation(invented: Path) -> None:
    pages = {page.path: page for page in site.pages(load(invented)[0])}

    assert "dl-cite" not in pages["2025/2025-03-10-boat-with-forty-missing.md"].html
