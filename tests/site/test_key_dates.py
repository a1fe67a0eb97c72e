"""The days that most points at come first, by a rule that a reader can follow."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from dated import entry
from hypothesis import given
from hypothesis import strategies as st

from generator import site
from generator.content import Chronology, EntryPage, TopicPage
from generator.content import Page as Content
from generator.content.reports import Remembered
from generator.site.catalogue import catalogue
from generator.site.key_dates import key_dates

START = dt.date(2031, 3, 1)


def report(name: str, published: int | None, *days: tuple[int, int]) -> Remembered:
    """A report published so many days after the start, with the days that it refers to."""
    return Remembered(
        id=name,
        published=None if published is None else START + dt.timedelta(days=published),
        days=tuple((START + dt.timedelta(days=day), sentences) for day, sentences in days),
    )


def ranked(
    *reports: Remembered, entries: tuple[Content[EntryPage], ...] = (), topic: str | None = None
) -> list[int]:
    """The days in order, as days after the start."""
    topics = {
        name: Content(
            id=name, path=f"topics/{name}.md", meta=TopicPage(name=name), body="", lines={}
        )
        for name in ("dam", "vote")
    }
    shown = catalogue(Chronology(entries={page.id: page for page in entries}, topics=topics))
    found = key_dates(shown, {one.id: one for one in reports}, topic)
    return [(key.day - START).days for key in found]


def on(name: str, day: int, *sources: str, **meta: object) -> Content[EntryPage]:
    date = str(START + dt.timedelta(days=day))
    return entry(name, date, sources=[{"report": source} for source in sources], **meta)


def test_the_day_that_most_reports_refer_to_comes_first() -> None:
    reports = (report("a", 3, (2, 1)), report("b", 3, (2, 1), (1, 1)), report("c", 2, (1, 1)))
    assert ranked(*reports, report("d", 3, (2, 1)))[:2] == [2, 1]


def test_many_reports_outweigh_many_sentences_of_one() -> None:
    few = [report(name, 5, (4, 1)) for name in "abcd"]
    assert ranked(*few, report("long", 4, (3, 6)))[0] == 4


def test_what_is_still_told_weeks_later_outweighs_the_news_of_the_day() -> None:
    dam_breaks = [report(f"later-{n}", 30 + n, (0, 1)) for n in range(3)]
    press_day = [report(f"soon-{n}", 11, (10, 1)) for n in range(4)]
    assert ranked(report("first", 1), *dam_breaks, *press_day)[0] == 0


def test_what_was_only_expected_counts_less_than_what_happened() -> None:
    assert ranked(report("a", 0, (9, 1)), report("b", 0, (0, 1))) == [0, 9]


def test_what_lies_before_the_whole_story_is_background() -> None:
    background = [report(f"a-{n}", n, (-400, 1)) for n in range(3)]
    assert ranked(*background, *(report(f"b-{n}", 5, (4, 1)) for n in range(2)))[0] == 4


def test_an_entry_counts_for_each_of_its_sources_and_for_figures() -> None:
    entries = (
        on("2031-a", 1, "a", "b"),
        on("2031-b", 2, "a", "b", figures=[{"what": "killed", "claims": [{"value": 3}]}]),
        on("2031-c", 3, "a"),
    )
    assert ranked(entries=entries) == [2, 1, 3]


def test_a_date_that_is_no_day_points_at_no_day() -> None:
    entries = tuple(
        entry(f"2031-{n}", date)
        for n, date in enumerate(["2031-03", "2031", "2031-03-01/2031-03-09"])
    )
    assert ranked(entries=entries) == []


def test_a_night_counts_half_on_each_of_its_days() -> None:
    night = entry("2031-n", "2031-03-02/2031-03-03", sources=[{"report": "a"}, {"report": "b"}])
    assert ranked(entries=(night, on("2031-d", 5, "a", "b"))) == [5, 1, 2]


def test_a_topic_is_ranked_by_what_points_at_its_own_days() -> None:
    entries = (on("2031-a", 1, "a", topics=["dam"]), on("2031-b", 2, "b", topics=["vote"]))
    reports = (report("a", 1, (1, 1), (2, 5)), report("b", 2, (2, 1)))
    assert ranked(*reports, entries=entries, topic="dam") == [1]
    assert ranked(*reports, entries=entries)[0] == 2


def test_an_invented_year_is_told_by_its_turning_points() -> None:
    """A dam cracks, breaks, is discussed daily, and is closed: the turning points come first."""
    turning = {0: "crack", 12: "break", 40: "inquiry", 90: "closure"}
    reports = [
        report(f"daily-{day}", day + 1, (day, 1)) for day in range(100) if day not in turning
    ]
    for day in turning:
        reports += [report(f"news-{day}-{n}", day + 1, (day, 2)) for n in range(2)]
        reports += [report(f"back-{day}-{n}", day + 14 + 9 * n, (day, 1)) for n in range(3)]
    found = set(ranked(*reports)[: len(turning)])
    hits = len(found & turning.keys())
    assert 2 * hits / (len(found) + len(turning)) == 1.0


@given(
    st.permutations([report(n, d, (d, 1), (0, 2)) for n, d in zip("abcde", range(5), strict=True)])
)
def test_the_order_of_reports_changes_nothing(reports: list[Remembered]) -> None:
    assert ranked(*reports) == ranked(*sorted(reports, key=lambda one: one.id))


def test_the_front_page_and_topics_show_key_moments(invented: Path) -> None:
    from generator.content import load

    pages = {page.path: page for page in site.pages(load(invented)[0])}
    front = pages["index.md"].html
    section = front.partition('aria-label="Key moments"')[2].partition("</section>")[0]
    titles = re.findall(r'<a href="[^"]*">([^<]+)</a>', section)
    assert "Orla floods the Old Quay overnight" in titles
    assert len(titles) == len(set(titles))
    assert "Key moments" not in pages["actors/orland.md"].html


def test_few_days_have_no_key_moments() -> None:
    entries = {page.id: page for page in (on("2031-a", 1, "a"), on("2031-b", 2, "b"))}
    pages = {page.path: page for page in site.pages(Chronology(entries=entries))}
    assert "Key moments" not in pages["index.md"].html


@pytest.mark.parametrize("number", [1, 3])
def test_the_ledger_keeps_the_days_that_a_report_refers_to(number: int) -> None:
    found = report("a", 3, *((day, 1) for day in range(number)))
    from generator.content.reports import line, parse

    assert parse(line(found), "here") == found
