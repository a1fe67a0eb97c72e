"""Limits and thresholds, each with its unit and the evidence for it."""

from __future__ import annotations

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
