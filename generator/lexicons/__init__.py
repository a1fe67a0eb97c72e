"""Knowledge of language and news as data: one item a line, sorted, `#` begins a comment line.

Files under `en/` hold what is said of English; files beside this one hold for any language. Under
`interface/` is what the site says of itself, one file for each language of its readers, and under
`form/` what its form says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Said = str | Mapping[str, str]
"""One string of the interface: text, or a text for each plural category of CLDR."""


def _text(name: str) -> str:
    return files(__name__).joinpath(*name.split("/")).read_text(encoding="utf-8")


def _tree(name: str) -> dict[str, Any]:
    import yaml  # here because few commands need it

    # A base loader makes no value but text, lists and mappings: `no` stays a word.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # ten times as fast where it is there
    read: dict[str, Any] = yaml.load(_text(name), Loader=loader)  # noqa: S506
    return read


def _read(name: str) -> tuple[str, ...]:
    lines = _text(name).splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the items of `NAME.txt`, for example `lines("en/reporting_verbs")`."""
    return tuple(line.strip() for line in _read(f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `NAME.tsv`, for example `table("en/months")`."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in _read(f"{name}.tsv"))


@cache
def interface(language: str) -> Mapping[str, Said]:
    """Return the strings of the interface: `interface("en")["page.topics"]`."""
    groups = _tree(f"interface/{language}.yml")
    return {f"{group}.{key}": said for group, of in groups.items() for key, said in of.items()}


@cache
def form(language: str) -> Mapping[str, Any]:
    """Return the words of the form at `/admin/`, by kind of page and field."""
    return _tree(f"form/{language}.yml")


@cache
def interfaces() -> tuple[str, ...]:
    """Return the languages that the interface can speak, in the order of their tags."""
    found = (file.name for file in files(__name__).joinpath("interface").iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in found if name.endswith(".yml")))


def spoken(language: str) -> str | None:
    """Return whose table has a language: of `pt-BR` its own, or that of `pt`; None without one."""
    tags = (language, language.partition("-")[0])
    return next((tag for tag in tags if tag in interfaces()), None)
