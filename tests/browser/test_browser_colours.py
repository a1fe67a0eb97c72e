"""Text keeps its contrast (WCAG 2.2 AA) in light and dark, on every sort of page."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import watched
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SCRIPT = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
PAGES = (
    "",
    "2025/2025-03-03-dockers-walk-out/",
    "2025/2025-03-10-boat-with-forty-missing/",
    "topics/",
    "actors/mykola-zarenskyy/",
    "places/",
    "2025/03/",
    "about/",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, address: str, scheme: str) -> None:
    for reader in watched(browser, address, "desktop", scheme):
        for path in PAGES:
            reader.go(path)
            assert (path, reader.page.evaluate(SCRIPT)) == (path, [])


def test_grey_on_grey_is_noticed(browser: Browser, address: str) -> None:
    for reader in watched(browser, address, "desktop"):
        reader.go("about/")
        reader.page.locator("h1").evaluate("e => e.style.color = '#999'")
        reader.page.locator(".dl-prose p").first.evaluate("e => e.style.color = '#888'")
        assert len(reader.page.evaluate(SCRIPT)) == 2
