"""A word longer than any is parsed in pieces, and every offset still points at the text."""

from __future__ import annotations

import pytest

from generator.model import Article
from generator.segment import Pipeline, segment


@pytest.mark.parametrize("mark", ["(", "“", ".", "a", "=b"])
def test_a_word_without_end_is_cut_and_keeps_its_place(mark: str, pipeline: Pipeline) -> None:
    text = f"The dam broke. {mark * 700} It rained all night."
    tokens = [
        token
        for sentence in segment(Article(id="a", text=text), pipeline)
        for token in sentence.tokens
    ]
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == text.replace(" ", "")
    assert max(len(token.text) for token in tokens) <= 100
