"""`dateline key-dates` prints the days that most points at."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from generator.cli import app
from generator.errors import UsageError
from generator.site import ranked
from generator.site.key_dates import remembered

LEDGER = """\
{"id":"harbour-post-0310","published":"2025-03-10","days":[["2025-03-09",4],["2025-03-04",1]]}
{"id":"coast-wire-0420","published":"2025-04-20","days":[["2025-03-04",1]]}
"""


def run(*arguments: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(app, ["key-dates", *arguments])
    return done.exit_code, done.stdout.splitlines()


def test_json_has_the_most_important_days_in_order(invented: Path) -> None:
    code, lines = run("--json", "-n", "3", "--content", str(invented))
    rows = [json.loads(line) for line in lines]
    assert code == 0
    assert [row["rank"] for row in rows] == [1, 2, 3]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert rows[0]["date"] == "2025-03-09"
    assert rows[0]["entry"] in rows[0]["entries"]
    assert rows[0]["headline"]


def test_a_topic_has_days_of_its_own(invented: Path) -> None:
    _, lines = run("--json", "--topic", "dock-strike", "--content", str(invented))
    dates = {json.loads(line)["date"] for line in lines}
    assert "2025-03-03" in dates
    assert "2025-03-09" not in dates


def test_without_json_a_line_has_the_day_and_its_headline(invented: Path) -> None:
    _, lines = run("-n", "1", "--content", str(invented))
    assert len(lines) == 1
    assert lines[0].startswith("2025-03-09 ")


def test_an_unknown_topic_names_those_there_are(invented: Path) -> None:
    done = CliRunner().invoke(app, ["key-dates", "--topic", "absent", "--content", str(invented)])
    assert isinstance(done.exception, UsageError)
    assert "floods" in str(done.exception)


def test_what_reports_refer_to_is_read_from_the_ledger(tmp_path: Path) -> None:
    folder = tmp_path / ".ledger" / "reports"
    folder.mkdir(parents=True)
    (folder / "2025.jsonl").write_text(LEDGER, encoding="utf-8")
    days = ranked(tmp_path, None)[0]
    assert [str(key.day) for key in days] == ["2025-03-04", "2025-03-09"]
    assert days[0].reports == 2


def test_a_ledger_that_cannot_be_read_leaves_the_entries(tmp_path: Path) -> None:
    folder = tmp_path / ".ledger" / "reports"
    folder.mkdir(parents=True)
    (folder / "2025.jsonl").write_text("{]\n", encoding="utf-8")
    assert remembered(tmp_path) == {}
    assert ranked(tmp_path, None) == ((), ())
