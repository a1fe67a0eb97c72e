from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import mention, reading

from generator.model import Boilerplate, EventMention, Span
from generator.write.quotes import quotes_of, word_count

LONG = (
    "The ferry sank off the coast on Monday, "
    + "the weather being what it was in those days, " * 8
    + "and forty people were rescued by fishermen. The company apologised."
)


def spans(told: EventMention, *quotes: Span) -> EventMention:
    return replace(told, quotes=quotes)


def test_a_short_passage_is_quoted_whole() -> None:
    quotes = quotes_of([mention("gazette", "flooded")], reading("gazette"))
    assert quotes[0].exact.startswith("Heavy rain flooded")
    assert quotes[0].exact.endswith("the mayor said.")


def test_a_long_passage_is_cut_between_clauses_around_its_trigger() -> None:
    told = mention("ferry", "sank", text=LONG)
    quotes = quotes_of([told], reading("ferry", LONG))
    assert quotes[0].exact.startswith("The ferry sank")
    assert quotes[0].exact.endswith("days,")
    assert word_count(quotes) <= 60
    late = quotes_of([mention("ferry", "rescued", text=LONG)], reading("ferry", LONG))
    assert late[0].exact.endswith("and forty people were rescued by fishermen.")
    assert word_count(late) <= 60


def test_passages_share_one_limit() -> None:
    text = " ".join(
        f"Sentence {number} tells of the vote in ten short words." for number in range(12)
    )
    whole = Span(start=0, end=50)
    rest = [Span(start=51 * number, end=51 * number + 50) for number in range(1, 9)]
    told = spans(mention("vote", "vote", text=text), whole, *rest)
    assert word_count(quotes_of([told], reading("vote", text))) <= 60


def test_a_passage_that_stands_twice_gets_the_words_before_it() -> None:
    text = "In May the dam burst. Nobody was hurt. In June, again, the dam burst."
    at = text.rindex("the dam")
    told = spans(mention("dam", "burst", text=text), Span(start=at, end=len(text)))
    assert quotes_of([told], reading("dam", text))[0].prefix == "In May"


def test_the_same_passage_is_quoted_once() -> None:
    told = mention("gazette", "flooded")
    assert len(quotes_of([told, told], reading("gazette"))) == 1


@given(st.text("ab ,.;\n", min_size=1, max_size=600), st.data())
@settings(max_examples=150, deadline=None)
def test_every_quote_stands_in_its_report_and_keeps_the_limit(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    trigger = data.draw(st.integers(start, end - 1))
    told = spans(mention("gazette", "flooded"), Span(start=start, end=end))
    object.__setattr__(told, "trigger", Span(start=trigger, end=trigger + 1))
    quotes = quotes_of([told], reading("x", text), limit=12)
    folded = " ".join(text.split())
    assert all(quote.exact in folded for quote in quotes)
    assert word_count(quotes) <= 12


@pytest.mark.parametrize("text", ["The vote\x07 passed.", "The vote \ud800 passed."])
def test_a_passage_that_no_page_may_hold_is_not_quoted(text: str) -> None:
    told = mention("vote", "vote", text=text)
    assert quotes_of([told], reading("vote", text)) == ()


def test_a_passage_does_not_run_across_boilerplate() -> None:
    text = "The council voted for the dam. SIGN UP NOW and the works began at once on Friday."
    at = text.index("SIGN")
    blank = Boilerplate(start=at, end=at + 11, text="SIGN UP NOW", rule="newsletter")
    cleaned = text.replace("SIGN UP NOW", " " * 11)
    plain = reading("dam", cleaned)
    told = replace(mention("dam", "began", text=cleaned), quotes=(Span(start=0, end=len(cleaned)),))
    article = replace(plain.article, boilerplate=(blank,))
    quotes = quotes_of([told], replace(plain, article=article))
    assert [quote.exact for quote in quotes] == ["and the works began at once on Friday."]
