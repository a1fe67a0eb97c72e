"""Timeline, map and list of one selection."""

from __future__ import annotations

import re

import pytest
from conftest import Watched
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

BARS = ".dl-explore__timeline .dl-bars a"
ROWS = ".dl-explore__list li"


def opened(reader: Watched, query: str = "") -> Locator:
    """Open the page and return what says how many entries it shows."""
    reader.go(f"explore/{query}")
    summary = reader.page.locator(".dl-explore__summary")
    expect(summary).to_contain_text("entries")
    return summary


def numbers(summary: Locator) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", summary.inner_text())]


def test_timeline_map_and_list_show_the_same_selection(reader: Watched) -> None:
    summary = opened(reader, "?topic=floods")
    page = reader.page
    some, every = numbers(summary)

    expect(page.locator(ROWS)).to_have_count(some)
    dated = page.locator(ROWS).filter(has_not_text="Date not known")
    expect(page.locator(BARS)).to_have_count(dated.count())
    expect(page.locator(".dl-spot").first).to_be_visible()
    assert 0 < some < every
    assert reader.wider_than_the_window() == 0
    assert (reader.foreign, reader.complaints) == ([], [])


def test_each_value_of_each_facet_leaves_as_many_as_it_says(desktop: Watched) -> None:
    summary = opened(desktop)
    page = desktop.page
    for name in ("Topic", "Actor", "Place", "Kind", "Status", "Source"):
        label = page.get_by_role("group", name=name, exact=True).locator("label").first
        count = int(label.locator("small").inner_text())

        label.click()

        expect(summary).to_contain_text(re.compile(rf"^{count}( of \d+)? entr"))
        page.get_by_role("group", name=name, exact=True).locator("input:checked").click()


def test_the_address_brings_the_selection_back(desktop: Watched) -> None:
    opened(desktop)
    page = desktop.page
    page.get_by_label("From", exact=True).fill("2025-03-09")
    page.get_by_label("To", exact=True).fill("2025-03-09")
    page.get_by_label("Order").select_option("oldest")
    page.get_by_label("Words in headline or names").fill("flood")
    expect(page).to_have_url(re.compile("text=flood.*from=2025-03-09.*to=2025-03-09.*sort=oldest"))
    before = page.locator(ROWS).all_inner_texts()

    page.reload()

    expect(page.locator(ROWS)).to_have_count(len(before))
    assert page.locator(ROWS).all_inner_texts() == before
    expect(page.get_by_label("From", exact=True)).to_have_value("2025-03-09")


def test_a_night_lies_in_the_range_of_either_of_its_days(desktop: Watched) -> None:
    for day in ("2025-03-08", "2025-03-09"):
        opened(desktop, f"?from={day}&to={day}")

        expect(desktop.page.locator(ROWS).filter(has_text="overnight")).to_have_count(1)


def test_the_timeline_is_zoomed_and_moved_by_keys(desktop: Watched) -> None:
    opened(desktop)
    page = desktop.page
    timeline = page.locator(".dl-explore__timeline svg")
    axis = page.locator(".dl-axis text")
    before = axis.all_text_contents()

    timeline.focus()
    for _ in range(6):
        page.keyboard.press("+")

    expect(axis.first).not_to_have_text(before[0])
    assert axis.all_text_contents() != before


def test_all_is_narrowed_down_to_what_the_timeline_shows(desktop: Watched) -> None:
    summary = opened(desktop)
    page = desktop.page
    only = page.get_by_role("button", name="Only what the timeline shows")
    expect(only).to_be_hidden()
    page.locator(".dl-explore__timeline svg").focus()
    for _ in range(4):
        page.keyboard.press("+")

    only.click()

    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
    expect(only).to_be_hidden()
    some, every = numbers(summary)
    assert 0 < some < every


def test_all_is_narrowed_down_to_a_place_on_the_map(desktop: Watched) -> None:
    summary = opened(desktop, "?place=port-averly")
    page = desktop.page
    some, every = numbers(summary)
    opened(desktop)
    page.get_by_role("button", name=re.compile("^Port Averly: ")).press("Enter")

    page.get_by_role("button", name="Only entries with Port Averly").click()

    expect(summary).to_contain_text(f"{some} of {every} entries")
    expect(page).to_have_url(re.compile("place=port-averly"))


def test_a_spot_on_the_map_leads_to_its_entries(desktop: Watched) -> None:
    opened(desktop)
    page = desktop.page

    page.locator(".dl-spot").first.click(force=True)

    expect(page.locator(".dl-popup a").first).to_be_visible()
    page.locator(".dl-popup a").first.click()
    expect(page.locator("h1")).not_to_have_text("Explore")


def test_without_script_it_leads_to_the_indexes(desktop: Watched) -> None:
    context = desktop.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(desktop.base + "explore/")

    expect(page.get_by_role("main").get_by_role("link", name="topic", exact=True)).to_be_visible()
    context.close()
