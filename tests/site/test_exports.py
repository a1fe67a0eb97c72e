"""The chronology in each format, as the programs that it is for read it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from dated import data_of, entry

from generator import site
from generator.content import load
from generator.site import FORMATS, Options
from generator.site.catalogue import catalogue
from generator.site.data import (
    Dataset,
    csv_file,
    dataset,
    geojson,
    jsonlines,
    sqlite_file,
    timeline_js,
)
from generator.site.data import parquet as parquet_file
from generator.site.data.rows import COLUMNS, row
from generator.site.data.shape import Record
from generator.site.rendering import Rendering
from generator.site.strings import strings

POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 2,
}
GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": "string"},
                    "properties": {"type": "object"},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": POSITION,
                                },
                                "required": ["type", "coordinates"],
                            },
                            {
                                "type": "object",
                                "properties": {
                                    "type": {"const": "MultiPoint"},
                                    "coordinates": {"type": "array", "items": POSITION},
                                },
                                "required": ["type", "coordinates"],
                            },
                        ]
                    },
                },
            },
        },
    },
}
"""RFC 7946, as far as it is used here."""
HOSTILE = '=HYPERLINK("https://evil.example","x")]]></script><script>x()</script>'


@pytest.fixture(scope="module")
def data(invented: Path) -> Dataset:
    chronology, _ = load(invented)
    return dataset(
        Rendering(catalogue(chronology), Options(name="Averly", url="https://a.example/"))
    )


def query(written: bytes, question: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(written)
    found = connection.execute(question).fetchall()
    connection.close()
    return found


def table(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_gives_the_same_bytes_each_time(data: Dataset, form: site.Format) -> None:
    assert form.write(data) == form.write(data) != b""


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_chronology_without_entries_has_every_format(form: site.Format) -> None:
    assert bool(form.write(data_of())) == (form.name != "jsonl")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_format_is_published_with_the_site(built: Path, form: site.Format) -> None:
    assert (built / form.file).stat().st_size > 0
    page = (built / "data" / "index.html").read_text(encoding="utf-8")
    say = strings("en")
    assert f">{say.text(f'format.{form.name}')}</a>" in page
    assert say.text(f"format_about.{form.name}") in page


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_is_withdrawn_is_in_no_format(data: Dataset, form: site.Format) -> None:
    assert b"2025-03-10-boat-with-forty-missing" not in form.write(data)


def test_rows_have_the_columns_that_are_said(data: Dataset) -> None:
    for record in map(data.record, data.items):
        found = dict(zip(COLUMNS, row(record), strict=True))
        same = COLUMNS.keys() & Record.model_fields.keys() - {"actors", "places", "topics"}
        assert {name: found[name] for name in same} == record.model_dump(include=same)
        assert all(v is None or isinstance(v, COLUMNS[name]) for name, v in found.items())


def test_csv_has_a_line_an_entry(data: Dataset) -> None:
    rows = table(csv_file.write(data))
    assert [found["id"] for found in rows] == [item.id for item in data.items]
    night = next(found for found in rows if found["id"] == "2025-03-08-night-of-high-water")
    assert (night["date_edtf"], night["date_precision"]) == ("2025-03-08/2025-03-09", "interval")
    assert (night["date_lower"], night["date_upper"]) == ("2025-03-08", "2025-03-09")
    assert night["publishers"] == "Coast Wire; Harbour Post"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    title = f"{sign}1+1"
    found = table(csv_file.write(data_of(entry("2025-a", "2025", title=title))))[0]
    assert found["title"] == f"'{title}"
    assert found["summary"] == f"'{title}"


def test_numbers_below_nought_stay_numbers_in_csv() -> None:
    assert csv_file.cell(-33.5) == -33.5


def test_json_lines_hold_all_that_is_known(data: Dataset) -> None:
    lines = [json.loads(line) for line in jsonlines.write(data).splitlines()]
    night = next(found for found in lines if found["id"] == "2025-03-08-night-of-high-water")
    assert night["figures"][0]["claims"] == [
        {"value": 340, "bound": "at-least", "by": "fire service", "source": "coast-wire-0309"},
        {
            "value": 410,
            "bound": "exactly",
            "by": "Averly City Council",
            "source": "harbour-post-0310",
        },
    ]
    assert (night["first_reported"], night["last_reported"]) == ("2025-03-09", "2025-03-10")
    assert night["sources"][1]["quotes"] == ["The council spoke of 410 houses."]


def test_what_a_report_tells_otherwise_goes_with_it() -> None:
    told = {"date": "2025-03-09", "places": ["old-quay"]}
    sources = [{"report": "a", "tells": told}, {"report": "b"}]
    data = data_of(entry("2025-03-08-gale", "2025-03-08", sources=sources))

    line = json.loads(jsonlines.write(data))
    assert [source["tells"] for source in line["sources"]] == [{**told, "actors": []}, None]
    rows = query(sqlite_file.write(data), "SELECT key, tells_date FROM sources ORDER BY number")
    assert rows == [("a", "2025-03-09"), ("b", None)]


def test_geojson_is_valid_and_puts_entries_at_their_most_specific_places(data: Dataset) -> None:
    written = json.loads(geojson.write(data))
    jsonschema.validate(written, GEOJSON)
    assert len(written["features"]) == len(data.items)
    drawn = [found["geometry"]["type"] for found in written["features"] if found["geometry"]]
    assert "Point" in drawn


def test_timelinejs_reads_titles_as_text() -> None:
    written = timeline_js.write(data_of(entry("2025-a", "2025-11", title=HOSTILE)))
    event = json.loads(written)["events"][0]
    assert event["start_date"] == {"year": 2025, "month": 11}
    assert "<script" not in event["text"]["headline"] + event["text"]["text"]
    assert "&lt;script&gt;" in event["text"]["headline"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2025-11-25", (2025, 11, 25), None),
        ("2025-11~", (2025, 11), None),
        ("2025", (2025,), None),
        ("2025-11-24/2025-11-25", (2025, 11, 24), (2025, 11, 25)),
        ("2025-10/2025", (2025, 10), (2025,)),
        ("2025-11-24/..", (2025, 11, 24), None),
        ("../2024", (2024,), None),
        ("202X", (2020,), (2029,)),
        ("2025-24", (2025, 12), (2026, 2)),
    ],
)
def test_timelinejs_is_given_the_parts_that_are_known(
    date: str, start: tuple[int, ...], end: tuple[int, ...] | None
) -> None:
    data = data_of(entry("2025-a", date))
    when = data.record(data.items[0]).date
    assert when is not None
    first, last = timeline_js.ends(when)
    assert tuple(first.values()) == start
    assert (tuple(last.values()) if last else None) == end


def test_sqlite_answers_questions_over_its_tables(data: Dataset) -> None:
    written = sqlite_file.write(data)
    assert query(written, "select count(*) from entries") == [(len(data.items),)]
    assert query(written, "pragma integrity_check") == [("ok",)]
    places = query(
        written,
        "select p.name from places p join entry_places e on e.place = p.id "
        "where e.entry = '2025-03-08-night-of-high-water'",
    )
    assert places == [("Old Quay",)]
    found = query(
        written,
        "select entries.id from entries join entries_fts on entries.rowid = entries_fts.rowid "
        "where entries_fts match 'schools'",
    )
    assert found == [("2025-03-08-night-of-high-water",)]
    claims = query(written, "select value, bound from claims where what = 'houses evacuated'")
    assert claims == [(340.0, "at-least"), (410.0, "exactly")]
    assert query(written, "select typeof(date_lower), date_upper from entries limit 1")[0][0] == (
        "text"
    )


def test_parquet_has_days_as_dates_and_names_as_lists(data: Dataset) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = parquet.read_table(io.BytesIO(parquet_file.write(data)))
    assert tuple(found.column_names) == tuple(COLUMNS)
    assert str(found.schema.field("date_lower").type) == "date32[day]"
    assert [str(v) for v in found["id"].to_pylist()] == [item.id for item in data.items]
    assert all(isinstance(names, list) for names in found["places"].to_pylist())


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_hostile_text_cannot_leave_its_place(form: site.Format) -> None:
    written = form.write(data_of(entry("2025-a", "2025-11-01", title=HOSTILE)))
    if form.media in ("text/csv", "application/vnd.sqlite3", "application/vnd.apache.parquet"):
        return  # a cell holds any text; that it is no formula is tried above
    if form.name == "calendar":
        assert written.count(b"BEGIN:VEVENT") == 1
        return
    assert b"<script>" not in written


def test_a_format_whose_package_is_missing_is_not_offered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, invented: Path
) -> None:
    from generator.errors import UsageError
    from generator.site.data import parquet

    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    parquet.available.cache_clear()
    try:
        pages = {page.path: page for page in site.pages(load(invented)[0])}
        assert "Parquet" not in pages["data/index.md"].html
        with pytest.raises(UsageError, match=r"pip install 'dateline\[parquet\]'"):
            site.export("parquet", invented, tmp_path / "mkdocs.yml")
    finally:
        parquet.available.cache_clear()
