"""What cannot be read is one clear finding, and never an exception."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.read import read
from generator.settings import ARTICLE_LIMIT, ARTICLE_TEXT

STORY = "The court in Quito acquitted two former ministers on Friday after a trial of nine months."


def codes(path: Path) -> list[str]:
    articles, findings = read(path)
    assert articles == ()
    assert all(finding.fix for finding in findings)
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("empty.txt", b"", "E104"),
        ("blank.txt", b" \n\t\n", "E104"),
        ("front.md", b"---\ntitle: x\n---\n", "E104"),
        ("zeros.txt", b"\0" * 4096, "E105"),
        ("report.txt", b"%PDF-1.7 ...", "E105"),
        ("zipped.html", b"\x1f\x8b\x08\x00abc", "E105"),
        ("noise.txt", bytes(range(256)) * 64, "E105"),
        ("word.docx", b"x", "E109"),
        ("deep.json", b"[" * 100_000, "E110"),
        ("digits.json", b"9" * 10_000, "E110"),
        ("number.json", b"5", "E110"),
        ("none.json", b"[]", "E104"),
        ("spaces.jsonl", b"\0 ", "E104"),
        ("untold.json", b'{"title": "x"}', "E110"),
        ("hidden.html", b"<script>var a = 1</script>", "E113"),
        ("comment.html", b"<!--" * 1000, "E113"),
    ],
)
def test_a_file_without_an_article_is_one_finding(
    tmp_path: Path, name: str, raw: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)

    assert codes(path) == [code]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(ARTICLE_LIMIT + 1)

    assert codes(path) == ["E106"]


def test_links_pipes_and_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "none")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")

    assert codes(tmp_path / "link.txt") == ["E107"]
    assert codes(tmp_path / "dangling.txt") == ["E107"]
    assert codes(tmp_path / "pipe.txt") == ["E107"]
    assert codes(tmp_path / "folder.txt") == ["E107"]
    assert codes(tmp_path / "missing.txt") == ["E108"]


def test_a_linked_sidecar_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("publisher: Secret\n", encoding="utf-8")
    (tmp_path / "case.yml").symlink_to(tmp_path / "secret")
    (tmp_path / "case.txt").write_text(STORY, encoding="utf-8")

    articles, findings = read(tmp_path / "case.txt")

    assert articles[0].publisher is None
    assert [finding.code for finding in findings] == ["E101", "E107"]


def test_an_undated_article_is_told_how_to_get_its_date(tmp_path: Path) -> None:
    path = tmp_path / "seeds" / "trial.txt"
    path.parent.mkdir()
    path.write_text(STORY, encoding="utf-8")

    articles, (finding,) = read(path, root=path.parent)

    assert articles[0].published is None
    assert finding.path == "seeds/trial.txt"
    assert finding.field == "published"
    assert finding.code == "E101"
    assert finding.fix == "Add trial.yml beside it with `published: YYYY-MM-DD`."


@pytest.mark.parametrize(
    ("sidecar", "code", "line"),
    [
        ("publised: 2025-11-26\n", "E112", 1),
        ("title: x\npublished: 2025-02-30\n", "E103", 2),
        ("published: 2025-11\n", "E103", 1),
        ("published: 03/05/2024\n", "E103", 1),
        ("url: javascript:alert(1)\n", "E114", 1),
        ("title: x\ntitle: y\n", "E111", 2),
        ("a: &a [*a]\n", "E111", 1),
        ("a: !!python/name:os.system\n", "E111", 1),
        ("a: " + "[" * 60_000, "E111", 1),
        ("title: x\n---\ntitle: y\n", "E111", 0),
    ],
)
def test_a_faulty_sidecar_is_a_finding_and_the_article_is_read(
    tmp_path: Path, sidecar: str, code: str, line: int
) -> None:
    (tmp_path / "trial.yml").write_text(sidecar, encoding="utf-8")
    (tmp_path / "trial.txt").write_text(STORY, encoding="utf-8")

    articles, findings = read(tmp_path / "trial.txt")

    assert articles[0].text == STORY
    assert articles[0].published is None
    faults = [finding for finding in findings if finding.code != "E101"]
    assert [(Path(fault.path).name, fault.line, fault.code) for fault in faults] == [
        ("trial.yml", line, code)
    ]


def test_front_matter_that_cannot_be_read_leaves_the_text(tmp_path: Path) -> None:
    path = tmp_path / "trial.md"
    path.write_text(f"---\n\ntitle: a\ntitle: b\n---\n{STORY}\n", encoding="utf-8")

    articles, findings = read(path)

    assert articles[0].text == f"{STORY}\n"
    assert ("E111", 4) in [(finding.code, finding.line) for finding in findings]


def test_a_text_that_would_take_minutes_to_parse_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * (ARTICLE_TEXT // 5 + 1), encoding="utf-8")

    assert codes(path) == ["E106"]
