"""What the words before a time expression say about when it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.errors import Finding
from generator.model import Article, Sentence
from generator.temporal.lexemes import Lexeme
from generator.temporal.values import SIZES, Moment

NEAR_YEARS = 2
"""Years between neighbouring dates of one thread of a narrative; farther ones are looked at twice.
Day F on the development texts: 94.2 with 1 or 2, 93.3 with 5."""

OPENING = 2
"""Words before an expression that opens its sentence: `By the end of 1942`, `But in 1942`."""

NARRATIVE_DATES = 3
"""Dates with a year other than the publication's from which a text may be history: the news
articles of the sample have at most two, the encyclopaedic ones dozens."""


_NEAR = frozenset({"weekday", "day_word", "overnight", "tonight"})
_TELLING = _NEAR | {"numeric", "era", "year", "month"}
"""Symbols that show whether a text tells news or history, and how it writes its dates."""


@dataclass(slots=True, kw_only=True)
class Reference:
    """A date that the text has named."""

    moment: Moment
    paragraph: int
    explicit: bool
    """Its year is in the text."""
    spoken: bool
    """It says when somebody spoke."""


@dataclass(slots=True, kw_only=True)
class Context:
    """All that an expression may be anchored to."""

    article: Article
    narrative: bool
    """The text tells history: dates follow one another and not the publication date."""
    day_first: bool | None
    """How the text writes numeric dates; None where it does not show."""
    references: list[Reference] = field(default_factory=list)
    """Latest mention of each grain, of words and of deeds, oldest first."""
    findings: list[Finding] = field(default_factory=list)
    past_today: bool = False
    """The text has come to its own day of publication: `by Wednesday, 27 were dead`."""
    asides: frozenset[tuple[int, int]] = frozenset()
    """Sentence and offset of years that lie off the thread: `declassified in 2005`."""
    aside: bool = False
    """The expression at hand holds such a year."""
    opening: bool = False
    """The expression at hand opens its sentence: `In 1942,`; a year that does leads the thread."""
    thread: Moment | None = None
    """The last date on the thread of the narrative."""
    thread_paragraph: int = 0
    paragraph: int = 0
    clock: dt.datetime | None = None
    """The last clock time with its day."""
    told: dt.date | None = None
    """The last day named in this paragraph outside quotations."""
    spoke: dt.date | None = None
    """The last day that somebody spoke on, in this paragraph or the one before."""
    spoke_paragraph: int = 0
    posted: dt.date | None = None
    """When the post on a social network was sent that the sentence belongs to."""
    said: dt.date | None = None
    """When the quotation at hand was said, where the text tells."""
    quoted: bool = False
    """The expression at hand stands in a quotation."""
    speaking: bool = False
    """The expression at hand says when somebody spoke."""

    @property
    def dct(self) -> dt.date | None:
        """The publication date."""
        return self.article.dct

    @property
    def today(self) -> dt.date | None:
        """The day that `today` names."""
        if self.quoted and self.narrative:
            return self.said  # history quotes what was said long before it was published
        return self.said or self.posted or self.dct

    def note(self, moment: Moment, *, explicit: bool, deictic: bool = False) -> None:
        """Remember a date that the text named; one of each grain is enough, spoken on or not.

        What is told from the day of writing (`two years ago`) is no part of a narrative's thread.
        """
        off = self.aside or self.quoted or (deictic and self.narrative)
        leads = moment.grain != "year" or self.opening or not (self.thread and self.thread.month)
        if leads and not off and SIZES.get(moment.grain, 9) <= SIZES["year"]:
            self.thread, self.thread_paragraph = moment, self.paragraph
        new = Reference(
            moment=moment, paragraph=self.paragraph, explicit=explicit, spoken=self.speaking
        )
        like = (moment.grain, new.spoken)
        self.references = [r for r in self.references if (r.moment.grain, r.spoken) != like]
        self.references.append(new)

    def enter(self, paragraph: int) -> None:
        """Go on to a sentence's paragraph; a new one has told no day yet."""
        if paragraph != self.paragraph:
            self.told = None
        self.paragraph = paragraph

    def last(self, grain: str = "century", *, paragraph: bool = False) -> Moment | None:
        """Return the last date named at least as finely as the grain.

        None where the story has gone on to another year in coarser words since.
        """
        for reference in reversed(self.references):
            if paragraph and reference.paragraph != self.paragraph:
                continue
            if SIZES.get(reference.moment.grain, 9) <= SIZES[grain]:
                stale = self.thread is not None and self.thread.year != reference.moment.year
                fine = self.narrative and SIZES[grain] < SIZES["year"]
                return None if stale and fine else reference.moment
        return None

    def last_deed(self, grain: str) -> Moment | None:
        """Return the date named last for `that night`: a deed's before that of its report.

        The day of a report counts where no deed is dated beside it and it stands near.
        """
        fine = [r for r in self.references if SIZES.get(r.moment.grain, 9) <= SIZES[grain]]
        if self.narrative or not fine or not fine[-1].spoken:
            return self.last(grain)
        told = fine[-1].paragraph
        deeds = [
            r for r in fine if not r.spoken and (r.paragraph == told or told < self.paragraph - 1)
        ]
        return deeds[-1].moment if deeds else self.last(grain)

    def last_quarter(self) -> Moment | None:
        """Return the quarter named last."""
        quarters = (r.moment for r in reversed(self.references) if r.moment.grain == "quarter")
        return next(quarters, None)

    def local_month(self) -> Moment | None:
        """Return the month written with its year in this paragraph, if it is not this year's."""
        for reference in reversed(self.references):
            moment = reference.moment
            if reference.paragraph == self.paragraph and reference.explicit and moment.month:
                this_year = self.dct is not None and moment.year == self.dct.year
                return None if this_year else moment
        return None


