"""Every payload in every text that a contributor can write, in a browser: nothing of it acts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

import hostile
import payloads
import pytest
from configured import configured
from conftest import Watched, serve, watched
from playwright.sync_api import Browser, Dialog, expect

from generator import site
from generator.content import load

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
EVERY = bool(os.environ.get("DATELINE_EVERY_PAYLOAD"))
"""In the long run the lists outside the repository go through every field too."""
MADE = frozenset(
    {"event", "actor", "place", "topic", "page", "many", "quotes", "sources", "figures"}
)
"""Words of the addresses of pages that were made; what the site lists of them is alike."""
FEEDS = 20
"""Feeds that are opened; all are made by the same two functions."""

WATCH = """
window.tried = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = (...given) => { window.tried.push(name + " " + given); };
}
document.addEventListener("securitypolicyviolation", (event) => {
  window.tried.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});
"""

ACTS = """
() => {
  const found = [...(window.tried || []), ...("ran" in window ? ["ran"] : [])];
  const own = (address) => new URL(address, location.href).origin === location.origin;
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${tag} ${name}=${value}`);
      if (/^\\s*(javascript|vbscript|data):/i.test(value) && /^(href|src|action)$/.test(name)) {
        found.push(`${tag} ${name}=${value}`);
      }
      if (name === "style" && !element.closest("[data-pagefind-ui], .leaflet-container, svg")) {
        // Our own scripts place things; what a page brings along has none.
        if (element.closest("#page")) found.push(`${tag} style=${value}`);
      }
      if (/^(src|srcset|poster|data)$/.test(name) && !own(value)) found.push(`${tag} ${value}`);
    }
    if (tag === "link" && !own(element.href) && !/canonical|alternate/.test(element.rel)) {
      found.push(`link ${element.href}`);
    }
    if (tag === "form" && !own(element.action)) found.push(`form ${element.action}`);
    if (["iframe", "object", "embed", "base", "applet"].includes(tag)) found.push(tag);
    if (tag === "style" && element.closest("body")) found.push(tag);
    if (element.httpEquiv === "refresh") found.push(`refresh ${element.content}`);
  }
  return found;
}
"""
"""What ran or was kept from running, and whatever stands in the page that could act."""


@dataclass
class Guarded:
    """A hostile site, and a browser that looks at it."""

    folder: Path
    reader: Watched
    made: hostile.Hostile

    def look(self, path: str) -> list[str]:
        """Open a page and return what acts on it."""
        self.reader.go(path)
        return [*self.reader.page.evaluate(ACTS), *self.reader.foreign]

    def complaints(self) -> list[str]:
        """Return what the browser complained of; a feed has no icon, which it asks for."""
        return [one for one in self.reader.complaints if "404 (File not found)" not in one]


def note(reader: Watched, dialog: Dialog) -> None:
    """Keep what a dialog said, and close it."""
    reader.foreign.append(dialog.message)
    dialog.dismiss()


@pytest.fixture(scope="module")
def guarded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    folder = tmp_path_factory.mktemp("hostile")
    given = payloads.OWN + payloads.shared() if EVERY else payloads.OWN
    made = hostile.rotated(folder / "content", given)
    hostile.packed(folder / "content", payloads.shared() or payloads.OWN)
    assert load(folder / "content")[1] == ()
    built = site.build(configured(folder, folder / "content"))
    for base in serve(built):
        for reader in watched(browser, base, "desktop"):
            reader.page.add_init_script(WATCH)
            reader.page.on("dialog", partial(note, reader))
            yield Guarded(folder=built, reader=reader, made=made)
    shutil.rmtree(folder)


def test_nothing_acts_on_any_page_or_feed(guarded: Guarded) -> None:
    pages = sorted(guarded.folder.rglob("*.html"))
    lists = [path for path in pages if MADE.isdisjoint(path.parent.name.split("-"))]
    feeds = [*sorted(guarded.folder.rglob("feed.*"))[:FEEDS], guarded.folder / "sitemap.xml"]
    assert len(pages) - len(lists) >= guarded.made.pages - 1
    pages = sorted({*pages} - {*lists}) + lists[:: 1 if EVERY else 8]
    found = {}
    for path in (*pages, *feeds):
        shown = path.relative_to(guarded.folder).as_posix()
        if not shown.startswith(("assets/", "admin/")) and (acts := guarded.look(shown)):
            found[shown] = acts
            guarded.reader.foreign.clear()
    assert found == {}
    assert guarded.complaints() == []


def test_nothing_acts_in_what_the_search_finds_and_says(guarded: Guarded) -> None:
    for text in ("window", "script", *payloads.OWN[::6]):
        guarded.look(f"?q={quote(text)}")
        settled = guarded.reader.page.locator(".dl-search[data-settled]")
        expect(settled).to_have_attribute("data-settled", " ".join(text.split()))
        assert guarded.reader.page.evaluate(ACTS) == []
    assert (guarded.reader.foreign, guarded.complaints()) == ([], [])


@pytest.mark.parametrize("key", ["topic", "actor", "from", "view", "place"])
def test_nothing_acts_in_what_is_explored(guarded: Guarded, key: str) -> None:
    for text in ("", *payloads.OWN[:3], "__proto__"):
        guarded.look(f"explore/?{key}={quote(text)}#{quote(text)}")
        expect(guarded.reader.page.locator(".dl-explore__summary")).not_to_be_empty()
        assert guarded.reader.page.evaluate(ACTS) == []
    assert (guarded.reader.foreign, guarded.complaints()) == ([], [])


KINDS = ("", "404.html", "explore/", "topics/", "topics/floods/", "actors/", "about/", "data/")
KINDS += ("places/", "2025/", "2025/2025-07-01-hostile/", "added/", "sources/", "on-this-day/")
INLINE = """
() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = 1";
  document.body.append(script);
  const picture = document.createElement("img");
  picture.setAttribute("onerror", "window.ran = 1");
  picture.src = "https://evil.example/x.png";
  document.body.append(picture);
  const link = document.createElement("a");
  link.href = "javascript:window.ran=1";
  document.body.append(link);
  link.click();
}
"""


@pytest.mark.parametrize("path", KINDS)
def test_a_script_that_got_into_a_page_would_not_run(desktop: Watched, path: str) -> None:
    desktop.page.add_init_script(WATCH)
    desktop.go(path)
    desktop.page.evaluate(INLINE)
    desktop.page.wait_for_function("window.tried.length >= 3")
    kept = " ".join(desktop.page.evaluate("window.tried"))
    assert "script-src" in kept
    assert "img-src https://evil.example" in kept
    assert desktop.page.evaluate("window.ran") is None
