"""The command as its users meet it: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

STORM = """\
A storm flooded the harbour of Rotterdam on Tuesday and injured at least twelve people, \
Mayor Anna Verbeek said.
"""


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder of its own."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "storm.txt").write_text(STORM, encoding="utf-8")
    (folder / "storm.yml").write_text("published: 2026-03-04\n", encoding="utf-8")
    return folder


def test_generate_works_in_an_empty_folder_without_configuration(seeds: Path) -> None:
    done = run("generate", folder=seeds.parent)

    assert (done.returncode, done.stdout) == (0, "")
    assert "1 new" in done.stderr
    entry = next((seeds.parent / "content" / "entries" / "2026").glob("*.md"))
    assert "date: 2026-03-03" in entry.read_text(encoding="utf-8")


def test_results_go_to_stdout_and_talk_to_stderr(seeds: Path) -> None:
    done = run("generate", "--dry-run", folder=seeds.parent)

    assert "date: 2026-03-03" in done.stdout
    assert not (seeds.parent / "content").exists()


def test_read_prints_the_json_that_other_tools_rely_on(seeds: Path) -> None:
    done = run("read", "--json", "seeds/storm.txt", folder=seeds.parent)

    line = json.loads(done.stdout)
    assert done.returncode == 0
    assert (line["id"], line["published"], line["text"]) == ("storm", "2026-03-04", STORM)
    times = [line["text"][t["start"] : t["end"]] for t in line["times"]]
    assert times == ["Tuesday"]
    assert {"start", "end", "text", "kind", "id", "lat", "lon"} == set(line["names"][0])
    assert {"start", "end", "date", "kind", "actors", "places", "figures"} <= set(line["events"][0])


def test_offsets_into_a_corpus_text_hold(tmp_path: Path) -> None:
    text = "Sign up for our newsletter\n\n  The court sat on 3 May 2024.  \n"
    row = {"id": "a", "published": "2024-05-04", "text": text}
    (tmp_path / "corpus.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")

    done = run("read", "--json", "corpus.jsonl", folder=tmp_path)

    line = json.loads(done.stdout)
    assert line["text"] == text
    assert [text[t["start"] : t["end"]] for t in line["times"]] == ["3 May 2024"]


def test_an_article_without_a_date_says_how_to_give_one(seeds: Path) -> None:
    (seeds / "storm.yml").unlink()

    done = run("generate", folder=seeds.parent)

    assert done.returncode == 1
    assert "storm.txt" in done.stderr
    assert "published:" in done.stderr
    assert not list((seeds.parent / "content" / "entries").glob("2*"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("read", "absent.txt"), "no such file: absent.txt"),
        (("generate", "absent"), "no folder of articles at absent"),
        (("check", "--content", "absent"), "no content folder at absent"),
        (("explain", "absent"), "content folder"),
        (("check", "--content", ".", "absent.md"), "no such file: absent.md"),
        (("build",), "mkdocs.yml"),
        (("nonsense",), "nonsense"),
    ],
)
def test_broken_use_is_one_clear_line_and_exit_code_two(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = run(*arguments, folder=tmp_path)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_check_ends_with_one_where_it_finds_something(seeds: Path) -> None:
    run("generate", folder=seeds.parent)
    entry = next((seeds.parent / "content" / "entries" / "2026").glob("*.md"))
    entry.write_text(
        entry.read_text(encoding="utf-8").replace("date: 2026-03-03", "date: 2026-02-31"),
        encoding="utf-8",
    )

    texts = run("check", folder=seeds.parent)
    annotations = run("check", "--format", "github", folder=seeds.parent)
    objects = run("check", "--format", "json", folder=seeds.parent)

    assert texts.returncode == annotations.returncode == objects.returncode == 1
    assert f"{entry.relative_to(seeds.parent).as_posix()}:3: date:" in texts.stdout
    assert annotations.stdout.startswith("::error file=content/entries/2026/")
    assert json.loads(objects.stdout.splitlines()[0])["field"] == "date"


def test_check_ends_with_nought_on_what_was_generated(seeds: Path) -> None:
    run("generate", folder=seeds.parent)

    done = run("check", folder=seeds.parent)

    assert (done.returncode, done.stdout) == (0, "")


def test_explain_names_the_words_behind_each_field(seeds: Path) -> None:
    run("generate", folder=seeds.parent)
    entry = next((seeds.parent / "content" / "entries" / "2026").glob("*.md"))

    done = run("explain", entry.stem, folder=seeds.parent)

    assert done.returncode == 0
    assert "Tuesday" in done.stdout
    assert "storm" in done.stdout


def test_terminal_escapes_in_an_article_are_not_printed(tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text("The mayor \x1b[31mresigned on 3 May 2024.\n", "utf-8")

    done = run("read", "evil.txt", folder=tmp_path)

    assert "\x1b[31mresigned" not in done.stdout
