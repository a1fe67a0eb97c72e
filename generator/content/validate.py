"""From a document to a typed page, or the findings that say what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.content import ids, spelling
from generator.content.examples import VALUES
from generator.content.frontmatter import Document
from generator.content.nearest import nearest
from generator.content.schema import Strict
from generator.errors import Finding

M = TypeVar("M", bound=Strict)
_REASONS = {
    "bool_parsing": "is neither `true` nor `false`",
    "finite_number": "is not a number",
    "float_parsing": "is not a number",
    "float_type": "should be a number",
    "int_from_float": "is not a whole number",
    "int_parsing": "is not a whole number",
    "int_parsing_size": "is too large a number",
    "model_type": "should be keys and values",
    "string_pattern_mismatch": "is not of the right form",
    "string_type": "should be text",
    "too_short": "should not be empty",
    "tuple_type": "should be a list",
}
"""Pydantic's types of error in plainer words than its own."""
_DATES = ("date", "published")
_DATED = (
    "Write it no finer than the source says: `2027-10-14`, `2027-10`, `2027-10-14~` (about), "
    "`2027-10-14/2027-10-16` (from, to)."
)


def typed(model: type[M], document: Document, path: str) -> M | tuple[Finding, ...]:
    """Type a page's front matter; `path` is the file's name in findings."""
    try:
        return model.model_validate(document.meta)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False)
    places = {problem["loc"] for problem in problems}
    # A list whose only item is wrong is also said to be too short: once is enough.
    inner = {place[:size] for place in places for size in range(len(place))}
    return tuple(
        _finding(problem, model, document.lines, path)
        for problem in problems
        if problem["type"] != "too_short" or problem["loc"] not in inner
    )


def line_of(lines: Mapping[str, int], key: str) -> int:
    """Return the line of a key, or of the nearest one around it; 0 where there is none."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 0)


def _finding(problem: Any, model: type[Strict], lines: Mapping[str, int], path: str) -> Finding:
    key = ".".join(str(part) for part in problem["loc"])
    line = line_of(lines, key)
    name = str(problem["loc"][-1]) if problem["loc"] else ""
    if problem["type"] == "extra_forbidden":
        known = _keys(model, problem["loc"][:-1])
        near = nearest(name, known)
        fix = f"Did you mean `{near}`?" if near else f"Known keys: {', '.join(known)}."
        return Finding(path, line, key, "E007", f"{_shown(name)} is not a known key", fix)
    if problem["type"] == "missing":
        return Finding(path, line, key, "E011", "is missing", _about(model, problem["loc"]))
    reason = _REASONS.get(problem["type"]) or problem["msg"].removeprefix("Value error, ")
    reason = re.sub(r"^(?:Input|String) should", "should", reason)
    value = problem["input"]
    shown = f"{_shown(value)} {reason}" if isinstance(value, str) else reason
    return Finding(path, line, key, "E012", shown, _example(model, problem))


def _example(model: type[Strict], problem: Any) -> str:
    """Return a value to write, or what the schema says of the field where one tells little."""
    about = _about(model, problem["loc"])
    names = [part for part in problem["loc"] if isinstance(part, str)]
    value = VALUES.get(names[-1]) if names else None
    listed = problem["type"] in ("literal_error", "enum")
    if value is None or listed or not isinstance(problem["input"], str):
        return about
    if problem["type"] == "tuple_type":
        return f"Write a list: `[{_short(problem['input'])}]`."
    if names[-1] in _DATES:
        plain = spelling.date(problem["input"])
        return f"Write `{plain}`." if plain else _DATED
    if "is not an id" in problem["msg"]:
        return f"Write `{ids.slug(problem['input'])}`."
    return f"Write it like `{value}`."


def _shown(value: object) -> str:
    return repr(_short(str(value)))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    inner = getattr(annotation, "__args__", ())
    return [model for part in inner for model in _models(part)]


def _at(model: type[BaseModel], place: tuple[Any, ...]) -> type[BaseModel] | None:
    """Return the model that stands at a place of a page."""
    for part in place:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        inner = _models(field.annotation) if field else []
        if not inner:
            return None
        model = inner[0]
    return model


def _keys(model: type[BaseModel], place: tuple[Any, ...]) -> list[str]:
    found = _at(model, place)
    return list(found.model_fields) if found else []


def _about(model: type[BaseModel], place: tuple[Any, ...]) -> str:
    """Return what the schema says of the field, which is how to mend it."""
    names = [part for part in place if isinstance(part, str)]
    holder = _at(model, tuple(names[:-1]))
    field = holder.model_fields.get(names[-1]) if holder and names else None
    return (field.description or "") if field else ""
