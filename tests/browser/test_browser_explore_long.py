"""Explore on a long chronology: every facet, the address, timeline, map, keys and a phone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from conftest import ENTRIES, Watched, watched
from playwright.sync_api import Browser, Locator, expect
from synthetic import Made

from generator.content import Chronology, load

pytestmark = pytest.mark.browser

BARS = ".dl-explore__timeline .dl-bars a"
ROWS = ".dl-explore__list li"
MOST_BARS = 300
IN_POPUP = 12


@pytest.fixture(scope="session")
def chronology(made: Made) -> Chronology:
    return load(made.folder)[0]


@pytest.fixture(scope="module")
def open_page(browser: Browser, long: str) -> Iterator[Watched]:
    yield from watched(browser, long, "desktop")


@pytest.fixture
def exploring(open_page: Watched) -> Iterator[Watched]:
    """A reader of all entries, who stays in one window for all tests."""
    yield open_page
    assert (open_page.foreign, open_page.complaints) == ([], [])


def opened(reader: Watched, query: str = "") -> Locator:
    """Open the page and return what says how many entries it shows."""
    reader.go(f"explore/{query}")
    summary = reader.page.locator(".dl-explore__summary")
    expect(summary).to_contain_text("entries")
    return summary


def facet(reader: Watched, name: str) -> Locator:
    return reader.page.get_by_role("group", name=name, exact=True)


def with_those_above(keys: tuple[str, ...], above: Mapping[str, str | None]) -> set[str]:
    """Return topics or places and all that they are part of."""
    found: set[str] = set()
    for key in keys:
        at: str | None = key
        while at and at not in found:
            found.add(at)
            at = above.get(at)
    return found


def expected(chronology: Chronology) -> dict[str, Counter[str]]:
    """Count the values of each facet in the content files."""
    topics = {key: page.meta.parent for key, page in chronology.topics.items()}
    places = {key: page.meta.within for key, page in chronology.places.items()}
    named = chronology.topics, chronology.actors, chronology.places
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("Topic", "Actor", "Place", "Kind", "Status", "Source")
    }
    for page in chronology.entries.values():
        meta = page.meta
        counts["Topic"].update(
            named[0][key].meta.name for key in with_those_above(meta.topics, topics)
        )
        counts["Actor"].update(named[1][key].meta.name for key in meta.actors)
        counts["Place"].update(
            named[2][key].meta.name for key in with_those_above(meta.places, places)
        )
        counts["Kind"][meta.kind.capitalize()] += 1
        counts["Status"][meta.status.capitalize()] += 1
        counts["Source"].update({source.publisher for source in meta.sources})
    return counts


def only_there(chronology: Chronology) -> Counter[tuple[str, str]]:
    """Count the entries of a place and kind where all of them have that place alone."""
    counts: Counter[tuple[str, str]] = Counter()
    shared = set()
    for page in chronology.entries.values():
        pairs = [(place, page.meta.kind) for place in page.meta.places]
        counts.update(pairs)
        if len(pairs) > 1:
            shared.update(pairs)
    return Counter({pair: count for pair, count in counts.items() if pair not in shared})


def test_each_value_of_each_facet_is_counted_as_the_entries_have_it(
    exploring: Watched, chronology: Chronology
) -> None:
    opened(exploring)

    for name, counts in expected(chronology).items():
        labels = facet(exploring, name).locator("label")
        shown = zip(
            labels.locator("span").all_text_contents(),
            labels.locator("small").all_text_contents(),
            strict=True,
        )
        assert Counter({label: int(count.replace(",", "")) for label, count in shown}) == counts, (
            name
        )


def test_facets_and_range_combine_and_the_address_brings_them_back(
    exploring: Watched, chronology: Chronology
) -> None:
    summary = opened(exploring)
    page = exploring.page
    wanted = [
        entry
        for entry in chronology.entries.values()
        if entry.meta.status == "reviewed" and "floods" in entry.meta.topics
    ]

    facet(exploring, "Topic").get_by_text("Floods").click()
    facet(exploring, "Status").get_by_text("Reviewed").click()

    expect(summary).to_contain_text(f"{len(wanted)} of {ENTRIES:,} entries")
    page.get_by_label("Order").select_option("oldest")
    expect(page).to_have_url(re.compile("topic=floods&status=reviewed&sort=oldest"))
    rows = page.locator(ROWS).all_inner_texts()
    page.reload()
    expect(summary).to_contain_text(f"{len(wanted)} of {ENTRIES:,} entries")
    expect(facet(exploring, "Topic").get_by_role("checkbox", name="Floods")).to_be_checked()
    assert page.locator(ROWS).all_inner_texts() == rows


def test_one_place_is_one_spot_that_lists_its_entries(
    exploring: Watched, chronology: Chronology
) -> None:
    (place, kind), count = only_there(chronology).most_common(1)[0]
    name = chronology.places[place].meta.name
    opened(exploring, f"?place={place}&kind={kind}")
    page = exploring.page

    page.get_by_role("button", name=f"{name}: {count} entries").press("Enter")

    listed = page.locator(".dl-popup li")
    expect(listed).to_have_count(min(count, IN_POPUP))
    listed.first.locator("a").click()
    expect(page.get_by_role("main")).to_contain_text(name)


def test_the_timeline_shows_columns_for_many_and_bars_for_few_that_keys_lead_to(
    exploring: Watched, chronology: Chronology
) -> None:
    opened(exploring)
    page = exploring.page
    many = ".dl-explore__timeline .dl-columns rect"
    expect(page.locator(many if ENTRIES > MOST_BARS else BARS).first).to_be_attached()
    some = [entry for entry in chronology.entries.values() if entry.meta.kind == "trial"]
    day = max(
        entry.meta.date[:10] for entry in some if re.fullmatch(r"\d{4}-\d\d-\d\d", entry.meta.date)
    )
    opened(exploring, f"?kind=trial&from={day}&to={day}")

    page.locator(".dl-explore__timeline svg").focus()
    page.keyboard.press("Tab")
    expect(page.locator(f"{BARS}:focus")).to_have_count(1)
    page.keyboard.press("Enter")

    expect(page.locator("h1")).not_to_have_text("Explore")


def test_a_facet_worked_by_keys_keeps_the_focus(exploring: Watched) -> None:
    opened(exploring)
    facet(exploring, "Actor").locator("summary").press("Enter")
    last = facet(exploring, "Actor").get_by_role("checkbox").last

    last.press("Space")

    expect(exploring.page.locator(":focus")).to_be_checked()
    expect(exploring.page).to_have_url(re.compile("actor="))


def test_a_phone_has_room_for_all_of_it(browser: Browser, long: str) -> None:
    for reader in watched(browser, long, "phone"):
        summary = opened(reader)
        reader.page.get_by_text("Narrow down").click()
        label = facet(reader, "Kind").locator("label").first
        count = label.locator("small").inner_text()

        label.click()

        expect(summary).to_contain_text(f"{count} of {ENTRIES:,} entries")
        assert reader.wider_than_the_window() == 0
        assert (reader.foreign, reader.complaints) == ([], [])
