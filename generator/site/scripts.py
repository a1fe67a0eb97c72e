"""The words that the browser's code shows: one small file, loaded when a reader asks for more."""

from __future__ import annotations

from generator import edtf
from generator.site.data.files import DataFile
from generator.site.jsontext import json_file
from generator.site.strings import Strings

PATH = "assets/strings.json"
"""Where it stands; a site has one language."""
GROUPS = ("count", "explore", "facet", "kind", "order", "search", "status")
"""The groups of strings that the browser's code asks for."""


def browser_file(say: Strings, told: str) -> DataFile:
    """Return the strings by key, the locale of numbers and plurals, and the content's language."""
    shown = {f"{group}.{key}": said for group in GROUPS for key, said in say.group(group).items()}
    shown["date.unknown"] = say.text("date.unknown")
    locale = edtf.locale(say.language).replace("_", "-")
    return DataFile(path=PATH, content=json_file({"locale": locale, "told": told, "said": shown}))
