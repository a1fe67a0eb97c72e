"""JSON Lines (jsonlines.org): one entry a line, with all that is known of it."""

from __future__ import annotations

from generator.site.data.dataset import Dataset


def write(data: Dataset) -> bytes:
    """Return the entries, one a line."""
    return "".join([f"{item.json}\n" for item in data.items]).encode()
