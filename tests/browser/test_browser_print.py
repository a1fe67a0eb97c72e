"""An entry on paper."""

from __future__ import annotations

import pytest
from conftest import Watched
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ENTRY = "2025/2025-03-03-dockers-walk-out/"


def test_on_paper_an_entry_has_its_quotes_and_addresses_and_nothing_to_press(
    desktop: Watched,
) -> None:
    desktop.go(ENTRY)
    page = desktop.page

    page.emulate_media(media="print")

    for pressed in (".md-header", ".md-footer", ".md-tabs", ".dl-cite", ".dl-beside"):
        for part in page.locator(pressed).all():
            expect(part).to_be_hidden()
    for read in ("h1", "blockquote", ".dl-source", ".dl-summary"):
        expect(page.locator(read).first).to_be_visible()
    link = page.locator(".dl-source__links a").first
    printed = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert link.get_attribute("href") in printed
    ink, paper = page.locator("body").evaluate(
        "body => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]"
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
