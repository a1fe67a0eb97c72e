"""Limits and thresholds, each with its unit and the evidence for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

QUOTE_LIMIT = 60
"""Words quoted from one source in one entry: the site cites, it does not republish (design 3)."""

HEADLINE_LIMIT = 90
"""Characters of a generated headline: fits one line of the front page at desktop width."""

FRONT_MATTER_LIMIT = 65_536
"""Bytes of front matter read in one page; the largest of the sample has under 8,000."""

FRONT_MATTER_DEPTH = 6
"""Levels of nesting; the schema needs five (figures, claim list, claim)."""

ARTICLE_LIMIT = 10_000_000
"""Bytes of one seed file; a long read has some 60,000."""

BROKEN_IN_A_ROW = 10_000
"""Records of a file, or its empty lines, that cannot be read one after another before it is given
up: a packed file of 100 kB may hold thirty million."""

ARTICLE_TEXT = 400_000
"""Characters of one article's text: some 65,000 words, which take half a minute to parse."""

FRONT_MATTER_NODES = 5_000
"""Keys and values of one page; an entry with fifty sources of ten quotes has under 1,500."""

BODY_LIMIT = 32_768
"""Bytes of one body, some 5,000 words; the worst Markdown of that size renders in about a second,
and the longest of the sample has under 3,000."""

BODY_NESTING = 20
"""Levels of quotations, lists (two each), tables and emphasis; a list in a list in a list has 7."""

PAGE_LIMIT = FRONT_MATTER_LIMIT + BODY_LIMIT
"""Bytes of one page that are looked at."""

COPY_LIMIT = 8
"""Words in a row that a gist may not share with its source: the length that counts as copying."""

GIST_LIMIT = 200
"""Characters of a gist: one sentence that is read at a glance."""

SITE_OF_TOWN_KM = 40.0
"""Kilometres within which a site that bears a town's name is the town's, as far as airports lie."""

SAME_PLACE_KM = 5.0
"""Kilometres within which a site and its town are one place; towns' centres lie farther apart."""

MERGE_COARSE = dt.timedelta(days=14)
"""A date with wider bounds is compared by month and not by day."""

MERGE_LAG = dt.timedelta(days=2)
"""What news dates by its publication alone may be two days old; a second paper takes a day."""

MERGE_REACH_BACK = dt.timedelta(days=7)
"""News that gives no date tells of the week before its publication."""

MERGE_REACH_AHEAD = dt.timedelta(days=14)
"""What is planned without a date is near: two weeks ahead of publication."""

MERGE_BLOCK = 64
"""Mentions that share a key and are all compared; the 15 articles of the development set have 22
at most, and beyond it comparisons would grow with the square."""

MERGE_NEIGHBOURS = 24
"""Mentions of a crowded block that each is compared with, sorted by place and figures."""

MERGE_RARE_WORDS = 8
"""Rarest lemmas of a mention that serve as keys, for events without a place or an actor."""

MERGE_THRESHOLD = 0.5
"""Score from which two mentions are one event. On the development articles it joins 23 of 27 pairs
and none wrongly; .40 joins one pair wrongly, .60 misses two more (`benchmarks/merging.md`)."""

MERGE_SAME_REPORT = 0.9
"""Score from which two mentions of one report are one event: all agree, near word for word. No two
annotated events of one development article reach it."""

MERGE_TOLD_AGAIN = 0.3
"""Score from which two mentions of one report are one event that another report tells: what two
reports must agree in, without the points for being about one matter."""

MERGE_SAME_MATTER = 0.35
"""Likeness of two reports from which they are about one matter."""

MERGE_OTHER_MATTER = 0.15
"""Likeness of two reports below which what names neither anyone nor a place is not one event: on
500 invented articles one rise of prices took in 186 reports without it. Nothing changes on the
development articles or on 90 reports that look alike; at .35 they lose four right pairs."""

MERGE_LATE = dt.timedelta(days=2)
"""Days by which reports of one event may date it apart, where all else shows that it is one: the
day of a count, of the paper, of another time zone. On 90 reports that look alike, none joins
three right pairs fewer than two days, and three days join no more (`benchmarks/merging.md`)."""

MERGE_TELLING = 10
"""Number from which on an equal figure is telling; small ones are often equal by chance."""

MERGE_SAME_WORDS = 0.2
"""Likeness of the words of two reports from which they tell of the same deed a day apart, or of one
that no word of the lexicon sorts; .35 misses two of the 90 reports that look alike, and no value
from .1 on joins two nights."""

MERGE_COMMON_KIND = 2.0
"""Weight (inverse document frequency) of a kind that a third of the reports tell of."""

MERGE_RARE_KIND = 1.6
"""How many times a common kind's points a rare one gives at most."""

MERGE_FIGURE_GAP = 1.6
"""Ratio from which two figures of one sort speak against one event; tolls that news revises within
a day stay under it more often than not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeWeights:
    """What each agreement adds to the score of a pair, and what speaks against takes away."""

    day: float = 0.25
    """Both dated by their words, to days that overlap."""
    day_evening: float = 0.18
    """A night and the day before it, for a night is its morning's; at 0.12 two districts hit in one
    night join wrongly on the development articles."""
    day_loose: float = 0.12
    """Days that may overlap, one of them only bounded."""
    place: float = 0.30
    """The same place, smaller than a country."""
    place_within: float = 0.10
    """A place within a place."""
    place_country: float = 0.08
    """The same country."""
    actors: float = 0.20
    """All actors the same; in part as much as they weigh."""
    actors_differ: float = 0.10
    """Against: both name who took part, and name nobody in common."""
    doers: float = 0.25
    """Against: two states that each do it."""
    kind: float = 0.12
    """The same kind."""
    speaker: float = 0.25
    """A statement by the same speaker."""
    family: float = 0.06
    """Kinds that go together."""
    strangers: float = 0.40
    """Against: kinds that do not go together."""
    figures: float = 0.20
    """The same figures."""
    figures_differ: float = 0.10
    """Against: figures of one sort that lie far apart."""
    wording: float = 0.45
    """The same content words."""
    matter: float = 0.20
    """Reports that as a whole are about one matter."""


MERGE = MergeWeights()
"""Set by hand on 15 development articles (pairwise F1 .94, B-cubed F1 .98); growth and figures are
in `benchmarks/merging.md`."""

BACKGROUND_DAYS = 10
"""Days before publication after which an event is background: of the dated events of the
development gold, all that are marked background lie 14 days or more back, the others under 10."""

BODY_SENTENCES = 5
"""Sentences of a generated body at most: an entry is a summary, not the article again."""

BODY_SIMILAR = 0.5
"""Share of words from which two sentences say the same and one is enough."""

SEARCH_SHARE = 4_000
"""Pages in one share of the search index at most: a change indexes one share anew, and a word asks
for a file of each; figures are in `benchmarks/search.md`."""
