"""Whether two mentions tell one event: what forbids it, what speaks for it, in words."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from generator import lexicons
from generator.merge.days import agreement, apart, told_late
from generator.merge.facts import Facts
from generator.merge.geography import Geography, Relation
from generator.merge.wording import Rarity, Vocabulary
from generator.model import Mode
from generator.settings import (
    MERGE,
    MERGE_COMMON_KIND,
    MERGE_FIGURE_GAP,
    MERGE_OTHER_MATTER,
    MERGE_RARE_KIND,
    MERGE_SAME_MATTER,
    MERGE_SAME_WORDS,
    MERGE_TELLING,
)

_PLACED = {
    Relation.SAME: ("same place {}", MERGE.place),
    Relation.WITHIN: ("a place within {}", MERGE.place_within),
    Relation.WITHIN_COUNTRY: ("a place in {}", MERGE.place_country),
    Relation.SAME_COUNTRY: ("same country {}", MERGE.place_country),
}
HARM = "harm"
"""The family of attacks and accidents, which one side does to the other."""

_ASKED = 1 << 14
"""Pairs of reports whose likeness is kept."""

Part = tuple[float, Callable[[], str]]
"""Points, and a function that says what they are for: words are wanted of few pairs only."""
NOTHING: Part = (0.0, str)
"""What speaks neither for nor against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparer:
    """Compares two mentions by what is rare in this run."""

    geography: Geography
    vocabulary: Vocabulary
    lemmas: Rarity[int]
    actors: Rarity[str]
    same_matter: Callable[[bytes, bytes], float]
    """How alike two reports are as a whole, asked again for each pair of their mentions."""
    kinds: Rarity[str]

    @classmethod
    def of(cls, told: Sequence[Facts], geography: Geography, words: Vocabulary) -> Comparer:
        """Weigh the words and names of all mentions."""
        unpack = words.unpack
        matters = Rarity((f.report, unpack(f.matter)) for f in told)
        return cls(
            geography=geography,
            vocabulary=words,
            lemmas=Rarity((f.report, unpack(f.lemmas)) for f in told),
            actors=Rarity((f.report, f.actors) for f in told),
            kinds=Rarity((f.report, frozenset({f.kind})) for f in told),
            same_matter=lru_cache(_ASKED)(lambda a, b: matters.likeness(unpack(a), unpack(b))),
        )

    def forbidden(self, a: Facts, b: Facts) -> bool:
        """Whether the two cannot be one event, however alike their words are."""
        if a.mode != b.mode:
            return True
        spoken = a.mode == Mode.STATEMENT
        if not spoken and self._elsewhere(a, b):  # the test that most pairs fail
            return True
        if apart(a, b) and not self._late(a, b):
            return True
        if spoken:
            return a.speakers.isdisjoint(b.speakers)
        if a.said != b.said and a.family != b.family and not _unsorted(a, b):
            return True
        counted = bool(a.figures & b.figures)
        if _unsorted(a, b) and not counted and self._worded_otherwise(a, b):
            return True  # on one day much is done in one place
        # Prices rise, and schools stay closed, in many towns.
        return not (a.names_any and b.names_any) and self._strange(a, b)

    def _elsewhere(self, a: Facts, b: Facts) -> bool:
        """Whether the two name places that cannot be one."""
        if a.spots and b.spots:
            return not (a.waters or b.waters) and self._closest(a, b)[0] < Relation.WITHIN
        return bool(a.countries and b.countries) and a.countries.isdisjoint(b.countries)

    def _strange(self, a: Facts, b: Facts) -> bool:
        """Whether the two reports as a whole have next to nothing in common."""
        if a.report == b.report:
            return False
        return self.same_matter(a.matter, b.matter) < MERGE_OTHER_MATTER

    def _late(self, a: Facts, b: Facts) -> bool:
        """Whether all but the day shows one event: its place or people.

        What comes again every day must agree in toll and words as well.
        """
        if not told_late(a, b):
            return False
        if a.daily or b.daily:
            tolls = bool(a.figures & b.figures) and not differ(a, b)
            return tolls and not self._worded_otherwise(a, b)
        near = self._closest(a, b)[0] >= Relation.WITHIN
        return near or bool(a.takers & b.takers) or not (a.spots and b.spots)

    def _worded_otherwise(self, a: Facts, b: Facts) -> bool:
        return self.lemmas.likeness(*self._lemmas(a, b)) < MERGE_SAME_WORDS

    def strength(self, a: Facts, b: Facts) -> float:
        """Weigh all together: above 1 where more agrees than need be, which orders sure pairs."""
        return round(math.fsum(points for points, _ in self._parts(a, b)), 6)

    def words(self, a: Facts, b: Facts) -> tuple[str, ...]:
        """Say what agrees and what does not, each with its points."""
        parts = ((said(), points) for points, said in self._parts(a, b))
        return tuple(f"{said} {points:+.2f}" for said, points in parts if said)

    def _parts(self, a: Facts, b: Facts) -> tuple[Part, ...]:
        return (
            agreement(a, b),
            self._place(a, b),
            self._actors(a, b),
            self._rivals(a, b),
            self._kind(a, b),
            _figures(a, b),
            self._wording(a, b),
            self._matter(a, b),
        )

    def _closest(self, a: Facts, b: Facts) -> tuple[Relation, str]:
        return self.geography.closest(a.places, b.places)

    def _place(self, a: Facts, b: Facts) -> Part:
        relation, place = self._closest(a, b)
        if relation == Relation.APART:
            return NOTHING
        words, points = _PLACED[relation]
        if relation == Relation.SAME and not self._equally_narrow(a, b):
            points = MERGE.place_within
        return points, lambda: words.format(place)

    def _equally_narrow(self, a: Facts, b: Facts) -> bool:
        """Whether neither names a smaller place within the one they share."""
        narrow = [
            {
                p
                for p in f.spots
                if not any(p != q and p in self.geography.chain(q) for q in f.spots)
            }
            for f in (a, b)
        ]
        return bool(narrow[0] & narrow[1]) or not (narrow[0] and narrow[1])

    def _actors(self, a: Facts, b: Facts) -> Part:
        if a.actors.isdisjoint(b.actors):
            return NOTHING
        points = MERGE.actors * self.actors.likeness(a.actors, b.actors)
        return points, lambda: f"same actors {', '.join(self.actors.telling(a.actors, b.actors))}"

    def _rivals(self, a: Facts, b: Facts) -> Part:
        """Weigh against one event that each names others, most of all that others did it."""
        rivals = a.doers and b.doers and not a.doers & b.doers
        against = MERGE.doers if rivals and a.family == b.family == HARM else 0.0
        if a.takers and b.takers and not a.actors & b.actors and a.alike_takers(b):
            against += MERGE.actors_differ
        return (-against, lambda: "other actors") if against else NOTHING

    def _kind(self, a: Facts, b: Facts) -> Part:
        """Weigh the kinds; one that few reports tell of is more telling than a common one."""
        if a.kind == b.kind:
            if a.said == Mode.STATEMENT:
                return MERGE.speaker, lambda: "same speaker"
            rarity = self.kinds[a.kind] / MERGE_COMMON_KIND
            return MERGE.kind * min(MERGE_RARE_KIND, rarity), lambda: f"both {a.kind}"
        if _unsorted(a, b):
            return NOTHING
        kinds = f"{a.kind} and {b.kind}"
        if a.family == b.family or (a.family, b.family) in _neighbours():
            return MERGE.family, lambda: f"{kinds} go together"
        return -MERGE.strangers, lambda: f"{kinds} do not go together"

    def _matter(self, a: Facts, b: Facts) -> Part:
        """Weigh how far the two reports as a whole are about the same matter."""
        if a.report == b.report:
            return NOTHING
        share = min(1.0, self.same_matter(a.matter, b.matter) / MERGE_SAME_MATTER)
        return (MERGE.matter * share, lambda: "reports of one matter") if share else NOTHING

    def _wording(self, a: Facts, b: Facts) -> Part:
        ours, theirs = self._lemmas(a, b)
        points = MERGE.wording * self.lemmas.likeness(ours, theirs)
        if not points:
            return NOTHING
        telling, word = self.lemmas.telling, self.vocabulary.word
        return points, lambda: f"same words {', '.join(telling(ours, theirs, word)[:5])}"

    def _lemmas(self, a: Facts, b: Facts) -> tuple[frozenset[int], frozenset[int]]:
        return self.vocabulary.unpack(a.lemmas), self.vocabulary.unpack(b.lemmas)


