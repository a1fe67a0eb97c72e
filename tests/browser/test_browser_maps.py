"""The names of countries on the large map."""

from __future__ import annotations

import pytest
from conftest import Watched
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_countries_are_named_where_the_zoom_leaves_room(desktop: Watched) -> None:
    desktop.go("explore/")
    names = desktop.page.locator(".dl-country span")
    expect(names.filter(has_text="Ireland")).to_be_visible()
    near = names.count()

    for _ in range(4):
        desktop.page.get_by_role("button", name="Zoom out").click()
        desktop.page.wait_for_timeout(400)

    expect(names.filter(has_text="Russia")).to_have_count(1)
    expect(names.filter(has_text="Ireland")).to_have_count(0)
    assert near
    assert desktop.complaints == []


def test_names_of_countries_are_not_in_the_way(desktop: Watched) -> None:
    desktop.go("explore/")
    pane = desktop.page.locator(".leaflet-dl-countries-pane")

    expect(pane.locator(".dl-country").first).to_be_attached()
    assert pane.get_attribute("aria-hidden") == "true"
    assert pane.evaluate("pane => getComputedStyle(pane).pointerEvents") == "none"
    assert pane.locator("[tabindex]").count() == 0
    assert desktop.page.locator(".dl-explore__note").inner_text().startswith("Borders: ")
