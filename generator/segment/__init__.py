"""Article → Sentences: paragraphs, their part of the article, sentences, quotations, the parse."""

from __future__ import annotations

from generator.segment.parse import segment, segment_all
from generator.segment.pipeline import Pipeline, load

__all__ = ["Pipeline", "load", "segment", "segment_all"]
