"""What is counted, and the shares that are made of it: more is better."""

from __future__ import annotations

from dataclasses import dataclass, field

from reading_gold import Case


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was right, what was found and what was to be found, with the misses in words."""

    hits: int = 0
    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def recall(self) -> float:
        """Return the share of what was to be found."""
        return self.hits / self.wanted if self.wanted else 1.0

    def miss(self, case: Case, words: str) -> None:
        """Note a miss."""
        self.misses.append(f"{case.id}: {words}")

    def check(self, case: Case, right: bool, words: str) -> None:
        """Count one thing that is right or wrong."""
        self.hits += right
        self.found += 1
        self.wanted += 1
        if not right:
            self.miss(case, words)


FIGURES = (
    "times_extent_f",
    "times_value_f",
    "names_f",
    "roles",
    "event_recall",
    "event_precision",
    "event_dates",
    "event_kinds",
    "event_modes",
    "actors_f",
    "places_f",
    "figures_f",
    "figure_bounds",
    "left_alone",
)
"""In the order of the stages; `left_alone` is the share of cases without an event read as such."""
_RECALLS = frozenset(
    {
        "roles",
        "event_recall",
        "event_dates",
        "event_kinds",
        "event_modes",
        "figure_bounds",
        "left_alone",
    }
)


def figures(tallies: dict[str, Tally]) -> dict[str, float]:
    """Return each figure, from 0 to 1."""
    values = {}
    for name, tally in tallies.items():
        if name == "event_precision":
            values[name] = tally.hits / tally.found if tally.found else 1.0
        else:
            values[name] = tally.recall() if name in _RECALLS else tally.f1()
    return values
