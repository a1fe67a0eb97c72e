import pytest

from generator.segment.split import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Coast Guard searched the strait.",
        "Flood gauge No. 7 failed at 4 a.m. on Sunday near the weir.",
        "Lt. Col. Ana M. Reyes briefed reporters.",
        "The quake measured 6.4 and lasted 12.5 seconds.",
        "Mr. J. K. Obi and Dr. Lund won 41.2 per cent.",
        "“Who opened the gate?” Marta Lindqvist asked.",
        "“Get out!” he shouted at the crew.",
        "The vote ... never took place.",
        "Acme Corp. Chairman Li Wei resigned.",
        "Polls opened on Nov. 3 in 12 provinces.",
    ],
)
def test_abbreviations_numbers_and_reported_questions_do_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferry sank at 9 p.m. Rescuers came late.",
            ["The ferry sank at 9 p.m.", "Rescuers came late."],
        ),
        (
            "He flew to the U.S. The trial began in May.",
            ["He flew to the U.S.", "The trial began in May."],
        ),
        (
            "“We lost power.” Crews arrived at dawn.",
            ["“We lost power.”", "Crews arrived at dawn."],
        ),
        (
            'The mayor said: "Stay indoors." 14 people did not.',
            ['The mayor said: "Stay indoors."', "14 people did not."],
        ),
        (
            "Was it sabotage? Nobody knows! “Perhaps.”",
            ["Was it sabotage?", "Nobody knows!", "“Perhaps.”"],
        ),
        ("She said no. Voters said yes.", ["She said no.", "Voters said yes."]),
    ],
)
def test_sentences_end_where_a_reader_sees_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
