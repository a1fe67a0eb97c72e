"""Read a page strictly: front matter as text, lists and mappings, and the body as text.

The parser's events are read one at a time and nothing is built from what is refused: aliases,
anchors, tags, directives, duplicate keys, deep or large structures. libyaml's event reader keeps
its state on the heap and looks ahead by 1,024 characters at most, so that 64 kB of `[` cost some
milliseconds; it is only the recursive *loader* over it that such a file kills.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from generator.errors import Finding
from generator.lexicons import table
from generator.settings import (
    BODY_LIMIT,
    FRONT_MATTER_DEPTH,
    FRONT_MATTER_LIMIT,
    FRONT_MATTER_NODES,
    PAGE_LIMIT,
)

Value = str | list["Value"] | dict[str, "Value"]
"""What front matter is made of, once read: every scalar is text."""

_Event = Any  # PyYAML's events have no types that strict mode can read
LOADER: Any = (
    yaml.cyaml.CParser  # type: ignore[attr-defined]  # the stubs do not export it
    if yaml.__with_libyaml__
    else yaml.SafeLoader
)
"""What turns front matter into events, by libyaml where it is there."""
_BOUNDARY: re.Pattern[str] = YAMLHandler.FM_BOUNDARY
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text needs: C0 and C1 controls but tab and line ends, halves of pairs."""
_BREAK = re.compile("[\x85\u2028\u2029\ufeff]")
"""Characters that end a line for one YAML reader and not for the next; to be escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page as read."""

    meta: dict[str, Value]
    """Front matter; empty where there is none."""
    body: str
    """Markdown, without the blank lines around it."""
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each key and item, 1-based: `sources.0.quotes.1` → 14."""
    start: int = 1
    """The line that the body begins on."""


class RefusedError(ValueError):
    """A page that is not read, with the finding that says why."""

    def __init__(self, code: str, message: str, fix: str, line: int = 0, key: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.fix, self.line, self.key = code, message, fix, line, key

    def finding(self, path: str) -> Finding:
        """Say it of a file."""
        return Finding(path, self.line, self.key, self.code, self.message, self.fix)


def read(path: Path, name: str) -> Document | Finding:
    """Read a page's file; `name` is its path in findings."""
    raw = opened(path, name)
    return raw if isinstance(raw, Finding) else document(raw, name)


def document(raw: bytes, name: str) -> Document | Finding:
    """Read what a page's file holds."""
    try:
        return parse(text_of(raw))
    except RefusedError as refused:
        return refused.finding(name)


def opened(path: Path | str, name: str) -> bytes | Finding:
    """Return what a page's file holds, no more of it than tells that it is too much."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- a `Path` costs half as much
            return file.read(PAGE_LIMIT + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Finding(name, 0, "", "E001", f"the file cannot be read: {reason}", "")


def decode(path: Path) -> str:
    """Return the text of a page's file with plain line ends."""
    with path.open("rb") as file:
        return text_of(file.read(PAGE_LIMIT + 1))


