"""From the schema of the content to the fields of the form: one collection a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator import lexicons
from generator.content import PAGES
from generator.site.admin.words import Words, words
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


_SUMMARY = {
    "entries.figures": "what",
    "entries.figures.claims": "value",
    "entries.sources": "publisher",
    "entries.sources.quotes": "exact",
}
"""What a folded item of a list is called by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the controls are made with."""

    words: Words
    kinds: list[Field]
    types: dict[str, Any]
    """The schema's definitions."""


def collections(
    folder: str, kinds: Iterable[str] = (), said: Strings | None = None
) -> list[dict[str, Any]]:
    """Return the collections of the CMS, for a content folder of the repository.

    `kinds` are the kinds of event in use: a curator may write others than the lexicon's.
    """
    said = said or strings(MODEL)
    chosen, own = _kinds(kinds, said), words(said.language)
    return [_collection(name, folder, chosen, own) for name in PAGES]


def _collection(name: str, folder: str, kinds: list[Field], own: Words) -> dict[str, Any]:
    said = own.page(name)
    schema = PAGES[name].model_json_schema()
    known = _Known(words=own, kinds=kinds, types=schema.get("$defs", {}))
    head = "title" if "title" in schema["properties"] else "name"
    entries = {
        "path": "{{folder}}/{{slug}}",
        "summary": "{{date | default('…')}} · {{title}}",
    }
    return {
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
        "fields": _with_body(name, [*_fields(name, schema, known)], known),
    } | (entries if name == "entries" else {})


def _with_body(name: str, fields: list[Field], known: _Known) -> list[Field]:
    """Put the text where a person looks for it: before what has parts of its own."""
    parts = [at for at, field in enumerate(fields) if "fields" in field]
    at = parts[0] if parts else len(fields)
    return [*fields[:at], _body(name, known), *fields[at:]]


def _body(name: str, known: _Known) -> Field:
    return {
        "name": "body",
        **_words(f"{name}.body", known),
        "widget": "markdown",
        "required": False,
        "buttons": ["bold", "italic", "link", "quote", "bulleted-list", "numbered-list"],
        "editor_components": [],
        "sanitize_preview": True,
    }


def _fields(path: str, schema: dict[str, Any], known: _Known) -> Iterator[Field]:
    required = schema.get("required", ())
    for name, described in schema["properties"].items():
        own = f"{path}.{name}"
        kind = _resolved(described, known.types)
        field = {"name": name, **_words(own, known), **_widget(own, kind, known)}
        field["required"] = name in required or own in _ASKED
        if described.get("default") not in (None, [], {}) and field["widget"] != "object":
            field["default"] = described["default"]
        yield field


def _widget(path: str, kind: dict[str, Any], known: _Known) -> Field:
    """Return the control that a type is edited with; KeyError where there is none."""
    many = kind.get("type") == "array"
    refers = REGISTRY.get(path.rpartition(".")[2])
    if path in _KINDS:
        return {"widget": "select", "multiple": many, "options": known.kinds}
    if refers:
        return _picker(refers, many)
    if many:
        return _list(path, _resolved(kind["items"], known.types), kind, known)
    if "enum" in kind:
        options = [{"label": known.words.option(value), "value": value} for value in kind["enum"]]
        return {"widget": "select", "options": options}
    if kind["type"] == "object":
        return {"widget": "object", "collapsed": True, "fields": [*_fields(path, kind, known)]}
    return {
        "string": _text,
        "boolean": lambda *_: {"widget": "boolean"},
        "number": _number,
        "integer": _number,
    }[kind["type"]](path, kind, known)


def _list(path: str, item: dict[str, Any], kind: dict[str, Any], known: _Known) -> Field:
    least = {"min": kind["minItems"]} if "minItems" in kind else {}
    label = known.words.field(path)["singular"]
    found: Field = {"widget": "list", "label_singular": label, **least}
    if item.get("type") == "object":
        fields = [*_fields(path, item, known)]
        summary = f"{{{{fields.{_SUMMARY[path]}}}}}"
        found |= {"plain": item.get("plain", False), "summary": summary, "fields": fields}
        return found | {"default": []}  # else the CMS begins with one, of its fields' defaults
    return found | {"field": {"name": "item", "label": label, **_text(path, item, known)}}


def _picker(folder: str, many: bool) -> Field:
    return {
        "widget": "registry",
        "multiple": many,
        "collection": folder,
        "value_field": "{{slug}}",
        "search_fields": ["name"],
        "display_fields": ["name"],
    }


def _text(path: str, kind: dict[str, Any], known: _Known) -> Field:
    pattern = kind.get("pattern") or PATTERNS.get(kind.get("format", ""))
    found: Field = {"widget": "text" if kind.get("maxLength", 0) > _LONG * 2 else "string"}
    return found | ({"pattern": [pattern, known.words.field(path)["wrong"]]} if pattern else {})


def _number(_: str, kind: dict[str, Any], __: _Known) -> Field:
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


def _words(path: str, known: _Known) -> Field:
    said = known.words.field(path)
    return {"label": said["label"], "hint": said["hint"]}
