"""What one page is found by."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

BODY = b"data-pagefind-body"
"""The attribute of what is found of a page."""


@dataclass(slots=True)
class Found:
    """One page, as far as the search needs it."""

    title: str = ""
    """Its headline, which stands apart from the text."""
    date: str = ""
    """As people say it."""
    differ: bool = False
    facets: list[str] = field(default_factory=list)
    """Facet and value: `topic:energy`, `month:2025-11`."""
    parts: list[tuple[float, str]] = field(default_factory=list)
    """Its text below the headline, each part with how much its words count."""

    def say(self, weight: float, text: str) -> None:
        """Add the text of a block; blocks of one weight in a row are one part."""
        text = " ".join(text.split())
        if not text:
            return
        if text[-1].isalnum():
            text += "."
        if self.parts and self.parts[-1][0] == weight:
            text = f"{self.parts.pop()[1]} {text}"
        self.parts.append((weight, text))


def packed(found: Found | None) -> bytes:
    """Return what a page is found by as it is kept and sent between processes."""
    return pickle.dumps(found, pickle.HIGHEST_PROTOCOL)


def unpacked(found: bytes) -> Found | None:
    """Take up what a page is found by; None where it is not to be found."""
    taken: Found | None = pickle.loads(found)  # noqa: S301 -- from another process or our cache
    return taken
