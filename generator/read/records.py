"""JSON: one object an article. Lines of JSON and rows of tables are read by the same rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from generator.errors import Finding
from generator.read.decode import normalise
from generator.read.facts import Draft
from generator.read.findings import BAD_RECORD, EMPTY, finding
from generator.read.given import Given
from generator.read.header import header
from generator.read.markup import story

LISTS = ("articles", "items", "documents", "results", "data")
"""Keys of an object that holds a list of articles."""

TEXT_KEYS = ("text", "body", "content", "articlebody", "maintext")

_HTML = re.compile(r"<(?:p|div|br|article|body|html|h[1-6]|ul|section)\b", re.IGNORECASE)

Outcome = Draft | Finding


def from_json(source: str, path: str) -> Iterator[Outcome]:
    """Yield the articles of a JSON file: one object, a list, or an object with a list."""
    value = parse(source, path, 0)
    if isinstance(value, Finding):
        yield value
        return
    if isinstance(value, Mapping):
        held = next((value[key] for key in LISTS if isinstance(value.get(key), list)), None)
        value = held if held is not None and not _holds_text(value) else [value]
    if not isinstance(value, list):
        yield finding(path, BAD_RECORD, "this is neither an object nor a list of objects")
        return
    for item in value:
        yield record(item, path, 0)


def parse(source: str, path: str, line: int) -> object:
    """Return the value of a JSON text, or a finding."""
    try:
        value: object = json.loads(source)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg}"
        return finding(path, BAD_RECORD, message, line=line or error.lineno)
    except (ValueError, RecursionError) as error:
        return finding(path, BAD_RECORD, f"this JSON cannot be read: {error}", line=line)
    return value


def record(value: object, path: str, line: int) -> Outcome:
    """Make an article of an object."""
    if not isinstance(value, Mapping):
        return finding(path, BAD_RECORD, "this is not an object", line=line)
    given = Given(path=path, origin="metadata", line=line)
    chosen = given.chosen(value)
    text = chosen.get("text", ("", None))[1]
    if not isinstance(text, str):
        return finding(path, BAD_RECORD, "this object has no `text`", line=line)
    text = normalise(story(text) if _HTML.search(text[:5000]) else text)
    if not text.strip():
        return finding(path, EMPTY, "the article's text is empty", line=line)
    facts = given.facts(value).over(header(text))
    return Draft(
        text=text,
        facts=facts,
        name=name_of(value.get("id")),
        line=line,
        findings=tuple(given.findings),
    )


def name_of(value: object) -> str | None:
    """Return the id that a record gives itself, where it is text or a number."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    try:
        return str(value)[:500].strip() or None
    except ValueError:  # a number of more digits than Python writes out
        return None


def _holds_text(value: Mapping[str, object]) -> bool:
    return any(isinstance(value.get(key), str) for key in TEXT_KEYS)
