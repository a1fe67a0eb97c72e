"""JSON Lines (jsonlines.org): one entry a line, with all that is known of it."""

from __future__ import annotations

from generator.site.data.dataset import Dataset
from generator.site.jsontext import json_text


def write(data: Dataset) -> bytes:
    """Return the entries, one a line."""
    return b"".join(
        f"{json_text(record.model_dump(mode='json'))}\n".encode() for record in data.records
    )
