"""On real articles: all boilerplate goes, no sentence that tells an event does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.clean import clean
from generator.model import Article
from generator.read import find, read


@pytest.fixture(scope="module")
def pairs(eval_dir: Path) -> list[tuple[Article, dict[str, Any]]]:
    found = []
    for path in find(eval_dir / "articles"):
        gold = eval_dir / "gold" / f"{path.stem}.yml"
        if gold.is_file():
            (article,), _ = read(path)
            found.append((clean(article), yaml.safe_load(gold.read_text(encoding="utf-8"))))
    return found


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_all_boilerplate_lines_are_found(pairs: list[tuple[Article, dict[str, Any]]]) -> None:
    missed = [
        (article.id, line)
        for article, gold in pairs
        for line in [*gold["boilerplate"], *gold.get("teaser", [])]
        if line not in [item.text for item in article.boilerplate]
    ]

    assert missed == []


def test_nothing_else_goes_but_a_repeated_headline(
    pairs: list[tuple[Article, dict[str, Any]]],
) -> None:
    extra = [
        (article.id, item.text)
        for article, gold in pairs
        for item in article.boilerplate
        if item.text not in [*gold["boilerplate"], *gold.get("teaser", []), gold["title"]]
    ]

    assert extra == []


def test_every_sentence_that_tells_an_event_and_every_heading_stays(
    pairs: list[tuple[Article, dict[str, Any]]],
) -> None:
    lost = [
        (article.id, words)
        for article, gold in pairs
        for words in [event["sentence_quote"] for event in gold["events"]]
        + gold.get("headings", [])
        if squeeze(words) not in squeeze(article.text)
    ]

    assert lost == []


def test_titles_are_those_of_the_articles(pairs: list[tuple[Article, dict[str, Any]]]) -> None:
    assert [article.title for article, _ in pairs] == [gold["title"] for _, gold in pairs]


def test_publication_dates_are_those_that_the_texts_state(eval_dir: Path, tmp_path: Path) -> None:
    wrong = []
    for path in find(eval_dir / "articles"):
        alone = tmp_path / path.name
        alone.write_bytes(path.read_bytes())
        gold = yaml.safe_load((eval_dir / "gold" / f"{path.stem}.yml").read_text(encoding="utf-8"))
        (article,), _ = read(alone)
        if (article.dct.isoformat() if article.dct else None) != gold["published"]:
            wrong.append((path.stem, article.dct))

    assert wrong == []
