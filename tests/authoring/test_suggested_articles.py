"""An article that a form suggests becomes a seed, of which the generator makes drafts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from generator import read
from generator.cli import app

FILLED = {
    "Article address": "https://post.example/locks",
    "Headline": "Lock gates fail on the Averly canal",
    "Publisher": "Averly Post",
    "Published": "5 March 2031",
    "Text": "A lock gate failed on the Averly canal on Tuesday and injured three boatmen.",
    "What it tells": "The failure of the gate.",
}


def suggest(folder: Path, **changes: str) -> Result:
    values = {**FILLED, **{key.replace("_", " "): value for key, value in changes.items()}}
    text = "\r\n\r\n".join(f"### {label}\r\n\r\n{value}" for label, value in values.items())
    path = folder / "form.md"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    command = ["new", "article", "--form", str(path), "--seeds", str(folder / "seeds")]
    return CliRunner().invoke(app, command)


def seeds(folder: Path) -> list[Path]:
    return sorted((folder / "seeds").glob("*.md"))


def test_the_seed_reads_as_the_form_says(tmp_path: Path) -> None:
    done = suggest(tmp_path)

    assert done.exit_code == 0, done.output
    (path,) = seeds(tmp_path)
    assert [*(tmp_path / "seeds").iterdir()] == [path]
    assert path.name == "2031-03-05-averly-post-lock-gates-fail-on-the-averly-canal.md"
    (found,), problems = read.read(path)
    assert problems == ()
    assert (found.title, found.publisher, found.url) == (
        FILLED["Headline"],
        FILLED["Publisher"],
        FILLED["Article address"],
    )
    assert found.published is not None
    assert found.published.date.isoformat() == "2031-03-05"
    assert found.text.strip() == FILLED["Text"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Text": "_No response_"}, "Nothing is fetched here"),
        ({"Article_address": "javascript:alert(1)"}, "is not a web address"),
        ({"Article_address": "_No response_"}, "url: is missing"),
        ({"Headline": "_No response_"}, "title: is missing"),
        ({"Publisher": "_No response_"}, "publisher: is missing"),
        ({"Publisher": "x" * 600}, "publisher"),
        ({"Published": "March 2031"}, "is not a day"),
        ({"Published": "soon @octocat"}, "@\N{ZERO WIDTH SPACE}octocat"),
        ({"Text": "a \x00 b"}, "not written"),
    ],
)
def test_what_cannot_be_used_is_said_and_not_written(
    tmp_path: Path, changes: dict[str, str], words: str
) -> None:
    done = suggest(tmp_path, **changes)

    assert done.exit_code == 1, done.output
    assert words in done.stdout
    assert seeds(tmp_path) == []


@pytest.mark.parametrize("text", ["../../../etc/passwd", "---\n...\n--- ", "'\": [}{", "&a !!x *b"])
def test_no_answer_leaves_its_line_or_the_folder(tmp_path: Path, text: str) -> None:
    suggest(tmp_path, Headline=text, Publisher=text, Text=f"---\npublished: 1999-01-01\n{text}")

    (path,) = seeds(tmp_path)
    (found,), problems = read.read(path)
    assert problems == ()
    assert found.publisher == " ".join(text.split())
    assert found.published is not None
    assert found.published.date.isoformat() == "2031-03-05"


def test_a_seed_that_stands_there_is_not_written_over(tmp_path: Path) -> None:
    suggest(tmp_path)
    done = suggest(tmp_path, Text="Another text.")

    assert "is there already" in str(done.exception)
    (path,) = seeds(tmp_path)
    assert FILLED["Text"] in path.read_text(encoding="utf-8")