def context(article: Article, lexed: Sequence[tuple[Sentence, list[Lexeme]]]) -> Context:
    """Make the context at the beginning of an article."""
    far = near = month_first = day_first = 0
    past_today = False
    numeric: list[str] = []
    this_year = article.dct.year if article.dct else None
    today = str(article.dct.isoweekday()) if article.dct else ""
    for sentence, lexemes in lexed:
        for index, lexeme in enumerate(lexemes):
            if lexeme.name not in _TELLING:
                continue
            if lexeme.name in _NEAR:
                near += 1
                named = lexeme.name == "weekday" and lexeme.value == today
                past_today |= named and _by(sentence, lexemes[:index])
            elif lexeme.name == "numeric":
                numeric.append(lexeme.value)
            elif lexeme.name == "era":
                far += 1
            elif lexeme.name == "year":
                far += index <= OPENING and _has_far_year([lexeme], this_year)
            else:
                far += _has_far_year(lexemes[index + 1 : index + 5], this_year)
                month_first += _is_day(lexemes[index + 1 : index + 2])
                day_first += index > 0 and _is_day(lexemes[index - 1 : index])
    habit = _habit(numeric)
    if habit is None and month_first != day_first:
        habit = day_first > month_first
    return Context(
        article=article,
        narrative=far >= NARRATIVE_DATES and far > near,
        day_first=habit,
        past_today=past_today,
        asides=_asides(lexed),
    )


def _by(sentence: Sentence, before: Sequence[Lexeme]) -> bool:
    """Whether what follows is the latest day that the text has come to: `by Wednesday`."""
    return bool(before) and sentence.text[before[-1].start : before[-1].end].lower() == "by"


def _asides(lexed: Sequence[tuple[Sentence, list[Lexeme]]]) -> frozenset[tuple[int, int]]:
    """Find the years from which the text comes back at once to the years it was telling."""
    years: list[tuple[int, tuple[int, int]]] = []
    for sentence, lexemes in lexed:
        for index, lexeme in enumerate(lexemes):
            if lexeme.name == "year":
                sign = -1 if _is_before_christ(lexemes[index + 1 : index + 2]) else 1
                years.append((sign * int(lexeme.value), (sentence.index, lexeme.start)))
    asides, thread = set(), years[0][0] if years else 0
    for index, (year, place) in enumerate(years):
        coming = [following for following, _ in years[index + 1 : index + 3]]
        if abs(year - thread) > NEAR_YEARS and any(
            abs(following - thread) <= NEAR_YEARS for following in coming
        ):
            asides.add(place)
        else:
            thread = year
    return frozenset(asides)


def _is_before_christ(lexemes: list[Lexeme]) -> bool:
    return bool(lexemes) and lexemes[0].name == "era" and lexemes[0].value == "BC"


def _has_far_year(lexemes: list[Lexeme], this_year: int | None) -> bool:
    years = [int(lexeme.value) for lexeme in lexemes if lexeme.name == "year"]
    return bool(years) and (this_year is None or abs(years[0] - this_year) > 1)


def _is_day(lexemes: list[Lexeme]) -> bool:
    return bool(lexemes) and lexemes[0].name == "day"


def _habit(dates: list[str]) -> bool | None:
    """Whether the numeric dates put the day first, from one that can only be read one way."""
    votes = 0
    for date in dates:
        first, second, _ = (int(part) for part in date.replace(".", "/").split("/"))
        votes += (first > 12 >= second) - (second > 12 >= first)
        votes += "." in date
    return None if not votes else votes > 0
