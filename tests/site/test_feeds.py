"""Feeds and calendars say what the entries say, for programs that follow them."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from dated import DATES, data_of, entry
from feedgen.feed import FeedGenerator
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator import edtf
from generator.site.data import Dataset, atom, ical, json_feed
from generator.site.data.moments import FEED_LENGTH, identity, told
from generator.site.data.shape import Named

SOURCES = [
    {"report": "late", "published": "2025-03-10", "publisher": "Harbour Post"},
    {"report": "early", "published": "2025-03-09", "publisher": "Coast Wire"},
]
HOSTILE = "=1+1]]>\x00\x1b[31m\n</script><script>\ud800 & \u202e\u2028 BEGIN:VEVENT\r\nUID:evil"


def events(written: bytes) -> list[Any]:
    return list(Calendar.from_ical(written).walk("VEVENT"))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "topics/floods/",
        "actors/orland/",
        "places/old-quay/",
        "sources/harbour-post/",
        "2025/",
    ],
)
def test_all_and_each_part_of_it_can_be_followed(built: Path, path: str) -> None:
    feed = feedparser.parse((built / path / "feed.xml").read_bytes())
    written = json.loads((built / path / "feed.json").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [item.id for item in feed.entries] == [item["id"] for item in written["items"]]
    assert feed.feed.links[0].href == f"https://dateline.example/{path}feed.xml"
    assert written["home_page_url"] == f"https://dateline.example/{path}"
    assert events((built / path / "calendar.ics").read_bytes())


def test_a_page_names_its_own_feeds_and_those_of_the_whole(built: Path) -> None:
    page = (built / "topics" / "floods" / "index.html").read_text(encoding="utf-8")
    for label, way in (
        ("Atom", "../../topics/floods/feed.xml"),
        ("JSON Feed", "../../topics/floods/feed.json"),
        ("Calendar", "../../topics/floods/calendar.ics"),
    ):
        assert f'title="Floods: {label}" href="{way}"' in page
        assert re.search(f'<a href="{way}"[^>]*>{label}</a>', page)
    assert 'title="The Averly Chronicle: Atom" href="../../feed.xml"' in page


def test_a_topic_that_is_not_to_have_a_feed_has_none(built: Path) -> None:
    assert not (built / "topics" / "elections" / "feed.xml").exists()
    page = (built / "topics" / "elections" / "index.html").read_text(encoding="utf-8")
    assert "elections/feed.xml" not in page


def test_an_entry_is_known_by_its_permalink_and_dated_by_its_reports() -> None:
    feed = feedparser.parse(atom.write(data_of(entry("2025-a", "2025-03", sources=SOURCES))))
    item = feed.entries[0]
    assert item.id == item.link == "https://a.example/2025/2025-a/"
    assert (item.published, item.updated) == (
        "2025-03-09T00:00:00+00:00",
        "2025-03-10T00:00:00+00:00",
    )
    assert item.content[0].value.startswith("March 2025")
    assert "Reported by Harbour Post, Coast Wire." in item.content[0].value


def test_a_feed_holds_what_was_reported_last() -> None:
    pages = [
        entry(f"2025-{n:03}", "2025", sources=[{"report": "r", "published": str(day)}])
        for n in range(FEED_LENGTH + 5)
        if (day := dt.date(2025, 1, 1) + dt.timedelta(days=n))
    ]
    feed = feedparser.parse(atom.write(data_of(*pages)))
    assert len(feed.entries) == FEED_LENGTH
    assert feed.entries[0].id.endswith(f"2025-{FEED_LENGTH + 4:03}/")
    assert feed.feed.updated == feed.entries[0].updated


def test_what_no_source_dates_is_not_given_a_time() -> None:
    undated = data_of(entry("undated-a", None, sources=[{"report": "leaflet"}]))
    assert feedparser.parse(atom.write(undated)).entries == []
    assert events(ical.write(undated)) == []
    month = json.loads(json_feed.write(data_of(entry("2025-a", "2025-03"))))["items"][0]
    assert not {"date_published", "date_modified"} & month.keys()


def test_ids_do_not_depend_on_where_the_site_stands_while_that_is_not_known() -> None:
    data = data_of(entry("2025-a", "2025-03-01", sources=SOURCES), url="")
    written = atom.write(data)
    item = feedparser.parse(written).entries[0]
    assert b"<link" not in written
    assert item.id == "urn:x-dateline:2025/2025-a/"
    assert events(ical.write(data))[0]["uid"] == item.id


@pytest.mark.parametrize(
    ("date", "first", "last", "summary"),
    [
        ("2025-03-09", "2025-03-09", "2025-03-09", "Flood"),
        ("2025-03-08/2025-03-09", "2025-03-08", "2025-03-09", "9 March 2025: Flood"),
        ("2025-03", "2025-03-01", "2025-03-31", "March 2025: Flood"),
        ("2025-03-09~", "2025-03-09", "2025-03-09", "About 9 March 2025: Flood"),
    ],
)
def test_a_calendar_spans_every_day_that_a_date_can_mean(
    date: str, first: str, last: str, summary: str
) -> None:
    event = events(ical.write(data_of(entry("2025-a", date, title="Flood"))))[0]
    assert event.start == dt.date.fromisoformat(first)
    assert event.end == dt.date.fromisoformat(last) + dt.timedelta(days=1)
    assert str(event["summary"]).endswith(summary)
    assert (str(event["summary"]) == "Flood") == (summary == "Flood")
    assert event["transp"] == "TRANSPARENT"


@given(st.text(max_size=300))
def test_a_calendar_is_written_as_the_library_writes_it(title: str) -> None:
    """The library takes `\\N` for the end of a line even where it is text, so that is left out."""
    data = data_of(entry("2025-a", "0987-03-09", title=f"Łódź {title}".replace(r"\N", "")))
    (record,) = map(data.record, data.items)
    event = Event()
    event.add("summary", record.title)
    event.add("dtstart", dt.date(987, 3, 9))
    event.add("dtend", dt.date(987, 3, 10))
    event.add("dtstamp", dt.datetime(987, 3, 9, tzinfo=dt.UTC))
    event.add("uid", record.url)
    event.add("url", record.url)
    event.add("categories", [record.kind])
    event.add("description", told(record, data.strings))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("x-edtf", "0987-03-09")

    assert event.to_ical() in ical.write(data)


@given(st.text(max_size=200))
def test_lines_of_a_calendar_are_short_and_read_back_as_text(title: str) -> None:
    data = data_of(entry("2025-a", "0987-03-09", title=f"Łódź {title}"))
    written = ical.write(data)

    assert max(len(line.encode()) for line in written.decode().split("\r\n")) <= 75
    (event,) = events(written)
    assert str(event["summary"]) == data.record(data.items[0]).title
    assert event.start == dt.date(987, 3, 9)


def test_a_planned_event_is_tentative() -> None:
    event = events(ical.write(data_of(entry("2025-a", "2027-05-01", "planned"))))[0]
    assert event["status"] == "TENTATIVE"


@pytest.mark.parametrize("date", ["2025", "2014-02/2022-02", "2025-03-01/..", "202X"])
def test_a_date_wider_than_a_quarter_is_left_out_and_counted(date: str) -> None:
    calendar = Calendar.from_ical(ical.write(data_of(entry("2025-a", date))))
    assert calendar.walk("VEVENT") == []
    assert str(calendar["x-wr-caldesc"]).endswith("quarter: 1.")


@given(DATES)
def test_no_calendar_states_a_finer_date_than_the_entry(date: str) -> None:
    for event in events(ical.write(data_of(entry("2025-a", date)))):
        last = event.end - dt.timedelta(days=1)
        assert (event.start, last) == edtf.bounds(date)
        assert event["x-edtf"] == date


@pytest.mark.parametrize("url", ["https://a.example/?a&b=", ""])
def test_atom_is_written_as_feedgen_writes_it(url: str) -> None:
    title = HOSTILE.replace("\ud800", "") + " 'a' \"b\""
    whole = data_of(entry("2025-a", "2025-03-09", title=title, sources=SOURCES), url=url)
    name = whole.record(whole.items[0]).title
    data = replace(whole, title=name, description=name).written_at("feed.xml", url)
    record = data.record(data.items[0])
    named = record.model_copy(update={"topics": (Named(id="a", name=record.title),)})
    data.taken[record.id] = named
    feed = FeedGenerator()
    feed.id(identity(data.address))
    feed.title(data.title)
    feed.subtitle(data.description)
    feed.language(data.language)
    feed.author(name=data.title)
    feed.generator("Dateline")
    feed.updated("2025-03-10T00:00:00+00:00")
    if url:
        feed.link(href=data.address, rel="self")
        feed.link(href=data.home, rel="alternate")
    wanted = feed.add_entry()
    wanted.id(identity(named.url))
    wanted.title(named.title)
    wanted.updated("2025-03-10T00:00:00+00:00")
    wanted.content(told(named, data.strings), type="text")
    wanted.published("2025-03-09T00:00:00+00:00")
    if url:
        wanted.link(href=named.url, rel="alternate")
    wanted.category(term="a", label=named.title)

    assert atom.write(data) == feed.atom_str(pretty=True)


def test_hostile_text_is_text_in_every_feed() -> None:
    data = data_of(entry("2025-a", "2025-03-09", title=HOSTILE.replace("\ud800", "")))
    title = data.record(data.items[0]).title
    assert "\n" not in title
    assert "</script><script>" in title
    assert feedparser.parse(atom.write(data)).entries[0].title_detail.type == "text/plain"
    assert title.encode() not in json_feed.write(data)
    assert json.loads(json_feed.write(data))["items"][0]["title"] == title
    calendar = events(ical.write(data))
    assert [(str(event["summary"]), str(event["uid"])) for event in calendar] == [
        (title, "https://a.example/2025/2025-a/")
    ]


def test_no_page_has_the_theme_take_a_feed_for_a_translation(built: Path) -> None:
    for path in ("index.html", "topics/floods/index.html"):
        page = (built / path).read_text(encoding="utf-8")
        assert 'rel="alternate feed" type="application/atom+xml"' in page
        assert 'rel="alternate"' not in page


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("added/", "Recently added"),
        ("changed/", "Recently changed"),
        ("disagreements/", "Where sources differ"),
    ],
)
def test_a_list_of_what_is_new_has_feeds_of_what_it_shows(
    built: Path, path: str, name: str
) -> None:
    page = (built / path / "index.html").read_text(encoding="utf-8")
    feed = feedparser.parse((built / path / "feed.xml").read_bytes())
    rows = re.findall(r'<h3 class="dl-row__title"><a href="\.\./([^"]+)"', page)

    assert not feed.bozo
    assert rows
    assert {item.id.removeprefix("https://dateline.example/") for item in feed.entries} == set(rows)
    assert f'title="{name}: Atom" href="../{path}feed.xml"' in page
    assert re.search(f'<a href="../{path}feed.json"[^>]*>JSON Feed</a>', page)
    assert not (built / path / "calendar.ics").exists()


def test_what_came_in_last_stands_first_though_other_entries_changed_since() -> None:
    changed = entry("2025-03-01-long-told", "2025-03-01", sources=SOURCES)
    late = [
        {"report": "new", "published": "2025-03-09"},
        {"report": "x", "published": "2025-03-09"},
    ]
    new = entry("2025-03-02-new", "2025-03-02", sources=late)
    earlier = [{"report": "old", "published": "2025-03-01"}, *SOURCES[:1]]
    old = entry("2025-02-28-old", "2025-02-28", sources=earlier)
    data = replace(data_of(changed, new, old), by_first_report=True)

    told = feedparser.parse(atom.write(data)).entries

    assert [item.updated[:10] for item in told] == ["2025-03-09", "2025-03-09", "2025-03-01"]
    assert [item["date_modified"][:10] for item in json.loads(json_feed.write(data))["items"]] == [
        item.updated[:10] for item in told
    ]


def test_on_this_day_recurs_each_year_and_holds_only_known_days(built: Path) -> None:
    found = events((built / "on-this-day" / "calendar.ics").read_bytes())

    assert found
    assert all(event["rrule"] == {"FREQ": ["YEARLY"]} for event in found)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", event["x-edtf"]) for event in found)


def test_the_calendar_of_a_part_takes_events_that_were_written_for_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = data_of(entry("2025-a", "2025-03-09"), entry("2025-b", "2025-03-10"))
    ical.prepare(data)
    monkeypatch.delattr(Dataset, "parts")

    assert len(events(ical.write(replace(data, items=data.items[:1])))) == 1
