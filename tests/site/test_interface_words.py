"""What the site says itself is in its own language, on every page, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cyrillic
import pytest
from lxml import etree
from lxml.html import fromstring

from generator import site
from generator.content import load
from generator.site import Options

_HEARD = ("aria-label", "title", "placeholder", "alt")
_DATA = ("data-pagefind-filter", "data-pagefind-meta")
_SKIPPED = {"code", "pre", "script"}
"""Ids, citations for programs and linked data."""


def latin(html: str) -> Iterator[str]:
    """Yield each text of a page, read or heard, that has a word in Latin letters."""
    for node in fromstring(f"<div>{html}</div>").iter(etree.Element):
        indexed = any(map(node.get, _DATA)) or (node.tag == "p" and "hidden" in node.attrib)
        read = [] if node.tag in _SKIPPED or indexed else [node.text]
        for text in (*read, node.tail, *map(node.get, _HEARD)):
            if text and cyrillic.has_latin_word(text):
                yield text.strip()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cyrillic.make(tmp_path_factory.mktemp("told"))


def pages(folder: Path, language: str) -> tuple[site.Page, ...]:
    chronology, findings = load(folder)
    assert findings == ()
    options = Options(name="Літопис", language=language, told="uk", list_length=2)
    return site.pages(chronology, options)


def test_a_chronology_told_in_ukrainian_has_no_english_word_on_any_page(told: Path) -> None:
    found = [
        (page.path, text)
        for page in pages(told, "uk")
        for text in (
            *latin(page.html),
            *latin(page.title),
            *latin(page.description),
            *latin(page.label),
        )
    ]
    assert found == []


def test_the_english_site_of_the_same_chronology_has_english_words_on_every_page(
    told: Path,
) -> None:
    own = {"about.md"}
    without = [
        page.path
        for page in pages(told, "en")
        if page.path not in own and page.redirect is None and not list(latin(page.html))
    ]
    assert without == []


def test_what_entries_say_is_marked_with_their_language_where_the_site_speaks_another(
    invented: Path,
) -> None:
    chronology, _ = load(invented)
    shown = {page.path: page.html for page in site.pages(chronology, Options(language="uk"))}
    entry, topic, day = (
        fromstring(shown[f"{page}.md"])
        for page in ("2025/2025-03-03-dockers-walk-out", "topics/floods", "2025/03/09/index")
    )
    assert entry.findtext(".//blockquote/p")
    for node in (*entry.iter("h1", "blockquote"), *topic.iter("h1")):
        assert node.get("lang") == "en"
    assert {node.get("lang") for node in day.iter("h1", "h2")} == {None}
    assert not any(" lang=" in page.html for page in site.pages(chronology, Options()))
