import pytest

from generator.write.threeway import Proposal
from generator.write.wish_text import worded

LONG = "The river burst its banks in the north of the town before dawn, the mayor said. " * 3


def test_two_long_values_are_shown_where_they_part() -> None:
    text = worded(Proposal(field="body", yours=f"{LONG}Six died.", machine=f"{LONG}Nine died."))

    assert "Six died." in text
    assert "Nine died." in text
    assert len(text) < 200


@pytest.mark.parametrize(
    ("yours", "machine", "text"),
    [
        ("avaria", None, "x: kept “avaria”; proposed: take it out"),
        (None, "avaria", "x: kept out; proposed “avaria”"),
        ({"actors": ["ida", "jon"]}, {}, "x: kept “actors: ida; jon”; proposed “”"),
        ("Flood", "Flood kills six", "x: kept “Flood”; proposed “Flood kills six”"),
    ],
)
def test_a_short_value_is_shown_whole_and_in_plain_words(
    yours: object, machine: object, text: str
) -> None:
    assert worded(Proposal(field="x", yours=yours, machine=machine)) == text
