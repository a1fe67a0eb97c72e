"""Wire reports in the manner of TempEval-3: spans, types and values of their time expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

SENTENCES = Path(__file__).with_name("newswire.txt")
MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\|([^\]]*)\]")
CASES = 150
STRICT = 0.97
TYPE = 0.96
VALUE = 0.94

Marked = dict[tuple[int, int], tuple[str, str]]


def cases() -> Iterator[tuple[str, str, Marked]]:
    """Yield publication date, sentence and its marked expressions."""
    date = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            date = line[2:]
        elif line and not line.startswith("#"):
            yield date, *_unmarked(line)


def _unmarked(line: str) -> tuple[str, Marked]:
    text, gold, position = "", {}, 0
    for mark in MARKED.finditer(line):
        text += line[position : mark.start()]
        words, kind, value = mark.groups()
        gold[len(text), len(text) + len(words)] = (kind, value)
        text += words
        position = mark.end()
    return text + line[position:], gold


def test_wire_reports_are_tagged_to_the_floors_reached(tag: Callable) -> None:
    size = strict = kinds = values = 0
    told = list(cases())
    for date, text, gold in told:
        found = {(t.start, t.end): (t.type.value, t.value) for t in tag(text, date)[0]}
        both = gold.keys() & found.keys()
        size += len(gold) + len(found)
        strict += 2 * len(both)
        kinds += 2 * sum(gold[span][0] == found[span][0] for span in both)
        values += 2 * sum(gold[span][1] == found[span][1] for span in both)
    assert len(told) >= CASES
    reached = (strict / size, kinds / size, values / size)
    assert all(a >= b for a, b in zip(reached, (STRICT, TYPE, VALUE), strict=True)), reached
