"""A new page's front matter as ruamel.yaml writes it, to the byte, in a fraction of the time.

The layout of our closed schema is written here. Of each text it is known at sight whether it
stands plain or quoted; where that takes a second look, ruamel.yaml is asked to write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from generator.write.layout import DATES, FLOW, FLOW_ITEMS, OURS, as_tree, is_plain, written

_WIDE = "\u00a1-\u2027\u202a-\ud7ff"
"""Characters beyond ASCII that need no escape; what else there is, ruamel.yaml writes."""
_START = rf"(?:[A-Za-z{_WIDE}]|[0-9](?=[^\n]*[G-NP-SU-WYg-np-su-wy]))"
"""A letter; or a digit where letters follow that stand in no number and no time."""
_PLAIN = re.compile(rf"{_START}(?:[ !\"$-9;-~{_WIDE}]|:(?=[^ ])|(?<! )#)*(?<! )")
"""Text that stands as it is on a line of its own."""
_PLAIN_IN_LINE = re.compile(rf"{_START}(?:[ !\"$-+\--9;-Z\\^-z|~{_WIDE}]|:(?=[^ ])|(?<! )#)*(?<! )")
"""Text that stands as it is between brackets: without those and without commas."""
_QUOTED = re.compile(rf"(?=[#,\[\]{{}}&*!|>\"%@`]|[^\n]+(?:: | #))[ -&(-~{_WIDE}]*")
"""Text that needs quotes, and has none of its own to be doubled."""
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?", re.ASCII)
"""A month or a day, or from one to another."""
_DECIMAL = re.compile(r"-?\d+\.\d+", re.ASCII)
_LIST = (list, tuple)
_KEPT = 4096
"""Dates, ids and the like that are kept once written: most come again on the next page."""


def emitted(fields: Mapping[str, Any]) -> str:
    """Write the fields of a new page."""
    return "".join(_mapping(fields, ""))


def _mapping(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, dict) and value and key not in FLOW_ITEMS:
            yield f"{indent}{key}:\n"
            yield from _mapping(value, f"{indent}  ")
        elif isinstance(value, _LIST) and value and key not in FLOW:
            yield f"{indent}{key}:\n"
            for item in value:
                yield from _item(item, key, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_in_line(value, key, flow=False)}\n"


def _item(value: Any, field: str, indent: str) -> Iterator[str]:
    """Write an item of a list, the lines after its first further in."""
    if isinstance(value, dict) and value and field not in FLOW_ITEMS:
        first, *rest = _mapping(value, f"{indent}  ")
        yield f"{indent}- {first[len(indent) + 2 :]}"
        yield from rest
    else:
        yield f"{indent}- {_in_line(value, field, flow=False)}\n"


def _in_line(value: Any, field: str, *, flow: bool) -> str:
    if isinstance(value, dict):
        inner = (f"{key}: {_in_line(item, key, flow=True)}" for key, item in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, _LIST):
        return f"[{', '.join(_in_line(item, field, flow=True) for item in value)}]"
    if isinstance(value, str) and field not in DATES:
        return _text(value, flow=flow)
    said = str(value)
    if type(value) is int or (_DATE if isinstance(value, str) else _DECIMAL).fullmatch(said):
        return said
    return _asked(value, field, flow)


def _text(text: str, *, flow: bool) -> str:
    plain = (_PLAIN_IN_LINE if flow else _PLAIN).fullmatch(text)
    if plain and is_plain(text):
        return text
    return f"'{text}'" if _QUOTED.fullmatch(text) else _asked(text, "", flow)


@lru_cache(_KEPT, typed=True)
def _asked(value: Any, field: str, flow: bool) -> str:
    """Return what ruamel.yaml writes."""
    if not flow:
        return (
            written({"key": as_tree(value, field)}, OURS).removeprefix("key: ").removesuffix("\n")
        )
    inner = as_tree({"actors": [value]}, "")
    inner["actors"][0] = as_tree(value, field)
    return written(inner, OURS).removeprefix("actors: [").removesuffix("]\n")
