"""The links from a page to its feeds and its calendar."""

from __future__ import annotations

from dataclasses import dataclass

from generator.site import addresses
from generator.site.data.formats import FOLLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """One way to follow a page."""

    label: str
    """`Atom`."""
    path: str
    """Its file."""
    media: str
    """Media type."""
    title: str
    """For programs that list what a page offers: `Energy: Atom`."""


def follow(path: str, title: str) -> tuple[Follow, ...]:
    """Return the ways to follow the page at a path."""
    return tuple(
        Follow(
            label=form.label,
            path=addresses.beside(path, form.file),
            media=form.media,
            title=f"{title}: {form.label}",
        )
        for form in FOLLOWED
    )
