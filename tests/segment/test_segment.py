import importlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.model import Article, Part
from generator.segment import Pipeline, load, segment, segment_all

PIECES = """The ferry sank. U.S. No. 7 “We left,” she ' said " Lt. Reyes … • - 4.5
Ödön’s café ‘ ’ ? ! # > 東京 🚢 a.m. (RSF)"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n", "\u00a0", "\t"])


def test_offsets_paragraphs_and_parts_are_those_of_the_article(pipeline: Pipeline) -> None:
    text = "Storm Nears\n\nThe   storm hit Cebu.   Nobody died.\nSchools shut in Peru."
    found = segment(Article(id="a", text=text, title="Storm Nears"), pipeline)
    assert [(s.index, s.paragraph, s.part, s.text) for s in found] == [
        (0, 0, Part.TITLE, "Storm Nears"),
        (1, 1, Part.BODY, "The   storm hit Cebu."),
        (2, 1, Part.BODY, "Nobody died."),
        (3, 2, Part.BODY, "Schools shut in Peru."),
    ]
    storm = found[1].tokens[1]
    assert (storm.text, text[storm.start : storm.end]) == ("storm", "storm")


def test_the_parse_reaches_the_tokens(pipeline: Pipeline) -> None:
    text = "Police arrested two men in Lima on Friday."
    (sentence,) = segment(Article(id="a", text=text), pipeline)
    verb = sentence.tokens[1]
    assert (verb.lemma, verb.pos, verb.dep, verb.head) == ("arrest", "VERB", "ROOT", 1)
    assert next(t for t in sentence.tokens if t.text == "Lima").ner == "B-GPE"


def test_articles_in_one_stream_read_as_they_do_alone(pipeline: Pipeline) -> None:
    texts = ["The dam broke. Two died.", "", "   \n ", "“Go,” he said.\nThey went."]
    articles = [Article(id=str(at), text=text) for at, text in enumerate(texts)]
    alone = [segment(article, pipeline) for article in articles]
    assert list(segment_all(articles, pipeline)) == alone
    assert [len(sentences) for sentences in alone] == [2, 0, 0, 2]


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(WORDS, max_size=40), gap=st.sampled_from([" ", "  ", "\n"]))
def test_every_offset_gives_back_its_text(pipeline: Pipeline, words: list[str], gap: str) -> None:
    text = gap.join(words)
    found = segment(Article(id="a", text=text), pipeline)
    at = 0
    for number, sentence in enumerate(found):
        assert sentence.index == number
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert sentence.start >= at
        at = sentence.end
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
        assert all(mark.overlaps(sentence) for mark in sentence.quoted)


def test_a_missing_model_is_named_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(UsageError, match="pip install"):
        load()
