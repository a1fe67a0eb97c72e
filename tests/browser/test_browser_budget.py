"""What a page costs its reader: bytes, requests, other hosts, and lines that jump."""

from __future__ import annotations

from dataclasses import dataclass, field
from gzip import compress

import pytest
from conftest import Watched
from playwright.sync_api import Response

pytestmark = pytest.mark.browser

PAGES = ("", "2025/2025-03-03-dockers-walk-out/")
ENTRY_HTML = 60_000
SCRIPT = 100_000
"""Bytes of script before a reader searches, as a host sends them compressed."""
REQUESTS = 30
SHIFT = 0.02
OBSERVE = """
window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass
class Cost:
    """What one page loaded."""

    sizes: dict[str, int] = field(default_factory=dict)
    """Bytes of each file, as a host that compresses sends it."""
    html: int = 0


def cost(reader: Watched, path: str) -> Cost:
    """Open a page and weigh all that it asks for."""
    spent = Cost()
    answers: list[Response] = []
    reader.page.on("response", lambda answer: answers.append(answer))
    reader.page.goto(reader.base + path, wait_until="networkidle")
    for answer in answers:
        body = answer.body()
        spent.sizes[answer.url] = len(compress(body))
        if answer.url == reader.page.url:
            spent.html = len(body)
    return spent


@pytest.mark.parametrize("path", PAGES, ids=("front", "entry"))
def test_a_page_keeps_within_its_budget(reader: Watched, path: str) -> None:
    reader.page.add_init_script(OBSERVE)

    spent = cost(reader, path)
    script = sum(size for url, size in spent.sizes.items() if url.endswith(".js"))

    assert 0 < spent.html < ENTRY_HTML
    assert 0 < script < SCRIPT
    assert len(spent.sizes) < REQUESTS
    assert reader.page.evaluate("window.shifted") < SHIFT
    assert (reader.foreign, reader.complaints) == ([], [])


def test_a_line_that_jumps_is_noticed(desktop: Watched) -> None:
    desktop.page.add_init_script(OBSERVE)
    desktop.go("")

    desktop.page.evaluate("""new Promise(done => {
        const wall = document.createElement("div");
        wall.style.height = "400px";
        document.body.prepend(wall);
        setTimeout(done, 500);
    })""")

    assert desktop.page.evaluate("window.shifted") > SHIFT
