"""What was read to EventMentions."""

from generator.extract.extraction import extract

__all__ = ["extract"]
