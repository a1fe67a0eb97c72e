"""The fonts that come with the site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import serve, watched
from playwright.sync_api import Browser

from generator import site

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
BARE = """
site_name: Bare
docs_dir: content
theme: {name: material, custom_dir: look, font: false}
plugins: [dateline]
"""


def test_text_is_set_in_fonts_that_the_site_itself_serves(browser: Browser, tmp_path: Path) -> None:
    for base in serve(site.build(ROOT / "mkdocs.yml", site_dir=tmp_path / "site", strict=True)):
        for reader in watched(browser, base, "desktop"):
            reader.go("")
            loaded = reader.page.evaluate(
                "document.fonts.ready.then(fonts => [...fonts]"
                ".filter(font => font.status === 'loaded').map(font => font.family))"
            )

            assert {"Inter", "Source Serif 4"} <= {family.strip('"') for family in loaded}
            assert (reader.foreign, reader.complaints) == ([], [])


def test_the_sources_of_the_browser_code_are_not_published(tmp_path: Path) -> None:
    built = site.build(ROOT / "mkdocs.yml", site_dir=tmp_path / "site", strict=True)

    assert (built / "assets" / "bundle" / "licences.txt").is_file()
    assert not (built / "web").exists()


def test_a_site_without_the_bundle_asks_for_none(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    unbundled = shutil.ignore_patterns("bundle", "web")
    shutil.copytree(ROOT / "site_overrides", tmp_path / "look", ignore=unbundled)
    config = tmp_path / "mkdocs.yml"
    config.write_text(BARE, encoding="utf-8")

    for base in serve(site.build(config, site_dir=tmp_path / "site")):
        for reader in watched(browser, base, "desktop"):
            reader.go("")

            assert reader.complaints == []
