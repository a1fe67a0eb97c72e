from __future__ import annotations

import datetime as dt

import pytest
from reading_of import read

from generator.extract.figures import figures
from generator.extract.scene import scenes
from generator.model import EventMention, Mode

DAY = dt.date(2024, 10, 14)


def told(text: str, kind: str, day: dt.date = DAY) -> list[EventMention]:
    return [event for event in read(text, day).events if event.kind == kind]


def when(event: EventMention) -> str:
    return event.date.edtf if event.date else ""


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "On Friday, Luis Ortega, a former mayor of Quito, was convicted of accepting "
            "$4.2 million in bribes between 2014 and 2016.",
            "verdict",
            "2024-10-11",
        ),
        (
            "Luis Ortega, a former mayor of Quito, was convicted of accepting $4.2 million in "
            "bribes between 2014 and 2016.",
            "verdict",
            "2024-10-14",
        ),
        ("Anna Lind was charged with stealing paintings in 2019.", "charge", "2024-10-14"),
        (
            "Police in Oslo arrested Anna Lind over a robbery in March 2021.",
            "arrest",
            "2024-10-14",
        ),
        ("Anna Lind was convicted of fraud in 2019.", "verdict", "2019"),
        (
            "The trial of Anna Lind, accused of poisoning her husband in 2019, began in Oslo.",
            "trial",
            "2024-10-14",
        ),
    ],
)
def test_the_time_of_a_deed_does_not_date_its_verdict(text: str, kind: str, date: str) -> None:
    assert [when(event) for event in told(text, kind)] == [date]


def test_a_statement_is_not_dated_by_what_it_promises() -> None:
    events = read(
        "Rojas, the mining minister of Chile, said on Sunday that the inquiry would report by "
        "December 15.",
        DAY,
    ).events
    assert [when(e) for e in events if e.mode is Mode.STATEMENT] == ["2024-10-13"]
    (event,) = told(
        "Mining minister Elena Rojas said that the inquiry would report by December 15.",
        "statement",
    )
    assert when(event) == "2024-10-14"


def test_what_words_promise_for_a_day_is_planned() -> None:
    events = read(
        "Elena Rojas, the mining minister, said that Chile and Peru would sign an agreement by "
        "December 15.",
        DAY,
    ).events
    assert [(e.mode, when(e)) for e in events] == [(Mode.PLANNED, "2024-12-15")]


def test_he_is_never_a_person_who_is_only_an_object() -> None:
    events = read(
        "Pablo Mora, the regional president, dined with the reporter Ana Ruiz. "
        "He denied on Sunday that the warning was late.",
        DAY,
    ).events
    speakers = {a.actor for e in events for a in e.arguments if a.role == "speaker"}
    assert speakers == {"pablo-mora"}


def test_he_is_the_subject_of_the_sentence_before() -> None:
    text = (
        "The regional president, Pablo Mora, denied that he had ignored a call from Ana Ruiz. "
        'He said: "The warning went out at 8 p.m."'
    )
    names = {a.actor for e in read(text, DAY).events for a in e.arguments if a.role == "speaker"}
    assert names == {"pablo-mora"}


@pytest.mark.parametrize(
    "text",
    [
        "The number of people killed in this week's floods reached 31.",
        "The death toll rose to 31 on Monday.",
        "The toll climbed to 31.",
        "Two more bodies were found, which took the number of dead to 31.",
        "The flood brought the number of people killed to 31 from 20.",
    ],
)
def test_a_toll_counts_the_dead(text: str) -> None:
    found = {(f.what, f.value) for f in figures(scenes(read(text))[0])}
    assert ("killed", 31) in found
    assert not any(f[1] == 31 and f[0] != "killed" for f in found)


def test_a_fact_that_an_agency_gives_is_one_event() -> None:
    events = read(
        "Flash floods struck the Chilean town of Arica on Saturday. "
        "The Meteorological Agency of Chile said on Sunday that 300 mm of rain fell in Arica on "
        "Saturday.",
        DAY,
    ).events
    assert [e.mode for e in events].count(Mode.STATEMENT) == 0
    assert len(events) == 1


def test_a_quotation_over_sentences_is_quoted_whole() -> None:
    reading = read(
        '"We had no warning. The water came like a wall," the governor of Arica, Marta Soto, '
        "said on Sunday.",
        DAY,
    )
    for event in reading.events:
        for span in event.quotes:
            words = reading.quote(span)
            assert words.count('"') % 2 == 0, words
            assert len(words.split()) <= 60
    assert any("no warning" in reading.quote(q) for e in reading.events for q in e.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "A winter storm killed four people in Quebec.",
        "A summer camp collapsed in Chile, killing four people.",
        "Near the winter palace, a blast killed four people in Vienna.",
    ],
)
def test_a_season_that_modifies_a_noun_dates_nothing(text: str) -> None:
    (event,) = read(text, DAY).events
    assert when(event) == "2024-10-14"


def test_a_quotation_that_is_too_long_is_quoted_by_the_sentence_without_half_its_marks() -> None:
    long = "The river rose over the square and the bridge and the school " * 6
    reading = read(
        f'"{long.strip()}. Nobody had told us that it would come," the governor of Arica, '
        "Marta Soto, said on Sunday.",
        DAY,
    )
    quotes = [reading.quote(q) for e in reading.events for q in e.quotes]
    assert quotes
    assert all(len(quote.split()) <= 60 for quote in quotes)