def text_of(raw: bytes) -> str:
    """Return a page's text with plain line ends; raise RefusedError for what is none."""
    if len(raw) > PAGE_LIMIT:
        raise RefusedError(
            "E003", f"the page is longer than {PAGE_LIMIT:,} bytes", "Cut it, or divide it."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RefusedError("E001", "the file is not UTF-8", "Save it as UTF-8.", line) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split(text: str) -> tuple[str, str, int] | None:
    """Cut a page into front matter, what follows it, and the line the former begins on."""
    first = _BOUNDARY.match(text)
    second = _BOUNDARY.search(text, first.end()) if first else None
    if first is None or second is None:
        return None
    start = first.end()
    return text[start : second.start()], text[second.end() :], text.count("\n", 0, start) + 1


def parse(text: str) -> Document:
    """Read a page's text; raise RefusedError with the first thing that is wrong."""
    _refuse_character(_CONTROL.search(text), text, 1)
    parts = split(text)
    if parts is None:
        if _BOUNDARY.match(text):
            raise RefusedError("E002", "the front matter has no end", "Close it with `---`.", 1)
        return Document(meta={}, body=_bounded(text))
    front, body, line = parts
    if len(front.encode()) > FRONT_MATTER_LIMIT:
        message = f"the front matter is longer than {FRONT_MATTER_LIMIT:,} bytes"
        raise RefusedError("E003", message, "Cut it, or divide the page.", line)
    _refuse_character(_BREAK.search(front), front, line)
    reader = _Reader(front, line)
    blank = len(body) - len(body.lstrip())
    start = text.count("\n", 0, len(text) - len(body) + blank) + 1
    meta = reader.document()
    return Document(meta=meta, body=_bounded(body), lines=reader.lines, start=start)


def _bounded(body: str) -> str:
    bare = body.strip()
    if len(bare.encode()) > BODY_LIMIT:
        raise RefusedError("E003", f"the body is longer than {BODY_LIMIT:,} bytes", "Divide it.")
    return bare


def _plainer(problem: str) -> tuple[str, str]:
    """Return what is likely wrong, and what to write instead, for what libyaml says."""
    for said, meant, fix in table("yaml_problems"):
        if said in problem:
            return meant, fix
    return problem, "Quote a value that begins with a mark or holds `: ` or ` #`; indent by spaces."


def _refuse_character(found: re.Match[str] | None, text: str, first: int) -> None:
    if found:
        line = text.count("\n", 0, found.start()) + first
        shown = f"the character U+{ord(found.group()):04X} does not belong in text"
        raise RefusedError("E009", shown, "Take it away.", line)


class _Reader:
    """Builds the mapping from the parser's events, refusing what is not plain."""

    def __init__(self, text: str, line: int) -> None:
        self._text = text
        self._parser: Any = None
        self._line = line
        self._depth = 0
        self._nodes = 0
        self.lines: dict[str, int] = {}

    def document(self) -> dict[str, Value]:
        """Return the front matter's one mapping."""
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return {}
        if start.version or start.tags:
            raise self._refuse(start, "E005", "a directive (`%…`)", "Take it away.")
        root = self._next()
        if isinstance(root, yaml.ScalarEvent) and root.value == "":
            return {}
        if not isinstance(root, yaml.MappingStartEvent):
            fix = "Write keys and values: `title: …`."
            raise self._refuse(root, "E008", "front matter without keys", fix)
        meta = self._mapping(root, "")
        self._next()
        if not isinstance(self._next(), yaml.StreamEndEvent):
            raise RefusedError("E005", "the front matter holds a second document", "Take it away.")
        return meta

    def _next(self) -> _Event:
        try:
            self._parser = self._parser or LOADER(self._text)
            return self._parser.get_event()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem, fix = _plainer(error.problem or error.context or "a mark does not fit")
            message = f"the front matter is not YAML: {problem}"
            line = self._line + mark.line if mark else 0
            raise RefusedError("E004", message, fix, line) from error
        except yaml.YAMLError as error:
            message = f"the front matter is not YAML: {error}"
            raise RefusedError("E004", message, "", self._line) from error

    def _refuse(self, event: _Event, code: str, what: str, fix: str, key: str = "") -> RefusedError:
        line = self._line + event.start_mark.line
        return RefusedError(code, f"{what} is not allowed here", fix, line, key)

    def _value(self, event: _Event, key: str) -> Value:
        self._nodes += 1
        if self._nodes > FRONT_MATTER_NODES:
            what = f"front matter of more than {FRONT_MATTER_NODES:,} keys and values"
            raise self._refuse(event, "E003", what, "Cut it, or divide the page.", key)
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse(event, "E005", f"the alias `*{event.anchor}`", "Write it out.", key)
        if event.anchor:
            raise self._refuse(event, "E005", f"the anchor `&{event.anchor}`", "Drop it.", key)
        if event.tag:
            raise self._refuse(event, "E005", f"the tag `{event.tag}`", "Write plain text.", key)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, key)
        self._depth += 1
        if self._depth > FRONT_MATTER_DEPTH:
            what = f"nesting deeper than {FRONT_MATTER_DEPTH} levels"
            raise self._refuse(event, "E003", what, "Flatten it.", key)
        value: Value = (
            self._mapping(event, key)
            if isinstance(event, yaml.MappingStartEvent)
            else self._sequence(key)
        )
        self._depth -= 1
        return value

    def _scalar(self, event: _Event, key: str) -> str:
        value: str = event.value
        # Only an escape can bring one in: the text itself was searched before it was parsed.
        if event.style == '"' and _CONTROL.search(value):
            raise self._refuse(event, "E009", "a control character", "Take it away.", key)
        return value

    def _sequence(self, key: str) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            path = f"{key}.{len(items)}"
            self.lines[path] = self._line + event.start_mark.line
            items.append(self._value(event, path))
        return items

    def _mapping(self, start: _Event, key: str) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            name = self._value(event, key)
            if not isinstance(name, str) or not name:
                raise self._refuse(event, "E008", "a key that is not text", "Name the key.", key)
            path = f"{key}.{name}" if key else name
            if name in found:
                what = f"the key `{name}` a second time"
                raise self._refuse(event, "E006", what, "Keep one of the two.", path)
            self.lines[path] = self._line + event.start_mark.line
            found[name] = self._value(self._next(), path)
        return found
