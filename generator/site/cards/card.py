"""What a card says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.site.cards.sheet import SANS, SERIF, characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says."""

    title: str
    date: str
    """For people; empty where it is not known, and on the site's own card."""
    precision: str
    """`known to the month`; empty where it is a day."""
    place: str
    site: str
    note: str
    """Beside the site's name: `3 sources`."""
    hue: int | None

    def drawable(self, bundle: Path) -> bool:
        """Whether the faces have every character of it."""
        words = {
            SERIF: self.title + self.site,
            SANS: self.date + self.precision + self.place + self.note,
        }
        return all(characters(bundle, face).issuperset(map(ord, words[face])) for face in words)
