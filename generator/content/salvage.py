"""What can still be judged of a page that the schema refuses.

`dateline check` says all that is wrong in one run. So what cannot be typed is left out, or gets a
stand-in where it must be there or where leaving it out would move the items after it; the findings
of the rules on those very places are not said, for the schema has said its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.content.frontmatter import Value
from generator.content.schema import Strict
from generator.errors import Finding

M = TypeVar("M", bound=Strict)
_ROUNDS = 4
"""A place may be refused once as a value, once as missing and once around it."""
_STAND_INS: Mapping[str, Value] = MappingProxyType(
    {
        "claims": [{"value": "0"}],
        "exact": "unreadable",
        "kind": "other",
        "title": "unreadable",
        "value": "0",
        "what": "unreadable",
    }
)
"""For keys that must be there. A page without a name is left out: two would share the stand-in."""
_ITEMS: Mapping[str, Value] = MappingProxyType(
    {
        "claims": {"value": "0"},
        "figures": {"what": "unreadable", "claims": [{"value": "0"}]},
        "sources": {"title": "unreadable"},
    }
)
"""For items of lists that hold no text."""
_NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "E043": ("sources",),
        "E045": ("sources", "source"),
        "E051": ("date", "sources", "kind"),
        "E060": ("lat", "lon"),
        "E070": ("status", "withdrawn_reason"),
        "E071": ("status",),
    }
)
"""Rules that judge one key by another: of no use where the other could not be typed."""


def salvaged(model: type[M], meta: Mapping[str, Value]) -> M | None:
    """Return the page without what is wrong in it, None where too little is left."""
    data: Any = deepcopy(dict(meta))
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            problems = error.errors(include_url=False, include_context=False)
        for problem in problems:
            _mend(data, problem["loc"], missing=problem["type"] == "missing")
    return None


def follows(found: Finding, schema: Iterable[Finding]) -> bool:
    """Whether a rule's finding only follows from what the schema found on the same page."""
    needs = _NEEDS.get(found.code, ())
    return any(
        f"{found.field}.".startswith(f"{first.field}.")
        or f"{first.field}.".startswith(f"{found.field}.")
        or first.field.partition(".")[0] in needs
        for first in schema
    )


def _mend(data: Any, place: tuple[int | str, ...], *, missing: bool) -> None:
    """Leave out, or replace, the value at a place."""
    if not place:
        return
    holder: Any = data
    for part in place[:-1]:
        if isinstance(holder, list) and isinstance(part, int):
            holder = holder[part]
        elif isinstance(holder, dict):
            holder = holder.get(part)
    last = place[-1]
    if isinstance(holder, list) and isinstance(last, int):
        of = str(place[-2]) if len(place) > 1 else ""
        holder[last] = deepcopy(_ITEMS.get(of, f"unreadable-{last}"))
    elif isinstance(holder, dict) and missing and last in _STAND_INS:
        holder[last] = deepcopy(_STAND_INS[str(last)])
    elif isinstance(holder, dict):
        holder.pop(last, None)
