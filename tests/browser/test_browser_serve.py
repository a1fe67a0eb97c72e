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
() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = 1";
  document.body.append(script);
}
"""
PATIENCE = 60_000


@dataclass
class Served:
    """A site that is served while it is edited."""

    reader: Watched
    entry: Path

    def write(self, title: str) -> None:
        """Save the entry under a title."""
        self.entry.write_text(ENTRY.format(title=title), encoding="utf-8")


@pytest.fixture(scope="module")
def served(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
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
            for reader in watched(browser, f"http://127.0.0.1:{port}/", "desktop"):
                yield Served(reader=reader, entry=entry)
        finally:
            server.terminate()


def test_a_page_loads_again_when_its_file_changes(served: Served) -> None:
    heading = served.reader.page.locator("h1")
    served.reader.go(f"{WHERE}/")
    expect(heading).to_have_text("Dockers walk out")

    for title in ("Dockers stay at home", "Dockers go back"):
        served.write(title)
        expect(heading).to_have_text(title, timeout=PATIENCE)

    assert (served.reader.foreign, served.reader.complaints) == ([], [])


@pytest.mark.parametrize("path", ["", f"{WHERE}/", "explore/", "admin/", "no-such-page/"])
def test_each_page_allows_the_script_that_reloads_it_and_no_other(
    served: Served, path: str
) -> None:
    served.reader.go(path)
    page = served.reader.page
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert not [said for said in served.reader.complaints if "script-src" in said]
    served.reader.complaints.clear()

    page.evaluate(PUT_IN)

    (kept,) = served.reader.complaints
    assert "script-src" in kept
    assert page.evaluate("window.ran") is None
    if path != "admin/":
        assert [word for word in str(policy).split() if "sha256" not in word] == POLICY.split()
    served.reader.complaints.clear()
