"""The search over an index in several shares answers as over one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from configured import configured
from conftest import Watched, serve, watched
from playwright.sync_api import Browser, expect
from synthetic import make

from generator import settings, site
from generator.content import load
from generator.site.catalogue import Catalogue, Entry, catalogue
from generator.site.search import facets

pytestmark = pytest.mark.browser

ENTRIES, SHARE = 60, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A site whose index has several shares."""

    address: str
    chronology: Catalogue
    shares: list[dict[str, str]]
    """In order of time, as the browser is told of them."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    folder = tmp_path_factory.mktemp("shared")
    made = make(folder / "content", ENTRIES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "SEARCH_SHARE", SHARE)
        target: Path = site.build(configured(folder, made.folder))
    shares = json.loads((target / "search" / "index.json").read_bytes())["shares"]
    for address in serve(target):
        chronology = catalogue(load(made.folder)[0])
        yield Shared(address=address, chronology=chronology, shares=shares)


@pytest.fixture
def searching(browser: Browser, shared: Shared) -> Iterator[Watched]:
    for reader in watched(browser, shared.address, "desktop"):
        yield reader
        assert (reader.foreign, reader.complaints) == ([], [])


def values(shared: Shared, entry: Entry, facet: str) -> list[str]:
    found = facets(shared.chronology, entry).values
    return [value for each, value in found if each == facet]


def within(shared: Shared, first: str, last: str) -> list[Entry]:
    """Return the entries that can lie in a range of months, the oldest first."""
    entries = [
        entry
        for entry in shared.chronology.entries
        if any(first <= month <= last for month in values(shared, entry, "month"))
    ]
    return sorted(entries, key=lambda entry: (facets(shared.chronology, entry).sort, entry.id))


def settled(reader: Watched) -> list[str]:
    """Return the titles of all results, after all were asked for."""
    page = reader.page
    results = page.locator(".dl-search[data-settled] .dl-search__results b")
    total = int(re.findall(r"[\d,]+", summary(reader))[0].replace(",", ""))
    for shown in range(10, total, 10):
        expect(results).to_have_count(shown)
        page.locator(".dl-search__more").click()
    expect(results).to_have_count(total)
    return results.all_inner_texts()


def summary(reader: Watched) -> str:
    shown = reader.page.locator(".dl-search[data-settled] .dl-search__summary")
    expect(shown).to_contain_text("entr")
    return shown.inner_text()


def test_entries_of_all_shares_are_found_in_order_of_time(
    searching: Watched, shared: Shared
) -> None:
    assert len(shared.shares) > 3
    oldest = [entry.meta.title for entry in within(shared, "0000", "9999")]

    searching.go("?q=called&sort=oldest")
    forwards = settled(searching)
    searching.go("?q=called&sort=newest")

    assert forwards == oldest
    assert settled(searching) == oldest[::-1]


def test_a_range_of_dates_asks_only_the_shares_that_lie_in_it(
    searching: Watched, shared: Shared
) -> None:
    first, last = shared.shares[-2]["first"], shared.shares[-2]["last"]
    asked: list[str] = []
    searching.page.on("request", lambda request: asked.append(urlsplit(request.url).path))

    searching.go(f"?q=called&from={first}&to={last}&sort=oldest")
    found = settled(searching)

    assert found == [entry.meta.title for entry in within(shared, first, last)]
    loaded = {path.split("/")[2] for path in asked if path.endswith(".z")}
    near = {s["at"] for s in shared.shares if s["first"] <= last and s["last"] >= first}
    assert loaded == near < {share["at"] for share in shared.shares}


@pytest.mark.parametrize("facet", ["topic", "place", "status", "source"])
def test_values_of_facets_are_counted_over_all_shares_that_are_asked(
    searching: Watched, shared: Shared, facet: str
) -> None:
    first, last = shared.shares[1]["first"], shared.shares[-2]["last"]
    entries = within(shared, first, last)
    expected = Counter(value for entry in entries for value in values(shared, entry, facet))

    searching.go(f"?q=called&from={first}&to={last}")
    summary(searching)
    boxes = searching.page.locator(f".dl-search__facets input[name={facet}]")
    counted = boxes.evaluate_all(
        "all => all.map(box => [box.value, +box.parentElement.querySelector('small').textContent])"
    )

    assert dict(counted) == expected
    value, count = expected.most_common(1)[0]
    searching.go(f"?q=called&from={first}&to={last}&{facet}={value}")
    assert summary(searching).startswith(f"{count} entr")


def test_the_nearest_entry_comes_first_whichever_share_it_is_in(
    searching: Watched, shared: Shared
) -> None:
    for entry in (within(shared, "0000", "9999")[0], shared.chronology.dated[0]):
        searching.go("")

        found = searching.search(entry.meta.title)

        assert entry.meta.title in found[:3]
