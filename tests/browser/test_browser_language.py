"""A site in Ukrainian speaks Ukrainian wherever one reads, hears or searches it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cyrillic
import pytest
from conftest import SIZES, Watched, serve, watched
from playwright.sync_api import Browser, expect

from generator import site

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PAGES = (
    "",
    "404.html",
    "about/",
    "actors/",
    "actors/mayor/",
    "added/",
    "data/",
    "dates/",
    "2025/03/",
    "2025/03/03/",
    "2025/2025-03-02-event-1/",
    "2025/2025-03-02-former/",
    "2025/2025-03-03-event-2/",
    "disagreements/",
    "more/",
    "on-this-day/",
    "places/",
    "places/town/",
    "sources/",
    "topics/",
    "topics/floods/",
    "undated/",
)
READ = """
() => [...document.querySelectorAll("title, body, body *:not(script, style, code, pre, kbd)")]
    .filter(node => !node.closest("script, style, code, pre, kbd, p[hidden]"))
    .flatMap(node => [
        ...[...node.childNodes].filter(child => child.nodeType === 3).map(child => child.data),
        ...["aria-label", "title", "placeholder", "alt"].map(name => node.getAttribute(name) ?? ""),
    ])
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("ukrainian")
    cyrillic.make(folder / "content")
    yield from serve(site.build(cyrillic.configuration(ROOT, folder, "uk"), strict=True))


@pytest.fixture(params=sorted(SIZES))
def listener(request: pytest.FixtureRequest, browser: Browser, told: str) -> Iterator[Watched]:
    yield from watched(browser, told, request.param)


def english(reader: Watched) -> list[str]:
    """Return what the page says, to eyes or ears, that has a word in Latin letters."""
    return [said.strip() for said in reader.page.evaluate(READ) if cyrillic.has_latin_word(said)]


def test_no_page_has_an_english_word(listener: Watched) -> None:
    found = []
    for path in PAGES:
        listener.go(path)
        assert listener.page.locator("html").get_attribute("lang") == "uk"
        assert listener.wider_than_the_window() == 0, path
        found += [(path, said) for said in english(listener)]
    assert found == []


def test_the_search_has_no_english_word(listener: Watched) -> None:
    page = listener.page
    listener.go("")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    settled = page.locator(".dl-search[data-settled]")
    for words in ("", "вода", "млин", "чого немає"):
        field.fill(words)
        expect(settled).to_have_attribute("data-settled", words, timeout=60_000)
        assert english(listener) == []
    field.fill("вода")
    page.locator(".dl-search__narrow").evaluate("details => details.open = true")
    page.get_by_role("group", name="Стан").locator("label").first.click()
    expect(page.locator(".dl-search__chip")).to_have_count(1)
    assert english(listener) == []
    assert listener.complaints == []


def test_timeline_map_and_list_have_no_english_word(listener: Watched) -> None:
    page = listener.page
    listener.go("explore/?topic=votes")
    expect(page.locator(".dl-explore__summary")).to_contain_text("записів")
    page.locator(".dl-spot").first.click()
    expect(page.locator(".dl-popup")).to_be_visible()
    assert english(listener) == []
    assert listener.wider_than_the_window() == 0
    assert listener.complaints == []


def test_an_english_word_is_noticed(listener: Watched) -> None:
    listener.go("")
    listener.page.evaluate("document.querySelector('h1').title = 'Newest first'")
    assert english(listener) == ["Newest first"]
