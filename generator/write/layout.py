"""How values of front matter are laid out by ruamel.yaml: in its trees, and as text."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import SingleQuotedScalarString

DATES = frozenset({"date", "published"})
"""Keys whose text is a date and stands unquoted."""
FLOW = frozenset({"actors", "places", "topics", "aliases", "same_as", "not_same_as", "kinds"})
"""Lists that stand on one line: ids, and other names."""
FLOW_ITEMS = frozenset({"claims"})
"""Lists whose items stand on one line each."""
Indent = tuple[int, int, int]
"""Mapping, sequence and offset."""
OURS: Indent = (2, 4, 2)
"""That of new pages."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
_RESOLVER: Any = yaml.SafeLoader("")
_TEXT = "tag:yaml.org,2002:str"


def as_tree(value: Any, field: str) -> Any:
    """Build what ruamel writes for a value: quoted, unquoted or on one line as its key asks."""
    if isinstance(value, Mapping):
        mapping = CommentedMap((key, as_tree(item, key)) for key, item in value.items())
        if field in FLOW_ITEMS:
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, str):
        return _date(value) if field in DATES else _text(value)
    if isinstance(value, Sequence):
        sequence = CommentedSeq(as_tree(item, field) for item in value)
        if field in FLOW:
            sequence.fa.set_flow_style()
        return sequence
    return value


def is_plain(text: str) -> bool:
    """Whether other readers of YAML take an unquoted text for text: `no` is none, nor `1:30`."""
    found: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return found == _TEXT


def round_trip(indent: Indent) -> YAML:
    """Return ruamel's reader and writer for an indentation."""
    mapping, sequence, offset = indent
    writer = YAML(typ="rt")
    writer.width = 1_000_000  # a sentence stays on its line, so that a diff shows what changed
    writer.preserve_quotes = True
    writer.allow_unicode = True
    writer.indent(mapping=mapping, sequence=sequence, offset=offset)
    return writer


def written(whole: Any, indent: Indent) -> str:
    """Write a tree."""
    stream = io.StringIO()
    round_trip(indent).dump(whole, stream)
    return stream.getvalue()


def _date(text: str) -> Any:
    if _DAY.fullmatch(text):
        return dt.date.fromisoformat(text)
    return int(text) if _YEAR.fullmatch(text) else text


def _text(text: str) -> Any:
    return text if is_plain(text) else SingleQuotedScalarString(text)
