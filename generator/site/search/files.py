"""Names, in the file that the search loads as one types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.site import addresses
from generator.site.catalogue import Catalogue
from generator.site.data.files import LaterFile
from generator.site.jsontext import json_compact
from generator.site.options import Options
from generator.site.rendering import Rendering
from generator.site.spellings import plain_spellings
from generator.site.text import plain

NAMES = "search/names.json"
_LETTERS = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[\u0300-\u036f]+")


def search_files(site: Rendering) -> Iterator[LaterFile]:
    """Yield the names of actors, places and topics."""
    shown = site.catalogue
    indexes = (shown.by_actor, shown.by_place, shown.by_topic)
    numbers = [sorted((key, len(found)) for key, found in index.items()) for index in indexes]
    yield LaterFile(
        path=NAMES,
        made_from=site.kept.key((NAMES, site.prints.names, numbers)).hex(),
        make=lambda: json_compact(list(_names(shown, site.options))),
    )


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


def _folded(text: str) -> str:
    return _MARK.sub("", unicodedata.normalize("NFKD", text)).lower()
