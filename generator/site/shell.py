"""The words around each page: the theme's own templates know them by `extra.interface`."""

from __future__ import annotations

from string import Formatter
from typing import Any

from babel.core import get_global

from generator.site.strings import Strings

_WAYS = {"front": ".", "topics": "topics/", "dates": "dates/"}
"""Where the page that stands in for a missing one leads."""
_SCHEMES = {": light": "shell.to_light", ": dark": "shell.to_dark"}
"""What a colour scheme is switched to by, by a part of its media query."""


_SUBSETS = {"Cyrl": ("latin", "cyrillic")}
"""Parts of the fonts that a page in a script needs at once; of other scripts there are none."""


def interface(say: Strings) -> dict[str, Any]:
    """Return the words above each page, and those of the page that stands in for a missing one."""
    about = Formatter().parse(str(say.table["shell.missing_about"]))
    words = {
        name: say.text(f"shell.{name}")
        for name in ("logo", "made_with", "missing", "search", "skip")
    }
    return words | {
        "fonts": list(_SUBSETS.get(_script(say.language), ("latin",))),
        "missing_about": [
            {"before": before, "path": _WAYS.get(name or ""), "words": linked}
            for before, name, linked, _ in about
        ],
    }


def _script(language: str) -> str:
    likely = get_global("likely_subtags").get(language.partition("-")[0], "")
    return next(iter(likely.split("_")[1:2]), "")


def name_toggles(palette: object, say: Strings) -> None:
    """Give the switches between colour schemes, each to the next one, the names they lack."""
    if not isinstance(palette, list):
        return
    for option, following in zip(palette, [*palette[1:], *palette[:1]], strict=True):
        media = str(following.get("media") or "")
        key = next((key for part, key in _SCHEMES.items() if part in media), "shell.to_system")
        if isinstance(option.get("toggle"), dict):
            option["toggle"].setdefault("name", say.text(key))
