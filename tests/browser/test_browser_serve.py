"""The site as `dateline serve` shows it: under the same policy, and loaded again after a change."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from configured import configured
from conftest import Watched, watched
from local_cms import free_port, wait_for
from playwright.sync_api import Browser, expect

from generator.site.policy import POLICY

pytestmark = pytest.mark.browser

ENTRY = """\
---
title: {title}
date: 2031-05-04
kind: strike
sources:
  - title: Dockers walk out
    url: https://news.example/dockers
---

{title} at the gate of the port.
"""
WHERE = "2031/2031-05-04-dockers-walk-out"
PUT_IN = """
() => new Promise((refused) => {
  const told = (event) => refused(event.effectiveDirective);
  document.addEventListener("securitypolicyviolation", told);
  const script = document.createElement("script");
  script.textContent = "window.ran = 1";
  document.body.append(script);
})
"""
PATIENCE = 60_000


@dataclass
class Served:
    """A site that is served while it is edited."""

    base: str
    entry: Path

    def write(self, title: str) -> None:
        """Save the entry under a title."""
        self.entry.write_text(ENTRY.format(title=title), encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    entry = folder / "content" / "entries" / f"{WHERE}.md"
    entry.parent.mkdir(parents=True)
    entry.write_text(ENTRY.format(title="Dockers walk out"), encoding="utf-8")
    port = free_port()
    site = configured(folder, folder / "content", site_url="https://averly.example/")
    command = [sys.executable, "-m", "generator", "serve", "--config", str(site)]
    command += ["--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port, server)
            yield Served(base=f"http://127.0.0.1:{port}/", entry=entry)
        finally:
            server.terminate()


@pytest.fixture
def reader(browser: Browser, served: Served) -> Iterator[Watched]:
    yield from watched(browser, served.base, "desktop")


def test_a_page_loads_again_when_its_file_changes(served: Served, reader: Watched) -> None:
    heading = reader.page.locator("h1")
    reader.go(f"{WHERE}/")
    expect(heading).to_have_text("Dockers walk out")

    for title in ("Dockers stay at home", "Dockers go back"):
        served.write(title)
        expect(heading).to_have_text(title, timeout=PATIENCE)

    assert (reader.foreign, reader.complaints) == ([], [])


@pytest.mark.parametrize("path", ["", f"{WHERE}/", "explore/", "admin/", "no-such-page/"])
def test_each_page_allows_the_script_that_reloads_it_and_no_other(
    reader: Watched, path: str
) -> None:
    reader.go(path)
    page = reader.page
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert not [said for said in reader.complaints if "script-src" in said]

    assert page.evaluate(PUT_IN) == "script-src-elem"

    assert page.evaluate("window.ran") is None
    if path != "admin/":
        assert [word for word in str(policy).split() if "sha256" not in word] == POLICY.split()
