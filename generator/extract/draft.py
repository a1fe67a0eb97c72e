"""One event in one sentence, before the sentences of one event are joined."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.speech import Speech
from generator.extract.triggers import Trigger
from generator.model import Argument, EventDate, Figure, Mode

_PEOPLE = frozenset({"killed", "injured", "missing", "arrested", "displaced", "casualties"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One event in one sentence."""

    at: int
    """Index of its scene."""
    trigger: Trigger
    mode: Mode
    known: bool
    """Whether the words point back: `the attack`, `these strikes`."""
    another: bool
    """Whether the words say that it is a further one: `another attack`."""
    earlier: bool
    """Whether the words set it before the news: `had already been convicted`."""
    recent: bool
    """Whether the words say no more than that it was some days ago: `recent talks`."""
    date: EventDate | None
    arguments: tuple[Argument, ...]
    places: tuple[str, ...]
    figures: tuple[Figure, ...]
    speech: Speech | None
    strength: int
    """How much anchors it; orders the sentences of one event."""
    hour: int | None = None
    """Hour of the clock time in its own clause."""
    listed: bool = False
    """Whether it is an item of a list."""
    about: str | None = None
    """Kind of the event told before that a statement speaks of: `the talks were productive`."""
    main: bool
    """Whether it stands in the main clause of its sentence or of what is said."""

    @property
    def kind(self) -> str:
        """Kind of the lexicon."""
        return self.trigger.kind

    @property
    def toll(self) -> frozenset[tuple[str, float]]:
        """The people that it befell, as what and how many."""
        return frozenset((f.what, f.value) for f in self.figures if f.what in _PEOPLE)
