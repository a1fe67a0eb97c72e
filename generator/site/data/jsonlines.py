"""JSON Lines (jsonlines.org): one entry a line, with all that is known of it."""

from __future__ import annotations

from generator.site.data.dataset import Dataset
from generator.site.data.shape import Record
from generator.site.jsontext import shape_text


def write(data: Dataset) -> bytes:
    """Return the entries, one a line."""
    return "".join(data.parts("jsonl", _lines)).encode()


def _lines(records: list[Record]) -> str:
    return "".join([f"{shape_text(record)}\n" for record in records])
