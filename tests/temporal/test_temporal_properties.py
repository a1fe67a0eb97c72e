"""What holds for any text: no crash, true offsets, whole days round trip, linear time."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf, temporal
from generator.lexicons import table
from generator.model import Article, Part, Publication, Sentence, Timex
from generator.temporal.lexemes import codes, lex, words
from generator.temporal.shapes import SHAPES, Shape, compiled, grammar

VOCABULARY = st.sampled_from(
    [
        *sorted(words()),
        "Monday",
        "May",
        "3",
        "31",
        "1999",
        "24th",
        ",",
        "–",
        ".",
        "“",
        "the",
        "3:15",
    ]
)
DAYS = st.dates(min_value=dt.date(1, 1, 1))


def bare(text: str, published: dt.date | None = dt.date(2025, 11, 26)) -> tuple[Timex, ...]:
    """Tag a text as one sentence without a parse."""
    source = Publication(date=published, evidence="", origin="sidecar") if published else None
    article = Article(id="report", text=text, published=source)
    sentence = Sentence(
        start=0, end=len(text), index=0, text=text, paragraph=0, part=Part.BODY, tokens=()
    )
    return temporal.tag(article, (sentence,))[0]


@settings(deadline=None)  # the first example compiles the grammar
@given(st.lists(VOCABULARY | st.text(max_size=5), max_size=25).map(" ".join), st.none() | DAYS)
def test_any_words_give_times_with_their_own_text_in_order(
    text: str, published: dt.date | None
) -> None:
    times = bare(text, published)
    assert all(text[one.start : one.end] == one.text for one in times)
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert all(one.edtf is None or edtf.is_valid(one.edtf) for one in times)
    assert all(one.edtf is None for one in times if one.type in ("DURATION", "SET"))


@settings(deadline=None)  # it may be the first to compile the grammar
@given(DAYS.filter(lambda day: day.year > 999))
def test_a_written_day_is_read_back(day: dt.date) -> None:
    month = day.strftime("%B")
    for text in (str(day), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        if day.year < 3000:
            assert [one.edtf for one in bare(f"It sank on {text}.")] == [str(day)]


@settings(deadline=None)  # it may be the first to read the lexicons
@given(st.text(max_size=200))
def test_lexemes_lie_in_order_within_the_text(text: str) -> None:
    lexemes = lex(text)
    assert all(lexeme.start < lexeme.end <= len(text) for lexeme in lexemes)
    assert all(a.end <= b.start for a, b in pairwise(lexemes))


def symbols(text: str) -> str:
    return "".join(codes()[lexeme.name] for lexeme in lex(text))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_each_shape_matches_its_examples_and_not_its_counterexamples(shape: Shape) -> None:
    pattern = compiled(shape.pattern)
    assert shape.no
    for text in shape.yes:
        assert pattern.fullmatch(symbols(text)), text
        match = grammar().match(symbols(text))
        assert match is not None
        assert SHAPES[(match.lastindex or 1) - 1].kind == shape.kind, text
    for text in shape.no:
        assert not pattern.search(symbols(text)), text


@pytest.mark.parametrize(
    "unit",
    ["the early ", "3, ", "3 and ", "May ", "in the ", "about ", "twenty-", "1:", "a.m", "’"],
)
def test_tagging_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * size + " Monday"
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            bare(text)
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(1000), seconds(8000)
    assert large < 24 * small + 0.05  # eight times the text; a quadratic pattern takes 64 times


@pytest.mark.parametrize(
    "name",
    ["holidays", "months", "numbers", "ordinals", "parts", "seasons", "units", "weekdays", "words"],
)
def test_lexicons_are_sorted_and_say_each_word_once(name: str) -> None:
    keys = [row[0] for row in table(f"en/time_{name}")]
    assert keys == sorted(set(keys))


def test_articles_are_tagged_alike_in_any_order(tag: Callable) -> None:
    texts = ["It rose on 3 May 1999. It fell in June.", "It fell in June.", "It fell on Monday."]
    forward = [tag(text) for text in texts]
    assert [tag(text) for text in reversed(texts)] == forward[::-1]
