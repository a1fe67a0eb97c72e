"""Facts that a web page states of itself: JSON-LD, meta elements, marked times, its address.

Only a date that stands there as a full calendar day counts. Tools that search the whole page for
a likely date complete months to days and take the dates of events; these values are not used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape

from lxml.html import HtmlElement

from generator.lexicons import table
from generator.model import Publication
from generator.read.dates import given as date_given
from generator.read.dates import in_address
from generator.read.facts import Facts
from generator.read.given import Given, is_address, language, one_line

OBJECTS = 500
"""Objects looked at in a page's JSON-LD; pages of the press have under fifty."""

_KINDS = re.compile(r"(?:.*Article|Report|.*BlogPosting|LiveBlogPosting|.*NewsPosting)")
_SUFFIX = re.compile(r"\s[|–—-]\s[^|–—]{1,40}$")


def metadata(tree: HtmlElement) -> Facts:
    """Return what a page says of itself, the most explicit statement first."""
    return _json_ld(tree).over(_meta(tree)).over(_marked(tree)).over(_page(tree))


def _json_ld(tree: HtmlElement) -> Facts:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for item in _objects(script.text or ""):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _KINDS.fullmatch(kind) for kind in kinds):
                # Nobody can mend another's page, so what is wrong with it is left unsaid.
                facts = Given(path="", origin="metadata").facts(_article(item))
                return replace(facts, title=one_line(unescape(facts.title or "")))
    return Facts()


def _article(item: Mapping[str, object]) -> dict[str, object]:
    keys = ("headline", "datePublished", "author", "publisher", "url", "inLanguage")
    return {key: item[key] for key in keys if key in item}


def _objects(source: str) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a JSON-LD script, nested ones after their holders."""
    try:
        waiting: list[object] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < OBJECTS:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting[:0] = item[:OBJECTS]
        elif isinstance(item, dict):
            yield item
            waiting += [value for value in item.values() if isinstance(value, dict | list)]


def _meta(tree: HtmlElement) -> Facts:
    keys = {row[0]: row[1] for row in table("html_metadata")}
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        fact, content = keys.get(name.lower()), element.get("content") or ""
        if fact and content.strip():
            found.setdefault(fact, []).append(content)
    return Facts(
        title=_first(found, "title"),
        byline=_first(found, "byline", addresses=False),
        publisher=_first(found, "publisher", addresses=False),
        url=next(filter(is_address, found.get("url", [])), None),
        language=language((found.get("language") or [""])[0]),
        published=next(filter(None, map(_publication, found.get("published", []))), None),
    )


def _first(found: Mapping[str, list[str]], fact: str, *, addresses: bool = True) -> str | None:
    values = (value for value in found.get(fact, []) if addresses or not is_address(value))
    return one_line(next(values, ""))


def _publication(value: str) -> Publication | None:
    found = date_given(value)
    if found is None:
        return None
    return Publication(date=found.date, evidence=value.strip()[:100], origin="metadata")


def _marked(tree: HtmlElement) -> Facts:
    """Read times marked as the publication's, or the only time that a page marks."""
    stated, every = [], []
    for element in tree.iter("time"):
        value = element.get("datetime") or element.text_content()
        every.append(value)
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            stated.append(value)
    days = [day for day in map(_publication, stated or every) if day]
    sole = len({day.date for day in days}) == 1
    return Facts(published=days[0] if days and (stated or sole) else None)


def _page(tree: HtmlElement) -> Facts:
    canonical = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    url = next((href for href in canonical if href and is_address(href)), None)
    found = in_address(url)
    return Facts(
        title=_title(tree),
        url=url,
        language=language(tree.get("lang") or ""),
        published=Publication(date=found.date, evidence=found.words, origin="metadata")
        if found
        else None,
    )


def _title(tree: HtmlElement) -> str | None:
    headings = [one_line(heading.text_content()) for heading in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    titles = (one_line(title.text_content()) for title in tree.iter("title"))
    title = next(titles, None)
    return _SUFFIX.sub("", title) if title else None
