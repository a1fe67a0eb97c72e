"""Text is text on a terminal, in the log of a build, in annotations, tables and calendars."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import payloads
import pytest

from generator import console, site
from generator.errors import Finding

ROOT = Path(__file__).parents[2]
ACTS = "\x1b[31m\x1b]8;;https://evil.example\x07\x9b2J\u202e\r\n::error file=x::y\n##[error]z"
FINDING = Finding(ACTS, 3, ACTS, "E012", ACTS, ACTS)
CONTROLS = {chr(code) for code in (*range(32), *range(0x7F, 0xA0), 0x202E)} - {"\n"}


def printed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    shown = capsys.readouterr()
    text = shown.out + shown.err
    assert not CONTROLS & set(text)
    return text.splitlines()


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_finding_sends_a_terminal_and_ci_no_command(
    form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "out", console.Console(soft_wrap=True, highlight=False))
    monkeypatch.setattr(
        console, "err", console.Console(stderr=True, soft_wrap=True, highlight=False)
    )
    console.print_findings((FINDING,), form)
    commands = [line for line in printed(capsys) if line.lstrip().startswith(("::", "##["))]
    assert len(commands) == (form == "github")
    if form == "github":
        properties, _, message = commands[0].removeprefix("::error ").partition("::")
        assert properties.count(",") == 2
        assert "\n" not in message
        assert "::" not in properties


@pytest.mark.parametrize("command", [["check"], ["check", "--format", "github"], ["build"]])
def test_the_name_of_a_file_is_shown_and_not_obeyed(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name in ("a\n::error::x.md", "\x1b[2J.md", "-rf.md", "a b.md", "\u202e.md"):
        (tmp_path / "content" / name).write_text("Text.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://x.example/\ndocs_dir: content\n"
        "plugins: [dateline: {admin: false, cards: false}]\ntheme: {name: material}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "generator", *command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    text = done.stdout + done.stderr
    assert not CONTROLS & set(text)
    assert "Traceback" not in text
    lines = [line for line in text.splitlines() if line.startswith("::")]
    assert all(line.startswith("::error file=content/") for line in lines)


def test_every_cell_of_a_table_is_text(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "entries" / "2025"
    folder.mkdir(parents=True)
    starts = ("=1+1", "+1", "-1", "@SUM(1)", "|cmd", "\\t=1", "＝1", "%0A=1", " =1", "'=1")
    for number, text in enumerate(starts):
        said = text.replace("'", "''")
        (folder / f"2025-01-01-{number}.md").write_text(
            f"---\ntitle: '{said}'\ndate: 2025-01-01\nkind: attack\n"
            f"sources:\n  - publisher: '{said}'\n    title: '{said}'\n    quotes: ['{said}']\n"
            "---\nText.\n",
            encoding="utf-8",
        )
    written, _ = site.export("csv", tmp_path / "content", ROOT / "mkdocs.yml")
    rows = list(csv.reader(io.StringIO(written.decode(), newline="")))
    assert len(rows) == len(starts) + 1
    for cell in (cell for row in rows[1:] for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronology of which each title is a payload."""
    content = tmp_path_factory.mktemp("exported") / "content"
    folder = content / "entries" / "2025"
    folder.mkdir(parents=True)
    for number, text in enumerate(payloads.OWN):
        said = " ".join(text.split()).replace("'", "''")
        (folder / f"2025-01-01-{number}.md").write_text(
            f"---\ntitle: '{said}'\ndate: 2025-01-01\nkind: attack\n---\nText.\n", encoding="utf-8"
        )
    return content


@pytest.mark.parametrize("form", site.FORMATS, ids=lambda form: form.name)
def test_no_payload_leaves_its_place_in_an_export(form: site.Format, hostile: Path) -> None:
    written, findings = site.export(form.name, hostile, ROOT / "mkdocs.yml")
    assert findings == ()
    assert written.count(b"BEGIN:VEVENT\r\n") in (0, len(payloads.OWN))
    if form.name in {"atom", "json-feed", "jsonl", "geojson", "timelinejs"}:
        assert b"<script>window" not in written
