"""JSON Lines (jsonlines.org): one entry a line, with all that is known of it."""

from __future__ import annotations

from generator.site.data.dataset import Dataset
from generator.site.jsontext import shape_text


def write(data: Dataset) -> bytes:
    """Return the entries, one a line."""
    return "".join(f"{text}\n" for text in data.parts("jsonl", shape_text)).encode()
