"""What reading costs beside the bare parser, and what a second worker gains.

    python benchmarks/reading_speed.py [ARTICLES]

Reads every article of a folder (default: `DATELINE_EVAL`/articles, else `seeds/`) from cleaning to
event mentions, stage by stage, in CPU seconds of one process, the median of several rounds. The
figure to watch is the ratio to the bare spaCy pipeline on the same texts in the same run.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator import clean, extract, link, pipeline, read, reading, segment, temporal
from generator.model import Article, Reading

T = TypeVar("T")
ROUNDS = 5


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the CPU seconds that some work takes, and its result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def one_round(found: tuple[Article, ...], model: segment.Pipeline) -> dict[str, float]:
    """Read all articles once; return CPU seconds by stage."""
    registry = link.starter()
    spent: dict[str, float] = {}
    spent["bare spaCy"], _ = timed(lambda: [model.nlp(article.text) for article in found])
    spent["clean"], articles = timed(lambda: [clean.clean(article) for article in found])
    spent["segment"], sentences = timed(lambda: [segment.segment(a, model) for a in articles])
    pairs = list(zip(articles, sentences, strict=True))
    spent["temporal"], times = timed(lambda: [temporal.tag(a, s)[0] for a, s in pairs])
    spent["link"], names = timed(lambda: [link.link(a, s, registry) for a, s in pairs])
    by_report = {a.id: m for a, m in zip(articles, names, strict=True)}
    spent["unify"], (mentions, entities) = timed(lambda: link.unify(by_report, registry))
    known = reading.with_entities(registry, entities)
    readings = [
        Reading(article=a, sentences=s, timexes=t, mentions=mentions[a.id])
        for (a, s), t in zip(pairs, times, strict=True)
    ]
    spent["extract"], _ = timed(lambda: [extract.extract(r, known) for r in readings])
    return spent


def main() -> None:
    """Print CPU seconds by stage and the ratio to the bare parser."""
    evaluation = Path(os.environ.get("DATELINE_EVAL", "../shared/eval")) / "articles"
    default = evaluation if evaluation.is_dir() else Path("seeds")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    found = sorted(pipeline.Seeds(read.sources(str(folder))), key=lambda article: article.id)
    model = segment.load()
    one_round(found, model)
    rounds = [one_round(found, model) for _ in range(ROUNDS)]
    median = {stage: statistics.median(r[stage] for r in rounds) for stage in rounds[0]}
    bare = median["bare spaCy"]
    whole = statistics.median((sum(r.values()) - r["bare spaCy"]) / r["bare spaCy"] for r in rounds)
    print(f"{len(found)} articles, median of {ROUNDS} rounds")
    for stage, seconds in median.items():
        print(f"{stage:<12}{seconds:8.3f} s {seconds / bare:8.2f}")
    print(f"article to event mentions: {whole:.2f} times the bare pipeline")


if __name__ == "__main__":
    main()