def score(strength: float) -> float:
    """Return a strength as 0 to 1."""
    return round(min(1.0, max(0.0, strength)), 4)


def _unsorted(a: Facts, b: Facts) -> bool:
    """Whether either is a deed that no word of the lexicon sorts: it may be of any kind."""
    return "other" in (a.kind, b.kind)


@cache
def _neighbours() -> frozenset[tuple[str, str]]:
    rows = [(row[0], row[1]) for row in lexicons.table("en/family_neighbours")]
    return frozenset([*rows, *((b, a) for a, b in rows)])


def differ(a: Facts, b: Facts) -> bool:
    """Whether a figure of one sort is not the same."""
    ours, theirs = a.highest, b.highest
    return any(ours[what] != theirs[what] for what in ours if what in theirs)


def _figures(a: Facts, b: Facts) -> Part:
    """Equal figures of one sort speak for, and figures far apart speak against."""
    if not a.figures or not b.figures:
        return NOTHING
    equal = sorted(a.figures & b.figures)
    if equal:
        share = min(1.0, sum(1.0 if value >= MERGE_TELLING else 0.5 for _, value in equal))
        return MERGE.figures * share, lambda: f"same figures {_listed(equal)}"
    ours, theirs = a.highest, b.highest
    gaps = [
        max(ours[w], theirs[w]) / max(1.0, min(ours[w], theirs[w])) for w in ours if w in theirs
    ]
    far = bool(gaps) and min(gaps) >= MERGE_FIGURE_GAP
    return (-MERGE.figures_differ, lambda: "figures far apart") if far else NOTHING


def _listed(figures: Sequence[tuple[str, float]]) -> str:
    return ", ".join(f"{value:g} {what}" for what, value in figures)
