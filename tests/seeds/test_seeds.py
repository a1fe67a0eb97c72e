"""The sample reports are our own words, yet tell all that the originals tell.

The originals belong to their publishers and are not shipped. Where they are at hand, the folder
`DATELINE_EVAL` (by default `../shared/eval` beside the repository) holds `articles/` and `gold/`.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frontmatter
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.md"))
EVAL = Path(os.environ.get("DATELINE_EVAL") or ROOT.parent / "shared" / "eval")
LONGEST_SHARED_RUN = 7
KEYS = {"title", "publisher", "published", "note", "language"}

WORD = re.compile(r"[^\W_]+")
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)

each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return zip(*(found[start:] for start in range(length)), strict=False)


def numbers(text: str) -> set[float]:
    """Every number of the text, in digits or in words up to twenty."""
    in_digits = {float(found.replace(",", "")) for found in DIGITS.findall(text)}
    return in_digits | {float(NUMBER_WORDS.index(w)) for w in words(text) if w in NUMBER_WORDS}


def originals() -> list[Path]:
    found = sorted((EVAL / "articles").glob("*.txt"))
    if not found:
        pytest.skip(f"no original articles under {EVAL} (set DATELINE_EVAL)")
    return found


def gold(seed: Path) -> dict[str, Any]:
    path = EVAL / "gold" / f"{seed.stem}.yml"
    if not path.is_file():
        pytest.skip(f"no gold annotation {path.name} under {EVAL} (set DATELINE_EVAL)")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def test_there_is_one_report_for_each_of_the_five_articles() -> None:
    assert [path.stem[:3] for path in SEEDS] == ["000", "001", "002", "003", "004"]


@each_seed
def test_a_report_has_a_title_a_publication_date_and_says_that_its_words_are_our_own(
    seed: Path,
) -> None:
    post = frontmatter.load(str(seed))
    assert set(post.metadata) <= KEYS
    assert post["title"]
    assert isinstance(post["published"], dt.date)
    assert post["note"].startswith(f"own-words report of article {seed.stem[:3]},")


@each_seed
def test_a_report_reads_as_prose_and_not_as_a_list_of_data(seed: Path) -> None:
    paragraphs = frontmatter.load(str(seed)).content.split("\n\n")
    prose = [text for text in paragraphs if not text.startswith(("#", "- "))]
    assert len(prose) >= 8
    assert sum(len(words(text)) for text in prose) >= 0.75 * len(words("\n\n".join(paragraphs)))


@each_seed
def test_a_report_shares_no_run_of_eight_words_with_any_original(seed: Path) -> None:
    ours = set(runs(seed.read_text(encoding="utf-8"), LONGEST_SHARED_RUN + 1))
    shared = {
        f"{path.stem}: {' '.join(run)}"
        for path in originals()
        for run in runs(path.read_text(encoding="utf-8"), LONGEST_SHARED_RUN + 1)
        if run in ours
    }
    assert not shared


@each_seed
def test_a_report_stands_under_its_originals_name_and_date(seed: Path) -> None:
    known = gold(seed)
    assert (EVAL / "articles" / f"{seed.stem}.txt").is_file()
    assert frontmatter.load(str(seed))["published"].isoformat() == known["published_true"]


@each_seed
def test_a_report_gives_every_figure_of_its_original(seed: Path) -> None:
    figures = [figure for event in gold(seed)["events"] for figure in event["figures"]]
    told = numbers(frontmatter.load(str(seed)).content)
    assert figures
    assert [figure for figure in figures if float(figure["value"]) not in told] == []


@each_seed
def test_a_report_names_every_person_of_its_original(seed: Path) -> None:
    spellings = {"zelenskyy": {"zelenskyy", "zelensky"}}
    persons = {
        actor["name"].split()[-1].lower()
        for event in gold(seed)["events"]
        for actor in event["actors"]
        if actor["type"] == "person"
    }
    told = set(words(frontmatter.load(str(seed)).content))
    assert [name for name in sorted(persons) if not told & spellings.get(name, {name})] == []


@each_seed
def test_a_report_names_every_place_where_its_original_has_an_event(seed: Path) -> None:
    """By the first word of the name, cut to six letters: `Sviatoshynyi`, `Ukrainian`, `Russia`."""
    places = {
        words(place["name"])[0][:6] for event in gold(seed)["events"] for place in event["places"]
    }
    told = " ".join(words(frontmatter.load(str(seed)).content))
    assert [name for name in sorted(places) if f" {name}" not in f" {told}"] == []
