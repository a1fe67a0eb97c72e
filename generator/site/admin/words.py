"""What the form says, in the language of the site: `generator/lexicons/form/`, one table each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator import lexicons
from generator.site.strings import MODEL


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    table: Mapping[str, Any]
    """By kind of page, `options` and `phrases`."""

    def page(self, name: str) -> Mapping[str, str]:
        """Return what a collection is called: `label`, `singular`, `hint`."""
        return {key: said for key, said in self.table[name].items() if key != "fields"}

    def field(self, path: str) -> Mapping[str, str]:
        """Return what is said of a field: `entries.sources.url`."""
        page, _, field = path.partition(".")
        said: Mapping[str, str] = self.table[page]["fields"][field]
        return said

    def option(self, value: str) -> str:
        """Say one of a field's values."""
        return str(self.table["options"][value])

    def phrases(self) -> Mapping[str, str]:
        """Return what the CMS says otherwise than by itself, by its own keys."""
        said: Mapping[str, str] = self.table["phrases"]
        return said


@cache
def words(language: str) -> Words:
    """Return the words of a language: of `pt-BR`, or of `pt` where there are none of its own."""
    return Words(lexicons.form(lexicons.spoken(language) or MODEL))
