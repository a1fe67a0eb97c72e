"""Search on a long chronology: spellings, mistakes, facets and keys."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from conftest import ENTRIES, Watched, watched
from playwright.sync_api import Browser, expect
from synthetic import Made, folded, mistyped

pytestmark = pytest.mark.browser

WORDS = min(200, ENTRIES // 2)
NAMES = 30
FACETS = ("Topic", "Actor", "Place", "Kind", "Status", "Source")


@pytest.fixture(scope="module")
def open_page(browser: Browser, long: str) -> Iterator[Watched]:
    yield from watched(browser, long, "desktop")


@pytest.fixture
def searching(open_page: Watched) -> Iterator[Watched]:
    """A reader of the long chronology, who stays on one page for all tests."""
    open_page.go("about/")
    yield open_page
    assert (open_page.foreign, open_page.complaints) == ([], [])


def asked(reader: Watched, words: str) -> str:
    """Ask at once, and return the names, titles and words that are found or offered."""
    field = reader.page.get_by_role("searchbox")
    if not field.is_visible():
        reader.page.keyboard.press("/")
    field.fill(words)
    field.press("Enter")
    settled = reader.page.locator(".dl-search[data-settled]")
    expect(settled).to_have_attribute("data-settled", words)
    return folded(reader.page.locator(".dl-search__main").inner_text())


def test_names_are_found_in_three_spellings_and_lead_to_entries(
    searching: Watched, made: Made
) -> None:
    spellings = [
        (name, spelling)
        for name, others in made.people[:NAMES]
        for spelling in (name, folded(name), others[1])
    ]

    missed = [pair for pair in spellings if folded(pair[0]) not in asked(searching, pair[1])]

    assert missed == []


def test_names_with_mistakes_are_found_95_times_in_100(searching: Watched, made: Made) -> None:
    chance = random.Random(3)  # noqa: S311 -- nothing secret
    missed = []
    for name, _ in made.people[:NAMES]:
        last = folded(name).split()[-1]
        for mistakes in (1, 2) if len(last) > 6 else (1,):
            wrong = mistyped(last, mistakes, chance)
            if last not in asked(searching, wrong):
                missed.append((last, wrong))

    assert len(missed) <= 0.05 * 2 * NAMES, missed


def test_words_with_mistakes_are_found_or_offered_95_times_in_100(
    searching: Watched, made: Made
) -> None:
    chance = random.Random(5)  # noqa: S311 -- nothing secret
    missed = []
    for number, word in enumerate(chance.sample(made.words, WORDS)):
        wrong = mistyped(word, 1 + number % 2, chance)
        if word not in asked(searching, wrong):
            missed.append((word, wrong))

    assert len(missed) <= 0.05 * WORDS, missed


def test_a_phrase_finds_only_what_has_it_word_for_word(searching: Watched) -> None:
    asked(searching, '"called for help"')
    total = int(re.sub(r"\D", "", searching.page.locator(".dl-search__summary").inner_text()))

    asked(searching, '"help for called"')

    assert total == ENTRIES
    expect(searching.page.locator(".dl-search__results li")).to_have_count(0)


def test_each_facet_leaves_as_many_as_it_says(searching: Watched) -> None:
    page = searching.page
    summary = page.locator(".dl-search__summary")
    asked(searching, "called")
    expect(summary).to_contain_text(f"{ENTRIES:,} entries")
    for facet in FACETS:
        label = page.get_by_role("group", name=facet, exact=True).locator("label").first
        count = int(label.locator("small").inner_text().replace(",", ""))

        label.click()

        expect(summary).to_contain_text(re.compile(rf"^{count:,} entr"))
        page.get_by_role("group", name=facet, exact=True).locator("input:checked").click()
        expect(summary).to_contain_text(f"{ENTRIES:,} entries")


def test_the_address_brings_words_facets_range_and_order_back(searching: Watched) -> None:
    page = searching.page
    asked(searching, "called")
    page.get_by_role("group", name="Status").get_by_text("Reviewed").click()
    page.get_by_label("From").select_option("2021-02")
    page.get_by_label("Order").select_option("oldest")
    expect(page).to_have_url(re.compile("q=called&status=reviewed&from=2021-02&sort=oldest"))
    expect(page.locator(".dl-search[data-settled] .dl-search__results li")).to_have_count(10)
    titles = page.locator(".dl-search__results b").all_inner_texts()
    count = page.locator(".dl-search__summary").inner_text().split(" ")[0]

    page.reload()

    summary = page.locator(".dl-search[data-settled] .dl-search__summary")
    expect(summary).to_contain_text(f"{count} entries")
    assert page.locator(".dl-search__results b").all_inner_texts() == titles


def test_keys_alone_lead_from_a_question_to_an_entry(searching: Watched) -> None:
    page = searching.page
    asked(searching, "called")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".dl-search__results a").first).to_be_focused()
    title = page.locator(":focus b").inner_text()

    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text(title)
