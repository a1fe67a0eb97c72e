"""What stands beside a verb without a preposition: `well`, `lower`, `away`, `2 per cent`."""

from __future__ import annotations

from generator import lexicons
from generator.extract.telling.view import View

AWAY = frozenset({"apart", "aside", "away", "back", "home"})
"""Adverbs without which a verb says something else: `carried away`, `sent home`."""
_POINTING = frozenset({"here", "there"})
"""Places that only the dateline or the sentence before names."""
_SHARES = frozenset({"%", "percent"})


def manner(view: View, child: int) -> bool:
    """Whether an adverb says how it went, and does not link to what was told before."""
    token = view.tree.tokens[child]
    colours = lexicons.lines("en/colour_words")
    bare = not view.tree.children[child] and token.text.casefold() not in _POINTING
    return bare and token.tag in {"RB", "RBR"} and token.text.casefold() not in colours


def outcome(view: View, child: int) -> bool:
    """Whether it says how things are after it: `fell ill`, `closed 2 % lower`."""
    below = [c for c in view.tree.children[child] if c not in view.hidden]
    measured = bool(below) and all(view.tree.tokens[c].dep == "npadvmod" for c in below)
    return measured or (view.tree.tokens[child].pos == "ADJ" and not below)


def share(view: View, child: int) -> list[int]:
    """Return the words of how much it was: `fell 2 %`, `fell 2 per cent`; none for a time."""
    tree = view.tree
    words = [token.text.casefold() for token in tree.tokens[: child + 3]]
    if words[child] in _SHARES or words[child - 1 : child + 1] == ["per", "cent"]:
        return tree.subtree(child)
    spelt = words[child + 1 :] == ["per", "cent"]
    return sorted({*tree.subtree(child), child + 1, child + 2}) if spelt else []


def counts_time(view: View, head: int) -> bool:
    """Whether an object only says how long it was to another event: `blew up seconds after …`."""
    units = {row[0] for row in lexicons.table("en/time_units")} | {"time"}
    after = view.tree.tokens[head + 1 : head + 2]
    ahead = bool(after) and after[0].text.casefold() in {"after", "before", "later"}
    return ahead and view.tree.tokens[head].text.casefold() in units


def tally(view: View, child: int) -> bool:
    """Whether it is one side of a count of votes, which without the other says something else."""
    tree = view.tree
    token = tree.tokens[child]
    sides = [child] if token.dep != "prep" else tree.having(child, "pobj")
    bare = bool(sides) and all(tree.tokens[i].tag == "CD" for i in sides)
    return bare and tree.tokens[token.head].lemma == "vote"
