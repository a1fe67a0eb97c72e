"""A list of names, shelf by shelf, each with the number of its entries."""

from __future__ import annotations

from dataclasses import dataclass

from anyascii import anyascii

from generator.site.rows import Chip


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One name of the list."""

    chip: Chip
    count: int
    also: tuple[str, ...]
    """Other names and spellings."""
    note: str = ""
    proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Names of one kind, or within one place."""

    label: str
    items: tuple[Item, ...]
    path: str | None = None
    """Where the label leads."""
    count: int = 0
    """Entries of the whole shelf, where it has a page."""


def item_order(item: Item) -> tuple[str, str]:
    """Sort names as a reader looks for them, letters with marks beside those without."""
    return anyascii(item.chip.name).casefold(), item.chip.path or ""
