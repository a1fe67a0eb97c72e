"""Find a Chromium for the browser tests; run as a script, install one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """Return the path of a Chromium: `DATELINE_CHROMIUM`, one on the path, or Playwright's own."""
    named = os.environ.get("DATELINE_CHROMIUM")
    if named:
        return named
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def install() -> None:
    """Install Debian's Chromium when root on Debian, Playwright's own otherwise."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(install, check=True, env=quiet, stdout=subprocess.DEVNULL)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> int:
    """Make sure that there is a browser; without one, fail under CI and warn elsewhere."""
    if find() is None:
        try:
            install()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"no Chromium could be installed: {error}", file=sys.stderr)
    path = find()
    print(f"Chromium: {path or 'none; the browser tests will be skipped'}", file=sys.stderr)
    return 1 if path is None and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
