"""Whatever bytes a file holds, its reader returns articles and findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.read import read, read_corpus
from generator.read.decode import decode, normalise

MARKS = '--- | title: x|published: 2025-11-26|&a [*a]|{|}|[|]|"text":|"published":|"x"|,|<p>|</p>|'
MARKS += (
    "<div |>|<!--|<script>|</script>|<script type='application/ld+json'>|Nov 26, 2025|By Ann Lee|"
)
MARKS += (
    "<meta name=date content='2025-11-26'>|Updated: |The dam broke on Monday and nobody was hurt. "
)
PIECES = [mark.encode() for mark in MARKS.split("|")]
PIECES += [b"---\n", b"\n", b"\r\n", b"\xff", b"\x00", b"\xef\xbb\xbf", b"\xff\xfe"]
SUFFIXES = ["txt", "md", "html", "json", "jsonl"]
RAW = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=25).map(b"".join),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(raw=RAW, sidecar=st.none() | RAW)
@example(raw=b'{"text": "<p>", "author": [[["x"]]], "published": 1e400, "id": true}', sidecar=None)
@example(raw=b"<html><body><p>\xed\xa0\x80</p>", sidecar=b"\xff\xfe")
def test_no_bytes_make_a_reader_raise(
    tmp_path: Path, suffix: str, raw: bytes, sidecar: bytes | None
) -> None:
    path = tmp_path / f"report.{suffix}"
    path.write_bytes(raw)
    beside = tmp_path / "report.yml"
    beside.unlink(missing_ok=True)
    if sidecar is not None:
        beside.write_bytes(sidecar)

    articles, findings = read(path)

    assert (articles, findings) == read(path)
    assert articles or findings
    for article in articles:
        article.text.encode("utf-8")
        assert article.text == normalise(article.text)
        assert article.text.strip()
        assert article.published is not None or "E101" in [item.code for item in findings]


@settings(max_examples=200, deadline=None)
@given(RAW)
def test_decoded_text_is_normalised_once(raw: bytes) -> None:
    text = decode(raw)

    if text is not None:
        once = normalise(text)
        assert normalise(once) == once
        assert not any(ord(character) < 32 and character != "\n" for character in once)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(raw=RAW)
def test_no_bytes_make_a_corpus_raise(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(raw)

    for article in read_corpus(path)[0]:
        article.text.encode("utf-8")
