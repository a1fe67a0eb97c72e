"""Articles a second of the temporal stage alone, on sentences that are parsed beforehand.

Run `python benchmarks/temporal_speed.py [CORPUS.jsonl]` (default: the development texts under
`DATELINE_EVAL`). Each article is tagged on its own, five rounds, best round counts, in processor
time of one core; the same is printed for reading the article by spaCy, which comes before it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator import segment, temporal
from generator.model import Article, Publication

HEIDELTIME = 8.0
"""Articles a second of HeidelTime 2.2.1 in one warm JVM, without part-of-speech tagging."""

ROUNDS = 5


def corpus(path: Path) -> list[Article]:
    """Read the articles of a JSON Lines corpus."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = row.get("published")
        source = None
        if published:
            day = dt.date.fromisoformat(published[:10])
            source = Publication(date=day, evidence=published, origin="corpus")
        articles.append(Article(id=row["id"], text=row["text"], published=source))
    return articles


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the best processor time of several rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the table."""
    evaluation = Path(os.environ.get("DATELINE_EVAL") or "../shared/eval")
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else evaluation / "times" / "dev.jsonl"
    articles = corpus(path)
    pipeline = segment.load()
    read = [segment.segment(article, pipeline) for article in articles]
    pairs = list(zip(articles, read, strict=True))
    size = sum(len(article.text) for article in articles)
    found = sum(len(temporal.tag(article, sentences)[0]) for article, sentences in pairs)
    parsing = seconds(lambda: [segment.segment(article, pipeline) for article in articles], 1)
    tagging = seconds(lambda: [temporal.tag(a, s) for a, s in pairs], ROUNDS)
    print(f"{len(articles)} articles, {size:,} characters, {found} time expressions")
    print(f"{'':24}{'seconds':>10}{'articles/s':>12}{'MB/s':>8}{'x HeidelTime':>14}")
    for name, cost in (("segment (spaCy)", parsing), ("temporal", tagging)):
        rate = len(articles) / cost
        ratio = f"{rate / HEIDELTIME:.1f}" if name == "temporal" else ""
        print(f"{name:24}{cost:10.3f}{rate:12.1f}{size / cost / 1e6:8.2f}{ratio:>14}")
    print(f"temporal / segment      {tagging / parsing:10.3f}")


if __name__ == "__main__":
    main()
