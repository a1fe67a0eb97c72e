"""A headless Chromium, the site on a local server, and what a page did beside being shown."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from chromium import find
from configured import configured
from playwright.sync_api import Browser, Page, expect, sync_playwright
from synthetic import Made, make

from generator import site

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
PATIENCE = 30_000
"""Milliseconds until a page that does not do what it should is given up; no test measures time."""
expect.set_options(timeout=PATIENCE)
ROOT = Path(__file__).parents[2]
ENTRIES = int(os.environ.get("DATELINE_ENTRIES", "200"))
"""How long the made-up chronology is; 2,000 in the long run."""
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


@dataclass
class Watched:
    """A page, with what it asked for and complained of."""

    page: Page
    base: str
    foreign: list[str] = field(default_factory=list)
    """Requests to another host."""
    complaints: list[str] = field(default_factory=list)
    """Console errors, uncaught exceptions and answers of 400 and above."""

    def go(self, path: str) -> None:
        """Open a page of the site and let its scripts settle."""
        self.page.goto(self.base + path, wait_until="load")

    def wider_than_the_window(self) -> int:
        """Return by how many pixels the page can be scrolled sideways."""
        width: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return width

    def search(self, words: str) -> list[str]:
        """Type into the search and return the names and titles found."""
        field = self.page.get_by_role("searchbox", name="Search the chronology")
        if not field.is_visible():
            self.page.get_by_role("button", name="Search").click()
        expect(field).to_be_focused()
        field.fill("")
        field.press_sequentially(words)
        self.page.wait_for_function(
            "words => new URLSearchParams(location.search).get('q') === words", arg=words
        )
        settled = self.page.locator(".dl-search[data-settled]")
        expect(settled).to_have_attribute("data-settled", words.strip())
        return settled.locator(".dl-search__names b, .dl-search__results b").all_inner_texts()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *args: object) -> None:  # type: ignore[override]
        """Leave the request unsaid."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI is set and there is no Chromium: python tests/browser/chromium.py")
        pytest.skip("there is no Chromium: python tests/browser/chromium.py installs one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    yield from serve(built)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A made-up chronology, long enough for clusters, columns and second pages."""
    return make(tmp_path_factory.mktemp("long") / "content", ENTRIES)


@pytest.fixture(scope="session")
def long(made: Made) -> Iterator[str]:
    """The address of its site, which is built once."""
    folder = made.folder.parent
    yield from serve(site.build(configured(folder, made.folder)))
    shutil.rmtree(folder)


def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine until the fixture is done with."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def watched(browser: Browser, base: str, size: str, scheme: str = "light") -> Iterator[Watched]:
    """Open an empty page that notes what goes wrong."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    seen = Watched(page=page, base=base)
    own = (base, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(own) else seen.foreign.append(r.url))
    page.on("console", lambda m: seen.complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("response", lambda r: seen.complaints.append(r.url) if r.status >= 400 else None)
    yield seen
    context.close()


@pytest.fixture
def desktop(browser: Browser, address: str) -> Iterator[Watched]:
    yield from watched(browser, address, "desktop")


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Watched]:
    yield from watched(browser, address, "phone")


@pytest.fixture(params=sorted(SIZES))
def reader(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Watched]:
    """A reader with a desktop, then one with a phone."""
    yield from watched(browser, address, request.param)
