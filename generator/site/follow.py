"""The links from a page to its feeds and its calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.site import addresses
from generator.site.data.formats import FOLLOWED, Format
from generator.site.rendering import Rendering
from generator.site.strings import Strings


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


def follow(
    path: str, title: str, say: Strings, forms: tuple[Format, ...] = FOLLOWED
) -> tuple[Follow, ...]:
    """Return the ways to follow the page at a path."""
    labels = {form.name: say.text(f"format.{form.name}") for form in forms}
    return tuple(
        Follow(
            label=labels[form.name],
            path=addresses.beside(path, form.file),
            media=form.media,
            title=f"{title}: {labels[form.name]}",
        )
        for form in forms
    )


def named(site: Rendering, path: str, ways: Iterable[Follow]) -> tuple[tuple[str, str, str], ...]:
    """Return ways to follow a page for its head; those of the whole are in every page's."""
    return tuple((way.media, way.title, site.way(path, way.path)) for way in ways)
