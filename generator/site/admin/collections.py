"""From the schema of the content to the fields of the form: one collection a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from generator import lexicons
from generator.content import PAGES
from generator.site.rows import worded
from generator.site.strings import MODEL, Strings, strings

Field = dict[str, Any]

REGISTRY = {
    "actors": "actors",
    "affiliation": "actors",
    "parent": "topics",
    "place": "places",
    "places": "places",
    "topics": "topics",
    "within": "places",
}
"""Fields that name pages of the registry, and the folder of those pages."""
_KINDS = {"entries.kind", "topics.match.kinds"}
_ASKED = {"entries.sources"}
"""What the schema lets go and `dateline check` does not (E045)."""
_POINT = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?"
_REST = r"\d{3}X|\d\dXX|\d{4}-2[1-4]|\d{4}-\d\d-XX|\d{4}-XX(-XX)?"
PATTERNS = {
    "edtf": rf"^(({_POINT}|\.\.)?/({_POINT}|\.\.)?|{_POINT}|{_REST})$",
    "uri": r"^https?://[^\s<>\"\\]+$",
}
"""What the text of a format looks like; `dateline check` reads it more strictly."""
_LONG = 1_000
"""Characters from which a text has a box of several lines."""


def collections(
    folder: str, kinds: Iterable[str] = (), said: Strings | None = None
) -> list[dict[str, Any]]:
    """Return the collections of the CMS, for a content folder of the repository.

    `kinds` are the kinds of event in use: a curator may write others than the lexicon's.
    """
    chosen = _kinds(kinds, said or strings(MODEL))
    return [_collection(name, folder, chosen) for name in PAGES]


def _collection(name: str, folder: str, kinds: list[Field]) -> dict[str, Any]:
    said = _said()[name]
    schema = PAGES[name].model_json_schema()
    types = schema.get("$defs", {}) | {"kinds": kinds}
    head = "title" if "title" in schema["properties"] else "name"
    nested = {"path": "{{folder}}/{{slug}}"} if name == "entries" else {}
    return nested | {
        "name": name,
        "label": said["label"],
        "label_singular": said["singular"],
        "description": said["hint"],
        "folder": f"{folder}/{name}",
        "create": True,
        "delete": False,
        "extension": "md",
        "format": f"dateline-{name}",
        "identifier_field": head,
        "slug": "{{fields.id}}",
        "summary": f"{{{{{head}}}}}",
        "sortable_fields": [],
        "fields": _with_body(name, [*_fields(name, schema, types)]),
    }


def _with_body(name: str, fields: list[Field]) -> list[Field]:
    """Put the text where a person looks for it: before what has parts of its own."""
    parts = [at for at, field in enumerate(fields) if "fields" in field]
    at = parts[0] if parts else len(fields)
    return [*fields[:at], _body(name), *fields[at:]]


def _body(name: str) -> Field:
    return {
        "name": "body",
        **_words(f"{name}.body"),
        "widget": "markdown",
        "required": False,
        "buttons": ["bold", "italic", "link", "quote", "bulleted-list", "numbered-list"],
        "editor_components": [],
        "sanitize_preview": True,
    }


def _fields(path: str, schema: dict[str, Any], types: dict[str, Any]) -> Iterator[Field]:
    required = schema.get("required", ())
    for name, described in schema["properties"].items():
        own = f"{path}.{name}"
        kind = _resolved(described, types)
        field = {"name": name, **_words(own), **_widget(own, kind, types)}
        field["required"] = name in required or own in _ASKED
        if described.get("default") not in (None, [], {}) and field["widget"] != "object":
            field["default"] = described["default"]
        yield field


def _widget(path: str, kind: dict[str, Any], types: dict[str, Any]) -> Field:
    """Return the control that a type is edited with; KeyError where there is none."""
    many = kind.get("type") == "array"
    refers = REGISTRY.get(path.rpartition(".")[2])
    if path in _KINDS:
        return {"widget": "select", "multiple": many, "options": types["kinds"]}
    if refers:
        return _picker(refers, many)
    if many:
        return _list(path, _resolved(kind["items"], types), kind, types)
    if "enum" in kind:
        return {"widget": "select", "options": [_option(value) for value in kind["enum"]]}
    if kind["type"] == "object":
        return {"widget": "object", "collapsed": True, "fields": [*_fields(path, kind, types)]}
    return {
        "string": _text,
        "boolean": lambda _, __: {"widget": "boolean"},
        "number": _number,
        "integer": _number,
    }[kind["type"]](path, kind)


def _list(path: str, item: dict[str, Any], kind: dict[str, Any], types: dict[str, Any]) -> Field:
    least = {"min": kind["minItems"]} if "minItems" in kind else {}
    found: Field = {"widget": "list", "label_singular": _said_of(path)["singular"], **least}
    if item.get("type") == "object":
        fields = [*_fields(path, item, types)]
        summary = f"{{{{fields.{_said_of(path)['summary']}}}}}"
        found |= {"plain": item.get("plain", False), "summary": summary, "fields": fields}
        return found | {"default": []}  # else the CMS begins with one, of its fields' defaults
    label = _said_of(path)["singular"]
    return found | {"field": {"name": "item", "label": label, **_text(path, item)}}


def _picker(folder: str, many: bool) -> Field:
    return {
        "widget": "registry",
        "multiple": many,
        "collection": folder,
        "value_field": "{{slug}}",
        "search_fields": ["name"],
        "display_fields": ["name"],
    }


def _text(path: str, kind: dict[str, Any]) -> Field:
    pattern = kind.get("pattern") or PATTERNS.get(kind.get("format", ""))
    found: Field = {"widget": "text" if kind.get("maxLength", 0) > _LONG * 2 else "string"}
    return found | ({"pattern": [pattern, _said_of(path)["wrong"]]} if pattern else {})


def _number(_: str, kind: dict[str, Any]) -> Field:
    limits = {"min": kind.get("minimum"), "max": kind.get("maximum")}
    shown = {key: value for key, value in limits.items() if value is not None}
    return {"widget": "number", "value_type": "int" if kind["type"] == "integer" else "float"} | (
        shown if shown.get("max", 0) < _LONG else {}
    )


def _resolved(described: dict[str, Any], types: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, and take what is not null; text beside an object marks it as plain."""
    if "$ref" in described:
        return _resolved(types[described["$ref"].rpartition("/")[2]], types)
    options = [_resolved(one, types) for one in described.get("anyOf", ())]
    kept = [one for one in options if one["type"] != "null"]
    if len(kept) > 1:
        return next(one for one in kept if one["type"] == "object") | {"plain": True}
    return kept[0] if kept else described


def _kinds(used: Iterable[str], said: Strings) -> list[Field]:
    kinds = {row[0] for row in lexicons.table("en/event_kinds")} | {"planned", *used}
    shown = [{"label": said.label("kind", kind, worded(kind)), "value": kind} for kind in kinds]
    return sorted(shown, key=lambda option: option["label"])


def _option(value: str) -> Field:
    return {"label": value.replace("-", " ").capitalize(), "value": value}


def _words(path: str) -> Field:
    said = _said_of(path)
    return {"label": said["label"], "hint": said["hint"]}


def _said_of(path: str) -> dict[str, str]:
    page, _, field = path.partition(".")
    said: dict[str, str] = _said()[page]["fields"][field]
    return said


@cache
def _said() -> dict[str, Any]:
    text = files("generator.site.admin").joinpath("labels.yml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    return said
