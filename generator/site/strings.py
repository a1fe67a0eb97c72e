"""What the site says of itself, in the language of its readers: one table for each language.

The tables are in `generator/lexicons/interface/`. A key that is missing stops the build.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import Formatter

from babel.core import Locale
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from generator import edtf
from generator.errors import UsageError
from generator.lexicons import Said, interface, interfaces, spoken

MODEL = "en"
"""The language whose table has every key."""


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """The strings of one language."""

    language: str
    """`theme.language`: `uk`, `pt-BR`."""
    table: Mapping[str, Said]
    """Key, as in `page.topics`, and what it says."""

    def text(self, key: str, /, **values: object) -> str:
        """Say a string with its values; of a plural, the form for `n`.

        It is HTML, all else in it escaped, where a value is; text without one.
        """
        said = self.table[key]
        if isinstance(said, str):
            if not values:
                return said.format()
        else:
            said = said[plural(self.language, values["n"])]
        shown = {
            name: self.number(value) if isinstance(value, (int, float)) else value
            for name, value in values.items()
        }
        if any(hasattr(value, "__html__") for value in shown.values()):
            return escape(said).format(**shown)
        return said.format(**shown)

    def label(self, group: str, name: str, otherwise: str) -> str:
        """Say what a name of the schema or a lexicon is called, where the table has it."""
        said = self.table.get(f"{group}.{name}", otherwise)
        return said if isinstance(said, str) else otherwise

    def group(self, name: str) -> Mapping[str, Said]:
        """Return the strings of a group by the rest of their keys."""
        start = f"{name}."
        return {
            key.removeprefix(start): of for key, of in self.table.items() if key.startswith(start)
        }

    def number(self, value: float, pattern: str | None = None) -> str:
        """Say a number with the signs of the language: `1,234.5`, `1 234,5`."""
        return _number(self.language, value, pattern)


@dataclass(frozen=True, slots=True)
class Anchor:
    """An address that a string makes a link of: `see the {page:list of topics}`."""

    address: str

    def __html__(self) -> str:
        """Say that it is HTML."""
        return escape(self.address)

    def __html_format__(self, words: str) -> Markup:
        """Return the link with its words, which are escaped with the string that has them."""
        return Markup('<a href="{}">{}</a>').format(self.address, Markup(words))  # noqa: S704


@cache
def strings(language: str) -> Strings:
    """Return the strings of a language: of `pt-BR`, or of `pt` where there are none of its own.

    Raises:
        UsageError: there is no such table, or it is not complete.

    """
    tag = spoken(language)
    if tag is None:
        known = ", ".join(interfaces())
        raise UsageError(
            f"the interface does not speak {language!r}; theme.language can be {known}"
        )
    wrong = faults(tag)
    if wrong:
        raise UsageError(f"the interface is not complete in {tag!r}: {wrong[0]}")
    return Strings(language=language, table=interface(tag))


def faults(language: str) -> tuple[str, ...]:
    """Return what a table lacks or has too much of, beside the English one."""
    table, model = interface(language), interface(MODEL)
    found = [f"{key} is missing" for key in sorted(model.keys() - table.keys())]
    found += [f"{key} is not asked for" for key in sorted(table.keys() - model.keys())]
    for key in sorted(table.keys() & model.keys()):
        mine, theirs = table[key], model[key]
        if isinstance(mine, str) is not isinstance(theirs, str):
            found.append(f"{key} is a plural in one of the two")
        elif not isinstance(mine, str) and set(mine) != categories(language):
            found.append(f"{key} needs {', '.join(sorted(categories(language)))}")
        if placeholders(mine) != placeholders(theirs):
            found.append(f"{key} has other placeholders")
    return tuple(found)


def placeholders(said: Said) -> frozenset[str]:
    """Return the names that a string is filled in with."""
    texts = [said] if isinstance(said, str) else list(said.values())
    return frozenset(name for text in texts for _, name, _, _ in Formatter().parse(text) if name)


def categories(language: str) -> frozenset[str]:
    """Return the plural categories of a language."""
    return frozenset(_locale(language).plural_form.tags) | {"other"}


@lru_cache(maxsize=65_536)
def plural(language: str, number: float) -> str:
    """Return the plural category of a number: `few`."""
    return _locale(language).plural_form(number)


@lru_cache(maxsize=65_536)
def _number(language: str, value: float, pattern: str | None) -> str:
    # Without a pattern no digit is rounded away.
    rounded = pattern is not None
    return format_decimal(value, pattern, _locale(language), decimal_quantization=rounded)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(edtf.locale(language))
