"""No export states a finer date than the entry: its bounds are those of the entry's EDTF."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sqlite3
from typing import Any

from dated import DATES, data_of, entry
from hypothesis import given, settings

from generator import edtf
from generator.site.data import (
    Dataset,
    csv_file,
    geojson,
    json_feed,
    jsonlines,
    sqlite_file,
    timeline_js,
)
from generator.site.data import parquet as parquet_file

REPORT = [{"report": "r", "published": "2031-05-06"}]


def dated(date: str) -> Dataset:
    return data_of(entry("2025-a", date, sources=REPORT))


def as_the_entry(found: dict[str, Any], date: str, prefix: str = "") -> bool:
    """Whether text, bounds, precision and doubt are those of the entry."""
    parsed = edtf.parse(date)
    names = ("edtf", "lower", "upper", "precision", "approximate", "uncertain")
    given = [str(found[prefix + name] or "") for name in names]
    doubt = [parsed.approximate or "", parsed.uncertain or ""]
    wanted = [parsed.text, parsed.lower or "", parsed.upper or "", parsed.precision, *doubt]
    return given == list(map(str, wanted))


@given(DATES)
def test_json_states_the_bounds_of_the_entry(date: str) -> None:
    data = dated(date)
    line = json.loads(jsonlines.write(data))
    feature = json.loads(geojson.write(data))["features"][0]["properties"]
    item = json.loads(json_feed.write(data))["items"][0]
    assert as_the_entry(line["date"], date)
    assert as_the_entry(feature["date"], date)
    assert as_the_entry(item["_dateline"]["date"], date)
    assert item["date_published"].startswith("2031-05-06")


@given(DATES)
def test_csv_states_the_bounds_of_the_entry(date: str) -> None:
    text = io.StringIO(csv_file.write(dated(date)).decode(), newline="")
    found: dict[str, Any] = next(csv.DictReader(text))
    for name in ("date_approximate", "date_uncertain"):
        found[name] = found[name] == "true"
    assert as_the_entry(found, date, "date_")


@settings(max_examples=25)  # a database of ten tables each time
@given(DATES)
def test_tables_state_the_bounds_of_the_entry(date: str) -> None:
    data = dated(date)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(sqlite_file.write(data))
    connection.row_factory = sqlite3.Row
    found = dict(connection.execute("select * from entries").fetchone())
    connection.close()
    for name in ("date_approximate", "date_uncertain"):
        found[name] = bool(found[name])
    assert as_the_entry(found, date, "date_")
    from pyarrow import parquet

    column = parquet.read_table(io.BytesIO(parquet_file.write(data))).to_pylist()[0]
    assert as_the_entry(column, date, "date_")


@given(DATES)
def test_timelinejs_states_no_part_that_is_not_known(date: str) -> None:
    event = json.loads(timeline_js.write(dated(date)))["events"][0]
    lower, upper = edtf.bounds(date)
    finest = {"day": 3, "month": 2, "season": 2}
    ends = [edtf.parse(end) for end in date.split("/") if end.strip(".")]
    most = max(finest.get(end.precision, 1) for end in ends)
    for name in ("start_date", "end_date"):
        parts = event.get(name)
        if parts is None:
            continue
        assert len(parts) <= most
        said = edtf.parse("-".join(f"{part:02}" for part in parts.values()).zfill(4))
        assert (said.lower or dt.date.min) <= upper
        assert lower <= (said.upper or dt.date.max)
    assert event["edtf"] == date
