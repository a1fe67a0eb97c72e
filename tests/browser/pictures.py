"""Take the pictures of the ways to contribute; run as a script: `make pictures`.

The site is that of the made-up chronology, so that the pictures show no event that happened. The
pages of a forge are not ours to show: those two are drawn by hand, as SVG, beside the others.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromium import find
from conftest import OPTIONS, ROOT, serve
from local_cms import begin, find_node, lead, serving
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from generator import site

sys.path.append(str(ROOT / "tests"))

from configured import configured

FOLDER = ROOT / "site_overrides" / "assets" / "images" / "contribute"
ENTRY = "2025-03-03-dockers-walk-out"
SIZE = (1080, 640)
QUALITY = 72
"""Of WebP: no picture is larger than 60 kB, and the smallest words can be read."""
PATIENCE = 20_000
"""Milliseconds: the CMS is 5 MB of script."""
RING = """element => {
  const box = element.getBoundingClientRect(), ring = document.createElement("div");
  Object.assign(ring.style, {
    position: "fixed", left: `${box.left - 12}px`, top: `${box.top - 9}px`,
    width: `${box.width + 24}px`, height: `${box.height + 18}px`, border: "4px solid #d9480f",
    borderRadius: "14px", boxSizing: "border-box", zIndex: 9999, pointerEvents: "none",
  });
  document.body.append(ring);
}"""


def main() -> int:
    """Build the site, and take the pictures of an entry and of the form."""
    chromium, node = find(), find_node()
    if chromium is None or node is None:
        print("a Chromium and the packages of the browser code are needed: make install browser")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        built = site.build(_configured(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=list(OPTIONS))
        for address in serve(built):
            _entry(browser, address)
            with serving(folder / "repository", node) as server:
                _form(browser, address, server)
        browser.close()
    return 0


def _configured(folder: Path) -> Path:
    """Lay a repository out: the made-up chronology without what is hostile in it."""
    content = folder / "repository" / "content"
    hostile = shutil.ignore_patterns("*hostile*")
    shutil.copytree(ROOT / "tests" / "chronology", content, ignore=hostile)
    begin(content.parent)
    return configured(
        folder,
        content,
        site_name="The Averly Chronicle",
        site_url="https://averly.example/",
        repo_url="https://github.com/example/averly",
    )


def _entry(browser: Browser, address: str) -> None:
    """Show where an entry leads to its file."""
    with _page(browser) as page:
        page.goto(f"{address}2025/{ENTRY}/")
        link = page.get_by_role("link", name="Suggest a change")
        link.evaluate("element => element.scrollIntoView({block: 'center'})")
        _take(page, "suggest-a-change", link)


def _form(browser: Browser, address: str, server: str) -> None:
    """Show the list, an entry beside its preview, and how it is sent."""
    with _page(browser) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        lead(page, server)
        page.goto(f"{address}admin/")
        page.get_by_role("button", name="Login").click()
        page.get_by_role("link", name="Dockers").first.wait_for()
        _take(page, "form-list", page.get_by_role("link", name="New: Entry"))
        page.get_by_role("link", name="Dockers").first.click()
        headline = page.get_by_label("Headline", exact=True)
        headline.wait_for()
        frame = page.frame_locator("iframe")
        frame.get_by_role("heading", level=1).wait_for()
        headline.fill("Dockers in Port Averly walk out over night pay")
        page.wait_for_timeout(1_500)
        _take(page, "form-entry", page.get_by_role("button", name="Save", exact=True))
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_text("Status: Draft").wait_for()
        page.get_by_role("button", name="close").click()
        page.get_by_text("Status: Draft").click()
        page.wait_for_timeout(500)
        _take(page, "form-review", page.get_by_role("menuitem", name="In review"))


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light"
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def _take(page: Page, name: str, ringed: Locator) -> None:
    """Take a picture with a ring round what is to be clicked, and take the ring away again."""
    ringed.evaluate(RING)
    raw = page.screenshot()
    page.evaluate("document.body.lastElementChild.remove()")
    path = FOLDER / f"{name}.webp"
    Image.open(io.BytesIO(raw)).convert("RGB").save(path, quality=QUALITY, method=6)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main())
