"""How well entries group short reports by event, beside TF-IDF with average linkage.

Run `python benchmarks/lookalikes.py [--misses]`. The reports stand in `lookalikes.yml`: pairs of
events that look alike, each told by three papers. Two reports are of one event where they share
an entry, and so on from report to report. The baseline gets the best of all its thresholds.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from generator import pipeline
from generator.model import Event

ROWS = Path(__file__).with_name("lookalikes.yml")
THRESHOLDS = [n / 100 for n in range(50, 100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Pairwise and B-cubed precision, recall and F1."""

    pairs: tuple[float, float, float]
    cubed: tuple[float, float, float]

    def __str__(self) -> str:
        rows = [" ".join(f"{value:.3f}" for value in three) for three in (self.pairs, self.cubed)]
        return f"pairwise {rows[0]}   B-cubed {rows[1]}"


def f1(precision: float, recall: float) -> tuple[float, float, float]:
    """Add the harmonic mean."""
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def score(gold: Sequence[Hashable], ours: Sequence[Hashable]) -> Scores:
    """Compare two groupings of the same reports."""
    both = list(combinations(range(len(gold)), 2))
    same = [(gold[i] == gold[j], ours[i] == ours[j]) for i, j in both]
    hits, said, wanted = (
        sum(map(all, same)),
        sum(b for _, b in same),
        sum(a for a, _ in same),
    )
    cells, sizes, wanted_sizes = Counter(zip(gold, ours, strict=True)), Counter(ours), Counter(gold)
    count = len(gold)
    precision = sum(n * n / sizes[o] for (_, o), n in cells.items()) / count
    recall = sum(n * n / wanted_sizes[g] for (g, _), n in cells.items()) / count
    return Scores(pairs=f1(hits / max(1, said), hits / max(1, wanted)), cubed=f1(precision, recall))


def by_words(texts: Sequence[str]) -> Scores:
    """Return the baseline at the threshold that suits it best."""
    matrix = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    found = []
    for threshold in THRESHOLDS:
        model = AgglomerativeClustering(
            n_clusters=None, metric="cosine", linkage="average", distance_threshold=threshold
        )
        found.append(score(GOLD, model.fit_predict(matrix.toarray()).tolist()))
    return max(found, key=lambda scores: scores.cubed[2])


def told(folder: Path) -> tuple[Event, ...]:
    """Write the reports as seeds, and return the events that are made of them."""
    seeds = folder / "seeds"
    seeds.mkdir()
    for name, (publisher, day, text) in REPORTS.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
        sidecar = {"publisher": publisher, **({"published": str(day)} if day else {})}
        (seeds / f"{name}.yml").write_text(yaml.safe_dump(sidecar), encoding="utf-8")
    return pipeline.generate(seeds, folder / "content").events


def linked(events: Sequence[Event]) -> list[str]:
    """Name the group of each report: the reports that an entry holds are one, and so on."""
    root = {name: name for name in REPORTS}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for event in events:
        for mention in event.mentions:
            a, b = sorted((find(mention.report), find(event.mentions[0].report)))
            root[b] = a
    return [find(name) for name in REPORTS]


def show(events: Sequence[Event], groups: Sequence[str]) -> None:
    """List the reports that stand apart or together against the gold, with what was read."""
    names = list(REPORTS)
    for event, group in zip(GOLD, groups, strict=True):
        mates = {g for e, g in zip(GOLD, groups, strict=True) if e == event}
        strangers = {e for e, g in zip(GOLD, groups, strict=True) if g == group} - {event}
        if len(mates) > 1 or strangers:
            name = names[GOLD.index(event)] if strangers else ""
            print(event, "split" if len(mates) > 1 else "", *sorted(strangers), name)
    for event in events:
        print(event.date, event.kind, "|", event.title, "|", *(m.report for m in event.mentions))


_DATA = yaml.safe_load(ROWS.read_text(encoding="utf-8"))
REPORTS = {
    f"{number:02}-{row['event']}-{at}": report
    for number, row in enumerate(_DATA)
    for at, report in enumerate(row["reports"])
}
GOLD = [row["event"] for row in _DATA for _ in row["reports"]]


def main() -> None:
    """Print our scores and the baseline's."""
    with tempfile.TemporaryDirectory() as folder:
        events = told(Path(folder))
    groups = linked(events)
    print(f"{len(REPORTS)} reports of {len(set(GOLD))} events; precision, recall, F1")
    print("entries ", score(GOLD, groups))
    print("tf-idf  ", by_words([text for _, _, text in REPORTS.values()]))
    if "--misses" in sys.argv:
        show(events, groups)


if __name__ == "__main__":
    main()
