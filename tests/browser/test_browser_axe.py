"""axe-core finds nothing on any sort of page, in light and dark, on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from conftest import SIZES, Watched, watched
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / ".cache" / "web" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "",
    "404.html",
    "about/",
    "actors/",
    "actors/mykola-zarenskyy/",
    "dates/",
    "2025/",
    "2025/03/",
    "2025/03/09/",
    "2025/2025-03-03-dockers-walk-out/",
    "2025/2025-03-10-boat-with-forty-missing/",
    "2025/2025-07-01-hostile/",
    "disagreements/",
    "explore/",
    "places/",
    "places/port-averly/",
    "topics/",
    "topics/floods/",
    "undated/",
)
ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN = """
async rules => (await axe.run(document, {
    runOnly: rules, resultTypes: ["violations"],
})).violations.flatMap(({ id, nodes }) => nodes.map(
    ({ target, any, all, none }) =>
        `${id}: ${target} ${[...any, ...all, ...none].map(check => check.message).join("; ")}`,
))
"""


@pytest.fixture(scope="module")
def still(browser: Browser, address: str) -> Iterator[Watched]:
    """A page that lasts for all tests, without motion: in a fade no colour is the last."""
    if not AXE.is_file():
        pytest.fail("axe-core is not installed: python site_overrides/web/bundle.py")
    for reader in watched(browser, address, "desktop"):
        reader.page.context.add_init_script(path=AXE)
        yield reader


@pytest.fixture(params=sorted(SIZES))
def seen(request: pytest.FixtureRequest, still: Watched) -> Watched:
    width, height = SIZES[request.param]
    still.page.set_viewport_size({"width": width, "height": height})
    light(still, "light")
    return still


def light(reader: Watched, scheme: Literal["dark", "light"]) -> None:
    reader.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def faults(reader: Watched) -> list[str]:
    """Return what axe finds on the page in light, and what of its colours in dark."""
    found: list[str] = reader.page.evaluate(RUN, ALL)
    light(reader, "dark")
    expect(reader.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    found += reader.page.evaluate(RUN, COLOURS)
    light(reader, "light")
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "front")
def test_axe_finds_nothing_on_a_page(seen: Watched, path: str) -> None:
    seen.go(path)

    assert faults(seen) == []


def test_axe_finds_nothing_in_explore_with_a_place_opened(seen: Watched) -> None:
    seen.go("explore/")
    seen.page.locator(".dl-spot").first.click(force=True)
    expect(seen.page.locator(".dl-popup a").first).to_be_visible()

    assert faults(seen) == []


def test_axe_finds_nothing_in_the_search(seen: Watched) -> None:
    seen.go("about/")
    seen.search("flood")

    assert faults(seen) == []


def test_axe_finds_nothing_where_the_search_finds_nothing(seen: Watched) -> None:
    seen.go("about/?q=flood&status=withdrawn")
    expect(seen.page.locator(".dl-search__summary button")).to_be_visible()

    assert faults(seen) == []


def test_axe_notices_a_picture_without_words(still: Watched) -> None:
    still.go("about/")
    still.page.evaluate("document.querySelector('main').append(new Image(40, 40))")

    assert [fault for fault in faults(still) if fault.startswith("image-alt")]


def test_axe_notices_grey_on_grey_in_the_dark(still: Watched) -> None:
    still.go("about/")
    still.page.locator("h1").evaluate("e => e.style.setProperty('color', '#333', 'important')")

    assert [fault for fault in faults(still) if fault.startswith("color-contrast")]
