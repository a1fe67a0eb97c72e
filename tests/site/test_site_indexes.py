"""The indexes: the same day of all years, publishers, what is new, and company."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import site
from generator.content import Chronology, EntryPage, Source, load
from generator.content import Page as ContentPage
from generator.site import Options, Page

Pages = dict[str, Page]


def entry(key: str, date: str | None, *sources: Source) -> ContentPage[EntryPage]:
    meta = EntryPage(title=f"Title {key}", date=date, kind="flood", sources=sources)
    return ContentPage(id=key, path=f"entries/{key}.md", meta=meta, body="", lines={})


def report(name: str, publisher: str | None = None, day: str | None = None) -> Source:
    return Source(report=name, publisher=publisher, published=day, title=f"Report {name}")


def made(*entries: ContentPage[EntryPage], options: Options | None = None) -> Pages:
    chronology = Chronology(entries={page.id: page for page in entries})
    return {page.path: page for page in site.pages(chronology, options)}


@pytest.fixture(scope="module")
def invented_pages(invented: Path) -> Pages:
    return {page.path: page for page in site.pages(load(invented)[0])}


def titles(page: Page) -> list[str]:
    return re.findall(r'<h3 class="dl-row__title"><a [^>]*>Title (.*?)</a>', page.html)


def test_a_day_of_the_year_lists_all_years_and_only_what_is_known_to_the_day() -> None:
    pages = made(
        entry("old", "1998-05-04"),
        entry("new", "2011-05-04"),
        entry("night", "2004-05-03/2004-05-04"),
        entry("month", "2004-05"),
        entry("about", "2004-05-01/2004-05-30"),
    )

    assert titles(pages["on-this-day/05-04.md"]) == ["new", "night", "old"]
    assert titles(pages["on-this-day/05-03.md"]) == ["night"]
    shown = [path for path in pages if re.fullmatch(r"on-this-day/\d.*", path)]
    assert sorted(shown) == ["on-this-day/05-03.md", "on-this-day/05-04.md"]


def test_days_of_the_year_lead_to_each_other_and_leap_day_has_one() -> None:
    pages = made(entry("leap", "2012-02-29"), entry("spring", "2013-04-01"))

    assert "29 February" in pages["on-this-day/02-29.md"].title
    assert 'href="../../on-this-day/04-01/"' in pages["on-this-day/02-29.md"].html
    assert 'href="../on-this-day/02-29/"' in pages["on-this-day/index.md"].html


def test_a_publisher_has_its_entries_and_each_report_once_with_all_that_it_tells() -> None:
    wire = report("r1", "Lake Wire", "2030-02-01")
    pages = made(
        entry("a", "2030-01-30", wire),
        entry("b", "2030-01-31", wire, report("r2", "LAKE WIRE", "2030-02-03")),
        entry("c", "2030-01-31", report("r3", "Harbour Post")),
    )

    assert titles(pages["sources/lake-wire.md"]) == ["b", "a"]
    reports = pages["sources/lake-wire/reports.md"].html
    assert re.findall(r"Report (r\d)</p>", reports) == ["r2", "r1"]
    assert [reports.count(f">Title {key}</a>") for key in "abc"] == [1, 2, 0]
    assert "Also <span>LAKE WIRE</span>" in pages["sources/lake-wire.md"].html
    assert "2 reports" in pages["sources/index.md"].html


def test_reports_without_a_publisher_stand_together_and_are_not_given_one() -> None:
    pages = made(entry("a", "2030-01-30", report("r1")), entry("b", None, report("r2")))

    assert titles(pages["sources/publisher-not-named.md"]) == ["a", "b"]


def test_many_reports_are_cut_into_pages() -> None:
    entries = [entry(f"e{n}", "2030-01-30", report(f"r{n}", "Lake Wire")) for n in range(5)]
    pages = made(*entries, options=Options(list_length=2))

    last = pages["sources/lake-wire/reports/page-3.md"].html
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last
    assert last.count('<li>\n<p class="dl-source">') == 1


def test_an_entry_counts_as_added_on_the_day_of_its_first_report() -> None:
    pages = made(
        entry("a", "2030-01-30", report("r1", day="2030-02-01"), report("r2", day="2030-02-09")),
        entry("b", "2030-01-31", report("r3", day="2030-02-03")),
        entry("c", "2030-02-01", report("r4")),
    )

    assert titles(pages["added/index.md"]) == ["b", "a"]
    assert re.findall(r"</span>(\d+ February 2030)</h2>", pages["added/index.md"].html) == [
        "3 February 2030",
        "1 February 2030",
    ]


def test_an_entry_counts_as_changed_when_a_later_report_joined_it() -> None:
    pages = made(
        entry("a", "2030-01-30", report("r1", day="2030-02-01"), report("r2", day="2030-02-09")),
        entry("b", "2030-01-31", report("r3", day="2030-02-03")),
        entry("c", "2030-01-31", report("r4", day="2030-02-03"), report("r5", day="2030-02-03")),
    )

    assert titles(pages["changed/index.md"]) == ["a"]
    assert "9 February 2030" in pages["changed/index.md"].html


def test_the_newest_alone_are_shown_and_the_rest_is_counted() -> None:
    entries = [
        entry(f"e{n}", "2030-01-30", report(f"r{n}", day=f"2030-02-0{n}")) for n in range(1, 6)
    ]
    page = made(*entries, options=Options(list_length=2))["added/index.md"]

    assert titles(page) == ["e5", "e4"]
    assert "3 older left out" in page.html


def test_what_was_withdrawn_is_in_no_index(invented_pages: Pages) -> None:
    title = invented_pages["2025/2025-03-10-boat-with-forty-missing.md"].title
    kinds = ("on-this-day/", "sources/", "added/", "changed/")

    found = [path for path, page in invented_pages.items() if title in page.html]

    assert not [path for path in found if path.startswith(kinds)]


def test_one_page_leads_to_every_index_that_the_navigation_leaves_out(
    invented_pages: Pages,
) -> None:
    html = invented_pages["more/index.md"].html
    for path in ("on-this-day", "sources", "added", "changed", "disagreements", "undated"):
        assert f'href="../{path}/"' in html
        assert invented_pages[f"{path}/index.md"].order is None


def test_actors_and_places_say_how_often_they_stand_together(invented_pages: Pages) -> None:
    html = invented_pages["actors/mykola-zarenskyy.md"].html
    chips = re.findall(r'href="\.\./\.\./places/([\w-]+)/">\s*\S+[^<]*<span[^>]*>(\d+)', html)
    assert ("port-averly", "3") in chips


def test_a_place_names_what_it_lies_within_and_what_lies_within_it(
    invented_pages: Pages,
) -> None:
    html = invented_pages["places/port-averly.md"].html
    facts = dict(re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", html, re.DOTALL))
    assert "orland-coast" in facts["Lies within"]
    assert "old-quay" in facts["Within it"]


def test_a_source_on_an_entry_leads_to_its_publisher(invented_pages: Pages) -> None:
    html = invented_pages["2025/2025-03-03-dockers-walk-out.md"].html
    assert '<a href="../../sources/harbour-post/">Harbour Post</a>' in html
