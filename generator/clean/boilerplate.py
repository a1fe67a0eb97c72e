"""Take boilerplate out of an article, and keep a list of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.clean import structure
from generator.clean.lines import Line, Zones, lines, zones
from generator.clean.rules import Where, whole_line, within
from generator.model import Article, Boilerplate

RULED_LINES = 1_000
"""Lines at either end that the rules look at, at 20 µs each; articles have under 300."""

_VISIBLE = re.compile(r"[^\n]")


def clean(article: Article) -> Article:
    """Return the article with boilerplate blanked, and its headline where it had none.

    Blanks are as long as what they stand for, so offsets into the text as read hold.
    """
    everything = lines(article.text)
    taken = _take(_ends(everything), Where.LINE)
    rest = _without(everything, taken)
    divided = zones(rest)
    taken |= _take(_ends(divided.head), Where.HEAD) | _take(_ends(divided.tail), Where.TAIL)
    divided = _zones_without(divided, taken)
    title = structure.title_line(divided) if article.title is None else None
    heading = article.title or (title.bare if title else None)
    taken |= dict.fromkeys(structure.repeats(divided, heading), "repeated headline")
    divided = _zones_without(divided, taken)
    taken |= dict.fromkeys(structure.teasers(divided, title), "teaser")
    taken |= dict.fromkeys(structure.widgets(divided, tuple(taken)), "widget")
    found = [_boilerplate(line.start, line.text, rule) for line, rule in taken.items()]
    text = _blank(article.text, found)
    inner = [_boilerplate(start, text[start:end], rule) for start, end, rule in within(text)]
    return replace(
        article,
        text=_blank(text, inner),
        title=heading,
        boilerplate=tuple(
            sorted((*article.boilerplate, *found, *inner), key=lambda item: (item.start, item.end))
        ),
    )


def _ends(found: tuple[Line, ...]) -> tuple[Line, ...]:
    if len(found) <= 2 * RULED_LINES:
        return found
    return found[:RULED_LINES] + found[-RULED_LINES:]


def _take(found: Iterable[Line], where: Where) -> dict[Line, str]:
    named = ((line, whole_line(line.text, where)) for line in found)
    return {line: rule for line, rule in named if rule is not None}


def _without(found: Iterable[Line], taken: dict[Line, str]) -> tuple[Line, ...]:
    return tuple(line for line in found if line not in taken)


def _zones_without(divided: Zones, taken: dict[Line, str]) -> Zones:
    return Zones(
        head=_without(divided.head, taken),
        story=_without(divided.story, taken),
        tail=_without(divided.tail, taken),
    )


def _boilerplate(start: int, text: str, rule: str) -> Boilerplate:
    return Boilerplate(start=start, end=start + len(text), text=text, rule=rule)


def _blank(text: str, found: Iterable[Boilerplate]) -> str:
    parts, at = [], 0
    for item in sorted(found, key=lambda item: item.start):
        parts += [text[at : item.start], _VISIBLE.sub(" ", text[item.start : item.end])]
        at = item.end
    return "".join([*parts, text[at:]])
