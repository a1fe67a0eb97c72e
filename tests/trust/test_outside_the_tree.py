"""Nothing outside the content folder and the seeds is read or written, whatever names it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.check import check
from generator.cli import app
from generator.content import load
from generator.content.ids import entry_path, is_id, slug
from generator.content.paths import safe_path
from generator.errors import DatelineError
from generator.read import Texts, read
from generator.site import pages

NAMES = (
    "../x",
    "..",
    ".",
    "/etc/passwd",
    "..\\x",
    "C:\\x",
    "\\\\srv\\c$",
    "a/../../b",
    "a//b",
    "a/./b",
    "%2e%2e%2fx",
    "..%2fx",
    "....//x",
    "~",
    "$HOME",
    "$(id)",
    "-rf",
    "--help",
    ".git",
    "con",
    "nul",
    "index",
    "a" * 5_000,
    "a\nb",
    "a ",
    "é",
    "\u202etxt",
    "\uff0e\uff0e\uff0fx",
)
HIDDEN = "The secret of the vault is kept by nobody at all."
ENTRY = "---\ntitle: Ferry sinks\nkind: accident\ndate: 2024-03-05\n{}---\n\nIt sank.\n"
STEM = "2024-03-05-ferry-sinks"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A chronology with one entry, its seeds, and a secret beside both."""
    (tmp_path / "outside").mkdir()
    for name in ("secret.md", "secret.txt", "secret.yml"):
        (tmp_path / "outside" / name).write_text(HIDDEN, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    folder = tmp_path / "work" / "content" / "entries" / "2024"
    folder.mkdir(parents=True)
    (folder / f"{STEM}.md").write_text(ENTRY.format(""), encoding="utf-8")
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_an_id_that_leads_away(name: str, tmp_path: Path) -> None:
    assert not is_id(name)
    assert is_id(slug(name))
    safe = tmp_path.joinpath(entry_path(slug(name)))
    assert safe.resolve().is_relative_to(tmp_path.resolve())
    if "/" in name or "\\" in name or name in ("..", "."):
        with pytest.raises(DatelineError):
            safe_path(tmp_path, name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", ["actors", "places", "aliases", "same_as", "topics"])
def test_a_list_of_ids_takes_none_that_leads_away(key: str, name: str, tree: Path) -> None:
    path = tree / "work" / "content" / "entries" / "2024" / f"{STEM}.md"
    path.write_text(ENTRY.format(f"{key}: [{json.dumps(name)}]\n"), encoding="utf-8")
    assert {finding.code for finding in check(tree / "work" / "content")} & {"E009", "E012"}


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_looked_for_among_the_seeds_only(name: str, tree: Path) -> None:
    content = tree / "work" / "content"
    path = content / "entries" / "2024" / f"{STEM}.md"
    for report in (name, "../outside/secret", str(tree / "outside" / "secret")):
        source = f"sources: [{{report: {json.dumps(report)}, quotes: [{json.dumps(HIDDEN)}]}}]\n"
        path.write_text(ENTRY.format(source), encoding="utf-8")
        texts = Texts(tree / "seeds")
        check(content, texts=texts.get)
        assert texts.get(report) is None


@pytest.mark.parametrize(
    "target",
    [
        "../../../../outside/secret.md",
        "/etc/passwd",
        "file:///etc/passwd",
        "..%2f..%2fsecret.md",
        "\\\\srv\\c$",
        "//evil.example/x.md",
    ],
)
def test_a_link_or_picture_of_a_body_leads_to_pages_only(target: str, tree: Path) -> None:
    content = tree / "work" / "content"
    path = content / "entries" / "2024" / f"{STEM}.md"
    path.write_text(
        ENTRY.format("") + f"\n[x]({target}) ![y]({target}) --8<-- '{target}'\n", encoding="utf-8"
    )
    made = {page.path: page.html for page in pages(load(content)[0])}
    assert HIDDEN not in "".join(made.values())
    html = made[f"2024/{STEM}.md"]
    start = html.index("It sank.")
    assert "href" not in html[start : html.index("</p>", html.index("--8", start))]


@pytest.mark.parametrize("command", ["rename", "withdraw", "explain", "merge"])
@pytest.mark.parametrize("name", ["../../../outside/secret", "/etc/passwd", "..", "a/../../b"])
def test_no_command_takes_a_path_for_an_id(command: str, name: str, tree: Path) -> None:
    content = tree / "work" / "content"
    before = everything(tree)
    second = {"rename": [name], "withdraw": ["--reason", "x"], "merge": [STEM]}.get(command, [])
    given = [command, STEM if command == "rename" else name, *second, "--content", str(content)]
    done = CliRunner().invoke(app, given)
    assert done.exit_code != 0
    assert HIDDEN not in done.output
    after = everything(tree)
    assert {name: raw for name, raw in after.items() if "/.ledger/" not in name} == before


def test_links_in_content_and_seeds_are_not_followed(tree: Path) -> None:
    content = tree / "work" / "content"
    (content / "actors").symlink_to(tree / "outside")
    (content / "secret.md").symlink_to(tree / "outside" / "secret.md")
    (content / "entries" / "2024" / "secret.png").symlink_to("/etc/passwd")
    (tree / "seeds" / "secret.txt").symlink_to(tree / "outside" / "secret.txt")
    os.mkfifo(content / "pipe.md")
    chronology, findings = load(content)
    assert [finding.code for finding in findings] == ["E010"] * 3 + ["E010"]
    assert HIDDEN not in "".join(page.html for page in pages(chronology))
    assert read(tree / "seeds" / "secret.txt")[0] == ()


@pytest.mark.parametrize("name", [name for name in NAMES if len(name) < 200])
def test_the_id_of_a_record_names_no_file(name: str, tree: Path) -> None:
    path = tree / "seeds" / "records.jsonl"
    path.write_text(json.dumps({"id": name, "text": "A dam broke on Monday."}), encoding="utf-8")
    for article in read(path)[0]:
        assert not set(article.id) & set("/\\\0\n:")
        assert not article.id.startswith(".")
