"""One page: each sort of mend in turn, and none that would change more than it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.check.mend.layout import body_spaced, ordered, spaced
from generator.check.mend.lists import lists
from generator.check.mend.nodes import Edit, edited
from generator.check.mend.quotes import quotes
from generator.check.mend.syntax import parsed
from generator.check.mend.values import values
from generator.check.subject import Texts
from generator.content.frontmatter import Document, RefusedError, Value, parse, split
from generator.content.schema import PAGES, SitePage
from generator.content.tree import kind_of

_NOTE = re.compile(r"(?m)(?:^|[ \t])#.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A page's text as it should be."""

    text: str
    """With plain line ends."""
    said: tuple[str, ...]
    """What was done, each with the field or line; empty where nothing was."""


def mend(path: str, text: str, texts: Texts) -> Mended:
    """Mend what has one right answer; `path` is the page's own under the content folder."""
    changed, said = parsed(text)
    model = PAGES.get(kind_of(path), SitePage)
    steps: list[Callable[[str, Document], tuple[list[Edit], list[str]]]] = [
        lambda front, document: values(front, document, model),
        lambda front, document: quotes(front, document, texts),
    ]
    if kind_of(path) == "entries":
        steps.append(lambda front, _: lists(front))
    for step in steps:
        changed = _stepped(changed, step, said)
    for name, lay in (("keys in order", _order), ("spacing", _spaces)):
        laid = lay(changed, list(model.model_fields))
        if laid != changed and _same(changed, laid):
            changed = laid
            said.append(name)
    return Mended(text=changed, said=tuple(said))


def _stepped(
    text: str, step: Callable[[str, Document], tuple[list[Edit], list[str]]], said: list[str]
) -> str:
    """Take a step whose edits change values; what it changes reads back, and comments stay."""
    parts = split(text)
    document = _read(text)
    if parts is None or document is None or not document.lines:
        return text
    front = parts[0]
    edits, words = step(front, document)
    start = text.index(front)
    changed = text[:start] + edited(front, edits) + text[start + len(front) :]
    again = _read(changed)
    if not edits or again is None or again.body != document.body:
        return text
    if sorted(_notes(edited(front, edits))) != sorted(_notes(front)):
        return text
    said.extend(words)
    return changed


def _order(text: str, keys: list[str]) -> str:
    parts, document = split(text), _read(text)
    if parts is None or document is None or not document.lines:
        return text
    front, _, first = parts
    start = text.index(front)
    return text[:start] + ordered(front, document, first, keys) + text[start + len(front) :]


def _spaces(text: str, _keys: list[str]) -> str:
    parts, document = split(text), _read(text)
    if document is None:
        return text
    if parts is None:
        return body_spaced(text)
    front, body, _ = parts
    start = text.index(front)
    close = text[start + len(front) : len(text) - len(body)]
    try:
        return text[:start] + spaced(front) + close + body_spaced(body)
    except yaml.YAMLError:
        return text


def _same(before: str, after: str) -> bool:
    """Whether two texts say the same, letter for letter but for white space and the order."""
    was, now = _read(before), _read(after)
    if was is None or now is None or sorted(_letters(before)) != sorted(_letters(after)):
        return False
    return _folded(was.meta) == _folded(now.meta) and was.body.split() == now.body.split()


def _letters(text: str) -> str:
    return "".join(text.split())


def _folded(value: Value) -> Value:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return {key: _folded(item) for key, item in value.items()}


def _notes(front: str) -> list[str]:
    return [note.strip() for note in _NOTE.findall(front)]


def _read(text: str) -> Document | None:
    try:
        return parse(text)
    except RefusedError:
        return None
