"""The search: mistakes, facets, the state in the address, and the keyboard."""

from __future__ import annotations

import re

import pytest
from conftest import Watched
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [("substasion", "substation"), ("ubstation", "substation"), ("dokcers", "dockers")],
)
def test_a_mistyped_word_is_put_right_when_asked(
    desktop: Watched, mistyped: str, meant: str
) -> None:
    desktop.go("")

    desktop.search(mistyped)
    desktop.page.get_by_role("button", name=meant, exact=True).click()

    expect(desktop.page.get_by_role("searchbox")).to_have_value(meant)
    expect(desktop.page.locator(".dl-search__results li").first).to_be_visible()


def test_facets_combine_and_count_what_they_would_leave(desktop: Watched) -> None:
    desktop.go("")
    desktop.search("flood")
    page = desktop.page
    topics = page.get_by_role("group", name="Topic")
    label = topics.locator("label").first
    count = label.locator("small").inner_text()

    label.click()

    expect(page.locator(".dl-search__summary")).to_contain_text(re.compile(rf"^{count} entr"))
    assert "topic=" in page.url


def test_the_address_brings_the_search_back(desktop: Watched) -> None:
    desktop.go("")
    found = desktop.search("flood")
    page = desktop.page
    page.get_by_role("group", name="Date").get_by_label("From").select_option("2025-03")
    page.get_by_label("Order").select_option("oldest")
    expect(page).to_have_url(re.compile("from=2025-03.*sort=oldest"))
    first = page.locator(".dl-search__results b").first.inner_text()

    page.reload()

    expect(page.get_by_role("searchbox")).to_have_value("flood")
    expect(page.get_by_label("Order")).to_have_value("oldest")
    expect(page.locator(".dl-search__results b").first).to_have_text(first)
    assert found


def test_it_is_said_why_nothing_was_found(desktop: Watched) -> None:
    desktop.go("?q=flood&status=withdrawn")
    summary = desktop.page.locator(".dl-search__summary")
    expect(summary).to_contain_text("Nothing with these filters; without them")

    summary.get_by_role("button", name="Clear the filters").click()

    expect(desktop.page.locator(".dl-search__results li").first).to_be_visible()


def test_a_name_becomes_a_filter(reader: Watched) -> None:
    reader.go("")
    reader.search("zarensky")

    reader.page.get_by_role("button", name="Only entries with Mykola Zarenskyy").click()

    expect(reader.page.get_by_role("button", name="Remove Mykola Zarenskyy")).to_be_visible()
    expect(reader.page).to_have_url(re.compile(r"actor=mykola-zarenskyy"))
    assert (reader.foreign, reader.complaints) == ([], [])


def test_the_search_is_worked_by_keys_alone(desktop: Watched) -> None:
    desktop.go("about/")
    page = desktop.page

    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    desktop.search("dockers")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_attribute("data-stop", "")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page).to_have_url(re.compile("/about/$"))

    page.keyboard.press("/")
    page.locator(".dl-search__results a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Dockers")


def test_what_is_worked_on_keeps_the_focus_when_the_answer_changes(desktop: Watched) -> None:
    desktop.go("")
    desktop.search("flood")
    page = desktop.page
    box = page.get_by_role("group", name="Topic").get_by_role("checkbox").first

    box.press("Space")

    expect(page.locator(".dl-search__chip")).to_have_count(1)
    expect(box).to_be_checked()
    expect(box).to_be_focused()

    page.locator(".dl-search__chip").press("Enter")

    expect(page.locator(".dl-search__chip")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_an_answer_that_stands_there_is_not_drawn_again(desktop: Watched) -> None:
    desktop.go("")
    desktop.search("flood")
    page = desktop.page
    first = page.locator(".dl-search__results a").first
    first.evaluate("link => link.dataset.before = ''")
    page.keyboard.press("Escape")

    page.keyboard.press("/")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile("q=flood"))
    page.wait_for_timeout(300)

    expect(first).to_have_attribute("data-before", "")
