"""What the search finds a page by, read from the page that was built.

Pages say it in Pagefind's attributes, which any index can read: `data-pagefind-body`, `-ignore`,
`-weight`, `-meta`, `-filter`.
"""

from __future__ import annotations

import re

from lxml import etree

from generator.site.search.found import BODY, Found

_INLINE = frozenset(
    "a abbr b bdi cite code em i mark q s small span strong sub sup time u".split()  # noqa: SIM905
)
_LEFT_OUT = frozenset(("h1", "script", "style", "svg", "template"))
_TELLING = ("h1", "span")
"""What tells of a page beside its text."""
_UNREAD = re.compile(
    rb"<(svg|script)\b[^<]*(?:<(?!/\1>)[^<]*)*</\1>"
    rb"|<(details|div|section)\b[^<>]*\bdata-pagefind-ignore\b[^<>]*>"
    rb"(?P<within>[^<]*(?:<(?!/\2>)[^<]*)*)</\2>"
)
"""Stretches of which nothing is read: two thirds of a page."""
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def read(html: bytes) -> Found | None:
    """Return what a page is found by; None where it is not to be found."""
    at = html.find(BODY)
    if at < 0:
        return None
    end = html.find(b"</article>", at)
    part = html[html.rfind(b"<", 0, at) : end if end > 0 else len(html)]
    root = etree.fromstring(_UNREAD.sub(_left_out, part), _PARSER)
    body = next(each for each in root.iter() if each.get(BODY.decode()) is not None)
    reading = _Reading()
    for element in body.iter(*_TELLING):
        reading.note(element)
    reading.walk(body, 1.0)
    reading.close()
    found = reading.found
    found.facets = list(dict.fromkeys(found.facets))
    return found


def _left_out(found: re.Match[bytes]) -> bytes:
    """Return the end of a block in place of a stretch, unless that may end later or tells more."""
    tag, within = found[2], found["within"]
    holds = tag is not None and (b"<" + tag in within or b"data-pagefind-" in within)
    return found[0] if holds else b"<hr>"


class _Reading:
    """Gathers text between blocks; text of one weight is one part."""

    def __init__(self) -> None:
        self.found = Found()
        self._held: list[str] = []
        self._weight = 1.0

    def note(self, element: etree._Element) -> None:
        """Take what is told of the page beside its text."""
        if element.tag == "h1" and not self.found.title:
            self.found.title = _text(element)
        facet, told = element.get("data-pagefind-filter"), element.get("data-pagefind-meta")
        if facet:
            self.found.facets.append(f"{facet}:{_text(element)}")
        if told == "date":
            self.found.date = _text(element)
        elif told == "differ":
            self.found.differ = True

    def walk(self, element: etree._Element, weight: float) -> None:
        """Take the text of an element, but of those in it that are left out."""
        if not _is_inline(element):
            self.close()
        self._take(element.text, weight)
        for child in element:
            within = _weight(child, weight)
            if within:
                self.walk(child, within)
            elif not _is_inline(child):
                self.close()
            self._take(child.tail, weight)
        if not _is_inline(element):
            self.close()

    def close(self) -> None:
        """End a block."""
        self.found.say(self._weight, "".join(self._held))
        self._held.clear()

    def _take(self, text: str | None, weight: float) -> None:
        if not text:
            return
        if weight != self._weight:
            self.close()
            self._weight = weight
        self._held.append(text)


def _is_inline(element: etree._Element) -> bool:
    return element.tag in _INLINE


def _weight(element: etree._Element, weight: float) -> float:
    """Return how much the words of an element count; nothing where they are left out."""
    if element.tag in _LEFT_OUT or element.get("data-pagefind-ignore") is not None:
        return 0.0
    return float(element.get("data-pagefind-weight", weight))


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
