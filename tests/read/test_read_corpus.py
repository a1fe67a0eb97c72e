"""A corpus is used as it stands, so that offsets into its texts hold."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from generator.read import read_corpus


def test_the_text_of_a_corpus_is_not_touched(tmp_path: Path) -> None:
    text = " Sign up now\r\n\n\tcafe\u0301\xa0\x00 \u2028 Leave a Reply \ud83d\ude00"
    path = tmp_path / "corpus.jsonl"
    records = [
        {"id": "wiki/01", "published": "2009-12-19", "text": text, "title": "Dams"},
        {"published": "2009-12-19T10:00:00", "text": ""},
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")

    articles, findings = read_corpus(path)

    assert findings == ()
    assert [article.id for article in articles] == ["wiki/01", "corpus-0002"]
    assert articles[0].text == json.loads(json.dumps(text))
    assert articles[0].title == "Dams"
    assert articles[0].published is not None
    assert articles[0].published.origin == "corpus"
    assert articles[0].dct == articles[1].dct == dt.date(2009, 12, 19)


def test_half_a_surrogate_pair_is_one_character_still(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b'{"id": "a", "published": "2024-05-03", "text": "x\\ud800y"}')

    articles, _ = read_corpus(path)

    assert articles[0].text == "x\ufffdy"


def test_faulty_lines_are_findings(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b'{"id": "a"}\n{\n\n{"text": "x"}\n{"text": "x", "published": "2024-02-30"}\n')

    articles, findings = read_corpus(path)

    assert [article.published for article in articles] == [None, None]
    assert [(finding.line, finding.code) for finding in findings] == [
        (1, "E110"),
        (2, "E110"),
        (4, "E101"),
        (5, "E103"),
    ]
    assert read_corpus(tmp_path / "missing.jsonl")[1][0].code == "E108"
