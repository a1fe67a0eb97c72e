"""Facts that someone wrote down as keys and values: sidecars, front matter, JSON records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from urllib.parse import urlsplit

from generator.errors import Finding
from generator.lexicons import table
from generator.model import Publication
from generator.read.dates import given as date_given
from generator.read.decode import normalise
from generator.read.facts import Facts
from generator.read.findings import BAD_DATE, BAD_VALUE, UNKNOWN_KEY, finding

VALUE_LIMIT = 500
"""Characters of a title, byline or name; the longest headline of the sample has 117."""

URL_LIMIT = 2_000
"""Characters of an address, which is what browsers and servers take."""

OTHER_KEYS = ("note", "notes", "license", "licence", "layout", "tags", "categories", "description")
"""Keys that an article may carry and that tell nothing of its publication."""

_JOIN = re.compile(r"[^a-z0-9]")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].{0,20})?")


@dataclass(slots=True, kw_only=True)
class Given:
    """The keys and values of one source, and what was found wrong with them."""

    path: str
    """The file, as findings name it."""
    origin: str
    """`sidecar`, `front matter` or `metadata`."""
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key, where known."""
    source: tuple[str, ...] = ()
    """The file's lines, so that a date can be shown as it was written."""
    findings: list[Finding] = field(default_factory=list)

    def facts(self, values: Mapping[str, object]) -> Facts:
        """Turn values into facts; what cannot be used is a finding and stays unknown."""
        chosen = self.chosen(values)
        return Facts(
            title=_text(chosen, "title"),
            byline=_text(chosen, "byline"),
            publisher=_text(chosen, "publisher"),
            url=self._url(chosen, "url"),
            archive=self._url(chosen, "archive"),
            language=_language(chosen),
            published=self._published(chosen),
        )

    def chosen(self, values: Mapping[str, object]) -> dict[str, tuple[str, object]]:
        """Pick, for each fact, the key that gives it: its own name first, then by alphabet."""
        found: dict[str, tuple[str, object]] = {}
        keys = _keys()
        for key in sorted(values, key=lambda key: (key not in keys.values(), key)):
            fact = keys.get(_JOIN.sub("", key.lower()))
            if fact and fact not in found and values[key] not in ("", None, [], {}):
                found[fact] = (key, values[key])
        return found

    def unknown(self, values: Mapping[str, object], *, strict: bool) -> None:
        """Report keys that nothing is read from: in a sidecar all, elsewhere likely slips."""
        names = sorted({*_keys().values()} - {"id", "text"})
        for key in values:
            if _JOIN.sub("", key.lower()) in _keys() or key.lower() in OTHER_KEYS:
                continue
            near = get_close_matches(key.lower()[:40], names, n=1, cutoff=0.8)
            if near or strict:
                fix = f"Write `{near[0]}`." if near else f"Known keys: {', '.join(names)}, note."
                self._report(UNKNOWN_KEY, f"{key[:60]!r} is not a known key", key, fix)

    def _published(self, chosen: Mapping[str, tuple[str, object]]) -> Publication | None:
        key, value = chosen.get("published", ("", None))
        if value is None:
            return None
        text = str(value)[:200] if isinstance(value, str | int | float) else ""
        found = date_given(text)
        if found is None:
            fix = "Write `published: YYYY-MM-DD`."
            self._report(BAD_DATE, f"{text[:60]!r} is not a calendar day", key, fix)
            return None
        return Publication(date=found.date, evidence=self._evidence(key, text), origin=self.origin)

    def _evidence(self, key: str, text: str) -> str:
        at = self.lines.get(key, 0)
        shown = self.source[at - 1].strip() if 0 < at <= len(self.source) else ""
        return shown[:200] if key in shown else f"{key}: {text}"

    def _url(self, chosen: Mapping[str, tuple[str, object]], name: str) -> str | None:
        key, value = chosen.get(name, ("", None))
        if value is None:
            return None
        text = str(value).strip()
        if is_address(text):
            return text
        self._report(BAD_VALUE, f"{text[:60]!r} is not a web address", key)
        return None

    def _report(self, code: str, message: str, key: str, fix: str = "") -> None:
        line = self.lines.get(key, self.line)
        self.findings.append(finding(self.path, code, message, line=line, field=key[:60], fix=fix))


def is_address(text: str) -> bool:
    """Whether this is a plain http or https address."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = len(text) <= URL_LIMIT and not re.search(r"[\s\\<>\"\x00-\x1f\ud800-\udfff]", text)
    return (
        plain and parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    )


def is_key(name: str) -> bool:
    """Whether something is read from what bears this name."""
    return _JOIN.sub("", name.lower()) in _keys()


@cache
def _keys() -> dict[str, str]:
    return {row[0]: row[1] for row in table("article_keys")}


def _text(chosen: Mapping[str, tuple[str, object]], name: str) -> str | None:
    return one_line(named(chosen.get(name, ("", None))[1]))


def named(value: object) -> str:
    """Return the text of a value: a string, an object with a name, or several of these."""
    items = value[:20] if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(_named, items)))


def _named(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    return value if isinstance(value, str) else ""


def one_line(text: str) -> str | None:
    """Return a value on one line, without what does not belong in text; None for nothing."""
    return " ".join(normalise(text[: 2 * VALUE_LIMIT]).split())[:VALUE_LIMIT] or None


def _language(chosen: Mapping[str, tuple[str, object]]) -> str | None:
    return language(named(chosen.get("language", ("", None))[1]))


def language(tag: str) -> str | None:
    """Return the language of a tag: `en-GB` → `en`."""
    match = _LANGUAGE.fullmatch(tag.strip())
    return match[1].lower() if match else None
