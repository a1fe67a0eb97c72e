"""A page as plain data: what is compared, kept in the ledger and written to files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from generator.content.schema import Quote, Strict

Data = str | int | float | bool | Sequence["Data"] | Mapping[str, "Data"]
"""Text, numbers, truth values, lists and mappings; what is left out is absent."""


def plain(page: Strict) -> dict[str, Any]:
    """Return a page's fields in the order of its schema, without those left at their default.

    `status` is always there: a reader of the file should see that an entry is a draft.
    """
    fields: dict[str, Any] = {}
    for name, field in type(page).model_fields.items():
        value = getattr(page, name)
        if value != field.default or name == "status":
            fields[name] = _plain(value)
    return fields


def _plain(value: Any) -> Any:
    if type(value) is str:  # most are
        return value
    if isinstance(value, Quote) and value.prefix is None:
        return value.exact
    if isinstance(value, Strict):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
