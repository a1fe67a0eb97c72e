"""What a reader takes from an entry's page, and the room that the navigation has."""

from __future__ import annotations

import json

import pytest
from conftest import Watched
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

ENTRY = "2025/2025-03-03-dockers-walk-out/"
BUDGET = 60_000
"""Bytes of an entry page's HTML."""


def test_a_citation_is_opened_by_keyboard_and_copied(desktop: Watched) -> None:
    desktop.go(ENTRY)
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    summary = desktop.page.locator("summary", has_text="Cite this")
    summary.focus()
    desktop.page.keyboard.press("Enter")
    copy = desktop.page.locator(".dl-cite button").last
    copy.click()

    expect(copy).to_have_text("Copied")
    copied = json.loads(desktop.page.evaluate("navigator.clipboard.readText()"))
    assert copied[0]["id"] == "2025-03-03-dockers-walk-out"


def test_a_click_selects_a_whole_citation_without_the_button(desktop: Watched) -> None:
    desktop.go(ENTRY)

    desktop.page.locator("summary", has_text="Cite this").click()
    text = desktop.page.locator(".dl-cite__text").nth(1)
    text.click()

    selected = desktop.page.evaluate("String(getSelection())").strip()
    assert selected == text.inner_text().strip()
    assert selected.startswith("@misc{")


def test_the_navigation_has_room_for_all_its_names(desktop: Watched) -> None:
    desktop.go("")

    tabs = desktop.page.locator(".md-tabs__list")

    expect(tabs).to_be_visible()
    assert tabs.evaluate("list => list.scrollWidth - list.clientWidth") <= 0


def test_an_entry_page_is_small(desktop: Watched) -> None:
    answer = desktop.page.request.get(desktop.base + ENTRY)

    assert len(answer.body()) < BUDGET


def test_the_small_map_is_seen_without_script_and_leads_on(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ENTRY)

    map_ = page.get_by_role("group", name="Map: Port Averly")
    assert map_.locator(".dl-map__land").evaluate("path => path.getTotalLength()") > 100
    assert page.get_by_role("link", name="Explore the map").get_attribute("href") == (
        "../../explore/?place=port-averly"
    )
    map_.get_by_role("link", name="Port Averly").click()
    expect(page).to_have_title("Port Averly - The Averly Chronicle")
    context.close()
