"""What the search in the browser needs: names, words for typing mistakes, and the full text.

The full text is an index of our own, in shares by time. Pagefind's, one or several that are merged
in the browser, fetches a list of all pages before it answers, 8 bytes for each: the measured
comparison is in `benchmarks/search.md`. `making`, which makes it, is loaded when it is needed.
"""

from __future__ import annotations

from generator.site.search.facets import Facets, facets, first_day
from generator.site.search.files import search_files

__all__ = ["Facets", "facets", "first_day", "search_files"]
