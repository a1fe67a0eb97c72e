"""The same articles give the same entries, each in a file of its own or all in one."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from generator import pipeline, read

SENTENCES = (
    "A ferry sank off Bergen on Monday, killing nine people, the coast guard said.",
    "Nurses in Lisbon went on strike on Tuesday over their pay.",
    "A court in Toronto convicted banker Ned Hale of fraud on 6 March 2024.",
    "Floods forced 400 people from their homes in Quito overnight.",
    "Voters in Nairobi elected Grace Wanja as mayor on Sunday.",
    "A power cut left 2,000 homes in Osaka without light on Monday night.",
)
ARTICLES = st.lists(
    st.builds(
        dict,
        text=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(
            "\n\n".join
        ),
        published=st.dates(dt.date(2024, 3, 1), dt.date(2024, 3, 20)).map(dt.date.isoformat),
        publisher=st.sampled_from(("Coast Wire", "The Echo")),
        title=st.sampled_from(("News in brief", "What happened")),
    ),
    min_size=1,
    max_size=4,
)


def entries(seeds: Path) -> dict[str, str]:
    """Return the entries that are made of articles, with the ids that they have in files."""
    content = seeds.with_name(f"content-{seeds.name}")
    outcome = pipeline.generate(seeds, content)
    assert outcome.findings == ()
    return {
        path.relative_to(content).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((content / "entries").rglob("*.md"))
    }


def as_files(folder: Path, articles: Sequence[dict[str, str]]) -> Path:
    folder.mkdir()
    for number, article in enumerate(articles, start=1):
        stem = folder / f"wire-{number:04}"
        facts = {key: value for key, value in article.items() if key != "text"}
        stem.with_suffix(".txt").write_text(article["text"], encoding="utf-8")
        stem.with_suffix(".yml").write_text(yaml.safe_dump(facts), encoding="utf-8")
    return folder


def as_one(folder: Path, kind: str, articles: Sequence[dict[str, str]]) -> Path:
    folder.mkdir()
    if kind == "parquet":
        parquet.write_table(pa.Table.from_pylist(list(articles)), folder / "wire.parquet")
        return folder
    raw = "".join(json.dumps(article) + "\n" for article in articles).encode()
    (folder / f"wire.{kind}").write_bytes(gzip.compress(raw) if kind.endswith("gz") else raw)
    return folder


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "parquet"])
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=ARTICLES)
def test_one_file_gives_the_entries_of_many(
    tmp_path_factory: pytest.TempPathFactory, kind: str, articles: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("whole")

    apart = entries(as_files(folder / "apart", articles))
    together = entries(as_one(folder / "together", kind, articles))

    assert apart
    assert together == apart


def test_an_article_that_two_archives_have_is_read_once(tmp_path: Path) -> None:
    row = {"url": "https://bergen.example/ferry", "text": SENTENCES[0], "date": "2024-03-05"}
    other = {**row, "text": SENTENCES[1]}
    for name, rows in (("a", [row]), ("b", [row]), ("c", [other])):
        raw = "".join(json.dumps(one) + "\n" for one in rows)
        (tmp_path / f"{name}.jsonl").write_text(raw, encoding="utf-8")

    seeds = pipeline.Seeds(read.sources(str(tmp_path)))
    articles = list(seeds)

    assert [article.text for article in articles] == [SENTENCES[0]]
    assert [finding.code for finding in seeds.findings] == ["E102"]
    assert seeds.findings[0].path.endswith("c.jsonl")
    assert seeds.text(articles[0].id) == SENTENCES[0]
