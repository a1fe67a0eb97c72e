"""Articles that were read before: not read again, and to no other end than if they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from held import bytes_of

from generator import pipeline, reading
from generator.model import Article, Registry
from generator.reading import Understood

ARTICLES = {
    "ferry": "A ferry sank off Bergen on Monday, 4 March 2024. Nine were injured, police said.",
    "strike": "Nurses in Lisbon went on strike on 5 March 2024. Minister Ana Prado met them.",
    "trial": "A court in Toronto convicted banker Ned Hale of fraud on 6 March 2024.",
}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.yml").write_text("published: 2024-03-07\n", encoding="utf-8")
    return folder


class Readings:
    """Which articles were read, and which reading fails."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.failing: dict[str, BaseException] = {}


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Iterator[Readings]:
    counted, real = Readings(), reading.understand

    def understand(article: Article, registry: Registry, **rest: object) -> Understood:
        counted.read.append(article.id)
        if article.id in counted.failing:
            raise counted.failing[article.id]
        return real(article, registry, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "understand", understand)
    return counted


def test_articles_that_have_not_changed_are_not_read_again(
    seeds: Path, tmp_path: Path, readings: Readings
) -> None:
    content = tmp_path / "content"
    pipeline.generate(seeds, content)
    before = bytes_of(content)
    readings.read.clear()

    outcome = pipeline.generate(seeds, content)

    assert readings.read == []
    assert outcome.again == outcome.read == 3
    assert bytes_of(content) == before


def test_an_article_that_changed_is_read_again_and_no_other(
    seeds: Path, tmp_path: Path, readings: Readings
) -> None:
    content = tmp_path / "content"
    pipeline.generate(seeds, content)
    readings.read.clear()
    (seeds / "trial.yml").write_text("published: 2024-03-08\n", encoding="utf-8")

    pipeline.generate(seeds, content)

    assert readings.read == ["trial"]


def test_a_name_that_a_person_settles_has_all_articles_read_again(
    seeds: Path, tmp_path: Path, readings: Readings
) -> None:
    content = tmp_path / "content"
    pipeline.generate(seeds, content)
    readings.read.clear()
    (content / "actors" / "ana-prado.md").write_text(
        "---\nname: Ana Prado Reis\nkind: person\naliases: [Ana Prado]\nstatus: reviewed\n---\n"
    )

    pipeline.generate(seeds, content)

    assert sorted(readings.read) == sorted(ARTICLES)


def test_what_is_kept_changes_no_byte(seeds: Path, tmp_path: Path, own_cache: Path) -> None:
    def spared(path: Path) -> None:
        """Leave what is kept as it is."""

    def damaged(path: Path) -> None:
        path.write_bytes(b"damaged" * 1000)

    found = []
    for number, treat in enumerate((spared, Path.unlink, damaged)):
        content = tmp_path / str(number) / "content"
        for part in (seeds / "ferry.txt", seeds / "strike.txt", seeds, seeds):
            pipeline.generate(part, content)
            for path in (own_cache / "readings").iterdir():
                treat(path)
        found.append(bytes_of(content))

    assert found[0] == found[1] == found[2]


def test_a_run_that_was_stopped_goes_on_where_it_stopped(
    seeds: Path, tmp_path: Path, readings: Readings
) -> None:
    whole, content = tmp_path / "whole", tmp_path / "content"
    pipeline.generate(seeds, whole)
    readings.failing["trial"] = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        pipeline.generate(seeds, content)
    readings.failing.clear()
    readings.read.clear()

    pipeline.generate(seeds, content)

    assert readings.read == ["trial"]
    assert bytes_of(content) == bytes_of(whole)


def test_one_article_that_cannot_be_read_is_one_finding(
    seeds: Path, tmp_path: Path, readings: Readings
) -> None:
    readings.failing["strike"] = ZeroDivisionError("by nothing")

    outcome = pipeline.generate(seeds, tmp_path / "content")

    (finding,) = outcome.findings
    assert (finding.path, finding.code) == ((seeds / "strike.txt").as_posix(), "E149")
    assert "by nothing" in finding.message
    assert {m.report for event in outcome.events for m in event.mentions} == {"ferry", "trial"}


def test_one_report_that_cannot_be_kept_is_one_finding(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading.write.remember

    def remember(read: reading.Reading, found: object) -> object:
        if read.article.id == "strike":
            raise IndexError("too short")
        return real(read, found)  # type: ignore[arg-type]

    monkeypatch.setattr(reading.write, "remember", remember)

    outcome = pipeline.generate(seeds, tmp_path / "content")

    assert [finding.code for finding in outcome.findings] == ["E149"]
    assert {m.report for event in outcome.events for m in event.mentions} == {"ferry", "trial"}


def test_findings_of_an_article_that_moved_name_where_it_is(
    seeds: Path, tmp_path: Path, readings: Readings
) -> None:
    (seeds / "strike.txt").write_text("Nurses in Lisbon went on strike on 31 February 2024.")
    first = pipeline.generate(seeds, tmp_path / "content").findings
    moved = seeds.rename(tmp_path / "moved")
    readings.read.clear()

    second = pipeline.generate(moved, tmp_path / "content").findings

    assert readings.read == []
    assert [finding.path for finding in first] == [(seeds / "strike.txt").as_posix()]
    assert [finding.path for finding in second] == [(moved / "strike.txt").as_posix()]


def test_an_entry_by_hand_is_found_by_a_quote_of_what_tells_no_event(
    seeds: Path, tmp_path: Path
) -> None:
    text = "The weather was mild. " + ARTICLES["ferry"]
    (seeds / "ferry.txt").write_text(text, encoding="utf-8")
    entry = tmp_path / "content" / "entries" / "2024" / "2024-03-04-our-own.md"
    entry.parent.mkdir(parents=True)
    entry.write_text(
        "---\ntitle: Our own\ndate: 2024-03-04\nkind: accident\nsources:\n- report: ferry\n"
        f"  quotes:\n  - {text.partition('. Nine')[0]}\nstatus: draft\n---\nBy hand.\n"
    )

    outcome = pipeline.generate(seeds / "ferry.txt", tmp_path / "content")

    assert not any("ferry" in name for name in outcome.summary.new)


def test_persons_are_called_as_on_their_page(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, text in {
        "a": "President Sergei Antonov resigned on 4 March 2024. Sergei Antonov had ruled long.",
        "b": "President Sergey Antonov visited Turku on 2 May 2024.",
    }.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")

    events = pipeline.generate(seeds, tmp_path / "content").events

    titles = [event.title for event in events]
    assert sum("Sergei Antonov" in title for title in titles) == len(titles) == 2
