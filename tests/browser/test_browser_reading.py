"""The built site in a real browser, at desktop and phone width."""

from __future__ import annotations

import re

import pytest
from conftest import Watched
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ENTRY = "2025/2025-03-03-dockers-walk-out/"
HOSTILE = "2025/2025-07-01-hostile/"
PAGES = (
    "",
    ENTRY,
    HOSTILE,
    "topics/",
    "topics/floods/",
    "topics/hostile/",
    "actors/",
    "actors/mykola-zarenskyy/",
    "actors/hostile-actor/",
    "places/",
    "places/port-averly/",
    "dates/",
    "2025/",
    "2025/03/",
    "2025/03/09/",
    "undated/",
    "disagreements/",
    "more/",
    "on-this-day/",
    "on-this-day/03-09/",
    "sources/",
    "sources/coast-wire/",
    "sources/coast-wire/reports/",
    "added/",
    "changed/",
    "about/",
    "data/",
    "2025/2025-03-10-boat-with-forty-missing/",
)


def test_each_page_loads_fits_the_window_and_asks_nobody_else(reader: Watched) -> None:
    for path in PAGES:
        reader.go(path)

        expect(reader.page.locator("h1").first).to_be_visible()
        assert (path, reader.wider_than_the_window()) == (path, 0)
        assert (path, reader.foreign, reader.complaints) == (path, [], [])


def test_no_script_of_content_runs(desktop: Watched) -> None:
    for path in (HOSTILE, "topics/hostile/", "actors/hostile-actor/", "", "about/"):
        desktop.go(path)

        assert desktop.page.evaluate("window.hacked === undefined"), path


def test_no_script_of_content_runs_in_the_search(reader: Watched) -> None:
    reader.go("")

    found = reader.search("hacked")

    assert any(title.startswith("</title><script>") for title in found)
    assert reader.page.evaluate("window.hacked === undefined")


@pytest.mark.parametrize("spelling", ["Zarensky", "sarenskij", "Заренський", "zarenskiy"])
def test_a_name_is_found_in_another_spelling(reader: Watched, spelling: str) -> None:
    reader.go("")

    found = reader.search(spelling)

    assert "Mykola Zarenskyy" in found
    assert "Mayor asks the state for help after the flood" in found


def test_a_word_with_marks_is_found_without_them(desktop: Watched) -> None:
    desktop.go("")

    assert "Inês Calloway" in desktop.search("ines")


@pytest.mark.parametrize("word", ["flood", "floods", "flooded"])
def test_a_word_is_found_as_it_is_written(desktop: Watched, word: str) -> None:
    desktop.go("")

    assert any(word in title.lower() for title in desktop.search(word))


def test_a_date_finds_the_entries_of_that_day(desktop: Watched) -> None:
    desktop.go("")

    assert set(desktop.search("2025-03-09")) >= {
        "Orla floods the Old Quay overnight",
        "Mayor asks the state for help after the flood",
        "Flooded substation leaves half the town without power",
    }


def test_the_header_ends_where_the_page_ends(desktop: Watched) -> None:
    desktop.go("")

    def edges(selector: str) -> tuple[int, int]:
        box = desktop.page.locator(selector).first.bounding_box()
        assert box is not None
        return round(box["x"]), round(box["x"] + box["width"])

    assert edges(".md-header .dl-repository")[1] == edges(".dl-stream")[1]
    assert edges(".md-tabs__item--active .md-tabs__link")[0] == edges("h1")[0]


def test_a_withdrawn_entry_is_not_found(desktop: Watched) -> None:
    desktop.go("")

    assert not any("forty" in title for title in desktop.search("boat ferry"))


def test_a_reader_goes_from_topic_to_entry_to_its_sources(reader: Watched) -> None:
    reader.go("topics/")
    page = reader.page

    page.get_by_role("link", name="Labour", exact=True).last.click()
    page.locator(".dl-row__title a", has_text="Dockers walk out").click()
    expect(page).to_have_url(re.compile(ENTRY))
    page.get_by_role("link", name="source 2").first.click()

    source = page.locator("#source-2")
    expect(source).to_be_in_viewport()
    expect(source.locator("blockquote")).to_contain_text("nine hundred absences")
    link = source.get_by_role("link", name="Original report")
    expect(link).to_have_attribute("href", "https://coast-wire.example/a/88?x=1&y=2")
    assert reader.complaints == []


def test_a_former_address_leads_to_the_entry(desktop: Watched) -> None:
    desktop.go("2025/2025-03-03-strike-at-terminal/")

    desktop.page.wait_for_url(f"**/{ENTRY}")


def test_the_reader_can_turn_the_lights_out(reader: Watched) -> None:
    reader.go("")
    body = reader.page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")

    for _ in range(2):
        reader.page.locator("form[data-md-component='palette'] label:visible").click()

    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    shade = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", shade)[:3])) < 150


def test_the_density_strip_leads_to_a_month(desktop: Watched) -> None:
    desktop.go("")

    desktop.page.get_by_role("link", name="March 2025: 5 entries").click()

    expect(desktop.page.locator("h1")).to_have_text("March 2025")


def test_the_search_and_each_link_have_a_name(desktop: Watched) -> None:
    desktop.go(ENTRY)

    expect(desktop.page.get_by_role("button", name="Search")).to_be_visible()
    nameless = desktop.page.evaluate(
        "[...document.querySelectorAll('main a')].filter(a => !(a.textContent.trim()"
        " || a.getAttribute('aria-label') || a.getAttribute('title'))).map(a => a.outerHTML)"
    )
    assert nameless == []


def test_everything_is_read_without_script(desktop: Watched) -> None:
    context = desktop.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(desktop.base + ENTRY)

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("blockquote").first).to_be_visible()
    context.close()
