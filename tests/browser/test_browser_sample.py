"""The sample chronology as a reader finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Watched, serve, watched
from playwright.sync_api import Browser

from generator import site

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
ZELENSKYY = "Volodymyr Zelenskyy"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("sample") / "site"
    yield from serve(site.build(ROOT / "mkdocs.yml", site_dir=folder, strict=True))


@pytest.fixture(params=["desktop", "phone"])
def reader(request: pytest.FixtureRequest, browser: Browser, sample: str) -> Iterator[Watched]:
    yield from watched(browser, sample, request.param)


@pytest.mark.parametrize("spelling", ["Zelensky", "Zelenskiy"])
def test_a_person_is_found_in_any_spelling(reader: Watched, spelling: str) -> None:
    reader.go("")

    assert ZELENSKYY in reader.search(spelling)
    assert (reader.foreign, reader.complaints) == ([], [])


def test_each_page_of_the_navigation_fits_the_window(reader: Watched) -> None:
    for path in ("", "topics/", "actors/", "places/", "dates/", "disagreements/", "about/"):
        reader.go(path)

        assert (path, reader.wider_than_the_window()) == (path, 0)
        assert (path, reader.foreign, reader.complaints) == (path, [], [])
