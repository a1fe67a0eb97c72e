"""What the search in the browser needs: names, words for typing mistakes, and the full text.

Pagefind indexes the full text: it is static, sharded, and has filters and an order. It knows no
other spelling and no mistake, so names and words have small files of their own.
"""

from __future__ import annotations

from generator.site.search.facets import EVERY, Facets, facets
from generator.site.search.files import search_files
from generator.site.search.pagefind import FOLDER, index, index_changed

__all__ = ["EVERY", "FOLDER", "Facets", "facets", "index", "index_changed", "search_files"]
