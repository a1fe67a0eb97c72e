"""The lexicons of figures: what is counted, how it is measured, how it is bounded."""

from __future__ import annotations

from functools import cache

from generator import lexicons


@cache
def signs() -> dict[str, str]:
    """Return currencies by sign or word."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in lexicons.table("en/currencies")}


@cache
def measures() -> dict[str, tuple[str, str]]:
    """Return what a unit measures and its symbol, by the unit's word."""
    return {
        row[0]: (row[1], row[2] if len(row) > 2 else "") for row in lexicons.table("en/measures")
    }


@cache
def bounds() -> dict[str, str]:
    """Return the bound that words before a number set."""
    return {row[0]: row[1] for row in lexicons.table("en/bounds")}


@cache
def whats(pos: str) -> dict[str, str]:
    """Return what a number counts, by the noun, verb or adjective it stands with."""
    return {row[0]: row[2] for row in lexicons.table("en/figures") if row[1] == pos}


@cache
def people() -> frozenset[str]:
    """Return the nouns that count people."""
    return frozenset(lexicons.lines("en/person_nouns"))
