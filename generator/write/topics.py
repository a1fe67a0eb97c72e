"""Which topics an entry belongs to, by the rules that the topics' own pages give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import filterfalse

from generator.content.schema import TopicPage

_GAP = re.compile(r"[^\w]+")
_TERMS = 4096
"""Terms that are kept folded: each is looked for in every entry."""


def topics_for(
    title: str,
    body: str,
    quotes: Sequence[str],
    kind: str,
    actors: Sequence[str],
    places: Sequence[str],
    topics: Mapping[str, TopicPage],
) -> tuple[str, ...]:
    """Return the ids of matching topics, sorted; all groups of a rule must match, each by any."""
    if not topics:
        return ()
    text = _folded(" ".join((title, body, *quotes)))
    found = []
    for topic, page in topics.items():
        rule = page.match
        groups = (rule.kinds, rule.terms, rule.actors, rule.places)
        matches = (
            kind in rule.kinds,
            any(_term(term) in text for term in rule.terms),
            not set(rule.actors).isdisjoint(actors),
            not set(rule.places).isdisjoint(places),
        )
        if any(groups) and all(ok for group, ok in zip(groups, matches, strict=True) if group):
            found.append(topic)
    return tuple(sorted(found))


@lru_cache(_TERMS)
def _term(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    """Fold case, accents and punctuation, with a space at both ends so that words match whole."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = plain if plain.isascii() else "".join(filterfalse(unicodedata.combining, plain))
    return f" {_GAP.sub(' ', letters).strip()} "
