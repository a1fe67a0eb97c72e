"""Values within an entry's fields by the dotted names that proposals give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.write.threeway import item_key


def value_at(fields: Mapping[str, Any], field: str) -> Any:
    """Return the value that a dotted field names; None where there is none."""
    return _walk(fields, "", field)


def _walk(value: Any, here: str, field: str) -> Any:
    if here == field:
        return value
    for path, item in _parts(value, here):
        if field == path or field.startswith(f"{path}."):
            found = _walk(item, path, field)
            if found is not None:
                return found
    return None


def with_value(fields: Mapping[str, Any], field: str, new: Any) -> dict[str, Any]:
    """Return the fields with one value changed; None takes it out."""
    if field not in fields and not any(field.startswith(f"{key}.") for key in fields):
        return {**fields, field: new} if new is not None else dict(fields)
    changed: dict[str, Any] = _put(fields, "", field, new)
    return changed


def _put(value: Any, here: str, field: str, new: Any) -> Any:
    parts = list(_parts(value, here))
    named = {path for path, _ in parts}
    inner = {path for path in named if field.startswith(f"{path}.")}
    items = [
        new if path == field else _put(item, path, field, new) if path in inner else item
        for path, item in parts
    ]
    if isinstance(value, Mapping):
        made = {key: item for key, item in zip(value, items, strict=True) if item is not None}
        if field not in named and not inner and new is not None:
            made[field.removeprefix(f"{here}.")] = new
        return made
    if isinstance(value, list):
        return [item for item in items if item is not None]
    return value


def _parts(value: Any, here: str) -> list[tuple[str, Any]]:
    """Name the parts of a value as `threeway` names them."""
    prefix = f"{here}." if here else ""
    if isinstance(value, Mapping):
        return [(f"{prefix}{key}", item) for key, item in value.items()]
    if isinstance(value, list):
        return [(f"{prefix}{item_key(here, item)}", item) for item in value]
    return []
