from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_of import DAY, read

from generator.lexicons import table
from generator.model import Reading
from generator.settings import QUOTE_LIMIT

VOCABULARY = """
a the attack on Monday killed seven people Paris said that President Marta Oliveira will meet in
2019 , . ; “ ” ( ) — and after if not earthquake struck • : 5% $3 million – 's to of by according
overnight reported he they protest strike was had been 22 missiles
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=40).map(lambda words: " ".join(words))
)
SLOW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def holds(reading: Reading) -> None:
    text = reading.article.text
    for event in reading.events:
        for span in (*event.quotes, event.trigger, *event.figures):
            assert 0 <= span.start < span.end <= len(text)
        assert event.quotes
        assert sum(len(text[q.start : q.end].split()) for q in event.quotes) <= QUOTE_LIMIT
        assert len(set(event.sentences)) == len(event.sentences)
        if event.date is not None and event.date.span is not None:
            assert text[event.date.span.start : event.date.span.end] == event.date.evidence


@given(text=TEXTS)
@SLOW
def test_any_text_gives_events_whose_passages_stand_in_it(text: str) -> None:
    holds(read(text))


@given(text=TEXTS)
@settings(SLOW, max_examples=15)
def test_the_same_text_gives_the_same_events(text: str) -> None:
    assert read(text).events == read(text).events


def test_a_sentence_longer_than_the_limit_is_quoted_in_part() -> None:
    reading = read("A flood killed seven people in Lima, " + "and the rain went on, " * 30 + "on.")
    holds(reading)
    assert len(reading.quote(reading.events[0].quotes[0]).split()) == QUOTE_LIMIT
    assert reading.article.dct == DAY


def test_each_row_of_the_trigger_lexicon_has_a_kind_of_the_lexicon_of_kinds() -> None:
    kinds = {row[0] for row in table("en/event_kinds")}
    assert {row[2] for row in table("en/triggers")} <= kinds


def test_the_lexicons_of_extraction_are_sorted_and_have_no_row_twice() -> None:
    for name in (
        "event_kinds",
        "triggers",
        "figures",
        "offices",
        "measures",
        "bounds",
        "control_verbs",
        "realis_words",
        "currencies",
    ):
        rows = ["\t".join(row) for row in table(f"en/{name}")]
        assert rows == sorted(rows), name
        assert len(set(rows)) == len(rows), name
