"""A place where the grammar matched, and what it was found to mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.model import Sentence, TimexType
from generator.temporal import tense
from generator.temporal.lexemes import Lexeme
from generator.temporal.values import Moment

UNIT = ("unit", "unit_day", "unit_week", "unit_weekend", "unit_month", "unit_quarter", "unit_year")
UNITS = (*UNIT, "units")
_DAYS = ("weekday", "weekday_short", "day", "ordinal", "numeric", "holiday")


@dataclass(kw_only=True)
class Match:
    """A stretch of lexemes that one shape matched."""

    kind: str
    sentence: Sentence
    lexemes: list[Lexeme]
    """Those of the whole sentence."""
    first: int
    """Index of its first lexeme."""
    last: int
    """Index of its last lexeme."""
    quoted: bool = False
    """It stands in a quotation."""
    year_hint: int | None = None
    """Year of the date that it shares one with: `in May and June 1940`."""

    @property
    def own(self) -> list[Lexeme]:
        """The lexemes of the match."""
        return self.lexemes[self.first : self.last + 1]

    def all(self, *names: str) -> Iterator[Lexeme]:
        """Yield its lexemes of these symbols, in order."""
        return (one for one in self.lexemes[self.first : self.last + 1] if one.name in names)

    def get(self, *names: str) -> Lexeme | None:
        """Return its first lexeme of these symbols."""
        for lexeme in self.lexemes[self.first : self.last + 1]:
            if lexeme.name in names:
                return lexeme
        return None

    def has(self, *names: str) -> bool:
        """Whether it has a lexeme of these symbols."""
        return self.get(*names) is not None

    def before(self, step: int = 1) -> str:
        """Return the name of the symbol that stands before it, or nothing."""
        return self.lexemes[self.first - step].name if self.first >= step else ""

    def after(self) -> Lexeme | None:
        """Return the lexeme that follows it."""
        return self.lexemes[self.last + 1] if self.last + 1 < len(self.lexemes) else None

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text[self.own[0].start : self.own[-1].end]

    @cached_property
    def tense(self) -> int:
        """Which way the verb over it looks."""
        offset = self.sentence.start
        first, last = self.own[0].start, self.own[-1].end
        return tense.tense(
            self.sentence,
            offset + first,
            offset + last,
            day=self.has(*_DAYS),
            weekday=self.has("weekday") and not self.has("month"),
        )

    @property
    def pluperfect(self) -> bool:
        """Whether the verb over it goes back behind what is told."""
        offset = self.sentence.start
        first, last = self.own[0].start, self.own[-1].end
        return tense.is_pluperfect(self.sentence, offset + first, offset + last)


@dataclass(slots=True, kw_only=True)
class Found:
    """A time expression before it is written as a Timex."""

    start: int
    """Offset within the sentence."""
    end: int
    type: TimexType
    value: str
    moment: Moment | None = None
    """What it names on the calendar; None for durations, sets and what is unresolved."""
    edtf: str | None = None
    anchor: str = ""
    approximate: bool = field(default=False)


def found(match: Match, moment: Moment, anchor: str) -> Found:
    """Make a find of a match that names a moment."""
    edtf = moment.edtf
    about = match.get("about")
    approximate = about is not None and about.value == "~"
    return Found(
        start=match.own[0].start,
        end=match.own[-1].end,
        type=TimexType.TIME if moment.time else TimexType.DATE,
        value=moment.value,
        moment=moment,
        edtf=f"{edtf}~" if edtf and approximate and "/" not in edtf else edtf,
        anchor=anchor,
        approximate=approximate,
    )


def bare(match: Match, kind: TimexType, value: str, anchor: str = "") -> Found:
    """Make a find of a match that names no moment: a duration, a set, a reference."""
    start, end = match.own[0].start, match.own[-1].end
    return Found(start=start, end=end, type=kind, value=value, anchor=anchor)
