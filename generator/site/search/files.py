"""Names and words, in the files that the search loads as one types."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase

from generator.site import addresses
from generator.site.catalogue import Catalogue
from generator.site.data.files import DataFile
from generator.site.options import Options
from generator.site.search.facets import facets
from generator.site.spellings import plain_spellings
from generator.site.text import plain

_WORD = re.compile(r"[^\W\d_]{4,40}")
_LETTERS = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[\u0300-\u036f]+")


def search_files(catalogue: Catalogue, options: Options) -> Iterator[DataFile]:
    """Yield the names of actors, places and topics, the extent of all, and the words of all."""
    rows = list(_names(catalogue, options))
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    yield DataFile(path="search/names.json", content=text.encode())
    yield DataFile(path="search/extent.json", content=json.dumps(_extent(catalogue)).encode())
    words = sorted(_words(catalogue).items(), key=lambda item: (-item[1], item[0]))
    for letter in ascii_lowercase:
        begin = [word for word, _ in words if word[0] == letter]
        end = [word for word, _ in words if word[-1] == letter]
        for key, chosen in ((letter, begin), (f"-{letter}", end)):
            yield DataFile(path=f"search/words/{key}.txt", content="\n".join(chosen).encode())


def _names(catalogue: Catalogue, options: Options) -> Iterator[list[object]]:
    """Yield facet, id, name, address, number of entries and other names of each.

    The browser takes marks off letters itself; spellings that it would not find so are added.
    """
    kinds = (
        ("actor", catalogue.actors, addresses.actor, catalogue.by_actor),
        ("place", catalogue.places, addresses.place, catalogue.by_place),
        ("topic", catalogue.topics, addresses.topic, catalogue.by_topic),
    )
    for facet, pages, path, entries in kinds:
        for key, page in pages.items():
            name = plain(page.meta.name)
            others = [plain(alias) for alias in getattr(page.meta, "aliases", ())]
            known = set(_LETTERS.findall(_folded(" ".join([name, *others]))))
            others += (s for s in plain_spellings([name, *others]) if s.lower() not in known)
            address = addresses.url(path(key), directories=options.directories)
            yield [facet, key, name, address, len(entries.get(key, ())), others]


def _extent(catalogue: Catalogue) -> dict[str, object]:
    """Return how many entries there are, and the months in which they can lie."""
    values = {value for entry in catalogue.entries for value in facets(catalogue, entry).values}
    months = sorted(value for facet, value in values if facet == "month")
    return {"entries": len(catalogue.entries), "months": months}


def _words(catalogue: Catalogue) -> Counter[str]:
    """Count the words of titles, bodies and quotes, folded as the browser folds them."""
    found: Counter[str] = Counter()
    for entry in catalogue.entries:
        quotes = (quote.exact for source in entry.meta.sources for quote in source.quotes)
        for text in (entry.meta.title, entry.body, *quotes):
            found.update(_WORD.findall(_folded(text)))
    return found


def _folded(text: str) -> str:
    return _MARK.sub("", unicodedata.normalize("NFKD", text)).lower()
