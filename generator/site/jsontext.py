"""JSON as it is published: valid, and safe within a script element too."""

from __future__ import annotations

import json
from typing import Any

_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""What could end a script element, or a line of it, written as JSON escapes."""


def json_text(value: Any, *, indent: int | None = None) -> str:
    """Return a value as JSON, its keys in the order given."""
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False).translate(_ESCAPES)


def json_file(value: Any, *, indent: int | None = 1) -> bytes:
    """Return a value as the bytes of a JSON file."""
    return f"{json_text(value, indent=indent)}\n".encode()
