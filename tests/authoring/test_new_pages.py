"""`dateline new` asks, checks each answer, and writes what the check has nothing against."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from generator.check import check
from generator.cli import app

OUTAGE = ("--title", "Outage in Averly", "--date", "2031-05-04", "--kind", "outage")
SOURCE = ("--url", "https://news.example/outage", "--quote", "The lights went out.")
ENTRY = "entries/2031/2031-05-04-outage-in-averly.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    run(folder, "place", "--name", "Averly", "--kind", "city", "--no-input")
    run(folder, "actor", "--name", "Averly Grid", "--kind", "organisation", "--alias", "AG",
        "--no-input")  # fmt: skip
    return folder


def run(content: Path, *arguments: str, answers: str | None = None) -> Result:
    command = ["new", arguments[0], "--content", str(content), *arguments[1:]]
    return CliRunner().invoke(app, command, input=answers)


def pages(content: Path) -> set[str]:
    found = (path.relative_to(content).as_posix() for path in content.rglob("*.md"))
    return {path for path in found if path.startswith("entries")}


def test_options_alone_make_a_page_that_passes_the_check(content: Path) -> None:
    names = ("--actor", "AG", "--place", "averly")
    done = run(content, "entry", *OUTAGE, *SOURCE, *names, "--body", "It was dark.", "--no-input")

    assert done.exit_code == 0, done.output
    assert done.stdout.strip() == str(content / ENTRY)
    text = (content / ENTRY).read_text(encoding="utf-8")
    assert "actors: [averly-grid]\nplaces: [averly]" in text
    assert text.endswith("---\n\nIt was dark.\n")
    assert check(content) == ()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--place", "Averley"), "Did you mean `averly`?"),
        (("--date", "tomorrow"), "date: 'tomorrow'"),
        (("--url", "javascript:alert(1)"), "web address"),
        (("--kind", "outtage"), "Did you mean `outage`?"),
        (("--body", "<script>x</script>"), "`<script>` is HTML, which the site shows"),
        (("--id", "../../escape"), "is not an id"),
        (("--title", "A \x07 bell"), "not written"),
    ],
)
def test_what_the_check_is_against_is_not_written(
    content: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = run(content, "entry", *OUTAGE, *SOURCE, *arguments, "--no-input")

    assert done.exit_code == 1
    assert words in done.output
    assert pages(content) == set()


def test_a_second_entry_of_a_day_and_title_gets_another_id(content: Path) -> None:
    run(content, "entry", *OUTAGE, *SOURCE, "--no-input")
    run(content, "entry", *OUTAGE, *SOURCE, "--no-input")

    assert pages(content) == {ENTRY, ENTRY.replace(".md", "-2.md")}


def test_a_page_that_stands_is_never_written_over(content: Path) -> None:
    before = (content / "actors" / "averly-grid.md").read_bytes()

    done = run(content, "actor", "--name", "Averly Grid", "--kind", "group", "--no-input")

    assert done.exit_code != 0
    assert (content / "actors" / "averly-grid.md").read_bytes() == before


def test_each_answer_is_checked_before_the_next_is_asked(content: Path) -> None:
    answers = [
        "Outage in Averly", "31 June 2031", "4 May 2031", "outtage", "Averly Gird", "1", "Averly",
        "", "ftp://x", "https://news.example/outage", "Post", "", "The lights went out.", "Dark.",
    ]  # fmt: skip
    done = run(content, "entry", answers="\n".join([*answers, ""]))

    assert done.exit_code == 0, done.output
    assert done.stdout.strip() == str(content / ENTRY)
    assert "taken as 2031-05-04" in done.stderr
    assert "taken as outage" in done.stderr
    assert "1 averly-grid" in done.stderr
    assert "actors: [averly-grid]" in (content / ENTRY).read_text(encoding="utf-8")


def test_what_the_whole_page_is_refused_for_is_asked_again(content: Path) -> None:
    answers = ["", "", "", "", "", "<iframe></iframe>", "Words."]
    done = run(content, "entry", *OUTAGE, *SOURCE, answers="\n".join([*answers, ""]))

    assert done.exit_code == 0, done.output
    assert (content / ENTRY).read_text(encoding="utf-8").endswith("\n\nWords.\n")


def test_an_end_of_answers_writes_nothing(content: Path) -> None:
    done = run(content, "entry", answers="Outage\n")
    assert done.exit_code == 1
    assert pages(content) == set()


def test_a_topic_takes_what_puts_entries_there(content: Path) -> None:
    done = run(content, "topic", "--name", "Power", "--term", "grid", "--kind", "outage",
               "--no-input")  # fmt: skip

    assert done.exit_code == 0
    text = (content / "topics" / "power.md").read_text(encoding="utf-8")
    assert "match:\n  kinds: [outage]\n  terms:\n    - grid\n" in text


def test_a_content_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    done = run(tmp_path / "new", "entry", *OUTAGE, *SOURCE, "--no-input")
    assert done.exit_code == 0
    assert pages(tmp_path / "new") == {ENTRY}
